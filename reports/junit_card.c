/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/junit_card.h"

#include <inttypes.h>

#include "base/assert.h"
#include "reports/junit_text.h"
#include "reports/objective_rows.h"

enum result {
    RESULT_PASS,
    RESULT_FAILURE,
    RESULT_ERROR,
    RESULT_SKIPPED,
    RESULT_COUNT,
};

/** The cases written so far, and how they went. */
struct cases {
    struct bs_buffer text;
    int64_t counts[RESULT_COUNT];
};

struct junit_case {
    const char *class_before; /* Of the class's name: "steps.". */
    const char *class_name;
    const char *name_before; /* Of the name: "RPO ". */
    const char *name;
    int64_t execution;     /* BS_ANY_EXECUTION: not said. */
    struct bs_figure took; /* ns. */
    enum result result;
    const char *type; /* Of a failure or an error. */
    const char *message;
};

static void put_time(struct bs_buffer *buffer, struct bs_figure took)
{
    char seconds[BS_TIME_TEXT_MAX];

    if (bs_is_known(took)) {
        bs_seconds_format(took.value, seconds);
        bs_junit_attribute(buffer, "time", seconds);
    }
}

static void put_result(struct bs_buffer *buffer, const struct junit_case *item)
{
    static const char *const elements[] = {
        [RESULT_FAILURE] = "failure",
        [RESULT_ERROR] = "error",
        [RESULT_SKIPPED] = "skipped",
    };

    if (item->result == RESULT_PASS) {
        bs_buffer_text(buffer, "      <system-out>");
        bs_junit_text(buffer, item->message);
        bs_buffer_text(buffer, "</system-out>\n");
        return;
    }
    bs_buffer_format(buffer, "      <%s", elements[item->result]);
    bs_junit_attribute(buffer, "message", item->message);
    if (item->result == RESULT_SKIPPED) {
        bs_buffer_text(buffer, "/>\n");
        return;
    }
    /* Twice, for some readers show the attribute and others the text. */
    bs_junit_attribute(buffer, "type", item->type);
    bs_buffer_text(buffer, ">");
    bs_junit_text(buffer, item->message);
    bs_buffer_format(buffer, "</%s>\n", elements[item->result]);
}

static void put_case(struct cases *cases, const struct junit_case *item)
{
    struct bs_buffer *buffer = &cases->text;

    bs_buffer_format(buffer, "    <testcase classname=\"%s", item->class_before);
    bs_junit_text(buffer, item->class_name);
    bs_buffer_format(buffer, "\" name=\"%s", item->name_before);
    bs_junit_text(buffer, item->name);
    if (item->execution != BS_ANY_EXECUTION) {
        bs_buffer_format(buffer, " (execution %" PRId64 ")", item->execution);
    }
    bs_buffer_text(buffer, "\"");
    put_time(buffer, item->took);
    if (item->message == NULL) {
        bs_buffer_text(buffer, "/>\n");
    } else {
        bs_buffer_text(buffer, ">\n");
        put_result(buffer, item);
        bs_buffer_text(buffer, "    </testcase>\n");
    }
    cases->counts[item->result]++;
}

static enum result result_of(enum bs_verdict verdict)
{
    static const enum result results[] = {
        [BS_VERDICT_PASS] = RESULT_PASS,
        [BS_VERDICT_STOPPED] = RESULT_ERROR,
        [BS_VERDICT_UNKNOWN] = RESULT_ERROR,
        [BS_VERDICT_FAIL] = RESULT_FAILURE,
    };

    return results[verdict];
}

/** What the verdict rests on; judging takes no time. */
static void put_finding(struct cases *cases, const char *class_name, const char *name,
                        const char *store, const struct bs_finding *finding)
{
    put_case(cases, &(struct junit_case){
                        .class_before = "",
                        .class_name = class_name,
                        .name_before = store != NULL ? "RPO " : "",
                        .name = store != NULL ? store : name,
                        .execution = BS_ANY_EXECUTION,
                        .took = bs_known(0),
                        .result = result_of(finding->verdict),
                        .type = bs_verdict_name(finding->verdict),
                        .message = finding->text,
                    });
}

