/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/deeds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

enum {
    DEEDS_MAX = 256,   /* Steps; what comes further is one more. */
    CALLS_MAX = 20000, /* That are written down. */
    STEP_BYTES = 160,
    NAME_BYTES = 96,
    REASON_BYTES = 96,
    EXECUTION = 1,
    ORCHESTRATOR = 1,
    PATIENCE_S = 60, /* How long AWS's clients wait for an answer unless told otherwise. */
};

static const char trigger[] = "a person at the keyboard";

/* One operation on one resource in one Region. */
struct deed {
    char step[STEP_BYTES];
    char operation[NAME_BYTES]; /* "rds:PromoteReadReplica" */
    char region[NAME_BYTES];
    char resource[NAME_BYTES];
    const char *effect;
    int64_t attempts;
    size_t open;                /* Calls without an answer yet. */
    char failure[REASON_BYTES]; /* Of the last call; empty: it went well. */
};

struct written_call {
    uint64_t number;
    size_t deed;
    bool is_open;
};

struct bs_deeds {
    struct bs_deeds_options options;
    struct deed deeds[DEEDS_MAX + 1];
    size_t count;
    struct written_call *calls;
    size_t call_count;
    uint64_t unwritten;
    bool is_under_way;
};

struct bs_deeds *bs_deeds_new(const struct bs_deeds_options *options)
{
    struct bs_deeds *deeds = calloc(1, sizeof(*deeds));

    if (deeds == NULL) {
        return NULL;
    }
    deeds->options = *options;
    deeds->calls = calloc(CALLS_MAX, sizeof(*deeds->calls));
    if (deeds->calls == NULL) {
        free(deeds);
        return NULL;
    }
    return deeds;
}

void bs_deeds_destroy(struct bs_deeds *deeds)
{
    if (deeds != NULL) {
        free(deeds->calls);
        free(deeds);
    }
}

/* ---- What a call is about ---- */

/* Members that name what an operation is done to; the first that the input has counts. */
static const char *const naming_members[] = {"DBInstanceIdentifier",
                                             "DBClusterIdentifier",
                                             "GlobalClusterIdentifier",
                                             "DBSnapshotIdentifier",
                                             "AutoScalingGroupName",
                                             "LaunchConfigurationName",
                                             "service",
                                             "cluster",
                                             "TopicArn",
                                             "SecretId",
                                             "TableName",
                                             "Bucket",
                                             "LoadBalancerArn",
                                             "ListenerArn",
                                             "TargetGroupArn",
                                             "HealthCheckId",
                                             "repositoryName",
                                             "ResourceId",
                                             "AlarmName",
                                             "GroupId",
                                             "Name",
                                             NULL};

/* "orders" of "arn:aws:rds:us-west-2:123456789012:db:orders" */
static const char *last_part(const char *name)
{
    const char *part = strncmp(name, "arn:", 4) == 0 ? strrchr(name, ':') : NULL;
    const char *slash = part != NULL ? strrchr(part, '/') : NULL;

    if (slash != NULL) {
        return slash + 1;
    }
    return part != NULL ? part + 1 : name;
}

/* The name of the first record that is to be changed, without the dot at its end. */
static bool name_record(const struct bs_tree *input, char name[NAME_BYTES])
{
    const struct bs_tree *changes = bs_tree_get(bs_tree_get(input, "ChangeBatch"), "Changes");
    const struct bs_tree *first = bs_tree_first(changes);
    const char *record = bs_tree_text(bs_tree_get(first, "ResourceRecordSet"), "Name", NULL);
    size_t length;

    if (record == NULL) {
        return false;
    }
    length = strlen(record);
    length -= length > 0 && record[length - 1] == '.' ? 1 : 0;
    (void)snprintf(name, NAME_BYTES, "%.*s", (int)(length < NAME_BYTES ? length : NAME_BYTES - 1),
                   record);
    return true;
}

