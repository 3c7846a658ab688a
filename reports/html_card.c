/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/html_card.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/html_lags.h"
#include "reports/html_ledger.h"
#include "reports/html_posture.h"
#include "reports/html_timeline.h"
#include "reports/html_writer.h"

enum { WORDS_MAX = 640, PERCENT = 100 };

static const char *or_unknown(const char *text)
{
    return text != NULL ? text : "unknown";
}

static void begin_row(struct bs_buffer *buffer, const char *head)
{
    bs_buffer_text(buffer, "<tr>");
    bs_html_head(buffer, head);
}

static void end_row(struct bs_buffer *buffer)
{
    bs_buffer_text(buffer, "</tr>\n");
}

/* A bar as long as its share of the whole, for whoever would rather look than read. */
static void put_bar_cell(struct bs_buffer *buffer, int64_t part_ns, int64_t whole_ns)
{
    const int64_t percent = whole_ns >= PERCENT ? part_ns / (whole_ns / PERCENT) : 0;

    bs_buffer_format(
        buffer, "<td class=\"bar\" aria-hidden=\"true\"><i style=\"width:%" PRId64 "%%\"></i></td>",
        percent > PERCENT ? PERCENT : percent);
}

/* ---- First of all ---- */

static void put_top(const struct bs_report *report, struct bs_buffer *buffer)
{
    const struct bs_html_page page = {
        .verdict = bs_verdict_name(report->findings.verdict),
        .subject = or_unknown(report->scenario),
    };

    bs_html_begin_page(buffer, &page);
    bs_buffer_text(buffer, "<p class=\"faint\">plan <bdi>");
    bs_html_words(buffer, report->plan != NULL ? report->plan : "none", BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, "</bdi>, seed ");
    bs_html_words(buffer, or_unknown(report->seed), BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, ", backend ");
    bs_html_words(buffer, or_unknown(report->backend), BS_HTML_ALL_WORDS);
    bs_buffer_text(buffer, ", ");
    bs_html_duration(buffer, report->horizon.ns);
    bs_buffer_text(buffer, " observed</p>\n");
}

static void put_verdict(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const banners[] = {
        [BS_VERDICT_PASS] = "PASS",
        [BS_VERDICT_STOPPED] = "STOPPED",
        [BS_VERDICT_UNKNOWN] = "UNKNOWN",
        [BS_VERDICT_FAIL] = "FAIL",
    };

    bs_buffer_format(
        buffer, "<section class=\"verdict %s\" aria-label=\"verdict\"><strong>%s</strong>\n<ul>\n",
        bs_verdict_name(report->findings.verdict), banners[report->findings.verdict]);
    for (size_t i = 0; i < report->findings.count; i++) {
        const struct bs_finding *finding = &report->findings.items[i];

        if (finding->is_headline || finding->verdict != BS_VERDICT_PASS) {
            bs_html_element(buffer, "li", bs_verdict_name(finding->verdict), finding->text);
            bs_buffer_text(buffer, "\n");
        }
    }
    bs_buffer_text(buffer, "</ul>\n");
    bs_html_element(buffer, "p", NULL, report->why);
    bs_buffer_text(buffer, "</section>\n");
}

/* ---- Time ---- */

