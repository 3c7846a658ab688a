/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Skipping is exact: a run that counts stretches in closed form writes the same history, byte for byte, as
 * one in which every request, probe and refresh is an event; and so do runs on every kind of event list.
 *
 * Variants of the flagship are drawn from a seed: other faults, rates, retries, resolvers, records, checks
 * and capacities. BS_CAMPAIGN_SEEDS=N in the environment tries N of them instead of the usual number, and
 * BS_CAMPAIGN_FROM=K begins with variant K.
 */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/stream.h"
#include "tests/trial/drill.h"

enum {
    VARIANTS = 64,
    FAULTS_MAX = 8,
    TEXT_MAX = 4096,
};

/* ---- Drawing a variant ---- */

struct variant {
    struct bs_stream stream;
    uint64_t draws;
    struct bs_override changes[DRILL_CHANGES_MAX];
    size_t count;
    char faults[TEXT_MAX];
    char duration[32];
};

static uint64_t below(struct variant *variant, uint64_t span)
{
    return bs_bits_below(bs_stream_at(&variant->stream, variant->draws++), span);
}

static void change(struct variant *variant, const char *path, const char *value)
{
    assert_true(variant->count < DRILL_CHANGES_MAX);
    variant->changes[variant->count++] = DRILL_CHANGE(path, value);
}

/* What a fault is; onset and end are drawn. */
static const char *const fault_kinds[] = {
    "region_loss: primary",
    "region_loss: {region: primary, connections: refused}",
    "region_loss: {region: primary, global_control_planes: lost}",
    "region_loss: standby",
    "region_loss: {region: standby, connections: refused}",
    "region_loss: {region: primary, connections: errors}",
    "region_loss: control",
    "latency: {region: standby, adds: {uniform: {low: 1s, high: 30s}}}",
    "errors: {of: lb, share: 40%}",
    "errors: {of: lb, share: 3.7%}",
    "errors: {of: lb, share: 100%}",
    "errors: {of: lb-dr, share: 12.5%}",
    "control_plane_loss: {region: global, services: [route53]}",
    "control_plane_loss: {region: standby, services: [rds]}",
    "control_plane_loss: {region: standby, services: [ecs, rds], share: 50%}",
    "control_plane_loss: {region: primary}",
    "data_plane_loss: {region: primary, services: [rds]}",
    "data_plane_loss: {region: primary, services: [ecs], connections: refused}",
    "data_plane_loss: {region: primary, services: [elasticloadbalancing]}",
    "data_plane_loss: {region: primary, services: [s3]}",
    "data_plane_loss: {region: standby, services: [ecr]}",
    "data_plane_loss: {region: standby}",
    "replication_stall: orders-dr",
    "throttle: {region: standby, services: [rds, ecs], share: 60%, retry_after: 2s}",
    "throttle: {region: global, share: 30%}",
    "response_loss: {region: standby, share: 40%}",
    "notification_loss: {share: 50%}",
    "monitor: {of: app, shows: unhealthy}",
    "monitor: {of: app, kind: probe, shows: nothing}",
    "monitor: {of: app, kind: health_check, shows: healthy}",
    "monitor: {of: app-5xx, shows: nothing}",
    "lag: {replica: orders-dr, lag: {uniform: {low: 5s, high: 2m}}}",
    "promotion_failure: {replica: orders-dr, times: 2}",
    "promotion_failure: {replica: orders-dr, times: 1, manner: backing_up}",
};

/* Rows of alternatives: a path and what may stand there. NULL: left as it is. */
struct row {
    const char *path;
    const char *values[8];
};

