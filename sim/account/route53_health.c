/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Health checks. The scenario's are the world's. A client's own look at load balancers of the account by
 * name or address, and see them as they are at once; whatever else they look at answers them. Calculated
 * ones count their children. Alarms are not asked: a check of one says what it is told to say without
 * data.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/elbv2.h"
#include "sim/account/route53.h"
#include "sim/world/health_check.h"
#include "sim/world/monitor.h"

enum { PAGE_MAX = 100, REGIONS_MIN = 3, CHILDREN_MAX = 255, LOOKS_MAX = 1000, CHECKERS = 16 };

/* The Regions that checkers stand in, and the first of each one's addresses: documented. */
static const struct {
    const char *region;
    const char *range;
    const char *address;
} checkers[] = {
    {"us-east-1", "15.177.0.0/18", "15.177.10.1"},
    {"us-west-1", "54.183.255.128/26", "54.183.255.140"},
    {"us-west-2", "54.244.52.192/26", "54.244.52.200"},
    {"eu-west-1", "54.228.16.0/26", "54.228.16.10"},
    {"ap-southeast-1", "54.251.31.128/26", "54.251.31.140"},
    {"ap-southeast-2", "54.252.254.192/26", "54.252.254.200"},
    {"ap-northeast-1", "54.248.220.0/26", "54.248.220.10"},
    {"sa-east-1", "54.232.40.64/26", "54.232.40.70"},
};

enum { CHECKER_REGIONS = sizeof(checkers) / sizeof(checkers[0]) };

static struct bs_account_entry *find_check(struct bs_account *account, const char *id)
{
    return bs_account_find(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL,
                           bs_route53_bare_id(id));
}

static struct bs_account_entry *check_asked(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "HealthCheckId", "");
    struct bs_account_entry *check = find_check(account, id);

    if (check == NULL) {
        bs_account_fail(answer, "NoSuchHealthCheck", "No health check exists with the ID %s", id);
    }
    return check;
}

static const struct bs_tree *config_of(const struct bs_account_entry *check)
{
    return bs_tree_get(check->attributes, "HealthCheckConfig");
}

static bool is_of_type(const struct bs_tree *config, const char *type)
{
    return strcmp(bs_tree_text(config, "Type", ""), type) == 0;
}

static bool is_scenarios(const struct bs_account_entry *check)
{
    return bs_tree_boolean(check->attributes, "Scenario", false);
}

/* ---- What a check says ---- */

/* As callers of the world's own API hear it, which a fault may have lie. */
static struct bs_call_answer ask_world(struct bs_account *account, const char *id)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_ROUTE53_GET_HEALTH_CHECK_STATUS,
        .region = BS_ACCOUNT_GLOBAL,
        .resource = id,
    };
    struct bs_world *world = bs_account_options(account)->world;
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    if (bs_monitor_reply(world, &request, &answer) == BS_REPLY_TRUTH) {
        bs_health_check_status(world, &request, &answer);
    }
    return answer;
}

/* The load balancer with an address, in any of the Regions that have some. */
static const char *name_of_address(struct bs_account *account, const char *address)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store;
    const struct bs_account_entry *region;
    const struct bs_account_entry *entry;

    for (region = bs_account_next(account, "elbv2:region", BS_ACCOUNT_GLOBAL, NULL); region != NULL;
         region = bs_account_next(account, "elbv2:region", BS_ACCOUNT_GLOBAL, region->key)) {
        for (entry = bs_account_next(account, store, region->key, NULL); entry != NULL;
             entry = bs_account_next(account, store, region->key, entry->key)) {
            if (bs_tree_has_text(bs_elbv2_addresses(entry), address)) {
                return bs_tree_text(entry->attributes, "DNSName", "");
            }
        }
    }
    return "";
}

static bool endpoint_answers(struct bs_account *account, const struct bs_tree *config)
{
    const char *address = bs_tree_text(config, "IPAddress", NULL);
    const char *name = address != NULL ? name_of_address(account, address)
                                       : bs_tree_text(config, "FullyQualifiedDomainName", "");

    return bs_elbv2_health(account, name) != BS_ELBV2_UNHEALTHY;
}

