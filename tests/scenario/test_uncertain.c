/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * What is uncertain in a scenario: the list itself, and that each override on it does what it says.
 */

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "sim/scenario/defaults.h"
#include "sim/scenario/uncertain.h"
#include "tests/scenario/fingerprint.h"

#define FLAGSHIP BS_SOURCE_DIR "/scenarios/platform/region-loss.yaml"

enum { CHANGES_MAX = 12, ARENA_BYTES_MAX = 16 * 1024 * 1024 };

/* A scenario file with changes, loaded and listed. */
struct subject {
    const char *file;
    struct bs_override changes[CHANGES_MAX];
    size_t change_count;
    struct bs_scenario *scenario;
    struct bs_arena arena;
    struct bs_uncertain_list list;
    struct fingerprint fingerprint;
};

static void change(struct subject *subject, const char *path, const char *value)
{
    assert_true(subject->change_count < CHANGES_MAX);
    subject->changes[subject->change_count++] = (struct bs_override){path, value};
}

static void load(struct subject *subject)
{
    struct bs_error error = {0};
    const struct bs_override *last =
        subject->change_count > 0 ? &subject->changes[subject->change_count - 1] : NULL;

    if (bs_scenario_load(subject->file, subject->changes, subject->change_count, &subject->scenario,
                         &error) != BS_OK) {
        fail_msg("%s\nblackstart lint %s --set '%s=%s'", error.message, subject->file,
                 last != NULL ? last->path : "", last != NULL ? last->value : "");
    }
    bs_arena_init(&subject->arena, ARENA_BYTES_MAX);
    assert_int_equal(BS_OK,
                     bs_uncertain_list(subject->scenario, &subject->arena, &subject->list, &error));
    fingerprint_take(subject->scenario, &subject->fingerprint);
}

static void clean_up(struct subject *subject)
{
    bs_arena_clean_up(&subject->arena);
    bs_scenario_destroy(subject->scenario);
}

static const struct bs_uncertain *find(const struct subject *subject, enum bs_uncertain_kind kind,
                                       const char *path)
{
    for (size_t i = 0; i < subject->list.count; i++) {
        if (subject->list.items[i].kind == kind && strcmp(subject->list.items[i].path, path) == 0) {
            return &subject->list.items[i];
        }
    }
    return NULL;
}

static void expect(const struct subject *subject, enum bs_uncertain_kind kind, const char *path,
                   const char *value, const char *variant)
{
    const struct bs_uncertain *item = find(subject, kind, path);

    if (item == NULL) {
        fail_msg("%s is not listed", path);
        return;
    }
    assert_string_equal(value, item->value);
    assert_string_equal(variant, kind == BS_UNCERTAIN_PRIOR ? item->half : item->held);
}

/* ---- The flagship ---- */

#define STOCHASTIC(path, value, held, source)                          \
    {                                                                  \
        path, BS_UNCERTAIN_STOCHASTIC, value, held, NULL, NULL, source \
    }
#define PRIOR(path, value, half, doubled)                                          \
    {                                                                              \
        path, BS_UNCERTAIN_PRIOR, value, NULL, half, doubled, "default: unsourced" \
    }
#define CREATION(path)                                                         \
    STOCHASTIC(path, "{lognormal: {median: 15m, p95: 40m}}", "900.000000001s", \
               "default: unsourced"),                                          \
        PRIOR(path, "{lognormal: {median: 15m, p95: 40m}}",                    \
              "{lognormal: {median: 7.5m, p95: 20m}}", "{lognormal: {median: 30m, p95: 80m}}")
#define DELETION(path)                                                                     \
    STOCHASTIC(path, "{lognormal: {median: 5m, p95: 15m}}", "300s", "default: unsourced"), \
        PRIOR(path, "{lognormal: {median: 5m, p95: 15m}}",                                 \
              "{lognormal: {median: 2.5m, p95: 7.5m}}", "{lognormal: {median: 10m, p95: 30m}}")

