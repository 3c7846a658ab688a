/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/verdict_banner.h"

struct bs_verdict_banner bs_verdict_banner(enum bs_verdict verdict)
{
    static const struct bs_verdict_banner banners[] = {
        [BS_VERDICT_PASS] = {"PASS", BS_TEXT_GOOD},
        [BS_VERDICT_STOPPED] = {"STOPPED", BS_TEXT_DOUBT},
        [BS_VERDICT_UNKNOWN] = {"UNKNOWN", BS_TEXT_DOUBT},
        [BS_VERDICT_FAIL] = {"FAIL", BS_TEXT_BAD},
    };

    return banners[verdict];
}
