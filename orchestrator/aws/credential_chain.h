/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_CREDENTIAL_CHAIN_H
#define BS_ORCHESTRATOR_AWS_CREDENTIAL_CHAIN_H

/**
 * Credentials as AWS's tools find them, without doing any I/O.
 *
 * A chain asks for a file or an HTTP exchange, is told what came of it, and goes on, until it has credentials
 * or knows why there are none:
 *
 *     bs_chain_begin(chain, now_s);
 *     while (bs_chain_state(chain) == BS_CHAIN_WANTS) {
 *         perform bs_chain_want(chain), then bs_chain_file() or bs_chain_http();
 *     }
 *
 * The order: variables of the environment (not if a profile was named on the command line); the
 * profile's role by source_profile or credential_source; a web identity, of the environment or the
 * profile; the profile's keys; the container's endpoint; the instance's metadata, version 2 only.
 * credential_process and single sign-on are refused by name. Source: AWS SDKs and Tools Reference
 * Guide, "Standardized credential providers".
 *
 * No error ever holds a secret. All of a chain's memory is wiped before it is given back.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "orchestrator/aws/endpoint.h"
#include "orchestrator/aws/sigv4.h"

enum {
    BS_CHAIN_HEADERS_MAX = 6,
    BS_CHAIN_REFRESH_S = 900,     /* So long before they end new credentials are due, */
    BS_CHAIN_ANSWER_MAX = 131072, /* Of HTTP bodies and token files; longer ones are refused. */
};

enum bs_chain_state {
    BS_CHAIN_WANTS,
    BS_CHAIN_DONE,
    BS_CHAIN_FAILED, /* See bs_chain_error(). */
};

enum bs_chain_want_kind { BS_CHAIN_FILE, BS_CHAIN_HTTP };

/** What has to be done next. Borrowed from the chain until it is told. */
struct bs_chain_want {
    enum bs_chain_want_kind kind;
    const char *path; /* FILE: as people wrote it; "~/" is the home directory. */
    const char *method;
    const char *url;
    const struct bs_http_header *headers; /* Host among them; Content-Length is the sender's. */
    size_t header_count;
    const char *body; /* NULL: none. */
    size_t body_length;
    int32_t timeout_ms;
    bool
        must_be_loopback; /* Whatever the host's name resolves to: nothing else may be connected to. */
};

struct bs_chain_settings {
    struct bs_environment environment;
    const char *profile; /* Named on the command line, or NULL: AWS_PROFILE, or default. */
    const char *region;  /* STS's, or NULL: AWS_REGION, AWS_DEFAULT_REGION, the profile's. */
    const char *url;     /* Endpoint given on the command line: also STS's. */
};

struct bs_chain;

/** Settings are borrowed and outlive the chain. NULL: no memory. */
struct bs_chain *bs_chain_new(const struct bs_chain_settings *settings);
/** NULL is allowed. */
void bs_chain_destroy(struct bs_chain *chain);

/** Begins, or begins anew: what it had stays until it has new ones. `now_s`: since 1970-01-01. */
void bs_chain_begin(struct bs_chain *chain, int64_t now_s);

enum bs_chain_state bs_chain_state(const struct bs_chain *chain);
const struct bs_error *bs_chain_error(const struct bs_chain *chain);

/** While it wants something. */
const struct bs_chain_want *bs_chain_want(const struct bs_chain *chain);
/** `bytes` NULL: there is no such file, or it may not be read. */
void bs_chain_file(struct bs_chain *chain, const char *bytes, size_t length);
/** `status` 0: nobody answered. */
void bs_chain_http(struct bs_chain *chain, int32_t status, const char *body, size_t length);

/** NULL if it has none that are good at this time. Borrowed until the chain begins anew or is destroyed. */
const struct bs_credentials *bs_chain_credentials(const struct bs_chain *chain, int64_t now_s);
/** When bs_chain_begin() is due; INT64_MAX: never, for they do not end. */
int64_t bs_chain_refresh_at_s(const struct bs_chain *chain);
/** Which link gave them: "environment", "instance metadata". */
const char *bs_chain_source(const struct bs_chain *chain);

/** The files as far as they were read, for endpoints; NULL before. Borrowed. */
const struct bs_shared_config *bs_chain_config(const struct bs_chain *chain);
/** "default". */
const char *bs_chain_profile(const struct bs_chain *chain);

#endif
