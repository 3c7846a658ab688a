/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/cost.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "reports/money.h"
#include "reports/prices.h"
#include "reports/report.h"
#include "tests/reports/story.h"

#define GB       INT64_C(1000000000)
#define NOT_SAID INT64_C(-1)

enum { HISTORY_BYTES_MAX = 1024 * 1024 };

/* One resource; what is 0 or NULL is not said, `units` 0 is one. */
struct given {
    const char *id;
    const char *kind;
    const char *region;
    const char *role;
    const char *of;
    const char *instance_class;
    const char *engine;
    int64_t units;
    int64_t cpu_units;
    int64_t memory_bytes;
    int64_t size_bytes;
    const char *options;
};

static struct bs_value count_or_null(int64_t count)
{
    return bs_count(count == 0 ? INT64_MIN : count);
}

static struct bs_history *begin(void)
{
    struct bs_history *history = bs_history_new(HISTORY_BYTES_MAX);

    assert_non_null(history);
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RUN, bs_text("s"), bs_text("s"), bs_text(NULL),
              bs_text(NULL), bs_text("1"), bs_text("v"), bs_at(BS_AT_SECONDS(60)));
    return history;
}

static void stand(struct bs_history *history, struct given given)
{
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_RESOURCE, bs_text(given.id), bs_text(given.kind),
              bs_text(given.region), bs_text(given.role), bs_text(given.of),
              bs_text(given.instance_class), bs_text(given.engine),
              bs_count(given.units == 0 ? 1 : given.units), count_or_null(given.cpu_units),
              count_or_null(given.memory_bytes), count_or_null(given.size_bytes),
              bs_text(given.options));
}

static void replicate(struct bs_history *history, const char *store, const char *copy,
                      int64_t writes_per_s, int64_t write_bytes, const char *options)
{
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_REPLICATION, bs_text(store), bs_text(copy),
              bs_count(writes_per_s * 1000000000), count_or_null(write_bytes), bs_text(options));
}

static void serve_from(struct bs_history *history, const char *region)
{
    BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_DNS, bs_text("app.example.com"), bs_text("lb"),
              bs_text(region), bs_text("insync"), bs_count(0), bs_count(100));
}

/** The report of a history, which ends here. */
static struct bs_report *build(struct bs_history *history)
{
    const struct bs_report_inputs inputs = {.history = history};
    struct bs_report *report = NULL;
    struct bs_error error = {0};

    BS_APPEND(history, BS_AT_SECONDS(60), BS_RECORD_END, bs_text("horizon"));
    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    return report;
}

static void finish(struct bs_history *history, struct bs_report *report)
{
    bs_report_destroy(report);
    bs_history_destroy(history);
}

/* ---- Charges ---- */

struct charge_row {
    const char *name;
    struct given given;
    int64_t cents; /* NOT_SAID: unknown. */
    const char *arithmetic;
};

