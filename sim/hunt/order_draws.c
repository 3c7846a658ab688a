/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/hunt/draws.h"

enum {
    ORDERS_MAX = 3,
    WISHES_MAX = 64,
    OTHERS_MAX = 2,
};

/* What an operator may say: the workflows that wait for one, and what the core understands itself. */
static size_t find_wishes(const struct bs_plan *plan, const char **wishes)
{
    static const char *const words[] = {"pause", "resume", "cancel", "retry", "skip"};
    size_t count = 0;

    for (; count < sizeof(words) / sizeof(words[0]); count++) {
        wishes[count] = words[count];
    }
    for (uint32_t i = 0; i < plan->trigger_count && count < WISHES_MAX; i++) {
        if (plan->triggers[i].source == BS_SOURCE_NONE) {
            wishes[count++] = plan->workflows[plan->triggers[i].workflow].name;
        }
    }
    return count;
}

void bs_draw_orders(struct bs_drawing *drawing)
{
    const char *wishes[WISHES_MAX];
    size_t count;

    (void)bs_drawing_keep(drawing, "orders", 90);
    if (drawing->base->plan == NULL || !bs_dice_chance(&drawing->dice, 45)) {
        return;
    }
    count = find_wishes(drawing->base->plan, wishes);
    for (int64_t left = bs_dice_between(&drawing->dice, 1, ORDERS_MAX); left > 0; left--) {
        const int at_s = (int)bs_drawing_instant_s(drawing);

        bs_buffer_format(&drawing->text, "{at: %ds, do: %s}", at_s,
                         bs_dice_pick(&drawing->dice, wishes, count));
        bs_drawing_add(drawing, "orders", NULL, NULL);
    }
}

/* Others stand by only where a lease keeps them apart; their clocks keep within what it allows. */
void bs_draw_orchestrators(struct bs_drawing *drawing)
{
    const struct bs_plan *plan = drawing->base->plan;

    (void)bs_drawing_keep(drawing, "orchestrators", 90);
    if (plan == NULL || plan->lease == NULL || !bs_dice_chance(&drawing->dice, 40) ||
        drawing->base->scenario->orchestrator_count + OTHERS_MAX > BS_SCENARIO_ORCHESTRATORS_MAX) {
        return;
    }
    for (int64_t left = bs_dice_between(&drawing->dice, 1, OTHERS_MAX); left > 0; left--) {
        /* Any two of them: half of it each way. */
        const int64_t half_ms = plan->lease->skew.ns / BS_NS_PER_MS / 2;
        const int64_t ahead_ms = bs_dice_between(&drawing->dice, -half_ms, half_ms);
        const int at_s = (int)bs_drawing_instant_s(drawing);

        bs_buffer_format(&drawing->text, "{starts: %ds, clock: %dms}",
                         bs_dice_chance(&drawing->dice, 50) ? 0 : at_s, (int)ahead_ms);
        bs_drawing_add(drawing, "orchestrators", NULL, NULL);
    }
}
