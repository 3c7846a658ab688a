/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/scenario/uncertain.h"

#include <string.h>

#include "base/assert.h"
#include "base/buffer.h"
#include "base/node_text.h"
#include "sim/engine/distribution_decode.h"
#include "sim/engine/median.h"
#include "sim/scenario/defaults.h"
#include "sim/scenario/scale.h"

enum {
    ITEMS_MAX = 4096, /* More than a scenario at all its limits has: some 2,400. */
    TEXT_BYTES_MAX = 2 * BS_DOCUMENT_BYTES_MAX,
};

static const char unsourced[] = "default: unsourced";

struct listing {
    const struct bs_scenario *scenario;
    const struct bs_node *defaults; /* Root of the defaults' document. */
    struct bs_arena *arena;
    struct bs_uncertain_list *list;
    struct bs_buffer path; /* Of the value that is looked at. */
    struct bs_buffer text; /* What is being written. */
    struct bs_duration held_max;
    bool has_failed; /* Out of memory. */
};

/* A section of the scenario; `defaults` is that of its things, NULL if they have none. */
struct section {
    const char *name;
    const char *defaults;
    bool is_by_kind; /* Each thing's kind is the name of its defaults. */
    bool (*matters)(const struct bs_scenario *scenario, size_t index, const char *key);
    struct bs_duration (*held_max)(const struct bs_scenario *scenario, size_t index,
                                   const char *key);
};

/* A thing of a section. */
struct thing {
    const struct section *section;
    size_t index; /* In the section, and in the scenario's array of such things. */
};

/* ---- What matters ---- */

static bool is_image_of_some(const struct bs_scenario *scenario, size_t image)
{
    for (size_t i = 0; i < scenario->resource_count; i++) {
        if (scenario->resources[i].kind == BS_RESOURCE_ECS_SERVICE &&
            scenario->resources[i].is.ecs.image == (int32_t)image) {
            return true;
        }
    }
    return false;
}

static bool resource_matters(const struct bs_scenario *scenario, size_t index, const char *key)
{
    const struct bs_resource *resource = &scenario->resources[index];

    if (resource->kind == BS_RESOURCE_ECR_IMAGE) {
        return is_image_of_some(scenario, index);
    }
    return resource->kind != BS_RESOURCE_S3_BUCKET || strcmp(key, "replication") != 0 ||
           resource->is.s3.replicate_to != BS_NONE;
}

/* Of the keys that are named like a behaviour. */
static bool resolvers_matter(const struct bs_scenario *scenario, size_t index, const char *key)
{
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT; i++) {
        if (strcmp(key, bs_resolver_behaviour_name((enum bs_resolver_behaviour)i)) == 0) {
            return scenario->resolvers[index].share_ppb[i] > 0;
        }
    }
    return true;
}

/* A fault that repeats needs a constant `for` to be shorter than `every`. */
static struct bs_duration fault_held_max(const struct bs_scenario *scenario, size_t index,
                                         const char *key)
{
    const struct bs_fault *fault = &scenario->faults[index];
    struct bs_duration most = BS_DURATION_MAX;

    if (fault->times > 1 && strcmp(key, "for") == 0) {
        most.ns = fault->every.ns - 1;
    }
    return most;
}

static const struct section sections[] = {
    {.name = "links", .defaults = "link"},
    {.name = "resources", .is_by_kind = true, .matters = resource_matters},
    {.name = "health_checks", .defaults = "health_check"},
    {.name = "alarms", .defaults = "alarm"},
    {.name = "probes", .defaults = "probe"},
    {.name = "dns", .defaults = "record"},
    {.name = "resolvers", .defaults = "resolvers", .matters = resolvers_matter},
    {.name = "clients", .defaults = "clients"},
    {.name = "people", .defaults = "person"},
    {.name = "faults", .held_max = fault_held_max},
    {.name = "orders"},
};

/* ---- Texts ---- */

/* What has been written, for good. */
static const char *keep_text(struct listing *listing)
{
    const char *bytes = listing->text.length > 0 ? listing->text.bytes : "";
    const char *copy = bs_arena_text(listing->arena, bytes, listing->text.length);

    listing->has_failed = listing->has_failed || listing->text.failed || copy == NULL;
    listing->text.length = 0;
    return copy;
}

