/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_CLI_TLS_IDENTITY_H
#define BS_CLI_TLS_IDENTITY_H

/**
 * What the mock shows clients of HTTPS: a certificate for the names that they may know it by, signed by an
 * authority that ends with the program. Keys are in memory only.
 */

#include "base/buffer.h"
#include "mocks/certificate.h"
#include "sim/scenario/scenario.h"

/** Begins with {0}. To be cleaned up. */
struct bs_tls_identity {
    struct bs_certificates *authority;
    struct bs_buffer certificate; /* PEM. */
    struct bs_buffer key;
};

/**
 * The names are localhost, the host in `listen` ("HOST:PORT"), AWS's own, and the records of the scenario
 * (NULL: none). The authority's certificate is written to the file. BS_ERR_IO: it cannot be; BS_ERR_INPUT:
 * no certificate can have a name.
 */
enum bs_status bs_tls_identity_make(const struct bs_scenario *scenario, const char *listen,
                                    const char *authority_path, struct bs_tls_identity *identity,
                                    struct bs_error *error);
void bs_tls_identity_clean_up(struct bs_tls_identity *identity);

#endif
