/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/lint_output.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/json_writer.h"
#include "sim/trial/trial.h"

enum { OUTPUT_BYTES_MAX = 16 * 1024 * 1024, PATH_MAX_BYTES = 4096 };

const char *const bs_lint_format_names[] = {"text", "json", "sarif", NULL};

size_t bs_lint_count(const struct bs_lint_findings *findings, enum bs_lint_severity severity)
{
    size_t count = 0;

    for (size_t i = 0; i < findings->count; i++) {
        count += findings->items[i].rule->severity == severity ? 1 : 0;
    }
    return count;
}

/* ---- Text ---- */

static void write_place(struct bs_buffer *buffer, const struct bs_position *at)
{
    bs_buffer_text(buffer, at->file);
    if (at->line > 0) {
        bs_buffer_format(buffer, ":%" PRIu32 ":%" PRIu32, at->line, at->column);
    }
}

static void write_count(struct bs_buffer *buffer, size_t count, const char *word)
{
    bs_buffer_format(buffer, "%zu %s%s", count, word, count == 1 ? "" : "s");
}

static void write_text(struct bs_buffer *buffer, const struct bs_lint_output *output)
{
    const struct bs_lint_findings *findings = output->findings;
    const struct bs_scenario *scenario = output->subject->scenario;

    for (size_t i = 0; i < findings->count; i++) {
        const struct bs_lint_finding *finding = &findings->items[i];

        write_place(buffer, &finding->at);
        bs_buffer_format(buffer, ": %s: %s [%s]\n", bs_lint_severity_name(finding->rule->severity),
                         finding->message, finding->rule->id);
    }
    bs_buffer_format(buffer, "%s: ", output->path);
    if (findings->count == 0) {
        bs_buffer_format(buffer, "ok: %zu resources, %zu faults, %s\n", scenario->resource_count,
                         scenario->fault_count,
                         output->subject->plan != NULL ? output->subject->plan->name : "no plan");
        return;
    }
    write_count(buffer, bs_lint_count(findings, BS_LINT_ERROR), "error");
    bs_buffer_text(buffer, ", ");
    write_count(buffer, bs_lint_count(findings, BS_LINT_WARNING), "warning");
    bs_buffer_text(buffer, ", ");
    write_count(buffer, bs_lint_count(findings, BS_LINT_NOTE), "note");
    bs_buffer_text(buffer, "\n");
}

/* ---- JSON ---- */

static void write_member(struct bs_json_writer *json, const char *key, const char *text)
{
    bs_json_key(json, key);
    bs_json_text(json, text);
}

/* A place that is not known is null, never 0. */
static void write_number(struct bs_json_writer *json, const char *key, uint32_t number)
{
    bs_json_key(json, key);
    if (number > 0) {
        bs_json_integer(json, number);
    } else {
        bs_json_null(json);
    }
}

static void write_finding(struct bs_json_writer *json, const struct bs_lint_finding *finding)
{
    bs_json_begin_object(json);
    write_member(json, "rule", finding->rule->id);
    write_member(json, "severity", bs_lint_severity_name(finding->rule->severity));
    write_member(json, "message", finding->message);
    write_member(json, "file", finding->at.file);
    write_number(json, "line", finding->at.line);
    write_number(json, "column", finding->at.column);
    write_member(json, "step", finding->step);
    bs_json_end_object(json);
}

static void write_json(struct bs_buffer *buffer, const struct bs_lint_output *output)
{
    struct bs_json_writer json = {.buffer = buffer, .indent = 2};

    bs_json_begin_object(&json);
    write_member(&json, "schema", "blackstart.lint/1");
    bs_json_key(&json, "findings");
    bs_json_begin_array(&json);
    for (size_t i = 0; i < output->findings->count; i++) {
        write_finding(&json, &output->findings->items[i]);
    }
    bs_json_end_array(&json);
    bs_json_end_object(&json);
    bs_buffer_text(buffer, "\n");
}

/* ---- SARIF ---- */

static void write_words(struct bs_json_writer *json, const char *key, const char *text)
{
    bs_json_key(json, key);
    bs_json_begin_object(json);
    write_member(json, "text", text);
    bs_json_end_object(json);
}

/* SARIF's levels have the names of our severities. */
static void write_sarif_rule(struct bs_json_writer *json, const struct bs_lint_rule *rule)
{
    bs_json_begin_object(json);
    write_member(json, "id", rule->id);
    write_words(json, "shortDescription", rule->summary);
    bs_json_key(json, "defaultConfiguration");
    bs_json_begin_object(json);
    write_member(json, "level", bs_lint_severity_name(rule->severity));
    bs_json_end_object(json);
    bs_json_end_object(json);
}

/* Where ".." leads a path that ends in a slash: its length up to and with the slash before; or `from`. */
static size_t parent_of(const char *path, size_t from, size_t length)
{
    while (length > from && path[length - 1] == '/') {
        length--;
    }
    while (length > from && path[length - 1] != '/') {
        length--;
    }
    return length;
}

