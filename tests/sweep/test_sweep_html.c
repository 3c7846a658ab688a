/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/sweep/sweep_html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "tests/sweep/sweeps.h"

/* The card is well-formed XML besides being HTML, so that a strict parser can look at it. */
static xmlDocPtr parse(const struct bs_buffer *card)
{
    xmlDocPtr document;

    document = xmlReadMemory(card->bytes, (int)card->length, "sweep.html", "UTF-8",
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
    nodes = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return nodes;
}

static int count_in(const struct bs_sweep *sweep, const char *path)
{
    struct bs_buffer card = sweeps_write(sweep, bs_sweep_html);
    xmlDocPtr document = parse(&card);
    const int nodes = count(document, path);

    xmlFreeDoc(document);
    bs_buffer_clean_up(&card);
    return nodes;
}

/* Nothing is fetched, nothing runs, tables are even, pictures have words, and no number is none. */
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
        "//table[.//tr[count(td) + count(th) != count(ancestor::table/thead/tr/th)]]",
        "//svg[@role='img'][not(title) or not(desc)]",
        "//@*[contains(., '-') and number(.) < 0]",
        "//@x[string(number(.)) = 'NaN']",
        "//text()[contains(., '9223372036')]",
        "//@*[contains(., '9223372036')]"};
    xmlDocPtr document = parse(card);
    const char *url = card->bytes;

    for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
        if (count(document, forbidden[i]) != 0) {
            fail_msg("the card has %s", forbidden[i]);
        }
    }
    assert_int_equal(count(document, "//h1"), 1);
    assert_int_equal(count(document, "//section[contains(@class, 'verdict')]"), 1);
    assert_int_equal(count(document, "//@id"), 1);
    while ((url = strstr(url, "url(")) != NULL) {
        assert_memory_equal(url, "url(#waiting)", strlen("url(#waiting)"));
        url++;
    }
    assert_null(strstr(card->bytes, "@import"));
    xmlFreeDoc(document);
}

/* Without the styles, which are those of other cards, too. */
static void compare(const struct sweeps_recipe *recipe, const char *file)
{
    struct sweeps_made made;
    struct bs_buffer card;
    const char *body;

    sweeps_make(recipe, &made);
    card = sweeps_write(made.sweep, bs_sweep_html);
    check(&card);
    sweeps_check_inert(&card, "\n");
    body = strstr(card.bytes, "<body>");
    assert_non_null(body);
    sweeps_compare(file, body, strlen(body));
    bs_buffer_clean_up(&card);
    sweeps_clean_up(&made);
}

static void test_cards(void **state)
{
    (void)state;
    compare(&sweeps_plain, "plain.html");
    compare(&sweeps_endless, "endless.html");
    compare(&sweeps_few, "few.html");
}

/* Three trials support no quantile: none is drawn, and the words say so. */
static void test_few(void **state)
{
    struct sweeps_made made;

    (void)state;
    sweeps_make(&sweeps_few, &made);
    assert_int_equal(count_in(made.sweep, "//circle[@class='point']"), 0);
    assert_int_equal(count_in(made.sweep, "//th[.='RTO']/../td[.='not estimable']"), 3);
    assert_int_equal(count_in(made.sweep, "//li[contains(., 'RTO: p95 not estimable')]"), 1);
    assert_int_equal(count_in(made.sweep, "//h2[.='Who owns the tail']"), 1);
    assert_int_equal(count_in(made.sweep, "//p[contains(., 'it takes 80 trials')]"), 1);
    sweeps_clean_up(&made);
}

/* Outages without an end are a bar apart, a gap above the curve, and a number of their own. */
static void test_endless(void **state)
{
    struct sweeps_made made;

    (void)state;
    sweeps_make(&sweeps_endless, &made);
    assert_int_equal(made.sweep->results[0].endless, 16);
    assert_int_equal(count_in(made.sweep, "//text[.='16 unrecovered']"), 1);
    assert_int_equal(
        count_in(made.sweep,
                 "//text[starts-with(., 'base: ') and contains(., '16 of 198 unrecovered')]"),
        1);
    assert_int_equal(count_in(made.sweep, "//th[.='RTO']/../td[.='16']"), 1);
    assert_int_equal(count_in(made.sweep, "//p[contains(., '2 trials could not be judged')]"), 1);
    sweeps_clean_up(&made);
}

/* A sweep no trial of which recovers has nothing to draw. */
static void test_all_endless(void **state)
{
    const struct sweeps_recipe recipe = {
        .trials = 100, .endless_every = 1, .held = "x", .rto_objective_s = 100};
    struct sweeps_made made;
    struct bs_buffer card;

    (void)state;
    sweeps_make(&recipe, &made);
    card = sweeps_write(made.sweep, bs_sweep_html);
    check(&card);
    bs_buffer_clean_up(&card);
    assert_int_equal(count_in(made.sweep, "//path[contains(@class, 'curve')]"), 0);
    assert_int_equal(count_in(made.sweep, "//li[contains(., 'RTO: p95 unrecovered')]"), 1);
    sweeps_clean_up(&made);
}

/* As soon as variants have a cost, and a p95 that is a number. */
static void test_costs(void **state)
{
    struct sweeps_made made;
    struct bs_buffer card;

    (void)state;
    sweeps_make(&sweeps_plain, &made);
    assert_int_equal(count_in(made.sweep, "//h2[.='What recovery time costs']"), 0);
    made.sweep->results[0].monthly_usd_micro = bs_known(1234560000);
    made.sweep->results[1].monthly_usd_micro = bs_known(3000000000);
    assert_int_equal(count_in(made.sweep, "//h2[.='What recovery time costs']"), 1);
    assert_int_equal(count_in(made.sweep, "//td[.='1234.56']"), 1);
    assert_int_equal(count_in(made.sweep, "//circle[@r='5']"), 2);
    card = sweeps_write(made.sweep, bs_sweep_html);
    check(&card);
    bs_buffer_clean_up(&card);
    sweeps_clean_up(&made);
}

static void look(struct sweeps_made *made, const char *name)
{
    struct bs_buffer card = sweeps_write(made->sweep, bs_sweep_html);

    (void)name;
    check(&card);
    sweeps_check_inert(&card, "\n");
    bs_buffer_clean_up(&card);
}

static void test_hostile_names(void **state)
{
    (void)state;
    sweeps_try_hostile_names(look);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cards),   cmocka_unit_test(test_few),
        cmocka_unit_test(test_endless), cmocka_unit_test(test_all_endless),
        cmocka_unit_test(test_costs),   cmocka_unit_test(test_hostile_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
