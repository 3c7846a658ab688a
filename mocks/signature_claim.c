/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/signature_claim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WEEK_S = 604800, CREDENTIAL_MAX = 512, AUTHORIZATION_MAX = 8192, HTTP_DATE_LENGTH = 29 };

static const char terminator[] = "aws4_request";

/* ---- Query ---- */

static int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    digit = (char)(digit | 32);
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* Without escapes; false if there is no room, or an escape is broken or of NUL. */
static bool unescape(const char *text, size_t length, char *value, size_t size)
{
    size_t written = 0;

    for (size_t i = 0; i < length; i++) {
        char byte = text[i] == '+' ? ' ' : text[i];

        if (byte == '%') {
            const int high = i + 2 < length ? digit_value(text[i + 1]) : -1;
            const int low = high >= 0 ? digit_value(text[i + 2]) : -1;

            byte = low >= 0 ? (char)(high * 16 + low) : '\0';
            i += 2;
        }
        if (byte == '\0' || written + 1 == size) {
            return false;
        }
        value[written++] = byte;
    }
    value[written] = '\0';
    return true;
}

/* The raw value of the parameter, or NULL. */
static const char *find_in_form(const char *form, size_t form_length, const char *name,
                                size_t *length)
{
    const size_t name_length = strlen(name);
    const char *const end = form + form_length;

    while (form < end) {
        const char *mark = memchr(form, '&', (size_t)(end - form));
        const size_t pair = (size_t)((mark != NULL ? mark : end) - form);

        if (pair >= name_length && memcmp(form, name, name_length) == 0 &&
            (pair == name_length || form[name_length] == '=')) {
            const size_t skipped = name_length + (pair > name_length ? 1 : 0);

            *length = pair - skipped;
            return form + skipped;
        }
        form += pair + 1;
    }
    return NULL;
}

static const char *find_parameter(const char *target, const char *name, size_t *length)
{
    const char *mark = strchr(target, '?');

    return mark == NULL ? NULL : find_in_form(mark + 1, strlen(mark + 1), name, length);
}

bool bs_form_parameter(const char *form, size_t form_length, const char *name, char *value,
                       size_t size)
{
    size_t length = 0;
    const char *raw = find_in_form(form, form_length, name, &length);

    if (raw == NULL || !unescape(raw, length, value, size)) {
        value[0] = '\0';
        return false;
    }
    return true;
}

bool bs_query_parameter(const char *target, const char *name, char *value, size_t size)
{
    const char *mark = strchr(target, '?');
    const char *form = mark != NULL ? mark + 1 : "";

    return bs_form_parameter(form, strlen(form), name, value, size);
}

/* ---- Dates ---- */

/* Days since 1970-01-01 of a date of the Gregorian calendar. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
    const int64_t shifted = year - (month <= 2 ? 1 : 0); /* Years begin in March. */
    const int64_t era = shifted / 400;
    const int64_t of_era = shifted - era * 400;
    const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t number_at(const char *digits, size_t count)
{
    int64_t number = 0;

    for (size_t i = 0; i < count; i++) {
        number = number * 10 + (digits[i] - '0');
    }
    return number;
}

/* Whether each part is in its bounds; which days a month has is seen by writing the date again. */
static bool is_calendar(const char *text)
{
    return number_at(text, 4) >= 1970 && number_at(text + 4, 2) >= 1 &&
           number_at(text + 4, 2) <= 12 && number_at(text + 6, 2) >= 1 &&
           number_at(text + 6, 2) <= 31 && number_at(text + 9, 2) <= 23 &&
           number_at(text + 11, 2) <= 59 && number_at(text + 13, 2) <= 59;
}

/* "20150830T123600Z", of an instant that there is. */
static bool parse_basic_date(const char *text, struct bs_signature_claim *claim)
{
    char again[BS_SIGV4_DATE_SIZE];

    if (strlen(text) != BS_SIGV4_DATE_SIZE - 1 || strspn(text, "0123456789") != 8 ||
        text[8] != 'T' || strspn(text + 9, "0123456789") != 6 || text[15] != 'Z' ||
        !is_calendar(text)) {
        return false;
    }
    claim->date_s =
        days_of(number_at(text, 4), number_at(text + 4, 2), number_at(text + 6, 2)) * 86400 +
        number_at(text + 9, 2) * 3600 + number_at(text + 11, 2) * 60 + number_at(text + 13, 2);
    bs_sigv4_date(claim->date_s, again);
    memcpy(claim->date, text, BS_SIGV4_DATE_SIZE);
    return strcmp(text, again) == 0;
}

