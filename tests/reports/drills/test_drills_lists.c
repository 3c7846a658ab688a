/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Each form says what is in the store, whatever things are called there. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/drills/csv_list.h"
#include "reports/drills/json_list.h"
#include "reports/drills/prometheus_list.h"
#include "reports/drills/text_list.h"
#include "tests/reports/cards.h"
#include "tests/reports/drills/desk.h"

enum { NOW_DAY = 10, LONG_NAME = 10000, FORM_COUNT = 4, LINE_COLUMNS_MAX = 130 };

static bs_drills_write_fn *const forms[FORM_COUNT] = {bs_drills_text, bs_drills_csv,
                                                      bs_drills_prometheus, bs_drills_json};

static struct bs_buffer write_form(const struct desk *desk, bs_drills_write_fn *form)
{
    struct bs_drills *drills = desk_open(desk, BS_DRILLS_READ);
    const struct bs_drills_page page = {
        .drills = drills, .filter = BS_DRILLS_ALL, .now_s = NOW_DAY * BS_UTC_DAY_S};
    struct bs_error error = {0};
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, CARDS_BYTES_MAX);
    if (form(&page, &buffer, &error) != BS_OK) {
        fail_msg("%s", error.message);
    }
    assert_false(buffer.failed);
    bs_drills_close(drills);
    return buffer;
}

static void expect_form(const struct desk *desk, bs_drills_write_fn *form, const char *expected)
{
    struct bs_buffer buffer = write_form(desk, form);

    assert_string_equal(buffer.bytes != NULL ? buffer.bytes : "", expected);
    bs_buffer_clean_up(&buffer);
}

static void put(const struct desk *desk, const struct bs_kept_drill *drill)
{
    struct bs_drills *drills = desk_open(desk, BS_DRILLS_RECORD);

    desk_add(drills, drill, BS_DRILLS_ADDED);
    bs_drills_close(drills);
}

/* ---- What is said ---- */

static void put_two(const struct desk *desk)
{
    struct kept kept;

    desk_fill(&kept, 5);
    put(desk, &kept.drill);
    desk_fill(&kept, 7);
    kept.drill.verdict = "fail";
    kept.drill.backend = NULL;
    kept.drill.rto = bs_unknown("it was not recovered");
    kept.drill.held_at_s = BS_UTC_UNKNOWN;
    put(desk, &kept.drill);
    desk_fill(&kept, 8);
    kept.drill.verdict = "fail";
    kept.drill.rto = bs_known(400 * BS_NS_PER_S);
    kept.steps[1].took = bs_known(30 * BS_NS_PER_S);
    put(desk, &kept.drill);
}

static const char two_as_text[] =
    "when (UTC)        scenario                    backend  verdict  RTO / objective     "
    "RPO / objective   lost writes\n"
    "1970-01-09 00:00  Region loss                 sim      fail     6m 40s / 5m         "
    "8ns / 30s         8\n"
    "1970-01-06 00:00  Region loss                 sim      pass     3m 20s / 5m         "
    "5ns / 30s         5\n"
    "date unknown      Region loss                 ?        fail     ? / 5m              "
    "7ns / 30s         7\n"
    "\n"
    "Region loss\n"
    "  last drill        live never, any 2 days ago\n"
    "  ?                 no drill of a known date\n"
    "    not counted     1 without a date, or of a later one\n"
    "  sim               1 of the last 2 passed (50 %)\n"
    "    RTO             ▅█  last 6m 40s, objective 5m: missed by 1m 40s\n"
    "    slower steps    promote                     +28s: 30s, median of 1 before 2s\n";

static void text(void **state)
{
    put_two(*state);
    expect_form(*state, bs_drills_text, two_as_text);
}

static void csv(void **state)
{
    struct kept kept;

    desk_fill(&kept, 5);
    kept.drill.rto = bs_unknown("not, \"ever\"");
    kept.drill.plan = NULL;
    put(*state, &kept.drill);
    expect_form(
        *state, bs_drills_csv,
        "held_at,scenario,backend,verdict,rto_s,rto_s_reason,rto_objective_s,rto_objective_s_"
        "reason,"
        "rpo_s,rpo_s_reason,rpo_objective_s,rpo_objective_s_reason,lost_writes,lost_writes_reason,"
        "plan_recovery_s,plan_recovery_s_reason,availability,availability_reason,scenario_sha256,"
        "plan,plan_sha256,seed,version,history_sha256,recorded_at,reproduce\n"
        "1970-01-06T00:00:00Z,\"Region loss\",\"sim\",\"pass\",,\"not, \"\"ever\"\"\",300,,"
        "0.000000005,,30,,5,,100,,0.999,,"
        "\"abababababababababababababababababababababababababababababababab\",,"
        "\"abababababababababababababababababababababababababababababababab\","
        "\"18446744073709551615\",\"0.1.0\","
        "\"0000000000000000000000000000000000000000000000000000000000000005\","
        "1970-01-06T00:00:07Z,\"blackstart run region-loss.yaml --seed 7\"\n");
}

