/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/checksum_header.h"

#include <strings.h>

static const struct {
    const char *name;
    const char *header;
} kinds[] = {
    [BS_CHECKSUM_MD5] = {"Content-MD5", "Content-MD5"},
    [BS_CHECKSUM_SHA1] = {"SHA1", "x-amz-checksum-sha1"},
    [BS_CHECKSUM_SHA256] = {"SHA256", "x-amz-checksum-sha256"},
    [BS_CHECKSUM_CRC32] = {"CRC32", "x-amz-checksum-crc32"},
    [BS_CHECKSUM_CRC32C] = {"CRC32C", "x-amz-checksum-crc32c"},
    [BS_CHECKSUM_CRC64NVME] = {"CRC64NVME", "x-amz-checksum-crc64nvme"},
};

bool bs_checksum_of_header(const char *header, enum bs_checksum_kind *kind)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (strcasecmp(kinds[i].header, header) == 0) {
            *kind = (enum bs_checksum_kind)i;
            return true;
        }
    }
    return false;
}

const char *bs_checksum_name(enum bs_checksum_kind kind)
{
    return kinds[kind].name;
}

void bs_checksum_text(enum bs_checksum_kind kind, const char *bytes, size_t length,
                      char text[BS_CHECKSUM_BASE64_MAX])
{
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];

    bs_base64_encode(sum, bs_checksum(kind, bytes, length, sum), text);
}
