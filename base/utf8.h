/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_UTF8_H
#define BS_BASE_UTF8_H

/** Which bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */

#include <stddef.h>

/** The length, 1 to 4, of the well-formed character at the start of `bytes`; 0 if there is none. */
size_t bs_utf8_length(const char *bytes, size_t length);

#endif
