/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/reports/cards.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

enum { PATH_BYTES_MAX = 512, LONG_NAME = 10000, HORIZON_S = 1800, HISTORY_BYTES_MAX = 1 << 22 };

const struct story cards_missed = {
    .fault_s = 600,
    .bad = {{600, 900, 0}, {900, 1020, 40}, {2400, 2460, 97}},
    .stale_from_s = 880,
    .stale_to_s = 960,
    .detected_ms = 690250,
    .decided_ms = 735500,
    .promoted_ms = 865000,
    .dns_ms = 880000,
    .completed_ms = 1020000,
    .approval_from_ms = 740000,
    .approval_to_ms = 860000,
    .unguarded = true,
    .risk = true,
    .missing_from_ms = 596800,
    .deferred = 1200,
    .expect_recovered = "true",
};

const struct story cards_passed = {
    .fault_s = 600,
    .bad = {{600, 840, 0}},
    .stale_from_s = 800,
    .stale_to_s = 830,
    .detected_ms = 660250,
    .decided_ms = 690500,
    .promoted_ms = 780000,
    .dns_ms = 800000,
    .completed_ms = 810000,
};

static const char *const hostile_names[] = {
    "",
    " ",
    "\"><script>alert('x')</script><!--",
    "a|b`c``d[e](https://evil.example/)![f](x)*_~{g}\\",
    "]]>&amp;&#x41;<![CDATA[%s%n",
    "\x1b[31mred\x1b[0m\x07\x08 and \x7f",
    "line\r\n# heading\n- item\n\n```\n| a | b |\n",
    "\xe2\x80\xaesdrawkcab\xe2\x81\xa6 and \xe2\x80\xa8",
    "\xff\xfe\x80 not \xc3 utf \xed\xa0\x80 eight \xf5",
    "@everyone #1 www.evil.example https://evil.example a@evil.example $x$ :tada:",
    "\\| \\\" \\n \\",
    "{store=\"x\"} 1\n# HELP blackstart_x y",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xf0\x9f\x9a\x92",
};

struct bs_report *cards_build(const struct bs_history *history)
{
    struct bs_report_inputs inputs = {
        .history = history,
        .scenario_file = "scenarios/region-loss.yaml",
        .backend = "sim",
        .reproduce = "blackstart run scenarios/region-loss.yaml --seed 7",
    };
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return report;
}

static struct bs_buffer render_report(const struct bs_report *report, cards_render_fn *render)
{
    struct bs_buffer card;

    bs_buffer_init(&card, CARDS_BYTES_MAX);
    render(report, &card);
    assert_false(card.failed);
    return card;
}

struct bs_buffer cards_of_story(const struct story *story, cards_render_fn *render)
{
    struct bs_history *history = story_tell(story);
    struct bs_report *report = cards_build(history);
    struct bs_buffer card = render_report(report, render);

    bs_report_destroy(report);
    bs_history_destroy(history);
    return card;
}

void cards_compare(const char *file, const struct bs_buffer *card)
{
    char path[PATH_BYTES_MAX];
    struct bs_buffer golden;
    struct bs_error error = {0};

    (void)snprintf(path, sizeof(path), "%s/tests/reports/golden/%s", BS_SOURCE_DIR, file);
    if (getenv("BS_UPDATE_GOLDEN") != NULL) {
        assert_int_equal(bs_buffer_write_file(card, path, &error), BS_OK);
        return;
    }
    bs_buffer_init(&golden, CARDS_BYTES_MAX);
    if (bs_buffer_read_file(&golden, path, &error) != BS_OK || golden.length != card->length ||
        memcmp(golden.bytes, card->bytes, card->length) != 0) {
        print_message("%.*s\n", (int)card->length, card->bytes);
        fail_msg("%s differs; if that is right: BS_UPDATE_GOLDEN=1 ctest -R report_", path);
    }
    bs_buffer_clean_up(&golden);
}

void cards_compare_stories(const char *extension, cards_render_fn *render)
{
    const struct {
        const char *name;
        const struct story *story;
    } stories[] = {{"missed", &cards_missed}, {"passed", &cards_passed}};

    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct bs_buffer card = cards_of_story(stories[i].story, render);
        char file[PATH_BYTES_MAX];

        (void)snprintf(file, sizeof(file), "%s.%s", stories[i].name, extension);
        cards_check_inert(&card);
        cards_compare(file, &card);
        bs_buffer_clean_up(&card);
    }
}

