/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/credential_chain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "base/digest.h"
#include "orchestrator/aws/credential_answer.h"
#include "orchestrator/aws/wire_protocol.h"

enum {
    ROLES_MAX = 8,
    URL_MAX = 1024,
    NAME_SIZE = 128,
    BODY_MAX = 3 * BS_TOKEN_MAX, /* Each byte of a token may take three. */
    STS_TIMEOUT_MS = 5000,
    METADATA_TIMEOUT_MS = 1000,
};

#define METADATA_PATH     "/latest/meta-data/iam/security-credentials/"
#define METADATA_TTL_S    "21600"
#define CONTAINER_HOST    "http://169.254.170.2"
#define FORM_CONTENT_TYPE "application/x-www-form-urlencoded; charset=utf-8"

/* Whatever may be secret is in here and is wiped with it; the body's room is made at once. */
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

    const char *roles[ROLES_MAX]; /* Profiles whose roles are to be assumed, the last one first. */
    size_t role_count;
    const char *web_role;
    const char *web_session;

    char url[URL_MAX];
    char host[URL_MAX];
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

static void go_on(struct bs_chain *chain);

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
    bs_buffer_init(&chain->authorization, URL_MAX);
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

static const char *environment(const struct bs_chain *chain, const char *name)
{
    return bs_environment_get(&chain->settings.environment, name);
}

static const char *profile_value(const struct bs_chain *chain, const char *profile, const char *key)
{
    return bs_shared_config_profile(chain->config, profile, key);
}

static void end_badly(struct bs_chain *chain)
{
    chain->state = BS_CHAIN_FAILED;
    OPENSSL_cleanse(&chain->fresh, sizeof(chain->fresh));
    OPENSSL_cleanse(chain->secret, sizeof(chain->secret));
}

#define FAIL(chain, ...)                                                      \
    do {                                                                      \
        (void)bs_error_set(&(chain)->error, BS_ERR_INPUT, NULL, __VA_ARGS__); \
        end_badly(chain);                                                     \
    } while (0)

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

static void want_file(struct bs_chain *chain, const char *path,
                      void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                   size_t length))
{
    chain->want = (struct bs_chain_want){.kind = BS_CHAIN_FILE, .path = path};
    chain->told = told;
    chain->state = BS_CHAIN_WANTS;
}

static void add_header(struct bs_chain *chain, const char *name, const char *value)
{
    BS_ASSERT(chain->want.header_count < BS_CHAIN_HEADERS_MAX);
    chain->headers[chain->want.header_count++] = (struct bs_http_header){name, value};
}

/* Of `chain->url`, which has been written; headers and body may be added. */
static void want_http(struct bs_chain *chain, const char *method,
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
    add_header(chain, "Host", chain->host);
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
        FAIL(chain, "%s: the answer from %s is too long", chain->link, chain->host);
        return;
    }
    chain->told(chain, status, body, length);
}

/* A token in a file ends where blanks begin; it goes into headers, so that nothing else may be in it. */
static bool keep_token(struct bs_chain *chain, const char *bytes, size_t length)
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
        FAIL(chain,
             "%s: the key's id or the secret is missing, too long, or has characters that no key "
             "has",
             chain->link);
        return;
    }
    go_on(chain);
}

static bool has_environment_keys(const struct bs_chain *chain)
{
    return environment(chain, "AWS_ACCESS_KEY_ID") != NULL ||
           environment(chain, "AWS_SECRET_ACCESS_KEY") != NULL;
}

static void use_environment(struct bs_chain *chain)
{
    chain->link = "environment";
    use_keys(chain, environment(chain, "AWS_ACCESS_KEY_ID"),
             environment(chain, "AWS_SECRET_ACCESS_KEY"), environment(chain, "AWS_SESSION_TOKEN"));
}

static bool has_profile_keys(const struct bs_chain *chain, const char *profile)
{
    return profile_value(chain, profile, "aws_access_key_id") != NULL ||
           profile_value(chain, profile, "aws_secret_access_key") != NULL;
}