static void prometheus(void **state)
{
    struct bs_buffer buffer;

    put_two(*state);
    buffer = write_form(*state, bs_drills_prometheus);
    desk_contains(
        buffer.bytes,
        "\nblackstart_drill_age_seconds{scenario=\"Region loss\",backend=\"sim\"} 172800\n");
    desk_contains(buffer.bytes,
                  "\nblackstart_drill_rto_seconds{scenario=\"Region loss\",backend=\"sim\"} 400\n");
    desk_contains(buffer.bytes, "\nblackstart_drill_last_ten_passed{scenario=\"Region loss\","
                                "backend=\"sim\"} 1\n");
    desk_contains(buffer.bytes, "\nblackstart_drill_verdict{scenario=\"Region loss\","
                                "backend=\"sim\",verdict=\"fail\"} 1\n");
    desk_contains(buffer.bytes, "\nblackstart_drill_left_out_drills{scenario=\"Region loss\","
                                "backend=\"\"} 1\n");
    bs_buffer_clean_up(&buffer);
}

static const cJSON *get(const cJSON *object, const char *key)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, key);

    if (found == NULL) {
        fail_msg("there is no '%s'", key);
    }
    return found;
}

static void json(void **state)
{
    struct bs_buffer buffer;
    const cJSON *scenario;
    const cJSON *track;
    const cJSON *drill;
    cJSON *page;

    put_two(*state);
    buffer = write_form(*state, bs_drills_json);
    page = cJSON_Parse(buffer.bytes);
    assert_non_null(page);
    assert_string_equal(get(page, "schema")->valuestring, "blackstart.drills/1");
    assert_string_equal(get(page, "now")->valuestring, "1970-01-11T00:00:00Z");
    assert_int_equal(cJSON_GetArraySize(get(page, "drills")), 3);
    drill = cJSON_GetArrayItem(get(page, "drills"), 2);
    assert_true(cJSON_IsNull(get(drill, "rto_s")));
    assert_string_equal(get(drill, "rto_s_reason")->valuestring, "it was not recovered");
    assert_true(cJSON_IsNull(get(drill, "held_at")) && cJSON_IsNull(get(drill, "backend")));
    assert_int_equal(cJSON_GetArraySize(get(drill, "steps")), DESK_STEPS);
    assert_int_equal(cJSON_GetArraySize(get(drill, "data_stores")), DESK_STORES);
    assert_int_equal(cJSON_GetArraySize(get(drill, "reasons")), DESK_FINDINGS);
    scenario = cJSON_GetArrayItem(get(page, "scenarios"), 0);
    assert_int_equal(get(scenario, "days_since_last")->valueint, 2);
    assert_true(cJSON_IsNull(get(scenario, "days_since_last_aws")));
    track = cJSON_GetArrayItem(get(scenario, "backends"), 1);
    assert_int_equal(get(get(track, "last_ten"), "drills")->valueint, 2);
    assert_int_equal(get(get(track, "last_ten"), "passed")->valueint, 1);
    assert_int_equal(cJSON_GetArraySize(get(track, "slower_steps")), 1);
    cJSON_Delete(page);
    bs_buffer_clean_up(&buffer);
}

static void an_empty_store(void **state)
{
    bs_drills_close(desk_open(*state, BS_DRILLS_RECORD));
    expect_form(*state, bs_drills_text, "no such drill has been recorded\n");
    expect_form(*state, bs_drills_prometheus, "");
}

/* ---- Hostile names ---- */

static const char *const hostile_names[] = {
    "",
    " ",
    "\"><script>alert('x')</script>",
    "=cmd|' /C calc'!A0",
    "  =1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\xef\xbc\x9d\x31", /* A full-width equals sign. */
    "a,b;c\td",
    "\"\"\",=1,\"",
    "\x1b[31mred\x1b[0m\x07\x08 and \x7f",
    "\x1b]0;title\x07",
    "line\r\n# HELP blackstart_x y\nblackstart_x 1",
    "\xe2\x80\xaesdrawkcab\xe2\x81\xa6 and \xe2\x80\xa8",
    "\xff\xfe\x80 not \xc3 utf \xed\xa0\x80 eight \xf5",
    "{store=\"x\"} 1\n# HELP blackstart_x y",
    "\\| \\\" \\n \\",
    "%s%n'; DROP TABLE drills; --",
    "\xc2\x9b\x33\x31m",
};
enum { HOSTILE_COUNT = sizeof(hostile_names) / sizeof(hostile_names[0]) };

