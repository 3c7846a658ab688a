/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_EXEC_ENVIRONMENT_H
#define BS_CLI_EXEC_ENVIRONMENT_H

/**
 * The environment in which a command takes the mock for AWS: where it is, who one is, through which proxy
 * everything else goes, and whom to trust.
 *
 * Profiles and other sources of credentials are taken away, so that no client signs with real keys.
 */

#include <stdint.h>

enum { BS_EXEC_KEY_ID_SIZE = 21, BS_EXEC_SECRET_SIZE = 41 };

/** A key of the form that AWS gives out. */
struct bs_exec_key {
    char id[BS_EXEC_KEY_ID_SIZE];
    char secret[BS_EXEC_SECRET_SIZE];
};

struct bs_exec_surroundings {
    const struct bs_exec_key *key;
    const char *region;
    const char *authority_path; /* PEM. */
    const char *search_path;    /* PATH; NULL: there is none. */
    uint16_t mock_port;         /* Of 127.0.0.1. */
    uint16_t proxy_port;
};

/** Draws a key from the system's randomness: nobody else on the machine can guess it. */
void bs_exec_draw_key(struct bs_exec_key *key);

/** This process's environment with what has to be otherwise; ended by NULL. Never NULL. */
char **bs_exec_environment_new(const struct bs_exec_surroundings *surroundings);
void bs_exec_environment_destroy(char **environment);

#endif
