/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Tasks that launch, pull their image and are admitted: how long it takes, and what keeps them away. */

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "tests/world/estate.h"

/* A launch of 40 s, and 4 x 1 s to pull 400 MB from the same Region. */
#define ESTATE(images, faults)                                                         \
    "blackstart: scenario/1\nname: tasks\nduration: 1h\n"                              \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"              \
    "resources: {web: {kind: ecr_image, regions: " images ", size: 400MB, pull: 1s}, " \
    "app: {kind: ecs_service, region: standby, image: web, tasks: 1, launch: 40s}, "   \
    "lb: {kind: alb, region: standby, targets: app, check_interval: 30s}}\n"           \
    "dns: {}\nresolvers: {}\nclients: {}\nfaults: " faults "\n"

enum { SEEDS = 20 };

struct launch_case {
    const char *name;
    const char *text;
    int64_t tasks;
    int64_t first_ms; /* From the call to the earliest admission possible. */
    int64_t last_ms;  /* .. to when all are admitted. */
};

static const struct launch_case cases[] = {
    {"local image", ESTATE("[standby]", "[]"), 10, 44000, 74000},
    {"image in both Regions", ESTATE("[primary, standby]", "[]"), 10, 44000, 74000},
    {"image from the other Region", ESTATE("[primary]", "[]"), 10, 56000, 86000},
    {"local registry lost",
     ESTATE("[primary, standby]",
            "[{name: f, at: 0s, data_plane_loss: {region: standby, services: [ecr]}}]"),
     10, 56000, 86000},
    {"more than the launch quota's burst", ESTATE("[standby]", "[]"), 161, 44000, 77000},
};

static struct bs_call_request scale_to(int64_t tasks)
{
    return (struct bs_call_request){
        .operation = BS_OPERATION_ECS_UPDATE_SERVICE,
        .region = "us-west-2",
        .resource = "app",
        .count = tasks,
    };
}

static const struct bs_ecs_state *service_of(const struct estate *estate)
{
    return &estate->world->ecs.services[bs_scenario_resource(estate->scenario, "app")];
}

static void check_launch(const struct launch_case *row, uint64_t seed)
{
    struct bs_scenario *scenario = estate_scenario(row->text);
    const struct bs_call_request request = scale_to(row->tasks);
    struct estate estate;
    int64_t asked_ns = 0;

    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    estate_run(&estate, BS_AT_SECONDS(1));
    estate_send(&estate, &request);
    while (service_of(&estate)->healthy < row->tasks) {
        const int64_t was = service_of(&estate)->healthy;

        assert_true(bs_simulation_step(estate.simulation));
        if (asked_ns == 0 && service_of(&estate)->desired == row->tasks) {
            asked_ns = bs_simulation_now(estate.simulation).ns;
        }
        assert_true(service_of(&estate)->healthy - was <= 1);
        assert_true(service_of(&estate)->healthy <= service_of(&estate)->running);
        assert_true(service_of(&estate)->running <= row->tasks);
        if (service_of(&estate)->healthy > was) {
            const int64_t took_ns = bs_simulation_now(estate.simulation).ns - asked_ns;

            assert_true(took_ns > row->first_ms * BS_NS_PER_MS);
            assert_true(took_ns <= row->last_ms * BS_NS_PER_MS);
        }
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void tasks_are_admitted_after_launch_pull_and_a_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            check_launch(&cases[i], seed);
        }
    }
}

static size_t count_states(const struct bs_history *history, const char *words)
{
    size_t count = 0;

    for (size_t i = 0; i < bs_history_count(history); i++) {
        const struct bs_record *record = bs_history_get(history, i);

        count +=
            record->kind == BS_RECORD_STATE && strcmp(bs_record_text(record, "state"), words) == 0
                ? 1
                : 0;
    }
    return count;
}

/* The only image is in a Region that is lost for ten minutes. */
static void an_image_out_of_reach_keeps_tasks_away_until_it_is_back(void **state)
{
    struct bs_scenario *scenario = estate_scenario(
        ESTATE("[primary]", "[{name: lost, at: 0s, for: 10m, region_loss: primary}]"));
    const struct bs_call_request request = scale_to(5);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    estate_run(&estate, BS_AT_SECONDS(1));
    estate_send(&estate, &request);
    estate_run(&estate, BS_AT_SECONDS(600));
    assert_int_equal(service_of(&estate)->running, 1);
    assert_int_equal(service_of(&estate)->healthy, 1);
    assert_true(count_states(estate.history, "cannot pull image") >= 5);
    estate_run(&estate, BS_AT_SECONDS(800));
    assert_int_equal(service_of(&estate)->healthy, 5);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

static void scaling_down_stops_what_is_on_its_way(void **state)
{
    struct bs_scenario *scenario = estate_scenario(ESTATE("[standby]", "[]"));
    const struct bs_call_request up = scale_to(10);
    const struct bs_call_request down = scale_to(2);
    struct estate estate;

    (void)state;
    for (int64_t second = 1; second < 80; second += 3) {
        estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
        estate_send(&estate, &up);
        estate_run(&estate, BS_AT_SECONDS(second));
        estate_send(&estate, &down);
        estate_run(&estate, BS_AT_SECONDS(300));
        assert_int_equal(service_of(&estate)->running, 2);
        assert_int_equal(service_of(&estate)->healthy, 2);
        assert_int_equal(service_of(&estate)->launching, 0);
        estate_close(&estate);
    }
    bs_scenario_destroy(scenario);
}

/* ---- Autoscaling ---- */

#define SCALED(faults)                                                                        \
    "blackstart: scenario/1\nname: tasks\nduration: 1h\n"                                     \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}}\n"                     \
    "resources: {app: {kind: ecs_service, region: standby, tasks: 4, autoscaling: {min: 2}, " \
    "launch: 1s}, free: {kind: ecs_service, region: standby}}\n"                              \
    "dns: {}\nresolvers: {}\nclients: {}\nfaults: " faults "\n"