static const struct charge_row charges[] = {
    {"fargate",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = 2,
      .cpu_units = 1024,
      .memory_bytes = 2 * GB,
      .options = "fargate"},
     7208, /* 2 x (0.04048 + 2 x 0.004445) x 730 = 72.0802 */
     "2 x (1 vCPU x 0.04048 + 2 GB x 0.004445) x 730 h"},
    {"no_tasks",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = INT64_MIN,
      .cpu_units = 1024,
      .memory_bytes = 2 * GB,
      .options = "fargate"},
     NOT_SAID,
     ""},
    {"fargate_without_sizes",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = 2,
      .options = "fargate"},
     NOT_SAID,
     ""},
    {"fargate_of_a_lying_history",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = INT64_MAX,
      .cpu_units = INT64_MAX,
      .memory_bytes = INT64_MAX,
      .options = "fargate"},
     NOT_SAID,
     NULL},
    {"instances",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = 2,
      .instance_class = "m6i.large",
      .options = "auto_scaling_group"},
     14016,
     "2 x m6i.large x 0.096 x 730 h"},
    {"instances_of_another_class",
     {.id = "app",
      .kind = "ecs_service",
      .region = "us-west-2",
      .role = "standby",
      .units = 2,
      .instance_class = "m1.small",
      .options = "auto_scaling_group"},
     NOT_SAID,
     ""},
    {"load_balancer",
     {.id = "lb", .kind = "alb", .region = "us-west-2", .role = "standby"},
     1643,
     "0.0225 x 730 h"},
    {"bucket",
     {.id = "uploads",
      .kind = "s3_bucket",
      .region = "us-west-2",
      .role = "standby",
      .size_bytes = 1500 * GB},
     3450,
     "1500 GB x 0.023"},
    {"bucket_without_size",
     {.id = "uploads", .kind = "s3_bucket", .region = "us-west-2", .role = "standby"},
     NOT_SAID,
     ""},
    {"image",
     {.id = "web",
      .kind = "ecr_image",
      .region = "us-west-2",
      .role = "standby",
      .size_bytes = 12 * GB},
     120,
     "12 GB x 0.1"},
    {"health_check", {.id = "app", .kind = "health_check"}, 50, "0.5 + 0 options x 1"},
    {"health_check_with_options",
     {.id = "app", .kind = "health_check", .options = "https fast"},
     250,
     "0.5 + 2 options x 1"},
    {"alarm",
     {.id = "app", .kind = "alarm", .region = "us-east-2", .role = "control"},
     10,
     "0.1 a month"},
    {"secret",
     {.id = "login", .kind = "secret", .region = "us-west-2", .role = "standby"},
     40,
     "0.4 a month"},
    {"table",
     {.id = "state", .kind = "dynamodb_table", .region = "us-east-2", .role = "control"},
     0,
     "paid by use, or not at all"},
};

enum { CHARGE_COUNT = sizeof(charges) / sizeof(charges[0]) };

static void test_charge(void **state)
{
    const struct charge_row *row = *state;
    struct bs_history *history = begin();
    struct bs_report *report;
    const struct bs_charge *charge;

    stand(history, row->given);
    serve_from(history, "us-east-1");
    report = build(history);
    assert_null(report->cost.unknown);
    assert_int_equal(report->cost.charge_count, 1);
    charge = &report->cost.charges[0];
    assert_int_equal(charge->side, BS_COST_OF_RECOVERY);
    assert_int_equal(bs_is_known(charge->cents), row->cents != NOT_SAID);
    if (bs_is_known(charge->cents)) {
        assert_int_equal(charge->cents.value, row->cents);
    }
    if (row->arithmetic != NULL) {
        assert_string_equal(charge->arithmetic, row->arithmetic);
    }
    assert_int_equal(report->cost.total.unknown[BS_COST_OF_RECOVERY], row->cents == NOT_SAID);
    finish(history, report);
}

static void databases_cost_by_class_engine_zones_and_storage(void **state)
{
    struct bs_history *history = begin();
    struct bs_report *report;

    (void)state;
    stand(history, (struct given){.id = "orders",
                                  .kind = "rds_instance",
                                  .region = "us-east-1",
                                  .role = "primary",
                                  .instance_class = "db.r5.2xlarge",
                                  .engine = "postgres",
                                  .size_bytes = 500 * GB,
                                  .options = "multi_az"});
    stand(history, (struct given){.id = "orders-dr",
                                  .kind = "rds_replica",
                                  .region = "us-west-2",
                                  .role = "standby",
                                  .of = "orders",
                                  .instance_class = "db.r5.large",
                                  .engine = "mysql",
                                  .size_bytes = 500 * GB});
    stand(history, (struct given){.id = "other",
                                  .kind = "rds_replica",
                                  .region = "us-west-2",
                                  .role = "standby",
                                  .of = "orders",
                                  .instance_class = "db.r5.large",
                                  .engine = "oracle",
                                  .size_bytes = 100 * GB});
    serve_from(history, "us-east-1");
    report = build(history);
    assert_int_equal(report->cost.charge_count, 6);
    assert_int_equal(report->cost.charges[0].cents.value, 146000);
    assert_int_equal(report->cost.charges[1].cents.value, 11500);
    assert_int_equal(report->cost.charges[2].cents.value, 17520);
    assert_int_equal(report->cost.charges[3].cents.value, 5750);
    assert_false(bs_is_known(report->cost.charges[4].cents));
    assert_int_equal(report->cost.charges[5].cents.value, 1150);
    assert_int_equal(report->cost.total.cents[BS_COST_OF_PRIMARY], 157500);
    assert_int_equal(report->cost.total.cents[BS_COST_OF_RECOVERY], 17520 + 5750 + 1150);
    assert_int_equal(report->cost.total.unknown[BS_COST_OF_RECOVERY], 1);
    finish(history, report);
}