static const char *keep_path(struct listing *listing)
{
    bs_buffer_append(&listing->text, listing->path.bytes, listing->path.length);
    return keep_text(listing);
}

static const char *keep_node(struct listing *listing, const struct bs_node *node)
{
    bs_node_write(node, &listing->text);
    return keep_text(listing);
}

static const char *keep_seconds(struct listing *listing, struct bs_duration duration)
{
    char seconds[BS_TIME_TEXT_MAX];

    bs_seconds_format(duration.ns, seconds);
    bs_buffer_format(&listing->text, "%ss", seconds);
    return keep_text(listing);
}

/* The line of the defaults on which a node stands, to its end, from the comment's first word on. */
static const char *find_comment(const struct bs_node *node, size_t *length)
{
    const char *line = bs_scenario_defaults_text;
    const char *comment;

    for (uint32_t i = 1; i < node->at.line; i++) {
        line = strchr(line, '\n') + 1;
    }
    *length = strcspn(line, "\n");
    comment = memchr(line, '#', *length);
    if (comment == NULL) {
        *length = 0;
        return line;
    }
    *length -= (size_t)(comment - line) + 1;
    comment++;
    while (*length > 0 && *comment == ' ') {
        comment++;
        (*length)--;
    }
    return comment;
}

/* Where the comment says anywhere that it is unsourced, that is what counts; else its first words. */
static const char *keep_source(struct listing *listing, const struct bs_node *node)
{
    static const char mark[] = "unsourced";
    size_t length;
    const char *comment = find_comment(node, &length);
    size_t words = 0;

    for (size_t i = 0; i + strlen(mark) <= length; i++) {
        if (strncmp(comment + i, mark, strlen(mark)) == 0) {
            return unsourced;
        }
    }
    while (words < length && strchr(":;", comment[words]) == NULL) {
        words++;
    }
    bs_buffer_text(&listing->text, words > 0 ? "default: " : "default");
    bs_buffer_append(&listing->text, comment, words);
    return keep_text(listing);
}

/* ---- Entries ---- */

static void add(struct listing *listing, struct bs_uncertain item)
{
    BS_ASSERT(listing->list->count < ITEMS_MAX);
    listing->list->items[listing->list->count++] = item;
}

static void list_distribution(struct listing *listing, const struct bs_node *node,
                              const char *source)
{
    struct bs_distribution distribution;
    struct bs_duration held;

    /* It has been read before, as part of the scenario: only memory can be short. */
    if (bs_distribution_decode(node, listing->arena, &distribution, NULL) != BS_OK) {
        listing->has_failed = true;
        return;
    }
    if (bs_distribution_is_constant(&distribution)) {
        return;
    }
    held = bs_distribution_median(&distribution);
    add(listing, (struct bs_uncertain){
                     .path = keep_path(listing),
                     .kind = BS_UNCERTAIN_STOCHASTIC,
                     .value = keep_node(listing, node),
                     .held = keep_seconds(
                         listing, held.ns < listing->held_max.ns ? held : listing->held_max),
                     .source = source,
                 });
}

static const char *keep_scaled(struct listing *listing, const struct bs_node *node,
                               enum bs_scale scale)
{
    (void)bs_scale_write(node, scale, &listing->text);
    return keep_text(listing);
}

static void list_prior(struct listing *listing, const struct bs_node *node)
{
    if (!bs_scale_write(node, BS_SCALE_HALF, &listing->text)) {
        return; /* Nothing in it is a number. */
    }
    listing->text.length = 0;
    add(listing, (struct bs_uncertain){
                     .path = keep_path(listing),
                     .kind = BS_UNCERTAIN_PRIOR,
                     .value = keep_node(listing, node),
                     .half = keep_scaled(listing, node, BS_SCALE_HALF),
                     .doubled = keep_scaled(listing, node, BS_SCALE_DOUBLE),
                     .source = unsourced,
                 });
}

static void list_default(struct listing *listing, const struct bs_node *node)
{
    const char *source = keep_source(listing, node);

    if (bs_distribution_is_written(node)) {
        list_distribution(listing, node, source);
    }
    if (source == unsourced) {
        list_prior(listing, node);
    }
}

/* ---- The walk ---- */

/* Leads the path on to a member; gives the length to which it goes back. */
static size_t lead_on(struct listing *listing, const char *key)
{
    const size_t length = listing->path.length;

    bs_buffer_text(&listing->path, ".");
    bs_buffer_text(&listing->path, key);
    return length;
}

