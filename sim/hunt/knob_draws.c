/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/hunt/draws.h"

enum {
    DURATION_CHANCE = 30,
    KNOB_CHANCE = 8, /* Of each knob of each thing: some three a schedule in the flagship. */
};

/* ---- Values ---- */

/* A time: evenly from some seconds to some more. The base's own distribution has to be taken away. */
static void write_time(struct bs_drawing *drawing, const struct bs_node *own, int64_t low_s,
                       int64_t high_s)
{
    const int64_t from_s = bs_dice_seconds(&drawing->dice, low_s, high_s);
    const int64_t more_s = bs_dice_seconds(&drawing->dice, low_s, high_s);

    bs_buffer_text(&drawing->text, "{");
    if (own != NULL && own->kind == BS_NODE_MAP) {
        for (const struct bs_node *member = own->first; member != NULL; member = member->next) {
            if (strcmp(member->key, "uniform") != 0) {
                bs_buffer_format(&drawing->text, "%s: ~, ", member->key);
            }
        }
    }
    bs_buffer_format(&drawing->text, "uniform: {low: %ds, high: %ds}}", (int)from_s,
                     (int)(from_s + more_s));
}

static void write_duration(struct bs_drawing *drawing, const struct bs_node *own, int64_t low_s,
                           int64_t high_s)
{
    (void)own;
    bs_buffer_format(&drawing->text, "%ds", (int)bs_dice_seconds(&drawing->dice, low_s, high_s));
}

static void write_count(struct bs_drawing *drawing, const struct bs_node *own, int64_t low,
                        int64_t high)
{
    (void)own;
    bs_buffer_format(&drawing->text, "%d", (int)bs_dice_between(&drawing->dice, low, high));
}

static void write_percent(struct bs_drawing *drawing, const struct bs_node *own, int64_t low,
                          int64_t high)
{
    write_count(drawing, own, low, high);
    bs_buffer_text(&drawing->text, "%");
}

static void write_wish(struct bs_drawing *drawing, const struct bs_node *own, int64_t low,
                       int64_t high)
{
    static const char *const wishes[] = {"retry", "skip", "cancel"};

    (void)own;
    bs_buffer_text(&drawing->text, wishes[bs_dice_between(&drawing->dice, low, high)]);
}

static void write_autoscaling(struct bs_drawing *drawing, const struct bs_node *own, int64_t low,
                              int64_t high)
{
    (void)own;
    bs_buffer_format(&drawing->text, "{min: %d}", (int)bs_dice_between(&drawing->dice, low, high));
}

/* ---- Knobs ---- */

/* What may be turned of each member of a section (of that `kind`, if one is given), and how far. */
static const struct {
    const char *section;
    const char *kind;
    const char *key;
    void (*write)(struct bs_drawing *drawing, const struct bs_node *own, int64_t low, int64_t high);
    int64_t low;
    int64_t high;
} knobs[] = {
    {"people", NULL, "page", write_time, 5, 3600},
    {"people", NULL, "decides", write_time, 5, 3600},
    {"people", NULL, "absent", write_percent, 0, 100},
    {"people", NULL, "accepts", write_duration, 1, 3600},
    {"people", NULL, "on_failure", write_wish, 0, 2},
    {"resources", "ecs_service", "launch", write_time, 1, 900},
    {"resources", "ecs_service", "autoscaling", write_autoscaling, 1, 5},
    {"resources", "rds_replica", "lag", write_time, 1, 1200},
    {"resources", "rds_replica", "promotion", write_time, 1, 1800},
    {"resources", "rds_replica", "creation", write_time, 10, 3600},
    {"resources", "rds_replica", "deletion", write_time, 10, 1800},
    {"resources", "rds_instance", "creation", write_time, 10, 3600},
    {"resources", "rds_instance", "deletion", write_time, 10, 1800},
    {"resources", "rds_instance", "promotion", write_time, 1, 1800},
    {"resources", "alb", "check_interval", write_duration, 1, 120},
    {"resources", "s3_bucket", "replication", write_time, 1, 1800},
    {"health_checks", NULL, "interval", write_duration, 5, 60},
    {"health_checks", NULL, "failures", write_count, 1, 10},
    {"health_checks", NULL, "checkers", write_count, 1, 20},
    {"alarms", NULL, "delivery", write_time, 1, 600},
    {"probes", NULL, "every", write_duration, 1, 60},
    {"probes", NULL, "failures", write_count, 1, 10},
    {"dns", NULL, "propagation", write_time, 1, 600},
    {"clients", NULL, "timeout", write_duration, 1, 30},
    {"clients", NULL, "keep_alive", write_duration, 1, 600},
};

static bool is_of_kind(const struct bs_node *member, const char *kind)
{
    const struct bs_node *own = member->kind == BS_NODE_MAP ? bs_node_get(member, "kind") : NULL;

    return kind == NULL || (own != NULL && own->text != NULL && strcmp(own->text, kind) == 0);
}

static void draw_knob(struct bs_drawing *drawing, size_t index)
{
    const struct bs_node *root = bs_document_root(drawing->base->scenario->document);
    const struct bs_node *section = bs_node_get(root, knobs[index].section);

    if (section == NULL || section->kind != BS_NODE_MAP) {
        return;
    }
    for (const struct bs_node *member = section->first; member != NULL; member = member->next) {
        if (member->kind == BS_NODE_MAP && is_of_kind(member, knobs[index].kind) &&
            bs_dice_chance(&drawing->dice, KNOB_CHANCE)) {
            knobs[index].write(drawing, bs_node_get(member, knobs[index].key), knobs[index].low,
                               knobs[index].high);
            bs_drawing_add(drawing, knobs[index].section, member->key, knobs[index].key);
        }
    }
}

/* The list as a whole: the base's would not stand beside it. */
static void draw_links(struct bs_drawing *drawing)
{
    const struct bs_scenario *scenario = drawing->base->scenario;

    if (!bs_dice_chance(&drawing->dice, KNOB_CHANCE)) {
        return;
    }
    for (size_t i = 0; i < scenario->link_count; i++) {
        const struct bs_link *link = &scenario->links[i];

        bs_buffer_format(&drawing->text, "{between: [%s, %s], latency: %dms}",
                         scenario->regions[link->regions[0]].name,
                         scenario->regions[link->regions[1]].name,
                         (int)bs_dice_seconds(&drawing->dice, 1, 1500));
        bs_drawing_add(drawing, "links", NULL, NULL);
    }
}

void bs_draw_knobs(struct bs_drawing *drawing)
{
    for (size_t i = 0; i < sizeof(knobs) / sizeof(knobs[0]); i++) {
        draw_knob(drawing, i);
    }
    draw_links(drawing);
}

void bs_draw_duration(struct bs_drawing *drawing)
{
    const int64_t half_s = (drawing->duration_s + 1) / 2;

    if (!bs_dice_chance(&drawing->dice, DURATION_CHANCE)) {
        return;
    }
    drawing->duration_s = half_s + bs_dice_between(&drawing->dice, 0, half_s * 3);
    bs_buffer_format(&drawing->text, "%ds", (int)drawing->duration_s);
    bs_drawing_add(drawing, "duration", NULL, NULL);
}
