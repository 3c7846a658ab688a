/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "tests/reports/cards.h"
#include "tests/reports/tale.h"

/* The card is well-formed XML besides being HTML, so that a strict parser can look at it. */
static xmlDocPtr parse(const struct bs_buffer *card)
{
    xmlDocPtr document;

    assert_false(card->failed);
    document = xmlReadMemory(card->bytes, (int)card->length, "card.html", "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(document);
    return document;
}

static int count(xmlDocPtr document, const char *path)
{
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);
    int nodes;

    assert_non_null(found);
    nodes = found->type == XPATH_NUMBER
                ? (int)found->floatval
                : (found->nodesetval != NULL ? found->nodesetval->nodeNr : 0);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return nodes;
}

/* Nothing is fetched, nothing runs, and each table's rows have as many cells as its head. */
static void check(const struct bs_buffer *card)
{
    static const char *const forbidden[] = {
        "//script",
        "//*[@src]",
        "//*[@href]",
        "//link",
        "//img",
        "//iframe",
        "//@*[starts-with(name(), 'on')]",
        "//table[.//tr[count(td) + count(th) != count(ancestor::table/thead/tr/th)]]"};
    xmlDocPtr document = parse(card);
    const char *url = card->bytes;

    for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
        if (count(document, forbidden[i]) != 0) {
            fail_msg("the card has %s", forbidden[i]);
        }
    }
    assert_int_equal(count(document, "//h1"), 1);
    assert_int_equal(count(document, "//section[contains(@class, 'verdict')]"), 1);
    assert_int_equal(count(document, "//svg[@role='img'][not(title)]"), 0);
    assert_int_equal(count(document, "//@id"), 1);
    while ((url = strstr(url, "url(")) != NULL) {
        assert_memory_equal(url, "url(#waiting)", strlen("url(#waiting)"));
        url++;
    }
    assert_null(strstr(card->bytes, "@import"));
    xmlFreeDoc(document);
}

static void look(const struct bs_buffer *card, const struct bs_report *report, const char *name)
{
    (void)report;
    (void)name;
    check(card);
}

static void test_stories(void **state)
{
    (void)state;
    cards_compare_stories("html", bs_report_html);
}

static void test_form(void **state)
{
    const struct story *const stories[] = {&cards_missed, &cards_passed};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct bs_buffer card = cards_of_story(stories[i], bs_report_html);

        check(&card);
        bs_buffer_clean_up(&card);
    }
}

static void test_hostile_names(void **state)
{
    (void)state;
    cards_try_hostile_names(bs_report_html, look);
}

static void test_nothing(void **state)
{
    (void)state;
    cards_try_empty_history(bs_report_html, look);
}