static void put_invariants(struct cases *cases, const struct bs_invariants *invariants)
{
    static const enum result results[] = {
        [BS_OUTCOME_PASS] = RESULT_PASS,
        [BS_OUTCOME_FAIL] = RESULT_FAILURE,
        [BS_OUTCOME_UNKNOWN] = RESULT_ERROR,
    };

    for (size_t i = 0; i < invariants->count; i++) {
        const struct bs_invariant *item = &invariants->items[i];

        put_case(cases, &(struct junit_case){
                            .class_before = "",
                            .class_name = "invariants",
                            .name_before = "",
                            .name = item->name,
                            .execution = BS_ANY_EXECUTION,
                            .took = bs_known(0),
                            .result = results[item->outcome],
                            .type = bs_outcome_name(item->outcome),
                            .message = item->reason,
                        });
    }
}

/**
 * Findings that no objective and no invariant stands for. Behind the objectives there are risks (which pass),
 * executions, the invariants in their order, and the evidence.
 */
static void put_others(struct cases *cases, const struct bs_report *report, size_t first)
{
    const struct bs_findings *findings = &report->findings;
    size_t invariants = report->invariants.count;

    for (size_t i = first; i < findings->count; i++) {
        const struct bs_finding *finding = &findings->items[i];

        if (!finding->is_headline && invariants > 0) {
            invariants--;
        } else if (finding->verdict != BS_VERDICT_PASS) {
            put_finding(cases, "evidence", finding->text, NULL, finding);
        }
    }
}

static void put_judgement(struct cases *cases, const struct bs_report *report)
{
    struct bs_objective_walk walk = {.report = report};
    struct bs_objective_row row;

    while (bs_objective_next(&walk, &row)) {
        put_finding(cases, "objectives", row.what, row.store, row.finding);
    }
    put_invariants(cases, &report->invariants);
    put_others(cases, report, walk.finding);
}

static enum result result_of_state(const char *state)
{
    static const struct {
        const char *state;
        enum result result;
    } rows[] = {
        {"failed", RESULT_FAILURE},   {"timed_out", RESULT_FAILURE},   {"skipped", RESULT_SKIPPED},
        {"canceled", RESULT_SKIPPED}, {"rolled_back", RESULT_SKIPPED},
    };

    if (bs_step_state_is_done(state)) {
        return RESULT_PASS;
    }
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (bs_text_is(rows[i].state, state)) {
            return rows[i].result;
        }
    }
    return RESULT_ERROR; /* Still under way: nobody can say. */
}

/* Whoever expects a plan to stop short must not have his build fail for it: the verdict has the last word. */
static enum result result_of_step(const struct bs_report *report, const struct bs_step_row *row)
{
    const enum result result = row->state != NULL ? result_of_state(row->state) : RESULT_SKIPPED;

    return report->findings.verdict == BS_VERDICT_PASS && result != RESULT_PASS ? RESULT_SKIPPED
                                                                                : result;
}

static void put_step(struct cases *cases, const struct bs_report *report,
                     const struct bs_step_row *row)
{
    const char *state = row->state != NULL ? row->state : "not executed";
    struct junit_case item = {
        .class_before = "steps.",
        .class_name = row->workflow,
        .name_before = "",
        .name = row->id,
        .execution = report->executions.count > 1 ? row->execution : BS_ANY_EXECUTION,
        .took = bs_known(0),
        .result = result_of_step(report, row),
        .type = state,
        .message = row->error,
    };

    if (row->state != NULL) {
        item.took = row->end.ns != BS_INSTANT_UNKNOWN.ns ? bs_known(row->end.ns - row->start.ns)
                                                         : bs_unknown("it has no end");
    }
    if (item.message == NULL && item.result != RESULT_PASS) {
        item.message = state;
    }
    put_case(cases, &item);
}

