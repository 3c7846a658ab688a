/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/exec_environment.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/assert.h"

extern char **environ;

enum value_kind {
    VALUE_NONE, /* Taken away. */
    VALUE_ENDPOINT,
    VALUE_PROXY,
    VALUE_DIRECT,
    VALUE_AUTHORITY,
    VALUE_KEY_ID,
    VALUE_SECRET,
    VALUE_REGION,
    VALUE_NO_FILE,
    VALUE_YES,
    VALUE_ONE,
    VALUE_PATH,
    VALUE_KIND_COUNT,
};

struct variable {
    const char *name; /* With '*' at the end: all that begin so. */
    enum value_kind kind;
};

static const struct variable variables[] = {
    /* Where AWS is. */
    {"AWS_ENDPOINT_URL", VALUE_ENDPOINT},
    {"AWS_ENDPOINT_URL_*", VALUE_NONE},
    {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", VALUE_NONE},
    {"AWS_REGION", VALUE_REGION},
    {"AWS_DEFAULT_REGION", VALUE_REGION},
    /* Who one is. */
    {"AWS_ACCESS_KEY_ID", VALUE_KEY_ID},
    {"AWS_SECRET_ACCESS_KEY", VALUE_SECRET},
    {"AWS_SESSION_TOKEN", VALUE_NONE},
    {"AWS_SECURITY_TOKEN", VALUE_NONE},
    {"AWS_CREDENTIAL_EXPIRATION", VALUE_NONE},
    {"AWS_PROFILE", VALUE_NONE},
    {"AWS_DEFAULT_PROFILE", VALUE_NONE},
    {"AWS_ROLE_ARN", VALUE_NONE},
    {"AWS_ROLE_SESSION_NAME", VALUE_NONE},
    {"AWS_WEB_IDENTITY_TOKEN_FILE", VALUE_NONE},
    {"AWS_CONTAINER_*", VALUE_NONE},
    {"AWS_CONFIG_FILE", VALUE_NO_FILE},
    {"AWS_SHARED_CREDENTIALS_FILE", VALUE_NO_FILE},
    {"AWS_EC2_METADATA_DISABLED", VALUE_YES},
    /* Whatever is asked for by another name. */
    {"HTTP_PROXY", VALUE_PROXY},
    {"HTTPS_PROXY", VALUE_PROXY},
    {"ALL_PROXY", VALUE_PROXY},
    {"http_proxy", VALUE_PROXY},
    {"https_proxy", VALUE_PROXY},
    {"all_proxy", VALUE_PROXY},
    {"NO_PROXY", VALUE_DIRECT},
    {"no_proxy", VALUE_DIRECT},
    {"NODE_USE_ENV_PROXY", VALUE_ONE},
    /* Whom to trust. */
    {"AWS_CA_BUNDLE", VALUE_AUTHORITY},
    {"CURL_CA_BUNDLE", VALUE_AUTHORITY},
    {"SSL_CERT_FILE", VALUE_AUTHORITY},
    {"REQUESTS_CA_BUNDLE", VALUE_AUTHORITY},
    {"NODE_EXTRA_CA_CERTS", VALUE_AUTHORITY},
    {"GIT_SSL_CAINFO", VALUE_AUTHORITY},
    {"SSL_CERT_DIR", VALUE_NONE},
    /* How long a sleep lasts. */
    {"PATH", VALUE_PATH},
};

enum { VARIABLE_COUNT = sizeof(variables) / sizeof(variables[0]), URL_SIZE = 32 };

/* ---- Keys ---- */

/* The alphabet has 32 or 64 letters, so that a byte's low bits are as good as drawn. */
static void draw_letters(const char *alphabet, char *text, size_t length)
{
    const size_t letters = strlen(alphabet);
    unsigned char bytes[BS_EXEC_SECRET_SIZE];

    BS_ASSERT(length <= sizeof(bytes) && getrandom(bytes, length, 0) == (ssize_t)length);
    for (size_t i = 0; i < length; i++) {
        text[i] = alphabet[bytes[i] % letters];
    }
    text[length] = '\0';
}

void bs_exec_draw_key(struct bs_exec_key *key)
{
    memcpy(key->id, "AKIA", 4);
    draw_letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", key->id + 4, sizeof(key->id) - 5);
    draw_letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", key->secret,
                 sizeof(key->secret) - 1);
}

/* ---- Environments ---- */

static bool names(const struct variable *variable, const char *item)
{
    const size_t length = strlen(variable->name);

    if (variable->name[length - 1] == '*') {
        return strncmp(item, variable->name, length - 1) == 0;
    }
    return strncmp(item, variable->name, length) == 0 && item[length] == '=';
}

static bool is_changed(const char *item)
{
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (names(&variables[i], item)) {
            return true;
        }
    }
    return false;
}

static char *new_item(const char *name, const char *value)
{
    const size_t size = strlen(name) + strlen(value) + 2;
    char *item = malloc(size);

    BS_ASSERT(item != NULL);
    (void)snprintf(item, size, "%s=%s", name, value);
    return item;
}

static char *keep_item(const char *item)
{
    char *copy = strdup(item);

    BS_ASSERT(copy != NULL);
    return copy;
}

char **bs_exec_environment_new(const struct bs_exec_surroundings *surroundings)
{
    char endpoint[URL_SIZE];
    char proxy[URL_SIZE];
    const char *const values[VALUE_KIND_COUNT] = {
        [VALUE_ENDPOINT] = endpoint,
        [VALUE_PROXY] = proxy,
        [VALUE_DIRECT] = "127.0.0.1,localhost,::1",
        [VALUE_AUTHORITY] = surroundings->authority_path,
        [VALUE_KEY_ID] = surroundings->key->id,
        [VALUE_SECRET] = surroundings->key->secret,
        [VALUE_REGION] = surroundings->region,
        [VALUE_NO_FILE] = "/dev/null",
        [VALUE_YES] = "true",
        [VALUE_ONE] = "1",
        [VALUE_PATH] = surroundings->search_path,
    };
    size_t count = 0;
    char **environment;

    (void)snprintf(endpoint, sizeof(endpoint), "http://127.0.0.1:%u", surroundings->mock_port);
    (void)snprintf(proxy, sizeof(proxy), "http://127.0.0.1:%u", surroundings->proxy_port);
    while (environ[count] != NULL) {
        count++;
    }
    environment = calloc(count + VARIABLE_COUNT + 1, sizeof(char *));
    BS_ASSERT(environment != NULL);
    count = 0;
    for (char **item = environ; *item != NULL; item++) {
        if (!is_changed(*item)) {
            environment[count++] = keep_item(*item);
        }
    }
    for (size_t i = 0; i < VARIABLE_COUNT; i++) {
        if (values[variables[i].kind] != NULL) {
            environment[count++] = new_item(variables[i].name, values[variables[i].kind]);
        }
    }
    return environment;
}

void bs_exec_environment_destroy(char **environment)
{
    for (char **item = environment; *item != NULL; item++) {
        free(*item);
    }
    free(environment);
}
