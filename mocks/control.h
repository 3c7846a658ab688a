/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CONTROL_H
#define BS_MOCKS_CONTROL_H

/** What the mock answers beside AWS, under /_blackstart: health, reset, clock, faults, history, requests. */

#include "mocks/mock.h"

/** Answers the request if it is for a control endpoint. False: it is AWS's. Nobody has to sign. */
bool bs_control_answer(struct bs_mock *mock, const struct bs_http_request *request,
                       struct bs_http_response *response);

#endif
