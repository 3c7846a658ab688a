/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/credential_chain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "orchestrator/aws/credential_state.h"

enum {
    BODY_MAX = 3 * BS_TOKEN_MAX, /* Each byte of a token may take three. */
    METADATA_TIMEOUT_MS = 1000,
};

/* ---- What it is asked ---- */

static void reserve(struct bs_buffer *buffer, size_t size)
{
    static const char blanks[256] = {0};

    bs_buffer_init(buffer, size);
    while (!buffer->failed && buffer->length + sizeof(blanks) <= size) {
        bs_buffer_append(buffer, blanks, sizeof(blanks));
    }
    buffer->length = 0;
}

struct bs_chain *bs_chain_new(const struct bs_chain_settings *settings)
{
    struct bs_chain *chain = calloc(1, sizeof(*chain));

    if (chain == NULL) {
        return NULL;
    }
    chain->settings = *settings;
    chain->state = BS_CHAIN_FAILED;
    reserve(&chain->body, BODY_MAX);
    bs_buffer_init(&chain->authorization, BS_CHAIN_URL_MAX);
    if (chain->body.failed) {
        bs_chain_destroy(chain);
        return NULL;
    }
    return chain;
}

void bs_chain_destroy(struct bs_chain *chain)
{
    if (chain == NULL) {
        return;
    }
    if (chain->body.bytes != NULL) {
        OPENSSL_cleanse(chain->body.bytes, chain->body.capacity);
    }
    bs_buffer_clean_up(&chain->body);
    bs_buffer_clean_up(&chain->authorization);
    bs_shared_config_destroy(chain->config);
    OPENSSL_cleanse(chain, sizeof(*chain));
    free(chain);
}

enum bs_chain_state bs_chain_state(const struct bs_chain *chain)
{
    return chain->state;
}

const struct bs_error *bs_chain_error(const struct bs_chain *chain)
{
    return &chain->error;
}

const struct bs_chain_want *bs_chain_want(const struct bs_chain *chain)
{
    BS_ASSERT(chain->state == BS_CHAIN_WANTS);
    return &chain->want;
}

const struct bs_credentials *bs_chain_credentials(const struct bs_chain *chain, int64_t now_s)
{
    return chain->source != NULL && now_s < chain->current.expires_s ? &chain->view : NULL;
}

int64_t bs_chain_refresh_at_s(const struct bs_chain *chain)
{
    return chain->source == NULL || chain->current.expires_s == INT64_MAX
               ? INT64_MAX
               : chain->current.expires_s - BS_CHAIN_REFRESH_S;
}

const char *bs_chain_source(const struct bs_chain *chain)
{
    return chain->source;
}

const struct bs_shared_config *bs_chain_config(const struct bs_chain *chain)
{
    return chain->config;
}

const char *bs_chain_profile(const struct bs_chain *chain)
{
    return chain->profile;
}

/* ---- Steps ---- */

const char *bs_chain_variable(const struct bs_chain *chain, const char *name)
{
    return bs_environment_get(&chain->settings.environment, name);
}

const char *bs_chain_profile_value(const struct bs_chain *chain, const char *profile,
                                   const char *key)
{
    return bs_shared_config_profile(chain->config, profile, key);
}

void bs_chain_end_badly(struct bs_chain *chain)
{
    chain->state = BS_CHAIN_FAILED;
    OPENSSL_cleanse(&chain->fresh, sizeof(chain->fresh));
    OPENSSL_cleanse(chain->secret, sizeof(chain->secret));
}

static void finish(struct bs_chain *chain)
{
    chain->current = chain->fresh;
    chain->view = (struct bs_credentials){.access_key_id = chain->current.access_key_id,
                                          .secret_access_key = chain->current.secret_access_key,
                                          .session_token = chain->current.session_token[0] != '\0'
                                                               ? chain->current.session_token
                                                               : NULL};
    chain->source = chain->link;
    OPENSSL_cleanse(&chain->fresh, sizeof(chain->fresh));
    OPENSSL_cleanse(chain->secret, sizeof(chain->secret));
    chain->state = BS_CHAIN_DONE;
}