static void put_phases(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Phase", "#Took", "Share", "#Until", "What ended it", "#Waited for people", NULL};
    const struct bs_outage *worst = bs_outages_worst(&report->outages);

    if (report->parts.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "Where the time went", columns);
    for (size_t i = 0; i < report->parts.count; i++) {
        const struct bs_part *part = &report->parts.items[i];

        begin_row(buffer, part->name);
        bs_html_duration_cell(buffer, part->end.ns - part->start.ns);
        put_bar_cell(buffer, part->end.ns - part->start.ns,
                     bs_outage_last(worst, report->horizon).ns - worst->begin.ns);
        bs_html_duration_cell(buffer, part->end.ns);
        bs_html_cell(buffer, NULL, part->boundary.words);
        bs_html_faint_cell(buffer, bs_known(part->human_wait_ns));
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_gains(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"How", "#Saves at most", "#Leaves",
                                          "Of",  "Arithmetic",     NULL};

    if (report->gains.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "What would buy most", columns);
    for (size_t i = 0; i < report->gains.count; i++) {
        const struct bs_gain *gain = &report->gains.items[i];

        begin_row(buffer, gain->words);
        bs_html_duration_cell(buffer, gain->saves_ns);
        bs_html_duration_cell(buffer, gain->then_ns);
        bs_html_cell(buffer, NULL, gain->measure == BS_GAIN_RTO ? gain->part : "RPO");
        bs_html_cell(buffer, NULL, gain->arithmetic);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
    bs_buffer_text(buffer,
                   "<p class=\"faint\">Each at most, all else taking as long as it took. They "
                   "overlap, and do not add up.</p>\n");
}

static void put_predictions(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"What",  "#Live",   "#Median",       "#1 %",
                                          "#99 %", "Live is", "#Simulated in", NULL};

    if (report->predictions.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "Live against predicted", columns);
    for (size_t i = 0; i < report->predictions.count; i++) {
        const struct bs_prediction_row *row = &report->predictions.items[i];
        char words[WORDS_MAX];

        (void)snprintf(words, sizeof(words), "%s %s", row->live.subject, row->live.name);
        begin_row(buffer, words);
        bs_html_figure_cell(buffer, row->live.took);
        bs_html_figure_cell(buffer, row->median);
        bs_html_figure_cell(buffer, row->low);
        bs_html_figure_cell(buffer, row->high);
        bs_html_cell(buffer, row->place == BS_PREDICTION_WITHIN ? "pass" : "unknown",
                     bs_prediction_place_name(row->place));
        bs_buffer_format(buffer, "<td class=\"n\">%" PRId64 " of %" PRId64 "</td>", row->known,
                         row->trials);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_clocks(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Recovery time", "#Took", NULL};
    const struct {
        const char *name;
        struct bs_figure rto;
    } clocks[] = {
        {"from impact", report->clocks.impact},
        {"from the fault", report->clocks.fault},
        {"from detection", report->clocks.detected},
        {"from the decision", report->clocks.declared},
        {"from the plan's start", report->plan_recovery},
        {"of reads", report->rto_reads},
        {"of writes", report->rto_writes},
    };

    bs_html_begin_table(buffer, "Recovery time, told in other ways", columns);
    for (size_t i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++) {
        begin_row(buffer, clocks[i].name);
        bs_html_figure_cell(buffer, clocks[i].rto);
        end_row(buffer);
    }
    for (size_t i = 0; i < BS_RUNG_COUNT; i++) {
        bs_buffer_text(buffer, "<tr><th scope=\"row\">until ");
        bs_html_percent(buffer, report->rungs[i].level_ppb);
        bs_buffer_text(buffer, " were served</th>");
        bs_html_figure_cell(buffer, report->rungs[i].rto);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

/* ---- Steps ---- */

/* With spaces, at which a line may be broken. */
static void put_state(struct bs_buffer *buffer, const char *class_name, const char *state)
{
    char words[WORDS_MAX];

    (void)snprintf(words, sizeof(words), "%s", or_unknown(state));
    for (char *at = words; (at = strchr(at, '_')) != NULL;) {
        *at = ' ';
    }
    bs_html_cell(buffer, class_name, words);
}

static void put_step(const struct bs_step_row *row, struct bs_buffer *buffer)
{
    const bool has_end = row->end.ns != BS_INSTANT_UNKNOWN.ns;

    begin_row(buffer, row->id);
    bs_html_cell(buffer, NULL, row->workflow);
    bs_html_count_cell(buffer, row->execution);
    put_state(buffer, bs_step_state_is_done(row->state) ? "pass" : "fail", row->state);
    bs_html_duration_cell(buffer, row->start.ns);
    bs_html_figure_cell(buffer, has_end ? bs_known(row->end.ns - row->start.ns)
                                        : bs_unknown("still under way when the run ended"));
    bs_html_faint_cell(buffer, row->target);
    bs_html_faint_cell(buffer, bs_known(row->late_ns));
    bs_html_count_cell(buffer, row->attempts);
    bs_html_faint_cell(buffer, bs_known(row->waited_on_human_ns));
    bs_html_cell(buffer, NULL, row->error);
    end_row(buffer);
}

static void put_steps(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Step",     "Workflow",  "#Execution",         "State",   "#Began at", "#Took", "#Target",
        "#Late by", "#Attempts", "#Waited for people", "Trouble", NULL};
    static const char *const missed[] = {"Step", "Workflow", "#Execution", NULL};
    const struct bs_steps *steps = &report->steps;

    if (steps->executed_count > 0) {
        bs_html_begin_table(buffer, "Steps", columns);
        for (size_t i = 0; i < steps->executed_count; i++) {
            put_step(&steps->executed[i], buffer);
        }
        bs_html_end_table(buffer);
    }
    if (steps->missed_count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "Not executed", missed);
    for (size_t i = 0; i < steps->missed_count; i++) {
        begin_row(buffer, steps->missed[i].id);
        bs_html_cell(buffer, NULL, steps->missed[i].workflow);
        bs_html_count_cell(buffer, steps->missed[i].execution);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_executions(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Execution", "Workflow",           "Mode", "By", "Severity", "State", "#Began at",
        "#Ended at", "#Waited for people", NULL};
    char number[BS_TIME_TEXT_MAX];

    if (report->executions.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "Executions", columns);
    for (size_t i = 0; i < report->executions.count; i++) {
        const struct bs_execution_row *row = &report->executions.items[i];

        (void)snprintf(number, sizeof(number), "%" PRId64, row->number);
        begin_row(buffer, number);
        bs_html_cell(buffer, NULL, row->workflow);
        bs_html_cell(buffer, NULL, or_unknown(row->mode));
        bs_html_cell(buffer, NULL, or_unknown(row->trigger));
        bs_html_cell(buffer, NULL, or_unknown(row->severity));
        put_state(buffer, NULL, row->state);
        bs_html_figure_cell(buffer, row->start.ns == BS_INSTANT_UNKNOWN.ns
                                        ? bs_unknown("it was never started")
                                        : bs_known(row->start.ns));
        bs_html_figure_cell(buffer, row->end.ns == BS_INSTANT_UNKNOWN.ns
                                        ? bs_unknown("it did not end within the run")
                                        : bs_known(row->end.ns));
        bs_html_faint_cell(buffer, bs_known(row->human_wait_ns));
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

/* ---- What clients had ---- */

static void put_stores(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {
        "Store",         "Kind",      "#RPO",      "#Objective",   "#Resolution",
        "#Acknowledged", "#Lost",     "#Deferred", "#Quarantined", "#Overwritten",
        "#Discarded",    "#Diverged", NULL};

    if (report->rpo.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "What was lost: acknowledged writes, by store", columns);
    for (size_t i = 0; i < report->rpo.count; i++) {
        const struct bs_store_row *row = &report->rpo.stores[i];
        const int64_t counts[] = {row->lost_writes, row->deferred,  row->quarantined,
                                  row->overwritten, row->discarded, row->diverged};

        begin_row(buffer, row->id);
        bs_html_cell(buffer, NULL, row->kind);
        bs_html_figure_cell(buffer, row->rpo);
        bs_html_figure_cell(buffer, row->objective);
        bs_html_faint_cell(buffer, row->resolution);
        if (bs_is_known(row->acknowledged)) {
            bs_html_count_cell(buffer, row->acknowledged.value);
        } else {
            bs_html_figure_cell(buffer, row->acknowledged);
        }
        for (size_t k = 0; k < sizeof(counts) / sizeof(counts[0]); k++) {
            bs_html_count_cell(buffer, counts[k]);
        }
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_cohorts(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Clients",   "#Share",  "#Recovery time",
                                          "#Requests", "#Failed", NULL};

    if (report->cohorts.count == 0) {
        return;
    }
    bs_html_begin_table(buffer, "Clients, by how their resolvers behave", columns);
    for (size_t i = 0; i < report->cohorts.count; i++) {
        const struct bs_cohort_row *row = &report->cohorts.items[i];

        begin_row(buffer, row->name);
        bs_buffer_text(buffer, "<td class=\"n\">");
        if (bs_is_known(row->share)) {
            bs_html_percent(buffer, row->share.value);
        } else {
            bs_html_figure(buffer, row->share);
        }
        bs_buffer_text(buffer, "</td>");
        bs_html_figure_cell(buffer, row->rto);
        bs_html_count_cell(buffer, row->requests);
        bs_html_count_cell(buffer, row->failed);
        end_row(buffer);
    }
    bs_html_end_table(buffer);
}

static void put_traffic(const struct bs_report *report, struct bs_buffer *buffer)
{
    const struct bs_traffic *traffic = &report->traffic;

    bs_html_element(buffer, "h2", NULL, "Requests");
    bs_buffer_text(buffer, "\n<p>");
    if (!bs_is_known(traffic->availability)) {
        bs_html_words(buffer, traffic->availability.unknown, BS_HTML_ALL_WORDS);
    } else {
        bs_html_percent(buffer, traffic->availability.value);
        bs_buffer_format(buffer, " served in time: %" PRId64 " of %" PRId64 " failed",
                         traffic->failed, traffic->requests);
    }
    if (bs_is_known(traffic->lost_minutes)) {
        bs_buffer_text(buffer, "; outside outages as much as ");
        bs_html_duration(buffer, traffic->lost_minutes.value * 60); /* 10^-9 minutes are 60 ns. */
        bs_buffer_text(buffer, " of full service was lost");
    }
    bs_buffer_text(buffer, ".</p>\n");
}

/* ---- What must hold, and how to see it again ---- */

static void put_invariants(const struct bs_report *report, struct bs_buffer *buffer)
{
    static const char *const columns[] = {"Invariant", "Outcome", "Why", "#First at", NULL};

    bs_html_begin_table(buffer, "What must hold in every run", columns);
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *item = &report->invariants.items[i];

        begin_row(buffer, item->name);
        bs_html_cell(buffer, bs_outcome_name(item->outcome), bs_outcome_name(item->outcome));
        bs_html_cell(buffer, NULL, item->reason);
        if (item->first.ns == BS_INSTANT_UNKNOWN.ns) {
            bs_html_cell(buffer, "n", "");
        } else {
            bs_html_duration_cell(buffer, item->first.ns);
        }
        end_row(buffer);
    }
    bs_html_end_table(buffer);
    if (report->split.risk_count > 0) {
        bs_buffer_text(buffer, "<h2>Accepted as risk</h2>\n<ul>\n");
        for (size_t i = 0; i < report->split.risk_count; i++) {
            bs_html_element(buffer, "li", NULL, report->split.risks[i]);
        }
        bs_buffer_text(buffer, "</ul>\n");
    }
}

static void put_sources(const struct bs_report *report, struct bs_buffer *buffer)
{
    const struct {
        const char *name;
        const char *text;
    } rows[] = {
        {"command", report->reproduce},
        {"scenario", report->scenario_file},
        {"scenario, SHA-256", report->scenario_sha256},
        {"plan, SHA-256", report->plan_sha256},
        {"seed", report->seed},
        {"blackstart", report->version},
        {"history, SHA-256", report->history_sha256},
    };

    bs_buffer_text(buffer, "<h2>To see it again</h2>\n<dl>\n");
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bs_html_element(buffer, "dt", NULL, rows[i].name);
        bs_buffer_text(buffer, "<dd>");
        bs_html_element(buffer, "code", NULL, or_unknown(rows[i].text));
        bs_buffer_text(buffer, "</dd>\n");
    }
    bs_buffer_text(buffer, "</dl>\n");
}

void bs_report_html(const struct bs_report *report, struct bs_buffer *buffer)
{
    BS_ASSERT(report != NULL && buffer != NULL);
    BS_ASSERT(report->rpo.count == 0 || (report->ledgers != NULL && report->lags != NULL));
    put_top(report, buffer);
    bs_buffer_text(buffer, "<main>\n");
    put_verdict(report, buffer);
    bs_html_timeline(report, buffer);
    put_phases(report, buffer);
    put_gains(report, buffer);
    put_predictions(report, buffer);
    put_executions(report, buffer);
    put_steps(report, buffer);
    put_stores(report, buffer);
    bs_html_ledger(report, buffer);
    bs_html_lags(report, buffer);
    put_cohorts(report, buffer);
    put_clocks(report, buffer);
    put_traffic(report, buffer);
    put_invariants(report, buffer);
    bs_html_posture(report, buffer);
    put_sources(report, buffer);
    bs_buffer_text(buffer, "</main>\n</body>\n</html>\n");
}
