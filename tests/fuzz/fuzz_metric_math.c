/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any text as an expression of CloudWatch's metric math, over two series with gaps: it is refused with
 * words, or comes to a series that is in order and within the range.
 */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/cloudwatch_math.h"

enum { PERIOD_S = 60, PERIODS = 10 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int64_t a_seconds[] = {0, 60, 180, 540};
static double a_values[] = {1, 0, -2.5, 1e300};
static int64_t b_seconds[] = {60, 120, 180};
static double b_values[] = {3, 4, 0.125};
static const struct bs_cloudwatch_series series[] = {{a_seconds, a_values, 4},
                                                     {b_seconds, b_values, 3}};

static const struct bs_cloudwatch_series *find(void *self, const char *id)
{
    (void)self;
    return strcmp(id, "a") == 0 ? &series[0] : strcmp(id, "b") == 0 ? &series[1] : NULL;
}

static const struct bs_cloudwatch_series *metric(void *self, const char *text, size_t number)
{
    (void)self;
    (void)text;
    return number < sizeof(series) / sizeof(series[0]) ? &series[number] : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct bs_cloudwatch_math math = {
        .range = {0, PERIODS * PERIOD_S, PERIOD_S}, .find = find, .metric = metric};
    struct bs_cloudwatch_series result = {.count = 0};
    const char *why = NULL;
    char *text = calloc(1, size + 1);

    BS_ASSERT(text != NULL);
    if (size > 0) {
        memcpy(text, bytes, size);
    }
    if (bs_cloudwatch_compute(&math, text, &result, &why)) {
        BS_ASSERT(result.count <= PERIODS);
        for (size_t i = 1; i < result.count; i++) {
            BS_ASSERT(result.seconds[i] > result.seconds[i - 1]);
        }
        bs_cloudwatch_series_clean_up(&result);
    } else {
        BS_ASSERT(why != NULL);
    }
    free(text);
    return 0;
}
