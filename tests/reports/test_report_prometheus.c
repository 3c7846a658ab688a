/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/prometheus_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/reports/cards.h"

enum { NAME_MAX_BYTES = 64, HEAD_MAX_BYTES = 128 };

static const char name_letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";

/** Reads what must come next. */
static void expect(const char **at, const char *text)
{
    if (strncmp(*at, text, strlen(text)) != 0) {
        fail_msg("no \"%s\" at: %.60s", text, *at);
    }
    *at += strlen(text);
}

static void read_name(const char **at, char name[NAME_MAX_BYTES])
{
    size_t length = strspn(*at, name_letters);

    assert_true(length > 0 && length < NAME_MAX_BYTES);
    memcpy(name, *at, length);
    name[length] = '\0';
    *at += length;
}

/** A quoted label value: no quote, no line feed, and no backslash but in its three escapes. */
static void read_value_of_label(const char **at)
{
    expect(at, "\"");
    for (; **at != '"'; (*at)++) {
        assert_true(**at != '\n' && **at != '\0');
        if (**at == '\\') {
            (*at)++;
            assert_non_null(strchr("\\\"n", **at));
        }
    }
    expect(at, "\"");
}

static void read_labels(const char **at)
{
    char name[NAME_MAX_BYTES];

    expect(at, "{");
    for (;;) {
        read_name(at, name);
        expect(at, "=");
        read_value_of_label(at);
        if (**at == '}') {
            break;
        }
        expect(at, ",");
    }
    expect(at, "}");
}

/** A decimal number, in units of 10^-9. */
static int64_t read_decimal(const char **at)
{
    int64_t sign = **at == '-' ? -1 : 1;
    int64_t nano = 0;
    int digits = 0;

    *at += sign < 0;
    assert_true(strspn(*at, "0123456789") > 0);
    for (; **at >= '0' && **at <= '9'; (*at)++) {
        nano = nano * 10 + (**at - '0');
    }
    if (**at == '.') {
        (*at)++;
        assert_true(strspn(*at, "0123456789") > 0);
        for (; **at >= '0' && **at <= '9'; (*at)++, digits++) {
            nano = nano * 10 + (**at - '0');
        }
    }
    assert_true(digits <= 9);
    for (; digits < 9; digits++) {
        nano *= 10;
    }
    return sign * nano;
}

static bool names_scenario(const char *labels)
{
    return strncmp(labels, "{scenario=", strlen("{scenario=")) == 0;
}

/** Whether it names its scenario. */
static bool read_sample(const char **at, const char *metric)
{
    char name[NAME_MAX_BYTES];
    bool has_scenario;

    read_name(at, name);
    assert_string_equal(name, metric);
    has_scenario = names_scenario(*at);
    if (**at == '{') {
        read_labels(at);
    }
    expect(at, " ");
    (void)read_decimal(at);
    expect(at, "\n");
    return has_scenario;
}

/** "# HELP name words", "# TYPE name gauge". */
static void read_head(const char **at, char metric[NAME_MAX_BYTES])
{
    char name[NAME_MAX_BYTES];

    expect(at, "# HELP ");
    read_name(at, metric);
    expect(at, " ");
    assert_true(strcspn(*at, "\n\\") > 0);
    *at += strcspn(*at, "\n\\");
    expect(at, "\n# TYPE ");
    read_name(at, name);
    assert_string_equal(name, metric);
    expect(at, " gauge\n");
}

/** Whether the line up to its value is there once. */
static void check_is_single(const struct bs_buffer *card, const char *line)
{
    size_t length = strcspn(line, "\n");

    while (line[length] != ' ') {
        length--;
    }
    for (const char *at = card->bytes; at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n';
        assert_true(at == line || strncmp(at, line, length + 1) != 0);
    }
}

static void check_grammar(const struct bs_buffer *card, bool has_scenario)
{
    const char *at = card->bytes;

    while (*at != '\0') {
        char metric[NAME_MAX_BYTES];
        char head[HEAD_MAX_BYTES];

        read_head(&at, metric);
        assert_int_equal(strncmp(metric, "blackstart_", strlen("blackstart_")), 0);
        (void)snprintf(head, sizeof(head), "# TYPE %s ", metric);
        assert_null(strstr(at, head));
        do {
            check_is_single(card, at);
            assert_int_equal(read_sample(&at, metric), has_scenario);
        } while (*at != '#' && *at != '\0');
    }
    assert_true(card->bytes + card->length == at);
}

