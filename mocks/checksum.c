/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/checksum.h"

#include <stdint.h>
#include <strings.h>

#include <openssl/evp.h>

#include "base/assert.h"

enum { BYTE_VALUES = 256 };

/* A cyclic redundancy check, bits reflected, all ones before and after; or else a digest of libcrypto. */
static const struct {
    const char *name;
    const char *header;
    uint64_t polynomial;
    size_t size;
    const EVP_MD *(*digest)(void);
} kinds[] = {
    [BS_CHECKSUM_CRC32] = {"CRC32", "x-amz-checksum-crc32", 0xEDB88320U, 4, NULL},
    [BS_CHECKSUM_CRC32C] = {"CRC32C", "x-amz-checksum-crc32c", 0x82F63B78U, 4, NULL},
    [BS_CHECKSUM_CRC64NVME] = {"CRC64NVME", "x-amz-checksum-crc64nvme",
                               UINT64_C(0x9A6C9329AC4BC9B5), 8, NULL},
    [BS_CHECKSUM_SHA1] = {"SHA1", "x-amz-checksum-sha1", 0, 20, EVP_sha1},
    [BS_CHECKSUM_SHA256] = {"SHA256", "x-amz-checksum-sha256", 0, 32, EVP_sha256},
    [BS_CHECKSUM_MD5] = {"Content-MD5", "Content-MD5", 0, 16, EVP_md5},
};

bool bs_checksum_of_header(const char *header, enum bs_checksum *checksum)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (strcasecmp(kinds[i].header, header) == 0) {
            *checksum = (enum bs_checksum)i;
            return true;
        }
    }
    return false;
}

const char *bs_checksum_name(enum bs_checksum checksum)
{
    return kinds[checksum].name;
}

size_t bs_checksum_length(enum bs_checksum checksum)
{
    return (kinds[checksum].size + 2) / 3 * 4;
}

static uint64_t cyclic_check(uint64_t polynomial, size_t size, const char *bytes, size_t length)
{
    const uint64_t ones = UINT64_MAX >> (64 - 8 * size);
    uint64_t table[BYTE_VALUES];
    uint64_t check = ones;

    for (uint64_t value = 0; value < BYTE_VALUES; value++) {
        table[value] = value;
        for (unsigned bit = 0; bit < 8; bit++) {
            table[value] = (table[value] >> 1) ^ ((table[value] & 1) != 0 ? polynomial : 0);
        }
    }
    for (size_t i = 0; i < length; i++) {
        check = (check >> 8) ^ table[(check ^ (unsigned char)bytes[i]) & 0xFF];
    }
    return check ^ ones;
}

void bs_checksum_of_bytes(enum bs_checksum checksum, const char *bytes, size_t length,
                          char text[BS_CHECKSUM_TEXT_SIZE])
{
    const size_t size = kinds[checksum].size;
    unsigned char raw[EVP_MAX_MD_SIZE];

    if (kinds[checksum].digest != NULL) {
        BS_ASSERT(EVP_Digest(bytes, length, raw, NULL, kinds[checksum].digest(), NULL) == 1);
    } else {
        const uint64_t check = cyclic_check(kinds[checksum].polynomial, size, bytes, length);

        for (size_t i = 0; i < size; i++) {
            raw[i] = (unsigned char)(check >> (8 * (size - 1 - i)));
        }
    }
    (void)EVP_EncodeBlock((unsigned char *)text, raw, (int)size);
}
