/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/text_card.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "reports/text_posture.h"
#include "reports/text_predictions.h"
#include "reports/text_style.h"
#include "reports/text_timeline.h"
#include "reports/verdict_banner.h"

enum { TEXT_MAX = 640, BAR_COLUMNS = 24, BANNER_COLUMNS = 10 };

static void format_ns(int64_t ns, char text[BS_TIME_TEXT_MAX])
{
    bs_duration_format((struct bs_duration){ns}, text);
}

/** A duration, or "unknown". */
static const char *figure_text(struct bs_figure figure, char text[BS_TIME_TEXT_MAX])
{
    if (!bs_is_known(figure)) {
        return "unknown";
    }
    format_ns(figure.value, text);
    return text;
}

static const char *or_unknown(const char *text)
{
    return text != NULL ? text : "unknown";
}

static void put_title(const struct bs_report *report, const struct bs_text_style *style)
{
    char text[TEXT_MAX];
    char horizon[BS_TIME_TEXT_MAX];

    format_ns(report->horizon.ns, horizon);
    bs_text_put(style, BS_TEXT_STRONG, or_unknown(report->scenario));
    bs_buffer_text(style->buffer, "\n");
    (void)snprintf(text, sizeof(text), "plan %s, seed %s, backend %s, %s observed",
                   report->plan != NULL ? report->plan : "none", or_unknown(report->seed),
                   or_unknown(report->backend), horizon);
    bs_text_put(style, BS_TEXT_FAINT, text);
    bs_buffer_text(style->buffer, "\n\n");
}

/** The verdict's word in front of the headlines, then whatever else speaks against a pass. */
static void put_banner(const struct bs_report *report, const struct bs_text_style *style)
{
    enum bs_verdict verdict = report->findings.verdict;
    const char *label = bs_verdict_banner(verdict).word;

    for (size_t i = 0; i < report->findings.count; i++) {
        const struct bs_finding *finding = &report->findings.items[i];

        if (!finding->is_headline && finding->verdict == BS_VERDICT_PASS) {
            continue;
        }
        bs_text_cell(style, bs_verdict_banner(verdict).role, label, BANNER_COLUMNS);
        bs_text_paragraph(style,
                          finding->verdict == BS_VERDICT_PASS
                              ? BS_TEXT_PLAIN
                              : bs_verdict_banner(finding->verdict).role,
                          finding->text, BANNER_COLUMNS);
        label = "";
    }
    bs_buffer_text(style->buffer, "\n");
    bs_text_cell(style, BS_TEXT_STRONG, "why", BANNER_COLUMNS);
    bs_text_paragraph(style, BS_TEXT_PLAIN, report->why, BANNER_COLUMNS);
}

static int64_t sum_of_parts_ns(const struct bs_report *report)
{
    const struct bs_outage *worst = bs_outages_worst(&report->outages);

    return bs_outage_last(worst, report->horizon).ns - worst->begin.ns;
}

static void put_bar(const struct bs_text_style *style, int64_t part_ns, int64_t whole_ns)
{
    /* Per mille first, so that the product stays small; at least one block for what took any time. */
    int64_t permille = part_ns / (whole_ns / 1000);
    int64_t columns = permille * BAR_COLUMNS / 1000;
    int64_t shown = columns > BAR_COLUMNS ? BAR_COLUMNS : columns;

    shown = shown == 0 && part_ns > 0 ? 1 : shown;
    for (int64_t i = 0; i < BAR_COLUMNS; i++) {
        bs_buffer_text(style->buffer, i < shown ? "█" : " ");
    }
    bs_buffer_text(style->buffer, " ");
}

