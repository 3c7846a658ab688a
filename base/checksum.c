/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/checksum.h"

#include <openssl/evp.h>
#include <stdint.h>
#include <string.h>

#include "base/assert.h"

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* A CRC that takes the lowest bit first, starts with ones, and ends inverted: all three here do. */
struct crc {
    uint64_t polynomial; /* Its bits reversed. */
    uint64_t mask;
};

static const struct {
    const EVP_MD *(*digest)(void); /* NULL: a CRC. */
    struct crc crc;
    size_t length;
} kinds[] = {
    [BS_CHECKSUM_MD5] = {.digest = EVP_md5, .length = 16},
    [BS_CHECKSUM_SHA1] = {.digest = EVP_sha1, .length = 20},
    [BS_CHECKSUM_SHA256] = {.digest = EVP_sha256, .length = 32},
    [BS_CHECKSUM_CRC32] = {.crc = {UINT64_C(0xedb88320), UINT32_MAX}, .length = 4},
    [BS_CHECKSUM_CRC32C] = {.crc = {UINT64_C(0x82f63b78), UINT32_MAX}, .length = 4},
    [BS_CHECKSUM_CRC64NVME] = {.crc = {UINT64_C(0x9a6c9329ac4bc9b5), UINT64_MAX}, .length = 8},
};

size_t bs_checksum_length(enum bs_checksum_kind kind)
{
    return kinds[kind].length;
}

static uint64_t crc_of(const struct crc *crc, const unsigned char *bytes, size_t length)
{
    uint64_t table[256];
    uint64_t sum = crc->mask;

    for (unsigned byte = 0; byte < 256; byte++) {
        table[byte] = byte;
        for (int bit = 0; bit < 8; bit++) {
            table[byte] = (table[byte] >> 1) ^ ((table[byte] & 1) != 0 ? crc->polynomial : 0);
        }
    }
    for (size_t i = 0; i < length; i++) {
        sum = (sum >> 8) ^ table[(sum ^ bytes[i]) & 255];
    }
    return sum ^ crc->mask;
}

size_t bs_checksum(enum bs_checksum_kind kind, const void *bytes, size_t length,
                   unsigned char sum[BS_CHECKSUM_BYTES_MAX])
{
    const size_t sum_length = kinds[kind].length;

    BS_ASSERT(bytes != NULL || length == 0);
    if (kinds[kind].digest != NULL) {
        BS_ASSERT(EVP_Digest(length == 0 ? "" : bytes, length, sum, NULL, kinds[kind].digest(),
                             NULL) == 1);
    } else {
        const uint64_t crc = crc_of(&kinds[kind].crc, bytes, length);

        for (size_t i = 0; i < sum_length; i++) {
            sum[i] = (unsigned char)(crc >> (8 * (sum_length - 1 - i)));
        }
    }
    return sum_length;
}

void bs_base64_encode(const unsigned char *bytes, size_t length, char *text)
{
    for (size_t i = 0; i < length; i += 3, text += 4) {
        const size_t left = length - i;
        const uint32_t group = (uint32_t)bytes[i] << 16 |
                               (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
                               (left > 2 ? bytes[i + 2] : 0U);

        text[0] = base64_digits[group >> 18];
        text[1] = base64_digits[(group >> 12) & 63];
        text[2] = left > 1 ? base64_digits[(group >> 6) & 63] : '=';
        text[3] = left > 2 ? base64_digits[group & 63] : '=';
    }
    *text = '\0';
}

bool bs_base64_decode(const char *text, unsigned char *bytes, size_t length)
{
    const size_t digit_count = (8 * length + 5) / 6;
    uint32_t group = 0;
    size_t decoded = 0;

    if (strlen(text) != 4 * ((length + 2) / 3) ||
        strspn(text + digit_count, "=") != strlen(text) - digit_count) {
        return false;
    }
    for (size_t i = 0; i < digit_count; i++) {
        const char *digit = strchr(base64_digits, text[i]);

        if (digit == NULL) {
            return false;
        }
        group = group << 6 | (uint32_t)(digit - base64_digits);
        if (i % 4 != 0) {
            bytes[decoded++] = (unsigned char)(group >> (6 - 2 * (i % 4)));
        }
    }
    return true;
}
