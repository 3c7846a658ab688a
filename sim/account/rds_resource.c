/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: what all resources have in common: identifiers, ARNs, being looked up, shown, listed and tagged. */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/describe.h"
#include "sim/account/rds.h"

enum { RECORDS_MIN = 20, RECORDS_MAX = 100 }; /* Of a page, as every Describe operation has them. */

#define ARN_PREFIX "arn:aws:rds:"

static const struct bs_db_kind *const kinds[] = {
    &bs_db_instances,        &bs_db_snapshots,
    &bs_db_clusters,         &bs_db_cluster_snapshots,
    &bs_db_global_clusters,  &bs_db_subnet_groups,
    &bs_db_parameter_groups, &bs_db_cluster_parameter_groups,
};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

const struct bs_db_kind *const *bs_db_kinds(size_t *count)
{
    *count = KIND_COUNT;
    return kinds;
}

const struct bs_db_kind *bs_db_kind_of(const struct bs_account_entry *entry)
{
    size_t i = 0;

    while (i < KIND_COUNT && strcmp(kinds[i]->kind, entry->kind) != 0) {
        i++;
    }
    BS_ASSERT(i < KIND_COUNT);
    return kinds[i];
}

/* ---- Names ---- */

static char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? (char)(character - 'A' + 'a') : character;
}

static bool is_letter(char character)
{
    return lower(character) >= 'a' && lower(character) <= 'z';
}

/* False if it is too long to be anybody's. */
static bool copy_lower(const char *text, char copy[BS_DB_ID_MAX])
{
    size_t length = 0;

    while (text[length] != '\0' && length + 1 < BS_DB_ID_MAX) {
        copy[length] = lower(text[length]);
        length++;
    }
    copy[length] = '\0';
    return text[length] == '\0';
}

/* Letters, digits and hyphens, first a letter, no hyphen at the end or two in a row. Groups allow dots. */
static bool is_identifier(const struct bs_db_kind *kind, const char *name)
{
    const size_t length = strlen(name);

    if (!is_letter(name[0]) || length > kind->id_length_max || name[length - 1] == '-') {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        const bool is_digit = name[i] >= '0' && name[i] <= '9';
        const bool is_mark =
            kind->status == NULL ? strchr("-._ ", name[i]) != NULL : name[i] == '-';

        if (!is_letter(name[i]) && !is_digit && !is_mark) {
            return false;
        }
    }
    return strstr(name, "--") == NULL;
}

const char *bs_db_region(const struct bs_db_kind *kind, const struct bs_account_request *request)
{
    return kind->is_global ? BS_ACCOUNT_GLOBAL : request->region;
}

void bs_db_write_arn(const struct bs_db_kind *kind, const char *region, const char *id,
                     char arn[BS_DB_ARN_MAX])
{
    (void)snprintf(arn, BS_DB_ARN_MAX, ARN_PREFIX "%.64s:" BS_ACCOUNT_ID ":%s:%.255s",
                   kind->is_global ? "" : region, kind->arn_type, id);
}

/* The next part of an ARN, up to a colon, which is stepped over. False if it does not fit. */
static bool take_part(const char **rest, char *part, size_t size)
{
    const size_t length = strcspn(*rest, ":");

    if (length >= size || (*rest)[length] != ':') {
        return false;
    }
    memcpy(part, *rest, length);
    part[length] = '\0';
    *rest += length + 1;
    return true;
}

/* "arn:aws:rds:REGION:ACCOUNT:TYPE:ID". */
static bool split_arn(const char *arn, char region[65], char type[33], const char **id)
{
    char owner[33];

    if (strncmp(arn, ARN_PREFIX, strlen(ARN_PREFIX)) != 0) {
        return false;
    }
    *id = arn + strlen(ARN_PREFIX);
    return take_part(id, region, 65) && take_part(id, owner, sizeof(owner)) &&
           strcmp(owner, BS_ACCOUNT_ID) == 0 && take_part(id, type, 33);
}

/* ---- Looking up ---- */

struct bs_account_entry *bs_db_find(struct bs_account *account, const struct bs_db_kind *kind,
                                    const char *region, const char *name)
{
    char of[65];
    char type[33];
    char id[BS_DB_ID_MAX];
    const char *last = name;

    if (split_arn(name, of, type, &last)) {
        if (strcmp(type, kind->arn_type) != 0) {
            return NULL;
        }
        region = kind->is_global ? BS_ACCOUNT_GLOBAL : of;
    }
    return copy_lower(last, id) ? bs_account_find(account, kind->kind, region, id) : NULL;
}

static void fail_not_found(const struct bs_db_kind *kind, const char *name,
                           struct bs_account_answer *answer)
{
    bs_account_fail(answer, kind->not_found, "%s %s not found.", kind->one, name);
}

struct bs_account_entry *bs_db_source(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      const struct bs_db_kind *kind, const char *member,
                                      struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, member, "");
    struct bs_account_entry *entry = bs_db_find(account, kind, bs_db_region(kind, request), name);

    if (entry == NULL) {
        fail_not_found(kind, name, answer);
    }
    return entry;
}