static void replication_costs_transfer_puts_and_its_time_control(void **state)
{
    struct bs_history *history = begin();
    struct bs_report *report;
    const struct bs_charge *charge;

    (void)state;
    stand(history,
          (struct given){
              .id = "orders", .kind = "rds_instance", .region = "us-east-1", .role = "primary"});
    stand(history, (struct given){.id = "orders-dr",
                                  .kind = "rds_replica",
                                  .region = "us-east-2",
                                  .role = "standby",
                                  .of = "orders"});
    stand(history,
          (struct given){
              .id = "uploads", .kind = "s3_bucket", .region = "us-east-1", .role = "primary"});
    stand(history, (struct given){.id = "uploads-dr",
                                  .kind = "s3_bucket",
                                  .region = "us-west-2",
                                  .role = "standby",
                                  .of = "uploads"});
    replicate(history, "orders", "orders-dr", 50, 8000, NULL);
    replicate(history, "uploads", "uploads-dr", 50, 40000, "rtc");
    serve_from(history, "us-east-1");
    report = build(history);
    assert_int_equal(report->cost.charge_count, 10);
    charge = &report->cost.charges[6];
    /* 50 x 2,628,000 writes of 8 kB are 1051.2 GB, to the nearer Region at 0.01. */
    assert_string_equal(charge->resource, "orders-dr");
    assert_int_equal(charge[0].cents.value, 1051);
    /* 5256 GB at 0.02, 131,400,000 PUTs at 0.005 a thousand, 5256 GB at 0.015. */
    assert_int_equal(charge[1].cents.value, 10512);
    assert_int_equal(charge[2].cents.value, 65700);
    assert_int_equal(charge[3].cents.value, 7884);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(charge[i].part, BS_COST_REPLICATION);
        assert_int_equal(charge[i].side, BS_COST_OF_RECOVERY);
    }
    finish(history, report);
}

static void writes_of_unknown_size_make_a_lower_bound(void **state)
{
    struct bs_history *history = begin();
    struct bs_report *report;

    (void)state;
    stand(history, (struct given){.id = "uploads",
                                  .kind = "s3_bucket",
                                  .region = "us-east-1",
                                  .role = "primary",
                                  .size_bytes = 1000 * GB});
    stand(history, (struct given){.id = "uploads-dr",
                                  .kind = "s3_bucket",
                                  .region = "us-west-2",
                                  .role = "standby",
                                  .of = "uploads",
                                  .size_bytes = 1000 * GB});
    replicate(history, "uploads", "uploads-dr", 50, 0, "rtc");
    serve_from(history, "us-east-1");
    report = build(history);
    assert_int_equal(report->cost.parts[BS_COST_REPLICATION].unknown[BS_COST_OF_RECOVERY], 2);
    assert_int_equal(report->cost.parts[BS_COST_REPLICATION].cents[BS_COST_OF_RECOVERY], 65700);
    assert_int_equal(report->cost.total.cents[BS_COST_OF_RECOVERY], 65700 + 2300);
    assert_string_equal(report->cost.charges[2].cents.unknown,
                        "the scenario does not say how large a write is");
    finish(history, report);
}

/* ---- Sides ---- */