void bs_chain_want_file(struct bs_chain *chain, const char *path,
                        void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                     size_t length))
{
    chain->want = (struct bs_chain_want){.kind = BS_CHAIN_FILE, .path = path};
    chain->told = told;
    chain->state = BS_CHAIN_WANTS;
}

void bs_chain_add_header(struct bs_chain *chain, const char *name, const char *value)
{
    BS_ASSERT(chain->want.header_count < BS_CHAIN_HEADERS_MAX);
    chain->headers[chain->want.header_count++] = (struct bs_http_header){name, value};
}

/* Of `chain->url`, which has been written; headers and body may be added. */
void bs_chain_want_http(struct bs_chain *chain, const char *method,
                        void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                     size_t length))
{
    const char *host = strstr(chain->url, "://");

    BS_ASSERT(host != NULL);
    host += strlen("://");
    (void)snprintf(chain->host, sizeof(chain->host), "%.*s", (int)strcspn(host, "/"), host);
    chain->want = (struct bs_chain_want){.kind = BS_CHAIN_HTTP,
                                         .method = method,
                                         .url = chain->url,
                                         .headers = chain->headers,
                                         .timeout_ms = METADATA_TIMEOUT_MS};
    bs_chain_add_header(chain, "Host", chain->host);
    chain->told = told;
    chain->state = BS_CHAIN_WANTS;
}

void bs_chain_file(struct bs_chain *chain, const char *bytes, size_t length)
{
    BS_ASSERT(chain->state == BS_CHAIN_WANTS && chain->want.kind == BS_CHAIN_FILE);
    chain->told(chain, bytes != NULL, bytes, length);
}

void bs_chain_http(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    BS_ASSERT(chain->state == BS_CHAIN_WANTS && chain->want.kind == BS_CHAIN_HTTP);
    if (length > BS_CHAIN_ANSWER_MAX) {
        BS_CHAIN_FAIL(chain, "%s: the answer from %s is too long", chain->link, chain->host);
        return;
    }
    chain->told(chain, status, body, length);
}

/* A token in a file ends where blanks begin; it goes into headers, so that nothing else may be in it. */
bool bs_chain_keep_token(struct bs_chain *chain, const char *bytes, size_t length)
{
    while (length > 0 && bytes[length - 1] <= ' ') {
        length--;
    }
    if (length == 0 || length >= sizeof(chain->secret)) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] < ' ' || bytes[i] >= 127) {
            return false;
        }
    }
    memcpy(chain->secret, bytes, length);
    chain->secret[length] = '\0';
    return true;
}

/* ---- Keys that lie somewhere ---- */

static void use_keys(struct bs_chain *chain, const char *id, const char *secret, const char *token)
{
    if (!bs_credential_set(&chain->fresh, id, secret, token)) {
        BS_CHAIN_FAIL(
            chain,
            "%s: the key's id or the secret is missing, too long, or has characters that no key "
            "has",
            chain->link);
        return;
    }
    bs_chain_go_on(chain);
}

static bool has_environment_keys(const struct bs_chain *chain)
{
    return bs_chain_variable(chain, "AWS_ACCESS_KEY_ID") != NULL ||
           bs_chain_variable(chain, "AWS_SECRET_ACCESS_KEY") != NULL;
}

static void use_environment(struct bs_chain *chain)
{
    chain->link = "environment";
    use_keys(chain, bs_chain_variable(chain, "AWS_ACCESS_KEY_ID"),
             bs_chain_variable(chain, "AWS_SECRET_ACCESS_KEY"),
             bs_chain_variable(chain, "AWS_SESSION_TOKEN"));
}

