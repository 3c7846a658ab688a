/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/hunt/schedule.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/node_text.h"
#include "sim/hunt/draws.h"

enum {
    TEXT_BYTES_MAX = 64 * 1024,
    ARENA_BYTES_MAX = 4 * 1024 * 1024,
    RUN_SEED_MAX = 1000000,
    FOCUS_DEFAULT_S = 600,
};

/* ---- Pieces ---- */

void bs_drawing_add(struct bs_drawing *drawing, const char *section, const char *id,
                    const char *key)
{
    struct bs_hunt_schedule *schedule = drawing->schedule;
    const struct bs_hunt_piece piece = {
        .section = section,
        .id = id,
        .key = key,
        .value = bs_arena_text(&schedule->arena, drawing->text.bytes, drawing->text.length),
    };

    if (drawing->text.failed || piece.value == NULL) {
        drawing->status = BS_ERR_MEMORY;
    } else if (schedule->piece_count == BS_HUNT_PIECES_MAX) {
        drawing->status = BS_ERR_LIMIT;
    } else {
        schedule->pieces[schedule->piece_count++] = piece;
    }
    drawing->text.length = 0;
}

int64_t bs_drawing_instant_s(struct bs_drawing *drawing)
{
    enum { BEFORE_S = 120, AFTER_S = 1800 };
    const int64_t last_s = drawing->duration_s - 1;
    int64_t at_s;

    if (bs_dice_chance(&drawing->dice, 30)) {
        return bs_dice_between(&drawing->dice, 1, last_s);
    }
    at_s = drawing->focus_s - BEFORE_S + bs_dice_between(&drawing->dice, 0, BEFORE_S + AFTER_S);
    at_s = at_s < 1 ? 1 : at_s;
    return at_s > last_s ? last_s : at_s;
}

/* What lasts for good in the base ends in some schedules: what comes back is half of the trouble. */
static void draw_end(struct bs_drawing *drawing, const struct bs_node *item)
{
    if (item->kind == BS_NODE_MAP && bs_node_get(item, "for") == NULL &&
        bs_dice_chance(&drawing->dice, 50)) {
        drawing->text.length--; /* The bracket. */
        bs_buffer_format(&drawing->text, ", for: %ds}",
                         (int)bs_dice_seconds(&drawing->dice, 16, 4096));
    }
}

bool bs_drawing_keep(struct bs_drawing *drawing, const char *section, int64_t percent)
{
    const struct bs_node *root = bs_document_root(drawing->base->scenario->document);
    const struct bs_node *list = bs_node_get(root, section);
    bool keeps_first = false;

    if (list == NULL || list->kind != BS_NODE_LIST) {
        return false;
    }
    for (const struct bs_node *item = list->first; item != NULL; item = item->next) {
        if (!bs_dice_chance(&drawing->dice, percent)) {
            continue;
        }
        keeps_first = keeps_first || item == list->first;
        bs_node_write(item, &drawing->text);
        if (strcmp(section, "faults") == 0) {
            draw_end(drawing, item);
        }
        bs_drawing_add(drawing, section, NULL, NULL);
    }
    return keeps_first;
}

/* ---- One schedule ---- */

/* When the base's first fault begins, if that is fixed. */
static int64_t focus_of(const struct bs_scenario *scenario)
{
    const int64_t duration_s = scenario->duration.ns / BS_NS_PER_S;
    const int64_t otherwise_s = duration_s / 4 < FOCUS_DEFAULT_S ? duration_s / 4 : FOCUS_DEFAULT_S;

    if (scenario->fault_count == 0 || scenario->faults[0].onset.kind != BS_DISTRIBUTION_CONSTANT) {
        return otherwise_s;
    }
    return scenario->faults[0].onset.constant.value.ns / BS_NS_PER_S;
}

static void draw_crash(struct bs_drawing *drawing)
{
    struct bs_hunt_crash *crash = &drawing->schedule->crash;

    crash->is_wanted = drawing->base->plan != NULL && bs_dice_chance(&drawing->dice, 40);
    crash->bits = bs_dice_bits(&drawing->dice);
    crash->downtime = BS_SECONDS(bs_dice_seconds(&drawing->dice, 1, 1200));
    crash->starts_another = bs_dice_chance(&drawing->dice, 40);
}

static void draw_run_seed(struct bs_drawing *drawing)
{
    drawing->schedule->run_seed = (uint64_t)bs_dice_between(&drawing->dice, 1, RUN_SEED_MAX);
}

/* Each with dice of its own, so that a change of one leaves the others as they were. */
static const struct {
    const char *purpose;
    void (*draw)(struct bs_drawing *drawing);
} parts[] = {
    {"run seed", draw_run_seed}, {"duration", bs_draw_duration},
    {"faults", bs_draw_faults},  {"orders", bs_draw_orders},
    {"crash", draw_crash},       {"orchestrators", bs_draw_orchestrators},
    {"knobs", bs_draw_knobs},
};

enum bs_status bs_hunt_draw(const struct bs_hunt_base *base, uint64_t number,
                            struct bs_hunt_schedule **schedule, struct bs_error *error)
{
    struct bs_drawing drawing = {
        .base = base,
        .schedule = calloc(1, sizeof(**schedule)),
        .focus_s = focus_of(base->scenario),
        .duration_s = base->scenario->duration.ns / BS_NS_PER_S,
        .status = BS_OK,
    };

