/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/digest.h"

#include <openssl/evp.h>
#include <stdlib.h>

#include "base/assert.h"

enum { SHA256_BYTES = 32 };

struct bs_digest {
    EVP_MD_CTX *context;
};

struct bs_digest *bs_digest_new(void)
{
    struct bs_digest *digest = calloc(1, sizeof(*digest));

    if (digest == NULL) {
        return NULL;
    }
    digest->context = EVP_MD_CTX_new();
    if (digest->context == NULL || EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL) != 1) {
        EVP_MD_CTX_free(digest->context);
        free(digest);
        return NULL;
    }
    return digest;
}

void bs_digest_update(struct bs_digest *digest, const void *bytes, size_t length)
{
    BS_ASSERT(digest != NULL);
    BS_ASSERT(bytes != NULL || length == 0);

    if (length > 0) {
        BS_ASSERT(EVP_DigestUpdate(digest->context, bytes, length) == 1);
    }
}

void bs_digest_finish(struct bs_digest *digest, char hex[65])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned length = 0;

    BS_ASSERT(digest != NULL);
    BS_ASSERT(hex != NULL);

    BS_ASSERT(EVP_DigestFinal_ex(digest->context, bytes, &length) == 1);
    BS_ASSERT(length == SHA256_BYTES);
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        hex[2 * i] = digits[bytes[i] >> 4];
        hex[2 * i + 1] = digits[bytes[i] & 15U];
    }
    hex[64] = '\0';
    EVP_MD_CTX_free(digest->context);
    free(digest);
}

void bs_digest_bytes(const void *bytes, size_t length, char hex[65])
{
    struct bs_digest *digest = bs_digest_new();

    /* An identity that is missing or made up would be worse than stopping here. */
    BS_ASSERT(digest != NULL);
    bs_digest_update(digest, bytes, length);
    bs_digest_finish(digest, hex);
}