/* "a/b/../c" and "a/./c" name what "a/c" names; review tools know files by that alone. */
static void normalize(const char *path, char normal[PATH_MAX_BYTES])
{
    const size_t root = path[0] == '/' ? 1 : 0;
    size_t length = 0;
    size_t kept = root; /* Before that, ".." has nothing to lead from. */

    for (const char *at = path; *at != '\0';) {
        const size_t part = strcspn(at, "/") + (at[strcspn(at, "/")] == '/' ? 1 : 0);
        const bool is_up = strncmp(at, "../", 3) == 0;

        if (is_up && length > kept) {
            length = parent_of(normal, kept, length);
        } else if (strncmp(at, "./", 2) != 0) {
            memcpy(normal + length, at, part);
            length += part;
            kept = is_up ? length : kept;
        }
        at += part;
    }
    normal[length] = '\0';
}

/* A path as a URI reference: what is not allowed there is written as %XX. */
static void write_uri(struct bs_json_writer *json, const char *path)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-._~/!$&'()*+,;=@";
    char normal[PATH_MAX_BYTES] = "";
    char uri[3 * PATH_MAX_BYTES];
    size_t length = 0;

    if (strlen(path) < sizeof(normal)) {
        normalize(path, normal);
    }
    for (const char *at = normal; *at != '\0'; at++) {
        const bool is_allowed = strchr(allowed, *at) != NULL;

        length += (size_t)snprintf(uri + length, sizeof(uri) - length, is_allowed ? "%c" : "%%%02X",
                                   (unsigned char)*at);
    }
    uri[length] = '\0';
    write_member(json, "uri", uri);
}

/* What --set brought in stands in no file: the scenario stands for it, without a line. */
static void write_location(struct bs_json_writer *json, const struct bs_lint_output *output,
                           const struct bs_position *at)
{
    bs_json_begin_object(json);
    bs_json_key(json, "physicalLocation");
    bs_json_begin_object(json);
    bs_json_key(json, "artifactLocation");
    bs_json_begin_object(json);
    write_uri(json, strncmp(at->file, "--set ", 6) == 0
                        ? bs_document_name(output->subject->scenario->document)
                        : at->file);
    bs_json_end_object(json);
    if (at->line > 0) {
        bs_json_key(json, "region");
        bs_json_begin_object(json);
        write_number(json, "startLine", at->line);
        write_number(json, "startColumn", at->column);
        bs_json_end_object(json);
    }
    bs_json_end_object(json);
    bs_json_end_object(json);
}

static void write_sarif_result(struct bs_json_writer *json, const struct bs_lint_output *output,
                               const struct bs_lint_finding *finding)
{
    size_t count = 0;

    bs_json_begin_object(json);
    write_member(json, "ruleId", finding->rule->id);
    bs_json_key(json, "ruleIndex");
    bs_json_integer(json, finding->rule - bs_lint_rules(&count));
    write_member(json, "level", bs_lint_severity_name(finding->rule->severity));
    write_words(json, "message", finding->message);
    bs_json_key(json, "locations");
    bs_json_begin_array(json);
    write_location(json, output, &finding->at);
    bs_json_end_array(json);
    bs_json_end_object(json);
}

static void write_tool(struct bs_json_writer *json)
{
    size_t count = 0;
    const struct bs_lint_rule *rules = bs_lint_rules(&count);

    bs_json_key(json, "tool");
    bs_json_begin_object(json);
    bs_json_key(json, "driver");
    bs_json_begin_object(json);
    write_member(json, "name", "blackstart");
    write_member(json, "version", bs_version);
    bs_json_key(json, "rules");
    bs_json_begin_array(json);
    for (size_t i = 0; i < count; i++) {
        write_sarif_rule(json, &rules[i]);
    }
    bs_json_end_array(json);
    bs_json_end_object(json);
    bs_json_end_object(json);
}

static void write_sarif(struct bs_buffer *buffer, const struct bs_lint_output *output)
{
    struct bs_json_writer json = {.buffer = buffer, .indent = 2};

    bs_json_begin_object(&json);
    write_member(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    write_member(&json, "version", "2.1.0");
    bs_json_key(&json, "runs");
    bs_json_begin_array(&json);
    bs_json_begin_object(&json);
    write_tool(&json);
    write_member(&json, "columnKind", "unicodeCodePoints");
    bs_json_key(&json, "results");
    bs_json_begin_array(&json);
    for (size_t i = 0; i < output->findings->count; i++) {
        write_sarif_result(&json, output, &output->findings->items[i]);
    }
    bs_json_end_array(&json);
    bs_json_end_object(&json);
    bs_json_end_array(&json);
    bs_json_end_object(&json);
    bs_buffer_text(buffer, "\n");
}

enum bs_status bs_lint_print(const struct bs_lint_output *output, enum bs_lint_format format,
                             struct bs_error *error)
{
    static void (*const writers[])(struct bs_buffer *, const struct bs_lint_output *) = {
        [BS_LINT_TEXT] = write_text, [BS_LINT_JSON] = write_json, [BS_LINT_SARIF] = write_sarif};
    struct bs_buffer buffer;
    enum bs_status status = BS_OK;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    writers[format](&buffer, output);
    if (buffer.failed) {
        status = bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    } else if (fwrite(buffer.bytes, 1, buffer.length, stdout) != buffer.length ||
               fflush(stdout) != 0) {
        status = bs_error_set(error, BS_ERR_IO, NULL,
                              "the findings could not be written to standard output");
    }
    bs_buffer_clean_up(&buffer);
    return status;
}