/** What stands behind a series, whatever the scenario that it names, which `series` leaves out; or NULL. */
static const char *value_of(const char *line, const char *series)
{
    size_t length = strspn(series, name_letters);

    if (strncmp(line, series, length) != 0) {
        return NULL;
    }
    line += length;
    series += length;
    if (names_scenario(line)) {
        line += strlen("{scenario=");
        read_value_of_label(&line);
        if (*line == ',' && *series == '{') {
            series++;
        } else if (*line != '}' || *series != '\0') {
            return NULL;
        }
        line++;
    }
    length = strlen(series);
    return strncmp(line, series, length) == 0 && line[length] == ' ' ? line + length + 1 : NULL;
}

static const char *find_series(const struct bs_buffer *card, const char *series)
{
    for (const char *at = card->bytes; at != NULL && *at != '\0'; at = strchr(at, '\n')) {
        const char *value;

        at += *at == '\n';
        value = *at == '#' ? NULL : value_of(at, series);
        if (value != NULL) {
            return value;
        }
    }
    return NULL;
}

static bool has_series(const struct bs_buffer *card, const char *series)
{
    return find_series(card, series) != NULL;
}

static int64_t nano_of(const struct bs_buffer *card, const char *series)
{
    const char *at = find_series(card, series);

    if (at == NULL) {
        fail_msg("no %s", series);
        return 0;
    }
    return read_decimal(&at);
}

static void cards_are_as_drawn(void **state)
{
    (void)state;
    cards_compare_stories("prom", bs_report_prometheus);
}

static void values_are_those_of_the_report(void **state)
{
    static const struct {
        const char *series;
        int64_t nano;
    } rows[] = {
        {"blackstart_verdict{verdict=\"fail\"}", BS_NS_PER_S},
        {"blackstart_verdict{verdict=\"pass\"}", 0},
        {"blackstart_rto_seconds", 420 * BS_NS_PER_S},
        {"blackstart_rto_objective_seconds", 300 * BS_NS_PER_S},
        {"blackstart_recovered", BS_NS_PER_S},
        {"blackstart_outages", BS_NS_PER_S},
        {"blackstart_failed_requests", 74820 * BS_NS_PER_S},
        {"blackstart_requests", 720000 * BS_NS_PER_S},
        {"blackstart_availability_ratio", 896083333},
        {"blackstart_rpo_seconds{store=\"orders\"}", 3200 * BS_NS_PER_MS},
        {"blackstart_rpo_objective_seconds{store=\"uploads\"}", 900 * BS_NS_PER_S},
        {"blackstart_lost_writes{store=\"orders\"}", 128 * BS_NS_PER_S},
        {"blackstart_lost_writes{store=\"uploads\"}", 0},
        {"blackstart_phase_duration_seconds{phase=\"decide\"}", 45250 * BS_NS_PER_MS},
        {"blackstart_step_duration_seconds{workflow=\"activate\",step=\"promote\",execution=\"1\"}",
         128 * BS_NS_PER_S},
        {"blackstart_step_target_seconds{workflow=\"activate\",step=\"promote\",execution=\"1\"}",
         60 * BS_NS_PER_S},
        {"blackstart_step_human_wait_seconds{workflow=\"activate\",step=\"scale\",execution=\"1\"}",
         120 * BS_NS_PER_S},
        {"blackstart_missed_steps", BS_NS_PER_S},
        {"blackstart_invariant_failed{invariant=\"execution_ends\"}", 0},
    };
    struct bs_buffer card = cards_of_story(&cards_missed, bs_report_prometheus);

    (void)state;
    check_grammar(&card, true);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_int_equal(nano_of(&card, rows[i].series), rows[i].nano);
    }
    assert_null(strstr(card.bytes, "predicted"));
    bs_buffer_clean_up(&card);
}

static void phases_add_up_to_the_rto(void **state)
{
    static const char series[] = "\nblackstart_phase_duration_seconds{";
    struct bs_buffer card = cards_of_story(&cards_passed, bs_report_prometheus);
    int64_t sum = 0;

    (void)state;
    for (const char *at = card.bytes; (at = strstr(at, series)) != NULL;) {
        at += sizeof(series) - 2;
        read_labels(&at);
        expect(&at, " ");
        sum += read_decimal(&at);
    }
    assert_int_equal(sum, nano_of(&card, "blackstart_rto_seconds"));
    bs_buffer_clean_up(&card);
}

static void what_is_unknown_is_left_out(void **state)
{
    static const struct story censored = {
        .fault_s = 600, .bad = {{600, 3600, 0}}, .rto_objective_s = -1, .end = ""};
    struct bs_buffer card = cards_of_story(&censored, bs_report_prometheus);

    (void)state;
    check_grammar(&card, true);
    assert_false(has_series(&card, "blackstart_rto_seconds"));
    assert_false(has_series(&card, "blackstart_rto_objective_seconds"));
    assert_int_equal(nano_of(&card, "blackstart_recovered"), 0);
    bs_buffer_clean_up(&card);
}

