/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_SWEEP_SWEEP_HTML_PARTS_H
#define BS_REPORTS_SWEEP_SWEEP_HTML_PARTS_H

/** The sections that bs_sweep_html() puts together, and what they share. Inside reports/sweep only. */

#include "reports/html_writer.h"
#include "reports/sweep/sweep.h"

/** Beyond bs_html_style: lines, bands and bars of plots. */
extern const char bs_sweep_style[];

/** @{ Cells: a value as bs_sweep_value_text(); one with its interval below it; a share with its own. */
void bs_sweep_value_cell(struct bs_buffer *buffer, int64_t value_ns);
void bs_sweep_quantile_cell(struct bs_buffer *buffer, const struct bs_quantile *quantile);
void bs_sweep_share_cell(struct bs_buffer *buffer, const struct bs_sweep_share *share);
/** @} */

/** What a variant is called. */
const char *bs_sweep_label(const struct bs_variant *variant);

/** "RTO", or "RPO orders". */
void bs_sweep_headline(struct bs_buffer *buffer, const struct bs_column *column);

/** @{ Sections, each with its heading; nothing where there is nothing to be said. */
void bs_sweep_html_curves(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_histogram(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_tail(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_influences(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_priors(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_variants(const struct bs_sweep *sweep, struct bs_buffer *buffer);
void bs_sweep_html_costs(const struct bs_sweep *sweep, struct bs_buffer *buffer);
/** @} */

#endif
