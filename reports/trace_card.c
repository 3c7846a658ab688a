/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/trace_card.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/assert.h"
#include "base/json_writer.h"
#include "reports/clean_text.h"

enum { NS_PER_US = 1000, TEXT_MAX = 64 };

/* Processes; an execution's is the first one's plus its place. */
enum { WORLD = 1, CLIENTS = 2, RESPONSE = 3, FIRST_EXECUTION = 4 };

/* Tracks are numbered through all processes, and none as a process is: that would be its main thread. */
enum { FIRST_TRACK = 1001 };

struct trace {
    struct bs_buffer *buffer;
    struct bs_buffer clean; /* The text that is being written. */
    struct bs_json_writer writer;
    int64_t events;
    int64_t tracks;
};

struct track {
    int64_t process;
    int64_t thread; /* 0: of the process as a whole. */
};

static void put_clean(struct trace *trace, const char *text)
{
    trace->clean.length = 0;
    bs_clean_text(&trace->clean, text, NULL);
    bs_json_text_of(&trace->writer, trace->clean.length > 0 ? trace->clean.bytes : "",
                    trace->clean.length);
}

static void put_text(struct trace *trace, const char *key, const char *text)
{
    bs_json_key(&trace->writer, key);
    put_clean(trace, text);
}

static void put_text_if(struct trace *trace, const char *key, const char *text)
{
    if (text != NULL) {
        put_text(trace, key, text);
    }
}

static void put_count(struct trace *trace, const char *key, int64_t count)
{
    bs_json_key(&trace->writer, key);
    bs_json_integer(&trace->writer, count);
}

static void put_seconds(struct trace *trace, const char *key, struct bs_figure figure)
{
    if (bs_is_known(figure)) {
        bs_json_key(&trace->writer, key);
        bs_json_seconds(&trace->writer, figure.value);
    }
}

/** Nanoseconds as decimal microseconds, exactly. */
static void put_us(struct trace *trace, const char *key, int64_t ns)
{
    char digits[TEXT_MAX];

    BS_ASSERT(ns >= 0);
    bs_json_key(&trace->writer, key);
    if (ns % NS_PER_US == 0) {
        bs_json_integer(&trace->writer, ns / NS_PER_US);
        return;
    }
    (void)snprintf(digits, sizeof(digits), "%" PRId64 ".%03" PRId64, ns / NS_PER_US,
                   ns % NS_PER_US);
    bs_json_number(&trace->writer, digits);
}

/** An event up to its arguments, which follow. */
static void begin_event(struct trace *trace, const char *kind, const char *name, struct track track)
{
    bs_buffer_text(trace->buffer, trace->events++ == 0 ? "\n" : ",\n");
    bs_json_begin_object(&trace->writer);
    put_text(trace, "name", name);
    put_text(trace, "ph", kind);
    put_count(trace, "pid", track.process);
    if (track.thread != 0) {
        put_count(trace, "tid", track.thread);
    }
}

static void begin_arguments(struct trace *trace)
{
    bs_json_key(&trace->writer, "args");
    bs_json_begin_object(&trace->writer);
}

static void end_event(struct trace *trace)
{
    bs_json_end_object(&trace->writer);
    bs_json_end_object(&trace->writer);
}

/** A process or a track by its name, and in this order. */
static void put_names(struct trace *trace, struct track track, const char *name)
{
    bool is_process = track.thread == 0;

    begin_event(trace, "M", is_process ? "process_name" : "thread_name", track);
    begin_arguments(trace);
    put_text(trace, "name", name);
    end_event(trace);
    begin_event(trace, "M", is_process ? "process_sort_index" : "thread_sort_index", track);
    begin_arguments(trace);
    put_count(trace, "sort_index", is_process ? track.process : track.thread);
    end_event(trace);
}

static void name_process(struct trace *trace, int64_t process, const char *name)
{
    put_names(trace, (struct track){process, 0}, name);
}

static struct track new_track(struct trace *trace, int64_t process, const char *name)
{
    struct track track = {process, FIRST_TRACK + trace->tracks++};

    put_names(trace, track, name);
    return track;
}

struct slice {
    const char *category;
    const char *name;
    struct track track;
    struct bs_instant from;
    struct bs_instant to;   /* BS_INSTANT_UNKNOWN: it has no end. */
    struct bs_instant last; /* To be drawn to without an end. */
};

