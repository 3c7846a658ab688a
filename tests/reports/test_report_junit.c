/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/junit_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "tests/reports/cards.h"
#include "tests/reports/tale.h"

enum { TEXT_MAX = 1024 };

static xmlDoc *parse(const struct bs_buffer *card)
{
    xmlDoc *document =
        xmlReadMemory(card->bytes, (int)card->length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

    assert_non_null(document);
    return document;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNode *child(xmlNode *node, const char *name)
{
    xmlNode *found = node->children;

    while (found != NULL && !is_element(found, name)) {
        found = found->next;
    }
    return found;
}

static xmlNode *suite_of(xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);

    assert_true(is_element(root, "testsuites"));
    assert_non_null(child(root, "testsuite"));
    return child(root, "testsuite");
}

static bool attribute_is(xmlNode *node, const char *name, const char *value)
{
    xmlChar *found = xmlGetProp(node, (const xmlChar *)name);
    bool is_same = found != NULL && strcmp((const char *)found, value) == 0;

    xmlFree(found);
    return is_same;
}

static xmlNode *find_case(xmlNode *suite, const char *class_name, const char *name)
{
    for (xmlNode *node = suite->children; node != NULL; node = node->next) {
        if (is_element(node, "testcase") && attribute_is(node, "classname", class_name) &&
            attribute_is(node, "name", name)) {
            return node;
        }
    }
    fail_msg("no case %s of %s", name, class_name);
    return NULL;
}

static void check_count(xmlNode *node, const char *name, size_t count)
{
    char text[TEXT_MAX];

    (void)snprintf(text, sizeof(text), "%zu", count);
    assert_true(attribute_is(node, name, text));
}

/** Well-formed, every case with its attributes, and counted once. */
static void check_structure(const struct bs_buffer *card)
{
    static const char *const results[] = {"failure", "error", "skipped"};
    static const char *const counts[] = {"failures", "errors", "skipped"};
    size_t found[] = {0, 0, 0};
    size_t cases = 0;
    xmlDoc *document = parse(card);
    xmlNode *suite = suite_of(document);

    for (xmlNode *node = suite->children; node != NULL; node = node->next) {
        size_t outcomes = 0;

        if (!is_element(node, "testcase")) {
            continue;
        }
        assert_non_null(xmlHasProp(node, (const xmlChar *)"classname"));
        assert_non_null(xmlHasProp(node, (const xmlChar *)"name"));
        for (size_t i = 0; i < 3; i++) {
            xmlNode *result = child(node, results[i]);

            found[i] += result != NULL;
            outcomes += result != NULL;
            assert_true(result == NULL || xmlHasProp(result, (const xmlChar *)"message") != NULL);
        }
        assert_true(outcomes <= 1);
        cases++;
    }
    for (size_t i = 0; i < 3; i++) {
        check_count(suite, counts[i], found[i]);
        check_count(suite->parent, counts[i], found[i]);
    }
    check_count(suite, "tests", cases);
    check_count(suite->parent, "tests", cases);
    xmlFreeDoc(document);
}

static void cards_are_as_drawn(void **state)
{
    (void)state;
    cards_compare_stories("junit.xml", bs_report_junit);
}

static void counts_agree_with_cases(void **state)
{
    static const struct story censored = {.fault_s = 600, .bad = {{600, 3600, 0}}, .end = ""};
    static const struct story stopped = {.fault_s = 600,
                                         .bad = {{600, 700, 0}},
                                         .decided_ms = 650000,
                                         .completed_ms = 660000,
                                         .last_state = "canceled"};
    const struct story *const stories[] = {&cards_missed, &cards_passed, &censored, &stopped};

    (void)state;
    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct bs_buffer card = cards_of_story(stories[i], bs_report_junit);

        check_structure(&card);
        bs_buffer_clean_up(&card);
    }
}

