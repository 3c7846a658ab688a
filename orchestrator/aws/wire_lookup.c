/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/wire_lookup.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <libxml/tree.h>

#include "orchestrator/aws/wire_protocol.h"

enum { REQUEST_MAX = 4096, ALL_OF_IT = 100 };

#define DUALSTACK "dualstack."

static const struct bs_wire_operation identity_operation = {
    NULL, NULL, BS_AWS_STS, &bs_wire_query, "2011-06-15", "GetCallerIdentity", NULL};
static const struct bs_wire_operation record_sets_operation = {
    NULL, NULL, BS_AWS_ROUTE53, &bs_wire_rest_xml, "2013-04-01", "ListResourceRecordSets", NULL};

/* ---- Requests ---- */

void bs_wire_begin(const struct bs_wire_operation *operation, struct bs_wire_writer *writer,
                   struct bs_wire_request *request)
{
    *request = (struct bs_wire_request){.service = operation->service};
    bs_buffer_init(&request->target, REQUEST_MAX);
    bs_buffer_init(&request->body, REQUEST_MAX);
    *writer = (struct bs_wire_writer){
        .operation = operation, .request = request, .json = {.buffer = &request->body}};
    operation->protocol->begin(writer);
}

static enum bs_status status_of(const struct bs_wire_request *request)
{
    return request->target.failed || request->body.failed ? BS_ERR_LIMIT : BS_OK;
}

enum bs_status bs_wire_encode_identity(const char *region, struct bs_wire_request *request)
{
    struct bs_wire_writer writer;

    bs_wire_begin(&identity_operation, &writer, request);
    request->region = region;
    request->method = "POST";
    return status_of(request);
}

enum bs_status bs_wire_encode_record_sets(const struct bs_wire_record *record,
                                          struct bs_wire_request *request)
{
    struct bs_wire_writer writer;

    bs_wire_begin(&record_sets_operation, &writer, request);
    request->region = "global";
    request->method = "GET";
    bs_buffer_text(&request->target, "hostedzone/");
    bs_wire_escape(record->hosted_zone, &request->target);
    bs_buffer_format(&request->target, "/rrset?maxitems=%d&name=", ALL_OF_IT);
    bs_wire_escape(record->name, &request->target);
    return status_of(request);
}

/* ---- Answers ---- */

enum bs_status bs_wire_refuse(const struct bs_wire_operation *operation,
                              const struct bs_wire_response *response, struct bs_error *error)
{
    char code[BS_CALL_CODE_MAX] = "";

    operation->protocol->read_error(response, code);
    return bs_error_set(error, BS_ERR_INPUT, NULL, "%s: %s (HTTP %d)", operation->name,
                        code[0] != '\0' ? code : BS_WIRE_MALFORMED, (int)response->status);
}

bool bs_wire_is_success(const struct bs_wire_response *response)
{
    return response->status >= 200 && response->status < 300;
}

enum bs_status bs_wire_decode_identity(const struct bs_wire_response *response,
                                       struct bs_wire_identity *identity, struct bs_error *error)
{
    struct bs_wire_reader reader = {0};
    const char *account;
    const char *arn;

    if (!bs_wire_is_success(response) ||
        !bs_wire_query.read(&identity_operation, response, &reader)) {
        return bs_wire_refuse(&identity_operation, response, error);
    }
    account = bs_wire_need_xml(&reader, reader.xml, "Account");
    arn = bs_wire_need_xml(&reader, reader.xml, "Arn");
    reader.is_malformed = reader.is_malformed || strlen(account) >= BS_WIRE_ACCOUNT_MAX ||
                          strlen(arn) >= BS_WIRE_ARN_MAX;
    if (!reader.is_malformed) {
        (void)snprintf(identity->account, sizeof(identity->account), "%s", account);
        (void)snprintf(identity->arn, sizeof(identity->arn), "%s", arn);
    }
    xmlFreeDoc(reader.xml->doc);
    return reader.is_malformed ? bs_wire_refuse(&identity_operation, response, error) : BS_OK;
}

/* Names are the same with and without the point at their end, in any case. */
static bool is_same_name(const char *a, const char *b)
{
    size_t length_a = strlen(a);
    size_t length_b = strlen(b);

    length_a -= length_a > 0 && a[length_a - 1] == '.' ? 1U : 0U;
    length_b -= length_b > 0 && b[length_b - 1] == '.' ? 1U : 0U;
    return length_a == length_b && strncasecmp(a, b, length_a) == 0;
}