/* Calculated checks may count others like them: `looks` is how many more checks are looked at. */
static bool is_healthy(struct bs_account *account, const struct bs_account_entry *check,
                       unsigned *looks);

static bool enough_children_are_healthy(struct bs_account *account, const struct bs_tree *config,
                                        unsigned *looks)
{
    const struct bs_tree *id = bs_tree_first(bs_tree_get(config, "ChildHealthChecks"));
    int64_t healthy = 0;

    for (; id != NULL; id = id->next) {
        const struct bs_account_entry *child = find_check(account, id->is.text.bytes);

        healthy += child != NULL && is_healthy(account, child, looks) ? 1 : 0;
    }
    return healthy >= bs_tree_integer(config, "HealthThreshold", 0);
}

/* A disabled check counts as healthy; inverting comes last. */
static bool is_healthy(struct bs_account *account, const struct bs_account_entry *check,
                       unsigned *looks)
{
    const struct bs_tree *config = config_of(check);
    bool healthy = true;

    *looks -= *looks > 0 ? 1 : 0;
    if (is_scenarios(check)) {
        healthy = ask_world(account, check->key).state != BS_STATE_UNHEALTHY;
    } else if (bs_tree_boolean(config, "Disabled", false) || *looks == 0) {
        healthy = true;
    } else if (is_of_type(config, "CALCULATED")) {
        healthy = enough_children_are_healthy(account, config, looks);
    } else if (is_of_type(config, "CLOUDWATCH_METRIC")) {
        healthy =
            strcmp(bs_tree_text(config, "InsufficientDataHealthStatus", ""), "Unhealthy") != 0;
    } else if (!is_of_type(config, "RECOVERY_CONTROL")) {
        healthy = endpoint_answers(account, config);
    }
    return healthy != bs_tree_boolean(config, "Inverted", false);
}

bool bs_route53_is_healthy(struct bs_account *account, const char *id)
{
    const struct bs_account_entry *check = find_check(account, id);
    unsigned looks = LOOKS_MAX;

    return check == NULL || is_healthy(account, check, &looks);
}

/* ---- What is wrong with a configuration ---- */

/* What each type needs. */
static const struct {
    const char *type;
    const char *needs[2];
    bool looks_at_endpoint;
} types[] = {
    {"HTTP", {NULL, NULL}, true},
    {"HTTPS", {NULL, NULL}, true},
    {"HTTP_STR_MATCH", {"SearchString", NULL}, true},
    {"HTTPS_STR_MATCH", {"SearchString", NULL}, true},
    {"TCP", {"Port", NULL}, true},
    {"CALCULATED", {"ChildHealthChecks", "HealthThreshold"}, false},
    {"CLOUDWATCH_METRIC", {"AlarmIdentifier", "InsufficientDataHealthStatus"}, false},
    {"RECOVERY_CONTROL", {"RoutingControlArn", NULL}, false},
};

static void check_type(const struct bs_tree *config, struct bs_account_answer *answer)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (!is_of_type(config, types[i].type)) {
            continue;
        }
        for (size_t k = 0; k < 2 && types[i].needs[k] != NULL; k++) {
            if (bs_tree_get(config, types[i].needs[k]) == NULL) {
                bs_account_fail(answer, "InvalidInput",
                                "Invalid parameter : %s must be specified for health checks of "
                                "type %s",
                                types[i].needs[k], types[i].type);
                return;
            }
        }
        if (types[i].looks_at_endpoint && bs_tree_get(config, "IPAddress") == NULL &&
            bs_tree_get(config, "FullyQualifiedDomainName") == NULL) {
            bs_account_fail(answer, "InvalidInput",
                            "Invalid parameter : IPAddress or FullyQualifiedDomainName must be "
                            "specified");
        }
    }
}

static const struct {
    const char *name;
    int64_t min;
    int64_t max;
} ranges[] = {
    {"Port", 1, 65535},
    {"FailureThreshold", 1, 10},
    {"HealthThreshold", 0, 256},
};

