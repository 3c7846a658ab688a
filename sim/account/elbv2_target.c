/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Target groups and their targets: registered, checked, healthy, drained.
 *
 * A target is healthy after its first check, as a newly registered one needs one pass (A19): whatever a
 * client registers answers its checks. The targets of the scenario's groups are the world's tasks instead.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/elbv2.h"
#include "sim/world/availability.h"
#include "sim/world/elb.h"

#define TARGET "elbv2:target"

enum { TARGETS_MAX = 1000, NAME_MAX = 32, KEY_SIZE = 512, PORT_MAX = 65535 };

static const struct bs_elbv2_setting settings[] = {
    {"deregistration_delay.timeout_seconds", "300", "300", 3600},
    {"stickiness.enabled", "false", "false", 1},
    {"stickiness.type", "lb_cookie", "source_ip", 0},
    {"stickiness.lb_cookie.duration_seconds", "86400", NULL, 604800},
    {"stickiness.app_cookie.cookie_name", "", NULL, 0},
    {"stickiness.app_cookie.duration_seconds", "86400", NULL, 604800},
    {"slow_start.duration_seconds", "0", NULL, 900},
    {"load_balancing.algorithm.type", "round_robin", NULL, 0},
    {"load_balancing.cross_zone.enabled", "use_load_balancer_configuration",
     "use_load_balancer_configuration", 0},
    {"deregistration_delay.connection_termination.enabled", NULL, "false", 1},
    {"preserve_client_ip.enabled", NULL, "true", 1},
    {"proxy_protocol_v2.enabled", NULL, "false", 1},
};

enum { SETTING_COUNT = sizeof(settings) / sizeof(settings[0]) };

static bool is_network(const struct bs_account_entry *group)
{
    return strncmp(bs_tree_text(group->attributes, "Protocol", ""), "HTTP", 4) != 0;
}

static struct bs_account_entry *group_asked(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    return bs_elbv2_find(account, request->region, BS_ELBV2_TARGET_GROUP,
                         bs_tree_text(request->input, "TargetGroupArn", ""), answer);
}

static bool is_used(struct bs_account *account, const struct bs_account_entry *group)
{
    struct bs_tree *users = bs_tree_new_list();
    bool any;

    bs_elbv2_balancers_of(account, group, users);
    any = bs_tree_count(users) > 0;
    bs_tree_destroy(users);
    return any;
}

/* ---- Groups ---- */

static const char *const health_check_members[] = {"HealthCheckProtocol",
                                                   "HealthCheckPort",
                                                   "HealthCheckEnabled",
                                                   "HealthCheckPath",
                                                   "HealthCheckIntervalSeconds",
                                                   "HealthCheckTimeoutSeconds",
                                                   "HealthyThresholdCount",
                                                   "UnhealthyThresholdCount",
                                                   "Matcher",
                                                   NULL};

static const struct {
    const char *name;
    int64_t min;
    int64_t max;
} ranges[] = {
    {"Port", 1, PORT_MAX},
    {"HealthCheckIntervalSeconds", 5, 300},
    {"HealthCheckTimeoutSeconds", 2, 120},
    {"HealthyThresholdCount", 2, 10},
    {"UnhealthyThresholdCount", 2, 10},
};

static bool is_in_range(const struct bs_tree *input, struct bs_account_answer *answer)
{
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        const int64_t value = bs_tree_integer(input, ranges[i].name, ranges[i].min);

        if (value < ranges[i].min || value > ranges[i].max) {
            bs_account_fail(answer, "ValidationError",
                            "%s '%lld' must be in the range of %lld-%lld", ranges[i].name,
                            (long long)value, (long long)ranges[i].min, (long long)ranges[i].max);
            return false;
        }
    }
    return true;
}

static bool is_name(const char *name)
{
    const size_t length = strlen(name);

    for (const char *c = name; *c != '\0'; c++) {
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              *c == '-')) {
            return false;
        }
    }
    return length >= 1 && length <= NAME_MAX && name[0] != '-' && name[length - 1] != '-';
}

