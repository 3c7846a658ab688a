/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/route53_data.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "sim/account/route53_name.h"

enum { FIELD_MAX = 4096, STRING_MAX = 255 };

/* The kinds of fields that values are made of. */
typedef bool field_fn(const char *field);

static bool is_ipv4(const char *field)
{
    unsigned parts[4];
    int length = 0;

    if (strspn(field, "0123456789.") != strlen(field) || strlen(field) > 15) {
        return false;
    }
    return sscanf(field, "%3u.%3u.%3u.%3u%n", &parts[0], &parts[1], &parts[2], &parts[3],
                  &length) == 4 &&
           field[length] == '\0' && parts[0] < 256 && parts[1] < 256 && parts[2] < 256 &&
           parts[3] < 256;
}

/* One group of four hexadecimal digits or fewer; how many. */
static size_t hexadecimal(const char *text)
{
    const size_t length = strspn(text, "0123456789abcdefABCDEF");

    return length <= 4 ? length : 0;
}

static bool is_ipv6(const char *field)
{
    size_t groups = 0;
    bool is_shortened = false;

    if (*field == ':' && field[1] != ':') {
        return false;
    }
    while (*field != '\0' && groups <= 8) {
        size_t length;

        if (field[0] == ':' && field[1] == ':') {
            if (is_shortened || field[2] == ':') {
                return false;
            }
            is_shortened = true;
            field += 2;
            continue;
        }
        field += *field == ':' ? 1 : 0;
        if (strchr(field, '.') != NULL && strchr(field, ':') == NULL) {
            groups += 2;
            return is_ipv4(field) && (is_shortened ? groups < 8 : groups == 8);
        }
        length = hexadecimal(field);
        if (length == 0 || (field[length] != ':' && field[length] != '\0')) {
            return false;
        }
        groups++;
        field += length;
    }
    return is_shortened ? groups < 8 : groups == 8;
}

static bool is_domain(const char *field)
{
    char name[BS_DOMAIN_SIZE];

    return strcmp(field, ".") == 0 || bs_domain_read(field, name) == NULL;
}

static bool is_at_most(const char *field, uint64_t max)
{
    uint64_t value = 0;

    if (*field == '\0' || strlen(field) > 10) {
        return false;
    }
    for (; *field >= '0' && *field <= '9'; field++) {
        value = 10 * value + (uint64_t)(*field - '0');
    }
    return *field == '\0' && value <= max;
}

static bool is_8_bits(const char *field)
{
    return is_at_most(field, UINT8_MAX);
}

static bool is_16_bits(const char *field)
{
    return is_at_most(field, UINT16_MAX);
}

static bool is_32_bits(const char *field)
{
    return is_at_most(field, UINT32_MAX);
}

/* In quotation marks; a backslash takes the next character as it is. */
static bool is_string(const char *field)
{
    const size_t length = strlen(field);
    size_t count = 0;

    if (length < 2 || field[0] != '"' || field[length - 1] != '"') {
        return false;
    }
    for (size_t i = 1; i + 1 < length; i++, count++) {
        if (field[i] == '\\') {
            i += strspn(field + i + 1, "01234567") >= 3 ? 3 : 1;
            if (i + 1 >= length) {
                return false;
            }
        } else if (field[i] == '"') {
            return false;
        }
    }
    return count <= STRING_MAX;
}

static bool is_tag(const char *field)
{
    return strcmp(field, "issue") == 0 || strcmp(field, "issuewild") == 0 ||
           strcmp(field, "iodef") == 0;
}

static bool is_digest(const char *field)
{
    const size_t length = strlen(field);

    return length > 0 && length % 2 == 0 && strspn(field, "0123456789abcdefABCDEF") == length;
}

/* Fields by letters of the grammars below. */
static const struct {
    char letter;
    field_fn *is_valid;
    const char *problem;
} fields[] = {
    {'4', is_ipv4, "IllegalIPv4Address (Value is not a valid IPv4 address)"},
    {'6', is_ipv6, "IllegalIPv6Address (Value is not a valid IPv6 address)"},
    {'n', is_domain, "IllegalDomainName (Value is not a valid domain name)"},
    {'b', is_8_bits, "IllegalNumber (Value is not an 8 bit number)"},
    {'u', is_16_bits, "IllegalNumber (Value is not a 16 bit number)"},
    {'l', is_32_bits, "IllegalNumber (Value is not a 32 bit number)"},
    {'q', is_string,
     "InvalidCharacterString (Value should be enclosed in quotation marks and have "
     "at most 255 characters)"},
    {'t', is_tag, "IllegalTag (Value is not issue, issuewild or iodef)"},
    {'h', is_digest, "IllegalDigest (Value is not a hexadecimal digest)"},
};

static const struct {
    const char *type;
    const char *grammar; /* '+': the field before it any number of times. */
} types[] = {
    {"A", "4"},     {"AAAA", "6"},       {"CNAME", "n"},     {"NS", "n"},   {"PTR", "n"},
    {"MX", "un"},   {"SRV", "uuun"},     {"TXT", "q+"},      {"SPF", "q+"}, {"CAA", "btq"},
    {"DS", "ubbh"}, {"NAPTR", "uuqqqn"}, {"SOA", "nnlllll"},
};

/* Cuts off the next field, blanks between fields and none in quotation marks; false if there is none. */
static bool next_field(const char **value, char field[FIELD_MAX])
{
    bool is_quoted = false;
    size_t length = 0;

    *value += strspn(*value, " \t");
    while (**value != '\0' && length + 2 < FIELD_MAX &&
           (is_quoted || (**value != ' ' && **value != '\t'))) {
        if (**value == '\\' && (*value)[1] != '\0') {
            field[length++] = *(*value)++;
        } else if (**value == '"') {
            is_quoted = !is_quoted;
        }
        field[length++] = *(*value)++;
    }
    field[length] = '\0';
    return length > 0;
}

static const char *problem_of(char letter, const char *field)
{
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (fields[i].letter == letter) {
            return fields[i].is_valid(field) ? NULL : fields[i].problem;
        }
    }
    return NULL;
}

static bool follows(const char *type, const char *grammar, const char *value,
                    char problem[BS_RECORD_PROBLEM_MAX])
{
    const char *expected = grammar;
    char field[FIELD_MAX];
    bool is_too_long = false;

    while (!is_too_long && next_field(&value, field)) {
        const char *what = problem_of(*expected, field);

        if (what != NULL) {
            (void)snprintf(problem, BS_RECORD_PROBLEM_MAX, "%sRRDATA%s", type, what);
            return false;
        }
        is_too_long = *expected == '\0';
        expected += is_too_long || expected[1] == '+' ? 0 : 1;
    }
    if (is_too_long || (*expected != '\0' && expected[1] != '+')) {
        (void)snprintf(problem, BS_RECORD_PROBLEM_MAX,
                       "%sRRDATAWrongFields (Value does not have %zu fields)", type,
                       strlen(grammar));
        return false;
    }
    return true;
}

bool bs_record_data_is_valid(const char *type, const char *value,
                             char problem[BS_RECORD_PROBLEM_MAX])
{
    if (value[strspn(value, " \t")] == '\0') {
        (void)snprintf(problem, BS_RECORD_PROBLEM_MAX, "%sRRDATAEmpty (Value is empty)", type);
        return false;
    }
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (strcmp(types[i].type, type) == 0) {
            return follows(type, types[i].grammar, value, problem);
        }
    }
    (void)snprintf(problem, BS_RECORD_PROBLEM_MAX, "UnsupportedType (Type is not supported)");
    return false;
}
