/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_CERTIFICATE_H
#define BS_MOCKS_CERTIFICATE_H

/**
 * A certificate authority to be thrown away, and TLS servers that show a certificate of its for any host.
 *
 * Its keys are made at the start, live in memory only, and end with it; so does whatever trusted it after a
 * week. Not for several threads at a time.
 */

#include <openssl/types.h>

#include "base/buffer.h"
#include "base/status.h"

enum {
    BS_CERTIFICATE_DAYS = 7,
    BS_CERTIFICATES_KEPT_MAX = 128, /* Those of further hosts displace the oldest. */
    BS_CERTIFICATE_HOSTS_MAX = 128, /* That one certificate names. */
};

struct bs_certificates;

/** BS_ERR_INTERNAL: the library refuses. */
enum bs_status bs_certificates_new(struct bs_certificates **certificates, struct bs_error *error);
void bs_certificates_destroy(struct bs_certificates *certificates);

/** The authority's certificate as PEM, for those who are to trust it. Lives as long as it. */
const char *bs_certificates_authority(const struct bs_certificates *certificates);

/**
 * The server's side of a connection over `socket`, to be freed with SSL_free(); it shows a certificate for
 * `host`, a name or an address without brackets, and speaks HTTP/1.1 only. NULL: no certificate can name it.
 */
SSL *bs_certificates_serve(struct bs_certificates *certificates, const char *host, int socket);

/**
 * For a server that does TLS by itself: one certificate that names all of the hosts, and its key, as PEM
 * added to the buffers. BS_ERR_INPUT: no certificate can name them.
 */
enum bs_status bs_certificates_issue(struct bs_certificates *certificates, const char *const *hosts,
                                     size_t host_count, struct bs_buffer *certificate,
                                     struct bs_buffer *key, struct bs_error *error);

#endif
