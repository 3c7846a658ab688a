/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Query and Scan. */

#include <string.h>

#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_range.h"
#include "sim/account/dynamodb_table.h"

enum { PAGE_BYTES_MAX = 1024 * 1024 };

struct reading {
    const struct bs_tree *input;
    struct bs_dynamodb_table *table;
    const struct bs_dynamodb_index *index;
    bool is_query;
    bool is_forward;
    bool is_consistent;
    bool is_counted_only;
    bool is_projected;
    bool is_viewed; /* Only what the index has of an item is seen. */
    struct bs_dynamodb_paths paths;
    const struct bs_dynamodb_node *filter;
    struct bs_dynamodb_range range;
    struct bs_dynamodb_scope scope;
    int64_t limit;
    int64_t scanned;
    int64_t found;
    size_t bytes;
    struct bs_tree *items;
};

static void refuse(struct reading *reading, const char *message)
{
    bs_dynamodb_refuse(&reading->scope.refusal, "%s", message);
}

/* ---- What is asked ---- */

static void read_index(struct reading *reading)
{
    const char *name = bs_tree_text(reading->input, "IndexName", NULL);

    reading->index = &reading->table->primary;
    if (name == NULL) {
        return;
    }
    reading->index = bs_dynamodb_index_find(reading->table, name);
    if (reading->index == NULL) {
        bs_dynamodb_refuse(&reading->scope.refusal,
                           "The table does not have the specified index: %s", name);
        return;
    }
    if (reading->index->is_global && reading->is_consistent) {
        refuse(reading, "Consistent reads are not supported on global secondary indexes");
    }
    if (strcmp(bs_tree_text(reading->index->description, "IndexStatus", "ACTIVE"), "CREATING") ==
        0) {
        bs_dynamodb_refuse(&reading->scope.refusal,
                           "Cannot read from backfilling global secondary index: %s", name);
    }
}

static const char *default_select(const struct reading *reading)
{
    return reading->is_projected          ? "SPECIFIC_ATTRIBUTES"
           : reading->index->name != NULL ? "ALL_PROJECTED_ATTRIBUTES"
                                          : "ALL_ATTRIBUTES";
}