static void put_part(const struct bs_text_style *style, const struct bs_part *part,
                     int64_t whole_ns)
{
    int64_t part_ns = part->end.ns - part->start.ns;
    char took[BS_TIME_TEXT_MAX];
    char end[BS_TIME_TEXT_MAX];
    char waited[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    format_ns(part_ns, took);
    format_ns(part->end.ns, end);
    format_ns(part->human_wait_ns, waited);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, part->name, 12);
    bs_text_cell_right(style, BS_TEXT_STRONG, took, 10);
    if (bs_text_is(part->name, "latent")) {
        bs_text_cell_right(style, BS_TEXT_PLAIN, "before", 6);
        put_bar(style, 0, whole_ns);
    } else {
        (void)snprintf(text, sizeof(text), "%" PRId64 " %%", part_ns / (whole_ns / 100));
        bs_text_cell_right(style, BS_TEXT_PLAIN, text, 6);
        put_bar(style, part_ns, whole_ns);
    }
    (void)snprintf(text, sizeof(text), "to %s: %s%s%s%s", end, part->boundary.words,
                   part->human_wait_ns > 0 ? " (" : "", part->human_wait_ns > 0 ? waited : "",
                   part->human_wait_ns > 0 ? " of it waiting for people)" : "");
    bs_text_paragraph(style, BS_TEXT_PLAIN, text, 2 + 12 + 11 + 7 + BAR_COLUMNS + 1);
}

static void put_parts(const struct bs_report *report, const struct bs_text_style *style)
{
    int64_t whole_ns;
    char text[TEXT_MAX];
    char whole[BS_TIME_TEXT_MAX];

    if (report->parts.count == 0) {
        return;
    }
    whole_ns = sum_of_parts_ns(report);
    format_ns(whole_ns, whole);
    (void)snprintf(text, sizeof(text), "where the time went (parts sum to %s, from impact)", whole);
    bs_text_heading(style, text);
    for (size_t i = 0; i < report->parts.count; i++) {
        put_part(style, &report->parts.items[i], whole_ns);
    }
}

