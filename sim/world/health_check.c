/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/health_check.h"

#include <string.h>

#include "sim/world/api.h"
#include "sim/world/world_state.h"

#define HANG_NOTICED_NS   (4 * BS_NS_PER_S)    /* A04: TCP connect. */
#define ANSWER_NOTICED_NS (100 * BS_NS_PER_MS) /* Unsourced: a round trip. */
enum { HEALTHY_ABOVE_PERCENT = 18 };           /* A03 */

enum bs_status bs_health_checks_new(struct bs_world *world)
{
    const struct bs_scenario *scenario = world->scenario;

    world->health_checks.checks =
        bs_world_allocate(world, scenario->monitor_count, sizeof(struct bs_health_check_state));
    for (size_t i = 0; i < scenario->monitor_count && world->status == BS_OK; i++) {
        struct bs_health_check_state *check = &world->health_checks.checks[i];
        const struct bs_monitor *monitor = &scenario->monitors[i];

        if (monitor->kind != BS_MONITOR_HEALTH_CHECK) {
            continue;
        }
        check->monitor = monitor;
        check->is_healthy = true; /* A07: healthy until enough is known. */
        check->healthy_count = monitor->checkers;
        check->checkers =
            bs_world_allocate(world, (size_t)monitor->checkers, sizeof(struct bs_checker));
        for (int64_t j = 0; j < monitor->checkers && world->status == BS_OK; j++) {
            struct bs_stream phase =
                bs_stream_open_member(world->options.root, monitor->id, "phase", (uint64_t)j);

            check->checkers[j].is_healthy = true;
            check->checkers[j].phase_ns =
                (int64_t)bs_bits_below(bs_stream_at(&phase, 0), (uint64_t)monitor->interval.ns);
            check->checkers[j].result =
                bs_stream_open_member(world->options.root, monitor->id, "result", (uint64_t)j);
            check->checkers[j].hash = bs_world_entity("checker", monitor->id).hash + (uint64_t)j;
        }
    }
    return world->status;
}

static struct bs_meeting meeting_of(const struct bs_world *world,
                                    const struct bs_health_check_state *check)
{
    return bs_elb_health(world, &world->elb.balancers[check->monitor->alb]);
}

static bool passes(const struct bs_meeting *meeting)
{
    return meeting->reception == BS_RECEPTION_SERVES;
}

static int64_t noticed_ns(const struct bs_meeting *meeting)
{
    return meeting->reception == BS_RECEPTION_HANGS ? HANG_NOTICED_NS : ANSWER_NOTICED_NS;
}

static struct bs_instant probe_at(const struct bs_health_check_state *check,
                                  const struct bs_checker *checker, uint64_t k)
{
    return (struct bs_instant){checker->phase_ns + (int64_t)k * check->monitor->interval.ns};
}

/* The first probe at or after an instant. */
static uint64_t probe_from(const struct bs_health_check_state *check,
                           const struct bs_checker *checker, struct bs_instant at)
{
    const int64_t interval_ns = check->monitor->interval.ns;
    const int64_t past_ns = at.ns - checker->phase_ns;

    return past_ns <= 0 ? 0 : (uint64_t)((past_ns + interval_ns - 1) / interval_ns);
}

static void change_mind(void *subject, uint64_t argument);

static void aggregate(struct bs_world *world, struct bs_health_check_state *check)
{
    const bool healthy =
        check->healthy_count * 100 > HEALTHY_ABOVE_PERCENT * check->monitor->checkers;

    if (healthy != check->is_healthy) {
        check->is_healthy = healthy;
        bs_monitor_report(world, check->monitor);
    }
}

static uint64_t checker_argument(const struct bs_world *world,
                                 const struct bs_health_check_state *check,
                                 const struct bs_checker *checker)
{
    return ((uint64_t)(check - world->health_checks.checks) << 32) |
           (uint64_t)(checker - check->checkers);
}

static void cancel_change(struct bs_world *world, struct bs_checker *checker)
{
    if (checker->change.generation != 0) {
        (void)bs_simulation_cancel(world->simulation, checker->change);
        checker->change = (struct bs_event_id){0};
    }
}

/* The change of mind follows the probe that decides it. */
static void schedule_change(struct bs_world *world, const struct bs_health_check_state *check,
                            struct bs_checker *checker, uint64_t deciding_probe,
                            const struct bs_meeting *meeting)
{
    const struct bs_instant at = {probe_at(check, checker, deciding_probe).ns +
                                  noticed_ns(meeting)};
    const struct bs_event_key key = {at, BS_PHASE_WORLD, checker->hash, checker->change_count};

    if (checker->change.generation != 0 && checker->change_at.ns == at.ns) {
        return;
    }
    cancel_change(world, checker);
    checker->change_at = at;
    checker->change_count++;
    bs_world_schedule_at(world, &key, change_mind, world, checker_argument(world, check, checker),
                         &checker->change);
}

/* One result more: for what the checker says, or against it. */
static void take_result(const struct bs_health_check_state *check, struct bs_checker *checker,
                        bool passed, int64_t count)
{
    if (passed == checker->is_healthy) {
        checker->against = checker->against >= check->monitor->failures ? checker->against : 0;
    } else {
        checker->against += count;
    }
}

static void settle_checker(const struct bs_world *world, const struct bs_health_check_state *check,
                           struct bs_checker *checker, const struct bs_meeting *meeting)
{
    const uint64_t until = probe_from(check, checker, bs_world_now(world));