static const struct row rows[] = {
    {"clients.shoppers.reads", {"0/s", "1/s", "37.3/s", "150.001/s", "7/m", "1/h", "400/s"}},
    {"clients.shoppers.writes", {"0/s", "1/s", "12.7/s", "49.999/s", "3/m", "150/s"}},
    {"clients.shoppers.retry",
     {"{max: 0, base: 500ms}", "{max: 1, base: 1ms}", "{max: 3, base: 2s}", "{max: 2, base: 7s}",
      "{max: 3, base: 100ms}"}},
    {"clients.shoppers.timeout", {"1ms", "50ms", "1s", "30s"}},
    {"clients.shoppers.latency", {"1ms", "2s", "6s"}},
    {"clients.shoppers.keep_alive", {"0s", "1ms", "5s", "10m"}},
    {"resolvers.public.count", {"1", "2", "3", "40", "200"}},
    {"resolvers.public.mix",
     {"{honour: 100%}", "{honour: 50%, extend: 50%}", "{stuck: 100%}",
      "{floor: 99.9%, stuck: 0.1%}", "{honour: 25%, extend: 25%, floor: 25%, stuck: 25%}"}},
    {"resolvers.public.floor", {"1s", "2m"}},
    {"resolvers.public.stuck", {"{uniform: {low: 0s, high: 3m}}", "1ns"}},
    {"dns.app.example.com",
     {"{to: lb, ttl: 5s}", "{to: lb, ttl: 30s, propagation: 0s}", "{to: lb, ttl: 300s}",
      "{to: lb, ttl: 1s, propagation: {exponential: {mean: 40s}}}", "{alias: lb-dr}"}},
    {"resources.app.cache", {"{hit: 0%, fill: 0}", "{hit: 50%, fill: 100}"}},
    {"resources.app-dr.cache",
     {"{hit: 0%, fill: 0}", "{hit: 99%, fill: 3000}", "{hit: 90%, fill: 0}"}},
    {"resources.app-dr.tasks", {"0", "10", "2"}},
    {"resources.app.tasks", {"2", "3", "20"}},
    {"resources.app.autoscaling", {"{min: 1}", "{min: 3}", "{min: 12}"}},
    {"resources.app-dr.launch", {"1s", "{uniform: {low: 1s, high: 5m}}"}},
    {"resources.app.database", {"writer"}},
    {"resources.app-dr.database", {"writer"}},
    {"resources.web.regions", {"[primary]"}},
    {"resources.orders.queries", {"0/s", "60/s", "199.5/s"}},
    {"resources.orders-dr.queries", {"0/s", "30/s", "1000/s"}},
    {"resources.orders-dr.lag", {"0s", "{lognormal: {median: 20s, p95: 100s}}"}},
    {"resources.orders-dr.promotion", {"1ns", "5s", "{exponential: {mean: 30s}}"}},
    {"resources.orders.writers", {"any", "homed"}},
    {"resources.uploads.rtc", {"false"}},
    {"resources.uploads.two_way", {"true"}},
    {"health_checks.app.interval", {"10s", "1s"}},
    {"health_checks.app.failures", {"1", "2", "10"}},
    {"health_checks.app.checkers", {"1", "3", "64"}},
    {"alarms.app-5xx.missing", {"ignore", "missing", "notBreaching"}},
    {"alarms.app-5xx.delivery", {"0s", "{uniform: {low: 0s, high: 10m}}"}},
    {"probes.app.every", {"1s", "37s"}},
    {"clients.mobile",
     {"{resolvers: public, reads: 20/s, keep_alive: 5s, record: app.example.com}",
      "{resolvers: public, reads: 3/s, writes: 1/s, stores: [uploads], timeout: 700ms, record: "
      "app.example.com}"}},
    {"links", {"[{between: [us-east-1, us-east-2], latency: 1ns}]", "[]"}},
    {"objectives.served", {"{success: 95%, within: 100ms, hold: 1m}"}},
};

static uint64_t value_count(const struct row *row)
{
    uint64_t count = 0;

    while (count < sizeof(row->values) / sizeof(row->values[0]) && row->values[count] != NULL) {
        count++;
    }
    return count;
}

static void draw_faults(struct variant *variant)
{
    const uint64_t count = below(variant, 5);
    const bool flaps = below(variant, 4) == 0;
    struct bs_buffer text;

    bs_buffer_init(&text, sizeof(variant->faults) - 1);
    bs_buffer_text(&text, "[");
    for (uint64_t i = 0; i < count; i++) {
        bs_buffer_format(&text, "%s{name: f%" PRIu64 ", at: %" PRIu64 "ms, ", i > 0 ? ", " : "", i,
                         below(variant, 480000));
        if (below(variant, 2) == 0) {
            bs_buffer_format(&text, "for: %" PRIu64 "ms, ", 1 + below(variant, 40000));
            if (below(variant, 3) == 0) {
                bs_buffer_format(&text, "repeat: {times: 3, every: %" PRIu64 "ms}, ",
                                 40001 + below(variant, 60000));
            }
        }
        bs_buffer_format(&text, "%s}",
                         fault_kinds[below(variant, sizeof(fault_kinds) / sizeof(*fault_kinds))]);
    }
    for (uint64_t i = count; flaps && i < FAULTS_MAX; i++) {
        bs_buffer_format(&text, "%s{name: f%" PRIu64 ", at: %" PRIu64 "s, for: %" PRIu64 "s, %s}",
                         i > 0 ? ", " : "", i, 100 + 60 * i, 1 + below(variant, 60),
                         fault_kinds[below(variant, 2)]);
    }
    bs_buffer_text(&text, "]");
    assert_false(text.failed);
    memcpy(variant->faults, text.bytes, text.length + 1);
    bs_buffer_clean_up(&text);
    change(variant, "faults", variant->faults);
}

