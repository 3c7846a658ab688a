/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: events. What has happened to a resource is kept for a while and can be read. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "sim/account/rds.h"

#define EVENT   "rds:event"
#define COUNTER "rds:event-counter"

enum {
    KEPT_MAX = 2000,       /* Of a Region; AWS keeps fourteen days. */
    DURATION_MINUTES = 60, /* Unless the client says another. */
    MINUTES_MAX = 14 * 24 * 60,
};

static uint64_t next_number(struct bs_account *account, const char *region)
{
    struct bs_account_entry *counter = bs_account_find(account, COUNTER, region, "events");
    int64_t number;

    if (counter == NULL) {
        counter = bs_account_add(account, COUNTER, region, "events");
    }
    number = bs_tree_integer(counter->attributes, "Count", 0) + 1;
    bs_tree_set_integer(counter->attributes, "Count", number);
    return (uint64_t)number;
}

void bs_db_note(struct bs_account *account, const struct bs_account_entry *entry,
                const char *category, const char *message)
{
    const struct bs_db_kind *kind = bs_db_kind_of(entry);
    struct bs_account_entry *event;
    uint64_t number;
    char key[24];

    if (kind->source_type == NULL) {
        return;
    }
    number = next_number(account, entry->region);
    (void)snprintf(key, sizeof(key), "%020" PRIu64, number);
    event = bs_account_add(account, EVENT, entry->region, key);
    bs_tree_set_text(event->attributes, "SourceIdentifier", bs_db_id(entry));
    bs_tree_set_text(event->attributes, "SourceType", kind->source_type);
    bs_tree_set_text(event->attributes, "Message", message);
    bs_tree_append_text(bs_tree_set_list(event->attributes, "EventCategories"), category);
    bs_tree_set_instant(event->attributes, "Date", bs_account_now(account));
    bs_tree_set_text(event->attributes, "SourceArn", bs_db_arn(entry));
    if (number > KEPT_MAX) {
        bs_account_remove(account, bs_account_next(account, EVENT, entry->region, NULL));
    }
}

/* What of the past is asked for. */
struct span {
    struct bs_instant from;
    struct bs_instant to;
};

static struct span span_of(const struct bs_account *account, const struct bs_tree *input)
{
    const struct bs_instant now = bs_account_now(account);
    int64_t minutes = bs_tree_integer(input, "Duration", DURATION_MINUTES);
    struct span span = {.to = bs_tree_instant(input, "EndTime", now)};

    minutes = minutes < 0 ? 0 : minutes > MINUTES_MAX ? MINUTES_MAX : minutes;
    span.from = bs_tree_instant(input, "StartTime",
                                (struct bs_instant){now.ns - minutes * 60 * BS_NS_PER_S});
    return span;
}

static bool is_wanted(const struct bs_tree *event, const struct bs_tree *input,
                      const struct span *span)
{
    const struct bs_instant at = bs_tree_instant(event, "Date", BS_INSTANT_UNKNOWN);
    const char *source = bs_tree_text(event, "SourceIdentifier", "");
    const char *type = bs_tree_text(event, "SourceType", "");
    const struct bs_tree *categories = bs_tree_get(input, "EventCategories");
    const struct bs_tree *category = bs_tree_first(bs_tree_get(event, "EventCategories"));

    return at.ns >= span->from.ns && at.ns <= span->to.ns &&
           strcmp(bs_tree_text(input, "SourceIdentifier", source), source) == 0 &&
           strcmp(bs_tree_text(input, "SourceType", type), type) == 0 &&
           (bs_tree_count(categories) == 0 ||
            bs_tree_has_text(categories, category->is.text.bytes));
}

void bs_db_describe_events(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct span span = span_of(account, request->input);
    struct bs_tree *list = bs_tree_set_list(answer->output, "Events");
    const struct bs_account_entry *event = NULL;

    if (bs_tree_get(request->input, "SourceIdentifier") != NULL &&
        bs_tree_get(request->input, "SourceType") == NULL) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "SourceType must be provided if SourceIdentifier is.");
        return;
    }
    if (span.from.ns > span.to.ns) {
        bs_account_fail(answer, "InvalidParameterCombination",
                        "The start of the time range lies after its end.");
        return;
    }
    while ((event = bs_account_next(account, EVENT, request->region,
                                    event == NULL ? NULL : event->key)) != NULL) {
        if (is_wanted(event->attributes, request->input, &span)) {
            (void)bs_tree_append(list, bs_tree_copy(event->attributes));
        }
    }
}

void bs_db_describe_maintenance(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    (void)account;
    (void)request;
    (void)bs_tree_set_list(answer->output, "PendingMaintenanceActions");
}