/** A slice up to its arguments, of which the missing end is the first. */
static void begin_slice(struct trace *trace, const struct slice *slice)
{
    bool has_end = slice->to.ns != BS_INSTANT_UNKNOWN.ns;
    struct bs_instant last = bs_instant_max(slice->from, has_end ? slice->to : slice->last);

    begin_event(trace, "X", slice->name, slice->track);
    put_text(trace, "cat", slice->category);
    put_us(trace, "ts", slice->from.ns);
    put_us(trace, "dur", last.ns - slice->from.ns);
    begin_arguments(trace);
    if (!has_end) {
        put_text(trace, "end", "not within the run");
    }
}

static void put_faults(struct trace *trace, const struct bs_report *report)
{
    for (size_t i = 0; i < report->fault_count; i++) {
        const struct bs_fault_row *fault = &report->faults[i];
        const struct slice slice = {
            .category = "fault",
            .name = fault->name,
            .track = new_track(trace, WORLD, fault->name),
            .from = fault->onset,
            .to = fault->end,
            .last = report->horizon,
        };

        begin_slice(trace, &slice);
        end_event(trace);
    }
}

static void put_course(struct trace *trace, const struct bs_lag_course *course)
{
    for (size_t i = 0; i < course->count; i++) {
        begin_event(trace, "C", course->lineage, (struct track){WORLD, 0});
        put_us(trace, "ts", course->points[i].at.ns);
        begin_arguments(trace);
        put_seconds(trace, "behind_s", bs_known(course->points[i].lag.ns));
        end_event(trace);
    }
}

static void put_world(struct trace *trace, const struct bs_report *report)
{
    size_t courses = 0;

    for (size_t i = 0; i < report->rpo.count; i++) {
        courses += report->lags[i].count;
    }
    if (report->fault_count > 0 || courses > 0) {
        name_process(trace, WORLD, "world");
    }
    put_faults(trace, report);
    for (size_t i = 0; i < report->rpo.count; i++) {
        for (size_t k = 0; k < report->lags[i].count; k++) {
            put_course(trace, &report->lags[i].courses[k]);
        }
    }
}

static void put_outages(struct trace *trace, const struct bs_report *report)
{
    struct track track = {0};

    if (report->outages.count > 0) {
        track = new_track(trace, CLIENTS, "outages");
    }
    for (size_t i = 0; i < report->outages.count; i++) {
        const struct bs_outage *outage = &report->outages.items[i];

        begin_slice(trace, &(struct slice){
                               .category = "outage",
                               .name = outage->is_planned ? "planned outage" : "outage",
                               .track = track,
                               .from = outage->begin,
                               .to = outage->end,
                               .last = report->horizon,
                           });
        put_text_if(trace, "why", outage->censored);
        end_event(trace);
    }
}

static void put_served(struct trace *trace, const struct bs_strip *strip)
{
    int64_t column_ns = (strip->to.ns - strip->from.ns) / BS_STRIP_COLUMNS;

    for (int64_t i = 0; i < BS_STRIP_COLUMNS && column_ns > 0; i++) {
        if (strip->share_ppb[i] < 0) {
            continue;
        }
        begin_event(trace, "C", "served", (struct track){CLIENTS, 0});
        put_us(trace, "ts", strip->from.ns + i * column_ns);
        begin_arguments(trace);
        bs_json_key(&trace->writer, "share");
        bs_json_ppb(&trace->writer, strip->share_ppb[i]);
        end_event(trace);
    }
}

static void put_marks(struct trace *trace, const struct bs_report *report)
{
    struct track track = {0};

    if (report->mark_count > 0) {
        track = new_track(trace, RESPONSE, "marks");
    }
    for (size_t i = 0; i < report->mark_count; i++) {
        begin_event(trace, "i", report->marks[i].words, track);
        put_text(trace, "cat", "mark");
        put_text(trace, "s", "t");
        put_us(trace, "ts", report->marks[i].at.ns);
        begin_arguments(trace);
        end_event(trace);
    }
}

static void put_phases(struct trace *trace, const struct bs_parts *parts)
{
    struct track track = {0};

    if (parts->count > 0) {
        track = new_track(trace, RESPONSE, "phases");
    }
    for (size_t i = 0; i < parts->count; i++) {
        const struct bs_part *part = &parts->items[i];

        begin_slice(trace, &(struct slice){
                               .category = "phase",
                               .name = part->name,
                               .track = track,
                               .from = part->start,
                               .to = part->end,
                           });
        put_text_if(trace, "evidence", part->boundary.words);
        put_seconds(trace, "waited_on_human_s", bs_known(part->human_wait_ns));
        end_event(trace);
    }
}

