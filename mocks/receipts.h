/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_RECEIPTS_H
#define BS_MOCKS_RECEIPTS_H

/** What has been asked lately, and what was answered: the latest requests, up to a bound. */

#include "base/buffer.h"
#include "base/time.h"

enum { BS_RECEIPTS_MAX = 8192, BS_RECEIPT_TEXT_MAX = 64 };

struct bs_receipt {
    uint64_t number; /* From 1 on. */
    struct bs_instant at;
    int status; /* 0: nobody heard of it again. */
    char service[BS_RECEIPT_TEXT_MAX];
    char operation[BS_RECEIPT_TEXT_MAX];
    char region[BS_RECEIPT_TEXT_MAX];
    char access_key_id[BS_RECEIPT_TEXT_MAX];
    char error[BS_RECEIPT_TEXT_MAX]; /* Empty: none. */
};

struct bs_receipts;

struct bs_receipts *bs_receipts_new(void);
void bs_receipts_destroy(struct bs_receipts *receipts);
void bs_receipts_clear(struct bs_receipts *receipts);

/** Copied; takes the place of the oldest if there are too many. */
void bs_receipts_add(struct bs_receipts *receipts, const struct bs_receipt *receipt);

/** One JSON object a line, oldest first. */
void bs_receipts_write(const struct bs_receipts *receipts, struct bs_buffer *text);

#endif