static void check_ranges(const struct bs_tree *config, struct bs_account_answer *answer)
{
    const int64_t interval_s = bs_tree_integer(config, "RequestInterval", 30);
    const struct bs_tree *regions = bs_tree_get(config, "Regions");

    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        const int64_t value = bs_tree_integer(config, ranges[i].name, ranges[i].min);

        if (value < ranges[i].min || value > ranges[i].max) {
            bs_account_fail(answer, "InvalidInput",
                            "Invalid parameter : %s must be between %lld and %lld", ranges[i].name,
                            (long long)ranges[i].min, (long long)ranges[i].max);
        }
    }
    if (interval_s != 10 && interval_s != 30) {
        bs_account_fail(answer, "InvalidInput",
                        "Invalid parameter : RequestInterval must be 10 or 30");
    }
    if (bs_tree_count(regions) > 0 && bs_tree_count(regions) < REGIONS_MIN) {
        bs_account_fail(answer, "InvalidInput",
                        "Invalid parameter : at least three Regions must be specified");
    }
}

static void check_children(struct bs_account *account, const struct bs_tree *config,
                           struct bs_account_answer *answer)
{
    const struct bs_tree *children = bs_tree_get(config, "ChildHealthChecks");

    if (bs_tree_count(children) > CHILDREN_MAX) {
        bs_account_fail(answer, "InvalidInput",
                        "Invalid parameter : at most 255 child health checks can be specified");
    }
    for (const struct bs_tree *id = bs_tree_first(children); id != NULL; id = id->next) {
        const struct bs_account_entry *child = find_check(account, id->is.text.bytes);

        if (child == NULL) {
            bs_account_fail(answer, "InvalidInput",
                            "Invalid parameter : no health check exists with the ID %s",
                            id->is.text.bytes);
        }
    }
}

static bool is_valid(struct bs_account *account, const struct bs_tree *config,
                     struct bs_account_answer *answer)
{
    check_type(config, answer);
    check_ranges(config, answer);
    check_children(account, config, answer);
    return answer->error == NULL;
}

/* ---- Making and changing ---- */

static void set_default(struct bs_tree *config, const char *name, struct bs_tree *value)
{
    if (bs_tree_get(config, name) == NULL) {
        (void)bs_tree_set(config, name, value);
    } else {
        bs_tree_destroy(value);
    }
}

static void set_defaults(struct bs_tree *config)
{
    const bool is_secure = strncmp(bs_tree_text(config, "Type", ""), "HTTPS", 5) == 0;
    const bool is_endpoint = bs_tree_get(config, "IPAddress") != NULL ||
                             bs_tree_get(config, "FullyQualifiedDomainName") != NULL;

    set_default(config, "Inverted", bs_tree_new_boolean(false));
    set_default(config, "Disabled", bs_tree_new_boolean(false));
    if (is_endpoint) {
        set_default(config, "Port", bs_tree_new_integer(is_secure ? 443 : 80));
        set_default(config, "RequestInterval", bs_tree_new_integer(30)); /* A01 */
        set_default(config, "FailureThreshold", bs_tree_new_integer(3)); /* A02 */
        set_default(config, "MeasureLatency", bs_tree_new_boolean(false));
        set_default(config, "EnableSNI", bs_tree_new_boolean(is_secure));
    }
}

static void show_check(const struct bs_account_entry *check, struct bs_tree *shown)
{
    static const char *const members[] = {"CallerReference", "HealthCheckConfig",
                                          "HealthCheckVersion", NULL};

    bs_tree_set_text(shown, "Id", check->key);
    bs_tree_copy_members(shown, check->attributes, members);
}

static struct bs_account_entry *find_reference(struct bs_account *account, const char *reference)
{
    struct bs_account_entry *check =
        bs_account_next(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, NULL);

    while (check != NULL &&
           strcmp(bs_tree_text(check->attributes, "CallerReference", ""), reference) != 0) {
        check = bs_account_next(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, check->key);
    }
    return check;
}

