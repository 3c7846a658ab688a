/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/tls_identity.h"

#include <stdio.h>
#include <string.h>

#include "mocks/listen.h"

enum { NAME_SIZE = 256, PEM_MAX = 64 * 1024 };

struct names {
    char texts[BS_CERTIFICATE_HOSTS_MAX][NAME_SIZE];
    const char *hosts[BS_CERTIFICATE_HOSTS_MAX];
    size_t count;
};

/* What is too much is left out: clients that know it by that name will say so. */
static void add_name(struct names *names, const char *before, const char *name, size_t length,
                     const char *after)
{
    if (names->count < BS_CERTIFICATE_HOSTS_MAX && length > 0) {
        char *text = names->texts[names->count];

        (void)snprintf(text, NAME_SIZE, "%s%.*s%s", before, (int)length, name, after);
        names->hosts[names->count++] = text;
    }
}

static void add_listener(struct names *names, const char *listen)
{
    const char *colon = strrchr(listen, ':');
    const char *end = colon != NULL ? colon : listen;
    const bool is_bracketed = end > listen + 1 && listen[0] == '[' && end[-1] == ']';
    const char *host = is_bracketed ? listen + 1 : listen;
    const size_t length = (size_t)(end - listen) - (is_bracketed ? 2 : 0);

    if (strncmp(listen, BS_LISTEN_LOOPBACK ":", sizeof(BS_LISTEN_LOOPBACK)) != 0) {
        add_name(names, "", host, length, "");
    }
}

/* A certificate's asterisk is good for one label. */
static void add_region(struct names *names, const char *region)
{
    static const char *const before[] = {"*.", "*.s3.", "*.elb."};

    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
        add_name(names, before[i], region, strlen(region), ".amazonaws.com");
    }
    add_name(names, "*.", region, strlen(region), ".elb.amazonaws.com");
}

static void gather(const struct bs_scenario *scenario, const char *listen, struct names *names)
{
    static const char *const always[] = {"localhost", "127.0.0.1", "::1", "*.amazonaws.com"};

    for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++) {
        add_name(names, "", always[i], strlen(always[i]), "");
    }
    add_listener(names, listen);
    for (size_t i = 0; scenario != NULL && i < scenario->record_count; i++) {
        add_name(names, "", scenario->records[i].name, strlen(scenario->records[i].name), "");
    }
    for (size_t i = 0; scenario != NULL && i < scenario->region_count; i++) {
        add_region(names, scenario->regions[i].name);
    }
}

static enum bs_status write_authority(const struct bs_tls_identity *identity, const char *path,
                                      struct bs_error *error)
{
    struct bs_error reason = {0};
    struct bs_buffer text;
    enum bs_status status;

    bs_buffer_init(&text, PEM_MAX);
    bs_buffer_text(&text, bs_certificates_authority(identity->authority));
    status = bs_buffer_write_file(&text, path, &reason);
    bs_buffer_clean_up(&text);
    return status == BS_OK
               ? BS_OK
               : bs_error_set(error, status, NULL, "--tls %s: %s", path, reason.message);
}

enum bs_status bs_tls_identity_make(const struct bs_scenario *scenario, const char *listen,
                                    const char *authority_path, struct bs_tls_identity *identity,
                                    struct bs_error *error)
{
    struct names names = {.count = 0};
    enum bs_status status = bs_certificates_new(&identity->authority, error);

    bs_buffer_init(&identity->certificate, PEM_MAX);
    bs_buffer_init(&identity->key, PEM_MAX);
    gather(scenario, listen, &names);
    if (status == BS_OK) {
        status = bs_certificates_issue(identity->authority, names.hosts, names.count,
                                       &identity->certificate, &identity->key, error);
    }
    return status == BS_OK ? write_authority(identity, authority_path, error) : status;
}

void bs_tls_identity_clean_up(struct bs_tls_identity *identity)
{
    bs_certificates_destroy(identity->authority);
    bs_buffer_clean_up(&identity->certificate);
    bs_buffer_clean_up(&identity->key);
}