static struct bs_account_entry *add_group(struct bs_account *account, const char *region,
                                          const char *name, uint64_t number)
{
    char entity[128];
    char arn[256];
    struct bs_account_entry *entry;

    (void)snprintf(entity, sizeof(entity), "elbv2/%s/%s", region, name);
    (void)snprintf(arn, sizeof(arn),
                   "arn:aws:elasticloadbalancing:%s:" BS_ACCOUNT_ID ":targetgroup/%s/%016llx",
                   region, name,
                   (unsigned long long)bs_account_draw(account, entity, "target group", number));
    entry = bs_account_add(account, bs_elbv2_kinds[BS_ELBV2_TARGET_GROUP].store, region, arn);
    bs_tree_set_text(entry->attributes, "TargetGroupArn", arn);
    bs_tree_set_text(entry->attributes, "TargetGroupName", name);
    return entry;
}

/* The documented defaults, which depend on the protocol. */
static void set_defaults(struct bs_account_entry *group, const char *protocol)
{
    struct bs_tree *attributes = group->attributes;
    const bool is_http = strncmp(protocol, "HTTP", 4) == 0;

    bs_tree_set_text(attributes, "Protocol", protocol);
    bs_tree_set_text(attributes, "HealthCheckProtocol", is_http ? protocol : "TCP");
    bs_tree_set_text(attributes, "HealthCheckPort", "traffic-port");
    bs_tree_set_boolean(attributes, "HealthCheckEnabled", true);
    bs_tree_set_integer(attributes, "HealthCheckIntervalSeconds", 30); /* A19 */
    bs_tree_set_integer(attributes, "HealthCheckTimeoutSeconds", is_http ? 5 : 10);
    bs_tree_set_integer(attributes, "HealthyThresholdCount", 5);
    bs_tree_set_integer(attributes, "UnhealthyThresholdCount", 2);
    bs_tree_set_text(attributes, "TargetType", "instance");
    bs_tree_set_text(attributes, "IpAddressType", "ipv4");
    if (is_http) {
        bs_tree_set_text(attributes, "HealthCheckPath", "/");
        bs_tree_set_text(bs_tree_set_structure(attributes, "Matcher"), "HttpCode", "200");
        bs_tree_set_text(attributes, "ProtocolVersion", "HTTP1");
    }
}

static void add_to_list(struct bs_account *account, const struct bs_account_entry *entry,
                        struct bs_tree *list)
{
    static const char *const shown[] = {
        "TargetGroupArn", "TargetGroupName", "Protocol",      "Port", "VpcId",
        "TargetType",     "ProtocolVersion", "IpAddressType", NULL};
    struct bs_tree *group = bs_tree_append_structure(list);

    bs_tree_copy_members(group, entry->attributes, shown);
    bs_tree_copy_members(group, entry->attributes, health_check_members);
    bs_elbv2_balancers_of(account, entry, bs_tree_set_list(group, "LoadBalancerArns"));
}

static bool may_create(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const char *name = bs_tree_text(input, "Name", "");
    const bool is_lambda = strcmp(bs_tree_text(input, "TargetType", ""), "lambda") == 0;

    if (!is_name(name)) {
        bs_account_fail(answer, "ValidationError",
                        "Target group name '%s' must be 1 to 32 alphanumeric characters or "
                        "hyphens, and must not begin or end with a hyphen",
                        name);
    } else if (!is_lambda && bs_tree_get(input, "Protocol") == NULL) {
        bs_account_fail(answer, "ValidationError", "A protocol must be specified");
    } else if (!is_lambda && bs_tree_get(input, "Port") == NULL) {
        bs_account_fail(answer, "ValidationError", "A port must be specified");
    } else if (!is_lambda && bs_tree_get(input, "VpcId") == NULL) {
        bs_account_fail(answer, "ValidationError", "A VPC ID must be specified");
    } else if (bs_elbv2_named(account, request->region, BS_ELBV2_TARGET_GROUP, name) != NULL) {
        bs_account_fail(answer, "DuplicateTargetGroupNameException",
                        "A target group with the same name '%s' exists, but with different "
                        "settings",
                        name);
    }
    return answer->error == NULL && is_in_range(input, answer);
}

void bs_elbv2_create_target_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    static const char *const given[] = {"Port",          "VpcId", "TargetType", "ProtocolVersion",
                                        "IpAddressType", NULL};
    const struct bs_tree *input = request->input;
    struct bs_account_entry *entry;

    if (!may_create(account, request, answer)) {
        return;
    }
    entry = add_group(account, request->region, bs_tree_text(input, "Name", ""), request->receipt);
    set_defaults(entry, bs_tree_text(input, "Protocol", "HTTP"));
    bs_tree_copy_members(entry->attributes, input, given);
    bs_tree_copy_members(entry->attributes, input, health_check_members);
    bs_account_merge_tags(entry->attributes, bs_tree_get(input, "Tags"));
    add_to_list(account, entry, bs_tree_set_list(answer->output, "TargetGroups"));
}