/* The same reference with the same settings is the same request again; with others it is an error. */
void bs_route53_create_health_check(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const char *reference = bs_tree_text(request->input, "CallerReference", "");
    struct bs_account_entry *check = find_reference(account, reference);
    struct bs_tree *config = bs_tree_copy(bs_tree_get(request->input, "HealthCheckConfig"));
    char id[37];

    set_defaults(config);
    if (check != NULL && !bs_tree_equal(config_of(check), config)) {
        bs_account_fail(answer, "HealthCheckAlreadyExists",
                        "A health check with the caller reference %s exists with other settings",
                        reference);
    } else if (check == NULL && is_valid(account, config, answer) &&
               bs_route53_count(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL) >=
                   BS_ROUTE53_HEALTH_CHECKS_MAX) {
        bs_account_fail(answer, "TooManyHealthChecks",
                        "The maximum number of health checks has been reached");
    }
    if (answer->error != NULL || check != NULL) {
        bs_tree_destroy(config);
    } else {
        bs_account_new_uuid(account, id);
        check = bs_account_add(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, id);
        bs_tree_set_text(check->attributes, "CallerReference", reference);
        (void)bs_tree_set(check->attributes, "HealthCheckConfig", config);
        bs_tree_set_integer(check->attributes, "HealthCheckVersion", 1);
    }
    if (answer->error == NULL) {
        show_check(check, bs_tree_set_structure(answer->output, "HealthCheck"));
        bs_tree_set_format(answer->output, "Location",
                           "https://route53.amazonaws.com/2013-04-01/healthcheck/%s", check->key);
    }
}

void bs_route53_get_health_check(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const struct bs_account_entry *check = check_asked(account, request, answer);

    if (check != NULL) {
        show_check(check, bs_tree_set_structure(answer->output, "HealthCheck"));
    }
}

/* The configuration as it would be; owned by the caller. */
static struct bs_tree *updated(const struct bs_account_entry *check, const struct bs_tree *input)
{
    static const char *const members[] = {"IPAddress",
                                          "Port",
                                          "ResourcePath",
                                          "FullyQualifiedDomainName",
                                          "SearchString",
                                          "FailureThreshold",
                                          "Inverted",
                                          "Disabled",
                                          "HealthThreshold",
                                          "ChildHealthChecks",
                                          "EnableSNI",
                                          "Regions",
                                          "AlarmIdentifier",
                                          "InsufficientDataHealthStatus",
                                          NULL};
    struct bs_tree *config = bs_tree_copy(config_of(check));
    const struct bs_tree *reset = bs_tree_first(bs_tree_get(input, "ResetElements"));

    for (; reset != NULL; reset = reset->next) {
        (void)bs_tree_remove(config, reset->is.text.bytes);
    }
    bs_tree_copy_members(config, input, members);
    return config;
}

static bool has_child(const struct bs_tree *config, const char *id)
{
    return bs_tree_has_text(bs_tree_get(config, "ChildHealthChecks"), id);
}

void bs_route53_update_health_check(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    struct bs_account_entry *check = check_asked(account, request, answer);
    int64_t version;
    struct bs_tree *config;

    if (check == NULL) {
        return;
    }
    version = bs_tree_integer(check->attributes, "HealthCheckVersion", 1);
    if (bs_tree_integer(request->input, "HealthCheckVersion", version) != version) {
        bs_account_fail(answer, "HealthCheckVersionMismatch", "The health check is at version %lld",
                        (long long)version);
        return;
    }
    if (is_scenarios(check)) {
        bs_account_fail(answer, "InvalidInput",
                        "The health check %s is the scenario's and cannot be changed", check->key);
        return;
    }
    config = updated(check, request->input);
    if (has_child(config, check->key)) {
        bs_account_fail(answer, "InvalidInput",
                        "Invalid parameter : a health check cannot monitor itself");
    }
    if (!is_valid(account, config, answer)) {
        bs_tree_destroy(config);
        return;
    }
    (void)bs_tree_set(check->attributes, "HealthCheckConfig", config);
    bs_tree_set_integer(check->attributes, "HealthCheckVersion", version + 1);
    show_check(check, bs_tree_set_structure(answer->output, "HealthCheck"));
}

/* A parent goes on counting a child that is gone as unhealthy, so it must let go of it first. */
void bs_route53_delete_health_check(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    struct bs_account_entry *check = check_asked(account, request, answer);
    const struct bs_account_entry *parent;

    if (check == NULL) {
        return;
    }
    if (is_scenarios(check)) {
        bs_account_fail(answer, "HealthCheckInUse",
                        "The health check %s is the scenario's and cannot be deleted", check->key);
        return;
    }
    for (parent = bs_account_next(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, NULL);
         parent != NULL; parent = bs_account_next(account, BS_ROUTE53_HEALTH_CHECK,
                                                  BS_ACCOUNT_GLOBAL, parent->key)) {
        if (has_child(config_of(parent), check->key)) {
            bs_account_fail(answer, "HealthCheckInUse", "The health check %s is monitored by %s",
                            check->key, parent->key);
            return;
        }
    }
    bs_account_remove(account, check);
}