static const struct bs_uncertain flagship[] = {
    STOCHASTIC("resources.app.launch", "{lognormal: {median: 35s, p95: 90s}}", "35s",
               "default: D08"),
    STOCHASTIC("resources.app-dr.launch", "{lognormal: {median: 35s, p95: 90s}}", "35s",
               "default: D08"),
    STOCHASTIC("resources.web.pull", "{uniform: {low: 1s, high: 2500ms}}", "1.75s", "default: D08"),
    CREATION("resources.orders.creation"),
    DELETION("resources.orders.deletion"),
    STOCHASTIC("resources.orders-dr.lag", "{lognormal: {median: 2300ms, p95: 5s}}", "2.3s",
               "author"),
    STOCHASTIC("resources.orders-dr.promotion", "{uniform: {low: 60s, high: 2m}}", "90s", "author"),
    CREATION("resources.orders-dr.creation"),
    DELETION("resources.orders-dr.deletion"),
    STOCHASTIC("resources.uploads.replication",
               "{lognormal: {median: 15s, p95: 92s}, truncate: {max: 15m}}", "14.997878091s",
               "default: C13"),
    STOCHASTIC("alarms.app-5xx.delivery", "{uniform: {low: 60s, high: 3m}}", "120s",
               "default: unsourced"),
    PRIOR("alarms.app-5xx.delivery", "{uniform: {low: 60s, high: 3m}}",
          "{uniform: {low: 30s, high: 1.5m}}", "{uniform: {low: 120s, high: 6m}}"),
    STOCHASTIC("dns.app.example.com.propagation", "{lognormal: {median: 25s, p95: 60s}}", "25s",
               "default: B01"),
    STOCHASTIC("resolvers.public.extend",
               "{lognormal: {median: 4m, p95: 15m}, truncate: {max: 15m}}", "228.206200152s",
               "default: B06"),
    STOCHASTIC("resolvers.public.stuck", "{pareto: {minimum: 15m, shape: 1}, truncate: {max: 7d}}",
               "1797.325408619s", "default: B06"),
    PRIOR("clients.shoppers.latency", "120ms", "60ms", "240ms"),
    STOCHASTIC("people.incident-commander.page", "{lognormal: {median: 3m, p95: 15m}}", "180s",
               "author"),
    STOCHASTIC("people.incident-commander.decides", "{lognormal: {median: 2m, p95: 8m}}", "120s",
               "author"),
    PRIOR("people.incident-commander.absent", "5%", "2.5%", "10%"),
    STOCHASTIC("people.scribe.page", "{lognormal: {median: 3m, p95: 15m}}", "180s", "author"),
    PRIOR("people.scribe.absent", "5%", "2.5%", "10%"),
};

static void write_item(const struct bs_uncertain *item, struct bs_buffer *text)
{
    const char *const texts[] = {item->path, item->value,   item->held,
                                 item->half, item->doubled, item->source};

    bs_buffer_text(text, item->kind == BS_UNCERTAIN_PRIOR ? "prior" : "stochastic");
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        bs_buffer_format(text, " | %s", texts[i] != NULL ? texts[i] : "-");
    }
    bs_buffer_text(text, "\n");
}

static void the_flagship_list_is_this(void **state)
{
    struct subject subject = {.file = FLAGSHIP};
    struct bs_buffer expected;
    struct bs_buffer found;

    (void)state;
    bs_buffer_init(&expected, 65536);
    bs_buffer_init(&found, 65536);
    load(&subject);
    for (size_t i = 0; i < sizeof(flagship) / sizeof(flagship[0]); i++) {
        write_item(&flagship[i], &expected);
    }
    for (size_t i = 0; i < subject.list.count; i++) {
        write_item(&subject.list.items[i], &found);
    }
    assert_string_equal(found.bytes, expected.bytes);
    bs_buffer_clean_up(&expected);
    bs_buffer_clean_up(&found);
    clean_up(&subject);
}

/* ---- Each variant of each scenario ---- */

static bool is_constant(const int64_t draws[FINGERPRINT_DRAWS])
{
    return draws[0] == draws[1] && draws[1] == draws[2];
}

/* Up to rounding: to nanoseconds, and to the samplers' steps. */
static bool is_multiple(int64_t value, int64_t of, double factor)
{
    const double wanted = (double)of * factor;
    const double difference = (double)value - wanted;
    const double allowed = 2.0 + wanted * 1e-9;

    return difference <= allowed && -difference <= allowed;
}

