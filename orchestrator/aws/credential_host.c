/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Links that ask where the program runs: the container's agent, and the instance's metadata. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "orchestrator/aws/credential_state.h"

enum { NAME_SIZE = 128 };

#define METADATA_PATH  "/latest/meta-data/iam/security-credentials/"
#define METADATA_TTL_S "21600"
#define CONTAINER_HOST "http://169.254.170.2"

/* ---- Container ---- */

static void container_answered(struct bs_chain *chain, int32_t status, const char *body,
                               size_t length)
{
    if (status == 0) {
        BS_CHAIN_FAIL(chain, "container: nobody answers at %s", chain->host);
    } else if (status != 200) {
        BS_CHAIN_FAIL(chain, "container: %s answers with HTTP %d", chain->host, status);
    } else if (!bs_credential_read_json(body, length, &chain->fresh)) {
        BS_CHAIN_FAIL(chain, "container: the answer from %s holds no credentials", chain->host);
    } else {
        bs_chain_go_on(chain);
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
    const char *relative = bs_chain_variable(chain, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const char *full = bs_chain_variable(chain, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    const int length = relative != NULL
                           ? snprintf(chain->url, sizeof(chain->url), CONTAINER_HOST "%s%s",
                                      relative[0] == '/' ? "" : "/", relative)
                           : snprintf(chain->url, sizeof(chain->url), "%s", full);
    const bool is_http = strncmp(chain->url, "http://", 7) == 0;

    if (length < 0 || (size_t)length >= sizeof(chain->url) ||
        strpbrk(chain->url, " \t\r\n") != NULL ||
        (!is_http && strncmp(chain->url, "https://", 8) != 0)) {
        BS_CHAIN_FAIL(chain, "container: AWS_CONTAINER_CREDENTIALS_%s_URI is no URL",
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
        BS_CHAIN_FAIL(
            chain,
            "container: '%s' is neither https nor a loopback address nor a container agent's",
            host);
        return;
    }
    bs_chain_want_http(chain, "GET", container_answered);
    chain->want.must_be_loopback = strcasecmp(host, "localhost") == 0;
    bs_chain_add_header(chain, "Accept", "application/json");
    if (chain->secret[0] != '\0') {
        bs_chain_add_header(chain, "Authorization", chain->secret);
    }
}

static void container_token_read(struct bs_chain *chain, int32_t is_there, const char *bytes,
                                 size_t length)
{
    if (!is_there || !bs_chain_keep_token(chain, bytes, length)) {
        BS_CHAIN_FAIL(chain,
                      "container: there is no token in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        return;
    }
    ask_container(chain);
}

bool bs_chain_has_container(const struct bs_chain *chain)
{
    return bs_chain_variable(chain, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") != NULL ||
           bs_chain_variable(chain, "AWS_CONTAINER_CREDENTIALS_FULL_URI") != NULL;
}

void bs_chain_use_container(struct bs_chain *chain)
{
    const char *file = bs_chain_variable(chain, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    const char *token = bs_chain_variable(chain, "AWS_CONTAINER_AUTHORIZATION_TOKEN");

    chain->link = "container";
    chain->secret[0] = '\0';
    if (!bs_chain_has_container(chain)) {
        BS_CHAIN_FAIL(
            chain,
            "container: neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor .._FULL_URI is set");
    } else if (file != NULL) {
        bs_chain_want_file(chain, file, container_token_read);
    } else if (token != NULL && !bs_chain_keep_token(chain, token, strlen(token))) {
        BS_CHAIN_FAIL(chain,
                      "container: AWS_CONTAINER_AUTHORIZATION_TOKEN cannot be a header's value");
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
        found[i] = bs_chain_variable(chain, places[i].variable);
        found[i] = found[i] != NULL ? found[i]
                                    : bs_chain_profile_value(chain, chain->profile, places[i].key);
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
    if (strncmp(base, "http://", 7) != 0 || length <= 7 || length > BS_CHAIN_URL_MAX / 2 ||
        strpbrk(base, " \t\r\n@?#") != NULL) {
        BS_CHAIN_FAIL(chain, "instance metadata: the endpoint that is configured is no URL");
        return false;
    }
    (void)snprintf(chain->url, sizeof(chain->url), "%.*s%s%s", (int)length, base, path, role);
    return true;
}

static void metadata_credentials(struct bs_chain *chain, int32_t status, const char *body,
                                 size_t length)
{
    if (status != 200 || !bs_credential_read_json(body, length, &chain->fresh)) {
        BS_CHAIN_FAIL(chain, "instance metadata: no credentials in the answer (HTTP %d)", status);
        return;
    }
    bs_chain_go_on(chain);
}

static void ask_metadata(struct bs_chain *chain, const char *role,
                         void (*told)(struct bs_chain *chain, int32_t status, const char *bytes,
                                      size_t length))
{
    if (write_metadata_url(chain, METADATA_PATH, role)) {
        bs_chain_want_http(chain, "GET", told);
        bs_chain_add_header(chain, "X-aws-ec2-metadata-token", chain->secret);
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
        BS_CHAIN_FAIL(chain, "instance metadata: the instance has no role (HTTP %d)", status);
        return;
    }
    ask_metadata(chain, role, metadata_credentials);
}

static void metadata_token(struct bs_chain *chain, int32_t status, const char *body, size_t length)
{
    if (status == 0) {
        BS_CHAIN_FAIL(
            chain,
            "no credentials: not in the environment, not in profile %s, and no instance metadata"
            " answers at %s (within a container its hop limit must be 2)",
            chain->profile, chain->host);
    } else if (status != 200 || !bs_chain_keep_token(chain, body, length)) {
        BS_CHAIN_FAIL(chain,
                      "instance metadata: %s gives no token (HTTP %d); version 1 is not used",
                      chain->host, status);
    } else {
        ask_metadata(chain, "", metadata_role);
    }
}

void bs_chain_use_metadata(struct bs_chain *chain)
{
    const char *is_off = bs_chain_variable(chain, "AWS_EC2_METADATA_DISABLED");

    chain->link = "instance metadata";
    if (is_off != NULL && strcasecmp(is_off, "true") == 0) {
        BS_CHAIN_FAIL(
            chain,
            "no credentials: not in the environment, not in profile %s, and instance metadata is "
            "off"
            " (AWS_EC2_METADATA_DISABLED)",
            chain->profile);
    } else if (write_metadata_url(chain, "/latest/api/token", "")) {
        bs_chain_want_http(chain, "PUT", metadata_token);
        bs_chain_add_header(chain, "X-aws-ec2-metadata-token-ttl-seconds", METADATA_TTL_S);
    }
}