struct bs_account_entry *bs_elbv2_start_group(struct bs_account *account, const char *region,
                                              const struct bs_resource *resource)
{
    struct bs_account_entry *entry = add_group(account, region, resource->id, 0);

    set_defaults(entry, "HTTP");
    bs_tree_set_integer(entry->attributes, "Port", 80);
    bs_tree_set_text(entry->attributes, "TargetType", "ip");
    bs_tree_set_text(entry->attributes, "VpcId", bs_ec2_default_vpc(account, region)->key);
    bs_tree_set_integer(entry->attributes, "HealthCheckIntervalSeconds",
                        resource->is.alb.check_interval.ns / BS_NS_PER_S);
    bs_tree_set_text(entry->attributes, "HealthCheckPath", "/health");
    bs_tree_set_boolean(entry->attributes, "Scenario", true);
    return entry;
}

static void describe_used_by(struct bs_account *account, const struct bs_account_request *request,
                             const char *balancer, struct bs_account_answer *answer)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_TARGET_GROUP].store;
    struct bs_tree *list = bs_tree_set_list(answer->output, "TargetGroups");
    const struct bs_account_entry *group;

    if (bs_elbv2_find(account, request->region, BS_ELBV2_LOAD_BALANCER, balancer, answer) == NULL) {
        return;
    }
    for (group = bs_account_next(account, store, request->region, NULL); group != NULL;
         group = bs_account_next(account, store, request->region, group->key)) {
        struct bs_tree *users = bs_tree_new_list();

        bs_elbv2_balancers_of(account, group, users);
        if (bs_tree_has_text(users, balancer)) {
            add_to_list(account, group, list);
        }
        bs_tree_destroy(users);
    }
}

void bs_elbv2_describe_target_groups(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    static const struct bs_elbv2_listing listing = {BS_ELBV2_TARGET_GROUP, "TargetGroupArns",
                                                    "Names", "TargetGroups", add_to_list};
    const char *balancer = bs_tree_text(request->input, "LoadBalancerArn", NULL);

    if (balancer != NULL) {
        describe_used_by(account, request, balancer, answer);
    } else {
        bs_elbv2_describe(account, request, &listing, answer);
    }
}

void bs_elbv2_modify_target_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_account_entry *group = group_asked(account, request, answer);

    if (group == NULL || bs_elbv2_is_fixed(group, answer) || !is_in_range(request->input, answer)) {
        return;
    }
    bs_tree_copy_members(group->attributes, request->input, health_check_members);
    add_to_list(account, group, bs_tree_set_list(answer->output, "TargetGroups"));
}

void bs_elbv2_describe_target_group_attributes(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    const struct bs_account_entry *group = group_asked(account, request, answer);

    if (group != NULL) {
        bs_elbv2_describe_settings(group, is_network(group), settings, SETTING_COUNT, answer);
    }
}

void bs_elbv2_modify_target_group_attributes(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    struct bs_account_entry *group = group_asked(account, request, answer);

    if (group != NULL) {
        bs_elbv2_modify_settings(group, is_network(group), settings, SETTING_COUNT, request,
                                 answer);
    }
}

/* ---- Targets ---- */

static bool is_of(const struct bs_account_entry *target, const struct bs_account_entry *group)
{
    const size_t length = strlen(group->key);

    return strncmp(target->key, group->key, length) == 0 && target->key[length] == ' ';
}

/* The group's first target, or the next after one, or NULL. */
static struct bs_account_entry *next_target(struct bs_account *account,
                                            const struct bs_account_entry *group, const char *after)
{
    struct bs_account_entry *target =
        bs_account_next(account, TARGET, group->region, after == NULL ? group->key : after);

    return target != NULL && is_of(target, group) ? target : NULL;
}

static void set_state(struct bs_account_entry *target, const char *state, const char *reason,
                      const char *description)
{
    struct bs_tree *health = bs_tree_set_structure(target->attributes, "TargetHealth");

    bs_tree_set_text(health, "State", state);
    if (reason != NULL) {
        bs_tree_set_text(health, "Reason", reason);
        bs_tree_set_text(health, "Description", description);
    }
}

static bool is_in_state(const struct bs_account_entry *target, const char *state)
{
    const struct bs_tree *health = bs_tree_get(target->attributes, "TargetHealth");

    return strcmp(bs_tree_text(health, "State", ""), state) == 0;
}

