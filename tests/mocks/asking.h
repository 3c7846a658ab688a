/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_MOCKS_ASKING_H
#define BS_TESTS_MOCKS_ASKING_H

/** Requests to the codecs, written down in one line. */

#include "mocks/codec.h"

/** A POST of `body` to "/", decoded; NULL and a problem if it is refused. To be destroyed. */
struct bs_tree *asking_form(const char *service, const char *operation, const char *body,
                            struct bs_codec_problem *problem);

struct asking {
    const char *service;
    const char *operation;
    const char *target;
    const char *body; /* NULL: empty. */
    const struct bs_http_header *headers;
    size_t header_count;
};

/** As above with whatever else a request has. */
struct bs_tree *asking(const struct asking *asked, struct bs_codec_problem *problem);

/** The body of the answer that `output` becomes; to be freed. */
char *asking_answer(const char *service, const char *operation, const struct bs_tree *output);

/** The body of an error; to be freed. */
char *asking_error(const char *service, const char *operation, const struct bs_codec_error *error);

#endif
