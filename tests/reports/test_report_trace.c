/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/trace_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "tests/reports/cards.h"
#include "tests/reports/tale.h"

enum { NS_PER_US = 1000 };

static cJSON *parse(const struct bs_buffer *card)
{
    cJSON *root = cJSON_Parse(card->bytes);

    assert_non_null(root);
    return root;
}

static const char *text_of(const cJSON *node, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(node, key);

    return cJSON_IsString(value) ? value->valuestring : "";
}

static int64_t integer_of(const cJSON *node, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(node, key);

    assert_true(cJSON_IsNumber(value));
    return llround(value->valuedouble);
}

/** The number of an event's track; 0: it belongs to its process. */
static int64_t track_of(const cJSON *event)
{
    return cJSON_HasObjectItem(event, "tid") ? integer_of(event, "tid") : 0;
}

/** Microseconds as ns: the digits that a double cannot hold are rounded away. */
static int64_t ns_of(const cJSON *node, const char *key)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(node, key);

    assert_true(cJSON_IsNumber(value));
    return llround(value->valuedouble * NS_PER_US);
}

static const cJSON *events_of(const cJSON *root)
{
    const cJSON *events = cJSON_GetObjectItemCaseSensitive(root, "traceEvents");

    assert_true(cJSON_IsArray(events));
    return events;
}

static bool is_kind(const cJSON *event, const char *kind)
{
    return strcmp(text_of(event, "ph"), kind) == 0;
}

static bool is_on_track(const cJSON *event, int64_t process, int64_t thread)
{
    return integer_of(event, "pid") == process && track_of(event) == thread;
}

/** What a metadata event calls a process or a track; NULL: nothing does. */
static const char *name_of(const cJSON *events, const char *what, int64_t process, int64_t thread)
{
    for (const cJSON *event = events->child; event != NULL; event = event->next) {
        if (is_kind(event, "M") && strcmp(text_of(event, "name"), what) == 0 &&
            is_on_track(event, process, thread)) {
            return text_of(cJSON_GetObjectItemCaseSensitive(event, "args"), "name");
        }
    }
    return NULL;
}

/** Slices of one track stand behind or within each other. */
static void check_nesting(const cJSON *events, const cJSON *slice)
{
    int64_t from = ns_of(slice, "ts");
    int64_t to = from + ns_of(slice, "dur");

    for (const cJSON *event = slice->next; event != NULL; event = event->next) {
        if (is_kind(event, "X") && is_on_track(event, integer_of(slice, "pid"), track_of(slice))) {
            int64_t start = ns_of(event, "ts");
            int64_t end = start + ns_of(event, "dur");

            assert_true(start >= to || (start >= from && end <= to));
        }
    }
    assert_non_null(name_of(events, "thread_name", integer_of(slice, "pid"), track_of(slice)));
}

static void check_event(const cJSON *events, const cJSON *event)
{
    assert_true(cJSON_IsString(cJSON_GetObjectItemCaseSensitive(event, "name")));
    assert_true(cJSON_IsObject(cJSON_GetObjectItemCaseSensitive(event, "args")));
    assert_non_null(name_of(events, "process_name", integer_of(event, "pid"), 0));
    if (is_kind(event, "M")) {
        return;
    }
    assert_true(ns_of(event, "ts") >= 0);
    if (is_kind(event, "X")) {
        assert_true(ns_of(event, "dur") >= 0);
        check_nesting(events, event);
    } else if (is_kind(event, "C")) {
        const cJSON *arguments = cJSON_GetObjectItemCaseSensitive(event, "args");

        assert_int_equal(cJSON_GetArraySize(arguments), 1);
        assert_true(cJSON_IsNumber(arguments->child));
    } else {
        assert_string_equal(text_of(event, "ph"), "i");
        assert_string_equal(text_of(event, "s"), "t");
    }
}

/** Times are decimals with at most three digits after the point. */
static void check_decimals(const char *text, const char *key)
{
    for (const char *at = text; (at = strstr(at, key)) != NULL;) {
        size_t digits;

        at += strlen(key);
        digits = strspn(at, "0123456789");
        assert_true(digits > 0);
        at += digits;
        if (*at == '.') {
            digits = strspn(at + 1, "0123456789");
            assert_true(digits >= 1 && digits <= 3);
            at += 1 + digits;
        }
        assert_true(*at == ',' || *at == '}');
    }
}

