/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "base/assert.h"
#include "sim/hunt/draws.h"

enum {
    FAULTS_MIN = 1,
    FAULTS_MAX = 5,
    SERVICES_MAX = 3,
    MATCHES_MAX = 64,
};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char *const control_planes[] = {
    "route53", "cloudwatch",           "rds", "ecs", "application-autoscaling",
    "ecr",     "elasticloadbalancing", "ec2", "ssm", "sns",
    "dynamodb"};
static const char *const data_planes[] = {"rds", "ecs", "ecr", "elasticloadbalancing", "s3"};

/* ---- What kinds have in common ---- */

static const char *pick_region(struct bs_drawing *drawing, bool may_be_global)
{
    const struct bs_scenario *scenario = drawing->base->scenario;
    const int64_t last = (int64_t)scenario->region_count - (may_be_global ? 0 : 1);
    const int64_t index = bs_dice_between(&drawing->dice, 0, last);

    return index == (int64_t)scenario->region_count ? "global" : scenario->regions[index].role;
}

/* Some services, none of them twice, or all. */
static void write_services(struct bs_drawing *drawing, const char *const *names, size_t count)
{
    const int64_t wanted = bs_dice_between(&drawing->dice, 0, SERVICES_MAX);
    const char *chosen[SERVICES_MAX];
    int64_t written = 0;

    for (int64_t i = 0; i < wanted; i++) {
        const char *name = bs_dice_pick(&drawing->dice, names, count);
        bool is_new = true;

        for (int64_t j = 0; j < written; j++) {
            is_new = is_new && strcmp(chosen[j], name) != 0;
        }
        if (is_new) {
            bs_buffer_format(&drawing->text, "%s%s", written == 0 ? ", services: [" : ", ", name);
            chosen[written++] = name;
        }
    }
    bs_buffer_text(&drawing->text, written > 0 ? "]" : "");
}

static void write_share(struct bs_drawing *drawing)
{
    if (bs_dice_chance(&drawing->dice, 70)) {
        bs_buffer_format(&drawing->text, ", share: %d%%",
                         (int)bs_dice_between(&drawing->dice, 1, 99));
    }
}

static void write_connections(struct bs_drawing *drawing)
{
    bs_buffer_text(&drawing->text,
                   bs_dice_chance(&drawing->dice, 40) ? ", connections: refused" : "");
}

/* A resource of one of the kinds (bit per kind), or NULL. */
static const char *pick_resource(struct bs_drawing *drawing, uint32_t kinds)
{
    const struct bs_scenario *scenario = drawing->base->scenario;
    const char *matches[MATCHES_MAX];
    size_t count = 0;

    for (size_t i = 0; i < scenario->resource_count && count < MATCHES_MAX; i++) {
        if ((kinds >> (unsigned)scenario->resources[i].kind & 1U) != 0) {
            matches[count++] = scenario->resources[i].id;
        }
    }
    return count > 0 ? bs_dice_pick(&drawing->dice, matches, count) : NULL;
}

/* ---- The kinds ---- */

static bool draw_region_loss(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, false));
    write_connections(drawing);
    if (bs_dice_chance(&drawing->dice, 20)) {
        bs_buffer_text(&drawing->text, ", global_control_planes: lost");
    }
    bs_buffer_text(&drawing->text, "}");
    return true;
}

static bool draw_control_plane_loss(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, true));
    write_services(drawing, control_planes, COUNT_OF(control_planes));
    if (bs_dice_chance(&drawing->dice, 50)) {
        write_share(drawing);
    } else {
        write_connections(drawing);
    }
    bs_buffer_text(&drawing->text, "}");
    return true;
}

static bool draw_data_plane_loss(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, false));
    write_services(drawing, data_planes, COUNT_OF(data_planes));
    write_connections(drawing);
    bs_buffer_text(&drawing->text, "}");
    return true;
}