static void use_profile_keys(struct bs_chain *chain, const char *profile)
{
    chain->link = "shared files";
    use_keys(chain, profile_value(chain, profile, "aws_access_key_id"),
             profile_value(chain, profile, "aws_secret_access_key"),
             profile_value(chain, profile, "aws_session_token"));
}

/* ---- STS ---- */

static const char *region_of(const struct bs_chain *chain)
{
    const char *region = chain->settings.region;

    region = region != NULL ? region : environment(chain, "AWS_REGION");
    region = region != NULL ? region : environment(chain, "AWS_DEFAULT_REGION");
    return region != NULL ? region : profile_value(chain, chain->profile, "region");
}

static bool find_sts(struct bs_chain *chain, struct bs_endpoint *endpoint)
{
    const struct bs_endpoint_settings settings = {.environment = chain->settings.environment,
                                                  .config = chain->config,
                                                  .profile = chain->profile,
                                                  .url = chain->settings.url};
    const char *region = region_of(chain);

    if (region == NULL) {
        FAIL(chain, "%s: STS needs a Region, and none is said", chain->link);
        return false;
    }
    if (bs_endpoint_resolve(&settings, BS_AWS_STS, region, endpoint, &chain->error) != BS_OK) {
        end_badly(chain);
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
    char name[NAME_SIZE];

    (void)snprintf(name, sizeof(name), "blackstart-%lld", (long long)chain->now_s);
    OPENSSL_cleanse(chain->body.bytes, chain->body.capacity);
    chain->body.length = 0;
    bs_buffer_format(&chain->body, "Action=%s&Version=2011-06-15", action);
    add_parameter(chain, "RoleArn", role);
    add_parameter(chain, "RoleSessionName", session != NULL ? session : name);
}

static void end_body(struct bs_chain *chain)
{
    add_header(chain, "Content-Type", FORM_CONTENT_TYPE);
    chain->want.body = chain->body.bytes;
    chain->want.body_length = chain->body.length;
    chain->want.timeout_ms = STS_TIMEOUT_MS;
}

static void read_sts(struct bs_chain *chain, const char *operation, int32_t status,
                     const char *body, size_t length)
{
    char code[BS_CALL_CODE_MAX];

    if (status == 0) {
        FAIL(chain, "%s: nobody answers at %s", chain->link, chain->host);
    } else if (status != 200) {
        bs_credential_read_sts_error(body, length, code);
        FAIL(chain, "%s: STS refuses %s: %s (HTTP %d)", chain->link, operation,
             code[0] != '\0' ? code : "for no reason that can be read", status);
    } else if (!bs_credential_read_sts(operation, body, length, &chain->fresh)) {
        FAIL(chain, "%s: STS's answer to %s cannot be read", chain->link, operation);
    } else {
        go_on(chain);
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
    add_header(chain, "X-Amz-Date", chain->date);
    if (token != NULL) {
        add_header(chain, "X-Amz-Security-Token", chain->fresh.session_token);
    }
    request.header_count = chain->want.header_count;
    chain->authorization.length = 0;
    if (bs_sigv4_authorization(&credentials, &scope, &request, &chain->authorization) != BS_OK) {
        return false;
    }
    add_header(chain, "Authorization", chain->authorization.bytes);
    return true;
}

static void assume_role(struct bs_chain *chain, const char *profile)
{
    struct bs_endpoint endpoint;

    chain->link = "assumed role";
    if (profile_value(chain, profile, "mfa_serial") != NULL) {
        FAIL(
            chain,
            "profile %s: its role wants a code from a device (mfa_serial), and nobody can be asked",
            profile);
        return;
    }
    if (!find_sts(chain, &endpoint)) {
        return;
    }
    begin_body(chain, "AssumeRole", profile_value(chain, profile, "role_arn"),
               profile_value(chain, profile, "role_session_name"));
    add_parameter(chain, "ExternalId", profile_value(chain, profile, "external_id"));
    add_parameter(chain, "DurationSeconds", profile_value(chain, profile, "duration_seconds"));
    want_http(chain, "POST", role_assumed);
    end_body(chain);
    if (chain->body.failed || !sign(chain, &endpoint)) {
        FAIL(chain, "profile %s: the request to STS cannot be signed", profile);
    }
}

/* Credentials are there: they are what is wanted, or what the next role is assumed with. */
static void go_on(struct bs_chain *chain)
{
    if (chain->role_count > 0) {
        chain->role_count--;
        assume_role(chain, chain->roles[chain->role_count]);
    } else {
        finish(chain);
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

    if (!is_there || !keep_token(chain, bytes, length)) {
        FAIL(chain, "%s: there is no token in %s", chain->link, chain->want.path);
        return;
    }
    if (!find_sts(chain, &endpoint)) {
        return;
    }
    begin_body(chain, "AssumeRoleWithWebIdentity", chain->web_role, chain->web_session);
    add_parameter(chain, "WebIdentityToken", chain->secret);
    if (chain->body.failed) {
        FAIL(chain, "%s: the token is too long", chain->link);
        return;
    }
    want_http(chain, "POST", identity_taken);
    end_body(chain);
}

static void use_web_identity(struct bs_chain *chain, const char *file, const char *role,
                             const char *session)
{
    chain->link = "web identity";
    if (role == NULL) {
        FAIL(chain, "web identity: there is a token's file, but no role (AWS_ROLE_ARN)");
        return;
    }
    chain->web_role = role;
    chain->web_session = session;
    want_file(chain, file, identity_read);
}

static void use_profile_identity(struct bs_chain *chain, const char *profile)
{
    use_web_identity(chain, profile_value(chain, profile, "web_identity_token_file"),
                     profile_value(chain, profile, "role_arn"),
                     profile_value(chain, profile, "role_session_name"));
}

/* ---- Container ---- */

static void container_answered(struct bs_chain *chain, int32_t status, const char *body,
                               size_t length)
{
    if (status == 0) {
        FAIL(chain, "container: nobody answers at %s", chain->host);
    } else if (status != 200) {
        FAIL(chain, "container: %s answers with HTTP %d", chain->host, status);
    } else if (!bs_credential_read_json(body, length, &chain->fresh)) {
        FAIL(chain, "container: the answer from %s holds no credentials", chain->host);
    } else {
        go_on(chain);
    }
}

static bool is_octet(const char **text, char after)
{
    char *end = NULL;
    const long value = **text >= '0' && **text <= '9' ? strtol(*text, &end, 10) : -1;

    if (value < 0 || value > 255 || *end != after) {
        return false;
    }
    *text = end + 1;
    return true;
}

/* 127.0.0.0/8 as four numbers. */
static bool is_loopback_address(const char *host)
{
    return strncmp(host, "127.", 4) == 0 && is_octet(&host, '.') && is_octet(&host, '.') &&
           is_octet(&host, '.') && is_octet(&host, '\0');
}

/*
 * Without encryption credentials come from this machine, or from ECS's and EKS's agents, and from
 * nowhere else.
 */
static bool is_trusted(const char *host)
{
    static const char *const hosts[] = {"localhost", "[::1]", "169.254.170.2", "169.254.170.23",
                                        "[fd00:ec2::23]"};

    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
        if (strcasecmp(host, hosts[i]) == 0) {
            return true;
        }
    }
    return is_loopback_address(host);
}

/* The host of `chain->url` without its port; "" if it is too strange to be looked at. */
static void copy_host(const struct bs_chain *chain, char host[NAME_SIZE])
{
    const char *first = strstr(chain->url, "://") + 3;
    const size_t length = first[0] == '[' ? strcspn(first, "]") + 1 : strcspn(first, ":/?#");

    host[0] = '\0';
    if (length < NAME_SIZE && length <= strlen(first) && strchr(first, '@') == NULL) {
        (void)snprintf(host, NAME_SIZE, "%.*s", (int)length, first);
    }
}

static bool write_container_url(struct bs_chain *chain)
{
    const char *relative = environment(chain, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const char *full = environment(chain, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    const int length = relative != NULL
                           ? snprintf(chain->url, sizeof(chain->url), CONTAINER_HOST "%s%s",
                                      relative[0] == '/' ? "" : "/", relative)
                           : snprintf(chain->url, sizeof(chain->url), "%s", full);
    const bool is_http = strncmp(chain->url, "http://", 7) == 0;

    if (length < 0 || (size_t)length >= sizeof(chain->url) ||
        strpbrk(chain->url, " \t\r\n") != NULL ||
        (!is_http && strncmp(chain->url, "https://", 8) != 0)) {
        FAIL(chain, "container: AWS_CONTAINER_CREDENTIALS_%s_URI is no URL",
             relative != NULL ? "RELATIVE" : "FULL");
        return false;
    }
    return true;
}

static void ask_container(struct bs_chain *chain)
{
    char host[NAME_SIZE];

    if (!write_container_url(chain)) {
        return;
    }
    copy_host(chain, host);
    if (host[0] == '\0' || (strncmp(chain->url, "http://", 7) == 0 && !is_trusted(host))) {
        FAIL(chain,
             "container: '%s' is neither https nor a loopback address nor a container agent's",
             host);
        return;
    }
    want_http(chain, "GET", container_answered);
    chain->want.must_be_loopback = strcasecmp(host, "localhost") == 0;
    add_header(chain, "Accept", "application/json");
    if (chain->secret[0] != '\0') {
        add_header(chain, "Authorization", chain->secret);
    }
}

static void container_token_read(struct bs_chain *chain, int32_t is_there, const char *bytes,
                                 size_t length)
{
    if (!is_there || !keep_token(chain, bytes, length)) {
        FAIL(chain, "container: there is no token in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        return;
    }
    ask_container(chain);
}

static bool has_container(const struct bs_chain *chain)
{
    return environment(chain, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") != NULL ||
           environment(chain, "AWS_CONTAINER_CREDENTIALS_FULL_URI") != NULL;
}

static void use_container(struct bs_chain *chain)
{
    const char *file = environment(chain, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    const char *token = environment(chain, "AWS_CONTAINER_AUTHORIZATION_TOKEN");

    chain->link = "container";
    chain->secret[0] = '\0';
    if (!has_container(chain)) {
        FAIL(chain,
             "container: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor .._FULL_URI is set");
    } else if (file != NULL) {
        want_file(chain, file, container_token_read);
    } else if (token != NULL && !keep_token(chain, token, strlen(token))) {
        FAIL(chain, "container: AWS_CONTAINER_AUTHORIZATION_TOKEN cannot be a header's value");
    } else {
        ask_container(chain);
    }
}

/* ---- Instance metadata ---- */

static const char *metadata_base(const struct bs_chain *chain)
{
    static const struct {
        const char *variable;
        const char *key;
    } places[] = {{"AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint"},
                  {"AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode"}};
    const char *found[2];

    for (size_t i = 0; i < 2; i++) {
        found[i] = environment(chain, places[i].variable);
        found[i] =
            found[i] != NULL ? found[i] : profile_value(chain, chain->profile, places[i].key);
    }
    if (found[0] != NULL) {
        return found[0];
    }
    return found[1] != NULL && strcasecmp(found[1], "IPv6") == 0 ? "http://[fd00:ec2::254]"
                                                                 : "http://169.254.169.254";
}

/* False, and failed, if what is configured is no URL. */
static bool write_metadata_url(struct bs_chain *chain, const char *path, const char *role)
{
    const char *base = metadata_base(chain);
    size_t length = strlen(base);

    while (length > 0 && base[length - 1] == '/') {
        length--;
    }
    if (strncmp(base, "http://", 7) != 0 || length <= 7 || length > URL_MAX / 2 ||
        strpbrk(base, " \t\r\n@?#") != NULL) {
        FAIL(chain, "instance metadata: the endpoint that is configured is no URL");
        return false;
    }
    (void)snprintf(chain->url, sizeof(chain->url), "%.*s%s%s", (int)length, base, path, role);
    return true;
}

static void metadata_credentials(struct bs_chain *chain, int32_t status, const char *body,
                                 size_t length)
{
    if (status != 200 || !bs_credential_read_json(body, length, &chain->fresh)) {
        FAIL(chain, "instance metadata: no credentials in the answer (HTTP %d)", status);
        return;
    }
    go_on(chain);
}

static void ask_metadata(struct bs_chain *chain, const char *role,
                         void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                      size_t length))
{
    if (write_metadata_url(chain, METADATA_PATH, role)) {
        want_http(chain, "GET", told);
        add_header(chain, "X-aws-ec2-metadata-token", chain->secret);
    }
}

/* The first line is the role's name. */
static void metadata_role(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    char role[NAME_SIZE];
    size_t end = 0;

    while (end < length && end < sizeof(role) - 1 && body[end] > ' ' && body[end] < 127) {
        role[end] = body[end];
        end++;
    }
    role[end] = '\0';
    if (status != 200 || end == 0 || (end < length && body[end] != '\n' && body[end] != '\r') ||
        strpbrk(role, "/?#%") != NULL) {
        FAIL(chain, "instance metadata: the instance has no role (HTTP %d)", status);
        return;
    }
    ask_metadata(chain, role, metadata_credentials);
}

static void metadata_token(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    if (status == 0) {
        FAIL(chain,
             "no credentials: not in the environment, not in profile %s, and no instance metadata"
             " answers at %s (within a container its hop limit must be 2)",
             chain->profile, chain->host);
    } else if (status != 200 || !keep_token(chain, body, length)) {
        FAIL(chain, "instance metadata: %s gives no token (HTTP %d); version 1 is not used",
             chain->host, status);
    } else {
        ask_metadata(chain, "", metadata_role);
    }
}

static void use_metadata(struct bs_chain *chain)
{
    const char *is_off = environment(chain, "AWS_EC2_METADATA_DISABLED");

    chain->link = "instance metadata";
    if (is_off != NULL && strcasecmp(is_off, "true") == 0) {
        FAIL(chain,
             "no credentials: not in the environment, not in profile %s, and instance metadata is "
             "off"
             " (AWS_EC2_METADATA_DISABLED)",
             chain->profile);
    } else if (write_metadata_url(chain, "/latest/api/token", "")) {
        want_http(chain, "PUT", metadata_token);
        add_header(chain, "X-aws-ec2-metadata-token-ttl-seconds", METADATA_TTL_S);
    }
}

/* ---- Which link ---- */

static const struct {
    const char *name;
    void (*use)(struct bs_chain *chain);
} credential_sources[] = {
    {"Environment", use_environment},
    {"Ec2InstanceMetadata", use_metadata},
    {"EcsContainer", use_container},
};

static void use_credential_source(struct bs_chain *chain, const char *profile, const char *name)
{
    for (size_t i = 0; i < sizeof(credential_sources) / sizeof(credential_sources[0]); i++) {
        if (strcmp(credential_sources[i].name, name) == 0) {
            credential_sources[i].use(chain);
            return;
        }
    }
    FAIL(chain,
         "profile %s: credential_source is none of Environment, Ec2InstanceMetadata, EcsContainer",
         profile);
}

/* What is asked for by name and not done must not be passed over in silence. */
static bool is_refused(struct bs_chain *chain, const char *profile)
{
    static const char *const keys[] = {"credential_process", "sso_session", "sso_start_url"};

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (profile_value(chain, profile, keys[i]) != NULL) {
            FAIL(chain,
                 "profile %s: %s is not supported: no program is run and nobody is logged in",
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
    } else if (profile_value(chain, profile, "web_identity_token_file") != NULL) {
        use_profile_identity(chain, profile);
    } else if (!bs_shared_config_has_profile(chain->config, profile)) {
        FAIL(chain, "profile %s is a source_profile and in no file", profile);
    } else if (!is_refused(chain, profile)) {
        FAIL(chain, "profile %s is a source_profile and holds no credentials", profile);
    }
}

static bool is_to_be_assumed(const struct bs_chain *chain, const char *profile)
{
    return profile_value(chain, profile, "role_arn") != NULL &&
           (profile_value(chain, profile, "source_profile") != NULL ||
            profile_value(chain, profile, "credential_source") != NULL);
}

/* A profile may be its own source, for its keys; any other circle has no beginning. */
static void follow_roles(struct bs_chain *chain, const char *profile)
{
    while (is_to_be_assumed(chain, profile)) {
        const char *place = profile_value(chain, profile, "credential_source");
        const char *source = profile_value(chain, profile, "source_profile");

        if (chain->role_count == ROLES_MAX) {
            FAIL(chain, "profile %s: more than %d roles one upon the other, or in a circle",
                 chain->profile, ROLES_MAX);
            return;
        }
        if (place != NULL && source != NULL) {
            FAIL(chain, "profile %s says both source_profile and credential_source", profile);
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
    const char *file = environment(chain, "AWS_WEB_IDENTITY_TOKEN_FILE");
    const char *profile = chain->profile;

    if (is_to_be_assumed(chain, profile)) {
        follow_roles(chain, profile);
    } else if (file != NULL && chain->settings.profile == NULL) {
        use_web_identity(chain, file, environment(chain, "AWS_ROLE_ARN"),
                         environment(chain, "AWS_ROLE_SESSION_NAME"));
    } else if (profile_value(chain, profile, "web_identity_token_file") != NULL) {
        use_profile_identity(chain, profile);
    } else if (has_profile_keys(chain, profile)) {
        use_profile_keys(chain, profile);
    } else if (is_refused(chain, profile)) {
        return;
    } else if (has_container(chain)) {
        use_container(chain);
    } else {
        use_metadata(chain);
    }
}

/* ---- Files ---- */

static bool add_file(struct bs_chain *chain, enum bs_shared_file kind, const char *bytes,
                     size_t length)
{
    if (bytes != NULL && bs_shared_config_add(chain->config, kind, chain->want.path, bytes, length,
                                              &chain->error) != BS_OK) {
        end_badly(chain);
        return false;
    }
    return true;
}

static void credentials_read(struct bs_chain *chain, int32_t is_there, const char *bytes,
                             size_t length)
{
    const bool is_named =
        chain->settings.profile != NULL || environment(chain, "AWS_PROFILE") != NULL;

    (void)is_there; /* The files may well be missing. */
    if (!add_file(chain, BS_SHARED_CREDENTIALS, bytes, length)) {
        return;
    }
    if (is_named && !bs_shared_config_has_profile(chain->config, chain->profile)) {
        FAIL(chain, "profile %s is in neither of the shared files", chain->profile);
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
    const char *path = environment(chain, "AWS_SHARED_CREDENTIALS_FILE");

    (void)is_there; /* The files may well be missing. */
    if (add_file(chain, BS_SHARED_CONFIG, bytes, length)) {
        want_file(chain, path != NULL ? path : "~/.aws/credentials", credentials_read);
    }
}

/* Files are read even if the environment has keys: endpoints and Regions may be in them. */
void bs_chain_begin(struct bs_chain *chain, int64_t now_s)
{
    const char *profile = chain->settings.profile;
    const char *path = environment(chain, "AWS_CONFIG_FILE");

    bs_shared_config_destroy(chain->config);
    chain->config = bs_shared_config_new();
    chain->error = (struct bs_error){0};
    chain->now_s = now_s;
    chain->role_count = 0;
    chain->link = "shared files";
    profile = profile != NULL ? profile : environment(chain, "AWS_PROFILE");
    chain->profile = profile != NULL ? profile : "default";
    if (chain->config == NULL) {
        FAIL(chain, "out of memory");
        return;
    }
    want_file(chain, path != NULL ? path : "~/.aws/config", config_read);
}
