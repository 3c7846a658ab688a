/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/core/reason.h"

#include <string.h>

#include "base/assert.h"

void bs_reason_add(struct bs_reason *reason, const char *text)
{
    size_t used = strlen(reason->text);
    size_t length;

    BS_ASSERT(text != NULL);
    BS_ASSERT(used < BS_REASON_MAX);
    length = strlen(text);
    if (length > BS_REASON_MAX - 1 - used) {
        length = BS_REASON_MAX - 1 - used;
    }
    memcpy(reason->text + used, text, length);
    reason->text[used + length] = '\0';
}

void bs_reason_add_count(struct bs_reason *reason, int64_t count)
{
    char digits[24];
    size_t at = sizeof(digits) - 1;
    uint64_t rest = count < 0 ? 0U - (uint64_t)count : (uint64_t)count;

    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (count < 0) {
        digits[--at] = '-';
    }
    bs_reason_add(reason, digits + at);
}

void bs_reason_add_span(struct bs_reason *reason, struct bs_duration span)
{
    int64_t ms = span.ns / BS_NS_PER_MS;
    int64_t rest = ms < 0 ? -(ms % 1000) : ms % 1000;
    char fraction[5] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                        (char)('0' + rest % 10), '\0'};

    if (ms < 0 && ms > -1000) {
        bs_reason_add(reason, "-");
    }
    bs_reason_add_count(reason, ms / 1000);
    if (rest != 0) {
        for (size_t last = 3; fraction[last] == '0'; last--) {
            fraction[last] = '\0';
        }
        bs_reason_add(reason, fraction);
    }
    bs_reason_add(reason, " s");
}

struct bs_reason bs_reason_of(const char *text)
{
    struct bs_reason reason = {{0}};

    bs_reason_add(&reason, text);
    return reason;
}
