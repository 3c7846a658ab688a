/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/hunt_output.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_writer.h"
#include "cli/output.h"

enum {
    JSON_BYTES_MAX = 64 * 1024 * 1024,
    FINDINGS_SHOWN_MAX = 20,
};

void bs_hunt_reproduce(const struct bs_hunter *hunter, uint64_t number, char *text, size_t size)
{
    (void)snprintf(text, size, "blackstart hunt %s --seed %" PRIu64 " --schedule %" PRIu64,
                   hunter->path, hunter->base.seed, number);
}

/* ---- Text ---- */

static void print_seconds(const char *before, int64_t ns, const char *after)
{
    char text[BS_TIME_TEXT_MAX];

    bs_seconds_format(ns, text);
    (void)printf("%s%s%s", before, text, after);
}

static void print_states(const struct bs_hunt_totals *totals)
{
    (void)printf("decisions     %" PRIu64 "\nexecutions    ", totals->decisions);
    for (size_t i = 0; i < totals->state_count; i++) {
        (void)printf("%s%" PRIu64 " %s", i == 0 ? "" : ", ", totals->states[i].passed,
                     totals->states[i].name);
    }
    (void)printf("%s\n", totals->state_count == 0 ? "none" : "");
}

static void print_split_brain(const struct bs_hunt_totals *totals)
{
    (void)printf("accepted risk %" PRIu64 " in %" PRIu64 " runs; split brain in them ",
                 totals->risks, totals->risk_runs);
    print_seconds("", totals->risk_split_ns, " s together, ");
    print_seconds("", totals->risk_split_ns_max, " s at most, ");
    (void)printf("%" PRId64 " writes\n", totals->risk_writes);
    (void)printf("split brain   without an accepted risk: %" PRIu64 " runs, ", totals->bare_runs);
    print_seconds("", totals->bare_split_ns, " s, ");
    (void)printf("%" PRId64 " writes\n", totals->bare_writes);
}

static void print_invariants(const struct bs_hunt_totals *totals)
{
    for (size_t i = 0; i < totals->invariant_count; i++) {
        const struct bs_hunt_tally *row = &totals->invariants[i];

        (void)printf("  %-34s %10" PRIu64 " %10" PRIu64 " %10" PRIu64 "\n", row->name, row->passed,
                     row->failed, row->unknown);
    }
}

static void print_finding(const struct bs_hunt_summary *summary,
                          const struct bs_hunt_finding *finding)
{
    struct bs_buffer text;

    (void)printf("\nschedule %" PRIu64 "%s: %s: %s\n", finding->number,
                 finding->has_crash ? ", crashed" : "", finding->invariant, finding->reason);
    if (finding->shrunk == NULL) {
        return;
    }
    (void)printf("shrunken in %" PRIu32 " runs: %s\n", finding->tries, finding->reproduce);
    if (finding->file[0] == '\0') {
        bs_buffer_init(&text, BS_HUNT_TEXT_BYTES_MAX);
        bs_hunt_write(&summary->hunter->base, finding->shrunk, finding->invariant, &text);
        (void)printf("%s", text.bytes != NULL ? text.bytes : "");
        bs_buffer_clean_up(&text);
    }
}

void bs_hunt_print_text(const struct bs_hunt_summary *summary)
{
    const struct bs_hunt_totals *totals = summary->totals;

    (void)printf("hunt of %s, seed %" PRIu64 ": %" PRIu64 " schedules, %" PRIu64 " runs, %" PRIu64
                 " of them crashed\n\n",
                 summary->hunter->path, summary->hunter->base.seed, summary->schedules,
                 totals->runs, totals->crashes);
    print_states(totals);
    print_split_brain(totals);
    (void)printf("\n  %-34s %10s %10s %10s\n", "invariant", "pass", "fail", "unknown");
    print_invariants(totals);
    (void)printf("\n%zu schedules broke an invariant\n", summary->finding_count);
    for (size_t i = 0; i < summary->finding_count; i++) {
        if (i < FINDINGS_SHOWN_MAX || summary->findings[i].shrunk != NULL) {
            print_finding(summary, &summary->findings[i]);
        }
    }
}