static void look_at_names(const struct bs_buffer *card, const struct bs_report *report,
                          const char *name)
{
    check_grammar(card, true);
    assert_true(report->predictions.count == 2);
    assert_int_equal(nano_of(card, "blackstart_verdict{verdict=\"fail\"}"), BS_NS_PER_S);
    if (strcmp(name, "\\| \\\" \\n \\") == 0) {
        assert_true(has_series(card, "blackstart_rpo_objective_seconds"
                                     "{store=\"\\\\| \\\\\\\" \\\\n \\\\\"}"));
        assert_int_equal(nano_of(card, "blackstart_predicted_high_seconds{subject=\"step\","
                                       "workflow=\"\\\\| \\\\\\\" \\\\n \\\\\","
                                       "name=\"\\\\| \\\\\\\" \\\\n \\\\\"}"),
                         3 * BS_NS_PER_S);
    }
    if (strncmp(name, "line\r\n", 6) == 0) {
        assert_non_null(strstr(card->bytes, ",store=\"line\xef\xbf\xbd"
                                            "00000d\\n# heading\\n- item"));
    }
}

/** The card of a run of which nothing is known but that it has that store. */
static struct bs_buffer series_of(const char *store)
{
    struct story_events *events = calloc(1, sizeof(*events));
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;

    assert_non_null(events);
    STORY_PUT(events, 0, BS_RECORD_STORE, bs_text(store), bs_text("s3_bucket"), bs_text("any"),
              bs_span(BS_SECONDS(30)));
    history = story_history(events, 1 << 20);
    report = cards_build(history);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_prometheus(report, &card);
    assert_false(card.failed);
    cards_check_inert(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
    free(events);
    return card;
}

/* What no reader should meet is shown otherwise, yet two names never become one. */
static void names_stay_different(void **state)
{
    static const struct {
        const char *name;
        const char *label;
    } rows[] = {
        {"a\x1b", "a\xef\xbf\xbd"
                  "00001b"},
        {"a\x07", "a\xef\xbf\xbd"
                  "000007"},
        {"a\xef\xbf\xbd", "a\xef\xbf\xbd"
                          "00fffd"},
        {"a\xef\xbf\xbd"
         "00001b",
         "a\xef\xbf\xbd"
         "00fffd00001b"},
        {"a\x80", "a\xef\xbf\xbdx80"},
        {"a\xc2\x80", "a\xef\xbf\xbd"
                      "000080"},
        {"a\xe2\x80\xae", "a\xef\xbf\xbd"
                          "00202e"},
        {"\xd7\xa9 \xf0\x9f\x9a\x92", "\xd7\xa9 \xf0\x9f\x9a\x92"},
        {"a\nb\\\"", "a\\nb\\\\\\\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_buffer card = series_of(rows[i].name);
        char series[HEAD_MAX_BYTES];

        (void)snprintf(series, sizeof(series), "blackstart_rpo_objective_seconds{store=\"%s\"}",
                       rows[i].label);
        assert_int_equal(nano_of(&card, series), 30 * BS_NS_PER_S);
        bs_buffer_clean_up(&card);
    }
}

static void hostile_names_are_inert(void **state)
{
    (void)state;
    cards_try_hostile_names(bs_report_prometheus, look_at_names);
}

static void look_at_nothing(const struct bs_buffer *card, const struct bs_report *report,
                            const char *name)
{
    (void)report;
    (void)name;
    check_grammar(card, false);
    assert_int_equal(nano_of(card, "blackstart_verdict{verdict=\"unknown\"}"), BS_NS_PER_S);
    assert_int_equal(nano_of(card, "blackstart_requests"), 0);
    assert_null(strstr(card->bytes, "rto_seconds"));
    assert_null(strstr(card->bytes, "recovered"));
    assert_null(strstr(card->bytes, "availability"));
}

static void an_empty_history_has_few_metrics(void **state)
{
    (void)state;
    cards_try_empty_history(bs_report_prometheus, look_at_nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_are_as_drawn),
        cmocka_unit_test(values_are_those_of_the_report),
        cmocka_unit_test(phases_add_up_to_the_rto),
        cmocka_unit_test(what_is_unknown_is_left_out),
        cmocka_unit_test(names_stay_different),
        cmocka_unit_test(hostile_names_are_inert),
        cmocka_unit_test(an_empty_history_has_few_metrics),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