static void become_healthy(struct bs_account *account, struct bs_account_entry *target)
{
    (void)account;
    if (is_in_state(target, "initial")) {
        set_state(target, "healthy", NULL, NULL);
    }
}

static void begin_checks(struct bs_account *account, const struct bs_account_entry *group,
                         struct bs_account_entry *target)
{
    const int64_t interval_s = bs_tree_integer(group->attributes, "HealthCheckIntervalSeconds", 30);
    const uint64_t bits = bs_account_draw(account, target->key, "first check", target->generation);

    set_state(target, "initial", "Elb.RegistrationInProgress",
              "Target registration is in progress");
    bs_account_later(
        account, target,
        (struct bs_duration){1 + (int64_t)bs_bits_below(bits, (uint64_t)interval_s * BS_NS_PER_S)},
        become_healthy);
}

static void be_unused(struct bs_account_entry *target)
{
    set_state(target, "unused", "Target.NotInUse",
              "Target group is not configured to receive traffic from the load balancer");
}

void bs_elbv2_follow_use(struct bs_account *account, const char *region)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_TARGET_GROUP].store;
    const struct bs_account_entry *group;
    struct bs_account_entry *target;

    for (group = bs_account_next(account, store, region, NULL); group != NULL;
         group = bs_account_next(account, store, region, group->key)) {
        const bool used = is_used(account, group);

        for (target = next_target(account, group, NULL); target != NULL;
             target = next_target(account, group, target->key)) {
            if (used && is_in_state(target, "unused")) {
                begin_checks(account, group, target);
            } else if (!used && !is_in_state(target, "draining")) {
                be_unused(target);
            }
        }
    }
}

/* The key of a target that the input describes; its port is the group's unless it says another. */
static void key_of(const struct bs_account_entry *group, const struct bs_tree *target,
                   char key[KEY_SIZE])
{
    (void)snprintf(
        key, KEY_SIZE, "%s %.200s %05lld", group->key, bs_tree_text(target, "Id", ""),
        (long long)bs_tree_integer(target, "Port", bs_tree_integer(group->attributes, "Port", 0)));
}

static bool is_dotted(const char *text)
{
    unsigned parts[4];
    int length = 0;

    return sscanf(text, "%3u.%3u.%3u.%3u%n", &parts[0], &parts[1], &parts[2], &parts[3], &length) ==
               4 &&
           text[length] == '\0' && parts[0] < 256 && parts[1] < 256 && parts[2] < 256 &&
           parts[3] < 256;
}

static bool is_target_id(const struct bs_account_entry *group, const char *id)
{
    const char *type = bs_tree_text(group->attributes, "TargetType", "instance");

    if (strcmp(type, "ip") == 0) {
        return is_dotted(id) || strchr(id, ':') != NULL;
    }
    return strncmp(id, strcmp(type, "instance") == 0 ? "i-" : "arn:",
                   strcmp(type, "instance") == 0 ? 2 : 4) == 0;
}

static bool may_register(struct bs_account *account, const struct bs_account_entry *group,
                         const struct bs_tree *targets, struct bs_account_answer *answer)
{
    size_t count = bs_tree_count(targets);
    const struct bs_account_entry *target;

    for (target = next_target(account, group, NULL); target != NULL;
         target = next_target(account, group, target->key)) {
        count++;
    }
    if (count > TARGETS_MAX) {
        bs_account_fail(answer, "TooManyTargetsException",
                        "The maximum number of targets has been reached");
        return false;
    }
    for (const struct bs_tree *wanted = bs_tree_first(targets); wanted != NULL;
         wanted = wanted->next) {
        const int64_t port = bs_tree_integer(wanted, "Port", 1);
        const char *id = bs_tree_text(wanted, "Id", "");

        if (!is_target_id(group, id)) {
            bs_account_fail(answer, "InvalidTargetException",
                            "The following targets are not valid for the target group: '%s'", id);
            return false;
        }
        if (port < 1 || port > PORT_MAX) {
            bs_account_fail(answer, "ValidationError", "Port '%lld' must be in the range 1-65535",
                            (long long)port);
            return false;
        }
    }
    return true;
}