static void draw_variant(uint64_t number, struct variant *variant)
{
    *variant = (struct variant){
        .stream = bs_stream_open((struct bs_stream_root){.seed = number}, "variant", "draw"),
    };
    (void)snprintf(variant->duration, sizeof(variant->duration), "%" PRIu64 "ms",
                   600000 + below(variant, 600001));
    change(variant, "duration", variant->duration);
    change(variant, "expect", "{}");
    draw_faults(variant);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (variant->count < DRILL_CHANGES_MAX && below(variant, 5) == 0) {
            change(variant, rows[i].path, rows[i].values[below(variant, value_count(&rows[i]))]);
        }
    }
}

/* ---- Comparing histories ---- */

static void history_text(const struct bs_history *history, struct bs_buffer *text)
{
    bs_buffer_init(text, BS_HISTORY_BYTES_MAX);
    bs_history_write(history, text);
    assert_false(text->failed);
}

/* Prints the first line in which two histories differ. */
static void print_difference(const struct bs_history *expected, const struct bs_history *found)
{
    struct bs_buffer a;
    struct bs_buffer b;
    size_t line = 0;
    size_t i = 0;

    history_text(expected, &a);
    history_text(found, &b);
    while (i < a.length && i < b.length && a.bytes[i] == b.bytes[i]) {
        i++;
        line = a.bytes[i - 1] == '\n' ? i : line;
    }
    print_error("every event: %.*s\nskipped:     %.*s\n", (int)strcspn(a.bytes + line, "\n"),
                a.bytes + line, (int)strcspn(b.bytes + line, "\n"), b.bytes + line);
    bs_buffer_clean_up(&a);
    bs_buffer_clean_up(&b);
}

static bool is_equal(const struct bs_history *expected, const struct bs_history *found)
{
    char expected_sha256[65];
    char found_sha256[65];

    bs_history_sha256(expected, expected_sha256);
    bs_history_sha256(found, found_sha256);
    if (strcmp(expected_sha256, found_sha256) == 0) {
        return true;
    }
    print_difference(expected, found);
    return false;
}

/* The dear run takes another kind of event list from one seed to the next; the cheap ones take all three. */
static void check_exact(const struct drill *drill, uint64_t seed)
{
    static const enum bs_event_list_kind kinds[] = {BS_EVENT_LIST_RINGS_AND_LADDER,
                                                    BS_EVENT_LIST_LADDER, BS_EVENT_LIST_HEAP};
    struct bs_history *expected = drill_run(drill, seed, BS_DETAIL_EVERY_EVENT, kinds[seed % 3]);

    for (size_t i = 0; i < 3; i++) {
        struct bs_history *found = drill_run(drill, seed, BS_DETAIL_SKIP, kinds[i]);

        if (!is_equal(expected, found)) {
            fail_msg("event list %zu:\n%s --detail every-event", i, drill_command(drill, seed));
        }
        bs_history_destroy(found);
    }
    bs_history_destroy(expected);
}

static uint64_t number_from(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);

    return text != NULL ? strtoull(text, NULL, 10) : otherwise;
}

static void variants_are_the_same_with_and_without_skipping(void **state)
{
    const uint64_t from = number_from("BS_CAMPAIGN_FROM", 1);
    const uint64_t count = number_from("BS_CAMPAIGN_SEEDS", VARIANTS);

    (void)state;
    for (uint64_t number = from; number < from + count; number++) {
        struct variant variant;
        struct drill drill;

        draw_variant(number, &variant);
        drill_load(&drill, variant.changes, variant.count);
        check_exact(&drill, number);
        drill_clean_up(&drill);
    }
}

/* Found by campaigns. */
static const struct bs_override once_different[] = {
    /* The promotion ends in a Region that cannot serve, while the old primary is back and taking writes. */
    {"faults", "[{name: f0, at: 180s, for: 160s, region_loss: primary}, "
               "{name: f1, at: 342s, data_plane_loss: {region: standby}}]"},
};

static void what_was_once_different_is_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(once_different) / sizeof(once_different[0]); i++) {
        for (uint64_t seed = 1; seed <= 3; seed++) {
            struct drill drill;

            DRILL_LOAD(&drill, DRILL_CHANGE("duration", "15m"), once_different[i]);
            check_exact(&drill, seed);
            drill_clean_up(&drill);
        }
    }
}

/* Both applications go to whoever can be written, while the faults make that change hands and back. */
static const char *const writer_faults[] = {
    "[{name: f0, at: 180s, for: 5m, region_loss: primary}]",
    "[{name: f0, at: 180s, for: 20s, data_plane_loss: {region: primary, services: [rds]}}]",
    "[{name: f0, at: 180s, for: 5m, region_loss: {region: primary, connections: refused}}, "
    "{name: f1, at: 10m, for: 30s, data_plane_loss: {region: standby, services: [rds]}}]",
    "[{name: f0, at: 180s, for: 6m, data_plane_loss: {region: primary, services: [ecs]}}, "
    "{name: f1, at: 6m, for: 5m, errors: {of: lb, share: 30%}}, "
    "{name: f2, at: 10m, for: 40s, data_plane_loss: {region: standby, services: [rds]}}]",
};

