/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_RECEIPTS_H
#define BS_MOCKS_RECEIPTS_H

/** What has been asked, and what was answered. */

#include "base/time.h"
#include "mocks/spool.h"

enum { BS_RECEIPT_TEXT_MAX = 64 };

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

/** Adds it as a JSON object on a line of its own. */
void bs_receipt_keep(const struct bs_receipt *receipt, struct bs_spool *spool);

#endif