static void put_waits(struct trace *trace, const struct bs_step_row *row, struct track track)
{
    for (size_t i = 0; i < row->wait_count; i++) {
        begin_slice(trace, &(struct slice){
                               .category = "wait",
                               .name = "waited for people",
                               .track = track,
                               .from = row->waits[i].from,
                               .to = row->waits[i].to,
                           });
        end_event(trace);
    }
}

static void put_step(struct trace *trace, const struct bs_report *report,
                     const struct bs_step_row *row, int64_t process)
{
    const struct slice slice = {
        .category = "step",
        .name = row->id,
        .track = new_track(trace, process, row->id),
        .from = row->start,
        .to = row->end,
        .last = report->horizon,
    };

    begin_slice(trace, &slice);
    put_text_if(trace, "state", row->state);
    put_text_if(trace, "block", row->block);
    put_text_if(trace, "region", row->region);
    put_seconds(trace, "target_s", row->target);
    put_seconds(trace, "late_s", bs_known(row->late_ns));
    put_seconds(trace, "waited_on_human_s", bs_known(row->waited_on_human_ns));
    put_count(trace, "attempts", row->attempts);
    put_text_if(trace, "error", row->error);
    end_event(trace);
    put_waits(trace, row, slice.track);
}

static void name_execution(struct trace *trace, int64_t process, const struct bs_step_row *row)
{
    struct bs_buffer name;

    bs_buffer_init(&name, trace->buffer->length_max);
    bs_buffer_format(&name, "execution %" PRId64 ": ", row->execution);
    bs_buffer_text(&name, row->workflow != NULL ? row->workflow : "?");
    if (name.failed) {
        trace->buffer->failed = true;
    } else {
        name_process(trace, process, name.bytes);
    }
    bs_buffer_clean_up(&name);
}

static void put_steps(struct trace *trace, const struct bs_report *report)
{
    const struct bs_steps *steps = &report->steps;
    int64_t process = FIRST_EXECUTION - 1;

    for (size_t i = 0; i < steps->executed_count; i++) {
        const struct bs_step_row *row = &steps->executed[i];

        if (i == 0 || row->execution != steps->executed[i - 1].execution) {
            process++;
            name_execution(trace, process, row);
        }
        put_step(trace, report, row, process);
    }
}

static void put_origin(struct trace *trace, const struct bs_report *report)
{
    const struct {
        const char *key;
        const char *text;
    } rows[] = {
        {"verdict", bs_verdict_name(report->findings.verdict)},
        {"scenario", report->scenario},
        {"plan", report->plan},
        {"seed", report->seed},
        {"backend", report->backend},
        {"version", report->version},
        {"history_sha256", report->history_sha256},
        {"reproduce", report->reproduce},
    };

    bs_json_begin_object(&trace->writer);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        put_text_if(trace, rows[i].key, rows[i].text);
    }
    bs_json_end_object(&trace->writer);
}

void bs_report_trace(const struct bs_report *report, struct bs_buffer *buffer)
{
    struct trace trace = {.buffer = buffer, .writer = {.buffer = buffer}};

    BS_ASSERT(report != NULL);
    BS_ASSERT(buffer != NULL);
    BS_ASSERT(report->rpo.count == 0 || report->lags != NULL);

    bs_buffer_init(&trace.clean, buffer->length_max);
    /* The frame is written here, so that each event stands on a line of its own. */
    bs_buffer_text(buffer, "{\"displayTimeUnit\":\"ms\",\"otherData\":");
    put_origin(&trace, report);
    bs_buffer_text(buffer, ",\"traceEvents\":[");
    put_world(&trace, report);
    name_process(&trace, CLIENTS, "clients");
    put_served(&trace, &report->strip);
    put_outages(&trace, report);
    name_process(&trace, RESPONSE, "response");
    put_marks(&trace, report);
    put_phases(&trace, &report->parts);
    put_steps(&trace, report);
    bs_buffer_text(buffer, "\n]}\n");
    buffer->failed = buffer->failed || trace.clean.failed;
    bs_buffer_clean_up(&trace.clean);
}