static bool draw_stall(struct bs_drawing *drawing)
{
    const char *replica = pick_resource(drawing, 1U << BS_RESOURCE_RDS_REPLICA);

    if (replica != NULL) {
        bs_buffer_format(&drawing->text, "{of: %s}", replica);
    }
    return replica != NULL;
}

static bool draw_errors(struct bs_drawing *drawing)
{
    const char *alb = pick_resource(drawing, 1U << BS_RESOURCE_ALB);

    if (alb != NULL) {
        bs_buffer_format(&drawing->text, "{of: %s, share: %d%%}", alb,
                         (int)bs_dice_between(&drawing->dice, 1, 100));
    }
    return alb != NULL;
}

static bool draw_lag(struct bs_drawing *drawing)
{
    const char *replica = pick_resource(drawing, 1U << BS_RESOURCE_RDS_REPLICA);

    if (replica != NULL) {
        bs_buffer_format(&drawing->text, "{replica: %s, lag: %ds}", replica,
                         (int)bs_dice_seconds(&drawing->dice, 5, 3600));
    }
    return replica != NULL;
}

static bool draw_promotion_failure(struct bs_drawing *drawing)
{
    const char *replica = pick_resource(drawing, 1U << BS_RESOURCE_RDS_REPLICA);

    if (replica != NULL) {
        bs_buffer_format(&drawing->text, "{replica: %s, times: %d, manner: %s}", replica,
                         (int)bs_dice_between(&drawing->dice, 1, 6),
                         bs_dice_chance(&drawing->dice, 50) ? "reverts" : "backing_up");
    }
    return replica != NULL;
}

static bool draw_throttle(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, true));
    write_services(drawing, control_planes, COUNT_OF(control_planes));
    write_share(drawing);
    if (bs_dice_chance(&drawing->dice, 50)) {
        bs_buffer_format(&drawing->text, ", retry_after: %ds",
                         (int)bs_dice_seconds(&drawing->dice, 1, 120));
    }
    bs_buffer_text(&drawing->text, "}");
    return true;
}

static bool draw_response_loss(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, true));
    write_services(drawing, control_planes, COUNT_OF(control_planes));
    write_share(drawing);
    bs_buffer_text(&drawing->text, "}");
    return true;
}