static bool has_profile_keys(const struct bs_chain *chain, const char *profile)
{
    return bs_chain_profile_value(chain, profile, "aws_access_key_id") != NULL ||
           bs_chain_profile_value(chain, profile, "aws_secret_access_key") != NULL;
}

static void use_profile_keys(struct bs_chain *chain, const char *profile)
{
    chain->link = "shared files";
    use_keys(chain, bs_chain_profile_value(chain, profile, "aws_access_key_id"),
             bs_chain_profile_value(chain, profile, "aws_secret_access_key"),
             bs_chain_profile_value(chain, profile, "aws_session_token"));
}

/* Credentials are there: they are what is wanted, or what the next role is assumed with. */
void bs_chain_go_on(struct bs_chain *chain)
{
    if (chain->role_count > 0) {
        chain->role_count--;
        bs_chain_assume_role(chain, chain->roles[chain->role_count]);
    } else {
        finish(chain);
    }
}

/* ---- Which link ---- */

static const struct {
    const char *name;
    void (*use)(struct bs_chain *chain);
} credential_sources[] = {
    {"Environment", use_environment},
    {"Ec2InstanceMetadata", bs_chain_use_metadata},
    {"EcsContainer", bs_chain_use_container},
};

static void use_credential_source(struct bs_chain *chain, const char *profile, const char *name)
{
    for (size_t i = 0; i < sizeof(credential_sources) / sizeof(credential_sources[0]); i++) {
        if (strcmp(credential_sources[i].name, name) == 0) {
            credential_sources[i].use(chain);
            return;
        }
    }
    BS_CHAIN_FAIL(
        chain,
        "profile %s: credential_source is none of Environment, Ec2InstanceMetadata, EcsContainer",
        profile);
}

/* What is asked for by name and not done must not be passed over in silence. */
static bool is_refused(struct bs_chain *chain, const char *profile)
{
    static const char *const keys[] = {"credential_process", "sso_session", "sso_start_url"};

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (bs_chain_profile_value(chain, profile, keys[i]) != NULL) {
            BS_CHAIN_FAIL(
                chain, "profile %s: %s is not supported: no program is run and nobody is logged in",
                profile, keys[i]);
            return true;
        }
    }
    return false;
}

/* Where the credentials lie with which the first role is assumed. */
static void use_source_profile(struct bs_chain *chain, const char *profile)
{
    if (has_profile_keys(chain, profile)) {
        use_profile_keys(chain, profile);
    } else if (bs_chain_profile_value(chain, profile, "web_identity_token_file") != NULL) {
        bs_chain_use_profile_identity(chain, profile);
    } else if (!bs_shared_config_has_profile(chain->config, profile)) {
        BS_CHAIN_FAIL(chain, "profile %s is a source_profile and in no file", profile);
    } else if (!is_refused(chain, profile)) {
        BS_CHAIN_FAIL(chain, "profile %s is a source_profile and holds no credentials", profile);
    }
}

static bool is_to_be_assumed(const struct bs_chain *chain, const char *profile)
{
    return bs_chain_profile_value(chain, profile, "role_arn") != NULL &&
           (bs_chain_profile_value(chain, profile, "source_profile") != NULL ||
            bs_chain_profile_value(chain, profile, "credential_source") != NULL);
}

/* A profile may be its own source, for its keys; any other circle has no beginning. */
static void follow_roles(struct bs_chain *chain, const char *profile)
{
    while (is_to_be_assumed(chain, profile)) {
        const char *place = bs_chain_profile_value(chain, profile, "credential_source");
        const char *source = bs_chain_profile_value(chain, profile, "source_profile");

        if (chain->role_count == BS_CHAIN_ROLES_MAX) {
            BS_CHAIN_FAIL(chain,
                          "profile %s: more than %d roles one upon the other, or in a circle",
                          chain->profile, BS_CHAIN_ROLES_MAX);
            return;
        }
        if (place != NULL && source != NULL) {
            BS_CHAIN_FAIL(chain, "profile %s says both source_profile and credential_source",
                          profile);
            return;
        }
        chain->roles[chain->role_count++] = profile;
        if (place != NULL) {
            use_credential_source(chain, profile, place);
            return;
        }
        if (strcmp(source, profile) == 0) {
            break;
        }
        profile = source;
    }
    use_source_profile(chain, profile);
}

