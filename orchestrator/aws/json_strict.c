/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/json_strict.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "base/utf8.h"

enum { CJSON_NUMBER_MAX = 63, NUMBER_MAX = 32 };

/* A copy of the text that is being looked at; `end` is a NUL. */
struct scan {
    char *at;
    const char *end;
};

static bool scan_value(struct scan *scan, int depth);

static void skip_blanks(struct scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r') {
        scan->at++;
    }
}

static bool take(struct scan *scan, char mark)
{
    if (*scan->at != mark || scan->at == scan->end) {
        return false;
    }
    scan->at++;
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* ---- Strings ---- */

/* What stands behind "\u", or -1. */
static long take_code(struct scan *scan)
{
    char digits[5] = "";
    char *end = NULL;
    long code;

    if (scan->end - scan->at < 4 || strspn(scan->at, "0123456789abcdefABCDEF") < 4) {
        return -1;
    }
    memcpy(digits, scan->at, 4);
    code = strtol(digits, &end, 16);
    scan->at += 4;
    return code;
}

/* cJSON looks at surrogates itself. */
static bool scan_escape(struct scan *scan)
{
    if (take(scan, 'u')) {
        return take_code(scan) > 0;
    }
    if (scan->at == scan->end || strchr("\"\\/bfnrt", *scan->at) == NULL) {
        return false;
    }
    scan->at++;
    return true;
}

static bool scan_string(struct scan *scan)
{
    if (!take(scan, '"')) {
        return false;
    }
    while (scan->at < scan->end && *scan->at != '"') {
        const size_t length = bs_utf8_length(scan->at, (size_t)(scan->end - scan->at));

        if (length == 0 || (unsigned char)*scan->at < ' ') {
            return false;
        }
        if (take(scan, '\\')) {
            if (!scan_escape(scan)) {
                return false;
            }
        } else {
            scan->at += length;
        }
    }
    return take(scan, '"');
}

/* ---- Numbers ---- */

static bool scan_digits(struct scan *scan)
{
    const char *first = scan->at;

    while (is_digit(*scan->at)) {
        scan->at++;
    }
    return scan->at > first;
}

/* cJSON takes so many characters for a number and stumbles over the rest. */
static void shorten(char *first, size_t length)
{
    const double value = strtod(first, NULL);
    char text[NUMBER_MAX];
    int written;

    if (isinf(value)) {
        written = snprintf(text, sizeof(text), "%s", value < 0 ? "-1e999" : "1e999");
    } else {
        written = snprintf(text, sizeof(text), "%.17g", value);
    }
    memset(first, ' ', length);
    memcpy(first, text, (size_t)written);
}

static bool scan_number(struct scan *scan)
{
    char *first = scan->at;

    (void)take(scan, '-');
    if (!take(scan, '0') && !scan_digits(scan)) {
        return false;
    }
    if (take(scan, '.') && !scan_digits(scan)) {
        return false;
    }
    if (take(scan, 'e') || take(scan, 'E')) {
        (void)(take(scan, '+') || take(scan, '-'));
        if (!scan_digits(scan)) {
            return false;
        }
    }
    if (scan->at - first > CJSON_NUMBER_MAX) {
        shorten(first, (size_t)(scan->at - first));
    }
    return true;
}

/* ---- Values ---- */

static bool scan_word(struct scan *scan)
{
    static const char *const words[] = {"true", "false", "null"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strncmp(scan->at, words[i], strlen(words[i])) == 0) {
            scan->at += strlen(words[i]);
            return true;
        }
    }
    return false;
}

static bool scan_name(struct scan *scan)
{
    skip_blanks(scan);
    if (!scan_string(scan)) {
        return false;
    }
    skip_blanks(scan);
    return take(scan, ':');
}

/* Members of an object or elements of an array, up to the bracket that closes it. */
static bool scan_members(struct scan *scan, char closing, int depth)
{
    skip_blanks(scan);
    if (take(scan, closing)) {
        return true;
    }
    do {
        if ((closing == '}' && !scan_name(scan)) || !scan_value(scan, depth + 1)) {
            return false;
        }
    } while (take(scan, ','));
    return take(scan, closing);
}

static bool scan_value(struct scan *scan, int depth)
{
    bool is_good;

    skip_blanks(scan);
    if (depth > BS_JSON_STRICT_DEPTH_MAX) {
        return false;
    }
    if (*scan->at == '"') {
        is_good = scan_string(scan);
    } else if (take(scan, '{')) {
        is_good = scan_members(scan, '}', depth);
    } else if (take(scan, '[')) {
        is_good = scan_members(scan, ']', depth);
    } else {
        is_good = *scan->at == '-' || is_digit(*scan->at) ? scan_number(scan) : scan_word(scan);
    }
    skip_blanks(scan);
    return is_good;
}

/* ---- Names ---- */

static int compare_names(const void *a, const void *b)
{
    const char *const *first = a;
    const char *const *second = b;

    return strcmp(*first, *second);
}

static bool has_unique_names(const cJSON *object)
{
    const size_t count = (size_t)cJSON_GetArraySize(object);
    const char **names = calloc(count + 1, sizeof(*names));
    const cJSON *member;
    size_t i = 0;
    bool is_unique = names != NULL;

    if (names == NULL) {
        return false;
    }
    cJSON_ArrayForEach(member, object)
    {
        names[i++] = member->string;
    }
    qsort(names, count, sizeof(*names), compare_names);
    for (i = 1; i < count && is_unique; i++) {
        is_unique = strcmp(names[i - 1], names[i]) != 0;
    }
    free(names);
    return is_unique;
}

static bool are_names_unique(const cJSON *value)
{
    const cJSON *child;

    if (cJSON_IsObject(value) && !has_unique_names(value)) {
        return false;
    }
    cJSON_ArrayForEach(child, value)
    {
        if (!are_names_unique(child)) {
            return false;
        }
    }
    return true;
}

static cJSON *parse(char *text, size_t length)
{
    struct scan scan = {text, text + length};
    cJSON *value;

    if (!scan_value(&scan, 0) || scan.at != scan.end) {
        return NULL;
    }
    value = cJSON_ParseWithLength(text, length);
    if (value != NULL && !are_names_unique(value)) {
        cJSON_Delete(value);
        return NULL;
    }
    return value;
}

cJSON *bs_json_parse_strict(const char *bytes, size_t length)
{
    char *text = calloc(1, length + 1);
    cJSON *value;

    if (text == NULL) {
        return NULL;
    }
    if (length > 0) {
        memcpy(text, bytes, length);
    }
    value = parse(text, length);
    OPENSSL_cleanse(text, length); /* It may have been a secret. */
    free(text);
    return value;
}