struct bs_account_entry *bs_db_named(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     const struct bs_db_kind *kind, const char *member,
                                     struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = bs_db_source(account, request, kind, member, answer);

    if (entry != NULL && strcmp(entry->region, bs_db_region(kind, request)) != 0) {
        fail_not_found(kind, bs_tree_text(request->input, member, ""), answer);
        entry = NULL;
    }
    return entry;
}

static bool quota_is_used_up(struct bs_account *account, const struct bs_db_kind *kind,
                             const char *region)
{
    const struct bs_account_entry *entry = NULL;
    size_t count = 0;

    while ((entry = bs_account_next(account, kind->kind, region,
                                    entry == NULL ? NULL : entry->key)) != NULL) {
        count++;
    }
    return count >= kind->quota;
}

bool bs_db_name_is_free(struct bs_account *account, const struct bs_account_request *request,
                        const struct bs_db_kind *kind, const char *name,
                        struct bs_account_answer *answer)
{
    if (!is_identifier(kind, name)) {
        bs_account_fail(
            answer, "InvalidParameterValue",
            "The parameter %s is not a valid identifier. Identifiers must begin with a "
            "letter; must contain only ASCII letters, digits, and hyphens; and must not "
            "end with a hyphen or contain two consecutive hyphens.",
            kind->id);
    } else if (bs_db_find(account, kind, bs_db_region(kind, request), name) != NULL) {
        bs_account_fail(answer, kind->already_exists, "%s %s already exists", kind->one, name);
    }
    return answer->error == NULL;
}

bool bs_db_is_free(struct bs_account *account, const struct bs_account_request *request,
                   const struct bs_db_kind *kind, const char *name,
                   struct bs_account_answer *answer)
{
    if (bs_db_name_is_free(account, request, kind, name, answer) &&
        quota_is_used_up(account, kind, bs_db_region(kind, request))) {
        bs_account_fail(answer, kind->quota_exceeded, "There are %zu of %s already.", kind->quota,
                        kind->many);
    }
    return answer->error == NULL;
}

struct bs_account_entry *bs_db_new(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   const struct bs_db_kind *kind, const char *name)
{
    const char *region = bs_db_region(kind, request);
    struct bs_account_entry *entry;
    char id[BS_DB_ID_MAX];
    char arn[BS_DB_ARN_MAX];

    BS_ASSERT(copy_lower(name, id));
    entry = bs_account_add(account, kind->kind, region, id);
    bs_db_write_arn(kind, region, id, arn);
    bs_tree_set_text(entry->attributes, kind->id, id);
    bs_tree_set_text(entry->attributes, kind->arn, arn);
    bs_account_merge_tags(entry->attributes, bs_tree_get(request->input, "Tags"));
    return entry;
}

/* ---- Members that every kind has ---- */

const char *bs_db_id(const struct bs_account_entry *entry)
{
    return entry->key;
}

const char *bs_db_arn(const struct bs_account_entry *entry)
{
    return bs_tree_text(entry->attributes, bs_db_kind_of(entry)->arn, "");
}

const char *bs_db_status(const struct bs_account_entry *entry)
{
    const struct bs_db_kind *kind = bs_db_kind_of(entry);

    return kind->status == NULL ? "" : bs_tree_text(entry->attributes, kind->status, "");
}

bool bs_db_is(const struct bs_account_entry *entry, const char *status)
{
    return strcmp(bs_db_status(entry), status) == 0;
}

bool bs_db_must_be(const struct bs_account_entry *entry, const char *status,
                   struct bs_account_answer *answer)
{
    const struct bs_db_kind *kind = bs_db_kind_of(entry);

    if (!bs_db_is(entry, status)) {
        bs_account_fail(answer, kind->invalid_state,
                        "%s %s is not in the %s state; its state is %s.", kind->one,
                        bs_db_id(entry), status, bs_db_status(entry));
    }
    return answer->error == NULL;
}

struct bs_tree *bs_db_internal(struct bs_account_entry *entry)
{
    struct bs_tree *internal = bs_tree_get_mutable(entry->attributes, "Internal");

    return internal != NULL ? internal : bs_tree_set_structure(entry->attributes, "Internal");
}

struct bs_tree *bs_db_view(struct bs_account *account, const struct bs_account_entry *entry)
{
    const struct bs_db_kind *kind = bs_db_kind_of(entry);
    const struct bs_tree *tags = bs_tree_get(entry->attributes, "Tags");
    struct bs_tree *view = bs_tree_copy(entry->attributes);

    (void)bs_tree_remove(view, "Internal");
    (void)bs_tree_remove(view, "Tags");
    (void)bs_tree_set(view, "TagList", tags != NULL ? bs_tree_copy(tags) : bs_tree_new_list());
    if (kind->show != NULL) {
        kind->show(account, entry, view);
    }
    return view;
}