static void what_serves_first_is_the_primarys(void **state)
{
    struct bs_history *history = begin();
    struct bs_report *report;

    (void)state;
    stand(history,
          (struct given){.id = "lb-a", .kind = "alb", .region = "us-east-1", .role = "primary"});
    stand(history,
          (struct given){.id = "lb-b", .kind = "alb", .region = "us-west-2", .role = "standby"});
    stand(history,
          (struct given){.id = "seen", .kind = "alarm", .region = "us-west-2", .role = "standby"});
    serve_from(history, "us-west-2");
    report = build(history);
    assert_int_equal(report->cost.charges[0].side, BS_COST_OF_RECOVERY);
    assert_int_equal(report->cost.charges[1].side, BS_COST_OF_PRIMARY);
    /* Nobody would watch where there is nowhere to go. */
    assert_int_equal(report->cost.charges[2].side, BS_COST_OF_RECOVERY);
    finish(history, report);

    history = begin();
    stand(history,
          (struct given){.id = "lb-a", .kind = "alb", .region = "us-east-1", .role = "primary"});
    stand(history,
          (struct given){.id = "lb-b", .kind = "alb", .region = "us-west-2", .role = "standby"});
    report = build(history);
    assert_int_equal(report->cost.charges[0].side, BS_COST_OF_PRIMARY);
    assert_int_equal(report->cost.charges[1].side, BS_COST_OF_RECOVERY);
    finish(history, report);
}

static void without_resources_nothing_is_known(void **state)
{
    struct bs_history *history = begin();
    struct bs_report *report = build(history);

    (void)state;
    assert_string_equal(report->cost.unknown, "the history does not say what stands ready");
    assert_int_equal(report->cost.charge_count, 0);
    assert_int_equal(report->cost.advice_count, 0);
    finish(history, report);
}

static void a_sum_of_nothing_known_is_unknown(void **state)
{
    const struct bs_cost_sum none = {.charges = {2, 0}, .unknown = {2, 0}};
    const struct bs_cost_sum some = {.cents = {5, 7}, .charges = {2, 1}, .unknown = {1, 0}};

    (void)state;
    assert_false(bs_is_known(bs_cost_of_side(&none, BS_COST_OF_PRIMARY)));
    assert_int_equal(bs_cost_of_side(&none, BS_COST_OF_RECOVERY).value, 0);
    assert_int_equal(bs_cost_of_side(&some, BS_COST_OF_PRIMARY).value, 5);
    assert_int_equal(bs_cost_of_side(&some, BS_COST_OF_RECOVERY).value, 7);
}

/* ---- Advice ---- */

/** The one piece of advice with that name, or NULL. */
static const struct bs_advice *advice_of(const struct bs_report *report, const char *name)
{
    const struct bs_advice *found = NULL;

    for (size_t i = 0; i < report->cost.advice_count; i++) {
        if (strcmp(report->cost.advice[i].name, name) == 0) {
            assert_null(found);
            found = &report->cost.advice[i];
        }
    }
    return found;
}

static void check_saving(struct bs_history *history, const char *name, int64_t cents)
{
    struct bs_report *report = build(history);
    const struct bs_advice *advice = advice_of(report, name);

    if (cents == NOT_SAID) {
        assert_null(advice);
    } else {
        assert_non_null(advice);
        assert_int_equal(advice->saving.value, cents);
        assert_non_null(strstr(advice->effect, "RTO"));
        assert_non_null(strstr(advice->effect, "RPO"));
    }
    finish(history, report);
}

static void a_replica_should_cost_half_of_its_primary(void **state)
{
    const struct {
        const char *primary;
        const char *replica;
        const char *options;
        int64_t cents;
    } rows[] = {
        {"db.r5.2xlarge", "db.r5.2xlarge", NULL, 36500}, /* To db.r5.xlarge. */
        {"db.r5.2xlarge", "db.r5.2xlarge", "multi_az", 73000},
        {"db.r5.2xlarge", "db.r5.xlarge", NULL, NOT_SAID}, /* Just half. */
        {"db.r5.2xlarge", "db.t3.large", NULL, NOT_SAID},
        {"db.r5.xlarge", "db.r6g.xlarge", NULL, 14600},   /* To db.r5.large. */
        {"db.t3.medium", "db.t3.medium", NULL, NOT_SAID}, /* There is none that is smaller. */
        {"db.unknown", "db.r5.large", NULL, NOT_SAID},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_history *history = begin();

        stand(history, (struct given){.id = "orders",
                                      .kind = "rds_instance",
                                      .region = "us-east-1",
                                      .role = "primary",
                                      .instance_class = rows[i].primary,
                                      .engine = "postgres"});
        stand(history, (struct given){.id = "orders-dr",
                                      .kind = "rds_replica",
                                      .region = "us-west-2",
                                      .role = "standby",
                                      .of = "orders",
                                      .instance_class = rows[i].replica,
                                      .engine = "postgres",
                                      .options = rows[i].options});
        serve_from(history, "us-east-1");
        check_saving(history, "smaller_replica", rows[i].cents);
    }
}

