/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_SHARED_CONFIG_H
#define BS_ORCHESTRATOR_AWS_SHARED_CONFIG_H

/**
 * The files that AWS's tools share: ~/.aws/config and ~/.aws/credentials.
 *
 * Sections hold `key = value`; a key without a value may be followed by keys of its own, indented more
 * than it. Lines that begin with # or ; are comments. Sections that come twice are one, and what is
 * said last counts. In the config file profiles are [default] and [profile NAME], in the credentials
 * file [NAME]; sections of other kinds are kept too. Source: AWS SDKs and Tools Reference Guide,
 * "Shared config and credentials files".
 *
 * All memory that held a file is wiped before it is given back.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum { BS_SHARED_CONFIG_MAX = 1024 * 1024 };

enum bs_shared_file { BS_SHARED_CONFIG, BS_SHARED_CREDENTIALS };

struct bs_shared_config;

/** Both files, of which either may be missing; never NULL but for want of memory. */
struct bs_shared_config *bs_shared_config_new(void);
/** NULL is allowed. */
void bs_shared_config_destroy(struct bs_shared_config *config);

/**
 * Adds a file. BS_ERR_INPUT: a line is none, said with `file` and line, never with what it holds. Of
 * what both files say of a profile, the credentials file's counts.
 */
enum bs_status bs_shared_config_add(struct bs_shared_config *config, enum bs_shared_file kind,
                                    const char *file, const char *bytes, size_t length,
                                    struct bs_error *error);

/** Whether a profile is spoken of. */
bool bs_shared_config_has_profile(const struct bs_shared_config *config, const char *profile);

/** A profile's value, borrowed; NULL if there is none or it is empty. `config` may be NULL. */
const char *bs_shared_config_profile(const struct bs_shared_config *config, const char *profile,
                                     const char *key);

/** The value of `key` under `service` in [services NAME], likewise. */
const char *bs_shared_config_service(const struct bs_shared_config *config, const char *services,
                                     const char *service, const char *key);

#endif
