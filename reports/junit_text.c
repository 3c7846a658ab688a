/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/junit_text.h"

#include <stddef.h>

#include "reports/clean_text.h"

static const char *escape(char character)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void bs_junit_text(struct bs_buffer *buffer, const char *text)
{
    bs_clean_text(buffer, text, escape);
}

void bs_junit_attribute(struct bs_buffer *buffer, const char *name, const char *value)
{
    bs_buffer_format(buffer, " %s=\"", name);
    bs_junit_text(buffer, value);
    bs_buffer_text(buffer, "\"");
}