static void tasks_beyond_the_first_are_idle_in_a_standby(void **state)
{
    const struct {
        const char *region;
        int64_t tasks;
        int64_t cents;
    } rows[] = {{"us-west-2", 5, 14416}, {"us-west-2", 1, NOT_SAID}, {"us-east-1", 5, NOT_SAID}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_history *history = begin();

        stand(history, (struct given){.id = "app",
                                      .kind = "ecs_service",
                                      .region = rows[i].region,
                                      .role = "role",
                                      .units = rows[i].tasks,
                                      .cpu_units = 1024,
                                      .memory_bytes = 2 * GB,
                                      .options = "fargate"});
        serve_from(history, "us-east-1");
        check_saving(history, "idle_tasks", rows[i].cents);
    }
}

static void old_copies_could_be_archived(void **state)
{
    const struct {
        int64_t held_bytes;
        int64_t write_bytes;
        int64_t cents;
    } rows[] = {
        /* 10 writes a second of 1 MB are 77,760 GB in 90 days; the rest x 0.019. */
        {100000 * GB, 1000000, 42256},   {77760 * GB, 1000000, NOT_SAID},
        {100000 * GB, 100000, NOT_SAID}, /* Billed as 128 KB. */
        {100000 * GB, 0, NOT_SAID},      {0, 1000000, NOT_SAID},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_history *history = begin();

        stand(history, (struct given){.id = "uploads",
                                      .kind = "s3_bucket",
                                      .region = "us-east-1",
                                      .role = "primary",
                                      .size_bytes = rows[i].held_bytes});
        stand(history, (struct given){.id = "uploads-dr",
                                      .kind = "s3_bucket",
                                      .region = "us-west-2",
                                      .role = "standby",
                                      .of = "uploads",
                                      .size_bytes = rows[i].held_bytes});
        replicate(history, "uploads", "uploads-dr", 10, rows[i].write_bytes, NULL);
        serve_from(history, "us-east-1");
        check_saving(history, "archive_copies", rows[i].cents);
    }
}

static void batches_are_for_stores_that_may_lose_minutes(void **state)
{
    const struct {
        int64_t objective_s; /* 0: none. */
        bool is_advised;
    } rows[] = {{900, true}, {300, true}, {299, false}, {0, false}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct bs_history *history = begin();
        const struct bs_advice *advice;
        struct bs_report *report;

        stand(history,
              (struct given){
                  .id = "uploads", .kind = "s3_bucket", .region = "us-east-1", .role = "primary"});
        stand(history, (struct given){.id = "uploads-dr",
                                      .kind = "s3_bucket",
                                      .region = "us-west-2",
                                      .role = "standby",
                                      .of = "uploads"});
        BS_APPEND(history, BS_AT_SECONDS(0), BS_RECORD_STORE, bs_text("uploads"),
                  bs_text("s3_bucket"), bs_text("any"),
                  bs_span(rows[i].objective_s == 0 ? BS_DURATION_UNKNOWN
                                                   : BS_SECONDS(rows[i].objective_s)));
        replicate(history, "uploads", "uploads-dr", 10, 1000000, NULL);
        serve_from(history, "us-east-1");
        report = build(history);
        advice = advice_of(report, "batch_replication");
        assert_int_equal(advice != NULL, rows[i].is_advised);
        if (advice != NULL) {
            /* Nobody can say how much of it is overwritten. */
            assert_false(bs_is_known(advice->saving));
            assert_string_equal(advice->arithmetic,
                                "at most the 525.60 of transfer, if all of it is");
        }
        finish(history, report);
    }
}