static void put_gain(const struct bs_text_style *style, const struct bs_gain *gain)
{
    char saves[BS_TIME_TEXT_MAX];
    char then[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    format_ns(gain->saves_ns, saves);
    format_ns(gain->then_ns, then);
    bs_text_put(style, BS_TEXT_PLAIN, gain->measure == BS_GAIN_RTO ? "  RTO " : "  RPO ");
    bs_text_cell_right(style, BS_TEXT_STRONG, saves, 10);
    (void)snprintf(text, sizeof(text), "leaves %s", then);
    bs_text_cell(style, BS_TEXT_FAINT, text, 16);
    bs_text_put(style, BS_TEXT_PLAIN, " ");
    bs_text_paragraph(style, BS_TEXT_PLAIN, gain->words, 2 + 4 + 11 + 18);
}

static void put_gains(const struct bs_report *report, const struct bs_text_style *style)
{
    if (report->gains.count > 0) {
        bs_text_heading(style, "what would buy most (each at most; they overlap)");
    }
    for (size_t i = 0; i < report->gains.count; i++) {
        if (bs_gain_is_headline(&report->gains, i)) {
            put_gain(style, &report->gains.items[i]);
        }
    }
}

static void put_clocks(const struct bs_report *report, const struct bs_text_style *style)
{
    const struct {
        const char *name;
        struct bs_figure rto;
    } clocks[] = {
        {"impact", report->clocks.impact},     {"fault", report->clocks.fault},
        {"detected", report->clocks.detected}, {"declared", report->clocks.declared},
        {"plan start", report->plan_recovery}, {"reads only", report->rto_reads},
        {"writes only", report->rto_writes},
    };
    char text[BS_TIME_TEXT_MAX];

    bs_text_heading(style, "recovery time, told in other ways");
    for (size_t i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++) {
        bs_buffer_text(style->buffer, i < 4 ? "  from " : "  ");
        bs_text_cell(style, BS_TEXT_PLAIN, clocks[i].name, i < 4 ? 13 : 18);
        bs_text_cell_right(style, BS_TEXT_STRONG, figure_text(clocks[i].rto, text), 10);
        bs_text_paragraph(style, BS_TEXT_FAINT,
                          bs_is_known(clocks[i].rto) ? "" : clocks[i].rto.unknown, 31);
    }
    for (size_t i = 0; i < BS_RUNG_COUNT; i++) {
        char level[BS_TIME_TEXT_MAX];
        char name[TEXT_MAX];

        (void)snprintf(name, sizeof(name), "%s served",
                       bs_percent_text(report->rungs[i].level_ppb, level));
        bs_buffer_text(style->buffer, "  ");
        bs_text_cell(style, BS_TEXT_PLAIN, name, 18);
        bs_text_cell_right(style, BS_TEXT_STRONG, figure_text(report->rungs[i].rto, text), 10);
        bs_text_paragraph(style, BS_TEXT_FAINT,
                          bs_is_known(report->rungs[i].rto) ? "" : report->rungs[i].rto.unknown,
                          31);
    }
}

static void put_traffic(const struct bs_report *report, const struct bs_text_style *style)
{
    char availability[BS_TIME_TEXT_MAX];
    char lost[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];

    bs_text_heading(style, "requests");
    if (!bs_is_known(report->traffic.availability)) {
        bs_buffer_text(style->buffer, "  ");
        bs_text_paragraph(style, BS_TEXT_PLAIN, report->traffic.availability.unknown, 2);
        return;
    }
    if (bs_is_known(report->traffic.lost_minutes)) {
        /* 10^-9 minutes are 60 ns. */
        format_ns(report->traffic.lost_minutes.value * 60, lost);
    }
    (void)snprintf(text, sizeof(text),
                   "%s served in time: %" PRId64 " of %" PRId64
                   " failed; outside outages as much as %s of full service was lost",
                   bs_percent_text(report->traffic.availability.value, availability),
                   report->traffic.failed, report->traffic.requests,
                   bs_is_known(report->traffic.lost_minutes) ? lost : "an unknown time");
    bs_buffer_text(style->buffer, "  ");
    bs_text_paragraph(style, BS_TEXT_PLAIN, text, 2);
}

/* One more remark, if there is one to make. */
static void add_remark(struct bs_buffer *remarks, bool applies, const char *before,
                       const char *word, const char *after)
{
    if (applies) {
        bs_buffer_text(remarks, remarks->length > 0 ? ", " : "");
        bs_buffer_text(remarks, before);
        bs_buffer_text(remarks, word);
        bs_buffer_text(remarks, after);
    }
}

static void put_step(const struct bs_text_style *style, const struct bs_step_row *row)
{
    bool has_end = row->end.ns != BS_INSTANT_UNKNOWN.ns;
    char took[BS_TIME_TEXT_MAX] = "no end";
    char target[BS_TIME_TEXT_MAX];
    char late[BS_TIME_TEXT_MAX];
    char waited[BS_TIME_TEXT_MAX];
    struct bs_buffer remarks;

    if (has_end) {
        format_ns(row->end.ns - row->start.ns, took);
    }
    format_ns(row->late_ns, late);
    format_ns(row->waited_on_human_ns, waited);
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, row->id, 20);
    bs_text_cell(style, bs_step_state_is_done(row->state) ? BS_TEXT_PLAIN : BS_TEXT_BAD, row->state,
                 26);
    bs_text_cell_right(style, BS_TEXT_STRONG, took, 10);
    bs_text_cell_right(style, BS_TEXT_FAINT,
                       bs_is_known(row->target) ? figure_text(row->target, target) : "-", 10);
    bs_buffer_init(&remarks, TEXT_MAX);
    add_remark(&remarks, row->late_ns > 0, "LATE by ", late, "");
    add_remark(&remarks, row->waited_on_human_ns > 0, "waited ", waited, " for people");
    add_remark(&remarks, row->attempts > 1, "", "retried", "");
    add_remark(&remarks, row->error != NULL, "", row->error != NULL ? row->error : "", "");
    bs_text_paragraph(style, row->late_ns > 0 ? BS_TEXT_DOUBT : BS_TEXT_PLAIN,
                      remarks.bytes != NULL ? remarks.bytes : "", 70);
    bs_buffer_clean_up(&remarks);
}

