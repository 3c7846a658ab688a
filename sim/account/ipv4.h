/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_IPV4_H
#define BS_SIM_ACCOUNT_IPV4_H

/** IPv4 addresses as people write them. */

#include <stdbool.h>
#include <stdint.h>

/**
 * Reads "192.0.2.1" at the beginning of the text: four numbers up to 255 of at most three digits. `rest` is
 * left at what follows them. False if it is none; both results may be NULL.
 */
bool bs_ipv4_parse(const char *text, uint32_t *address, const char **rest);

/** Whether the text is an address and nothing else. */
bool bs_ipv4_is(const char *text);

#endif
