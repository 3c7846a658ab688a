/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_PRICES_H
#define BS_REPORTS_PRICES_H

/**
 * What AWS asks, as a table: list prices of us-east-1 on demand, without discounts, free tiers or taxes.
 * They stand for every Region. Each has its id in docs/FACTS.md and the date of its source; `unsourced` is
 * general knowledge that no page could be found for, as of that date.
 */

#include <stdbool.h>
#include <stdint.h>

struct bs_price {
    const char *name; /* "fargate vcpu"; of a database "db.r5.large postgres". */
    int64_t micro_usd;
    int64_t per;        /* For so many hours, bytes, requests or months of one. */
    const char *source; /* "F06", or "F11, unsourced". */
    const char *date;   /* "2026-09-30". */
};

/** The price of that name, which must be one of the table. */
const struct bs_price *bs_price_get(const char *name);

/** An hour of a database's instance in one zone; NULL if the table has no such class with that engine. */
const struct bs_price *bs_price_of_database(const char *instance_class, const char *engine);

/** The dearest class with that engine at no more than that; NULL if there is none. */
const struct bs_price *bs_price_of_database_up_to(const char *engine, int64_t micro_usd);

/** An hour of an instance of EC2; NULL if the table has no such class. */
const struct bs_price *bs_price_of_instance(const char *instance_class);

/** A GB from one Region to another. */
const struct bs_price *bs_price_of_transfer(const char *from, const char *to);

#endif