/** "1: activate (ungraceful), by health_check app, at 12m 10s: completed after 3m 13s". */
static void put_execution(const struct bs_text_style *style, const struct bs_execution_row *row)
{
    bool has_end = row->end.ns != BS_INSTANT_UNKNOWN.ns && row->start.ns != BS_INSTANT_UNKNOWN.ns;
    char start[BS_TIME_TEXT_MAX] = "an unknown time";
    char took[BS_TIME_TEXT_MAX] = "";
    char text[TEXT_MAX];

    if (row->start.ns != BS_INSTANT_UNKNOWN.ns) {
        format_ns(row->start.ns, start);
    }
    if (has_end) {
        format_ns(row->end.ns - row->start.ns, took);
    }
    (void)snprintf(text, sizeof(text), "%" PRId64 ": %s (%s), by %s, at %s: %s%s%s", row->number,
                   row->workflow, or_unknown(row->mode), or_unknown(row->trigger), start,
                   or_unknown(row->state), has_end ? " after " : "", took);
    bs_buffer_text(style->buffer, "  ");
    bs_text_paragraph(style, BS_TEXT_STRONG, text, 4);
}

static void put_steps(const struct bs_report *report, const struct bs_text_style *style)
{
    const struct bs_steps *steps = &report->steps;

    if (steps->executed_count > 0) {
        bs_text_heading(style, "steps (took, target)");
    }
    for (size_t i = 0; i < steps->executed_count; i++) {
        if (report->executions.count > 1 &&
            (i == 0 || steps->executed[i].execution != steps->executed[i - 1].execution)) {
            put_execution(style,
                          bs_executions_get(&report->executions, steps->executed[i].execution));
        }
        put_step(style, &steps->executed[i]);
    }
    if (steps->missed_count > 0) {
        bs_text_heading(style, "not executed");
    }
    for (size_t i = 0; i < steps->missed_count; i++) {
        bs_buffer_text(style->buffer, "  ");
        bs_text_cell(style, BS_TEXT_PLAIN, steps->missed[i].id, 20);
        bs_text_paragraph(style, BS_TEXT_FAINT, steps->missed[i].workflow, 22);
    }
}

static void put_store(const struct bs_text_style *style, const struct bs_store_row *store)
{
    const struct {
        const char *name;
        int64_t writes;
    } counts[] = {
        {"lost", store->lost_writes},        {"deferred", store->deferred},
        {"quarantined", store->quarantined}, {"overwritten", store->overwritten},
        {"discarded", store->discarded},     {"diverged", store->diverged},
    };
    char rpo[BS_TIME_TEXT_MAX];
    char objective[BS_TIME_TEXT_MAX];
    char interval[BS_TIME_TEXT_MAX];
    char text[TEXT_MAX];
    int length;

    length =
        snprintf(text, sizeof(text), "%" PRId64 " %swrites%s%s acknowledged",
                 bs_is_known(store->acknowledged) ? store->acknowledged.value : 0,
                 bs_is_known(store->resolution) ? "numbered " : "",
                 bs_is_known(store->resolution) ? ", one every " : "",
                 bs_is_known(store->resolution) ? figure_text(store->resolution, interval) : "");
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        if ((counts[i].writes != 0 || i == 0) && length > 0 && length < (int)sizeof(text)) {
            length += snprintf(text + length, sizeof(text) - (size_t)length, ", %" PRId64 " %s",
                               counts[i].writes, counts[i].name);
        }
    }
    bs_buffer_text(style->buffer, "  ");
    bs_text_cell(style, BS_TEXT_PLAIN, store->id, 20);
    bs_text_put(style, BS_TEXT_PLAIN, "RPO ");
    bs_text_cell_right(style, bs_store_misses(store) ? BS_TEXT_BAD : BS_TEXT_STRONG,
                       figure_text(store->rpo, rpo), 10);
    bs_text_cell(style, BS_TEXT_FAINT, bs_is_known(store->objective) ? "objective" : "no objective",
                 13);
    bs_text_cell_right(
        style, BS_TEXT_FAINT,
        bs_is_known(store->objective) ? figure_text(store->objective, objective) : "", 10);
    bs_text_paragraph(style, BS_TEXT_PLAIN,
                      bs_is_known(store->acknowledged) ? text : store->acknowledged.unknown, 61);
}

