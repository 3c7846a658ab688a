/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CODEC_FORM_H
#define BS_MOCKS_CODEC_FORM_H

/** How query and EC2 requests are read; their answers are XML (mocks/codec_xml.c). */

#include "mocks/codec_protocol.h"

struct bs_tree *bs_codec_form_decode(const struct bs_codec_request *request,
                                     struct bs_codec_problem *problem);

#endif