static void register_one(struct bs_account *account, const struct bs_account_entry *group,
                         const struct bs_tree *wanted, bool used)
{
    char key[KEY_SIZE];
    struct bs_account_entry *target;
    struct bs_tree *shown;

    key_of(group, wanted, key);
    target = bs_account_find(account, TARGET, group->region, key);
    if (target != NULL && !is_in_state(target, "draining")) {
        return;
    }
    if (target != NULL) {
        bs_account_remove(account, target); /* And with it the end of its draining. */
    }
    target = bs_account_add(account, TARGET, group->region, key);
    shown = bs_tree_set(target->attributes, "Target", bs_tree_copy(wanted));
    if (bs_tree_get(shown, "Port") == NULL && bs_tree_get(group->attributes, "Port") != NULL) {
        bs_tree_set_integer(shown, "Port", bs_tree_integer(group->attributes, "Port", 0));
    }
    if (used) {
        begin_checks(account, group, target);
    } else {
        be_unused(target);
    }
}

void bs_elbv2_register_targets(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct bs_tree *targets = bs_tree_get(request->input, "Targets");
    const struct bs_account_entry *group = group_asked(account, request, answer);

    if (group == NULL || bs_elbv2_is_fixed(group, answer) ||
        !may_register(account, group, targets, answer)) {
        return;
    }
    for (const struct bs_tree *wanted = bs_tree_first(targets); wanted != NULL;
         wanted = wanted->next) {
        register_one(account, group, wanted, is_used(account, group));
    }
}

static void drained(struct bs_account *account, struct bs_account_entry *target)
{
    bs_account_remove(account, target);
}

static void deregister_one(struct bs_account *account, const struct bs_account_entry *group,
                           const char *key)
{
    struct bs_account_entry *target = bs_account_find(account, TARGET, group->region, key);
    const char *delay = bs_tree_text(bs_tree_get(group->attributes, "Settings"),
                                     "deregistration_delay.timeout_seconds", "300");

    if (target == NULL || is_in_state(target, "draining")) {
        return;
    }
    if (is_in_state(target, "unused")) {
        bs_account_remove(account, target);
        return;
    }
    set_state(target, "draining", "Target.DeregistrationInProgress",
              "Target deregistration is in progress");
    bs_account_later(account, target, BS_SECONDS(strtoll(delay, NULL, 10)), drained);
}

/* A target without a port is all that have its id. */
static void deregister_all(struct bs_account *account, const struct bs_account_entry *group,
                           const char *id)
{
    char key[KEY_SIZE];

    (void)snprintf(key, sizeof(key), "%s ", group->key);
    for (struct bs_account_entry *target = next_target(account, group, key); target != NULL;
         target = next_target(account, group, key)) {
        (void)snprintf(key, sizeof(key), "%s", target->key);
        if (strcmp(bs_tree_text(bs_tree_get(target->attributes, "Target"), "Id", ""), id) == 0) {
            deregister_one(account, group, key);
        }
    }
}

void bs_elbv2_deregister_targets(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const struct bs_account_entry *group = group_asked(account, request, answer);
    const struct bs_tree *wanted = bs_tree_first(bs_tree_get(request->input, "Targets"));
    char key[KEY_SIZE];

    if (group == NULL || bs_elbv2_is_fixed(group, answer)) {
        return;
    }
    for (; wanted != NULL; wanted = wanted->next) {
        if (bs_tree_get(wanted, "Port") == NULL) {
            deregister_all(account, group, bs_tree_text(wanted, "Id", ""));
        } else {
            key_of(group, wanted, key);
            deregister_one(account, group, key);
        }
    }
}

/* Deleting what is not there is no error: the model has none for it. */
void bs_elbv2_delete_target_group(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_account_entry *group =
        bs_account_find(account, bs_elbv2_kinds[BS_ELBV2_TARGET_GROUP].store, request->region,
                        bs_tree_text(request->input, "TargetGroupArn", ""));
    struct bs_account_entry *target;

    if (group == NULL || bs_elbv2_is_fixed(group, answer)) {
        return;
    }
    if (is_used(account, group)) {
        bs_account_fail(answer, "ResourceInUseException",
                        "Target group '%s' is currently in use by a listener or a rule",
                        group->key);
        return;
    }
    while ((target = next_target(account, group, NULL)) != NULL) {
        bs_account_remove(account, target);
    }
    bs_account_remove(account, group);
}

/* ---- Health ---- */

/* What the world says of the scenario's targets. */
static struct bs_call_answer ask_world(struct bs_account *account,
                                       const struct bs_account_entry *group)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_ELB_DESCRIBE_TARGET_HEALTH,
        .region = group->region,
        .resource = bs_tree_text(group->attributes, "TargetGroupName", ""),
    };
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    bs_elb_describe_target_health(bs_account_options(account)->world, &request, &answer);
    return answer;
}