/* Of several, the first. */
static const char *list_name(const struct bs_tree *input)
{
    static const char *const lists[] = {"AutoScalingGroupNames", "services", "AlarmNames", NULL};

    for (size_t i = 0; lists[i] != NULL; i++) {
        const struct bs_tree *first = bs_tree_first(bs_tree_get(input, lists[i]));

        if (first != NULL && first->kind == BS_TREE_TEXT) {
            return first->is.text.bytes;
        }
    }
    return NULL;
}

static void name_resource(const struct bs_tree *input, char name[NAME_BYTES])
{
    const char *found;

    name[0] = '\0';
    if (input == NULL || name_record(input, name)) {
        return;
    }
    found = list_name(input);
    for (size_t i = 0; naming_members[i] != NULL && found == NULL; i++) {
        found = bs_tree_text(input, naming_members[i], NULL);
    }
    (void)snprintf(name, NAME_BYTES, "%.*s", NAME_BYTES - 1, found != NULL ? last_part(found) : "");
}

/* The number that a service or group is to have; INT64_MIN: it says none. */
static int64_t count_asked(const struct bs_tree *input)
{
    return bs_tree_integer(input, "desiredCount",
                           bs_tree_integer(input, "DesiredCapacity", INT64_MIN));
}

/* What an operation that changes something does, in the words of PLANNED; others record. */
static const struct {
    const char *operation;
    const char *effect;
} effects[] = {
    {"rds:PromoteReadReplica", "promotes"},
    {"rds:PromoteReadReplicaDBCluster", "promotes"},
    {"rds:FailoverDBCluster", "promotes"},
    {"rds:FailoverGlobalCluster", "promotes"},
    {"rds:SwitchoverGlobalCluster", "promotes"},
    {"rds:RemoveFromGlobalCluster", "promotes"},
    {"rds:CreateDBInstanceReadReplica", "rebuilds"},
    {"rds:DeleteDBInstance", "rebuilds"},
    {"rds:RestoreDBInstanceFromDBSnapshot", "rebuilds"},
    {"rds:RestoreDBInstanceToPointInTime", "rebuilds"},
    {"ecs:UpdateService", "scales"},
    {"autoscaling:SetDesiredCapacity", "scales"},
    {"autoscaling:UpdateAutoScalingGroup", "scales"},
    {"ec2:RevokeSecurityGroupIngress", "fences"},
    {"ec2:AuthorizeSecurityGroupIngress", "releases"},
    {"route53:ChangeResourceRecordSets", "moves_traffic"},
    {"sns:Publish", "tells"},
    {"sns:PublishBatch", "tells"},
};

static bool only_reads(const char *operation)
{
    static const char *const beginnings[] = {":Get",  ":Describe", ":List",  ":Head",
                                             ":Scan", ":Query",    ":Batch", NULL};
    const char *name = strchr(operation, ':');

    for (size_t i = 0; name != NULL && beginnings[i] != NULL; i++) {
        if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0) {
            return strncmp(name, ":BatchWrite", 11) != 0;
        }
    }
    return name == NULL;
}

static const char *effect_of(const char *operation, int64_t count)
{
    for (size_t i = 0; i < sizeof(effects) / sizeof(effects[0]); i++) {
        if (strcmp(effects[i].operation, operation) == 0) {
            return count == 0 && strcmp(effects[i].effect, "scales") == 0 ? "fences"
                                                                          : effects[i].effect;
        }
    }
    return only_reads(operation) ? "checks" : "records";
}

/* ---- Steps ---- */

static bool is_step_named(const struct bs_deeds *deeds, const char *step)
{
    for (size_t i = 0; i < deeds->count; i++) {
        if (strcmp(deeds->deeds[i].step, step) == 0) {
            return true;
        }
    }
    return false;
}

