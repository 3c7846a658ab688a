/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill_guard.h"

#include <stdio.h>
#include <string.h>

enum {
    LOOK_EVERY_S = 10, /* At the alarms; this and the next in the run's time, .. */
    UNREADABLE_S = 120,
    WITHIN_S = 15, /* .. this in real time. */
};

static const char *region_of(const struct bs_drill_watched *watched)
{
    return watched->guard->settings.scenario->regions[watched->stop->region].name;
}

void bs_drill_guard_open(struct bs_drill_guard *guard)
{
    const struct bs_live *live = guard->settings.scenario->live;
    char text[BS_TIME_TEXT_MAX];

    for (size_t i = 0; i < live->stop_count; i++) {
        struct bs_drill_watched *watched = &guard->watched[guard->count++];

        *watched = (struct bs_drill_watched){.guard = guard, .stop = &live->stops[i]};
        if (watched->stop->alarm != NULL) {
            (void)snprintf(watched->words, sizeof(watched->words), "alarm %s in %s",
                           watched->stop->alarm, region_of(watched));
        } else {
            bs_duration_format(watched->stop->unserved, text);
            (void)snprintf(watched->words, sizeof(watched->words), "unserved for %s", text);
        }
    }
}

void bs_drill_guard_announce(const struct bs_drill_guard *guard)
{
    for (size_t i = 0; i < guard->count; i++) {
        (void)fprintf(stderr, "%-10s %s\n", i == 0 ? "stop if" : "", guard->watched[i].words);
    }
}

static struct bs_call_request question(const struct bs_drill_watched *watched)
{
    return (struct bs_call_request){.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
                                    .region = region_of(watched),
                                    .resource = watched->stop->alarm};
}

enum bs_status bs_drill_guard_check(struct bs_drill_guard *guard, struct bs_error *error)
{
    const struct bs_duration within = bs_loop_scaled(guard->settings.loop, BS_SECONDS(WITHIN_S));

    for (size_t i = 0; i < guard->count; i++) {
        const struct bs_drill_watched *watched = &guard->watched[i];
        struct bs_call_request request;
        struct bs_call_answer answer;

        if (watched->stop->alarm == NULL) {
            continue;
        }
        request = question(watched);
        bs_caller_ask(guard->settings.caller, &request, within, &answer);
        if (answer.outcome == BS_OUTCOME_OK && answer.state != BS_STATE_ALARM) {
            continue;
        }
        if (answer.outcome == BS_OUTCOME_OK) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "stop condition: %s is met already",
                                watched->words);
        }
        return bs_error_set(error, answer.outcome == BS_OUTCOME_INFO ? BS_ERR_IO : BS_ERR_INPUT,
                            NULL, "stop condition: %s cannot be read: %s", watched->words,
                            answer.code[0] != '\0' ? answer.code : "no answer");
    }
    return BS_OK;
}

/* ---- While it runs ---- */

void bs_drill_guard_recall(struct bs_drill_guard *guard)
{
    const struct bs_history *history = guard->settings.history;

    for (size_t k = 0; k < bs_history_count(history); k++) {
        const struct bs_record *record = bs_history_get(history, k);

        for (size_t i = 0; record->kind == BS_RECORD_STOP && i < guard->count; i++) {
            if (strcmp(bs_record_text(record, "condition"), guard->watched[i].words) == 0) {
                guard->watched[i].is_met = true;
            }
        }
    }
    guard->looked = bs_loop_now(guard->settings.loop);
    for (size_t i = 0; i < guard->count; i++) {
        guard->watched[i].good = guard->looked;
    }
}

static void meet(struct bs_drill_watched *watched, const char *reason)
{
    const struct bs_drill_guard_settings *settings = &watched->guard->settings;

    if (!watched->is_met) {
        watched->is_met = true;
        settings->met(settings->self, watched->words, reason);
    }
}

static void told(void *self, const struct bs_call_answer *answer)
{
    struct bs_drill_watched *watched = self;
    const struct bs_instant now = bs_loop_now(watched->guard->settings.loop);

    watched->is_asking = false;
    if (answer->outcome == BS_OUTCOME_OK && answer->state != BS_STATE_ALARM) {
        watched->good = now;
    } else if (answer->outcome == BS_OUTCOME_OK) {
        meet(watched, "it is in ALARM");
    } else if (bs_duration_between(watched->good, now).ns >= BS_SECONDS(UNREADABLE_S).ns) {
        meet(watched, "it cannot be read");
    }
}

static void look_at_alarm(struct bs_drill_watched *watched)
{
    const struct bs_drill_guard_settings *settings = &watched->guard->settings;
    const struct bs_call_request request = question(watched);

    if (!watched->is_asking) {
        watched->is_asking = true;
        bs_caller_look(settings->caller, &request,
                       bs_loop_scaled(settings->loop, BS_SECONDS(WITHIN_S)), told, watched);
    }
}

/* Served as the scenario's objectives have it, in the last ten whole seconds. */
static void look_at_clients(struct bs_drill_watched *watched, struct bs_instant now)
{
    const struct bs_drill_guard_settings *settings = &watched->guard->settings;
    const struct bs_prober_glance seen = bs_prober_glance(settings->prober);
    const int64_t success_ppb = settings->scenario->objectives.success_ppb;

    if (seen.requests == 0) {
        return;
    }
    if (seen.good * BS_PPB_ONE >= seen.requests * success_ppb) {
        watched->good = now;
    } else if (bs_duration_between(watched->good, now).ns >= watched->stop->unserved.ns) {
        meet(watched, "the probes are not served");
    }
}

void bs_drill_guard_watch(struct bs_drill_guard *guard)
{
    const struct bs_instant now = bs_loop_now(guard->settings.loop);
    const bool is_time = bs_duration_between(guard->looked, now).ns >= BS_SECONDS(LOOK_EVERY_S).ns;

    guard->looked = is_time ? now : guard->looked;
    for (size_t i = 0; i < guard->count; i++) {
        struct bs_drill_watched *watched = &guard->watched[i];

        if (watched->is_met) {
            continue;
        }
        if (watched->stop->alarm == NULL) {
            look_at_clients(watched, now);
        } else if (is_time) {
            look_at_alarm(watched);
        }
    }
}