static void a_missed_objective_is_a_failure(void **state)
{
    struct bs_buffer card = cards_of_story(&cards_missed, bs_report_junit);
    xmlDoc *document = parse(&card);
    xmlNode *suite = suite_of(document);
    xmlNode *scale = find_case(suite, "steps.activate", "scale");

    (void)state;
    assert_true(attribute_is(suite, "name", "Region loss"));
    assert_true(attribute_is(suite, "time", "420"));
    assert_true(attribute_is(suite, "failures", "1"));
    assert_true(attribute_is(child(find_case(suite, "objectives", "RTO"), "failure"), "message",
                             "RTO 7m, objective 5m: missed by 2m"));
    assert_null(child(find_case(suite, "objectives", "RPO orders"), "failure"));
    assert_null(child(find_case(suite, "objectives", "RPO uploads"), "failure"));
    assert_null(child(find_case(suite, "objectives", "split brain"), "failure"));
    assert_null(child(find_case(suite, "invariants", "execution_ends"), "failure"));
    assert_true(attribute_is(scale, "time", "120"));
    assert_non_null(child(find_case(suite, "steps.activate", "tell"), "skipped"));
    assert_non_null(child(suite, "system-out"));
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
}

/** Each step's last state, and the element that says so; an end is known of all but the last. */
static void steps_go_by_their_states(void **state)
{
    static const struct {
        const char *step;
        const char *state;
        const char *element;
    } steps[] = {
        {"check", "completed", NULL},          {"fence", "completed_with_exceptions", NULL},
        {"promote", "timed_out", "failure"},   {"scale", "failed", "failure"},
        {"approve", "rolled_back", "skipped"}, {"cutover", "skipped", "skipped"},
        {"tell", "in_progress", "error"},
    };
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDoc *document;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 100, 1, "activate");
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        tale_steps(&tale, 100, 130, 1, steps[i].step, steps[i].state);
    }
    tale_order(&tale, 300, 2, "return");
    history = tale_end(&tale);
    report = cards_build(history);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_junit(report, &card);
    check_structure(&card);
    document = parse(&card);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        char name[TEXT_MAX];
        xmlNode *node;

        (void)snprintf(name, sizeof(name), "%s (execution 1)", steps[i].step);
        node = find_case(suite_of(document), "steps.activate", name);
        if (strcmp(steps[i].state, "in_progress") == 0) {
            assert_null(xmlHasProp(node, (const xmlChar *)"time"));
        } else {
            assert_true(attribute_is(node, "time", "30"));
        }
        if (steps[i].element != NULL) {
            assert_true(attribute_is(child(node, steps[i].element), "message", steps[i].state));
        } else {
            assert_null(child(node, "failure"));
            assert_null(child(node, "error"));
        }
    }
    assert_non_null(
        child(find_case(suite_of(document), "steps.return", "release (execution 2)"), "skipped"));
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/** One store without an objective, between two that have one. */
static void only_objectives_are_cases(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDoc *document;
    size_t cases = 0;

    (void)state;
    tale_begin(&tale);
    STORY_PUT(&tale, 0, BS_RECORD_STORE, bs_text("logs"), bs_text("s3"), bs_text("any"),
              bs_span(BS_DURATION_UNKNOWN));
    STORY_PUT(&tale, 0, BS_RECORD_STORE, bs_text("uploads"), bs_text("s3"), bs_text("any"),
              bs_span(BS_SECONDS(60)));
    history = tale_end(&tale);
    report = cards_build(history);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_junit(report, &card);
    document = parse(&card);
    for (xmlNode *node = suite_of(document)->children; node != NULL; node = node->next) {
        cases += is_element(node, "testcase") && attribute_is(node, "classname", "objectives");
    }
    assert_int_equal(cases, 4);
    assert_non_null(child(find_case(suite_of(document), "objectives", "RPO orders"), "system-out"));
    assert_non_null(child(find_case(suite_of(document), "objectives", "RPO uploads"), "error"));
    assert_non_null(
        child(find_case(suite_of(document), "objectives", "split brain"), "system-out"));
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* An approver declines, as he may: the step fails, and with it the build only if the run does not pass. */
static void check_declined(const char *expected, enum bs_verdict verdict, const char *element)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDoc *document;

    tale_begin(&tale);
    STORY_PUT(&tale, 0, BS_RECORD_ACKNOWLEDGED, bs_text("orders"), bs_text("orders"), bs_count(9),
              bs_count(0));
    tale_expect(&tale, "failovers", expected);
    tale_order(&tale, 100, 1, "activate");
    tale_steps(&tale, 100, 130, 1, "approve", "failed");
    tale_execution(&tale, 131, 1, "failed");
    history = tale_end(&tale);
    report = cards_build(history);
    assert_int_equal(report->findings.verdict, verdict);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_junit(report, &card);
    document = parse(&card);
    assert_non_null(child(find_case(suite_of(document), "steps.activate", "approve"), element));
    assert_true(
        attribute_is(suite_of(document), "failures", verdict == BS_VERDICT_PASS ? "0" : "2"));
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void a_step_that_fails_as_expected_fails_no_build(void **state)
{
    (void)state;
    check_declined("0", BS_VERDICT_PASS, "skipped");
    check_declined("1", BS_VERDICT_FAIL, "failure");
}

/** Whatever keeps the verdict from a pass is a case that does not pass. */
static void look_at_verdict(const struct bs_buffer *card, const struct bs_report *report,
                            const char *name)
{
    xmlDoc *document = parse(card);
    xmlNode *suite = suite_of(document);
    size_t speaking = 0;
    size_t found = 0;

    (void)name;
    check_structure(card);
    for (size_t i = 0; i < report->findings.count; i++) {
        speaking += report->findings.items[i].verdict != BS_VERDICT_PASS;
    }
    for (xmlNode *node = suite->children; node != NULL; node = node->next) {
        if (is_element(node, "testcase") && (attribute_is(node, "classname", "objectives") ||
                                             attribute_is(node, "classname", "invariants") ||
                                             attribute_is(node, "classname", "evidence"))) {
            found += child(node, "failure") != NULL || child(node, "error") != NULL;
        }
    }
    assert_int_equal(found, speaking);
    xmlFreeDoc(document);
}

static void look_at_names(const struct bs_buffer *card, const struct bs_report *report,
                          const char *name)
{
    look_at_verdict(card, report, name);
    /* What needs no cleaning comes back as it was. */
    if (strstr(name, "<script>") != NULL) {
        char class_name[TEXT_MAX];
        xmlDoc *document = parse(card);

        (void)snprintf(class_name, sizeof(class_name), "steps.%s", name);
        assert_true(attribute_is(suite_of(document), "name", name));
        assert_non_null(child(find_case(suite_of(document), class_name, name), "failure"));
        xmlFreeDoc(document);
    }
}

static void hostile_names_are_inert(void **state)
{
    (void)state;
    cards_try_hostile_names(bs_report_junit, look_at_names);
}

static void nothing_is_judged_of_an_empty_history(void **state)
{
    (void)state;
    cards_try_empty_history(bs_report_junit, look_at_verdict);
}

static void a_card_beyond_its_bound_fails(void **state)
{
    struct bs_history *history = story_tell(&cards_missed);
    struct bs_report *report = cards_build(history);
    struct bs_buffer card;

    (void)state;
    bs_buffer_init(&card, 1000);
    bs_report_junit(report, &card);
    assert_true(card.failed);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_are_as_drawn),
        cmocka_unit_test(counts_agree_with_cases),
        cmocka_unit_test(a_missed_objective_is_a_failure),
        cmocka_unit_test(steps_go_by_their_states),
        cmocka_unit_test(only_objectives_are_cases),
        cmocka_unit_test(a_step_that_fails_as_expected_fails_no_build),
        cmocka_unit_test(hostile_names_are_inert),
        cmocka_unit_test(nothing_is_judged_of_an_empty_history),
        cmocka_unit_test(a_card_beyond_its_bound_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
