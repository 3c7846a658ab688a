/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Operations of the rest-xml protocol: Route 53. */

#include <stdio.h>
#include <string.h>

#include <libxml/tree.h>

#include "orchestrator/aws/wire_protocol.h"

#define NAMESPACE "https://route53.amazonaws.com/doc/2013-04-01/"

enum {
    PERCENT = 100,
    HEALTHY_MORE_THAN_PERCENT = 18, /* Of the checkers: Route 53's own rule. */
};

/* ---- Writing ---- */

static void escape_xml(const char *text, struct bs_buffer *body)
{
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '<':
            bs_buffer_text(body, "&lt;");
            break;
        case '>':
            bs_buffer_text(body, "&gt;");
            break;
        case '&':
            bs_buffer_text(body, "&amp;");
            break;
        default:
            bs_buffer_append(body, text, 1);
        }
    }
}

static void write_element(struct bs_wire_writer *writer, const char *name, const char *value)
{
    struct bs_buffer *body = &writer->request->body;

    bs_buffer_format(body, "<%s>", name);
    escape_xml(value, body);
    bs_buffer_format(body, "</%s>", name);
}

static void write_number(struct bs_wire_writer *writer, const char *name, int64_t value)
{
    bs_buffer_format(&writer->request->body, "<%s>%lld</%s>", name, (long long)value, name);
}

/* ---- Records ---- */

static void write_value(struct bs_wire_writer *writer, const struct bs_wire_record *record,
                        const char *target, int64_t ttl_s)
{
    const char *name = bs_wire_need(writer, BS_WIRE_DNS_NAME, target);
    struct bs_buffer *body = &writer->request->body;

    if (record->is_alias) {
        bs_buffer_text(body, "<AliasTarget>");
        write_element(writer, "HostedZoneId", bs_wire_need(writer, BS_WIRE_ALIAS_ZONE, target));
        write_element(writer, "DNSName", name);
        write_element(writer, "EvaluateTargetHealth", "false");
        bs_buffer_text(body, "</AliasTarget>");
        return;
    }
    write_number(writer, "TTL", ttl_s);
    bs_buffer_text(body, "<ResourceRecords><ResourceRecord>");
    write_element(writer, "Value", name);
    bs_buffer_text(body, "</ResourceRecord></ResourceRecords>");
}

static void write_change(struct bs_wire_writer *writer, const char *action,
                         const struct bs_wire_record *record, const struct bs_wire_target *target)
{
    struct bs_buffer *body = &writer->request->body;

    bs_buffer_format(body, "<Change><Action>%s</Action><ResourceRecordSet>", action);
    write_element(writer, "Name", record->name);
    write_element(writer, "Type", record->is_alias ? "A" : "CNAME");
    if (record->is_weighted) {
        write_element(writer, "SetIdentifier", target->resource);
        write_number(writer, "Weight", target->weight);
    }
    write_value(writer, record, target->resource, record->ttl_s);
    bs_buffer_text(body, "</ResourceRecordSet></Change>");
}

/* All sets of a weighted record; the one set of a simple one. */
static void write_sets(struct bs_wire_writer *writer, const char *action,
                       const struct bs_wire_record *record)
{
    for (size_t i = 0; i < record->target_count; i++) {
        if (record->is_weighted || record->targets[i].weight > 0) {
            write_change(writer, action, record, &record->targets[i]);
        }
    }
}

/*
 * One batch: name servers get all of its sets or none. A set that is to be shared makes room for weighted
 * ones: Route 53 allows no others beside it.
 */
static void write_batch(struct bs_wire_writer *writer, const struct bs_wire_record *before,
                        const struct bs_wire_record *record)
{
    struct bs_buffer *body = &writer->request->body;

    writer->request->method = "POST";
    bs_buffer_text(&writer->request->target, "hostedzone/");
    bs_wire_escape(record->hosted_zone, &writer->request->target);
    bs_buffer_text(&writer->request->target, "/rrset/");
    bs_buffer_text(body, "<ChangeResourceRecordSetsRequest xmlns=\"" NAMESPACE
                         "\"><ChangeBatch><Changes>");
    if (before->is_weighted == record->is_weighted) {
        write_sets(writer, "UPSERT", record);
    } else {
        write_sets(writer, "DELETE", before);
        write_sets(writer, "CREATE", record);
    }
    bs_buffer_text(body, "</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>");
}

/* The record as it is; one without targets, and the writer says so, if there is none. */
static const struct bs_wire_record *own_record(struct bs_wire_writer *writer)
{
    static const struct bs_wire_record none = {.hosted_zone = "", .name = ""};
    const struct bs_wire_record *record =
        bs_wire_record(writer->context->names, writer->call->resource);

    if (record == NULL || record->target_count == 0) {
        bs_wire_fail(writer, "the record sets of %s are not known", writer->call->resource);
        return &none;
    }
    return record;
}

