/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Operations of the query protocols: CloudWatch, RDS, Elastic Load Balancing, SNS, EC2. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <libxml/tree.h>

#include "orchestrator/aws/wire_protocol.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- CloudWatch ---- */

enum { METRIC_WINDOW_S = 300, METRIC_PERIOD_S = 60, DIMENSION_NAME_MAX = 96 };

void bs_wire_encode_describe_alarm(struct bs_wire_writer *writer)
{
    bs_form_text(writer, "AlarmNames.member.1", bs_wire_own_name(writer));
    bs_form_text(writer, "AlarmTypes.member.1", "MetricAlarm");
    bs_form_text(writer, "AlarmTypes.member.2", "CompositeAlarm");
}

void bs_wire_decode_describe_alarm(struct bs_wire_reader *reader)
{
    static const enum bs_resource_state states[] = {BS_STATE_OK, BS_STATE_ALARM,
                                                    BS_STATE_INSUFFICIENT_DATA};
    const xmlNode *alarm =
        bs_wire_xml_child(bs_wire_xml_child(reader->xml, "MetricAlarms"), "member");

    if (alarm == NULL) {
        alarm = bs_wire_xml_child(bs_wire_xml_child(reader->xml, "CompositeAlarms"), "member");
    }
    if (alarm == NULL) {
        bs_wire_refused(reader, "ResourceNotFound"); /* A list without it is how AWS says so. */
        return;
    }
    reader->answer->state =
        bs_wire_state(bs_wire_need_xml(reader, alarm, "StateValue"), states, COUNT_OF(states));
}

static void add_metric(struct bs_wire_writer *writer, const char *namespace, const char *name)
{
    bs_form_text(writer, "MetricDataQueries.member.1.Id", "lag");
    bs_form_text(writer, "MetricDataQueries.member.1.MetricStat.Metric.Namespace", namespace);
    bs_form_text(writer, "MetricDataQueries.member.1.MetricStat.Metric.MetricName", name);
}

static void add_dimension(struct bs_wire_writer *writer, int number, const char *name,
                          const char *value)
{
    static const char format[] =
        "MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.%d.%s";
    char key[DIMENSION_NAME_MAX];

    (void)snprintf(key, sizeof(key), format, number, "Name");
    bs_form_text(writer, key, name);
    (void)snprintf(key, sizeof(key), format, number, "Value");
    bs_form_text(writer, key, value);
}

/*
 * A resource that a replication rule fills is a bucket; any other is a database. The end is the first second
 * that is not asked for: a data point of this very second is.
 */
void bs_wire_encode_get_metric(struct bs_wire_writer *writer)
{
    const struct bs_call_request *call = writer->call;
    const struct bs_duration window = BS_SECONDS(-METRIC_WINDOW_S);
    const char *rule = bs_wire_name(writer->context->names, BS_WIRE_REPLICATION_RULE,
                                    call->resource, call->region);

    if (rule != NULL) {
        add_metric(writer, "AWS/S3", "ReplicationLatency");
        add_dimension(writer, 1, "SourceBucket",
                      bs_wire_need(writer, BS_WIRE_SOURCE_BUCKET, call->resource));
        add_dimension(writer, 2, "DestinationBucket", bs_wire_own_name(writer));
        add_dimension(writer, 3, "RuleId", rule);
    } else {
        add_metric(writer, "AWS/RDS", "ReplicaLag");
        add_dimension(writer, 1, "DBInstanceIdentifier", bs_wire_own_name(writer));
    }
    bs_form_integer(writer, "MetricDataQueries.member.1.MetricStat.Period", METRIC_PERIOD_S);
    bs_form_text(writer, "MetricDataQueries.member.1.MetricStat.Stat", "Maximum");
    bs_form_instant(writer, "StartTime", bs_instant_add(writer->context->now, window));
    bs_form_instant(writer, "EndTime", bs_instant_add(writer->context->now, BS_SECONDS(1)));
    bs_form_text(writer, "ScanBy", "TimestampDescending");
}

/* The newest comes first; a lag below zero is RDS's way to say that nothing is replicated. */
void bs_wire_decode_get_metric(struct bs_wire_reader *reader)
{
    const xmlNode *result =
        bs_wire_xml_child(bs_wire_xml_child(reader->xml, "MetricDataResults"), "member");
    const xmlNode *values = bs_wire_xml_child(result, "Values");
    const xmlNode *timestamps = bs_wire_xml_child(result, "Timestamps");
    struct bs_call_answer *answer = reader->answer;

    if (result == NULL) {
        bs_wire_malformed(reader);
        return;
    }
    if (bs_wire_xml_child(values, "member") == NULL) {
        return;
    }
    answer->metric = bs_wire_seconds(reader, bs_wire_need_xml(reader, values, "member"));
    answer->metric_at = bs_wire_instant(reader, bs_wire_need_xml(reader, timestamps, "member"));
    answer->has_metric = answer->metric.ns >= 0;
}

