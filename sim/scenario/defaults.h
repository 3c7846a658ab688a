/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_DEFAULTS_H
#define BS_SIM_SCENARIO_DEFAULTS_H

/**
 * What holds where an author says nothing, in the author's own language.
 *
 * One YAML document, read with the same tables as scenarios: a section per kind of thing, each value with
 * its source beside it. "unsourced" marks a prior that no publication supports. docs/FACTS.md has the
 * sources. These comments are read (sim/scenario/uncertain.h): one stands on the line on which its value
 * begins, and up to the first ":" or ";" it names the source.
 */
extern const char bs_scenario_defaults_text[];

#endif
