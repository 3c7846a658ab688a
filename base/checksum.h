/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_CHECKSUM_H
#define BS_BASE_CHECKSUM_H

/**
 * Checksums that travel beside data, and their text: MD5 and the SHA family by OpenSSL's libcrypto, CRCs by
 * tables. None of them is here to keep a secret.
 */

#include <stdbool.h>
#include <stddef.h>

enum bs_checksum_kind {
    BS_CHECKSUM_MD5,    /* RFC 1321. */
    BS_CHECKSUM_SHA1,   /* FIPS 180-4. */
    BS_CHECKSUM_SHA256, /* FIPS 180-4. */
    BS_CHECKSUM_CRC32,  /* ISO 3309, as in zip. */
    BS_CHECKSUM_CRC32C, /* Castagnoli, RFC 3720. */
    BS_CHECKSUM_CRC64NVME,
};

enum { BS_CHECKSUM_BYTES_MAX = 32, BS_CHECKSUM_BASE64_MAX = 45 };

/** Bytes in a sum of the kind. */
size_t bs_checksum_length(enum bs_checksum_kind kind);

/** The sum, the most significant byte first; returns its length. `bytes` may be NULL if `length` is 0. */
size_t bs_checksum(enum bs_checksum_kind kind, const void *bytes, size_t length,
                   unsigned char sum[BS_CHECKSUM_BYTES_MAX]);

/** RFC 4648 base64 with padding, and a NUL: 4 * ((length + 2) / 3) + 1 characters. */
void bs_base64_encode(const unsigned char *bytes, size_t length, char *text);

/** False unless `text` is base64 of exactly `length` bytes. */
bool bs_base64_decode(const char *text, unsigned char *bytes, size_t length);

#endif