/* A step that waited twice for people has two hatched stretches, whose length is what the table says. */
static void test_waits(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDocPtr document;
    int64_t sum_ns = 0;

    (void)state;
    tale_begin(&tale);
    tale_order(&tale, 100, 1, "activate");
    tale_step(&tale, 100, 1, "approve", "in_progress");
    tale_step(&tale, 110, 1, "approve", "pending_approval");
    tale_step(&tale, 140, 1, "approve", "in_progress");
    tale_step(&tale, 150, 1, "approve", "pending_approval");
    tale_step(&tale, 210, 1, "approve", "completed");
    tale_execution(&tale, 220, 1, "completed");
    history = tale_end(&tale);
    report = cards_build(history);
    assert_int_equal(report->steps.executed[0].wait_count, 2);
    for (size_t i = 0; i < 2; i++) {
        sum_ns +=
            report->steps.executed[0].waits[i].to.ns - report->steps.executed[0].waits[i].from.ns;
    }
    assert_int_equal(sum_ns, 90 * BS_NS_PER_S);
    assert_int_equal(report->steps.executed[0].waited_on_human_ns, sum_ns);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_html(report, &card);
    document = parse(&card);
    assert_int_equal(count(document, "//rect[@class='wait']"), 2);
    assert_int_equal(count(document, "//td[.='1m 30s']"),
                     2); /* Of the step, and of its execution. */
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void put_missing(struct story_events *tale, const char *class_name, int64_t first_s,
                        int64_t last_s, int64_t writes)
{
    STORY_PUT(tale, 3600000, BS_RECORD_MISSING, bs_text("orders"), bs_text("orders"), bs_text("x"),
              bs_text("end"), bs_text(class_name), bs_count(1), bs_count(2),
              bs_at(BS_AT_SECONDS(first_s)), bs_at(BS_AT_SECONDS(last_s)), bs_count(writes));
}

/* Ranges that overlap, or that no eye could tell apart, are one bar; each class has its row and its sums. */
static void test_ledger(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDocPtr document;

    (void)state;
    tale_begin(&tale);
    put_missing(&tale, "lost", 500, 600, 7);
    put_missing(&tale, "lost", 100, 120, 5);
    put_missing(&tale, "lost", 110, 130, 4);
    put_missing(&tale, "lost", 131, 140, 3);
    put_missing(&tale, "deferred", 300, 290, 2); /* Backwards: as if it were one instant. */
    STORY_PUT(&tale, 3600000, BS_RECORD_DIVERGED, bs_text("orders"), bs_text("orders"),
              bs_at(BS_AT_SECONDS(700)), bs_at(BS_AT_SECONDS(720)), bs_count(9));
    history = tale_end(&tale);
    report = cards_build(history);
    assert_int_equal(report->rpo.count, 1);
    assert_int_equal(report->ledgers[0].count, 3);
    assert_string_equal(report->ledgers[0].rows[2].class_name, "lost");
    assert_int_equal(report->ledgers[0].rows[2].writes, 19);
    assert_int_equal(report->ledgers[0].rows[2].range_count, 4);
    assert_int_equal(report->ledgers[0].rows[2].first.ns, 100 * BS_NS_PER_S);
    assert_int_equal(report->ledgers[0].rows[2].last.ns, 600 * BS_NS_PER_S);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_html(report, &card);
    document = parse(&card);
    assert_int_equal(count(document, "//rect[@class='gone']"), 3);
    assert_int_equal(count(document, "//rect[@class='kept']"), 1);
    assert_int_equal(count(document, "//tr[th='lost' and td='19' and td='4' and td='1m 40s']"), 1);
    assert_int_equal(count(document, "//tr[th='diverged' and td='9' and td='12m']"), 1);
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

static void put_lag(struct story_events *tale, int64_t at_s, const char *lineage, int64_t lag_ns)
{
    STORY_PUT(tale, at_s * 1000, BS_RECORD_LAG, bs_text("orders"), bs_text(lineage),
              bs_span((struct bs_duration){lag_ns}));
}

/* A course for each lineage; samples that no eye could tell apart are one; what is no lag is left out. */
static void test_lags(void **state)
{
    static struct story_events tale;
    struct bs_history *history;
    struct bs_report *report;
    struct bs_buffer card;
    xmlDocPtr document;

    (void)state;
    tale_begin(&tale);
    put_lag(&tale, 60, "orders-dr", 2 * BS_NS_PER_S);
    put_lag(&tale, 61, "orders-dr", 9 * BS_NS_PER_S);
    put_lag(&tale, 600, "orders#2", INT64_MAX);
    put_lag(&tale, 1800, "orders-dr", 0);
    put_lag(&tale, 1860, "orders-dr", 9 * BS_NS_PER_S);
    put_lag(&tale, 1920, "orders-dr", -5);
    put_lag(&tale, 1980, "orders-dr", BS_DURATION_UNKNOWN.ns);
    history = tale_end(&tale);
    report = cards_build(history);
    assert_int_equal(report->lags[0].count, 2);
    assert_string_equal(report->lags[0].courses[0].lineage, "orders#2");
    assert_int_equal(report->lags[0].courses[1].count, 4);
    assert_int_equal(report->lags[0].courses[1].median.ns, 2 * BS_NS_PER_S);
    assert_int_equal(report->lags[0].courses[1].worst.lag.ns, 9 * BS_NS_PER_S);
    assert_int_equal(report->lags[0].courses[1].worst.at.ns, 61 * BS_NS_PER_S);
    bs_buffer_init(&card, CARDS_BYTES_MAX);
    bs_report_html(report, &card);
    document = parse(&card);
    assert_int_equal(count(document, "//tr[th='orders-dr' and td='2s' and td='9s' and td='4']"), 1);
    assert_int_equal(count(document, "//polyline[@class='lag']"), 2);
    assert_int_equal(count(document, "//polyline[starts-with(@points, '191.8,')]"), 1);
    assert_int_equal(count(document, "//polyline[contains(@points, ' 530.0,')]"), 1);
    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* As long as a run can be: its places on the axis need more than 64 bits. */
static void test_long_run(void **state)
{
    static const struct story story = {
        .horizon_s = BS_BINS_MAX, .fault_s = 600, .bad = {{600, 840, 0}}};
    struct bs_buffer card = cards_of_story(&story, bs_report_html);

    (void)state;
    check(&card);
    assert_non_null(strstr(card.bytes, "x=\"853.0\">100d</text>"));
    bs_buffer_clean_up(&card);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stories),       cmocka_unit_test(test_form),
        cmocka_unit_test(test_hostile_names), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_waits),         cmocka_unit_test(test_ledger),
        cmocka_unit_test(test_lags),          cmocka_unit_test(test_long_run),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