static void put_steps(struct cases *cases, const struct bs_report *report)
{
    for (size_t i = 0; i < report->steps.executed_count; i++) {
        put_step(cases, report, &report->steps.executed[i]);
    }
    for (size_t i = 0; i < report->steps.missed_count; i++) {
        put_step(cases, report, &report->steps.missed[i]);
    }
}

/** The attributes that the suite and the whole have in common. */
static void put_counts(struct bs_buffer *buffer, const struct cases *cases, struct bs_figure rto)
{
    int64_t tests = 0;

    for (size_t i = 0; i < RESULT_COUNT; i++) {
        tests += cases->counts[i];
    }
    bs_buffer_format(buffer,
                     " tests=\"%" PRId64 "\" failures=\"%" PRId64 "\" errors=\"%" PRId64
                     "\" skipped=\"%" PRId64 "\"",
                     tests, cases->counts[RESULT_FAILURE], cases->counts[RESULT_ERROR],
                     cases->counts[RESULT_SKIPPED]);
    put_time(buffer, rto);
    bs_buffer_text(buffer, ">\n");
}

static void put_properties(struct bs_buffer *buffer, const struct bs_report *report)
{
    const struct {
        const char *name;
        const char *value;
    } properties[] = {
        {"verdict", bs_verdict_name(report->findings.verdict)},
        {"seed", report->seed},
        {"plan", report->plan},
        {"version", report->version},
        {"backend", report->backend},
        {"scenario_sha256", report->scenario_sha256},
        {"plan_sha256", report->plan_sha256},
        {"history_sha256", report->history_sha256},
    };

    bs_buffer_text(buffer, "    <properties>\n");
    for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
        if (properties[i].value != NULL) {
            bs_buffer_text(buffer, "      <property");
            bs_junit_attribute(buffer, "name", properties[i].name);
            bs_junit_attribute(buffer, "value", properties[i].value);
            bs_buffer_text(buffer, "/>\n");
        }
    }
    bs_buffer_text(buffer, "    </properties>\n");
}

static void put_output(struct bs_buffer *buffer, const struct bs_report *report)
{
    if (report->reproduce == NULL && report->split.risk_count == 0) {
        return;
    }
    bs_buffer_text(buffer, "    <system-out>");
    for (size_t i = 0; i < report->split.risk_count; i++) {
        bs_buffer_text(buffer, "accepted risk: ");
        bs_junit_text(buffer, report->split.risks[i]);
        bs_buffer_text(buffer, "\n");
    }
    if (report->reproduce != NULL) {
        bs_buffer_text(buffer, "reproduce: ");
        bs_junit_text(buffer, report->reproduce);
        bs_buffer_text(buffer, "\n");
    }
    bs_buffer_text(buffer, "</system-out>\n");
}

void bs_report_junit(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct cases cases = {0};

    BS_ASSERT(report != NULL);
    BS_ASSERT(buffer != NULL);

    bs_buffer_init(&cases.text, buffer->length_max);
    put_judgement(&cases, report);
    put_steps(&cases, report);

    bs_buffer_text(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    bs_junit_attribute(buffer, "name", "blackstart");
    put_counts(buffer, &cases, report->rto);
    bs_buffer_text(buffer, "  <testsuite");
    bs_junit_attribute(buffer, "name", report->scenario != NULL ? report->scenario : "unknown");
    put_counts(buffer, &cases, report->rto);
    put_properties(buffer, report);
    if (cases.text.length > 0) {
        bs_buffer_append(buffer, cases.text.bytes, cases.text.length);
    }
    put_output(buffer, report);
    bs_buffer_text(buffer, "  </testsuite>\n</testsuites>\n");
    buffer->failed = buffer->failed || cases.text.failed;
    bs_buffer_clean_up(&cases.text);
}