/* "PromoteReadReplica orders-dr", with its Region, or a number, where that is not enough. */
static void name_step(const struct bs_deeds *deeds, struct deed *deed)
{
    const char *name = strchr(deed->operation, ':') + 1;
    const char *gap = deed->resource[0] != '\0' ? " " : "";

    (void)snprintf(deed->step, STEP_BYTES, "%.60s%s%.60s", name, gap, deed->resource);
    if (is_step_named(deeds, deed->step)) {
        (void)snprintf(deed->step, STEP_BYTES, "%.50s%s%.50s in %.30s", name, gap, deed->resource,
                       deed->region);
    }
    if (is_step_named(deeds, deed->step)) {
        (void)snprintf(deed->step, STEP_BYTES, "%.50s%s%.50s (%zu)", name, gap, deed->resource,
                       deeds->count + 1);
    }
}

static struct deed *find_deed(struct bs_deeds *deeds, const struct deed *sought)
{
    for (size_t i = 0; i < deeds->count; i++) {
        struct deed *deed = &deeds->deeds[i];

        if (strcmp(deed->operation, sought->operation) == 0 &&
            strcmp(deed->region, sought->region) == 0 &&
            strcmp(deed->resource, sought->resource) == 0 && deed->effect == sought->effect) {
            return deed;
        }
    }
    return NULL;
}

/* The step that a call belongs to, a new one if it is the first. */
static struct deed *deed_of(struct bs_deeds *deeds, const struct bs_mock_call *call)
{
    struct deed sought = {.attempts = 0};
    struct deed *found;

    (void)snprintf(sought.operation, NAME_BYTES, "%.40s:%.50s",
                   call->service != NULL ? call->service : "unknown",
                   call->operation != NULL ? call->operation : "unknown");
    (void)snprintf(sought.region, NAME_BYTES, "%.*s", NAME_BYTES - 1,
                   call->service != NULL && strcmp(call->service, "route53") == 0 ? "global"
                                                                                  : call->region);
    name_resource(call->input, sought.resource);
    sought.effect = effect_of(sought.operation, count_asked(call->input));
    found = find_deed(deeds, &sought);
    if (found == NULL && deeds->count == DEEDS_MAX) {
        found = &deeds->deeds[DEEDS_MAX];
        (void)snprintf(found->step, STEP_BYTES, "further calls");
        (void)snprintf(found->operation, NAME_BYTES, "unknown:unknown");
        found->effect = "records";
    } else if (found == NULL) {
        name_step(deeds, &sought);
        found = &deeds->deeds[deeds->count++];
        *found = sought;
    }
    return found;
}

static const char *or_null(const char *text)
{
    return text[0] != '\0' ? text : NULL;
}

static void record_step(const struct bs_deeds *deeds, struct bs_history *history,
                        struct bs_instant now, const struct deed *deed, const char *state)
{
    BS_APPEND(history, now, BS_RECORD_STEP, bs_count(EXECUTION), bs_text(deeds->options.name),
              bs_text(deed->step), bs_text(state), bs_count(deed->attempts),
              bs_text(or_null(deed->failure)));
}

/* Whoever goes on although something failed has passed over it. */
static void pass_over(struct bs_deeds *deeds, struct bs_history *history, struct bs_instant now,
                      const struct deed *except)
{
    for (size_t i = 0; i <= DEEDS_MAX; i++) {
        struct deed *deed = &deeds->deeds[i];

        if (deed != except && deed->open == 0 && deed->failure[0] != '\0') {
            record_step(deeds, history, now, deed, "completed_with_exceptions");
            deed->failure[0] = '\0';
        }
    }
}

/* ---- Promoting without a fence ---- */

/* What a watcher showed last; it is well until it says otherwise. */
static bool is_unhealthy(const struct bs_history *history, const char *watcher)
{
    bool unhealthy = false;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        if (record->kind == BS_RECORD_STATE &&
            strcmp(bs_record_text(record, "entity"), watcher) == 0) {
            const char *state = bs_record_text(record, "state");

            unhealthy = strcmp(state, "unhealthy") == 0 || strcmp(state, "ALARM") == 0;
        }
    }
    return unhealthy;
}