/* At least one value has changed, and each that has in the manner that the variant promises: to a constant
   (`factor` 0), or to that many times what it was. */
static void check_changes(const struct subject *base, const struct subject *variant, double factor)
{
    const struct bs_override *last = &variant->changes[variant->change_count - 1];
    size_t changes = 0;

    assert_int_equal(base->fingerprint.count, variant->fingerprint.count);
    for (size_t i = 0; i < base->fingerprint.count; i++) {
        const int64_t *before = base->fingerprint.values[i];
        const int64_t *after = variant->fingerprint.values[i];
        bool is_right = factor > 0 || is_constant(after);

        if (memcmp(before, after, sizeof(base->fingerprint.values[i])) == 0) {
            continue;
        }
        changes++;
        for (size_t draw = 0; draw < FINGERPRINT_DRAWS && factor > 0; draw++) {
            is_right = is_right && is_multiple(after[draw], before[draw], factor);
        }
        if (!is_right) {
            fail_msg("%s --set '%s=%s': %lld, %lld, %lld ns became %lld, %lld, %lld", base->file,
                     last->path, last->value, (long long)before[0], (long long)before[1],
                     (long long)before[2], (long long)after[0], (long long)after[1],
                     (long long)after[2]);
        }
    }
    if (changes == 0) {
        fail_msg("%s --set '%s=%s' changes nothing", base->file, last->path, last->value);
    }
}

/* The base with one override more, which settles what the item is about. */
static void check_variant(const struct subject *base, const struct bs_uncertain *item,
                          const char *value, double factor)
{
    struct subject variant = {.file = base->file, .change_count = base->change_count};

    memcpy(variant.changes, base->changes, sizeof(variant.changes));
    change(&variant, item->path, value);
    load(&variant);
    check_changes(base, &variant, factor);
    if (find(&variant, item->kind, item->path) != NULL) {
        fail_msg("%s --set '%s=%s': it is still listed", base->file, item->path, value);
    }
    assert_string_not_equal(base->scenario->sha256, variant.scenario->sha256);
    clean_up(&variant);
}

static void check_variants(struct subject *base)
{
    for (size_t i = 0; i < base->list.count; i++) {
        const struct bs_uncertain *item = &base->list.items[i];

        if (item->kind == BS_UNCERTAIN_STOCHASTIC) {
            assert_null(item->half);
            assert_null(item->doubled);
            check_variant(base, item, item->held, 0.0);
        } else {
            assert_null(item->held);
            assert_string_equal("default: unsourced", item->source);
            check_variant(base, item, item->half, 0.5);
            check_variant(base, item, item->doubled, 2.0);
        }
    }
}

static void check_folder(const char *pattern, size_t least)
{
    glob_t files;

    assert_int_equal(0, glob(pattern, 0, NULL, &files));
    assert_true(files.gl_pathc >= least);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct subject base = {.file = files.gl_pathv[i]};

        load(&base);
        assert_true(base.list.count > 5);
        check_variants(&base);
        clean_up(&base);
    }
    globfree(&files);
}

static void each_variant_of_each_scenario_loads_and_changes_what_it_says(void **state)
{
    (void)state;
    check_folder(BS_SOURCE_DIR "/scenarios/platform/*.yaml", 20);
    check_folder(BS_SOURCE_DIR "/scenarios/live/*.yaml", 1);
    check_folder(BS_SOURCE_DIR "/scenarios/runbooks/*.yaml", 1);
}

/* ---- The defaults ---- */

/* Where the flagship has a thing that each section of the defaults is for, without its values. */
static const struct {
    const char *section;
    const char *place;
} places[] = {
    {"link", "links"},
    {"ecs_service", "resources.app"},
    {"ecr_image", "resources.web"},
    {"rds_instance", "resources.orders"},
    {"rds_replica", "resources.orders-dr"},
    {"alarm", "alarms.app-5xx"},
    {"probe", "probes.app"},
    {"clients", "clients.shoppers"},
    {"person", "people.scribe"},
};

