/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_DIGEST_H
#define BS_BASE_DIGEST_H

/** SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, fed piece by piece. */

#include <stddef.h>

struct bs_digest;

/** NULL if the allocator or the library says no. */
struct bs_digest *bs_digest_new(void);
void bs_digest_update(struct bs_digest *digest, const void *bytes, size_t length);
/** Writes 64 lower-case hex digits and a NUL, and destroys the digest. */
void bs_digest_finish(struct bs_digest *digest, char hex[65]);

/** All at once; asserts that memory suffices, as a missing identity would be taken for one. */
void bs_digest_bytes(const void *bytes, size_t length, char hex[65]);

#endif
