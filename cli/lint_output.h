/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_LINT_OUTPUT_H
#define BS_CLI_LINT_OUTPUT_H

/** What lint found, for people, for programs, and for code review tools. */

#include "base/status.h"
#include "sim/lint/lint.h"

enum bs_lint_format {
    BS_LINT_TEXT,  /* file:line:column: severity: message [rule], then a line that counts. */
    BS_LINT_JSON,  /* blackstart.lint/1 */
    BS_LINT_SARIF, /* SARIF 2.1.0, as code scanning services read it. */
};

/** "text", "json", "sarif", NULL: as the option takes them. */
extern const char *const bs_lint_format_names[];

struct bs_lint_output {
    const char *path; /* What was judged, as given. */
    const struct bs_lint_subject *subject;
    const struct bs_lint_findings *findings;
};

/** How many findings are of a severity. */
size_t bs_lint_count(const struct bs_lint_findings *findings, enum bs_lint_severity severity);

/** To standard output; BS_ERR_IO if it does not take it. */
enum bs_status bs_lint_print(const struct bs_lint_output *output, enum bs_lint_format format,
                             struct bs_error *error);

#endif