/* ---- Lists ---- */

void bs_route53_list_health_checks(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *marker = bs_tree_text(request->input, "Marker", "");
    const size_t size = bs_route53_page_size(request->input, PAGE_MAX, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "HealthChecks");
    const struct bs_account_entry *check = find_check(account, marker);

    if (size == 0) {
        return;
    }
    if (check == NULL) {
        check = bs_account_next(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, marker);
    }
    for (; check != NULL && bs_tree_count(list) < size;
         check = bs_account_next(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL, check->key)) {
        show_check(check, bs_tree_append_structure(list));
    }
    bs_tree_set_text(answer->output, "Marker", marker);
    bs_tree_set_boolean(answer->output, "IsTruncated", check != NULL);
    if (check != NULL) {
        bs_tree_set_text(answer->output, "NextMarker", check->key);
    }
    bs_tree_set_format(answer->output, "MaxItems", "%zu", size);
}

void bs_route53_get_health_check_count(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    (void)request;
    bs_tree_set_integer(
        answer->output, "HealthCheckCount",
        (int64_t)bs_route53_count(account, BS_ROUTE53_HEALTH_CHECK, BS_ACCOUNT_GLOBAL));
}

/* ---- Observations ---- */

/*
 * What checkers see, two in each Region unless the world knows of another number; only failures if asked
 * so.
 */
static void observe(struct bs_account *account, const struct bs_account_entry *check,
                    bool failures_only, struct bs_tree *list)
{
    const struct bs_tree *config = config_of(check);
    const struct bs_call_answer world =
        is_scenarios(check) ? ask_world(account, check->key) : (struct bs_call_answer){0};
    const bool answers = !is_scenarios(check) && endpoint_answers(account, config);
    const int64_t total = is_scenarios(check) ? world.total : CHECKERS;
    const int64_t healthy = is_scenarios(check) ? world.running : answers ? total : 0;
    const struct bs_tree *regions = bs_tree_get(config, "Regions");

    for (int64_t i = 0; i < total; i++) {
        const size_t at = (size_t)i % CHECKER_REGIONS;
        struct bs_tree *observation;
        struct bs_tree *report;

        if ((failures_only && i < healthy) ||
            (bs_tree_count(regions) > 0 && !bs_tree_has_text(regions, checkers[at].region))) {
            continue;
        }
        observation = bs_tree_append_structure(list);
        report = bs_tree_set_structure(observation, "StatusReport");
        bs_tree_set_text(observation, "Region", checkers[at].region);
        bs_tree_set_text(observation, "IPAddress", checkers[at].address);
        bs_tree_set_text(report, "Status",
                         i < healthy ? "Success: HTTP Status Code 200, OK"
                                     : "Failure: The health checker could not establish a "
                                       "connection within the timeout limit.");
        bs_tree_set_instant(report, "CheckedTime", bs_account_now(account));
    }
}

/* Only what looks at an endpoint is looked at by checkers. */
static void answer_observations(struct bs_account *account,
                                const struct bs_account_request *request, bool failures_only,
                                struct bs_account_answer *answer)
{
    const struct bs_account_entry *check = check_asked(account, request, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "HealthCheckObservations");

    if (check != NULL && (bs_tree_get(config_of(check), "IPAddress") != NULL ||
                          bs_tree_get(config_of(check), "FullyQualifiedDomainName") != NULL)) {
        observe(account, check, failures_only, list);
    }
}

void bs_route53_get_health_check_status(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    answer_observations(account, request, false, answer);
}

void bs_route53_get_last_failure_reason(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    answer_observations(account, request, true, answer);
}

void bs_route53_get_checker_ip_ranges(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "CheckerIpRanges");

    (void)account;
    (void)request;
    for (size_t i = 0; i < CHECKER_REGIONS; i++) {
        bs_tree_append_text(list, checkers[i].range);
    }
}
