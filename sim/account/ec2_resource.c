/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** EC2: what all resources have in common: ids, being looked up, filtered and tagged; blocks of addresses. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/describe.h"
#include "sim/account/ec2.h"
#include "sim/account/ipv4.h"

enum { ID_DIGITS = 17, TAGS_MAX = 50, RESULTS_MIN = 5, RESULTS_MAX = 1000 };

static const struct bs_ec2_kind *const kinds[] = {
    &bs_ec2_vpcs,         &bs_ec2_subnets, &bs_ec2_gateways,
    &bs_ec2_route_tables, &bs_ec2_groups,  &bs_ec2_rules,
};

enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

static const struct bs_ec2_kind *kind_of(const struct bs_account_entry *entry)
{
    size_t i = 0;

    while (i < KIND_COUNT && strcmp(kinds[i]->kind, entry->kind) != 0) {
        i++;
    }
    BS_ASSERT(i < KIND_COUNT);
    return kinds[i];
}

/* ---- Entries ---- */

struct bs_account_entry *bs_ec2_new(struct bs_account *account, const char *region,
                                    const struct bs_ec2_kind *kind, const char *id,
                                    const struct bs_tree *input)
{
    const struct bs_tree *given = bs_tree_first(bs_tree_get(input, "TagSpecifications"));
    struct bs_account_entry *entry;
    char drawn[BS_EC2_ID_MAX];

    if (id == NULL) {
        bs_account_new_id(account, kind->prefix, ID_DIGITS, drawn, sizeof(drawn));
        id = drawn;
    }
    entry = bs_account_add(account, kind->kind, region, id);
    bs_tree_set_text(entry->attributes, kind->id, id);
    bs_tree_set_text(entry->attributes, "OwnerId", BS_ACCOUNT_ID);
    (void)bs_tree_set_list(entry->attributes, "Tags");
    for (; given != NULL; given = given->next) {
        if (strcmp(bs_tree_text(given, "ResourceType", ""), kind->type) == 0) {
            bs_account_merge_tags(entry->attributes, bs_tree_get(given, "Tags"));
        }
    }
    return entry;
}

static void fail_not_found(const struct bs_ec2_kind *kind, const char *id,
                           struct bs_account_answer *answer)
{
    bs_account_fail(answer, kind->not_found, "The %s ID '%s' does not exist", kind->type, id);
}

struct bs_account_entry *bs_ec2_named(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      const struct bs_ec2_kind *kind, const char *member,
                                      struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, member, "");
    struct bs_account_entry *entry;

    (void)bs_ec2_default_vpc(account, request->region);
    entry = bs_account_find(account, kind->kind, request->region, id);
    if (entry == NULL) {
        fail_not_found(kind, id, answer);
    }
    return entry;
}

struct bs_account_entry *bs_ec2_next_with(struct bs_account *account, const char *region,
                                          const struct bs_ec2_kind *kind, const char *member,
                                          const char *text, const struct bs_account_entry *after)
{
    struct bs_account_entry *entry =
        bs_account_next(account, kind->kind, region, after == NULL ? NULL : after->key);

    while (entry != NULL && strcmp(bs_tree_text(entry->attributes, member, ""), text) != 0) {
        entry = bs_account_next(account, kind->kind, region, entry->key);
    }
    return entry;
}

struct bs_tree *bs_ec2_view(struct bs_account *account, const struct bs_account_entry *entry)
{
    const struct bs_ec2_kind *kind = kind_of(entry);
    struct bs_tree *view = bs_tree_copy(entry->attributes);

    (void)bs_tree_remove(view, "Internal");
    if (kind->show != NULL) {
        kind->show(account, entry, view);
    }
    return view;
}

/* ---- Describe ---- */

static const struct bs_ec2_kind *described_kind(const char *operation)
{
    size_t i = 0;

    while (i < KIND_COUNT && strcmp(operation + strlen("Describe"), kinds[i]->many) != 0) {
        i++;
    }
    BS_ASSERT(i < KIND_COUNT);
    return kinds[i];
}

