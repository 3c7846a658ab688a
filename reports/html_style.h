/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_HTML_STYLE_H
#define BS_REPORTS_HTML_STYLE_H

/** The card's style sheet, and the pattern that waiting for people is hatched with. */
extern const char bs_html_style[];
extern const char bs_html_patterns[];

#endif
