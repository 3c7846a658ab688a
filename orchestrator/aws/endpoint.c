/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/endpoint.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { NAME_MAX_LENGTH = 96 };

struct partition {
    const char *prefix; /* Of its Regions' names. */
    const char *suffix; /* Of its hosts' names. */
    const char *route53;
    const char *route53_region;
};

/* The last one has no prefix of its own: the Regions of all kinds that are not excluded. */
static const struct partition partitions[] = {
    {"cn-", "amazonaws.com.cn", "route53.amazonaws.com.cn", "cn-northwest-1"},
    {"us-gov-", "amazonaws.com", "route53.us-gov.amazonaws.com", "us-gov-west-1"},
    {"", "amazonaws.com", "route53.amazonaws.com", "us-east-1"},
};

/* Geographies of the partition aws. Others (isolated, sovereign) have suffixes that are not known here. */
static const char *const geographies[] = {"us-", "eu-", "ap-", "sa-", "ca-",
                                          "me-", "af-", "il-", "mx-"};

const char *bs_environment_get(const struct bs_environment *environment, const char *name)
{
    const char *value =
        environment->get != NULL ? environment->get(environment->context, name) : NULL;

    return value != NULL && value[0] != '\0' ? value : NULL;
}

/* ---- Regions ---- */

static bool begins_with(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/*
 * Letters, digits and hyphens, three parts at least, a number at the end: nothing else gets into a
 * host's name.
 */
static bool is_region_name(const char *region)
{
    const size_t length = strlen(region);
    const char *last = strrchr(region, '-');

    return length < BS_ENDPOINT_REGION_MAX &&
           strspn(region, "abcdefghijklmnopqrstuvwxyz0123456789-") == length && last != NULL &&
           last != strchr(region, '-') && last[1] >= '1' && last[1] <= '9' &&
           strspn(last + 1, "0123456789") == strlen(last + 1);
}

static const struct partition *partition_of(const char *region)
{
    const struct partition *aws = &partitions[sizeof(partitions) / sizeof(partitions[0]) - 1];

    if (!is_region_name(region) || begins_with(region, "us-iso")) {
        return NULL;
    }
    for (const struct partition *partition = partitions; partition != aws; partition++) {
        if (begins_with(region, partition->prefix)) {
            return partition;
        }
    }
    for (size_t i = 0; i < sizeof(geographies) / sizeof(geographies[0]); i++) {
        if (begins_with(region, geographies[i]) && !begins_with(region, "eu-iso")) {
            return aws;
        }
    }
    return NULL;
}

/* ---- Configuration ---- */

/* "Elastic Load Balancing v2" as ELASTIC_LOAD_BALANCING_V2 or elastic_load_balancing_v2. */
static void write_service(const char *service_id, char first, char name[NAME_MAX_LENGTH])
{
    size_t i = 0;

    for (; i < NAME_MAX_LENGTH - 1 && service_id[i] != '\0'; i++) {
        const char byte = service_id[i];
        const bool is_lower = byte >= 'a' && byte <= 'z';
        const bool is_upper = byte >= 'A' && byte <= 'Z';

        name[i] = is_lower || is_upper ? (char)((byte | ' ') - 'a' + first) : byte;
        name[i] = byte == ' ' ? '_' : name[i];
    }
    name[i] = '\0';
}

static const char *from_service_variable(const struct bs_endpoint_settings *settings,
                                         const char *service_id)
{
    char service[NAME_MAX_LENGTH];
    char name[NAME_MAX_LENGTH + 32];

    write_service(service_id, 'A', service);
    (void)snprintf(name, sizeof(name), "AWS_ENDPOINT_URL_%s", service);
    return bs_environment_get(&settings->environment, name);
}

static const char *from_variable(const struct bs_endpoint_settings *settings,
                                 const char *service_id)
{
    (void)service_id; /* It is of all services. */
    return bs_environment_get(&settings->environment, "AWS_ENDPOINT_URL");
}

static const char *from_profile(const struct bs_endpoint_settings *settings, const char *key)
{
    return settings->profile != NULL
               ? bs_shared_config_profile(settings->config, settings->profile, key)
               : NULL;
}

static const char *from_services_section(const struct bs_endpoint_settings *settings,
                                         const char *service_id)
{
    const char *services = from_profile(settings, "services");
    char service[NAME_MAX_LENGTH];

    write_service(service_id, 'a', service);
    return services != NULL
               ? bs_shared_config_service(settings->config, services, service, "endpoint_url")
               : NULL;
}

static const char *from_profile_url(const struct bs_endpoint_settings *settings,
                                    const char *service_id)
{
    (void)service_id; /* It is of all services. */
    return from_profile(settings, "endpoint_url");
}

/* In the order in which they count. */
static const struct {
    const char *(*find)(const struct bs_endpoint_settings *settings, const char *service_id);
    const char *where;
} sources[] = {
    {from_service_variable, "AWS_ENDPOINT_URL_SERVICE"},
    {from_variable, "AWS_ENDPOINT_URL"},
    {from_services_section, "the profile's services section"},
    {from_profile_url, "the profile's endpoint_url"},
};

static bool is_ignored(const struct bs_endpoint_settings *settings)
{
    const char *ignore =
        bs_environment_get(&settings->environment, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    if (ignore == NULL) {
        ignore = from_profile(settings, "ignore_configured_endpoint_urls");
    }
    return ignore != NULL && strcasecmp(ignore, "true") == 0;
}

static const char *configured_url(const struct bs_endpoint_settings *settings,
                                  const char *service_id, const char **where)
{
    *where = "the command line";
    if (settings->url != NULL || is_ignored(settings)) {
        return settings->url;
    }
    for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
        const char *url = sources[i].find(settings, service_id);

        if (url != NULL) {
            *where = sources[i].where;
            return url;
        }
    }
    return NULL;
}

/*
 * http or https, a host, perhaps a path; neither user nor query, nor anything that a request line could
 * break at.
 */
static bool is_url(const char *url)
{
    const char *host = strstr(url, "://");
    const size_t length = strlen(url);

    if (host == NULL || (!begins_with(url, "http://") && !begins_with(url, "https://"))) {
        return false;
    }
    host += strlen("://");
    for (size_t i = 0; i < length; i++) {
        if (url[i] <= ' ' || url[i] >= 127) {
            return false;
        }
    }
    return *host != '\0' && *host != '/' && *host != ':' && strpbrk(host, "?#@\\") == NULL &&
           length < BS_ENDPOINT_URL_MAX;
}

/* ---- Endpoints ---- */

static void use_configured(const char *url, struct bs_endpoint *endpoint)
{
    size_t length = strlen(url);

    while (url[length - 1] == '/') {
        length--;
    }
    (void)snprintf(endpoint->url, sizeof(endpoint->url), "%.*s", (int)length, url);
    endpoint->is_configured = true;
}

static void use_own(const struct bs_aws_service_info *info, const struct partition *partition,
                    struct bs_endpoint *endpoint)
{
    if (info->is_global) {
        (void)snprintf(endpoint->url, sizeof(endpoint->url), "https://%s", partition->route53);
    } else {
        (void)snprintf(endpoint->url, sizeof(endpoint->url), "https://%s.%s.%s",
                       info->endpoint_prefix, endpoint->signing_region, partition->suffix);
    }
}

enum bs_status bs_endpoint_resolve(const struct bs_endpoint_settings *settings,
                                   enum bs_aws_service service, const char *region,
                                   struct bs_endpoint *endpoint, struct bs_error *error)
{
    const struct bs_aws_service_info *info = bs_aws_service_info(service);
    const bool is_nowhere = info->is_global && strcmp(region, "global") == 0;
    const char *home = settings->home_region != NULL ? settings->home_region : "us-east-1";
    const struct partition *partition = partition_of(is_nowhere ? home : region);
    const char *where;
    const char *url = configured_url(settings, info->service_id, &where);

    *endpoint = (struct bs_endpoint){0};
    if (partition == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "'%s' is no Region of the partitions aws, aws-cn and aws-us-gov",
                            is_nowhere ? home : region);
    }
    (void)snprintf(endpoint->signing_region, sizeof(endpoint->signing_region), "%s",
                   info->is_global ? partition->route53_region : region);
    if (url == NULL) {
        use_own(info, partition, endpoint);
        return BS_OK;
    }
    if (!is_url(url)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "the endpoint of %s from %s is no URL",
                            info->service_id, where);
    }
    use_configured(url, endpoint);
    return BS_OK;
}
