/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/figure.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PPB_PER_MILLI_PERCENT = 10000 };

const char *bs_percent_text(int64_t ppb, char text[BS_TIME_TEXT_MAX])
{
    int64_t milli = ppb / PPB_PER_MILLI_PERCENT;
    size_t length;

    (void)snprintf(text, BS_TIME_TEXT_MAX, "%" PRId64 ".%03" PRId64, milli / 1000, milli % 1000);
    length = strlen(text);
    while (text[length - 1] == '0') {
        text[--length] = '\0';
    }
    (void)snprintf(text + length - (text[length - 1] == '.' ? 1 : 0), 3, " %%");
    return text;
}