struct sources {
    int64_t unhealthy;
    int64_t all;
};

/* Health checks and alarms: probes are an orchestrator's own. */
static struct sources count_sources(const struct bs_scenario *scenario,
                                    const struct bs_history *history)
{
    struct sources sources = {0, 0};

    for (size_t i = 0; i < scenario->monitor_count; i++) {
        if (scenario->monitors[i].kind != BS_MONITOR_PROBE) {
            sources.all++;
            sources.unhealthy += is_unhealthy(history, scenario->monitors[i].id) ? 1 : 0;
        }
    }
    return sources;
}

static void record_risk(const struct bs_deeds *deeds, struct bs_history *history,
                        struct bs_instant now, const struct deed *deed)
{
    const struct sources sources = count_sources(deeds->options.scenario, history);

    BS_APPEND(history, now, BS_RECORD_RISK, bs_count(EXECUTION), bs_text(deeds->options.name),
              bs_text(deed->step), bs_text(deeds->options.authority), bs_count(sources.unhealthy),
              bs_count(sources.all), bs_text("no fence was awaited"));
}

/* ---- Calls ---- */

static void called(void *self, struct bs_history *history, struct bs_instant now,
                   const struct bs_mock_call *call)
{
    struct bs_deeds *deeds = self;
    struct deed *deed;

    if (!deeds->is_under_way) {
        return;
    }
    if (deeds->call_count == CALLS_MAX) {
        deeds->unwritten++;
        return;
    }
    deed = deed_of(deeds, call);
    pass_over(deeds, history, now, deed);
    deed->failure[0] = '\0';
    deed->attempts++;
    if (deed->open++ == 0) {
        record_step(deeds, history, now, deed, "in_progress");
    }
    if (strcmp(deed->effect, "promotes") == 0 && deeds->options.authority != NULL) {
        record_risk(deeds, history, now, deed);
    }
    BS_APPEND(history, now, BS_RECORD_CALL, bs_count((int64_t)call->number), bs_count(ORCHESTRATOR),
              bs_count(EXECUTION), bs_text(NULL), bs_text(deed->operation), bs_text(deed->region),
              bs_text(or_null(deed->resource)), bs_text(NULL), bs_count(count_asked(call->input)),
              bs_at(bs_instant_add(now, BS_SECONDS(PATIENCE_S))));
    deeds->calls[deeds->call_count++] =
        (struct written_call){call->number, (size_t)(deed - deeds->deeds), true};
}

/* The kind of an error, as ANSWER has it. */
static const char *kind_of(const struct bs_mock_call_end *end)
{
    static const struct {
        const char *word;
        const char *kind;
    } words[] = {
        {"Refused", "refused"},     {"Throttl", "throttled"},     {"LimitExceeded", "throttled"},
        {"SlowDown", "throttled"},  {"Conditional", "condition"}, {"NotFound", "not_found"},
        {"NoSuch", "not_found"},    {"State", "invalid_state"},   {"Denied", "denied"},
        {"Unauthorized", "denied"},
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strstr(end->error, words[i].word) != NULL) {
            return words[i].kind;
        }
    }
    if (end->status >= 500) {
        return "unavailable";
    }
    return end->status == 404 ? "not_found" : "other";
}

static struct written_call *find_call(const struct bs_deeds *deeds, uint64_t number)
{
    for (size_t i = deeds->call_count; i > 0; i--) {
        if (deeds->calls[i - 1].number == number) {
            return &deeds->calls[i - 1];
        }
    }
    return NULL;
}

