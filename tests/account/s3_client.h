/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ACCOUNT_S3_CLIENT_H
#define BS_TESTS_ACCOUNT_S3_CLIENT_H

/** An account without a world, or with one, and somebody who asks its S3. */

#include "sim/account/account.h"

/** Ends the members of a request: a NULL that is a pointer everywhere. */
#define S3_END ((const char *)NULL)

struct s3_client {
    struct bs_simulation *simulation;
    bool owns_simulation;
    struct bs_account *account;
    const char *region;              /* That is asked. */
    struct bs_tree *input;           /* Of the next request. */
    struct bs_account_answer answer; /* Of the last one. */
};

void s3_open(struct s3_client *client, enum bs_account_pace pace);
/** In a world; both are borrowed. */
void s3_open_world(struct s3_client *client, struct bs_simulation *simulation,
                   struct bs_world *world);
void s3_close(struct s3_client *client);

/**
 * Performs an operation with `input` and further pairs of member and text, up to S3_END; `input` is empty
 * afterwards. Returns the output.
 */
__attribute__((sentinel)) const struct bs_tree *s3_ask(struct s3_client *client,
                                                       const char *operation, ...);

/** The last answer was no error, or this one. */
void s3_expect_ok(const struct s3_client *client);
void s3_expect_error(const struct s3_client *client, const char *error);

/** Sets a member to bytes: `length` of them, all `byte`. */
void s3_fill(struct s3_client *client, const char *member, char byte, size_t length);

/** Sets a member to what a text says. */
void s3_body(struct s3_client *client, const char *text);

void s3_make_bucket(struct s3_client *client, const char *name);
void s3_set_versioning(struct s3_client *client, const char *bucket, const char *status);
void s3_put(struct s3_client *client, const char *bucket, const char *key, const char *body);

/** Runs the simulation for so many seconds. */
void s3_wait(struct s3_client *client, int64_t seconds);

#endif