/* What a set points to. The console puts "dualstack." before a load balancer's name. */
static const char *value_of(const xmlNode *set)
{
    const xmlNode *alias = bs_wire_xml_child(set, "AliasTarget");
    const xmlNode *value =
        bs_wire_xml_child(bs_wire_xml_child(set, "ResourceRecords"), "ResourceRecord");
    const char *name = alias != NULL ? bs_wire_xml_text(alias, "DNSName") : NULL;

    if (alias == NULL && value != NULL) {
        name = bs_wire_xml_text(value, "Value");
    }
    if (name != NULL && strncasecmp(name, DUALSTACK, strlen(DUALSTACK)) == 0) {
        name += strlen(DUALSTACK);
    }
    return name != NULL ? name : "";
}

static struct bs_wire_target *target_named(const struct bs_wire_names *names,
                                           struct bs_wire_record *record, const char *value)
{
    for (size_t i = 0; i < record->target_count; i++) {
        const char *name = bs_wire_name(names, BS_WIRE_DNS_NAME, record->targets[i].resource, NULL);

        if (name != NULL && is_same_name(name, value)) {
            return &record->targets[i];
        }
    }
    return NULL;
}

static enum bs_status take_set(struct bs_wire_reader *reader, const xmlNode *set,
                               const struct bs_wire_names *names, struct bs_wire_record *record,
                               struct bs_error *error)
{
    const char *weight = bs_wire_xml_text(set, "Weight");
    const char *ttl = bs_wire_xml_text(set, "TTL");
    struct bs_wire_target *target = target_named(names, record, value_of(set));

    if (target == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "%s points to '%s', which is none of the scenario's load balancers",
                            record->name, value_of(set));
    }
    record->is_alias = bs_wire_xml_child(set, "AliasTarget") != NULL;
    record->is_weighted = weight != NULL;
    target->weight = weight != NULL ? bs_wire_integer(reader, weight) : 1;
    record->ttl_s = ttl != NULL ? bs_wire_integer(reader, ttl) : record->ttl_s;
    return BS_OK;
}

static bool is_of(const xmlNode *set, const struct bs_wire_record *record)
{
    const char *name = bs_wire_xml_text(set, "Name");
    const char *type = bs_wire_xml_text(set, "Type");

    return name != NULL && type != NULL && is_same_name(name, record->name) &&
           (strcmp(type, "A") == 0 || strcmp(type, "CNAME") == 0);
}

static enum bs_status take_sets(struct bs_wire_reader *reader, const struct bs_wire_names *names,
                                struct bs_wire_record *record, struct bs_error *error)
{
    const xmlNode *sets = bs_wire_xml_child(reader->xml, "ResourceRecordSets");
    const xmlNode *set = bs_wire_xml_child(sets, "ResourceRecordSet");
    enum bs_status status = BS_OK;
    size_t count = 0;

    for (size_t i = 0; i < record->target_count; i++) {
        record->targets[i].weight = 0;
    }
    for (; set != NULL && status == BS_OK; set = bs_wire_xml_next(set, "ResourceRecordSet")) {
        if (is_of(set, record)) {
            status = take_set(reader, set, names, record, error);
            count++;
        }
    }
    if (status == BS_OK && count == 0) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL, "the hosted zone %s has no record %s",
                              record->hosted_zone, record->name);
    }
    return status;
}

enum bs_status bs_wire_decode_record_sets(const struct bs_wire_response *response,
                                          const struct bs_wire_names *names,
                                          struct bs_wire_record *record, struct bs_error *error)
{
    struct bs_wire_record fresh = *record;
    struct bs_wire_reader reader = {0};
    enum bs_status status;

    if (!bs_wire_is_success(response) ||
        !bs_wire_rest_xml.read(&record_sets_operation, response, &reader)) {
        return bs_wire_refuse(&record_sets_operation, response, error);
    }
    status = take_sets(&reader, names, &fresh, error);
    if (status == BS_OK && reader.is_malformed) {
        status = bs_wire_refuse(&record_sets_operation, response, error);
    }
    if (status == BS_OK) {
        *record = fresh;
    }
    xmlFreeDoc(reader.xml->doc);
    return status;
}
