/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CHECKSUM_HEADER_H
#define BS_MOCKS_CHECKSUM_HEADER_H

/** Checksums that travel in headers and trailers, in base64: Content-MD5 and x-amz-checksum-*. */

#include "base/checksum.h"

/** Which one a header carries, in any case. False: none. */
bool bs_checksum_of_header(const char *header, enum bs_checksum_kind *kind);

/** Its name in messages: "CRC32C". */
const char *bs_checksum_name(enum bs_checksum_kind kind);

/** The sum of the bytes in base64. */
void bs_checksum_text(enum bs_checksum_kind kind, const char *bytes, size_t length,
                      char text[BS_CHECKSUM_BASE64_MAX]);

#endif