static void list_map(struct listing *listing, const struct bs_node *own,
                     const struct bs_node *standing, const struct thing *thing);

static bool is_plain_map(const struct bs_node *node)
{
    return node != NULL && node->kind == BS_NODE_MAP && !bs_distribution_is_written(node);
}

static void list_own(struct listing *listing, const struct bs_node *member,
                     const struct bs_node *standing)
{
    if (is_plain_map(member)) {
        list_map(listing, member, is_plain_map(standing) ? standing : NULL, NULL);
    } else if (bs_distribution_is_written(member)) {
        list_distribution(listing, member, "author");
    }
}

/* Buckets with replication time control have another default. */
static const struct bs_node *default_in_effect(const struct listing *listing,
                                               const struct thing *thing,
                                               const struct bs_node *member)
{
    const struct bs_resource *resource = thing != NULL && thing->section->is_by_kind
                                             ? &listing->scenario->resources[thing->index]
                                             : NULL;
    const struct bs_node *other = NULL;

    if (resource != NULL && resource->kind == BS_RESOURCE_S3_BUCKET &&
        resource->is.s3.replication_time_control) {
        other =
            bs_node_get(bs_node_get(listing->defaults, "replication_time_control"), member->key);
    }
    return other != NULL ? other : member;
}

static bool enters(struct listing *listing, const struct thing *thing, const char *key)
{
    listing->held_max = BS_DURATION_MAX;
    if (thing == NULL) {
        return true;
    }
    if (thing->section->held_max != NULL) {
        listing->held_max = thing->section->held_max(listing->scenario, thing->index, key);
    }
    return thing->section->matters == NULL ||
           thing->section->matters(listing->scenario, thing->index, key);
}

static void list_own_members(struct listing *listing, const struct bs_node *own,
                             const struct bs_node *standing, const struct thing *thing)
{
    for (const struct bs_node *member = own->first; member != NULL; member = member->next) {
        if (!bs_node_is_null(member) && enters(listing, thing, member->key)) {
            const size_t length = lead_on(listing, member->key);

            list_own(listing, member, standing != NULL ? bs_node_get(standing, member->key) : NULL);
            listing->path.length = length;
        }
    }
}

/* A map of the author's, and the defaults that stand where it says nothing (or null). */
static void list_map(struct listing *listing, const struct bs_node *own,
                     const struct bs_node *standing, const struct thing *thing)
{
    list_own_members(listing, own, standing, thing);
    if (standing == NULL) {
        return;
    }
    for (const struct bs_node *member = standing->first; member != NULL; member = member->next) {
        const struct bs_node *said = bs_node_get(own, member->key);

        if ((said == NULL || bs_node_is_null(said)) && enters(listing, thing, member->key)) {
            const size_t length = lead_on(listing, member->key);

            list_default(listing, default_in_effect(listing, thing, member));
            listing->path.length = length;
        }
    }
}

/* Whether a path into the member could be taken for one to, or into, another: `web` and `web.lag`. */
static bool is_ambiguous(const struct bs_node *map, const struct bs_node *member)
{
    const size_t length = strlen(member->key);

    for (const struct bs_node *other = map->first; other != NULL; other = other->next) {
        if (strncmp(other->key, member->key, length) == 0 && other->key[length] == '.') {
            return true;
        }
    }
    return false;
}

static void lead_to_thing(struct listing *listing, const struct bs_node *things,
                          const struct bs_node *node, size_t index)
{
    listing->path.length = 0;
    bs_buffer_text(&listing->path, things->key);
    if (things->kind == BS_NODE_LIST) {
        bs_buffer_format(&listing->path, ".%zu", index);
    } else {
        bs_buffer_text(&listing->path, is_ambiguous(things, node) ? ".\"" : ".");
        bs_buffer_text(&listing->path, node->key);
        bs_buffer_text(&listing->path, is_ambiguous(things, node) ? "\"" : "");
    }
}

static const struct bs_node *defaults_of(const struct listing *listing, const struct thing *thing)
{
    const struct section *section = thing->section;
    const char *name = section->defaults;

    if (section->is_by_kind) {
        name = bs_resource_kind_name(listing->scenario->resources[thing->index].kind);
    }
    return name != NULL ? bs_node_get(listing->defaults, name) : NULL;
}

