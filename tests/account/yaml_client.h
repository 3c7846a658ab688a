/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_ACCOUNT_YAML_CLIENT_H
#define BS_TESTS_ACCOUNT_YAML_CLIENT_H

/**
 * An account for a test, asked in YAML's flow style and read by paths. Every function fails the test if
 * need be.
 */

#include "sim/account/account.h"

struct client {
    const char *region; /* That is asked. */
    struct bs_scenario *scenario;
    struct bs_simulation *simulation;
    struct bs_history *history;
    struct bs_world *world;
    struct bs_account *account;
    struct bs_account_answer answer; /* The last one. */
    uint64_t receipts;
};

/** `scenario` is a path from the project's folder, or a text that begins with "blackstart:"; NULL: none. */
void client_open(struct client *client, const char *scenario, enum bs_account_pace pace);
void client_close(struct client *client);

/** Runs the events up to and including an instant. */
void client_run(struct client *client, int64_t until_s);

/** "rds:DescribeDBInstances" of an input like "{Name: x, Port: 80}". */
__attribute__((format(printf, 3, 4))) void client_call(struct client *client, const char *operation,
                                                       const char *format, ...);

/** As above; the answer must be that error, and its message have `part` in it. */
__attribute__((format(printf, 5, 6))) void client_refused(struct client *client, const char *error,
                                                          const char *part, const char *operation,
                                                          const char *format, ...);

/** As above, whatever comes of it. */
__attribute__((format(printf, 3, 4))) void client_try(struct client *client, const char *operation,
                                                      const char *format, ...);

/** The part of the last answer's output at a path like "HostedZones.0.Id", or NULL. */
const struct bs_tree *client_at(const struct client *client, const char *path);
/** Its text; "" if there is none. */
const char *client_text(const struct client *client, const char *path);
int64_t client_integer(const struct client *client, const char *path);
size_t client_count(const struct client *client, const char *path);

/** A text that lasts until `buffer` is used again: for what a call's input needs of an earlier answer. */
void client_keep(const struct client *client, const char *path, char *buffer, size_t size);

#endif
