/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_SCENARIO_EXTEND_H
#define BS_SIM_SCENARIO_EXTEND_H

/** `extends: FILE`: a scenario file that says only in what it differs from another. */

#include "base/document.h"

/** Files, from the one that is asked for to the last one extended. */
enum { BS_SCENARIO_CHAIN_MAX = 8 };

/**
 * Reads a scenario file and those that it extends, the first laid over the second, and so on
 * (bs_document_underlay()). Refused with the place of `extends`: a file that cannot be read, a chain that is
 * too long or comes back to itself; also a file of the chain that is no scenario, or that extends without
 * `blackstart`, `name` and `about` of its own. On success the caller owns `*document`.
 */
enum bs_status bs_scenario_documents_load(const char *path, struct bs_document **document,
                                          struct bs_error *error);

/**
 * As above with the first file's bytes given: `name` stands for its path, from which `extends` counts, and
 * need not exist.
 */
enum bs_status bs_scenario_documents_parse(const char *name, const char *bytes, size_t length,
                                           struct bs_document **document, struct bs_error *error);

/** Refuses a document that says it is something else than a scenario that this version reads. */
enum bs_status bs_scenario_check_schema(const struct bs_node *root, struct bs_error *error);

#endif