static void all_by_default(struct subject *subject)
{
    *subject = (struct subject){.file = FLAGSHIP};
    change(subject, "links", "~");
    change(subject, "resources.app.per_task", "~");
    change(subject, "resources.web.size", "~");
    change(subject, "alarms.app-5xx",
           "{metric: 5xx of lb, region: control, period: 60s, missing: breaching}");
    change(subject, "probes.app", "{url: 'https://app.example.com/write', region: control}");
    change(subject, "clients.shoppers",
           "{resolvers: public, reads: 150/s, writes: 50/s, stores: [orders, uploads]}");
    change(subject, "people.scribe", "{on_failure: retry}");
    load(subject);
}

static void expect_prior(const struct subject *subject, const char *section, const char *key)
{
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        char path[128];

        if (strcmp(section, places[i].section) == 0) {
            (void)snprintf(path, sizeof(path), "%s.%s", places[i].place, key);
            if (find(subject, BS_UNCERTAIN_PRIOR, path) == NULL &&
                find(subject, BS_UNCERTAIN_PRIOR, places[i].place) == NULL) {
                fail_msg("%s of %s is an unsourced default; %s is not listed", key, section, path);
            }
            return;
        }
    }
    fail_msg("section '%s' has an unsourced default, and no place in this test", section);
}

static void every_unsourced_default_is_listed(void **state)
{
    struct subject subject;
    const char *line = bs_scenario_defaults_text;
    char section[64] = "";
    size_t count = 0;

    (void)state;
    all_by_default(&subject);
    for (; *line != '\0'; line = strchr(line, '\n') + 1) {
        const size_t length = strcspn(line, "\n");
        char text[256];
        char key[64];

        (void)snprintf(text, sizeof(text), "%.*s", (int)length, line);
        if (line[0] != ' ') {
            assert_int_equal(1, sscanf(text, "%63[^:]", section));
        } else if (strstr(text, "unsourced") != NULL) {
            assert_int_equal(1, sscanf(text, " %63[^:]", key));
            expect_prior(&subject, section, key);
            count++;
        }
    }
    assert_true(count >= 15);
    check_variants(&subject);
    clean_up(&subject);
}

static void what_a_map_lacks_is_addressed_where_it_would_stand(void **state)
{
    struct subject subject = {.file = FLAGSHIP};

    (void)state;
    change(&subject, "clients.shoppers.retry", "~");
    load(&subject);
    expect(&subject, BS_UNCERTAIN_PRIOR, "clients.shoppers.retry", "{max: 2, base: 500ms}",
           "{max: 2, base: 250ms}");
    check_variants(&subject);
    clean_up(&subject);

    subject = (struct subject){.file = FLAGSHIP};
    change(&subject, "clients.shoppers.retry", "{max: 1}");
    load(&subject);
    assert_null(find(&subject, BS_UNCERTAIN_PRIOR, "clients.shoppers.retry"));
    expect(&subject, BS_UNCERTAIN_PRIOR, "clients.shoppers.retry.base", "500ms", "250ms");
    check_variants(&subject);
    clean_up(&subject);
}

static void links_that_are_missing_are_one_prior(void **state)
{
    struct subject subject = {.file = FLAGSHIP};

    (void)state;
    change(&subject, "links",
           "[{between: [us-east-1, us-west-2], latency: 31ms}, {between: [us-east-1, us-east-2]}]");
    load(&subject);
    expect(&subject, BS_UNCERTAIN_PRIOR, "links.1.latency", "35ms", "17.5ms");
    expect(&subject, BS_UNCERTAIN_PRIOR, "links", "35ms",
           "[{between: [us-east-1, us-west-2], latency: 31ms}, {between: [us-east-1, us-east-2]}, "
           "{between: [us-west-2, us-east-2], latency: 17.5ms}]");
    check_variants(&subject);
    clean_up(&subject);
}

/* ---- Faults and names ---- */