/* ---- RDS ---- */

enum { SNAPSHOT_NAME_MAX = 256, REGION_MAX = 64 };

void bs_wire_encode_rds_instance(struct bs_wire_writer *writer)
{
    bs_form_text(writer, "DBInstanceIdentifier", bs_wire_own_name(writer));
}

/* Words that are none of the typed call's, by what may be done to an instance that has them. */
static const struct {
    const char *status;
    enum bs_resource_state state;
} other_statuses[] = {
    {"stopping", BS_STATE_STOPPED},
    {"starting", BS_STATE_MODIFYING},
    {"upgrading", BS_STATE_MODIFYING},
    {"renaming", BS_STATE_MODIFYING},
    {"maintenance", BS_STATE_MODIFYING},
    {"converting-to-vpc", BS_STATE_MODIFYING},
    {"moving-to-vpc", BS_STATE_MODIFYING},
    {"resetting-master-credentials", BS_STATE_MODIFYING},
    {"storage-optimization", BS_STATE_MODIFYING},
    {"storage-config-upgrade", BS_STATE_MODIFYING},
    {"configuring-enhanced-monitoring", BS_STATE_MODIFYING},
    {"configuring-iam-database-auth", BS_STATE_MODIFYING},
    {"configuring-log-exports", BS_STATE_MODIFYING},
    {"delete-precheck", BS_STATE_DELETING},
    {"storage-full", BS_STATE_FAILED},
    {"restore-error", BS_STATE_FAILED},
    {"inaccessible-encryption-credentials", BS_STATE_FAILED},
    {"incompatible-credentials", BS_STATE_FAILED},
    {"incompatible-network", BS_STATE_FAILED},
    {"incompatible-option-group", BS_STATE_FAILED},
    {"incompatible-parameters", BS_STATE_FAILED},
    {"incompatible-restore", BS_STATE_FAILED},
    {"insufficient-capacity", BS_STATE_FAILED},
};

static enum bs_resource_state instance_state(const char *status)
{
    static const enum bs_resource_state states[] = {
        BS_STATE_AVAILABLE, BS_STATE_MODIFYING, BS_STATE_BACKING_UP, BS_STATE_REBOOTING,
        BS_STATE_STOPPED,   BS_STATE_FAILED,    BS_STATE_CREATING,   BS_STATE_DELETING};

    for (size_t i = 0; i < COUNT_OF(other_statuses); i++) {
        if (strcmp(other_statuses[i].status, status) == 0) {
            return other_statuses[i].state;
        }
    }
    return bs_wire_state(status, states, COUNT_OF(states));
}

/*
 * The Region of "arn:aws:rds:REGION:ACCOUNT:db:NAME"; "" of what is no ARN, and if it is too long to be
 * one.
 */
static void copy_arn_region(const char *arn, char region[REGION_MAX])
{
    for (int i = 0; i < 3 && arn != NULL; i++) {
        arn = strchr(arn, ':');
        arn = arn != NULL ? arn + 1 : NULL;
    }
    region[0] = '\0';
    if (arn != NULL && strcspn(arn, ":") < REGION_MAX) {
        (void)snprintf(region, REGION_MAX, "%.*s", (int)strcspn(arn, ":"), arn);
    }
}

/* A source in the same Region goes by its name, one elsewhere by its ARN, whose end is the name. */
static const char *source_of(const struct bs_wire_reader *reader, const char *source)
{
    const struct bs_wire_names *names = reader->context->names;
    const char *resource = bs_wire_resource_named(names, source, reader->call->region);
    const char *colon = strrchr(source, ':');
    char region[REGION_MAX];

    if (resource != source || colon == NULL) {
        return resource;
    }
    copy_arn_region(source, region);
    return bs_wire_resource_named(names, colon + 1, region);
}

void bs_wire_decode_describe_instance(struct bs_wire_reader *reader)
{
    const xmlNode *instance =
        bs_wire_xml_child(bs_wire_xml_child(reader->xml, "DBInstances"), "DBInstance");
    const char *source = bs_wire_xml_text(instance, "ReadReplicaSourceDBInstanceIdentifier");
    struct bs_call_answer *answer = reader->answer;

    answer->state = instance_state(bs_wire_need_xml(reader, instance, "DBInstanceStatus"));
    answer->is_replica = source != NULL && source[0] != '\0';
    if (answer->is_replica) {
        (void)snprintf(answer->source, sizeof(answer->source), "%s", source_of(reader, source));
    }
}