    if (until > checker->next_probe) {
        take_result(check, checker, passes(meeting), (int64_t)(until - checker->next_probe));
        checker->next_probe = until;
    }
}

void bs_health_checks_settle(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        struct bs_health_check_state *check = &world->health_checks.checks[i];
        struct bs_meeting meeting;

        if (check->monitor == NULL || check->is_drawn) {
            continue;
        }
        meeting = meeting_of(world, check);
        for (int64_t j = 0; j < check->monitor->checkers; j++) {
            settle_checker(world, check, &check->checkers[j], &meeting);
        }
    }
}

/* Each probe by itself: when its outcome is drawn, or when every event is simulated. */
static void probe(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    struct bs_health_check_state *check = &world->health_checks.checks[argument >> 32];
    struct bs_checker *checker = &check->checkers[argument & UINT32_MAX];
    const struct bs_meeting meeting = meeting_of(world, check);
    const uint64_t k = probe_from(check, checker, bs_world_now(world));
    const struct bs_event_key next = {probe_at(check, checker, k + 1), BS_PHASE_OBSERVER,
                                      checker->hash, k + 1};

    checker->probe = (struct bs_event_id){0};
    if (check->is_drawn && k == checker->next_probe) {
        const bool passed = passes(&meeting) &&
                            bs_bits_below(bs_stream_at(&checker->result, k), (uint64_t)BS_PPB_ONE) <
                                (uint64_t)meeting.served_ppb;

        take_result(check, checker, passed, 1);
        checker->next_probe = k + 1;
        if (checker->against == check->monitor->failures) {
            schedule_change(world, check, checker, k, &meeting);
        }
    }
    if (check->is_drawn || world->options.detail == BS_DETAIL_EVERY_EVENT) {
        bs_world_schedule_at(world, &next, probe, world, argument, &checker->probe);
    }
}

static void schedule_probes(struct bs_world *world, struct bs_health_check_state *check)
{
    for (int64_t j = 0; j < check->monitor->checkers; j++) {
        struct bs_checker *checker = &check->checkers[j];
        const uint64_t k = probe_from(check, checker, bs_world_now(world));
        const struct bs_event_key key = {probe_at(check, checker, k), BS_PHASE_OBSERVER,
                                         checker->hash, k};

        if (checker->probe.generation == 0) {
            bs_world_schedule_at(world, &key, probe, world, checker_argument(world, check, checker),
                                 &checker->probe);
        }
    }
}

static void refresh_checker(struct bs_world *world, const struct bs_health_check_state *check,
                            struct bs_checker *checker, const struct bs_meeting *meeting)
{
    if (checker->against >= check->monitor->failures) {
        return; /* Decided; only the news is still on its way. */
    }
    if (!check->is_drawn && passes(meeting) != checker->is_healthy) {
        schedule_change(world, check, checker,
                        checker->next_probe +
                            (uint64_t)(check->monitor->failures - checker->against - 1),
                        meeting);
    } else {
        cancel_change(world, checker);
    }
}

/* The other checkers are as they were: they neither need settling nor have a reason to plan anew. */
static void change_mind(void *subject, uint64_t argument)
{
    struct bs_world *world = subject;
    struct bs_health_check_state *check = &world->health_checks.checks[argument >> 32];
    struct bs_checker *checker = &check->checkers[argument & UINT32_MAX];
    const struct bs_meeting meeting = meeting_of(world, check);

    if (!check->is_drawn) {
        settle_checker(world, check, checker, &meeting);
    }
    checker->is_healthy = !checker->is_healthy;
    checker->against = 0;
    checker->change = (struct bs_event_id){0};
    check->healthy_count += checker->is_healthy ? 1 : -1;
    aggregate(world, check);
    refresh_checker(world, check, checker, &meeting);
}

void bs_health_checks_refresh(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        struct bs_health_check_state *check = &world->health_checks.checks[i];
        struct bs_meeting meeting;
        bool was_drawn;

        if (check->monitor == NULL) {
            continue;
        }
        meeting = meeting_of(world, check);
        was_drawn = check->is_drawn;
        check->is_drawn = passes(&meeting) && meeting.served_ppb < BS_PPB_ONE;
        for (int64_t j = 0; j < check->monitor->checkers; j++) {
            refresh_checker(world, check, &check->checkers[j], &meeting);
        }
        if (check->is_drawn && !was_drawn && world->options.detail == BS_DETAIL_SKIP) {
            schedule_probes(world, check);
        }
    }
}

void bs_health_checks_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        struct bs_health_check_state *check = &world->health_checks.checks[i];

        if (check->monitor == NULL) {
            continue;
        }
        bs_world_record_state(world, check->monitor->id, "health_check", "healthy",
                              check->healthy_count);
        if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
            schedule_probes(world, check);
        }
    }
}

void bs_health_check_status(struct bs_world *world, const struct bs_call_request *request,
                            struct bs_call_answer *answer)
{
    for (size_t i = 0; i < world->scenario->monitor_count; i++) {
        const struct bs_health_check_state *check = &world->health_checks.checks[i];

        if (check->monitor != NULL && strcmp(check->monitor->id, request->resource) == 0) {
            answer->state = check->is_healthy ? BS_STATE_HEALTHY : BS_STATE_UNHEALTHY;
            answer->running = check->healthy_count;
            answer->total = check->monitor->checkers;
            return;
        }
    }
    bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchHealthCheck");
}
