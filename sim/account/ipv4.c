/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/ipv4.h"

#include <stddef.h>

/* A number up to 255 of one to three digits, which is taken from the text; -1 if there is none. */
static int take_part(const char **text)
{
    int part = 0;
    int digits = 0;

    while (**text >= '0' && **text <= '9' && digits < 3) {
        part = part * 10 + (**text - '0');
        (*text)++;
        digits++;
    }
    return digits == 0 || part > UINT8_MAX ? -1 : part;
}

bool bs_ipv4_parse(const char *text, uint32_t *address, const char **rest)
{
    uint32_t bits = 0;

    for (int i = 0; i < 4; i++) {
        int part;

        if (i > 0 && *text++ != '.') {
            return false;
        }
        part = take_part(&text);
        if (part < 0) {
            return false;
        }
        bits = (bits << 8) | (uint32_t)part;
    }
    if (address != NULL) {
        *address = bits;
    }
    if (rest != NULL) {
        *rest = text;
    }
    return true;
}

bool bs_ipv4_is(const char *text)
{
    const char *rest = text;

    return bs_ipv4_parse(text, NULL, &rest) && *rest == '\0';
}