static void choose(struct bs_chain *chain)
{
    const char *file = bs_chain_variable(chain, "AWS_WEB_IDENTITY_TOKEN_FILE");
    const char *profile = chain->profile;

    if (is_to_be_assumed(chain, profile)) {
        follow_roles(chain, profile);
    } else if (file != NULL && chain->settings.profile == NULL) {
        bs_chain_use_web_identity(chain, file, bs_chain_variable(chain, "AWS_ROLE_ARN"),
                                  bs_chain_variable(chain, "AWS_ROLE_SESSION_NAME"));
    } else if (bs_chain_profile_value(chain, profile, "web_identity_token_file") != NULL) {
        bs_chain_use_profile_identity(chain, profile);
    } else if (has_profile_keys(chain, profile)) {
        use_profile_keys(chain, profile);
    } else if (is_refused(chain, profile)) {
        return;
    } else if (bs_chain_has_container(chain)) {
        bs_chain_use_container(chain);
    } else {
        bs_chain_use_metadata(chain);
    }
}

/* ---- Files ---- */

static bool add_file(struct bs_chain *chain, enum bs_shared_file kind, const char *bytes,
                     size_t length)
{
    if (bytes != NULL && bs_shared_config_add(chain->config, kind, chain->want.path, bytes, length,
                                              &chain->error) != BS_OK) {
        bs_chain_end_badly(chain);
        return false;
    }
    return true;
}

static void credentials_read(struct bs_chain *chain, int32_t is_there, const char *bytes,
                             size_t length)
{
    const bool is_named =
        chain->settings.profile != NULL || bs_chain_variable(chain, "AWS_PROFILE") != NULL;

    (void)is_there; /* The files may well be missing. */
    if (!add_file(chain, BS_SHARED_CREDENTIALS, bytes, length)) {
        return;
    }
    if (is_named && !bs_shared_config_has_profile(chain->config, chain->profile)) {
        BS_CHAIN_FAIL(chain, "profile %s is in neither of the shared files", chain->profile);
        return;
    }
    if (has_environment_keys(chain) && chain->settings.profile == NULL) {
        use_environment(chain);
        return;
    }
    choose(chain);
}

static void config_read(struct bs_chain *chain, int32_t is_there, const char *bytes, size_t length)
{
    const char *path = bs_chain_variable(chain, "AWS_SHARED_CREDENTIALS_FILE");

    (void)is_there; /* The files may well be missing. */
    if (add_file(chain, BS_SHARED_CONFIG, bytes, length)) {
        bs_chain_want_file(chain, path != NULL ? path : "~/.aws/credentials", credentials_read);
    }
}

/* Files are read even if the environment has keys: endpoints and Regions may be in them. */
void bs_chain_begin(struct bs_chain *chain, int64_t now_s)
{
    const char *profile = chain->settings.profile;
    const char *path = bs_chain_variable(chain, "AWS_CONFIG_FILE");

    bs_shared_config_destroy(chain->config);
    chain->config = bs_shared_config_new();
    chain->error = (struct bs_error){0};
    chain->now_s = now_s;
    chain->role_count = 0;
    chain->link = "shared files";
    profile = profile != NULL ? profile : bs_chain_variable(chain, "AWS_PROFILE");
    chain->profile = profile != NULL ? profile : "default";
    if (chain->config == NULL) {
        BS_CHAIN_FAIL(chain, "out of memory");
        return;
    }
    bs_chain_want_file(chain, path != NULL ? path : "~/.aws/config", config_read);
}
