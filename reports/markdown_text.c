/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/markdown_text.h"

#include <stdbool.h>
#include <stddef.h>

#include "reports/clean_text.h"

/**
 * What stands for a character that means something wherever it stands; NULL: itself. The word joiner U+2060
 * keeps GitHub from reading on behind `@` and `#`: it looks for people and issues in the rendered text.
 */
static const char *escape(char character)
{
    static const struct {
        char character;
        const char *instead;
    } rows[] = {
        {'&', "&amp;"},  {'<', "&lt;"},          {'>', "&gt;"},
        {'|', "&#124;"}, {'`', "&#96;"},         {'\\', "\\\\"},
        {'*', "\\*"},    {'_', "\\_"},           {'[', "\\["},
        {']', "\\]"},    {'~', "\\~"},           {'$', "\\$"},
        {'!', "\\!"},    {'@', "@\xe2\x81\xa0"}, {'#', "\\#\xe2\x81\xa0"},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (rows[i].character == character) {
            return rows[i].instead;
        }
    }
    return NULL;
}

/** Whether the character is one that makes a link, or a picture: "http://", "www.", ":name:". */
static bool begins_link(char before, char character, char after)
{
    return (character == ':' && after != ' ' && after != '\0') ||
           (character == '.' && (before == 'w' || before == 'W'));
}

void bs_markdown_text(struct bs_buffer *buffer, const char *text)
{
    char before = '\0';
    const char *bytes;
    size_t length;

    text = text != NULL ? text : "?";
    while ((bytes = bs_clean_next(&text, &length)) != NULL) {
        const char *instead = length == 1 ? escape(bytes[0]) : NULL;

        if (instead != NULL) {
            bs_buffer_text(buffer, instead);
        } else {
            bs_buffer_text(buffer, length == 1 && begins_link(before, bytes[0], *text) ? "\\" : "");
            bs_buffer_append(buffer, bytes, length);
        }
        before = bytes[0];
    }
}