/* A drill in which all that has a name is called that. */
static void put_named(const struct desk *desk, int64_t number, const char *name)
{
    struct kept kept;

    desk_fill(&kept, number);
    kept.drill.scenario = name;
    kept.drill.plan = name;
    kept.drill.backend = name;
    kept.drill.verdict = name;
    kept.drill.seed = name;
    kept.drill.version = name;
    kept.drill.reproduce = name;
    kept.drill.rto = bs_unknown(name);
    kept.findings[0].text = name;
    kept.stores[0].id = name;
    kept.steps[0].workflow = name;
    kept.steps[0].id = name;
    kept.steps[0].state = name;
    kept.steps[0].took = bs_known(number * BS_NS_PER_S); /* So that it grows slower. */
    put(desk, &kept.drill);
}

/* Control characters of one byte are escaped; what is longer is somebody's text, and nobody's but JSON's. */
static void check_json(const struct bs_buffer *buffer)
{
    cJSON *page = cJSON_Parse(buffer->bytes);

    assert_non_null(page);
    cJSON_Delete(page);
    for (size_t i = 0; i < buffer->length; i++) {
        const unsigned char byte = (unsigned char)buffer->bytes[i];

        assert_true(byte >= 0x20 || byte == '\n');
    }
}

/* No field begins a formula: quotes, then none of the characters that do; numbers are our own. */
static void check_csv(const struct bs_buffer *buffer)
{
    for (size_t i = 0; i + 1 < buffer->length; i++) {
        if ((buffer->bytes[i] == ',' || buffer->bytes[i] == '\n') && buffer->bytes[i + 1] == '"') {
            assert_null(strchr("=+-@", buffer->bytes[i + 2]));
        }
    }
}

static void check_text(const struct bs_buffer *buffer)
{
    size_t columns = 0;

    for (size_t i = 0; i < buffer->length; i++) {
        columns = buffer->bytes[i] == '\n' ? 0 : columns + 1;
        assert_true(columns < (size_t)LINE_COLUMNS_MAX * 4);
    }
}

static void check_all(const struct desk *desk)
{
    for (size_t i = 0; i < FORM_COUNT; i++) {
        struct bs_buffer buffer = write_form(desk, forms[i]);

        if (forms[i] == bs_drills_json) {
            check_json(&buffer);
        } else {
            cards_check_inert(&buffer);
        }
        if (forms[i] == bs_drills_csv) {
            check_csv(&buffer);
        }
        if (forms[i] == bs_drills_text) {
            check_text(&buffer);
        }
        bs_buffer_clean_up(&buffer);
    }
}

static void hostile_names_are_inert(void **state)
{
    char *lengthy = malloc(LONG_NAME + 1);

    assert_non_null(lengthy);
    for (size_t i = 0; i < LONG_NAME; i++) {
        lengthy[i] = "=|`\"\\\n\x1b,"[i % 8];
    }
    lengthy[LONG_NAME] = '\0';
    for (size_t i = 0; i <= HOSTILE_COUNT; i++) {
        const char *name = i < HOSTILE_COUNT ? hostile_names[i] : lengthy;

        desk_remove(*state);
        put_named(*state, 1, name);
        put_named(*state, 2, name);
        check_all(*state);
    }
    free(lengthy);
}

/* Together, too: what cleaning makes the same stays apart where two of a name are an error. */
static void names_stay_apart(void **state)
{
    struct bs_buffer buffer;

    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        put_named(*state, (int64_t)i + 1, hostile_names[i]);
    }
    check_all(*state);
    desk_remove(*state);
    put_named(*state, 1, "a\x01");
    put_named(*state, 2, "a\x02");
    buffer = write_form(*state, bs_drills_prometheus);
    desk_contains(buffer.bytes, "{scenario=\"a\xef\xbf\xbd" "000001\"");
    bs_buffer_clean_up(&buffer);
    check_all(*state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(text),
        TEST(csv),
        TEST(prometheus),
        TEST(json),
        TEST(an_empty_store),
        TEST(hostile_names_are_inert),
        TEST(names_stay_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