static void writers_elsewhere_are_the_same_with_and_without_skipping(void **state)
{
    static const char *const timeouts[] = {"5s", "150ms"};

    (void)state;
    for (size_t i = 0; i < 2 * sizeof(writer_faults) / sizeof(writer_faults[0]); i++) {
        struct drill drill;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "20m"),
                   DRILL_CHANGE("resources.app.database", "writer"),
                   DRILL_CHANGE("resources.app-dr.database", "writer"),
                   DRILL_CHANGE("resources.orders-dr.promotion", "{exponential: {mean: 30s}}"),
                   DRILL_CHANGE("clients.shoppers.timeout", timeouts[i % 2]),
                   DRILL_CHANGE("objectives.served", "{success: 95%, within: 1s, hold: 1m}"),
                   DRILL_CHANGE("faults", writer_faults[i / 2]));
        check_exact(&drill, i + 1);
        drill_clean_up(&drill);
    }
}

/*
 * Load balancers that are judged each second, since everybody retrying at once would overload them, but that
 * rest, since nobody does: faults wake them on whole seconds, as ticks do, and in between.
 */
static const char *const waking_faults[] = {
    "[{name: f0, at: 300s, for: 100s, errors: {of: lb, share: 40%}}]",
    "[{name: f0, at: 299.5s, for: 30s, data_plane_loss: {region: primary, services: [rds]}}, "
    "{name: f1, at: 600s, for: 1ns, errors: {of: lb, share: 3%}}]",
    "[{name: f0, at: 61s, for: 1s, errors: {of: lb-dr, share: 5%}}, "
    "{name: f1, at: 400s, for: 3m, region_loss: {region: primary, connections: refused}}]",
};

static uint64_t events_of(const struct drill *drill, enum bs_detail detail)
{
    const struct bs_trial_options options = {
        .scenario = drill->scenario, .plan = drill->plan, .seed = 1, .detail = detail};
    struct bs_history *history = NULL;
    struct bs_error error = {0};
    uint64_t events = 0;

    assert_int_equal(BS_OK, bs_trial_run(&options, &history, &events, &error));
    bs_history_destroy(history);
    return events;
}

static void balancers_that_rest_keep_their_rhythm(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(waking_faults) / sizeof(waking_faults[0]); i++) {
        struct drill drill;

        DRILL_LOAD(&drill, DRILL_CHANGE("duration", "20m"),
                   DRILL_CHANGE("resources.app.tasks", i == 0 ? "4" : "8"),
                   DRILL_CHANGE("probes.app.every", "5m"),
                   DRILL_CHANGE("faults", waking_faults[i]));
        for (uint64_t seed = 1; seed <= 5; seed++) {
            check_exact(&drill, seed);
        }
        drill_clean_up(&drill);
    }
}

static uint64_t quiet_events(const char *tasks, enum bs_detail detail)
{
    struct drill drill;
    uint64_t events;

    DRILL_LOAD(&drill, DRILL_CHANGE("resources.app.tasks", tasks), DRILL_CHANGE("faults", "[]"));
    events = events_of(&drill, detail);
    if (detail == BS_DETAIL_SKIP) {
        check_exact(&drill, 1);
    }
    drill_clean_up(&drill);
    return events;
}

/* A quiet hour of a balancer that could be overloaded, and of one that could not: 3,600 ticks apart. */
static void a_quiet_hour_has_no_ticks(void **state)
{
    const uint64_t every = quiet_events("8", BS_DETAIL_EVERY_EVENT);
    const uint64_t skipped = quiet_events("8", BS_DETAIL_SKIP);

    (void)state;
    assert_in_range(every - quiet_events("20", BS_DETAIL_EVERY_EVENT), 3500, 3700);
    assert_in_range(skipped - quiet_events("20", BS_DETAIL_SKIP), 0, 10);
}

static void the_flagship_is_the_same_with_and_without_skipping(void **state)
{
    struct drill drill;

    (void)state;
    drill_load(&drill, NULL, 0);
    check_exact(&drill, 1);
    drill_clean_up(&drill);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_flagship_is_the_same_with_and_without_skipping),
        cmocka_unit_test(writers_elsewhere_are_the_same_with_and_without_skipping),
        cmocka_unit_test(balancers_that_rest_keep_their_rhythm),
        cmocka_unit_test(a_quiet_hour_has_no_ticks),
        cmocka_unit_test(what_was_once_different_is_the_same),
        cmocka_unit_test(variants_are_the_same_with_and_without_skipping),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
