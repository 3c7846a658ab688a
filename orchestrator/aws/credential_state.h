/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_CREDENTIAL_STATE_H
#define BS_ORCHESTRATOR_AWS_CREDENTIAL_STATE_H

/**
 * What a credential chain holds, and its links: each asks for what it needs and ends in
 * bs_chain_go_on() or in BS_CHAIN_FAIL(). Internal to the credential chain.
 */

#include "orchestrator/aws/credential_answer.h"
#include "orchestrator/aws/credential_chain.h"

enum {
    BS_CHAIN_ROLES_MAX = 8,
    BS_CHAIN_URL_MAX = 1024,
};

struct bs_chain {
    struct bs_chain_settings settings;
    struct bs_shared_config *config;
    const char *profile;
    int64_t now_s;

    enum bs_chain_state state;
    struct bs_error error;
    struct bs_chain_want want;
    void (*told)(struct bs_chain *chain, int32_t status, const char *bytes, size_t length);
    const char *link; /* The one that is being tried. */

    const char *
        roles[BS_CHAIN_ROLES_MAX]; /* Profiles whose roles are to be assumed, the last one first. */
    size_t role_count;
    const char *web_role;
    const char *web_session;

    char url[BS_CHAIN_URL_MAX];
    char host[BS_CHAIN_URL_MAX];
    char date[BS_SIGV4_DATE_SIZE];
    char secret[BS_TOKEN_MAX]; /* A token that goes into a header or a body. */
    struct bs_buffer body;
    struct bs_buffer authorization;
    struct bs_http_header headers[BS_CHAIN_HEADERS_MAX];

    struct bs_credential_texts fresh; /* In the making. */
    struct bs_credential_texts current;
    struct bs_credentials view;
    const char *source;
};

/** The chain fails, for the reason given as to printf(). */
#define BS_CHAIN_FAIL(chain, ...)                                             \
    do {                                                                      \
        (void)bs_error_set(&(chain)->error, BS_ERR_INPUT, NULL, __VA_ARGS__); \
        bs_chain_end_badly(chain);                                            \
    } while (0)

/** Wipes what was in the making. */
void bs_chain_end_badly(struct bs_chain *chain);

/** Fresh credentials are there: they are what is wanted, or what the next role is assumed with. */
void bs_chain_go_on(struct bs_chain *chain);

/** @{ */
/** Of the environment, and of a profile; NULL if it is not set. */
const char *bs_chain_variable(const struct bs_chain *chain, const char *name);
const char *bs_chain_profile_value(const struct bs_chain *chain, const char *profile,
                                   const char *key);
/** @} */

void bs_chain_want_file(struct bs_chain *chain, const char *path,
                        void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                     size_t length));

/** Of `chain->url`, which has been written; headers and body may be added. */
void bs_chain_want_http(struct bs_chain *chain, const char *method,
                        void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                     size_t length));
void bs_chain_add_header(struct bs_chain *chain, const char *name, const char *value);

/** Keeps a token, which ends where blanks begin; false if it could break a header or is too long. */
bool bs_chain_keep_token(struct bs_chain *chain, const char *bytes, size_t length);

/* ---- Links ---- */

/** With the fresh credentials. */
void bs_chain_assume_role(struct bs_chain *chain, const char *profile);
void bs_chain_use_web_identity(struct bs_chain *chain, const char *file, const char *role,
                               const char *session);
void bs_chain_use_profile_identity(struct bs_chain *chain, const char *profile);
bool bs_chain_has_container(const struct bs_chain *chain);
void bs_chain_use_container(struct bs_chain *chain);
void bs_chain_use_metadata(struct bs_chain *chain);

#endif