void bs_wire_encode_change_record(struct bs_wire_writer *writer)
{
    const struct bs_wire_record *before = own_record(writer);
    const struct bs_call_request *call = writer->call;
    const int64_t percent = call->count == 0 ? PERCENT : call->count;
    struct bs_wire_record record = *before;
    int64_t weights[BS_WIRE_RECORD_TARGETS_MAX];

    if (writer->status != BS_OK) {
        return;
    }
    if (call->target == NULL || !bs_wire_weights(before, call->target, percent, weights)) {
        bs_wire_fail(writer, "no weights of %s give %s %lld %%", call->resource,
                     call->target != NULL ? call->target : "nothing", (long long)percent);
        return;
    }
    bs_wire_record_changed(&record, call);
    write_batch(writer, before, &record);
}

void bs_wire_encode_change_ttl(struct bs_wire_writer *writer)
{
    const struct bs_wire_record *before = own_record(writer);
    struct bs_wire_record record = *before;

    if (record.is_alias) {
        bs_wire_fail(writer, "%s is an alias, which has its target's TTL", writer->call->resource);
    }
    bs_wire_record_changed(&record, writer->call);
    write_batch(writer, before, &record);
}

/* ---- Changes ---- */

static enum bs_resource_state change_state(struct bs_wire_reader *reader, const xmlNode *info)
{
    static const enum bs_resource_state states[] = {BS_STATE_PENDING, BS_STATE_INSYNC};

    return bs_wire_state(bs_wire_need_xml(reader, info, "Status"), states, 2);
}

/* Ids come with or without "/change/" before them. */
void bs_wire_decode_change(struct bs_wire_reader *reader)
{
    const struct bs_wire_changes *changes = &reader->context->names->changes;
    const xmlNode *info = bs_wire_xml_child(reader->xml, "ChangeInfo");
    const char *id = bs_wire_need_xml(reader, info, "Id");
    const char *slash = strrchr(id, '/');

    reader->answer->state = change_state(reader, info);
    if (!reader->is_malformed) {
        reader->answer->change =
            changes->number_of(changes->context, slash != NULL ? slash + 1 : id);
    }
    if (reader->answer->change < 0) {
        bs_wire_malformed(reader);
    }
}

void bs_wire_encode_get_change(struct bs_wire_writer *writer)
{
    const struct bs_wire_changes *changes = &writer->context->names->changes;
    const char *id = changes->id_of(changes->context, writer->call->count);

    if (id == NULL) {
        bs_wire_fail(writer, "change %lld is not known", (long long)writer->call->count);
        return;
    }
    writer->request->method = "GET";
    bs_buffer_text(&writer->request->target, "change/");
    bs_wire_escape(id, &writer->request->target);
}

void bs_wire_decode_get_change(struct bs_wire_reader *reader)
{
    reader->answer->state = change_state(reader, bs_wire_xml_child(reader->xml, "ChangeInfo"));
}

/* ---- Health checks ---- */

void bs_wire_encode_get_health_check_status(struct bs_wire_writer *writer)
{
    writer->request->method = "GET";
    bs_buffer_text(&writer->request->target, "healthcheck/");
    bs_wire_escape(bs_wire_own_name(writer), &writer->request->target);
    bs_buffer_text(&writer->request->target, "/status");
}

/* Each checker's own words: "Success: HTTP Status Code 200, OK". */
void bs_wire_decode_get_health_check_status(struct bs_wire_reader *reader)
{
    static const char success[] = "Success";
    const xmlNode *list = bs_wire_xml_child(reader->xml, "HealthCheckObservations");
    struct bs_call_answer *answer = reader->answer;

    if (list == NULL) {
        bs_wire_malformed(reader);
        return;
    }
    for (const xmlNode *observation = bs_wire_xml_child(list, "HealthCheckObservation");
         observation != NULL;
         observation = bs_wire_xml_next(observation, "HealthCheckObservation")) {
        const char *status =
            bs_wire_need_xml(reader, bs_wire_xml_child(observation, "StatusReport"), "Status");

        answer->running += strncmp(status, success, strlen(success)) == 0 ? 1 : 0;
        answer->total++;
    }
    if (answer->total > 0) {
        answer->state = answer->running * PERCENT > answer->total * HEALTHY_MORE_THAN_PERCENT
                            ? BS_STATE_HEALTHY
                            : BS_STATE_UNHEALTHY;
    }
}