static void tell_setting(struct story_events *events, const char *name)
{
    STORY_PUT(events, 0, BS_RECORD_RUN, bs_text(name), bs_text(name), bs_text(name), bs_text(name),
              bs_text(name), bs_text(name), bs_at(BS_AT_SECONDS(HORIZON_S)));
    STORY_PUT(events, 0, BS_RECORD_OBJECTIVE, bs_text(name), bs_span(BS_SECONDS(300)),
              bs_ppb(950000000), bs_span(BS_SECONDS(5)), bs_span(BS_SECONDS(300)),
              bs_text("impact"), bs_span(BS_SECONDS(0)));
    STORY_PUT(events, 0, BS_RECORD_STORE, bs_text(name), bs_text(name), bs_text("one"),
              bs_span(BS_SECONDS(30)));
    STORY_PUT(events, 0, BS_RECORD_COHORT, bs_text(name), bs_text(name), bs_text(name),
              bs_ppb(1000000000), bs_count(1000));
    STORY_PUT(events, 0, BS_RECORD_LINEAGE, bs_text(name), bs_text("old"), bs_text(name),
              bs_text("writable"), bs_text(name));
    STORY_PUT(events, 0, BS_RECORD_EXPECT, bs_text(name), bs_text(name));
    STORY_PUT(events, 0, BS_RECORD_PLANNED, bs_text(name), bs_text(name), bs_text(name),
              bs_text(name), bs_span(BS_SECONDS(10)), bs_span(BS_SECONDS(600)), bs_text("promotes"),
              bs_text(NULL));
    STORY_PUT(events, 0, BS_RECORD_PLANNED, bs_text(name), bs_text("never"), bs_text(name),
              bs_text(name), bs_span(BS_DURATION_UNKNOWN), bs_span(BS_SECONDS(600)),
              bs_text("tells"), bs_text(NULL));
    STORY_PUT(events, 0, BS_RECORD_PREDICTION, bs_text("step"), bs_text(name), bs_text(name),
              bs_count(10), bs_count(9), bs_span(BS_SECONDS(1)), bs_span(BS_SECONDS(2)),
              bs_span(BS_SECONDS(3)));
    STORY_PUT(events, 0, BS_RECORD_PREDICTION, bs_text(name), bs_text(NULL), bs_text(name),
              bs_count(10), bs_count(0), bs_span(BS_DURATION_UNKNOWN), bs_span(BS_DURATION_UNKNOWN),
              bs_span(BS_DURATION_UNKNOWN));
}

/* Whatever has a name in it, and some numbers that nobody would believe. */
static void tell_posture(struct story_events *events, const char *name)
{
    static const char *const kinds[] = {"ecs_service", "rds_instance", "rds_replica",
                                        "s3_bucket",   "health_check", "alb"};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        STORY_PUT(events, 0, BS_RECORD_RESOURCE, bs_text(name), bs_text(kinds[i]), bs_text(name),
                  bs_text(name), bs_text(name), bs_text("db.r5.large"), bs_text("postgres"),
                  bs_count(3), bs_count(INT64_MAX), bs_count(INT64_MAX), bs_count(INT64_MAX),
                  bs_text(i == 0 ? "fargate" : name));
        STORY_PUT(events, 0, BS_RECORD_RESOURCE, bs_text(name), bs_text(kinds[i]), bs_text(NULL),
                  bs_text(NULL), bs_text(name), bs_text(name), bs_text(name), bs_count(-3),
                  bs_count(0), bs_count(1), bs_count(-1), bs_text(NULL));
    }
    STORY_PUT(events, 0, BS_RECORD_RESOURCE, bs_text(name), bs_text("rds_replica"), bs_text("west"),
              bs_text(name), bs_text(name), bs_text("db.r5.large"), bs_text("postgres"),
              bs_count(1), bs_count(1), bs_count(1), bs_count(1), bs_text(name));
    STORY_PUT(events, 0, BS_RECORD_REPLICATION, bs_text(name), bs_text(name), bs_count(1),
              bs_count(128000), bs_text("rtc"));
    STORY_PUT(events, 0, BS_RECORD_REPLICATION, bs_text(name), bs_text(name), bs_count(INT64_MAX),
              bs_count(INT64_MAX), bs_text(name));
    STORY_PUT(events, 0, BS_RECORD_STATE, bs_text(name), bs_text("rds_replica"), bs_text(name),
              bs_count(0));
    STORY_PUT(events, 0, BS_RECORD_SOURCE, bs_text(name), bs_text("health_check"), bs_text(name),
              bs_text(name));
}

static void tell_step(struct story_events *events, int64_t at_s, const char *name,
                      const char *state)
{
    STORY_PUT(events, at_s * 1000, BS_RECORD_STEP, bs_count(1), bs_text(name), bs_text(name),
              bs_text(state), bs_count(1), bs_text(name));
}

