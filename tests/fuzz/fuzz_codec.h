/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_TESTS_FUZZ_FUZZ_CODEC_H
#define BS_TESTS_FUZZ_FUZZ_CODEC_H

/** Any bytes as a request to a service. */

#include <stddef.h>
#include <stdint.h>

/**
 * The first two bytes choose a service of those named, up to a NULL, and an operation of it; what stands up
 * to the first line break is the target, the rest the body. The request is refused in words, or gives an
 * input that can be written as the operation's answer.
 */
void fuzz_codec(const char *const services[], const uint8_t *bytes, size_t size);

#endif
