/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Listeners and their rules: what a load balancer does with a request, recorded and checked. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/account/elbv2.h"

enum {
    LISTENERS_MAX = 50,
    RULES_MAX = 100,
    PRIORITY_MAX = 50000,
    ACTIONS_MAX = 5,
    GROUPS_PER_ACTION_MAX = 5,
    WEIGHT_MAX = 999,
    PORT_MAX = 65535,
    ARN_SIZE = 512,
};

static const char *store_of(enum bs_elbv2_kind kind)
{
    return bs_elbv2_kinds[kind].store;
}

/* ---- Which target groups actions lead to ---- */

static const struct bs_tree *groups_of(const struct bs_tree *action)
{
    return bs_tree_get(bs_tree_get(action, "ForwardConfig"), "TargetGroups");
}

bool bs_elbv2_actions_use(const struct bs_tree *actions, const char *group_arn)
{
    for (const struct bs_tree *action = bs_tree_first(actions); action != NULL;
         action = action->next) {
        const struct bs_tree *group = bs_tree_first(groups_of(action));

        for (; group != NULL; group = group->next) {
            if (strcmp(bs_tree_text(group, "TargetGroupArn", ""), group_arn) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void add_balancers(struct bs_account *account, enum bs_elbv2_kind kind, const char *actions,
                          const struct bs_account_entry *group, struct bs_tree *list)
{
    const struct bs_account_entry *entry;

    for (entry = bs_account_next(account, store_of(kind), group->region, NULL); entry != NULL;
         entry = bs_account_next(account, store_of(kind), group->region, entry->key)) {
        const char *balancer = bs_tree_text(entry->attributes, "LoadBalancerArn", "");

        if (bs_elbv2_actions_use(bs_tree_get(entry->attributes, actions), group->key) &&
            !bs_tree_has_text(list, balancer)) {
            bs_tree_append_text(list, balancer);
        }
    }
}

void bs_elbv2_balancers_of(struct bs_account *account, const struct bs_account_entry *group,
                           struct bs_tree *list)
{
    add_balancers(account, BS_ELBV2_LISTENER, "DefaultActions", group, list);
    add_balancers(account, BS_ELBV2_RULE, "Actions", group, list);
}

/* ---- Actions ---- */

/* A lone TargetGroupArn and a ForwardConfig say the same: descriptions show both. */
static void normalize_forward(struct bs_tree *action)
{
    const char *arn = bs_tree_text(action, "TargetGroupArn", NULL);
    struct bs_tree *config = bs_tree_get_mutable(action, "ForwardConfig");
    struct bs_tree *group;

    if (config == NULL && arn != NULL) {
        config = bs_tree_set_structure(action, "ForwardConfig");
        group = bs_tree_append_structure(bs_tree_set_list(config, "TargetGroups"));
        bs_tree_set_text(group, "TargetGroupArn", arn);
    }
    group = bs_tree_first_mutable(bs_tree_get_mutable(config, "TargetGroups"));
    if (group != NULL && group->next == NULL) {
        bs_tree_set_text(action, "TargetGroupArn", bs_tree_text(group, "TargetGroupArn", ""));
    }
    for (; group != NULL; group = group->next) {
        if (bs_tree_get(group, "Weight") == NULL) {
            bs_tree_set_integer(group, "Weight", 1);
        }
    }
    if (config != NULL && bs_tree_get(config, "TargetGroupStickinessConfig") == NULL) {
        bs_tree_set_boolean(bs_tree_set_structure(config, "TargetGroupStickinessConfig"), "Enabled",
                            false);
    }
}

static bool protocols_agree(const struct bs_account_entry *group, const char *balancer_arn)
{
    const bool is_http = strncmp(bs_tree_text(group->attributes, "Protocol", ""), "HTTP", 4) == 0;

    return is_http == (strstr(balancer_arn, "/app/") != NULL);
}

/* A group serves one load balancer. */
static bool is_used_elsewhere(struct bs_account *account, const struct bs_account_entry *group,
                              const char *balancer_arn)
{
    struct bs_tree *users = bs_tree_new_list();
    bool elsewhere;

    bs_elbv2_balancers_of(account, group, users);
    elsewhere = bs_tree_count(users) > 0 && !bs_tree_has_text(users, balancer_arn);
    bs_tree_destroy(users);
    return elsewhere;
}

static void check_forward(struct bs_account *account, const char *region, const char *balancer_arn,
                          const struct bs_tree *action, struct bs_account_answer *answer)
{
    const struct bs_tree *wanted = bs_tree_first(groups_of(action));

    if (wanted == NULL || bs_tree_count(groups_of(action)) > GROUPS_PER_ACTION_MAX) {
        bs_account_fail(answer, "ValidationError",
                        "A forward action must have between 1 and 5 target groups");
    }
    for (; wanted != NULL && answer->error == NULL; wanted = wanted->next) {
        const char *arn = bs_tree_text(wanted, "TargetGroupArn", "");
        const int64_t weight = bs_tree_integer(wanted, "Weight", 1);
        const struct bs_account_entry *group =
            bs_elbv2_find(account, region, BS_ELBV2_TARGET_GROUP, arn, answer);

        if (group == NULL) {
            return;
        }
        if (weight < 0 || weight > WEIGHT_MAX) {
            bs_account_fail(answer, "ValidationError", "Weight '%lld' must be between 0 and 999",
                            (long long)weight);
        } else if (!protocols_agree(group, balancer_arn)) {
            bs_account_fail(answer, "IncompatibleProtocolsException",
                            "The target group '%s' does not have a protocol that the load "
                            "balancer supports",
                            arn);
        } else if (is_used_elsewhere(account, group, balancer_arn)) {
            bs_account_fail(answer, "TargetGroupAssociationLimitException",
                            "The following target groups cannot be associated with more than one "
                            "load balancer: %s",
                            arn);
        }
    }
}

/* What each type of action must come with. */
static const struct {
    const char *type;
    const char *member;
    const char *inner; /* That the member must have. */
} action_types[] = {
    {"forward", "ForwardConfig", "TargetGroups"},
    {"redirect", "RedirectConfig", "StatusCode"},
    {"fixed-response", "FixedResponseConfig", "StatusCode"},
    {"authenticate-oidc", "AuthenticateOidcConfig", "Issuer"},
    {"authenticate-cognito", "AuthenticateCognitoConfig", "UserPoolArn"},
};

static void check_action(struct bs_account *account, const char *region, const char *balancer_arn,
                         struct bs_tree *action, struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(action, "Type", "");

    if (strcmp(type, "forward") == 0) {
        normalize_forward(action);
    }
    for (size_t i = 0; i < sizeof(action_types) / sizeof(action_types[0]); i++) {
        if (strcmp(action_types[i].type, type) == 0 &&
            bs_tree_get(bs_tree_get(action, action_types[i].member), action_types[i].inner) ==
                NULL) {
            bs_account_fail(answer, "ValidationError",
                            "An action of type '%s' must have %s with %s", type,
                            action_types[i].member, action_types[i].inner);
            return;
        }
    }
    if (strcmp(type, "forward") == 0) {
        check_forward(account, region, balancer_arn, action, answer);
    } else if (strstr(balancer_arn, "/net/") != NULL) {
        bs_account_fail(answer, "InvalidLoadBalancerActionException",
                        "Network load balancers only have actions of type 'forward'");
    }
}

/* A list that the caller owns, checked and as descriptions show it; or NULL, and the answer says why. */
static struct bs_tree *take_actions(struct bs_account *account, const char *region,
                                    const char *balancer_arn, const struct bs_tree *given,
                                    struct bs_account_answer *answer)
{
    struct bs_tree *actions = bs_tree_copy(given);
    struct bs_tree *action = bs_tree_first_mutable(actions);
    int64_t order = 1;
    bool is_last = false;

    if (bs_tree_count(actions) > ACTIONS_MAX) {
        bs_account_fail(answer, "TooManyActionsException",
                        "The maximum number of actions per rule is 5");
    }
    for (; action != NULL && answer->error == NULL; action = action->next, order++) {
        if (is_last) {
            bs_account_fail(answer, "InvalidLoadBalancerActionException",
                            "A forward, redirect or fixed-response action must be the last one");
        } else {
            check_action(account, region, balancer_arn, action, answer);
        }
        is_last = strncmp(bs_tree_text(action, "Type", ""), "authenticate", 12) != 0;
        if (bs_tree_get(action, "Order") == NULL && bs_tree_count(actions) > 1) {
            bs_tree_set_integer(action, "Order", order);
        }
    }
    if (answer->error == NULL && !is_last) {
        bs_account_fail(answer, "InvalidLoadBalancerActionException",
                        "There must be a forward, redirect or fixed-response action");
    }
    if (answer->error != NULL) {
        bs_tree_destroy(actions);
        return NULL;
    }
    return actions;
}

/* ---- Listeners ---- */

/* Replaces ":from/" by ":to/" in an ARN and puts "/" and 16 digits behind it. */
static void derive_arn(struct bs_account *account, const char *arn, const char *from,
                       const char *to, uint64_t number, char derived[ARN_SIZE])
{
    const char *part = strstr(arn, from);

    (void)snprintf(derived, ARN_SIZE, "%.*s%s%s/%016llx", (int)(part - arn), arn, to,
                   part + strlen(from),
                   (unsigned long long)bs_account_draw(account, arn, to, number));
}

/* Adds the rule that the entry of a listener has by itself, which shows its default actions. */
static void add_default_rule(struct bs_account *account, const struct bs_account_entry *listener)
{
    char arn[ARN_SIZE];
    struct bs_account_entry *rule;

    derive_arn(account, listener->key, ":listener/", ":listener-rule/", 0, arn);
    rule = bs_account_add(account, store_of(BS_ELBV2_RULE), listener->region, arn);
    bs_tree_set_text(rule->attributes, "RuleArn", arn);
    bs_tree_set_text(rule->attributes, "ListenerArn", listener->key);
    bs_tree_set_text(rule->attributes, "LoadBalancerArn",
                     bs_tree_text(listener->attributes, "LoadBalancerArn", ""));
    bs_tree_set_text(rule->attributes, "Priority", "default");
    (void)bs_tree_set_list(rule->attributes, "Conditions");
    bs_tree_set_boolean(rule->attributes, "IsDefault", true);
    if (bs_tree_boolean(listener->attributes, "Scenario", false)) {
        bs_tree_set_boolean(rule->attributes, "Scenario", true);
    }
}

static struct bs_account_entry *add_listener(struct bs_account *account, const char *region,
                                             const char *balancer_arn, uint64_t number)
{
    char arn[ARN_SIZE];
    struct bs_account_entry *listener;

    derive_arn(account, balancer_arn, ":loadbalancer/", ":listener/", number, arn);
    listener = bs_account_add(account, store_of(BS_ELBV2_LISTENER), region, arn);
    bs_tree_set_text(listener->attributes, "ListenerArn", arn);
    bs_tree_set_text(listener->attributes, "LoadBalancerArn", balancer_arn);
    return listener;
}

void bs_elbv2_start_listener(struct bs_account *account, const struct bs_account_entry *balancer,
                             const struct bs_account_entry *group)
{
    struct bs_account_entry *listener = add_listener(account, balancer->region, balancer->key, 0);
    struct bs_tree *action =
        bs_tree_append_structure(bs_tree_set_list(listener->attributes, "DefaultActions"));

    bs_tree_set_text(action, "Type", "forward");
    bs_tree_set_text(action, "TargetGroupArn", group->key);
    normalize_forward(action);
    bs_tree_set_integer(listener->attributes, "Port", 80);
    bs_tree_set_text(listener->attributes, "Protocol", "HTTP");
    bs_tree_set_boolean(listener->attributes, "Scenario", true);
    add_default_rule(account, listener);
}

static void show_listener(struct bs_account *account, const struct bs_account_entry *entry,
                          struct bs_tree *list)
{
    static const char *const shown[] = {"ListenerArn",    "LoadBalancerArn", "Port",
                                        "Protocol",       "Certificates",    "SslPolicy",
                                        "DefaultActions", "AlpnPolicy",      NULL};

    (void)account;
    bs_tree_copy_members(bs_tree_append_structure(list), entry->attributes, shown);
}

/* The listeners of a load balancer, or the rules of a listener: `owner` is the member with its ARN. */
static size_t count_owned(struct bs_account *account, const char *region, enum bs_elbv2_kind kind,
                          const char *owner, const char *arn)
{
    const struct bs_account_entry *entry;
    size_t count = 0;

    for (entry = bs_account_next(account, store_of(kind), region, NULL); entry != NULL;
         entry = bs_account_next(account, store_of(kind), region, entry->key)) {
        count += strcmp(bs_tree_text(entry->attributes, owner, ""), arn) == 0 ? 1 : 0;
    }
    return count;
}

static void remove_owned(struct bs_account *account, const char *region, enum bs_elbv2_kind kind,
                         const char *owner, const char *arn)
{
    char key[ARN_SIZE] = "";
    struct bs_account_entry *entry;

    for (entry = bs_account_next(account, store_of(kind), region, NULL); entry != NULL;
         entry = bs_account_next(account, store_of(kind), region, key)) {
        (void)snprintf(key, sizeof(key), "%s", entry->key);
        if (strcmp(bs_tree_text(entry->attributes, owner, ""), arn) == 0) {
            bs_account_remove(account, entry);
        }
    }
}

void bs_elbv2_remove_listeners_of(struct bs_account *account, const char *region,
                                  const char *balancer_arn)
{
    remove_owned(account, region, BS_ELBV2_RULE, "LoadBalancerArn", balancer_arn);
    remove_owned(account, region, BS_ELBV2_LISTENER, "LoadBalancerArn", balancer_arn);
    bs_elbv2_follow_use(account, region);
}

static bool has_listener_on(struct bs_account *account, const char *region,
                            const char *balancer_arn, int64_t port,
                            const struct bs_account_entry *except)
{
    const char *store = store_of(BS_ELBV2_LISTENER);
    const struct bs_account_entry *entry;

    for (entry = bs_account_next(account, store, region, NULL); entry != NULL;
         entry = bs_account_next(account, store, region, entry->key)) {
        if (entry != except && bs_tree_integer(entry->attributes, "Port", 0) == port &&
            strcmp(bs_tree_text(entry->attributes, "LoadBalancerArn", ""), balancer_arn) == 0) {
            return true;
        }
    }
    return false;
}

/* What holds for a listener whether it is new (`listener` is NULL) or modified. */
static bool may_listen(struct bs_account *account, const struct bs_account_request *request,
                       const char *balancer_arn, const struct bs_account_entry *listener,
                       struct bs_account_answer *answer)
{
    const struct bs_tree *old = listener == NULL ? NULL : listener->attributes;
    const struct bs_tree *input = request->input;
    const int64_t port = bs_tree_integer(input, "Port", bs_tree_integer(old, "Port", 0));
    const char *protocol = bs_tree_text(input, "Protocol", bs_tree_text(old, "Protocol", ""));
    const bool is_secure = strcmp(protocol, "HTTPS") == 0 || strcmp(protocol, "TLS") == 0;
    const struct bs_tree *certificates = bs_tree_get(input, "Certificates");

    certificates = certificates == NULL ? bs_tree_get(old, "Certificates") : certificates;
    if (port < 1 || port > PORT_MAX) {
        bs_account_fail(answer, "ValidationError", "A listener must have a port of 1 to 65535");
    } else if (*protocol == '\0') {
        bs_account_fail(answer, "ValidationError", "A listener protocol must be specified");
    } else if ((strncmp(protocol, "HTTP", 4) == 0) != (strstr(balancer_arn, "/app/") != NULL)) {
        bs_account_fail(answer, "UnsupportedProtocolException",
                        "The protocol '%s' is not supported by this type of load balancer",
                        protocol);
    } else if (is_secure && bs_tree_count(certificates) == 0) {
        bs_account_fail(answer, "CertificateNotFoundException",
                        "A certificate must be specified for %s listeners", protocol);
    } else if (has_listener_on(account, request->region, balancer_arn, port, listener)) {
        bs_account_fail(answer, "DuplicateListenerException",
                        "A listener already exists on this port for this load balancer '%s'",
                        balancer_arn);
    }
    return answer->error == NULL;
}

static const char *const listener_members[] = {"Port",      "Protocol",   "Certificates",
                                               "SslPolicy", "AlpnPolicy", NULL};

static void keep_listener(struct bs_account *account, struct bs_account_entry *listener,
                          const struct bs_account_request *request, struct bs_tree *actions,
                          struct bs_account_answer *answer)
{
    const char *protocol;

    bs_tree_copy_members(listener->attributes, request->input, listener_members);
    if (actions != NULL) {
        (void)bs_tree_set(listener->attributes, "DefaultActions", actions);
    }
    protocol = bs_tree_text(listener->attributes, "Protocol", "");
    if ((strcmp(protocol, "HTTPS") == 0 || strcmp(protocol, "TLS") == 0) &&
        bs_tree_get(listener->attributes, "SslPolicy") == NULL) {
        bs_tree_set_text(listener->attributes, "SslPolicy", "ELBSecurityPolicy-2016-08");
    }
    bs_elbv2_follow_use(account, request->region);
    show_listener(account, listener, bs_tree_set_list(answer->output, "Listeners"));
}

void bs_elbv2_create_listener(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "LoadBalancerArn", "");
    const struct bs_account_entry *balancer =
        bs_elbv2_find(account, request->region, BS_ELBV2_LOAD_BALANCER, arn, answer);
    struct bs_account_entry *listener;
    struct bs_tree *actions;

    if (balancer == NULL || bs_elbv2_is_fixed(balancer, answer) ||
        !may_listen(account, request, arn, NULL, answer)) {
        return;
    }
    if (count_owned(account, request->region, BS_ELBV2_LISTENER, "LoadBalancerArn", arn) >=
        LISTENERS_MAX) {
        bs_account_fail(answer, "TooManyListenersException",
                        "The maximum number of listeners has been reached");
        return;
    }
    actions = take_actions(account, request->region, arn,
                           bs_tree_get(request->input, "DefaultActions"), answer);
    if (actions == NULL) {
        return;
    }
    listener = add_listener(account, request->region, arn, request->receipt);
    bs_account_merge_tags(listener->attributes, bs_tree_get(request->input, "Tags"));
    add_default_rule(account, listener);
    keep_listener(account, listener, request, actions, answer);
}

static struct bs_account_entry *listener_asked(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    return bs_elbv2_find(account, request->region, BS_ELBV2_LISTENER,
                         bs_tree_text(request->input, "ListenerArn", ""), answer);
}

void bs_elbv2_modify_listener(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *listener = listener_asked(account, request, answer);
    const struct bs_tree *given = bs_tree_get(request->input, "DefaultActions");
    struct bs_tree *actions = NULL;
    const char *balancer;

    if (listener == NULL || bs_elbv2_is_fixed(listener, answer)) {
        return;
    }
    balancer = bs_tree_text(listener->attributes, "LoadBalancerArn", "");
    if (!may_listen(account, request, balancer, listener, answer)) {
        return;
    }
    if (given != NULL) {
        actions = take_actions(account, request->region, balancer, given, answer);
        if (actions == NULL) {
            return;
        }
    }
    keep_listener(account, listener, request, actions, answer);
}

void bs_elbv2_delete_listener(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_account_entry *listener = listener_asked(account, request, answer);

    if (listener == NULL || bs_elbv2_is_fixed(listener, answer)) {
        return;
    }
    remove_owned(account, request->region, BS_ELBV2_RULE, "ListenerArn", listener->key);
    bs_account_remove(account, listener);
    bs_elbv2_follow_use(account, request->region);
}

void bs_elbv2_describe_listeners(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    static const struct bs_elbv2_listing listing = {BS_ELBV2_LISTENER, "ListenerArns", NULL,
                                                    "Listeners", show_listener};
    const char *balancer = bs_tree_text(request->input, "LoadBalancerArn", NULL);
    const char *store = store_of(BS_ELBV2_LISTENER);
    const struct bs_account_entry *entry;
    struct bs_tree *list;

    if (balancer == NULL) {
        bs_elbv2_describe(account, request, &listing, answer);
        return;
    }
    list = bs_tree_set_list(answer->output, "Listeners");
    if (bs_elbv2_find(account, request->region, BS_ELBV2_LOAD_BALANCER, balancer, answer) == NULL) {
        return;
    }
    for (entry = bs_account_next(account, store, request->region, NULL); entry != NULL;
         entry = bs_account_next(account, store, request->region, entry->key)) {
        if (strcmp(bs_tree_text(entry->attributes, "LoadBalancerArn", ""), balancer) == 0) {
            show_listener(account, entry, list);
        }
    }
}

/* ---- Rules ---- */

/* The default rule's actions are its listener's. */
static void show_rule(struct bs_account *account, const struct bs_account_entry *entry,
                      struct bs_tree *list)
{
    static const char *const shown[] = {"RuleArn", "Priority",  "Conditions",
                                        "Actions", "IsDefault", NULL};
    struct bs_tree *rule = bs_tree_append_structure(list);

    bs_tree_copy_members(rule, entry->attributes, shown);
    if (bs_tree_boolean(entry->attributes, "IsDefault", false)) {
        const struct bs_account_entry *listener =
            bs_account_find(account, store_of(BS_ELBV2_LISTENER), entry->region,
                            bs_tree_text(entry->attributes, "ListenerArn", ""));

        if (listener != NULL) {
            (void)bs_tree_set(rule, "Actions",
                              bs_tree_copy(bs_tree_get(listener->attributes, "DefaultActions")));
        }
    }
}

static int64_t priority_of(const struct bs_account_entry *rule)
{
    return bs_tree_boolean(rule->attributes, "IsDefault", false)
               ? PRIORITY_MAX + 1
               : strtoll(bs_tree_text(rule->attributes, "Priority", "0"), NULL, 10);
}

/* The listener's rule of the least priority above one, or NULL. */
static struct bs_account_entry *next_rule(struct bs_account *account, const char *region,
                                          const char *listener, int64_t above)
{
    const char *store = store_of(BS_ELBV2_RULE);
    struct bs_account_entry *next = NULL;
    struct bs_account_entry *entry;

    for (entry = bs_account_next(account, store, region, NULL); entry != NULL;
         entry = bs_account_next(account, store, region, entry->key)) {
        if (strcmp(bs_tree_text(entry->attributes, "ListenerArn", ""), listener) == 0 &&
            priority_of(entry) > above &&
            (next == NULL || priority_of(entry) < priority_of(next))) {
            next = entry;
        }
    }
    return next;
}

void bs_elbv2_describe_rules(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    static const struct bs_elbv2_listing listing = {BS_ELBV2_RULE, "RuleArns", NULL, "Rules",
                                                    show_rule};
    const char *listener = bs_tree_text(request->input, "ListenerArn", NULL);
    struct bs_tree *list;
    int64_t above = 0;

    if (listener == NULL && bs_tree_count(bs_tree_get(request->input, "RuleArns")) == 0) {
        bs_account_fail(answer, "ValidationError", "Either listener or rules must be specified");
        return;
    }
    if (listener == NULL) {
        bs_elbv2_describe(account, request, &listing, answer);
        return;
    }
    list = bs_tree_set_list(answer->output, "Rules");
    if (listener_asked(account, request, answer) == NULL) {
        return;
    }
    for (const struct bs_account_entry *rule = next_rule(account, request->region, listener, above);
         rule != NULL; rule = next_rule(account, request->region, listener, above)) {
        above = priority_of(rule);
        show_rule(account, rule, list);
    }
}

/* Fields of conditions, and the structures that hold their values. */
static const struct {
    const char *field;
    const char *config;
} fields[] = {
    {"host-header", "HostHeaderConfig"},   {"path-pattern", "PathPatternConfig"},
    {"http-header", "HttpHeaderConfig"},   {"http-request-method", "HttpRequestMethodConfig"},
    {"query-string", "QueryStringConfig"}, {"source-ip", "SourceIpConfig"},
};

/* Of host-header and path-pattern, Values and the configuration's values say the same. */
static bool take_condition(struct bs_tree *condition, struct bs_account_answer *answer)
{
    const char *field = bs_tree_text(condition, "Field", "");
    const struct bs_tree *values = bs_tree_get(condition, "Values");

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        const struct bs_tree *config = bs_tree_get(condition, fields[i].config);

        if (strcmp(fields[i].field, field) != 0) {
            continue;
        }
        if (bs_tree_count(values) == 0 && bs_tree_count(bs_tree_get(config, "Values")) == 0) {
            bs_account_fail(answer, "ValidationError",
                            "A condition value must be specified for field '%s'", field);
            return false;
        }
        if (i < 2 && config == NULL) {
            (void)bs_tree_set(bs_tree_set_structure(condition, fields[i].config), "Values",
                              bs_tree_copy(values));
        } else if (i < 2) {
            (void)bs_tree_set(condition, "Values", bs_tree_copy(bs_tree_get(config, "Values")));
        }
        return true;
    }
    bs_account_fail(answer, "ValidationError",
                    "Condition field '%s' must be one of '[path-pattern, host-header, http-header, "
                    "http-request-method, query-string, source-ip]'",
                    field);
    return false;
}

static struct bs_tree *take_conditions(const struct bs_tree *given,
                                       struct bs_account_answer *answer)
{
    struct bs_tree *conditions = bs_tree_copy(given);
    struct bs_tree *condition = bs_tree_first_mutable(conditions);

    if (condition == NULL) {
        bs_account_fail(answer, "ValidationError", "A rule must have at least one condition");
    }
    for (; condition != NULL && answer->error == NULL; condition = condition->next) {
        (void)take_condition(condition, answer);
    }
    if (answer->error != NULL) {
        bs_tree_destroy(conditions);
        return NULL;
    }
    return conditions;
}

static bool priority_is_free(struct bs_account *account, const char *region, const char *listener,
                             int64_t priority, struct bs_account_answer *answer)
{
    const struct bs_account_entry *rule;

    if (priority < 1 || priority > PRIORITY_MAX) {
        bs_account_fail(answer, "ValidationError", "Priority '%lld' must be between 1 and 50000",
                        (long long)priority);
        return false;
    }
    rule = next_rule(account, region, listener, priority - 1);
    if (rule != NULL && priority_of(rule) == priority) {
        bs_account_fail(answer, "PriorityInUseException", "Priority '%lld' is currently in use",
                        (long long)priority);
        return false;
    }
    return true;
}

void bs_elbv2_create_rule(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const struct bs_account_entry *listener = listener_asked(account, request, answer);
    const int64_t priority = bs_tree_integer(input, "Priority", 0);
    struct bs_account_entry *rule;
    struct bs_tree *conditions;
    struct bs_tree *actions;
    const char *balancer;
    char arn[ARN_SIZE];

    if (listener == NULL || bs_elbv2_is_fixed(listener, answer) ||
        !priority_is_free(account, request->region, listener->key, priority, answer)) {
        return;
    }
    if (count_owned(account, request->region, BS_ELBV2_RULE, "ListenerArn", listener->key) >
        RULES_MAX) {
        bs_account_fail(answer, "TooManyRulesException",
                        "The maximum number of rules has been reached");
        return;
    }
    balancer = bs_tree_text(listener->attributes, "LoadBalancerArn", "");
    conditions = take_conditions(bs_tree_get(input, "Conditions"), answer);
    if (conditions == NULL) {
        return;
    }
    actions =
        take_actions(account, request->region, balancer, bs_tree_get(input, "Actions"), answer);
    if (actions == NULL) {
        bs_tree_destroy(conditions);
        return;
    }
    derive_arn(account, listener->key, ":listener/", ":listener-rule/", request->receipt, arn);
    rule = bs_account_add(account, store_of(BS_ELBV2_RULE), request->region, arn);
    bs_tree_set_text(rule->attributes, "RuleArn", arn);
    bs_tree_set_text(rule->attributes, "ListenerArn", listener->key);
    bs_tree_set_text(rule->attributes, "LoadBalancerArn", balancer);
    bs_tree_set_format(rule->attributes, "Priority", "%lld", (long long)priority);
    (void)bs_tree_set(rule->attributes, "Conditions", conditions);
    (void)bs_tree_set(rule->attributes, "Actions", actions);
    bs_tree_set_boolean(rule->attributes, "IsDefault", false);
    bs_account_merge_tags(rule->attributes, bs_tree_get(input, "Tags"));
    bs_elbv2_follow_use(account, request->region);
    show_rule(account, rule, bs_tree_set_list(answer->output, "Rules"));
}

/* The rule that may be changed: none of a listener's own. */
static struct bs_account_entry *rule_to_change(struct bs_account *account, const char *region,
                                               const char *arn, struct bs_account_answer *answer)
{
    struct bs_account_entry *rule = bs_elbv2_find(account, region, BS_ELBV2_RULE, arn, answer);

    if (rule != NULL && bs_tree_boolean(rule->attributes, "IsDefault", false)) {
        bs_account_fail(answer, "OperationNotPermittedException",
                        "Default rule '%s' cannot be modified or deleted", arn);
        return NULL;
    }
    return rule;
}

void bs_elbv2_modify_rule(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    struct bs_account_entry *rule =
        rule_to_change(account, request->region, bs_tree_text(input, "RuleArn", ""), answer);
    struct bs_tree *conditions = NULL;
    struct bs_tree *actions = NULL;

    if (rule == NULL) {
        return;
    }
    if (bs_tree_get(input, "Conditions") != NULL) {
        conditions = take_conditions(bs_tree_get(input, "Conditions"), answer);
    }
    if (answer->error == NULL && bs_tree_get(input, "Actions") != NULL) {
        actions = take_actions(account, request->region,
                               bs_tree_text(rule->attributes, "LoadBalancerArn", ""),
                               bs_tree_get(input, "Actions"), answer);
    }
    if (answer->error != NULL) {
        bs_tree_destroy(conditions);
        return;
    }
    if (conditions != NULL) {
        (void)bs_tree_set(rule->attributes, "Conditions", conditions);
    }
    if (actions != NULL) {
        (void)bs_tree_set(rule->attributes, "Actions", actions);
    }
    bs_elbv2_follow_use(account, request->region);
    show_rule(account, rule, bs_tree_set_list(answer->output, "Rules"));
}

void bs_elbv2_delete_rule(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *rule = rule_to_change(
        account, request->region, bs_tree_text(request->input, "RuleArn", ""), answer);

    if (rule != NULL) {
        bs_account_remove(account, rule);
        bs_elbv2_follow_use(account, request->region);
    }
}

/* Whether a priority would be another rule's that the batch leaves as it is, or gives the same. */
static bool is_taken(struct bs_account *account, const struct bs_account_entry *rule,
                     const struct bs_tree *pairs, const struct bs_tree *wanted)
{
    const int64_t priority = bs_tree_integer(wanted, "Priority", 0);
    const struct bs_account_entry *holder = next_rule(
        account, rule->region, bs_tree_text(rule->attributes, "ListenerArn", ""), priority - 1);
    bool holder_moves = holder == NULL || priority_of(holder) != priority;

    for (const struct bs_tree *pair = bs_tree_first(pairs); pair != NULL; pair = pair->next) {
        if (pair != wanted && bs_tree_integer(pair, "Priority", 0) == priority) {
            return true;
        }
        holder_moves = holder_moves || strcmp(bs_tree_text(pair, "RuleArn", ""), holder->key) == 0;
    }
    return !holder_moves;
}

void bs_elbv2_set_rule_priorities(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const struct bs_tree *pairs = bs_tree_get(request->input, "RulePriorities");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Rules");
    const struct bs_tree *pair;

    for (pair = bs_tree_first(pairs); pair != NULL; pair = pair->next) {
        const int64_t priority = bs_tree_integer(pair, "Priority", 0);
        const struct bs_account_entry *rule =
            rule_to_change(account, request->region, bs_tree_text(pair, "RuleArn", ""), answer);

        if (rule == NULL) {
            return;
        }
        if (priority < 1 || priority > PRIORITY_MAX) {
            bs_account_fail(answer, "ValidationError",
                            "Priority '%lld' must be between 1 and 50000", (long long)priority);
            return;
        }
        if (is_taken(account, rule, pairs, pair)) {
            bs_account_fail(answer, "PriorityInUseException", "Priority '%lld' is currently in use",
                            (long long)priority);
            return;
        }
    }
    for (pair = bs_tree_first(pairs); pair != NULL; pair = pair->next) {
        struct bs_account_entry *rule =
            rule_to_change(account, request->region, bs_tree_text(pair, "RuleArn", ""), answer);

        bs_tree_set_format(rule->attributes, "Priority", "%lld",
                           (long long)bs_tree_integer(pair, "Priority", 0));
        show_rule(account, rule, list);
    }
}