static bool is_lost(struct bs_account *account, const char *region)
{
    const struct bs_world *world = bs_account_options(account)->world;
    const int32_t index = bs_scenario_region(bs_account_scenario(account), region);

    return bs_data_plane(world, index, "elasticloadbalancing").is_lost ||
           bs_data_plane(world, index, "ecs").is_lost;
}

bool bs_elbv2_group_is_healthy(struct bs_account *account, const struct bs_account_entry *group)
{
    const struct bs_account_entry *target;

    if (bs_tree_boolean(group->attributes, "Scenario", false)) {
        return !is_lost(account, group->region) && ask_world(account, group).running > 0;
    }
    for (target = next_target(account, group, NULL); target != NULL;
         target = next_target(account, group, target->key)) {
        if (is_in_state(target, "healthy")) {
            return true;
        }
    }
    return false;
}

/* Tasks have no addresses in the world: they get those of a private network by their number. */
static void describe_tasks(struct bs_account *account, const struct bs_account_entry *group,
                           struct bs_tree *list)
{
    const struct bs_call_answer world = ask_world(account, group);

    for (int64_t i = 0; i < world.total; i++) {
        struct bs_tree *description = bs_tree_append_structure(list);
        struct bs_tree *target = bs_tree_set_structure(description, "Target");
        struct bs_tree *health = bs_tree_set_structure(description, "TargetHealth");

        bs_tree_set_format(target, "Id", "10.0.%lld.%lld", (long long)(i / 250),
                           (long long)(i % 250 + 4));
        bs_tree_set_integer(target, "Port", 80);
        bs_tree_set_text(description, "HealthCheckPort", "80");
        bs_tree_set_text(health, "State", i < world.running ? "healthy" : "initial");
        if (i >= world.running) {
            bs_tree_set_text(health, "Reason", "Elb.RegistrationInProgress");
            bs_tree_set_text(health, "Description", "Target registration is in progress");
        }
    }
}

static void describe_target(const struct bs_account_entry *group,
                            const struct bs_account_entry *target, struct bs_tree *list)
{
    static const char *const shown[] = {"Target", "TargetHealth", NULL};
    const char *port = bs_tree_text(group->attributes, "HealthCheckPort", "traffic-port");
    struct bs_tree *description = bs_tree_append_structure(list);

    bs_tree_copy_members(description, target->attributes, shown);
    if (strcmp(port, "traffic-port") == 0) {
        bs_tree_set_format(
            description, "HealthCheckPort", "%lld",
            (long long)bs_tree_integer(bs_tree_get(target->attributes, "Target"), "Port", 0));
    } else {
        bs_tree_set_text(description, "HealthCheckPort", port);
    }
}

static void describe_wanted(struct bs_account *account, const struct bs_account_entry *group,
                            const struct bs_tree *wanted, struct bs_tree *list)
{
    char key[KEY_SIZE];
    const struct bs_account_entry *target;

    key_of(group, wanted, key);
    target = bs_account_find(account, TARGET, group->region, key);
    if (target != NULL) {
        describe_target(group, target, list);
    } else {
        struct bs_tree *description = bs_tree_append_structure(list);
        struct bs_tree *health = bs_tree_set_structure(description, "TargetHealth");

        (void)bs_tree_set(description, "Target", bs_tree_copy(wanted));
        bs_tree_set_text(health, "State", "unused");
        bs_tree_set_text(health, "Reason", "Target.NotRegistered");
        bs_tree_set_text(health, "Description", "Target is not registered to the target group");
    }
}

void bs_elbv2_describe_target_health(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_first(bs_tree_get(request->input, "Targets"));
    const struct bs_account_entry *group = group_asked(account, request, answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "TargetHealthDescriptions");
    const struct bs_account_entry *target;

    if (group == NULL) {
        return;
    }
    if (bs_tree_boolean(group->attributes, "Scenario", false)) {
        describe_tasks(account, group, list);
        return;
    }
    if (wanted != NULL) {
        for (; wanted != NULL; wanted = wanted->next) {
            describe_wanted(account, group, wanted, list);
        }
        return;
    }
    for (target = next_target(account, group, NULL); target != NULL;
         target = next_target(account, group, target->key)) {
        describe_target(group, target, list);
    }
}
