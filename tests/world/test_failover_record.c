/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Records that fail over by themselves, as their health check says. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define ESTATE                                                                             \
    "blackstart: scenario/1\nname: failover\nduration: 2h\n"                               \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                  \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 4}, "                    \
    "lb: {kind: alb, region: primary, targets: app}, "                                     \
    "app-dr: {kind: ecs_service, region: standby, tasks: 4}, "                             \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}}\n"                              \
    "health_checks: {app: {url: 'https://app.example.com/health', of: lb, interval: 30s, " \
    "failures: 3}}\n"                                                                      \
    "dns: {app.example.com: {to: lb, ttl: 60s, propagation: 20s, "                         \
    "failover: {to: lb-dr, health_check: app}}, plain.example.com: {to: lb}}\n"            \
    "resolvers: {public: {count: 50, mix: {honour: 100%}}}\n"                              \
    "clients: {shoppers: {resolvers: public, record: app.example.com, reads: 20/s}}\n"     \
    "faults: [{name: lost, at: 10m, for: 30m, region_loss: {region: primary, "             \
    "connections: refused, global_control_planes: lost}}]\n"

static void open_estate(struct estate *estate, struct bs_scenario **scenario, enum bs_detail detail)
{
    *scenario = estate_scenario(ESTATE);
    estate_open_detailed(estate, *scenario, (struct bs_stream_root){7, 0}, detail);
}

static void close_estate(struct estate *estate, struct bs_scenario *scenario)
{
    estate_close(estate);
    bs_scenario_destroy(scenario);
}

static const char *leads_to(const struct estate *estate, const char *name)
{
    const struct bs_record_state *record =
        bs_route53_record(estate->world, bs_route53_find_record(estate->world, name));
    const struct bs_record_change *newest = &record->changes[record->change_count - 1];

    assert_int_equal(newest->share_count, 1);
    return estate->scenario->resources[newest->shares[0].alb].id;
}

/* Three failures at 30 s, from checkers at any phase; even while Route 53's API is lost. */
static void it_leads_where_the_check_lets_it(void **state)
{
    struct bs_scenario *scenario;
    struct estate estate;

    (void)state;
    open_estate(&estate, &scenario, BS_DETAIL_SKIP);
    estate_run(&estate, BS_AT_SECONDS(660));
    assert_string_equal(leads_to(&estate, "app.example.com"), "lb");
    estate_run(&estate, BS_AT_SECONDS(600 + 91));
    assert_string_equal(leads_to(&estate, "app.example.com"), "lb-dr");
    assert_string_equal(leads_to(&estate, "plain.example.com"), "lb");
    estate_run(&estate, BS_AT_SECONDS(2400));
    assert_string_equal(leads_to(&estate, "app.example.com"), "lb-dr");
    estate_run(&estate, BS_AT_SECONDS(2400 + 91));
    assert_string_equal(leads_to(&estate, "app.example.com"), "lb");
    close_estate(&estate, scenario);
}

static void a_change_by_hand_makes_it_plain(void **state)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
                                            .region = "global",
                                            .resource = "app.example.com",
                                            .target = "lb",
                                            .count = 100};
    struct bs_scenario *scenario;
    struct estate estate;

    (void)state;
    open_estate(&estate, &scenario, BS_DETAIL_SKIP);
    estate_run(&estate, BS_AT_SECONDS(60));
    assert_int_equal(estate_call(&estate, &request)->outcome, BS_OUTCOME_OK);
    estate_run(&estate, BS_AT_SECONDS(1200));
    assert_string_equal(leads_to(&estate, "app.example.com"), "lb");
    close_estate(&estate, scenario);
}

/* Text of the whole history; the caller's. */
static struct bs_buffer history_of(enum bs_detail detail)
{
    struct bs_scenario *scenario;
    struct bs_buffer text;
    struct estate estate;

    open_estate(&estate, &scenario, detail);
    estate_run(&estate, BS_AT_SECONDS(7200));
    bs_world_finish(estate.world);
    bs_buffer_init(&text, 64 * 1024 * 1024);
    bs_history_write(estate.history, &text);
    close_estate(&estate, scenario);
    return text;
}

static void skipping_shows_nowhere(void **state)
{
    struct bs_buffer skipped = history_of(BS_DETAIL_SKIP);
    struct bs_buffer listed = history_of(BS_DETAIL_EVERY_EVENT);

    (void)state;
    assert_int_equal(skipped.length, listed.length);
    assert_memory_equal(skipped.bytes, listed.bytes, skipped.length);
    bs_buffer_clean_up(&skipped);
    bs_buffer_clean_up(&listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_leads_where_the_check_lets_it),
        cmocka_unit_test(a_change_by_hand_makes_it_plain),
        cmocka_unit_test(skipping_shows_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