    if (drawing.schedule == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    drawing.schedule->number = number;
    bs_arena_init(&drawing.schedule->arena, ARENA_BYTES_MAX);
    bs_buffer_init(&drawing.text, TEXT_BYTES_MAX);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        drawing.dice = bs_dice_open(base->seed, number, parts[i].purpose);
        parts[i].draw(&drawing);
    }
    bs_buffer_clean_up(&drawing.text);
    if (drawing.status != BS_OK) {
        bs_hunt_schedule_destroy(drawing.schedule);
        return bs_error_set(error, drawing.status, NULL,
                            "schedule %" PRIu64
                            " does not fit: at most %d faults, orders and values",
                            number, BS_HUNT_PIECES_MAX);
    }
    *schedule = drawing.schedule;
    return BS_OK;
}

void bs_hunt_schedule_destroy(struct bs_hunt_schedule *schedule)
{
    if (schedule != NULL) {
        bs_arena_clean_up(&schedule->arena);
        free(schedule);
    }
}

void bs_hunt_choose_point(struct bs_hunt_schedule *schedule, uint64_t points)
{
    schedule->crash.point = points == 0 ? 0 : 1 + bs_bits_below(schedule->crash.bits, points);
    schedule->crash.is_wanted = schedule->crash.point > 0;
}

/* ---- The file ---- */

/* In the order in which people read them. */
static const struct {
    const char *name;
    bool is_list;
} sections[] = {
    {"duration", false},     {"links", true},   {"resources", false}, {"health_checks", false},
    {"alarms", false},       {"probes", false}, {"dns", false},       {"resolvers", false},
    {"clients", false},      {"people", false}, {"faults", true},     {"orders", true},
    {"orchestrators", true},
};

static bool base_has(const struct bs_hunt_base *base, const char *section)
{
    return bs_node_get(bs_document_root(base->scenario->document), section) != NULL;
}

/* The base's own list would stand if the file had none. */
static void write_list(const struct bs_hunt_base *base, const struct bs_hunt_schedule *schedule,
                       const char *section, struct bs_buffer *buffer)
{
    bool is_empty = true;

    for (size_t i = 0; i < schedule->piece_count; i++) {
        if (strcmp(schedule->pieces[i].section, section) == 0) {
            bs_buffer_format(buffer, "%s%s  - ", is_empty ? section : "", is_empty ? ":\n" : "");
            bs_buffer_text(buffer, schedule->pieces[i].value);
            bs_buffer_text(buffer, "\n");
            is_empty = false;
        }
    }
    if (is_empty && base_has(base, section) && strcmp(section, "links") != 0) {
        bs_buffer_format(buffer, "%s: []\n", section);
    }
}

static bool is_same_member(const struct bs_hunt_piece *a, const struct bs_hunt_piece *b)
{
    return a->id != NULL && b->id != NULL && strcmp(a->section, b->section) == 0 &&
           strcmp(a->id, b->id) == 0;
}

static bool is_first_of_id(const struct bs_hunt_schedule *schedule, size_t index)
{
    const struct bs_hunt_piece *piece = &schedule->pieces[index];

    for (size_t i = 0; i < index; i++) {
        if (is_same_member(&schedule->pieces[i], piece)) {
            return false;
        }
    }
    return true;
}

/* All that is said of one thing. */
static void write_member(const struct bs_hunt_schedule *schedule, size_t first,
                         struct bs_buffer *buffer)
{
    const struct bs_hunt_piece *piece = &schedule->pieces[first];

    bs_buffer_format(buffer, "  %s: {", piece->id);
    for (size_t i = first; i < schedule->piece_count; i++) {
        const struct bs_hunt_piece *other = &schedule->pieces[i];

        if (is_same_member(other, piece)) {
            bs_buffer_format(buffer, "%s%s: ", i == first ? "" : ", ", other->key);
            bs_buffer_text(buffer, other->value);
        }
    }
    bs_buffer_text(buffer, "}\n");
}

static void write_map(const struct bs_hunt_schedule *schedule, const char *section,
                      struct bs_buffer *buffer)
{
    bool is_empty = true;

    for (size_t i = 0; i < schedule->piece_count; i++) {
        const struct bs_hunt_piece *piece = &schedule->pieces[i];

        if (strcmp(piece->section, section) != 0) {
            continue;
        }
        if (piece->id == NULL) {
            bs_buffer_format(buffer, "%s: %s\n", section, piece->value);
        } else if (is_first_of_id(schedule, i)) {
            bs_buffer_format(buffer, "%s%s", is_empty ? section : "", is_empty ? ":\n" : "");
            write_member(schedule, i, buffer);
            is_empty = false;
        }
    }
}

static void write_scalar(const char *key, const char *text, struct bs_buffer *buffer)
{
    const struct bs_node node = {
        .kind = BS_NODE_SCALAR, .quoted = true, .text = text, .length = strlen(text)};

    bs_buffer_format(buffer, "%s: ", key);
    bs_node_write(&node, buffer);
    bs_buffer_text(buffer, "\n");
}

void bs_hunt_write(const struct bs_hunt_base *base, const struct bs_hunt_schedule *schedule,
                   const char *about, struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "blackstart: scenario/1\n");
    write_scalar("extends", base->extends, buffer);
    bs_buffer_format(buffer, "name: Schedule %" PRIu64 " of seed %" PRIu64 "\n", schedule->number,
                     base->seed);
    write_scalar("about", about, buffer);
    for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
        if (sections[i].is_list) {
            write_list(base, schedule, sections[i].name, buffer);
        } else {
            write_map(schedule, sections[i].name, buffer);
        }
    }
    if (base_has(base, "expect")) {
        bs_buffer_text(buffer, "expect: ~\n"); /* The base's author expects it of the base. */
    }
}