static void check_structure(const struct bs_buffer *card)
{
    cJSON *root = parse(card);
    const cJSON *events = events_of(root);

    assert_string_equal(text_of(root, "displayTimeUnit"), "ms");
    for (const cJSON *event = events->child; event != NULL; event = event->next) {
        check_event(events, event);
    }
    check_decimals(card->bytes, "\"ts\":");
    check_decimals(card->bytes, "\"dur\":");
    cJSON_Delete(root);
}

static const cJSON *find_slice(const cJSON *events, const char *category, const char *name)
{
    for (const cJSON *event = events->child; event != NULL; event = event->next) {
        if (is_kind(event, "X") && strcmp(text_of(event, "cat"), category) == 0 &&
            strcmp(text_of(event, "name"), name) == 0) {
            return event;
        }
    }
    fail_msg("no %s %s", category, name);
    return NULL;
}

static size_t count_of(const cJSON *events, const char *key, const char *value)
{
    size_t count = 0;

    for (const cJSON *event = events->child; event != NULL; event = event->next) {
        count += strcmp(text_of(event, key), value) == 0;
    }
    return count;
}

static void cards_are_as_drawn(void **state)
{
    (void)state;
    cards_compare_stories("trace.json", bs_report_trace);
}

static void phases_add_up_to_the_rto(void **state)
{
    static const struct {
        const struct story *story;
        int64_t rto_s;
    } rows[] = {{&cards_missed, 420}, {&cards_passed, 240}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_buffer card = cards_of_story(rows[i].story, bs_report_trace);
        cJSON *root = parse(&card);
        int64_t sum_ns = 0;

        check_structure(&card);
        for (const cJSON *event = events_of(root)->child; event != NULL; event = event->next) {
            if (strcmp(text_of(event, "cat"), "phase") == 0) {
                sum_ns += ns_of(event, "dur");
            }
        }
        assert_int_equal(sum_ns, rows[i].rto_s * BS_NS_PER_S);
        assert_int_equal(ns_of(find_slice(events_of(root), "outage", "outage"), "dur"), sum_ns);
        cJSON_Delete(root);
        bs_buffer_clean_up(&card);
    }
}

static void the_run_is_drawn(void **state)
{
    struct bs_buffer card = cards_of_story(&cards_missed, bs_report_trace);
    cJSON *root = parse(&card);
    const cJSON *events = events_of(root);
    const cJSON *fault = find_slice(events, "fault", "region lost");
    const cJSON *scale = find_slice(events, "step", "scale");
    const cJSON *wait = find_slice(events, "wait", "waited for people");

    (void)state;
    assert_int_equal(ns_of(fault, "ts"), 600 * BS_NS_PER_S);
    assert_int_equal(ns_of(fault, "dur"), 3000 * BS_NS_PER_S);
    assert_string_equal(text_of(cJSON_GetObjectItemCaseSensitive(fault, "args"), "end"),
                        "not within the run");
    assert_int_equal(ns_of(scale, "ts"), 740 * BS_NS_PER_S);
    assert_int_equal(ns_of(wait, "dur"), 120 * BS_NS_PER_S);
    assert_true(is_on_track(wait, integer_of(scale, "pid"), track_of(scale)));
    assert_string_equal(name_of(events, "process_name", integer_of(scale, "pid"), 0),
                        "execution 1: activate");
    assert_int_equal(count_of(events, "cat", "step"), 4);
    assert_int_equal(count_of(events, "cat", "mark"), 4);
    cJSON_Delete(root);
    bs_buffer_clean_up(&card);
}

static double argument_of(const cJSON *event, const char *key)
{
    const cJSON *value =
        cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(event, "args"), key);

    assert_true(cJSON_IsNumber(value));
    return value->valuedouble;
}