static void put_stores(const struct bs_report *report, const struct bs_text_style *style)
{
    if (report->rpo.count > 0) {
        bs_text_heading(style, "data");
    }
    for (size_t i = 0; i < report->rpo.count; i++) {
        put_store(style, &report->rpo.stores[i]);
    }
}

static void put_cohorts(const struct bs_report *report, const struct bs_text_style *style)
{
    if (report->cohorts.count > 0) {
        bs_text_heading(style, "clients (share of requests, recovery time)");
    }
    for (size_t i = 0; i < report->cohorts.count; i++) {
        const struct bs_cohort_row *row = &report->cohorts.items[i];
        char share[BS_TIME_TEXT_MAX];
        char rto[BS_TIME_TEXT_MAX];
        char text[TEXT_MAX];

        (void)snprintf(text, sizeof(text), "%" PRId64 " of %" PRId64 " failed%s%s", row->failed,
                       row->requests, bs_is_known(row->rto) ? "" : "; ",
                       bs_is_known(row->rto) ? "" : row->rto.unknown);
        bs_buffer_text(style->buffer, "  ");
        bs_text_cell(style, BS_TEXT_PLAIN, row->name, 28);
        bs_text_cell_right(style, BS_TEXT_PLAIN,
                           bs_is_known(row->share) ? bs_percent_text(row->share.value, share) : "-",
                           9);
        bs_text_cell_right(style, BS_TEXT_STRONG, figure_text(row->rto, rto), 10);
        bs_text_paragraph(style, BS_TEXT_FAINT, text, 51);
    }
}

static void put_invariants(const struct bs_report *report, const struct bs_text_style *style)
{
    static const enum bs_text_role roles[] = {
        [BS_OUTCOME_PASS] = BS_TEXT_GOOD,
        [BS_OUTCOME_FAIL] = BS_TEXT_BAD,
        [BS_OUTCOME_UNKNOWN] = BS_TEXT_DOUBT,
    };

    bs_text_heading(style, "invariants");
    for (size_t i = 0; i < report->invariants.count; i++) {
        const struct bs_invariant *item = &report->invariants.items[i];

        bs_buffer_text(style->buffer, "  ");
        bs_text_cell(style, roles[item->outcome], bs_outcome_name(item->outcome), 9);
        bs_text_cell(style, BS_TEXT_PLAIN, item->name, 34);
        bs_text_paragraph(style, BS_TEXT_FAINT, item->reason, 45);
    }
    if (report->split.risk_count > 0) {
        bs_text_heading(style, "accepted as risk");
    }
    for (size_t i = 0; i < report->split.risk_count; i++) {
        bs_buffer_text(style->buffer, "  ");
        bs_text_paragraph(style, BS_TEXT_DOUBT, report->split.risks[i], 2);
    }
}

void bs_report_text(const struct bs_report *report, const struct bs_text_card_options *options,
                    struct bs_buffer *buffer)
{
    struct bs_text_style style = {.buffer = buffer, .width = BS_TEXT_CARD_WIDTH};

    BS_ASSERT(report != NULL);
    BS_ASSERT(options != NULL);
    BS_ASSERT(buffer != NULL);

    style.colour = options->colour;
    style.width = options->width != 0 ? options->width : BS_TEXT_CARD_WIDTH;
    put_title(report, &style);
    put_banner(report, &style);
    put_parts(report, &style);
    put_gains(report, &style);
    bs_text_predictions(&report->predictions, &style);
    bs_text_timeline(report, &style);
    put_steps(report, &style);
    put_stores(report, &style);
    put_cohorts(report, &style);
    put_clocks(report, &style);
    put_traffic(report, &style);
    put_invariants(report, &style);
    bs_text_posture(report, &style);
    bs_buffer_text(buffer, "\n");
    bs_text_put(&style, BS_TEXT_FAINT, "history ");
    bs_text_put(&style, BS_TEXT_FAINT, report->history_sha256);
    bs_buffer_text(buffer, "\nreproduce: ");
    bs_text_put(&style, BS_TEXT_STRONG, or_unknown(report->reproduce));
    bs_buffer_text(buffer, "\n");
}
