/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ROUTE53_NAME_H
#define BS_SIM_ACCOUNT_ROUTE53_NAME_H

/**
 * Domain names as Route 53 writes them: lower case, a dot at the end, and all but a to z, 0 to 9, "-" and
 * "_" as a backslash with three octal digits ("*" is "\052").
 */

#include <stdbool.h>

/* 255 octets, each of them an escape. */
enum { BS_DOMAIN_SIZE = 4 * 255 + 4, BS_DOMAIN_LABELS_MAX = 128 };

/**
 * Brings a name to that form; NULL, or what is wrong with it: "DomainLabelTooLong (Domain label is too
 * long)".
 */
const char *bs_domain_read(const char *text, char name[BS_DOMAIN_SIZE]);

/** Whether the name is the zone's or beneath it. */
bool bs_domain_is_within(const char *name, const char *zone);

/** The name without its first label: a part of it; "" for the root's child. */
const char *bs_domain_parent(const char *name);

/**
 * The labels in reverse ("com.example.www."), what can be printed unescaped: names sort by this, byte by
 * byte.
 */
void bs_domain_reverse(const char *name, char reversed[BS_DOMAIN_SIZE]);

#endif
