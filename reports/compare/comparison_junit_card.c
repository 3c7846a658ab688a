/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/compare/comparison_cards.h"
#include "reports/compare/comparison_words.h"
#include "reports/junit_text.h"

struct counts {
    size_t tests;
    size_t failures;
    size_t errors;
};

static bool is_failure(const struct bs_comparison_row *row)
{
    return row->decides && row->change == BS_CHANGE_WORSE;
}

static bool is_error(const struct bs_comparison_row *row)
{
    return row->is_headline && row->change == BS_CHANGE_UNKNOWN;
}

/** NULL where nothing is wrong. */
static const char *element_of(const struct bs_comparison_row *row)
{
    return is_failure(row) ? "failure" : is_error(row) ? "error" : NULL;
}

static struct counts count_cases(const struct bs_comparison *comparison)
{
    struct counts counts = {.tests = comparison->row_count};

    for (size_t i = 0; i < comparison->row_count; i++) {
        const struct bs_comparison_row *row = &comparison->rows[i];

        counts.failures += is_failure(row) ? 1 : 0;
        counts.errors += is_error(row) ? 1 : 0;
    }
    if (comparison->row_count == 0) {
        counts = (struct counts){.tests = 1, .errors = 1};
    }
    return counts;
}

static void put_message(struct bs_buffer *buffer, const struct bs_comparison_row *row)
{
    char text[BS_COMPARISON_TEXT_MAX];
    char probability[BS_TIME_TEXT_MAX];

    if (row->unknown != NULL) {
        bs_junit_text(buffer, row->unknown);
        return;
    }
    bs_comparison_value(row, &row->current, text);
    bs_junit_text(buffer, text);
    bs_buffer_text(buffer, ", was ");
    bs_comparison_value(row, &row->baseline, text);
    bs_junit_text(buffer, text);
    bs_comparison_difference(row, text);
    bs_buffer_format(buffer, " (%s): %s", text, bs_change_name(row->change));
    if (row->is_tested) {
        bs_comparison_probability(row->p, probability);
        bs_buffer_text(buffer, ", p ");
        bs_junit_text(buffer, probability);
    }
}

static void put_case(struct bs_buffer *buffer, const struct bs_comparison_row *row)
{
    const char *element = element_of(row);
    char label[BS_COMPARISON_TEXT_MAX];

    bs_comparison_label(row, label);
    bs_buffer_format(buffer, "    <testcase classname=\"%s\"",
                     row->is_headline ? "headlines" : "parts");
    bs_junit_attribute(buffer, "name", label);
    bs_buffer_text(buffer, " time=\"0\">\n      ");
    if (element == NULL) {
        bs_buffer_text(buffer, "<system-out>");
        put_message(buffer, row);
        bs_buffer_text(buffer, "</system-out>\n");
    } else {
        bs_buffer_format(buffer, "<%s type=\"%s\" message=\"", element,
                         bs_change_name(row->change));
        put_message(buffer, row);
        bs_buffer_format(buffer, "\"/>\n");
    }
    bs_buffer_text(buffer, "    </testcase>\n");
}

/* Where nothing could be compared, that is the case. */
static void put_refusal(struct bs_buffer *buffer, const struct bs_comparison *comparison)
{
    bs_buffer_text(buffer, "    <testcase classname=\"headlines\" name=\"comparable\" time=\"0\">\n"
                           "      <error type=\"unknown\"");
    bs_junit_attribute(buffer, "message", comparison->why);
    bs_buffer_text(buffer, "/>\n    </testcase>\n");
}

static void put_line(struct bs_buffer *buffer, const char *before, const char *text)
{
    if (text != NULL) {
        bs_buffer_text(buffer, before);
        bs_junit_text(buffer, text);
        bs_buffer_text(buffer, "\n");
    }
}

static void put_output(struct bs_buffer *buffer, const struct bs_comparison *comparison)
{
    bs_buffer_text(buffer, "    <system-out>");
    put_line(buffer, "", comparison->why);
    put_line(buffer, "why: ", comparison->blame);
    for (size_t i = 0; i < comparison->note_count; i++) {
        put_line(buffer, "note: ", comparison->notes[i]);
    }
    put_line(buffer, "reproduce: ", comparison->reproduce);
    bs_buffer_text(buffer, "</system-out>\n");
}

void bs_comparison_junit_card(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    const struct counts counts = count_cases(comparison);

    bs_buffer_text(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<testsuites name=\"blackstart\">\n  <testsuite");
    bs_junit_attribute(buffer, "name", comparison->current->scenario);
    bs_buffer_format(buffer,
                     " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"0\" time=\"0\">\n",
                     counts.tests, counts.failures, counts.errors);
    for (size_t i = 0; i < comparison->row_count; i++) {
        put_case(buffer, &comparison->rows[i]);
    }
    if (comparison->row_count == 0) {
        put_refusal(buffer, comparison);
    }
    put_output(buffer, comparison);
    bs_buffer_text(buffer, "  </testsuite>\n</testsuites>\n");
}