/* ---- JSON ---- */

static void write_count(struct bs_json_writer *writer, const char *key, uint64_t count)
{
    bs_json_key(writer, key);
    bs_json_integer(writer, (int64_t)count);
}

static void write_split_brain(struct bs_json_writer *writer, const struct bs_hunt_totals *totals)
{
    bs_json_key(writer, "accepted_risk");
    bs_json_begin_object(writer);
    write_count(writer, "risks", totals->risks);
    write_count(writer, "runs", totals->risk_runs);
    bs_json_key(writer, "split_brain_s");
    bs_json_seconds(writer, totals->risk_split_ns);
    bs_json_key(writer, "split_brain_max_s");
    bs_json_seconds(writer, totals->risk_split_ns_max);
    write_count(writer, "writes", (uint64_t)totals->risk_writes);
    bs_json_end_object(writer);
    bs_json_key(writer, "split_brain_without_risk");
    bs_json_begin_object(writer);
    write_count(writer, "runs", totals->bare_runs);
    bs_json_key(writer, "split_brain_s");
    bs_json_seconds(writer, totals->bare_split_ns);
    write_count(writer, "writes", (uint64_t)totals->bare_writes);
    bs_json_end_object(writer);
}

static void write_tallies(struct bs_json_writer *writer, const struct bs_hunt_totals *totals)
{
    bs_json_key(writer, "executions");
    bs_json_begin_object(writer);
    for (size_t i = 0; i < totals->state_count; i++) {
        write_count(writer, totals->states[i].name, totals->states[i].passed);
    }
    bs_json_end_object(writer);
    bs_json_key(writer, "invariants");
    bs_json_begin_array(writer);
    for (size_t i = 0; i < totals->invariant_count; i++) {
        bs_json_begin_object(writer);
        bs_json_key(writer, "name");
        bs_json_text(writer, totals->invariants[i].name);
        write_count(writer, "pass", totals->invariants[i].passed);
        write_count(writer, "fail", totals->invariants[i].failed);
        write_count(writer, "unknown", totals->invariants[i].unknown);
        bs_json_end_object(writer);
    }
    bs_json_end_array(writer);
}

static void write_text(struct bs_json_writer *writer, const char *key, const char *text)
{
    bs_json_key(writer, key);
    bs_json_text(writer, text[0] != '\0' ? text : NULL);
}

static void write_finding(struct bs_json_writer *writer, const struct bs_hunt_finding *finding)
{
    bs_json_begin_object(writer);
    write_count(writer, "schedule", finding->number);
    bs_json_key(writer, "crashed");
    bs_json_bool(writer, finding->has_crash);
    write_text(writer, "invariant", finding->invariant);
    write_text(writer, "reason", finding->reason);
    write_count(writer, "shrink_runs", finding->tries);
    write_text(writer, "file", finding->file);
    write_text(writer, "reproduce", finding->reproduce);
    write_text(writer, "history_sha256", finding->history_sha256);
    bs_json_end_object(writer);
}

void bs_hunt_print_json(const struct bs_hunt_summary *summary)
{
    struct bs_buffer buffer;
    struct bs_json_writer writer = {.buffer = &buffer, .indent = 2};

    bs_buffer_init(&buffer, JSON_BYTES_MAX);
    bs_json_begin_object(&writer);
    bs_json_key(&writer, "schema");
    bs_json_text(&writer, "blackstart.hunt/1");
    write_text(&writer, "scenario", summary->hunter->path);
    write_count(&writer, "schedules", summary->schedules);
    write_count(&writer, "runs", summary->totals->runs);
    write_count(&writer, "crashes", summary->totals->crashes);
    write_count(&writer, "decisions", summary->totals->decisions);
    write_split_brain(&writer, summary->totals);
    write_tallies(&writer, summary->totals);
    write_count(&writer, "violated", summary->finding_count);
    bs_json_key(&writer, "findings");
    bs_json_begin_array(&writer);
    for (size_t i = 0; i < summary->finding_count; i++) {
        write_finding(&writer, &summary->findings[i]);
    }
    bs_json_end_array(&writer);
    bs_json_end_object(&writer);
    (void)printf("%s\n", buffer.bytes != NULL ? buffer.bytes : "");
    bs_buffer_clean_up(&buffer);
}