static bool asks_rightly(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_ec2_kind *kind, struct bs_account_answer *answer)
{
    const int64_t results = bs_tree_integer(request->input, "MaxResults", RESULTS_MAX);
    const struct bs_tree *ids = bs_tree_get(request->input, kind->ids);
    const char *unknown =
        bs_account_unknown_filter(kind->filters, bs_tree_get(request->input, "Filters"));

    if (unknown != NULL) {
        bs_account_fail(answer, "InvalidParameterValue", "The filter '%s' is invalid", unknown);
    } else if (results < RESULTS_MIN || results > RESULTS_MAX) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Value ( %lld ) for parameter maxResults is invalid. Expecting a value "
                        "between %d and %d.",
                        (long long)results, RESULTS_MIN, RESULTS_MAX);
    }
    for (const struct bs_tree *id = bs_tree_first(ids); id != NULL && answer->error == NULL;
         id = id->next) {
        if (bs_account_find(account, kind->kind, request->region, id->is.text.bytes) == NULL) {
            fail_not_found(kind, id->is.text.bytes, answer);
        }
    }
    return answer->error == NULL;
}

/* Security groups of the default VPC may be asked for by name, too. */
static bool is_wanted(const struct bs_tree *input, const struct bs_account_entry *entry,
                      const struct bs_tree *view)
{
    const struct bs_tree *ids = bs_tree_get(input, kind_of(entry)->ids);
    const struct bs_tree *names = bs_tree_get(input, "GroupNames");

    (void)view;
    return (bs_tree_count(ids) == 0 || bs_tree_has_text(ids, entry->key)) &&
           (bs_tree_count(names) == 0 ||
            bs_tree_has_text(names, bs_tree_text(entry->attributes, "GroupName", "")));
}

void bs_ec2_describe(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const struct bs_ec2_kind *kind = described_kind(request->operation);
    const struct bs_account_description description = {
        .kind = kind->kind,
        .region = request->region,
        .filters = kind->filters,
        .input = request->input,
        .view = bs_ec2_view,
        .is_wanted = is_wanted,
    };
    struct bs_tree *list = bs_tree_set_list(answer->output, kind->many);

    (void)bs_ec2_default_vpc(account, request->region);
    if (!asks_rightly(account, request, kind, answer)) {
        return;
    }
    bs_account_describe(account, &description, list);
    if (bs_tree_count(bs_tree_get(request->input, "GroupNames")) > bs_tree_count(list)) {
        bs_account_fail(answer, "InvalidGroup.NotFound", "A security group does not exist");
    }
}

/* ---- Tags ---- */

static struct bs_account_entry *find_by_id(struct bs_account *account, const char *region,
                                           const char *id)
{
    struct bs_account_entry *entry = NULL;

    for (size_t i = 0; i < KIND_COUNT && entry == NULL; i++) {
        entry = bs_account_find(account, kinds[i]->kind, region, id);
    }
    return entry;
}

/* All resources that the input names are there; else an error. */
static bool resources_are_there(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const struct bs_tree *id = bs_tree_first(bs_tree_get(request->input, "Resources"));

    (void)bs_ec2_default_vpc(account, request->region);
    for (; id != NULL; id = id->next) {
        if (find_by_id(account, request->region, id->is.text.bytes) == NULL) {
            bs_account_fail(answer, "InvalidID", "The ID '%s' is not valid", id->is.text.bytes);
            return false;
        }
    }
    return true;
}

void bs_ec2_create_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *id = bs_tree_first(bs_tree_get(request->input, "Resources"));
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");

    if (!resources_are_there(account, request, answer)) {
        return;
    }
    if (bs_tree_count(tags) > TAGS_MAX) {
        bs_account_fail(answer, "TagLimitExceeded", "More than %d tags specified", TAGS_MAX);
        return;
    }
    for (; id != NULL; id = id->next) {
        bs_account_merge_tags(find_by_id(account, request->region, id->is.text.bytes)->attributes,
                              tags);
    }
}

