/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Links that ask STS: assumed roles, and web identities. */

#include <stdio.h>
#include <string.h>

#include <openssl/crypto.h>

#include "base/digest.h"
#include "orchestrator/aws/credential_state.h"
#include "orchestrator/aws/wire_protocol.h"

enum { SESSION_NAME_MAX = 128, STS_TIMEOUT_MS = 5000 };

#define FORM_CONTENT_TYPE "application/x-www-form-urlencoded; charset=utf-8"

/* ---- STS ---- */

static const char *region_of(const struct bs_chain *chain)
{
    const char *region = chain->settings.region;

    region = region != NULL ? region : bs_chain_variable(chain, "AWS_REGION");
    region = region != NULL ? region : bs_chain_variable(chain, "AWS_DEFAULT_REGION");
    return region != NULL ? region : bs_chain_profile_value(chain, chain->profile, "region");
}

static bool find_sts(struct bs_chain *chain, struct bs_endpoint *endpoint)
{
    const struct bs_endpoint_settings settings = {.environment = chain->settings.environment,
                                                  .config = chain->config,
                                                  .profile = chain->profile,
                                                  .url = chain->settings.url};
    const char *region = region_of(chain);

    if (region == NULL) {
        BS_CHAIN_FAIL(chain, "%s: STS needs a Region, and none is said", chain->link);
        return false;
    }
    if (bs_endpoint_resolve(&settings, BS_AWS_STS, region, endpoint, &chain->error) != BS_OK) {
        bs_chain_end_badly(chain);
        return false;
    }
    (void)snprintf(chain->url, sizeof(chain->url), "%s/", endpoint->url);
    return true;
}

static void add_parameter(struct bs_chain *chain, const char *name, const char *value)
{
    if (value != NULL) {
        bs_buffer_format(&chain->body, "&%s=", name);
        bs_wire_escape(value, &chain->body);
    }
}

static void begin_body(struct bs_chain *chain, const char *action, const char *role,
                       const char *session)
{
    char name[SESSION_NAME_MAX];

    (void)snprintf(name, sizeof(name), "blackstart-%lld", (long long)chain->now_s);
    OPENSSL_cleanse(chain->body.bytes, chain->body.capacity);
    chain->body.length = 0;
    bs_buffer_format(&chain->body, "Action=%s&Version=2011-06-15", action);
    add_parameter(chain, "RoleArn", role);
    add_parameter(chain, "RoleSessionName", session != NULL ? session : name);
}

static void end_body(struct bs_chain *chain)
{
    bs_chain_add_header(chain, "Content-Type", FORM_CONTENT_TYPE);
    chain->want.body = chain->body.bytes;
    chain->want.body_length = chain->body.length;
    chain->want.timeout_ms = STS_TIMEOUT_MS;
}

static void read_sts(struct bs_chain *chain, const char *operation, int32_t status,
                     const char *body, size_t length)
{
    char code[BS_CALL_CODE_MAX];

    if (status == 0) {
        BS_CHAIN_FAIL(chain, "%s: nobody answers at %s", chain->link, chain->host);
    } else if (status != 200) {
        bs_credential_read_sts_error(body, length, code);
        BS_CHAIN_FAIL(chain, "%s: STS refuses %s: %s (HTTP %d)", chain->link, operation,
                      code[0] != '\0' ? code : "for no reason that can be read", status);
    } else if (!bs_credential_read_sts(operation, body, length, &chain->fresh)) {
        BS_CHAIN_FAIL(chain, "%s: STS's answer to %s cannot be read", chain->link, operation);
    } else {
        bs_chain_go_on(chain);
    }
}

static void role_assumed(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    read_sts(chain, "AssumeRole", status, body, length);
}