/* "Sun, 30 Aug 2015 12:36:00 GMT" into the basic form, which is looked at more closely. */
static bool parse_http_date(const char *text, struct bs_signature_claim *claim)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char basic[BS_SIGV4_DATE_SIZE] = "";
    size_t month = 0;

    if (strlen(text) != HTTP_DATE_LENGTH || text[19] != ':' || text[22] != ':' ||
        strcmp(text + 25, " GMT") != 0) {
        return false;
    }
    while (month < 12 && strncmp(months + 3 * month, text + 8, 3) != 0) {
        month++;
    }
    (void)snprintf(basic, sizeof(basic), "%.4s%02u%.2sT%.2s%.2s%.2sZ", text + 12,
                   (unsigned)(month + 1), text + 5, text + 17, text + 20, text + 23);
    return parse_basic_date(basic, claim);
}

static void read_date(const struct bs_http_request *request, const char *query_date,
                      struct bs_signature_claim *claim)
{
    const char *amz = bs_http_request_header(request, "X-Amz-Date");
    const char *date = bs_http_request_header(request, "Date");
    const char *text = claim->form == BS_CLAIM_QUERY ? query_date : amz != NULL ? amz : date;

    if (text == NULL || text[0] == '\0') {
        claim->malformed = "Authorization requires the date, as 'X-Amz-Date' or 'Date'.";
    } else if (!parse_basic_date(text, claim) && (text != date || !parse_http_date(text, claim))) {
        claim->malformed = "Date must be in ISO-8601 'basic format', as 20150830T123600Z is.";
    }
}

/* ---- Credential and signature ---- */

/* Takes what follows the last '/' of `text` off. */
static bool take_last(char *text, char *part, size_t size)
{
    char *slash = strrchr(text, '/');

    if (slash == NULL || strlen(slash + 1) >= size || slash[1] == '\0') {
        return false;
    }
    memcpy(part, slash + 1, strlen(slash + 1) + 1);
    *slash = '\0';
    return true;
}

static void read_credential(char *credential, struct bs_signature_claim *claim)
{
    char end[BS_CLAIM_NAME_MAX];

    claim->has_bad_scope =
        !take_last(credential, end, sizeof(end)) || strcmp(end, terminator) != 0 ||
        !take_last(credential, claim->service, sizeof(claim->service)) ||
        !take_last(credential, claim->region, sizeof(claim->region)) ||
        !take_last(credential, claim->day, sizeof(claim->day)) || credential[0] == '\0' ||
        strlen(credential) >= sizeof(claim->access_key_id);
    if (!claim->has_bad_scope) {
        memcpy(claim->access_key_id, credential, strlen(credential) + 1);
    }
}

static bool copy_part(const char *part, char *value, size_t size)
{
    const size_t length = strlen(part);

    if (length == 0 || length >= size) {
        return false;
    }
    memcpy(value, part, length + 1);
    return true;
}

/* One of "Credential=..", "SignedHeaders=..", "Signature=..". */
static void read_part(char *part, struct bs_signature_claim *claim, unsigned *found)
{
    static const char *const names[] = {"Credential=", "SignedHeaders=", "Signature="};
    size_t which = 0;

    while (which < 3 && strncmp(part, names[which], strlen(names[which])) != 0) {
        which++;
    }
    if (which == 3) {
        return;
    }
    part += strlen(names[which]);
    if (which == 0) {
        read_credential(part, claim);
        *found |= 1U;
    } else if (which == 1 && copy_part(part, claim->signed_headers, BS_CLAIM_HEADERS_MAX)) {
        *found |= 2U;
    } else if (which == 2 && copy_part(part, claim->signature, BS_SIGV4_HEX_SIZE)) {
        *found |= 4U;
    }
}

/* "AWS4-HMAC-SHA256 Credential=.., SignedHeaders=.., Signature=..", in any order. */
static void read_authorization(const char *authorization, struct bs_signature_claim *claim)
{
    const size_t algorithm_length = strlen(BS_SIGV4_ALGORITHM);
    char text[AUTHORIZATION_MAX];
    unsigned found = 0;
    char *rest = text;

    if (strncmp(authorization, BS_SIGV4_ALGORITHM, algorithm_length) != 0 ||
        strchr(" \t", authorization[algorithm_length]) == NULL) {
        claim->is_other_mechanism = true;
        return;
    }
    if (!copy_part(authorization + algorithm_length, text, sizeof(text))) {
        claim->malformed = "Authorization header requires 'Credential', 'SignedHeaders' and "
                           "'Signature' parameters.";
        return;
    }
    while (*rest != '\0') {
        char *part = rest + strspn(rest, " \t,");
        char *end = part + strcspn(part, ", \t");

        rest = *end != '\0' ? end + 1 : end;
        *end = '\0';
        read_part(part, claim, &found);
    }
    if (found != 7U) {
        claim->malformed = "Authorization header requires 'Credential', 'SignedHeaders' and "
                           "'Signature' parameters.";
    }
}