/* A tag is removed if its value is not given or is the one it has. Without tags all go. */
static void remove_tags(struct bs_tree *attributes, const struct bs_tree *tags)
{
    struct bs_tree *kept = bs_tree_get_mutable(attributes, "Tags");
    struct bs_tree *next;

    for (struct bs_tree *old = bs_tree_first_mutable(kept); old != NULL; old = next) {
        const struct bs_tree *tag = bs_tree_first(tags);
        const char *value = bs_tree_text(old, "Value", "");

        next = old->next;
        while (tag != NULL &&
               (strcmp(bs_tree_text(tag, "Key", ""), bs_tree_text(old, "Key", "")) != 0 ||
                strcmp(bs_tree_text(tag, "Value", value), value) != 0)) {
            tag = tag->next;
        }
        if (tags == NULL || tag != NULL) {
            bs_tree_remove_element(kept, old);
        }
    }
}

void bs_ec2_delete_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const struct bs_tree *id = bs_tree_first(bs_tree_get(request->input, "Resources"));

    for (; resources_are_there(account, request, answer) && id != NULL; id = id->next) {
        remove_tags(find_by_id(account, request->region, id->is.text.bytes)->attributes,
                    bs_tree_get(request->input, "Tags"));
    }
}

static void list_tags(const struct bs_ec2_kind *kind, const struct bs_account_entry *entry,
                      const struct bs_tree *filters, struct bs_tree *list)
{
    static const struct bs_account_filter table[] = {{"key", "Key"},
                                                     {"resource-id", "ResourceId"},
                                                     {"resource-type", "ResourceType"},
                                                     {"value", "Value"},
                                                     {NULL, NULL}};
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(entry->attributes, "Tags"));

    for (; tag != NULL; tag = tag->next) {
        struct bs_tree *view = bs_tree_copy(tag);

        bs_tree_set_text(view, "ResourceId", entry->key);
        bs_tree_set_text(view, "ResourceType", kind->type);
        bs_account_filters_keep(table, filters, view, list);
    }
}

void bs_ec2_describe_tags(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "Tags");

    for (size_t i = 0; i < KIND_COUNT; i++) {
        const struct bs_account_entry *entry = NULL;

        while ((entry = bs_account_next(account, kinds[i]->kind, request->region,
                                        entry == NULL ? NULL : entry->key)) != NULL) {
            list_tags(kinds[i], entry, bs_tree_get(request->input, "Filters"), list);
        }
    }
}

/* ---- Blocks of addresses ---- */

static uint32_t mask_of(int length)
{
    return length == 0 ? 0 : UINT32_MAX << (32 - length);
}

bool bs_ec2_parse_block(const char *text, uint32_t *address, int *length)
{
    const char *rest = text;
    size_t digits;

    if (!bs_ipv4_parse(text, address, &rest) || *rest != '/') {
        return false;
    }
    digits = strspn(rest + 1, "0123456789");
    if (digits == 0 || digits > 2 || rest[1 + digits] != '\0') {
        return false;
    }
    *length = (int)strtol(rest + 1, NULL, 10);
    return *length <= 32 && (*address & ~mask_of(*length)) == 0;
}

bool bs_ec2_block_contains(const char *outer, const char *inner)
{
    uint32_t out;
    uint32_t in;
    int out_length;
    int in_length;

    return bs_ec2_parse_block(outer, &out, &out_length) &&
           bs_ec2_parse_block(inner, &in, &in_length) && in_length >= out_length &&
           (in & mask_of(out_length)) == out;
}

bool bs_ec2_blocks_overlap(const char *a, const char *b)
{
    return bs_ec2_block_contains(a, b) || bs_ec2_block_contains(b, a);
}