static bool sign(struct bs_chain *chain, const struct bs_endpoint *endpoint)
{
    const char *token = chain->fresh.session_token[0] != '\0' ? chain->fresh.session_token : NULL;
    const struct bs_credentials credentials = {chain->fresh.access_key_id,
                                               chain->fresh.secret_access_key, token};
    const struct bs_sigv4_scope scope = {chain->date, endpoint->signing_region, "sts"};
    char hash[BS_SIGV4_HEX_SIZE];
    struct bs_sigv4_request request = {.method = chain->want.method,
                                       .target = strchr(strstr(chain->url, "://") + 3, '/'),
                                       .headers = chain->headers,
                                       .payload_hash = hash};

    bs_sigv4_date(chain->now_s, chain->date);
    bs_digest_bytes(chain->body.bytes, chain->body.length, hash);
    bs_chain_add_header(chain, "X-Amz-Date", chain->date);
    if (token != NULL) {
        bs_chain_add_header(chain, "X-Amz-Security-Token", chain->fresh.session_token);
    }
    request.header_count = chain->want.header_count;
    chain->authorization.length = 0;
    if (bs_sigv4_authorization(&credentials, &scope, &request, &chain->authorization) != BS_OK) {
        return false;
    }
    bs_chain_add_header(chain, "Authorization", chain->authorization.bytes);
    return true;
}

void bs_chain_assume_role(struct bs_chain *chain, const char *profile)
{
    struct bs_endpoint endpoint;

    chain->link = "assumed role";
    if (bs_chain_profile_value(chain, profile, "mfa_serial") != NULL) {
        BS_CHAIN_FAIL(
            chain,
            "profile %s: its role wants a code from a device (mfa_serial), and nobody can be asked",
            profile);
        return;
    }
    if (!find_sts(chain, &endpoint)) {
        return;
    }
    begin_body(chain, "AssumeRole", bs_chain_profile_value(chain, profile, "role_arn"),
               bs_chain_profile_value(chain, profile, "role_session_name"));
    add_parameter(chain, "ExternalId", bs_chain_profile_value(chain, profile, "external_id"));
    add_parameter(chain, "DurationSeconds",
                  bs_chain_profile_value(chain, profile, "duration_seconds"));
    bs_chain_want_http(chain, "POST", role_assumed);
    end_body(chain);
    if (chain->body.failed || !sign(chain, &endpoint)) {
        BS_CHAIN_FAIL(chain, "profile %s: the request to STS cannot be signed", profile);
    }
}

/* ---- Web identity ---- */

static void identity_taken(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    read_sts(chain, "AssumeRoleWithWebIdentity", status, body, length);
}

/* Not signed: the token says who asks. */
static void identity_read(struct bs_chain *chain, int32_t is_there, const char *bytes,
                          size_t length)
{
    struct bs_endpoint endpoint;

    if (!is_there || !bs_chain_keep_token(chain, bytes, length)) {
        BS_CHAIN_FAIL(chain, "%s: there is no token in %s", chain->link, chain->want.path);
        return;
    }
    if (!find_sts(chain, &endpoint)) {
        return;
    }
    begin_body(chain, "AssumeRoleWithWebIdentity", chain->web_role, chain->web_session);
    add_parameter(chain, "WebIdentityToken", chain->secret);
    if (chain->body.failed) {
        BS_CHAIN_FAIL(chain, "%s: the token is too long", chain->link);
        return;
    }
    bs_chain_want_http(chain, "POST", identity_taken);
    end_body(chain);
}

void bs_chain_use_web_identity(struct bs_chain *chain, const char *file, const char *role,
                               const char *session)
{
    chain->link = "web identity";
    if (role == NULL) {
        BS_CHAIN_FAIL(chain, "web identity: there is a token's file, but no role (AWS_ROLE_ARN)");
        return;
    }
    chain->web_role = role;
    chain->web_session = session;
    bs_chain_want_file(chain, file, identity_read);
}

void bs_chain_use_profile_identity(struct bs_chain *chain, const char *profile)
{
    bs_chain_use_web_identity(chain,
                              bs_chain_profile_value(chain, profile, "web_identity_token_file"),
                              bs_chain_profile_value(chain, profile, "role_arn"),
                              bs_chain_profile_value(chain, profile, "role_session_name"));
}
