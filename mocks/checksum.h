/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CHECKSUM_H
#define BS_MOCKS_CHECKSUM_H

/** The checksums that clients of AWS send along with a body, in base64 as they do. */

#include <stdbool.h>
#include <stddef.h>

enum bs_checksum {
    BS_CHECKSUM_CRC32,
    BS_CHECKSUM_CRC32C,
    BS_CHECKSUM_CRC64NVME,
    BS_CHECKSUM_SHA1,
    BS_CHECKSUM_SHA256,
    BS_CHECKSUM_MD5,
};

enum { BS_CHECKSUM_TEXT_SIZE = 48 }; /* SHA-256 in base64 and NUL, with room to spare. */

/** Which one a header carries: "x-amz-checksum-crc32c", "Content-MD5", in any case. False: none. */
bool bs_checksum_of_header(const char *header, enum bs_checksum *checksum);

/** Its name in messages: "CRC32C". */
const char *bs_checksum_name(enum bs_checksum checksum);

/** How long its text is. */
size_t bs_checksum_length(enum bs_checksum checksum);

void bs_checksum_of_bytes(enum bs_checksum checksum, const char *bytes, size_t length,
                          char text[BS_CHECKSUM_TEXT_SIZE]);

#endif