static struct bs_call_request suspend(const char *service, int64_t is_suspended)
{
    return (struct bs_call_request){
        .operation = BS_OPERATION_AUTOSCALING_SET_SUSPENDED,
        .region = "us-west-2",
        .resource = service,
        .count = is_suspended,
    };
}

/* Scales to zero at 1 min; returns the seconds from then until autoscaling has undone it, or -1. */
static int64_t undone_after(const char *text, uint64_t seed, bool suspends)
{
    struct bs_scenario *scenario = estate_scenario(text);
    const struct bs_call_request down = scale_to(0);
    const struct bs_call_request stop = suspend("app", 1);
    struct estate estate;
    int64_t undone_s = -1;

    estate_open(&estate, scenario, (struct bs_stream_root){seed, 0});
    estate_run(&estate, BS_AT_SECONDS(59));
    if (suspends) {
        assert_int_equal(estate_call(&estate, &stop)->outcome, BS_OUTCOME_OK);
    }
    estate_run(&estate, BS_AT_SECONDS(60));
    (void)estate_call(&estate, &down);
    for (int64_t second = 61; second < 3600 && undone_s < 0; second++) {
        estate_run(&estate, BS_AT_SECONDS(second));
        undone_s = service_of(&estate)->desired > 0 ? second - 60 : -1;
    }
    if (undone_s >= 0) {
        assert_int_equal(service_of(&estate)->desired, 2);
        estate_run(&estate, BS_AT_SECONDS(3600));
        assert_int_equal(service_of(&estate)->healthy, 2);
    }
    estate_close(&estate);
    bs_scenario_destroy(scenario);
    return undone_s;
}

static void autoscaling_undoes_a_scaling_to_zero(void **state)
{
    int64_t least_s = 3600;
    int64_t most_s = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        const int64_t took_s = undone_after(SCALED("[]"), seed, false);

        assert_in_range(took_s, 1, 61);
        least_s = took_s < least_s ? took_s : least_s;
        most_s = took_s > most_s ? took_s : most_s;
    }
    /* Its phase is drawn. */
    assert_true(most_s - least_s > 20);
}

static void autoscaling_needs_its_apis_and_leave_to_scale(void **state)
{
    (void)state;
    assert_int_equal(undone_after(SCALED("[]"), 1, true), -1);
    assert_in_range(undone_after(SCALED("[{name: f, at: 65s, for: 10m, control_plane_loss: "
                                        "{region: standby, services: [ecs]}}]"),
                                 3, false),
                    605, 665);
    assert_in_range(undone_after(SCALED("[{name: f, at: 65s, for: 10m, control_plane_loss: "
                                        "{region: standby, services: [application-autoscaling]}}]"),
                                 3, false),
                    605, 665);
}

static void suspending_is_told_and_taken_back(void **state)
{
    struct bs_scenario *scenario = estate_scenario(SCALED("[]"));
    const struct bs_call_request down = scale_to(0);
    const struct bs_call_request stop = suspend("app", 1);
    const struct bs_call_request go_on = suspend("app", 0);
    const struct bs_call_request stop_free = suspend("free", 1);
    struct estate estate;

    (void)state;
    estate_open(&estate, scenario, (struct bs_stream_root){1, 0});
    assert_int_equal(estate_call(&estate, &stop)->outcome, BS_OUTCOME_OK);
    assert_int_equal(estate_call(&estate, &stop)->outcome, BS_OUTCOME_OK);
    assert_int_equal(count_states(estate.history, "suspended"), 1);
    assert_int_equal(estate_call(&estate, &stop_free)->error, BS_CALL_ERROR_NOT_FOUND);
    (void)estate_call(&estate, &down);
    estate_run(&estate, BS_AT_SECONDS(600));
    assert_int_equal(service_of(&estate)->desired, 0);
    assert_int_equal(estate_call(&estate, &go_on)->outcome, BS_OUTCOME_OK);
    assert_int_equal(count_states(estate.history, "active"), 1);
    estate_run(&estate, BS_AT_SECONDS(661));
    assert_int_equal(service_of(&estate)->desired, 2);
    estate_close(&estate);
    bs_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_are_admitted_after_launch_pull_and_a_check),
        cmocka_unit_test(an_image_out_of_reach_keeps_tasks_away_until_it_is_back),
        cmocka_unit_test(scaling_down_stops_what_is_on_its_way),
        cmocka_unit_test(autoscaling_undoes_a_scaling_to_zero),
        cmocka_unit_test(autoscaling_needs_its_apis_and_leave_to_scale),
        cmocka_unit_test(suspending_is_told_and_taken_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