/* ---- Money ---- */

static void money_is_rounded_half_up_and_never_overflows(void **state)
{
    char text[BS_MONEY_TEXT_MAX];

    (void)state;
    assert_int_equal(bs_scaled(bs_known(3), 1, 2).value, 2);
    assert_int_equal(bs_scaled(bs_known(INT64_C(4000000000000000001)), 2, 1).value,
                     INT64_C(8000000000000000002));
    assert_false(bs_is_known(bs_scaled(bs_known(INT64_C(5000000000000000000)), 2, 1)));
    assert_false(bs_is_known(bs_scaled(bs_known(-1), 2, 1)));
    assert_string_equal(bs_scaled(bs_unknown("why"), 2, 1).unknown, "why");
    assert_int_equal(bs_cents_of(bs_known(4999)).value, 0);
    assert_int_equal(bs_cents_of(bs_known(5000)).value, 1);
    assert_true(bs_is_known(bs_cents_of(bs_known(INT64_C(10000000000000000)))));
    assert_false(bs_is_known(bs_cents_of(bs_known(INT64_C(10000000000010000)))));
    assert_string_equal(bs_figure_sum(bs_known(1), bs_unknown("why")).unknown, "why");
    assert_false(bs_is_known(bs_figure_sum(bs_known(INT64_MAX), bs_known(1))));
    assert_string_equal(bs_usd_text(5, text), "0.05");
    assert_string_equal(bs_usd_text(123456, text), "1234.56");
    assert_string_equal(bs_micro_text(40480, text), "0.04048");
    assert_string_equal(bs_micro_text(15000000, text), "15");
    assert_string_equal(bs_micro_text(0, text), "0");
}

static void databases_are_priced_by_class_and_engine(void **state)
{
    (void)state;
    assert_int_equal(bs_price_of_database("db.r5.large", "mysql")->micro_usd, 240000);
    assert_int_equal(bs_price_of_database("db.r5.large", "postgres")->micro_usd, 250000);
    assert_null(bs_price_of_database("db.r5.large", "oracle"));
    assert_null(bs_price_of_database(NULL, "mysql"));
    assert_string_equal(bs_price_of_database_up_to("postgres", 249999)->name,
                        "db.r6g.large postgres");
    assert_null(bs_price_of_database_up_to("postgres", 71999));
}

int main(void)
{
    struct CMUnitTest tests[CHARGE_COUNT + 16];
    const struct CMUnitTest others[] = {
        cmocka_unit_test(databases_cost_by_class_engine_zones_and_storage),
        cmocka_unit_test(replication_costs_transfer_puts_and_its_time_control),
        cmocka_unit_test(writes_of_unknown_size_make_a_lower_bound),
        cmocka_unit_test(what_serves_first_is_the_primarys),
        cmocka_unit_test(without_resources_nothing_is_known),
        cmocka_unit_test(a_sum_of_nothing_known_is_unknown),
        cmocka_unit_test(a_replica_should_cost_half_of_its_primary),
        cmocka_unit_test(tasks_beyond_the_first_are_idle_in_a_standby),
        cmocka_unit_test(old_copies_could_be_archived),
        cmocka_unit_test(batches_are_for_stores_that_may_lose_minutes),
        cmocka_unit_test(money_is_rounded_half_up_and_never_overflows),
        cmocka_unit_test(databases_are_priced_by_class_and_engine),
    };
    size_t count = 0;

    for (size_t i = 0; i < CHARGE_COUNT; i++) {
        tests[count++] = (struct CMUnitTest){.name = charges[i].name,
                                             .test_func = test_charge,
                                             .initial_state = (void *)(uintptr_t)&charges[i]};
    }
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        tests[count++] = others[i];
    }
    return _cmocka_run_group_tests("cost", tests, count, NULL, NULL);
}
