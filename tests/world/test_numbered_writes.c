/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Writes that come from outside by number: found where they are, replicated or not, and nowhere else. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

#define ESTATE                                                                                \
    "blackstart: scenario/1\nname: numbered\nduration: 30m\n"                                 \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                     \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 10}, "                      \
    "app-dr: {kind: ecs_service, region: standby, tasks: 10}, "                               \
    "lb: {kind: alb, region: primary, targets: app}, "                                        \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "                                  \
    "orders: {kind: rds_instance, region: primary}, "                                         \
    "orders-dr: {kind: rds_replica, of: orders, region: standby, lag: 10s, promotion: 60s}, " \
    "uploads: {kind: s3_bucket, region: primary, replicate_to: uploads-dr}, "                 \
    "uploads-dr: {kind: s3_bucket, region: standby}}\n"                                       \
    "dns: {app.example.com: {alias: lb}}\nresolvers: {public: {count: 1}}\n"                  \
    "clients: {shoppers: {resolvers: public, reads: 5/s, writes: 5/s, stores: [orders, "      \
    "uploads]}}\n"

struct asking {
    struct estate estate;
    struct bs_scenario *scenario;
    uint64_t calls;
    int32_t status; /* Of the last answer; 0: none has come. */
};

static int open_estate(void **state)
{
    static struct asking asking;

    asking = (struct asking){.scenario = estate_scenario(ESTATE)};
    estate_open(&asking.estate, asking.scenario, (struct bs_stream_root){1, 0});
    *state = &asking;
    return 0;
}

static int close_estate(void **state)
{
    struct asking *asking = *state;

    estate_close(&asking->estate);
    bs_scenario_destroy(asking->scenario);
    return 0;
}

static void answered(void *self, uint64_t call, const struct bs_call_answer *answer)
{
    struct asking *asking = self;

    (void)call;
    asking->status = answer->http_status;
}

static void lost(void *self)
{
    (void)self;
    fail();
}

/* Lets a second pass. */
static int32_t ask(struct asking *asking, enum bs_http_check check, const char *balancer,
                   struct bs_write_number number)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_HTTP_REQUEST, .region = "", .resource = balancer, .check = check};
    const struct bs_world_asker asker = {answered, lost, asking, &number};

    asking->status = 0;
    bs_world_ask_application(asking->estate.world, 1000000 + asking->calls++, &request, BS_NONE,
                             &asker);
    estate_run(&asking->estate,
               bs_instant_add(bs_simulation_now(asking->estate.simulation), BS_SECONDS(1)));
    return asking->status;
}

static int32_t write_at(struct asking *asking, const char *balancer, uint64_t sequence)
{
    return ask(asking, BS_HTTP_WRITE, balancer, (struct bs_write_number){7, sequence});
}

static int32_t read_at(struct asking *asking, const char *balancer, uint64_t sequence)
{
    return ask(asking, BS_HTTP_READ_BACK, balancer, (struct bs_write_number){7, sequence});
}

static void promote(struct asking *asking)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_RDS_PROMOTE_READ_REPLICA,
                                            .region = "us-west-2",
                                            .resource = "orders-dr"};

    assert_int_equal(estate_call(&asking->estate, &request)->outcome, BS_OUTCOME_OK);
    estate_run(&asking->estate,
               bs_instant_add(bs_simulation_now(asking->estate.simulation), BS_SECONDS(120)));
}

static void a_replica_has_it_after_its_lag(void **state)
{
    struct asking *asking = *state;

    estate_run(&asking->estate, BS_AT_SECONDS(60));
    assert_int_equal(write_at(asking, "lb", 1), 200);
    assert_int_equal(read_at(asking, "lb", 1), 200);
    assert_int_equal(read_at(asking, "lb-dr", 1), 404);
    estate_run(&asking->estate, BS_AT_SECONDS(85));
    assert_int_equal(read_at(asking, "lb-dr", 1), 200);
}

static void it_goes_by_both_numbers(void **state)
{
    struct asking *asking = *state;

    assert_int_equal(read_at(asking, "lb", 1), 404);
    assert_int_equal(write_at(asking, "lb", 1), 200);
    assert_int_equal(read_at(asking, "lb", 2), 404);
    assert_int_equal(ask(asking, BS_HTTP_READ_BACK, "lb", (struct bs_write_number){8, 1}), 404);
}

static void a_replica_takes_no_writes(void **state)
{
    struct asking *asking = *state;

    assert_int_equal(write_at(asking, "lb-dr", 1), 503);
    assert_int_equal(read_at(asking, "lb", 1), 404);
}

static void a_promotion_loses_what_was_not_replicated(void **state)
{
    struct asking *asking = *state;

    estate_run(&asking->estate, BS_AT_SECONDS(60));
    assert_int_equal(write_at(asking, "lb", 1), 200);
    estate_run(&asking->estate, BS_AT_SECONDS(200));
    assert_int_equal(write_at(asking, "lb", 2), 200);
    promote(asking);
    assert_int_equal(read_at(asking, "lb-dr", 1), 200);
    assert_int_equal(read_at(asking, "lb-dr", 2), 404);
    assert_int_equal(read_at(asking, "lb", 2), 200);
    assert_int_equal(write_at(asking, "lb", 3), 200); /* Two databases go their own ways. */
    assert_int_equal(write_at(asking, "lb-dr", 4), 200);
    estate_run(&asking->estate, BS_AT_SECONDS(600));
    assert_int_equal(read_at(asking, "lb-dr", 3), 404);
    assert_int_equal(read_at(asking, "lb", 4), 404);
    assert_int_equal(write_at(asking, "lb-dr", 2), 200);
    assert_int_equal(read_at(asking, "lb-dr", 2), 200);
}

static void however_many_they_are_all_found(void **state)
{
    enum { WRITES = 700, STRIDE = 1024 };
    struct asking *asking = *state;

    for (uint64_t k = 0; k < WRITES; k++) {
        assert_int_equal(write_at(asking, "lb", k * STRIDE), 200);
    }
    for (uint64_t k = 0; k < WRITES; k++) {
        assert_int_equal(read_at(asking, "lb", k * STRIDE), 200);
    }
    assert_int_equal(read_at(asking, "lb", 1), 404);
}

static void the_history_knows_nothing_of_it(void **state)
{
    struct asking *asking = *state;
    struct estate other;

    estate_open(&other, asking->scenario, (struct bs_stream_root){1, 0});
    for (uint64_t k = 0; k < 10; k++) {
        assert_int_equal(write_at(asking, "lb", k), 200);
    }
    estate_run(&asking->estate, BS_AT_SECONDS(300));
    estate_run(&other, BS_AT_SECONDS(300));
    bs_world_finish(asking->estate.world);
    bs_world_finish(other.world);
    assert_int_equal(bs_history_count(asking->estate.history), bs_history_count(other.history));
    estate_close(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_replica_has_it_after_its_lag, open_estate, close_estate),
        cmocka_unit_test_setup_teardown(it_goes_by_both_numbers, open_estate, close_estate),
        cmocka_unit_test_setup_teardown(a_replica_takes_no_writes, open_estate, close_estate),
        cmocka_unit_test_setup_teardown(a_promotion_loses_what_was_not_replicated, open_estate,
                                        close_estate),
        cmocka_unit_test_setup_teardown(however_many_they_are_all_found, open_estate, close_estate),
        cmocka_unit_test_setup_teardown(the_history_knows_nothing_of_it, open_estate, close_estate),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
