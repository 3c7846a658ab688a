/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/route53_name.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_MAX = 63, OCTETS_MAX = 255 };

static bool is_octal(char c)
{
    return c >= '0' && c <= '7';
}

/*
 * The octet that the text begins with, which may be an escape; how many characters it takes, 0 if it is
 * none.
 */
static size_t read_octet(const char *text, unsigned char *octet)
{
    *octet = (unsigned char)text[0];
    if (text[0] != '\\') {
        return *octet > ' ' ? 1 : 0;
    }
    if (text[1] < '0' || text[1] > '3' || !is_octal(text[2]) || !is_octal(text[3])) {
        return 0;
    }
    *octet = (unsigned char)((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'));
    return 4;
}

static size_t write_octet(unsigned char octet, char *to)
{
    const unsigned char lower =
        octet >= 'A' && octet <= 'Z' ? (unsigned char)(octet - 'A' + 'a') : octet;

    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-' ||
        lower == '_') {
        *to = (char)lower;
        return 1;
    }
    (void)snprintf(to, 5, "\\%03o", lower);
    return 4;
}

const char *bs_domain_read(const char *text, char name[BS_DOMAIN_SIZE])
{
    size_t octets = 1; /* Each label has its length before it, and the root's ends the name. */
    size_t label = 0;
    size_t length = 0;

    while (*text != '\0') {
        unsigned char octet;
        const size_t taken = read_octet(text, &octet);

        if (taken == 0) {
            return "InvalidCharacter (Domain name contains an invalid character)";
        }
        if (*text == '.' && label == 0) {
            return "DomainLabelEmpty (Domain label is empty)";
        }
        octets += *text == '.' || label == 0 ? 1 : 0;
        if (*text == '.') {
            octets--;
            label = 0;
            name[length++] = '.';
        } else {
            label++;
            octets++;
            length += write_octet(octet, name + length);
        }
        if (label > LABEL_MAX) {
            return "DomainLabelTooLong (Domain label is too long)";
        }
        if (octets > OCTETS_MAX) {
            return "DomainNameTooLong (Domain name is too long)";
        }
        text += taken;
    }
    if (length == 0) {
        return "DomainNameEmpty (Domain name is empty)";
    }
    if (label > 0) {
        name[length++] = '.';
    }
    name[length] = '\0';
    return NULL;
}

bool bs_domain_is_within(const char *name, const char *zone)
{
    const size_t length = strlen(name);
    const size_t zone_length = strlen(zone);

    return length >= zone_length && strcmp(name + length - zone_length, zone) == 0 &&
           (length == zone_length || name[length - zone_length - 1] == '.');
}

const char *bs_domain_parent(const char *name)
{
    const char *dot = strchr(name, '.');

    return dot == NULL ? "" : dot + 1;
}

/* A dot inside a label and the backslash stay escaped, so that no two names become the same. */
static size_t unescape(const char *label, size_t length, char *to)
{
    size_t written = 0;

    for (size_t i = 0; i < length;) {
        unsigned char octet;
        const size_t taken = read_octet(label + i, &octet);
        const bool is_plain = octet > ' ' && octet < 127 && octet != '.' && octet != '\\';

        if (taken == 1 || is_plain) {
            to[written++] = (char)octet;
        } else {
            memcpy(to + written, label + i, taken);
            written += taken;
        }
        i += taken;
    }
    return written;
}

void bs_domain_reverse(const char *name, char reversed[BS_DOMAIN_SIZE])
{
    size_t end = strlen(name);
    size_t written = 0;

    while (end > 0) {
        size_t start = end - 1;

        while (start > 0 && name[start - 1] != '.') {
            start--;
        }
        written += unescape(name + start, end - 1 - start, reversed + written);
        reversed[written++] = '.';
        end = start;
    }
    reversed[written] = '\0';
}
