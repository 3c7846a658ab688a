/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_AWS_WIRE_SAMPLES_H
#define BS_TESTS_AWS_WIRE_SAMPLES_H

/** One call of each operation of AWS's, and an account in which all of their names are known. */

#include "orchestrator/aws/wire_call.h"

enum { SAMPLE_EPOCH_S = 1795225500 }; /* 2026-11-21T01:45:00Z. */

struct sample_account {
    struct bs_wire_change_book book;
    struct bs_wire_record records[3];
    struct bs_wire_names names;
    struct bs_wire_context context;
};

/** An hour into the run; change 0 of the book is C2682N5HXP0BZ4. */
void sample_account_init(struct sample_account *account);

/** A call of this operation that can be said to AWS. */
struct bs_call_request sample_call(enum bs_operation operation);

/** The enumerator's name: "RDS_DESCRIBE_INSTANCE". */
const char *sample_operation_name(enum bs_operation operation);

#endif