void bs_db_answer(struct bs_account *account, const struct bs_account_entry *entry,
                  struct bs_account_answer *answer)
{
    (void)bs_tree_set(answer->output, bs_db_kind_of(entry)->one, bs_db_view(account, entry));
}

void bs_db_remove_text(struct bs_tree *list, const char *text)
{
    struct bs_tree *element = bs_tree_first_mutable(list);

    while (element != NULL &&
           !(element->kind == BS_TREE_TEXT && strcmp(element->is.text.bytes, text) == 0)) {
        element = element->next;
    }
    if (element != NULL) {
        bs_tree_remove_element(list, element);
    }
}

/* ---- Describe ---- */

static bool asks_rightly(const struct bs_account_request *request, const struct bs_db_kind *kind,
                         struct bs_account_answer *answer)
{
    const int64_t records = bs_tree_integer(request->input, "MaxRecords", RECORDS_MAX);
    const char *unknown =
        bs_account_unknown_filter(kind->filters, bs_tree_get(request->input, "Filters"));

    if (records < RECORDS_MIN || records > RECORDS_MAX) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Invalid value for max records. Must be between %d and %d", RECORDS_MIN,
                        RECORDS_MAX);
    } else if (unknown != NULL) {
        bs_account_fail(answer, "InvalidParameterValue", "Unrecognized filter name: %s", unknown);
    }
    return answer->error == NULL;
}

/* DescribeDBSnapshots and its like may name the source and the type without a filter. */
static bool is_of_wanted_source(const struct bs_tree *input, const struct bs_account_entry *entry,
                                const struct bs_tree *view)
{
    static const char *const members[] = {"DBInstanceIdentifier", "DBClusterIdentifier",
                                          "SnapshotType", "DbiResourceId"};

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        const char *wanted = bs_tree_text(input, members[i], NULL);
        char id[BS_DB_ID_MAX];

        if (wanted != NULL && strcmp(members[i], bs_db_kind_of(entry)->id) != 0 &&
            strcmp(wanted, bs_tree_text(view, members[i], "")) != 0 &&
            !(copy_lower(wanted, id) && strcmp(id, bs_tree_text(view, members[i], "")) == 0)) {
            return false;
        }
    }
    return true;
}

static const struct bs_db_kind *described_kind(const char *operation)
{
    size_t i = 0;

    while (i < KIND_COUNT && strcmp(operation + strlen("Describe"), kinds[i]->many) != 0) {
        i++;
    }
    BS_ASSERT(i < KIND_COUNT);
    return kinds[i];
}

void bs_db_describe(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    const struct bs_db_kind *kind = described_kind(request->operation);
    const struct bs_account_description description = {
        .kind = kind->kind,
        .region = bs_db_region(kind, request),
        .filters = kind->filters,
        .input = request->input,
        .view = bs_db_view,
        .is_wanted = is_of_wanted_source,
    };
    struct bs_tree *list = bs_tree_set_list(answer->output, kind->many);

    if (!asks_rightly(request, kind, answer)) {
        return;
    }
    if (bs_tree_get(request->input, kind->id) != NULL) {
        const struct bs_account_entry *entry =
            bs_db_named(account, request, kind, kind->id, answer);

        if (entry != NULL) {
            bs_account_describe_entry(account, &description, entry, list);
        }
    } else {
        bs_account_describe(account, &description, list);
    }
}

/* ---- Tags ---- */

/* The resource that "ResourceName" names; NULL and an error if it is not there. */
static struct bs_account_entry *tagged(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "ResourceName", "");
    const char *id = NULL;
    struct bs_account_entry *entry;
    char region[65];
    char type[33];
    size_t i = 0;

    if (!split_arn(arn, region, type, &id)) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid resource name: %s", arn);
        return NULL;
    }
    while (i < KIND_COUNT && strcmp(kinds[i]->arn_type, type) != 0) {
        i++;
    }
    if (i == KIND_COUNT || (!kinds[i]->is_global && strcmp(region, request->region) != 0)) {
        bs_account_fail(answer, "InvalidParameterValue", "Invalid resource name: %s", arn);
        return NULL;
    }
    entry = bs_db_find(account, kinds[i], request->region, arn);
    if (entry == NULL) {
        fail_not_found(kinds[i], id, answer);
    }
    return entry;
}

void bs_db_add_tags(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = tagged(account, request, answer);

    if (entry != NULL) {
        bs_account_merge_tags(entry->attributes, bs_tree_get(request->input, "Tags"));
    }
}

void bs_db_remove_tags(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = tagged(account, request, answer);

    if (entry != NULL) {
        bs_account_remove_tags(entry->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

void bs_db_list_tags(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = tagged(account, request, answer);
    const struct bs_tree *tags = entry == NULL ? NULL : bs_tree_get(entry->attributes, "Tags");

    (void)bs_tree_set(answer->output, "TagList",
                      tags != NULL ? bs_tree_copy(tags) : bs_tree_new_list());
}