/* Of one that is promoted, made or deleted: what it has come to be. The change is accepted in any case. */
void bs_wire_decode_instance_changed(struct bs_wire_reader *reader)
{
    const char *status =
        bs_wire_xml_text(bs_wire_xml_child(reader->xml, "DBInstance"), "DBInstanceStatus");

    reader->answer->state = status != NULL ? instance_state(status) : BS_STATE_UNKNOWN;
}

void bs_wire_encode_create_read_replica(struct bs_wire_writer *writer)
{
    const struct bs_call_request *call = writer->call;
    const char *key =
        bs_wire_name(writer->context->names, BS_WIRE_KMS_KEY, call->resource, call->region);
    const char *source = bs_wire_need(writer, BS_WIRE_ARN, call->target);
    char region[REGION_MAX];

    copy_arn_region(source, region);
    if (strcmp(region, call->region) == 0) {
        source = bs_wire_need(writer, BS_WIRE_NAME, call->target);
    }
    bs_form_text(writer, "DBInstanceIdentifier", bs_wire_own_name(writer));
    bs_form_text(writer, "SourceDBInstanceIdentifier", source);
    if (key != NULL) {
        bs_form_text(writer, "KmsKeyId", key);
    }
}

/* The snapshot's name is new each time: one that exists already would keep the instance alive. */
void bs_wire_encode_delete_instance(struct bs_wire_writer *writer)
{
    const char *name = bs_wire_own_name(writer);
    const int64_t now_s = writer->context->epoch_s + writer->context->now.ns / BS_NS_PER_S;
    char snapshot[SNAPSHOT_NAME_MAX];

    (void)snprintf(snapshot, sizeof(snapshot), "%s-final-%" PRId64, name, now_s);
    bs_form_text(writer, "DBInstanceIdentifier", name);
    bs_form_text(writer, "SkipFinalSnapshot", "false");
    bs_form_text(writer, "FinalDBSnapshotIdentifier", snapshot);
}

/* ---- Elastic Load Balancing ---- */

void bs_wire_encode_describe_target_health(struct bs_wire_writer *writer)
{
    bs_form_text(writer, "TargetGroupArn",
                 bs_wire_need(writer, BS_WIRE_TARGET_GROUP_ARN, writer->call->resource));
}

void bs_wire_decode_describe_target_health(struct bs_wire_reader *reader)
{
    const xmlNode *targets = bs_wire_xml_child(reader->xml, "TargetHealthDescriptions");

    if (targets == NULL) {
        bs_wire_malformed(reader);
        return;
    }
    for (const xmlNode *target = bs_wire_xml_child(targets, "member"); target != NULL;
         target = bs_wire_xml_next(target, "member")) {
        const char *state =
            bs_wire_need_xml(reader, bs_wire_xml_child(target, "TargetHealth"), "State");

        reader->answer->running += strcmp(state, "healthy") == 0 ? 1 : 0;
        reader->answer->total++;
    }
}

/* ---- SNS ---- */

void bs_wire_encode_publish(struct bs_wire_writer *writer)
{
    bs_form_text(writer, "TopicArn",
                 bs_wire_need(writer, BS_WIRE_TOPIC_ARN, writer->call->resource));
    bs_form_text(writer, "Message", bs_wire_own_target(writer));
}

/* ---- EC2 ---- */

/* A database's clients have a security group of their own; the rule that lets them in is all that changes. */
void bs_wire_encode_ingress(struct bs_wire_writer *writer)
{
    const char *database = writer->call->resource;
    const char *port = bs_wire_need(writer, BS_WIRE_PORT, database);

    bs_form_text(writer, "GroupId", bs_wire_need(writer, BS_WIRE_SECURITY_GROUP, database));
    bs_form_text(writer, "IpPermissions.1.IpProtocol", "tcp");
    bs_form_text(writer, "IpPermissions.1.FromPort", port);
    bs_form_text(writer, "IpPermissions.1.ToPort", port);
    bs_form_text(writer, "IpPermissions.1.Groups.1.GroupId",
                 bs_wire_need(writer, BS_WIRE_CLIENT_GROUP, database));
}

void bs_wire_decode_ingress(struct bs_wire_reader *reader)
{
    if (strcmp(bs_wire_need_xml(reader, reader->xml, "return"), "true") != 0) {
        bs_wire_malformed(reader);
    }
}
