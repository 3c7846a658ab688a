/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ACCOUNT_DYNAMODB_FIXTURE_H
#define BS_TESTS_ACCOUNT_DYNAMODB_FIXTURE_H

/**
 * An account whose DynamoDB is asked in JSON. Texts are written with ' for "; what stands under B or BS is
 * bytes. Everything asserts.
 */

#include "sim/account/account.h"

struct fixture {
    struct bs_simulation *simulation;
    struct bs_account *account;
    struct bs_account_answer answer; /* The last one. */
    const char *region;              /* Where requests go: "us-east-1". */
};

enum { FIXTURE_EPOCH_S = 1700000000 };

void fixture_open(struct fixture *fixture, enum bs_account_pace pace);
void fixture_open_on(struct fixture *fixture, struct bs_simulation *simulation,
                     struct bs_world *world);
void fixture_close(struct fixture *fixture);

void fixture_run(struct fixture *fixture, int64_t seconds);

/** The tree that the JSON, a printf() format, says. */
__attribute__((format(printf, 1, 2))) struct bs_tree *fixture_tree(const char *format, ...);

/** @{ */
/** Performs an operation of DynamoDB, or of its streams if it is one of theirs. */
__attribute__((format(printf, 3, 4))) const struct bs_tree *
ok(struct fixture *fixture, const char *operation, const char *format, ...);
/** The error, and a part of its message. */
__attribute__((format(printf, 5, 6))) void fails(struct fixture *fixture, const char *operation,
                                                 const char *error, const char *message,
                                                 const char *format, ...);
/** @} */

/** Whether the tree is what the JSON says. */
__attribute__((format(printf, 2, 3))) void expect(const struct bs_tree *tree, const char *format,
                                                  ...);

/** The member at a path like "Table.Replicas.0.RegionName"; NULL if there is none. */
const struct bs_tree *at(const struct bs_tree *tree, const char *path);
void expect_text(const struct bs_tree *tree, const char *path, const char *text);

/** A table with key `pk` (S), on demand and ACTIVE. */
void make_table(struct fixture *fixture, const char *name);
/** With `pk` (S) and `sk` (N). */
void make_sorted_table(struct fixture *fixture, const char *name);

#endif