static void read_select(struct reading *reading)
{
    const char *select = bs_tree_text(reading->input, "Select", default_select(reading));
    const bool is_specific = strcmp(select, "SPECIFIC_ATTRIBUTES") == 0;
    const bool is_all = strcmp(select, "ALL_ATTRIBUTES") == 0;
    const bool is_as_projected = strcmp(select, "ALL_PROJECTED_ATTRIBUTES") == 0;
    const bool is_partial =
        strcmp(bs_tree_text(bs_tree_get(reading->index->description, "Projection"),
                            "ProjectionType", "ALL"),
               "ALL") != 0;

    reading->is_counted_only = strcmp(select, "COUNT") == 0;
    reading->is_viewed = reading->index->is_global || is_as_projected;
    if (is_specific && !reading->is_projected) {
        refuse(reading, "Must specify the AttributesToGet or ProjectionExpression when choosing to "
                        "get SPECIFIC_ATTRIBUTES");
    } else if (!is_specific && reading->is_projected) {
        bs_dynamodb_refuse(&reading->scope.refusal, "Cannot specify the %s when choosing to get %s",
                           bs_tree_get(reading->input, "AttributesToGet") != NULL
                               ? "AttributesToGet"
                               : "ProjectionExpression",
                           reading->is_counted_only ? "only the Count" : select);
    } else if (is_as_projected && reading->index->name == NULL) {
        refuse(reading,
               "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    } else if (is_all && reading->index->is_global && is_partial) {
        bs_dynamodb_refuse(&reading->scope.refusal,
                           "One or more parameter values were invalid: Select type ALL_ATTRIBUTES "
                           "is not supported for global secondary index %s because its projection "
                           "type is not ALL",
                           reading->index->name);
    }
}

/* A query's filter may not be about the key, which is what the key condition is for. */
static void check_filter(struct reading *reading, const struct bs_dynamodb_node *node)
{
    const struct bs_dynamodb_schema *schema = &reading->index->schema;

    for (size_t i = 0; node->kind == BS_DYNAMODB_PATH && i < schema->count; i++) {
        if (strcmp(node->path.steps[0].name, schema->names[i]) == 0) {
            bs_dynamodb_refuse(&reading->scope.refusal,
                               "Filter Expression can only contain non-primary key attributes: "
                               "Primary key attribute: %s",
                               schema->names[i]);
        }
    }
    for (const struct bs_dynamodb_node *operand = node->first; operand != NULL;
         operand = operand->next) {
        check_filter(reading, operand);
    }
}

static void read_key_condition(struct reading *reading)
{
    const struct bs_dynamodb_node *condition = bs_dynamodb_condition_of(
        &reading->scope, reading->input, "KeyConditionExpression", "KeyConditions");

    if (condition == NULL) {
        refuse(reading, "Either the KeyConditions or KeyConditionExpression parameter must be "
                        "specified in the request.");
    }
    if (bs_dynamodb_scope_is_good(&reading->scope)) {
        bs_dynamodb_range_of_condition(reading->index, condition, &reading->range,
                                       &reading->scope.refusal);
    }
}

static void read_segment(struct reading *reading)
{
    const int64_t total = bs_tree_integer(reading->input, "TotalSegments", -1);
    const int64_t segment = bs_tree_integer(reading->input, "Segment", -1);

    if ((total < 0) != (segment < 0)) {
        bs_dynamodb_refuse(
            &reading->scope.refusal,
            "The %s parameter is required but was not present in the request when %s "
            "parameter is present",
            total < 0 ? "TotalSegments" : "Segment", total < 0 ? "Segment" : "TotalSegments");
    } else if (total >= 0 && segment >= total) {
        bs_dynamodb_refuse(&reading->scope.refusal,
                           "The Segment parameter is zero-based and must be less than parameter "
                           "TotalSegments: Segment: %lld is not less than TotalSegments: %lld",
                           (long long)segment, (long long)total);
    } else {
        bs_dynamodb_range_of_segment(segment < 0 ? 0 : segment, total < 1 ? 1 : total,
                                     &reading->range);
    }
}

static size_t key_count(const struct reading *reading)
{
    const struct bs_dynamodb_schema *primary = &reading->table->primary.schema;
    const struct bs_dynamodb_schema *schema = &reading->index->schema;
    size_t count = primary->count;

    for (size_t i = 0; reading->index->name != NULL && i < schema->count; i++) {
        const bool is_new =
            strcmp(schema->names[i], primary->names[0]) != 0 &&
            (primary->count < 2 || strcmp(schema->names[i], primary->names[1]) != 0);

        count += is_new ? 1 : 0;
    }
    return count;
}

static void read_start(struct reading *reading)
{
    const struct bs_tree *start = bs_tree_get(reading->input, "ExclusiveStartKey");
    struct bs_dynamodb_key key;
    struct bs_tree *taken;

    if (start == NULL || !bs_dynamodb_scope_is_good(&reading->scope)) {
        return;
    }
    taken = bs_dynamodb_item_take(start, &reading->scope.refusal);
    if (taken != NULL) {
        bs_dynamodb_item_check(reading->table, taken, &reading->scope.refusal);
    }
    if (taken == NULL || !bs_dynamodb_scope_is_good(&reading->scope) ||
        bs_tree_count(taken) != key_count(reading) ||
        !bs_dynamodb_index_key(reading->table, reading->index, taken, &key)) {
        reading->scope.refusal.message[0] = '\0';
        refuse(reading, "The provided starting key is invalid");
    } else if (!bs_dynamodb_range_resume(&key, reading->is_forward, &reading->range)) {
        refuse(reading, reading->is_query
                            ? "The provided starting key is outside query boundaries based on "
                              "provided conditions"
                            : "The provided starting key is invalid: Invalid ExclusiveStartKey. "
                              "Please use ExclusiveStartKey with correct Segment.");
    }
    bs_tree_destroy(taken);
}

static void read_request(struct reading *reading)
{
    const char *legacy_filter = reading->is_query ? "QueryFilter" : "ScanFilter";

    reading->is_consistent = bs_tree_boolean(reading->input, "ConsistentRead", false);
    reading->is_forward = bs_tree_boolean(reading->input, "ScanIndexForward", true);
    reading->limit = bs_tree_integer(reading->input, "Limit", INT64_MAX);
    bs_dynamodb_scope_open(&reading->scope, reading->input);
    bs_dynamodb_legacy_check(&reading->scope, reading->input);
    read_index(reading);
    if (!bs_dynamodb_scope_is_good(&reading->scope)) {
        return;
    }
    reading->is_projected =
        bs_dynamodb_projection_of(&reading->scope, reading->input, &reading->paths);
    read_select(reading);
    reading->filter = bs_dynamodb_condition_of(&reading->scope, reading->input, "FilterExpression",
                                               legacy_filter);
    if (reading->is_query) {
        read_key_condition(reading);
    } else {
        read_segment(reading);
    }
    if (reading->is_query && reading->filter != NULL &&
        bs_dynamodb_scope_is_good(&reading->scope)) {
        check_filter(reading, reading->filter);
    }
    bs_dynamodb_scope_check_used(&reading->scope);
    read_start(reading);
}

/* ---- What is found ---- */

static void take_item(struct reading *reading, const struct bs_tree *item)
{
    if (reading->filter != NULL && !bs_dynamodb_holds(reading->filter, item)) {
        return;
    }
    reading->found++;
    if (!reading->is_counted_only) {
        (void)bs_tree_append(reading->items, reading->is_projected
                                                 ? bs_dynamodb_project(item, &reading->paths)
                                                 : bs_tree_copy(item));
    }
}

/* False if the item no longer goes onto the page. */
static bool visit(struct reading *reading, const struct bs_dynamodb_item *item)
{
    struct bs_tree *view =
        reading->is_viewed
            ? bs_dynamodb_index_view(reading->table, reading->index, item->attributes)
            : NULL;
    const size_t bytes = view == NULL ? item->bytes : bs_dynamodb_item_bytes(view);
    const bool fits = reading->scanned == 0 || reading->bytes + bytes <= PAGE_BYTES_MAX;

    if (fits) {
        reading->scanned++;
        reading->bytes += bytes;
        take_item(reading, view == NULL ? item->attributes : view);
    }
    bs_tree_destroy(view);
    return fits;
}

static void set_last_key(const struct reading *reading, const struct bs_dynamodb_item *item,
                         struct bs_tree *output)
{
    bs_dynamodb_index_copy_key(reading->table, reading->index, item->attributes,
                               bs_tree_set_structure(output, "LastEvaluatedKey"));
}

static void read_page(struct reading *reading, struct bs_tree *output)
{
    const struct bs_dynamodb_item *last = NULL;
    struct bs_dynamodb_place *place =
        bs_dynamodb_range_first(&reading->range, reading->index->order, reading->is_forward);

    while (place != NULL && reading->scanned < reading->limit && visit(reading, place->item)) {
        last = place->item;
        place = bs_dynamodb_range_next(&reading->range, place, reading->is_forward);
    }
    /* A page that is full may be the last one: AWS does not look ahead. */
    if (last != NULL && (place != NULL || reading->scanned == reading->limit)) {
        set_last_key(reading, last, output);
    }
}

static void answer_page(struct reading *reading, struct bs_account_answer *answer)
{
    struct bs_dynamodb_usage usage = {.table = reading->table, .index = reading->index};
    struct bs_tree *capacity;

    reading->items = bs_tree_new_list();
    read_page(reading, answer->output);
    if (reading->is_counted_only) {
        bs_tree_destroy(reading->items);
    } else {
        (void)bs_tree_set(answer->output, "Items", reading->items);
    }
    bs_tree_set_integer(answer->output, "Count", reading->found);
    bs_tree_set_integer(answer->output, "ScannedCount", reading->scanned);
    usage.read_halves = bs_dynamodb_read_halves(reading->bytes, reading->is_consistent);
    capacity = bs_dynamodb_usage_describe(&usage, reading->input);
    if (capacity != NULL) {
        (void)bs_tree_set(answer->output, "ConsumedCapacity", capacity);
    }
}

static void read_items(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer, bool is_query)
{
    struct reading reading = {
        .input = request->input,
        .table = bs_dynamodb_table_ready(account, request,
                                         bs_tree_text(request->input, "TableName", ""), answer),
        .is_query = is_query,
    };

    if (reading.table == NULL) {
        return;
    }
    read_request(&reading);
    if (bs_dynamodb_scope_is_good(&reading.scope)) {
        answer_page(&reading, answer);
    } else {
        bs_dynamodb_fail(answer, reading.scope.refusal.message);
    }
    bs_dynamodb_scope_close(&reading.scope);
}

void bs_dynamodb_perform_query(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    read_items(account, request, answer, true);
}

void bs_dynamodb_perform_scan(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    read_items(account, request, answer, false);
}