static bool draw_latency(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{region: %s", pick_region(drawing, true));
    write_services(drawing, control_planes, COUNT_OF(control_planes));
    bs_buffer_format(&drawing->text, ", adds: %ds}", (int)bs_dice_seconds(&drawing->dice, 1, 120));
    return true;
}

static bool draw_notification_loss(struct bs_drawing *drawing)
{
    bs_buffer_format(&drawing->text, "{share: %d%%}",
                     (int)bs_dice_between(&drawing->dice, 20, 100));
    return true;
}

static bool draw_monitor(struct bs_drawing *drawing)
{
    static const char *const shows[] = {"unhealthy", "healthy", "nothing"};
    const struct bs_scenario *scenario = drawing->base->scenario;
    const struct bs_monitor *monitor;

    if (scenario->monitor_count == 0) {
        return false;
    }
    monitor =
        &scenario
             ->monitors[bs_dice_between(&drawing->dice, 0, (int64_t)scenario->monitor_count - 1)];
    bs_buffer_format(&drawing->text, "{of: %s, kind: %s, shows: %s}", monitor->id,
                     bs_fault_monitor_kinds[monitor->kind],
                     bs_dice_pick(&drawing->dice, shows, COUNT_OF(shows)));
    return true;
}

/* Each writes the kind's own map; false, with nothing written, where the estate has nothing for it. */
static const struct {
    bool (*draw)(struct bs_drawing *drawing);
    int32_t weight;
} kinds[BS_FAULT_KIND_COUNT] = {
    [BS_FAULT_REGION_LOSS] = {draw_region_loss, 4},
    [BS_FAULT_CONTROL_PLANE_LOSS] = {draw_control_plane_loss, 3},
    [BS_FAULT_DATA_PLANE_LOSS] = {draw_data_plane_loss, 2},
    [BS_FAULT_REPLICATION_STALL] = {draw_stall, 1},
    [BS_FAULT_ERRORS] = {draw_errors, 2},
    [BS_FAULT_LAG] = {draw_lag, 1},
    [BS_FAULT_PROMOTION_FAILURE] = {draw_promotion_failure, 2},
    [BS_FAULT_THROTTLE] = {draw_throttle, 2},
    [BS_FAULT_RESPONSE_LOSS] = {draw_response_loss, 3},
    [BS_FAULT_NOTIFICATION_LOSS] = {draw_notification_loss, 1},
    [BS_FAULT_MONITOR] = {draw_monitor, 3},
    [BS_FAULT_LATENCY] = {draw_latency, 1},
};

/* ---- One fault ---- */

static enum bs_fault_kind pick_kind(struct bs_drawing *drawing)
{
    int64_t left;
    int64_t sum = 0;

    for (size_t i = 0; i < BS_FAULT_KIND_COUNT; i++) {
        sum += kinds[i].weight;
    }
    left = bs_dice_between(&drawing->dice, 0, sum - 1);
    for (size_t i = 0; i < BS_FAULT_KIND_COUNT; i++) {
        left -= kinds[i].weight;
        if (left < 0) {
            return (enum bs_fault_kind)i;
        }
    }
    BS_ASSERT(false);
    return BS_FAULT_REGION_LOSS;
}

static void write_onset(struct bs_drawing *drawing)
{
    if (drawing->focus_fault != NULL && bs_dice_chance(&drawing->dice, 20)) {
        bs_buffer_format(&drawing->text, ", after: %s, delay: %ds", drawing->focus_fault,
                         (int)bs_dice_seconds(&drawing->dice, 1, 1800));
    } else {
        bs_buffer_format(&drawing->text, ", at: %ds", (int)bs_drawing_instant_s(drawing));
    }
}

static void write_length(struct bs_drawing *drawing)
{
    const int64_t for_s = bs_dice_seconds(&drawing->dice, 1, 4096);

    if (bs_dice_chance(&drawing->dice, 25)) {
        return; /* For good. */
    }
    bs_buffer_format(&drawing->text, ", for: %ds", (int)for_s);
    if (bs_dice_chance(&drawing->dice, 25)) {
        bs_buffer_format(&drawing->text, ", repeat: {times: %d, every: %ds}",
                         (int)bs_dice_between(&drawing->dice, 2, 6),
                         (int)(for_s + bs_dice_seconds(&drawing->dice, 1, 1024)));
    }
}

static void draw_fault(struct bs_drawing *drawing, int number)
{
    const enum bs_fault_kind kind = pick_kind(drawing);

    bs_buffer_format(&drawing->text, "{name: hunt %d", number);
    write_onset(drawing);
    write_length(drawing);
    bs_buffer_format(&drawing->text, ", %s: ", bs_fault_kind_name(kind));
    if (!kinds[kind].draw(drawing)) {
        drawing->text.length = 0;
        return;
    }
    bs_buffer_text(&drawing->text, "}");
    bs_drawing_add(drawing, "faults", NULL, NULL);
}

/* The base's first fault by which others may be timed, if its name needs no quotes. */
static const char *focus_fault(const struct bs_scenario *scenario)
{
    const char *name = scenario->faults[0].name;

    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789- ")] == '\0' ? name : NULL;
}

void bs_draw_faults(struct bs_drawing *drawing)
{
    const int64_t count = bs_dice_between(&drawing->dice, FAULTS_MIN, FAULTS_MAX);

    if (bs_drawing_keep(drawing, "faults", 85)) {
        drawing->focus_fault = focus_fault(drawing->base->scenario);
    }
    for (int64_t i = 0; i < count; i++) {
        draw_fault(drawing, (int)i + 1);
    }
}