static void ended(void *self, struct bs_history *history, struct bs_instant now,
                  const struct bs_mock_call_end *end)
{
    struct bs_deeds *deeds = self;
    struct written_call *call = find_call(deeds, end->number);
    const bool is_ok = end->status >= 200 && end->status < 400;
    const bool is_silent = end->status == 0 && end->error[0] == '\0';
    struct deed *deed;

    if (!deeds->is_under_way || call == NULL || !call->is_open) {
        return;
    }
    call->is_open = false;
    deed = &deeds->deeds[call->deed];
    BS_APPEND(history, now, BS_RECORD_ANSWER, bs_count((int64_t)end->number),
              bs_text(is_ok       ? "ok"
                      : is_silent ? "info"
                                  : "error"),
              bs_text(is_ok || is_silent ? NULL : kind_of(end)), bs_text(or_null(end->error)),
              bs_text(NULL));
    if (!is_ok) {
        (void)snprintf(deed->failure, REASON_BYTES, "%.90s",
                       is_silent               ? "no answer"
                       : end->error[0] != '\0' ? end->error
                                               : "an error without a code");
    }
    if (--deed->open == 0) {
        record_step(deeds, history, now, deed, is_ok ? "completed" : "failed");
    }
}

struct bs_mock_witness bs_deeds_witness(struct bs_deeds *deeds)
{
    return (struct bs_mock_witness){.called = called, .ended = ended, .self = deeds};
}

/* ---- The whole ---- */

static void record_execution(const struct bs_deeds *deeds, struct bs_history *history,
                             struct bs_instant now, const char *state, const char *reason)
{
    BS_APPEND(history, now, BS_RECORD_EXECUTION, bs_count(EXECUTION), bs_text(deeds->options.name),
              bs_text(state), bs_text(reason));
}

void bs_deeds_begin(void *self, struct bs_history *history, struct bs_instant now)
{
    static const char *const states[] = {"detected", "confirmed"};
    struct bs_deeds *deeds = self;
    const struct sources sources = count_sources(deeds->options.scenario, history);

    BS_APPEND(history, now, BS_RECORD_ORCHESTRATOR, bs_count(ORCHESTRATOR), bs_text("started"),
              bs_text(NULL));
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
        BS_APPEND(history, now, BS_RECORD_DETECTION, bs_text(trigger), bs_text(states[i]),
                  bs_text("the command was started"));
    }
    BS_APPEND(history, now, BS_RECORD_DECISION, bs_count(EXECUTION), bs_text(deeds->options.name),
              bs_text("ungraceful"), bs_text(NULL), bs_text(NULL), bs_text(trigger),
              bs_count(sources.unhealthy), bs_count(sources.all));
    record_execution(deeds, history, now, "in_progress", NULL);
    deeds->is_under_way = true;
}

void bs_deeds_end(struct bs_deeds *deeds, struct bs_history *history, struct bs_instant now,
                  const char *failure)
{
    for (size_t i = 0; i <= DEEDS_MAX; i++) {
        struct deed *deed = &deeds->deeds[i];

        if (deed->open > 0) {
            (void)snprintf(deed->failure, REASON_BYTES, "no answer before the command's end");
            record_step(deeds, history, now, deed, "timed_out");
        }
    }
    record_execution(deeds, history, now, failure == NULL ? "completed" : "failed", failure);
    deeds->is_under_way = false;
}

void bs_deeds_describe(const struct bs_deeds *deeds, struct bs_history *history)
{
    for (size_t i = 0; i <= DEEDS_MAX; i++) {
        const struct deed *deed = &deeds->deeds[i];

        if (deed->attempts > 0) {
            BS_APPEND(history, (struct bs_instant){0}, BS_RECORD_PLANNED,
                      bs_text(deeds->options.name), bs_text(deed->step), bs_text(deed->operation),
                      bs_text(or_null(deed->region)), bs_span(BS_DURATION_UNKNOWN),
                      bs_span(BS_DURATION_UNKNOWN), bs_text(deed->effect), bs_text(NULL));
        }
    }
}

uint64_t bs_deeds_calls(const struct bs_deeds *deeds)
{
    return deeds->call_count + deeds->unwritten;
}

uint64_t bs_deeds_unwritten(const struct bs_deeds *deeds)
{
    return deeds->unwritten;
}
