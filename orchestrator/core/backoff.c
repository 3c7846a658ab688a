/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/backoff.h"

#include "base/assert.h"

/* Stops multiplying at the cap, so that no number of tries overflows. */
static int64_t capped_wait_ns(const struct bs_retry *retry, uint32_t tries)
{
    int64_t wait_ns = retry->base.ns;

    for (uint32_t i = 1; i < tries && wait_ns < retry->cap.ns; i++) {
        if (wait_ns > retry->cap.ns / retry->factor) {
            return retry->cap.ns;
        }
        wait_ns *= retry->factor;
        if (retry->factor == 1) {
            break;
        }
    }
    return wait_ns < retry->cap.ns ? wait_ns : retry->cap.ns;
}

struct bs_duration bs_backoff(const struct bs_retry *retry, uint32_t tries, struct bs_pcg *pcg)
{
    int64_t wait_ns;
    uint64_t swing_ns;
    uint64_t draw_ns;

    BS_ASSERT(tries >= 1);
    BS_ASSERT(retry->factor >= 1);
    BS_ASSERT(retry->jitter_ppb >= 0 && retry->jitter_ppb <= BS_NS_PER_S);

    wait_ns = capped_wait_ns(retry, tries);
    swing_ns =
        (uint64_t)((bs_uint128)(uint64_t)wait_ns * (uint64_t)retry->jitter_ppb / 1000000000U);
    draw_ns = bs_pcg_below(pcg, 2 * swing_ns + 1);
    return (struct bs_duration){wait_ns - (int64_t)swing_ns + (int64_t)draw_ns};
}