static void draws_of_faults_and_orders_are_listed(void **state)
{
    struct subject subject = {.file = FLAGSHIP};

    (void)state;
    change(&subject, "faults.0",
           "{name: flaps, at: {uniform: {low: 5m, high: 15m}}, region_loss: primary, "
           "for: {uniform: {low: 1m, high: 30m}}, repeat: {times: 2, every: 5m}}");
    change(&subject, "faults.1",
           "{name: late, after: flaps, delay: {exponential: {mean: 1m}}, "
           "lag: {replica: orders-dr, lag: {uniform: {low: 1s, high: 3s}}}}");
    change(&subject, "faults.2",
           "{name: slow, at: {constant: 1m}, latency: {region: primary, adds: {normal: {mean: 2s, "
           "sd: 1s}}}}");
    change(&subject, "orders", "[{after: late, delay: {empirical: [1m, 2m, 5m]}, do: pause}]");
    load(&subject);
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.0.at", "{uniform: {low: 5m, high: 15m}}",
           "600s");
    /* Its median, 15.5 minutes, would be refused: it begins again after five. */
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.0.for", "{uniform: {low: 1m, high: 30m}}",
           "299.999999999s");
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.1.delay", "{exponential: {mean: 1m}}",
           "41.588830834s");
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.1.lag.lag", "{uniform: {low: 1s, high: 3s}}",
           "2s");
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.2.latency.adds",
           "{normal: {mean: 2s, sd: 1s}}", "2s");
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "faults.2.at"));
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "orders.0.delay", "{empirical: [1m, 2m, 5m]}",
           "120s");
    check_variants(&subject);
    clean_up(&subject);
}

/* `web.pull` is an image, `web` one whose pull is asked for. */
static void names_that_hide_each_other_are_quoted(void **state)
{
    struct subject subject = {.file = FLAGSHIP};

    (void)state;
    change(&subject, "resources.\"web.pull\"", "{kind: ecr_image, regions: [primary]}");
    change(&subject, "resources.app.image", "web.pull");
    load(&subject);
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "resources.web.pull"));
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "resources.\"web\".pull",
           "{uniform: {low: 1s, high: 2500ms}}", "1.75s");
    expect(&subject, BS_UNCERTAIN_STOCHASTIC, "resources.web.pull.pull",
           "{uniform: {low: 1s, high: 2500ms}}", "1.75s");
    expect(&subject, BS_UNCERTAIN_PRIOR, "resources.web.pull.size", "400MB", "200MB");
    check_variants(&subject);
    clean_up(&subject);
}

static void what_cannot_matter_is_not_listed(void **state)
{
    struct subject subject = {.file = FLAGSHIP};

    (void)state;
    change(&subject, "resources.app.image", "~");
    change(&subject, "resources.app-dr.image", "~");
    change(&subject, "resources.uploads.replicate_to", "~");
    change(&subject, "resolvers.public.mix", "{honour: 50%, stuck: 50%}");
    change(&subject, "people.scribe.page", "{uniform: {low: 5m, high: 5m}}");
    load(&subject);
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "resources.web.pull"));
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "resources.uploads.replication"));
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "resolvers.public.extend"));
    assert_non_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "resolvers.public.stuck"));
    assert_null(find(&subject, BS_UNCERTAIN_STOCHASTIC, "people.scribe.page"));
    clean_up(&subject);
}

static void an_arena_that_is_full_is_said(void **state)
{
    struct subject subject = {.file = FLAGSHIP};
    enum bs_status status = BS_ERR_MEMORY;

    (void)state;
    load(&subject);
    for (size_t size = 0; status != BS_OK; size += 16381) {
        struct bs_uncertain_list list;
        struct bs_error error = {0};
        struct bs_arena arena;

        bs_arena_init(&arena, size);
        status = bs_uncertain_list(subject.scenario, &arena, &list, &error);
        if (status != BS_OK) {
            assert_int_equal(BS_ERR_MEMORY, status);
            assert_string_equal("out of memory", error.message);
        }
        bs_arena_clean_up(&arena);
    }
    clean_up(&subject);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_flagship_list_is_this),
        cmocka_unit_test(each_variant_of_each_scenario_loads_and_changes_what_it_says),
        cmocka_unit_test(every_unsourced_default_is_listed),
        cmocka_unit_test(what_a_map_lacks_is_addressed_where_it_would_stand),
        cmocka_unit_test(links_that_are_missing_are_one_prior),
        cmocka_unit_test(draws_of_faults_and_orders_are_listed),
        cmocka_unit_test(names_that_hide_each_other_are_quoted),
        cmocka_unit_test(what_cannot_matter_is_not_listed),
        cmocka_unit_test(an_arena_that_is_full_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
