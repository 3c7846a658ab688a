/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_DYNAMODB_RANGE_H
#define BS_SIM_ACCOUNT_DYNAMODB_RANGE_H

/** Which part of an index a Query or a Scan goes through. */

#include "sim/account/dynamodb_table.h"

/** From `lower`, if there is one, up to but without `upper`, if there is one. */
struct bs_dynamodb_range {
    struct bs_dynamodb_key lower; /* Of length 0: from the first. */
    struct bs_dynamodb_key upper;
    bool has_upper;
};

/** What a key condition asks for: an equality of the partition key, and at most one on the sort key. */
void bs_dynamodb_range_of_condition(const struct bs_dynamodb_index *index,
                                    const struct bs_dynamodb_node *condition,
                                    struct bs_dynamodb_range *range,
                                    struct bs_dynamodb_refusal *refusal);

/** Segment `segment` of `total`, 1 or more. */
void bs_dynamodb_range_of_segment(int64_t segment, int64_t total, struct bs_dynamodb_range *range);

/** Makes it begin behind the item with this ExclusiveStartKey; false if that is outside. */
bool bs_dynamodb_range_resume(const struct bs_dynamodb_key *start, bool is_forward,
                              struct bs_dynamodb_range *range);

/** The first place in the direction, and the next one; NULL if there is none. */
struct bs_dynamodb_place *bs_dynamodb_range_first(const struct bs_dynamodb_range *range,
                                                  const struct bs_dynamodb_order *order,
                                                  bool is_forward);
struct bs_dynamodb_place *bs_dynamodb_range_next(const struct bs_dynamodb_range *range,
                                                 const struct bs_dynamodb_place *place,
                                                 bool is_forward);

#endif
