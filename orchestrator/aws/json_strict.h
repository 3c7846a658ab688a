/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_AWS_JSON_STRICT_H
#define BS_ORCHESTRATOR_AWS_JSON_STRICT_H

/**
 * JSON as RFC 8259 has it, read by cJSON, which by itself takes more than that.
 *
 * Refused are: text after the value, names twice in an object, bytes that are not UTF-8, control characters
 * in strings, U+0000, numbers such as 01, and more than BS_JSON_STRICT_DEPTH_MAX levels. No number is refused
 * for its size: integers beyond 2^53 are rounded, and what is beyond a double is infinite.
 */

#include <stddef.h>

#include <cjson/cJSON.h>

enum { BS_JSON_STRICT_DEPTH_MAX = 64 };

/** The caller's, for cJSON_Delete(); NULL if it is no such JSON, or memory is short. */
cJSON *bs_json_parse_strict(const char *bytes, size_t length);

#endif