static void read_expiry(const char *target, struct bs_signature_claim *claim)
{
    char text[16];

    claim->expires_in_s = -1;
    if (!bs_query_parameter(target, "X-Amz-Expires", text, sizeof(text))) {
        size_t length;

        claim->has_bad_expiry = find_parameter(target, "X-Amz-Expires", &length) != NULL;
        return;
    }
    claim->has_bad_expiry = text[0] == '\0' || strspn(text, "0123456789") != strlen(text) ||
                            strtoll(text, NULL, 10) < 1 || strtoll(text, NULL, 10) > WEEK_S;
    claim->expires_in_s = claim->has_bad_expiry ? -1 : strtoll(text, NULL, 10);
}

static void read_query(const struct bs_http_request *request, struct bs_signature_claim *claim)
{
    const char *target = request->target;
    char credential[CREDENTIAL_MAX];
    char algorithm[32];
    char date[32] = "";

    if (!bs_query_parameter(target, "X-Amz-Algorithm", algorithm, sizeof(algorithm)) ||
        strcmp(algorithm, BS_SIGV4_ALGORITHM) != 0) {
        claim->malformed = "X-Amz-Algorithm only supports \"" BS_SIGV4_ALGORITHM "\".";
        return;
    }
    if (!bs_query_parameter(target, "X-Amz-Credential", credential, sizeof(credential)) ||
        !bs_query_parameter(target, "X-Amz-SignedHeaders", claim->signed_headers,
                            BS_CLAIM_HEADERS_MAX) ||
        !bs_query_parameter(target, "X-Amz-Signature", claim->signature, BS_SIGV4_HEX_SIZE)) {
        claim->malformed = "Query-string authentication version 4 requires the X-Amz-Algorithm, "
                           "X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, "
                           "and X-Amz-Expires parameters.";
        return;
    }
    read_credential(credential, claim);
    read_expiry(target, claim);
    (void)bs_query_parameter(target, "X-Amz-Date", date, sizeof(date));
    read_date(request, date, claim);
}

/* "AWSAccessKeyId=..&Expires=..&Signature=..": S3's older presigned URLs. */
static bool is_signed_by_version_2(const char *target)
{
    size_t length;

    return find_parameter(target, "AWSAccessKeyId", &length) != NULL &&
           find_parameter(target, "Signature", &length) != NULL;
}

static void read_token(const struct bs_http_request *request, struct bs_signature_claim *claim)
{
    const char *header = bs_http_request_header(request, "X-Amz-Security-Token");

    if (claim->form == BS_CLAIM_QUERY && bs_query_parameter(request->target, "X-Amz-Security-Token",
                                                            claim->token, BS_CLAIM_TOKEN_MAX)) {
        return;
    }
    if (header != NULL && !copy_part(header, claim->token, BS_CLAIM_TOKEN_MAX)) {
        claim->malformed = "The security token included in the request is too long.";
    }
}

void bs_signature_claim_read(const struct bs_http_request *request,
                             struct bs_signature_claim *claim)
{
    const char *authorization = bs_http_request_header(request, "Authorization");
    size_t length;

    *claim = (struct bs_signature_claim){.form = BS_CLAIM_NONE, .expires_in_s = -1};
    if (find_parameter(request->target, "X-Amz-Algorithm", &length) != NULL ||
        find_parameter(request->target, "X-Amz-Signature", &length) != NULL) {
        claim->form = BS_CLAIM_QUERY;
        if (authorization != NULL) {
            claim->malformed = "Only one auth mechanism allowed; only the X-Amz-Algorithm query "
                               "parameter or the Authorization header should be specified";
            return;
        }
        read_query(request, claim);
    } else if (authorization != NULL) {
        claim->form = BS_CLAIM_HEADER;
        read_authorization(authorization, claim);
        if (claim->malformed == NULL && !claim->is_other_mechanism) {
            read_date(request, NULL, claim);
        }
    } else if (is_signed_by_version_2(request->target)) {
        claim->form = BS_CLAIM_QUERY;
        claim->is_other_mechanism = true;
    } else {
        return;
    }
    read_token(request, claim);
}