static void list_section(struct listing *listing, const struct section *section,
                         const struct bs_node *things)
{
    struct thing thing = {.section = section, .index = 0};

    for (const struct bs_node *node = things->first; node != NULL; node = node->next) {
        lead_to_thing(listing, things, node, thing.index);
        list_map(listing, node, defaults_of(listing, &thing), &thing);
        thing.index++;
    }
}

/* ---- Regions that no link names ---- */

static bool has_link(const struct bs_scenario *scenario, size_t a, size_t b)
{
    for (size_t i = 0; i < scenario->link_count; i++) {
        const int32_t *regions = scenario->links[i].regions;

        if ((regions[0] == (int32_t)a && regions[1] == (int32_t)b) ||
            (regions[0] == (int32_t)b && regions[1] == (int32_t)a)) {
            return true;
        }
    }
    return false;
}

/* Writes those links that are missing, all with this latency; false if there are none. */
static bool write_missing_links(struct listing *listing, const struct bs_node *latency,
                                enum bs_scale scale)
{
    const struct bs_scenario *scenario = listing->scenario;
    bool is_any = false;

    for (size_t a = 0; a < scenario->region_count; a++) {
        for (size_t b = a + 1; b < scenario->region_count; b++) {
            if (!has_link(scenario, a, b)) {
                bs_buffer_format(&listing->text, "%s{between: [%s, %s], latency: ",
                                 listing->text.length > 1 ? ", " : "", scenario->regions[a].name,
                                 scenario->regions[b].name);
                (void)bs_scale_write(latency, scale, &listing->text);
                bs_buffer_text(&listing->text, "}");
                is_any = true;
            }
        }
    }
    return is_any;
}

/* The list as it is, and the links that are missing. */
static bool write_links(struct listing *listing, const struct bs_node *latency, enum bs_scale scale)
{
    const struct bs_node *links =
        bs_node_get(bs_document_root(listing->scenario->document), "links");
    bool is_any;

    bs_buffer_text(&listing->text, "[");
    for (const struct bs_node *link = links != NULL ? links->first : NULL; link != NULL;
         link = link->next) {
        bs_buffer_text(&listing->text, link != links->first ? ", " : "");
        bs_node_write(link, &listing->text);
    }
    is_any = write_missing_links(listing, latency, scale);
    bs_buffer_text(&listing->text, "]");
    return is_any;
}

static void list_missing_links(struct listing *listing)
{
    const struct bs_node *latency = bs_node_get(bs_node_get(listing->defaults, "link"), "latency");
    struct bs_uncertain item = {.path = "links", .kind = BS_UNCERTAIN_PRIOR};
    const bool is_any = write_links(listing, latency, BS_SCALE_HALF);

    item.half = keep_text(listing);
    (void)write_links(listing, latency, BS_SCALE_DOUBLE);
    item.doubled = keep_text(listing);
    item.value = keep_node(listing, latency);
    item.source = keep_source(listing, latency);
    if (is_any && item.source == unsourced) {
        add(listing, item);
    }
}

static void list_all(struct listing *listing)
{
    const struct bs_node *root = bs_document_root(listing->scenario->document);

    for (const struct bs_node *member = root->first; member != NULL; member = member->next) {
        for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
            if (strcmp(member->key, sections[i].name) == 0 && !bs_node_is_null(member)) {
                list_section(listing, &sections[i], member);
            }
        }
    }
    list_missing_links(listing);
}

enum bs_status bs_uncertain_list(const struct bs_scenario *scenario, struct bs_arena *arena,
                                 struct bs_uncertain_list *list, struct bs_error *error)
{
    struct listing listing = {
        .scenario = scenario,
        .defaults = bs_document_root(scenario->defaults),
        .arena = arena,
        .list = list,
    };

    list->count = 0;
    list->items = bs_arena_array(arena, ITEMS_MAX, sizeof(*list->items));
    if (list->items == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    bs_buffer_init(&listing.path, TEXT_BYTES_MAX);
    bs_buffer_init(&listing.text, TEXT_BYTES_MAX);
    list_all(&listing);
    listing.has_failed = listing.has_failed || listing.path.failed;
    bs_buffer_clean_up(&listing.path);
    bs_buffer_clean_up(&listing.text);
    return listing.has_failed ? bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory") : BS_OK;
}