/* ---- Files ---- */

/* `path` as seen from `folder`; both exist. False if one of them cannot be resolved or it does not fit. */
static bool path_from(const char *folder, const char *path, char *relative, size_t size)
{
    char *from = realpath(folder, NULL);
    char *to = realpath(path, NULL);
    size_t shared = 0;
    size_t length = 0;
    bool fits = from != NULL && to != NULL;

    for (size_t i = 0; fits && (from[i] == to[i] || (from[i] == '\0' && to[i] == '/')); i++) {
        shared = to[i] == '/' ? i : shared;
        if (from[i] == '\0') {
            break;
        }
    }
    for (size_t i = shared; fits && from[i] != '\0'; i++) {
        if (from[i] == '/' && from[i + 1] != '\0' && length + 4 < size) {
            length += (size_t)snprintf(relative + length, size - length, "../");
        }
    }
    if (fits) {
        const int tail = snprintf(relative + length, size - length, "%s", to + shared + 1);

        fits = tail >= 0 && (size_t)tail < size - length;
    }
    free(from);
    free(to);
    return fits;
}

static void set_command(struct bs_hunt_finding *finding)
{
    const struct bs_hunt_schedule *schedule = finding->shrunk;

    if (!schedule->crash.is_wanted) {
        (void)snprintf(finding->reproduce, sizeof(finding->reproduce),
                       "blackstart run %s --seed %" PRIu64, finding->file, schedule->run_seed);
        return;
    }
    (void)snprintf(
        finding->reproduce, sizeof(finding->reproduce),
        "blackstart torture %s --seed %" PRIu64 " --downtime %" PRId64 "%s --point %" PRIu64,
        finding->file, schedule->run_seed, schedule->crash.downtime.ns / BS_NS_PER_S,
        schedule->crash.starts_another ? " --second-orchestrator" : "", schedule->crash.point);
}

enum bs_status bs_hunt_write_finding(const struct bs_hunter *hunter, const char *folder,
                                     struct bs_hunt_finding *finding, struct bs_error *error)
{
    struct bs_hunt_base base = hunter->base;
    struct bs_hunt_result result;
    char extends[BS_PATH_MAX];
    struct bs_buffer text;
    enum bs_status status = bs_output_make_folder(folder, error);

    if (status != BS_OK) {
        return status;
    }
    if (!path_from(folder, hunter->path, extends, sizeof(extends))) {
        return bs_error_set(error, BS_ERR_IO, NULL, "%s: no path leads there from %s", hunter->path,
                            folder);
    }
    base.extends = extends;
    (void)snprintf(finding->file, sizeof(finding->file), "%s/finding-%" PRIu64 ".yaml", folder,
                   finding->number);
    set_command(finding);
    bs_buffer_init(&text, BS_HUNT_TEXT_BYTES_MAX);
    bs_buffer_format(&text, "# Breaks %s: ", finding->invariant);
    bs_buffer_text(&text, finding->reason);
    bs_buffer_text(&text, "\n# ");
    bs_buffer_text(&text, finding->reproduce);
    bs_buffer_text(&text, "\n");
    bs_hunt_write(&base, finding->shrunk, finding->invariant, &text);
    status = bs_buffer_write_file(&text, finding->file, error);
    bs_buffer_clean_up(&text);
    if (status == BS_OK) {
        status = bs_hunt_run_file(finding->file, finding->shrunk, &result, error);
    }
    if (status == BS_OK) {
        (void)snprintf(finding->history_sha256, sizeof(finding->history_sha256), "%s",
                       result.history_sha256);
    }
    return status;
}