static void tell_response(struct story_events *events, const char *name)
{
    STORY_PUT(events, 600000, BS_RECORD_FAULT, bs_text(name), bs_text(name), bs_text("onset"));
    STORY_PUT(events, 640000, BS_RECORD_DETECTION, bs_text(name), bs_text("detected"),
              bs_text(name));
    STORY_PUT(events, 650000, BS_RECORD_DETECTION, bs_text(name), bs_text("confirmed"),
              bs_text(name));
    STORY_PUT(events, 650000, BS_RECORD_DECISION, bs_count(1), bs_text(name), bs_text(name),
              bs_text(name), bs_text(name), bs_text(name), bs_count(3), bs_count(3));
    STORY_PUT(events, 650000, BS_RECORD_EXECUTION, bs_count(1), bs_text(name),
              bs_text("in_progress"), bs_text(name));
    tell_step(events, 650, name, "in_progress");
    STORY_PUT(events, 651000, BS_RECORD_RISK, bs_count(1), bs_text(name), bs_text(name),
              bs_text(name), bs_count(3), bs_count(3), bs_text(name));
    tell_step(events, 660, name, "pending_approval");
    tell_step(events, 670, name, "failed");
    STORY_PUT(events, 680000, BS_RECORD_DNS, bs_text(name), bs_text(name), bs_text(name),
              bs_text("pending"), bs_count(1), bs_count(100));
    STORY_PUT(events, 690000, BS_RECORD_EXECUTION, bs_count(1), bs_text(name), bs_text("canceled"),
              bs_text(name));
}

static void tell_observed(struct story_events *events, const char *name, int64_t from_s,
                          int64_t to_s, int64_t good)
{
    STORY_PUT(events, HORIZON_S * INT64_C(1000), BS_RECORD_OBSERVED, bs_text(name),
              bs_at(BS_AT_SECONDS(from_s)), bs_count(to_s - from_s), bs_count(100), bs_count(good),
              bs_count(0), bs_count(0), bs_count(0), bs_count(100));
}

/** A run in which a Region's loss takes six minutes, one step fails, and all is called `name`. */
static struct bs_history *tell_named(const char *name)
{
    struct story_events *events = calloc(1, sizeof(*events));
    struct bs_history *history;

    assert_non_null(events);
    tell_setting(events, name);
    tell_posture(events, name);
    tell_response(events, name);
    tell_observed(events, name, 0, 600, 100);
    tell_observed(events, name, 600, 960, 0);
    tell_observed(events, name, 960, HORIZON_S, 100);
    STORY_PUT(events, HORIZON_S * 1000, BS_RECORD_END, bs_text(name));
    history = story_history(events, HISTORY_BYTES_MAX);
    free(events);
    return history;
}

static void try_name(const char *name, cards_render_fn *render, cards_look_fn *look)
{
    struct bs_history *history = tell_named(name);
    const struct bs_report_inputs inputs = {
        .history = history,
        .scenario_file = name,
        .backend = name,
        .reproduce = name,
    };
    struct bs_report *report = NULL;
    struct bs_error error = {0};
    struct bs_buffer card;

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    card = render_report(report, render);
    cards_check_inert(&card);
    look(&card, report, name);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

void cards_try_hostile_names(cards_render_fn *render, cards_look_fn *look)
{
    char *name = malloc(LONG_NAME + 1);

    assert_non_null(name);
    for (size_t i = 0; i < sizeof(hostile_names) / sizeof(hostile_names[0]); i++) {
        try_name(hostile_names[i], render, look);
    }
    for (size_t i = 0; i < LONG_NAME; i++) {
        name[i] = "<|`\"\\\n\x1b@"[i % 8];
    }
    name[LONG_NAME] = '\0';
    try_name(name, render, look);
    free(name);
}

void cards_try_empty_history(cards_render_fn *render, cards_look_fn *look)
{
    struct bs_history *history = bs_history_new(64);
    const struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;
    struct bs_error error = {0};
    struct bs_buffer card;

    assert_int_equal(bs_report_build(&inputs, &report, &error), BS_OK);
    card = render_report(report, render);
    cards_check_inert(&card);
    look(&card, report, "");
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

void cards_check_inert(const struct bs_buffer *card)
{
    for (size_t at = 0; at < card->length;) {
        const char *byte = card->bytes + at;
        size_t length = bs_utf8_length(byte, card->length - at);
        bool is_control = ((unsigned char)*byte < 0x20 && *byte != '\n') || *byte == 0x7f ||
                          (length == 2 && memcmp(byte, "\xc2\xa0", 2) < 0);
        bool is_turning =
            length == 3 &&
            ((memcmp(byte, "\xe2\x80\xa8", 3) >= 0 && memcmp(byte, "\xe2\x80\xae", 3) <= 0) ||
             (memcmp(byte, "\xe2\x81\xa6", 3) >= 0 && memcmp(byte, "\xe2\x81\xa9", 3) <= 0));

        if (length == 0 || is_control || is_turning) {
            fail_msg("at byte %zu: 0x%02x..", at, (unsigned)(unsigned char)*byte);
        }
        at += length;
    }
}