static void counters_are_the_strip_and_the_lags(void **state)
{
    struct bs_history *history = story_tell(&cards_missed);
    struct bs_report *report = cards_build(history);
    const struct bs_lag_course *course = &report->lags[0].courses[0];
    struct bs_buffer card;
    size_t column = 0;
    size_t point = 0;
    cJSON *root;

    (void)state;
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_trace(report, &card);
    root = parse(&card);
    for (const cJSON *event = events_of(root)->child; event != NULL; event = event->next) {
        if (is_kind(event, "C") && strcmp(text_of(event, "name"), "served") == 0) {
            assert_true(column < BS_STRIP_COLUMNS);
            assert_int_equal(llround(argument_of(event, "share") * (double)BS_NS_PER_S),
                             report->strip.share_ppb[column]);
            assert_int_equal(ns_of(event, "ts"),
                             (int64_t)column * 3600 * BS_NS_PER_S / BS_STRIP_COLUMNS);
            column++;
        } else if (is_kind(event, "C")) {
            assert_string_equal(text_of(event, "name"), course->lineage);
            assert_true(point < course->count);
            assert_int_equal(llround(argument_of(event, "behind_s") * (double)BS_NS_PER_S),
                             course->points[point].lag.ns);
            assert_int_equal(ns_of(event, "ts"), course->points[point].at.ns);
            point++;
        }
    }
    assert_int_equal(column, BS_STRIP_COLUMNS);
    assert_true(point > 0 && point == course->count);
    cJSON_Delete(root);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/** Two executions, steps side by side, one that does not end, and nanoseconds that are no microseconds. */
static void executions_have_tracks_of_their_own(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    cJSON *root;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 100, 1, "activate");
    tale_steps(&tale, 100, 200, 1, "promote", "completed");
    tale_steps(&tale, 150, 250, 1, "scale", "completed");
    tale.items[tale.count - 1].at.ns += 1007;
    tale_execution(&tale, 300, 1, "completed");
    tale_order(&tale, 400, 2, "return");
    tale_step(&tale, 400, 2, "release", "in_progress");
    history = tale_end(&tale);
    report = cards_build(history);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_trace(report, &card);
    check_structure(&card);
    root = parse(&card);
    assert_false(track_of(find_slice(events_of(root), "step", "promote")) ==
                 track_of(find_slice(events_of(root), "step", "scale")));
    assert_int_equal(ns_of(find_slice(events_of(root), "step", "scale"), "dur"),
                     100 * BS_NS_PER_S + 1007);
    assert_non_null(strstr(card.bytes, "\"dur\":100000001.007,"));
    assert_int_equal(ns_of(find_slice(events_of(root), "step", "release"), "dur"),
                     3200 * BS_NS_PER_S);
    assert_string_equal(name_of(events_of(root), "process_name",
                                integer_of(find_slice(events_of(root), "step", "release"), "pid"),
                                0),
                        "execution 2: return");
    cJSON_Delete(root);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void look_at_names(const struct bs_buffer *card, const struct bs_report *report,
                          const char *name)
{
    cJSON *root = parse(card);

    check_structure(card);
    assert_int_equal(report->steps.executed_count, 1);
    assert_true(report->steps.executed[0].waited_on_human_ns > 0);
    assert_int_equal(ns_of(find_slice(events_of(root), "wait", "waited for people"), "dur"),
                     report->steps.executed[0].waited_on_human_ns);
    if (strstr(name, "<script>") != NULL) {
        (void)find_slice(events_of(root), "step", name);
        (void)find_slice(events_of(root), "fault", name);
    }
    cJSON_Delete(root);
}

static void hostile_names_are_inert(void **state)
{
    (void)state;
    cards_try_hostile_names(bs_report_trace, look_at_names);
}

static void look_at_nothing(const struct bs_buffer *card, const struct bs_report *report,
                            const char *name)
{
    cJSON *root = parse(card);

    (void)report;
    (void)name;
    check_structure(card);
    assert_int_equal(count_of(events_of(root), "ph", "M"),
                     (size_t)cJSON_GetArraySize(events_of(root)));
    cJSON_Delete(root);
}

static void an_empty_history_has_no_events(void **state)
{
    (void)state;
    cards_try_empty_history(bs_report_trace, look_at_nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_are_as_drawn),
        cmocka_unit_test(phases_add_up_to_the_rto),
        cmocka_unit_test(the_run_is_drawn),
        cmocka_unit_test(counters_are_the_strip_and_the_lags),
        cmocka_unit_test(executions_have_tracks_of_their_own),
        cmocka_unit_test(hostile_names_are_inert),
        cmocka_unit_test(an_empty_history_has_no_events),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
