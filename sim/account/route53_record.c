/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Record sets: listed in their order, and asked for as a resolver would. */

#include <string.h>

#include "sim/account/route53.h"
#include "sim/account/route53_resolve.h"

enum { PAGE_MAX = 300 };

/*
 * The first set at or behind the triple (name, type, identifier) that the input may give; or NULL and
 * maybe an error.
 */
static const struct bs_account_entry *first_set(struct bs_account *account,
                                                const struct bs_account_entry *zone,
                                                const struct bs_tree *input,
                                                struct bs_account_answer *answer)
{
    const char *asked = bs_tree_text(input, "StartRecordName", NULL);
    const char *type = bs_tree_text(input, "StartRecordType", NULL);
    const char *identifier = bs_tree_text(input, "StartRecordIdentifier", NULL);
    const struct bs_account_entry *entry;
    char name[BS_DOMAIN_SIZE];
    char key[BS_ROUTE53_KEY_SIZE];

    if ((asked == NULL && type != NULL) || (type == NULL && identifier != NULL)) {
        bs_account_fail(answer, "InvalidInput",
                        "The input is not valid: a start identifier goes with a start type, and a "
                        "start type with a start name");
        return NULL;
    }
    if (asked == NULL) {
        return bs_account_next(account, BS_ROUTE53_SET, zone->key, NULL);
    }
    if (bs_domain_read(asked, name) != NULL) {
        bs_account_fail(answer, "InvalidInput", "%s is not a valid domain name", asked);
        return NULL;
    }
    bs_route53_key(name, type == NULL ? "" : type, identifier == NULL ? "" : identifier, key);
    entry = bs_account_find(account, BS_ROUTE53_SET, zone->key, key);
    return entry != NULL ? entry : bs_account_next(account, BS_ROUTE53_SET, zone->key, key);
}

void bs_route53_list_record_sets(struct bs_account *account,
                                 const struct bs_account_request *request,
                                 struct bs_account_answer *answer)
{
    const size_t size = bs_route53_page_size(request->input, PAGE_MAX, answer);
    const struct bs_account_entry *zone =
        bs_route53_zone(account, bs_tree_text(request->input, "HostedZoneId", ""), answer);
    struct bs_tree *list = bs_tree_set_list(answer->output, "ResourceRecordSets");
    const struct bs_account_entry *entry;

    if (zone == NULL || size == 0) {
        return;
    }
    entry = first_set(account, zone, request->input, answer);
    for (; entry != NULL && bs_tree_count(list) < size;
         entry = bs_account_next(account, BS_ROUTE53_SET, zone->key, entry->key)) {
        (void)bs_tree_append(list, bs_tree_copy(bs_tree_get(entry->attributes, "Set")));
    }
    bs_tree_set_boolean(answer->output, "IsTruncated", entry != NULL);
    bs_tree_set_format(answer->output, "MaxItems", "%zu", size);
    if (entry != NULL) {
        const struct bs_tree *next = bs_tree_get(entry->attributes, "Set");
        const char *identifier = bs_tree_text(next, "SetIdentifier", NULL);

        bs_tree_set_text(answer->output, "NextRecordName", bs_tree_text(next, "Name", ""));
        bs_tree_set_text(answer->output, "NextRecordType", bs_tree_text(next, "Type", ""));
        if (identifier != NULL) {
            bs_tree_set_text(answer->output, "NextRecordIdentifier", identifier);
        }
    }
}

static const char *code_name(enum bs_dns_code code)
{
    switch (code) {
    case BS_DNS_NOERROR:
        return "NOERROR";
    case BS_DNS_NXDOMAIN:
        return "NXDOMAIN";
    case BS_DNS_REFUSED:
        return "REFUSED";
    default:
        return "SERVFAIL";
    }
}

void bs_route53_test_dns_answer(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const struct bs_account_entry *zone =
        bs_route53_zone(account, bs_tree_text(input, "HostedZoneId", ""), answer);
    struct bs_dns_question question = {
        .name = bs_tree_text(input, "RecordName", ""),
        .type = bs_tree_text(input, "RecordType", ""),
        .draw = bs_account_draw(account, "route53", "test", request->receipt),
        .region = "us-east-1", /* Where the API is, and the resolver unless one is named. */
        .country = "US",
        .continent = "NA",
    };
    struct bs_dns_answer given;
    struct bs_tree *data;

    if (zone == NULL) {
        return;
    }
    question.zone = zone->key;
    bs_dns_resolve(account, &question, &given);
    bs_tree_set_text(answer->output, "Nameserver",
                     bs_tree_first(bs_tree_get(zone->attributes, "NameServers"))->is.text.bytes);
    bs_tree_set_text(answer->output, "RecordName", question.name);
    bs_tree_set_text(answer->output, "RecordType", question.type);
    bs_tree_set_text(answer->output, "ResponseCode", code_name(given.code));
    bs_tree_set_text(answer->output, "Protocol", "UDP");
    data = bs_tree_set_list(answer->output, "RecordData");
    for (const struct bs_tree *record = bs_tree_first(given.answers); record != NULL;
         record = record->next) {
        bs_tree_append_text(data, bs_tree_text(record, "Value", ""));
    }
    bs_dns_answer_clean_up(&given);
}
