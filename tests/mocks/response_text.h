/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_MOCKS_RESPONSE_TEXT_H
#define BS_TESTS_MOCKS_RESPONSE_TEXT_H

#include "mocks/http.h"

/** The whole body, wherever the response has it; to be freed. */
char *bs_response_text(const struct bs_http_response *response);

/** The number that follows these words, with which the text begins; -1 if it does not. */
int64_t bs_number_after(const char *text, const char *words);

/** All of a source; to be freed. */
char *bs_source_text(const struct bs_http_source *source);

#endif
