/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/authentication.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <openssl/crypto.h>

#include "base/digest.h"

enum {
    LONG_WINDOW_S = 900,
    SHORT_WINDOW_S = 300,
    HEX_LENGTH = BS_SIGV4_HEX_SIZE - 1,
    TEXT_MAX = 1024 * 1024,
    DAY_LENGTH = 8,
    PAYLOAD_HASH_SIZE = 128, /* Of what may be no hash, but a word for it. */
};

/* ---- Refusals ---- */

struct wire_error {
    const char *code;
    int status;
};

/* In the order of enum bs_dialect: query, EC2, JSON, REST with JSON, S3. */
static const struct {
    const char *message;
    struct wire_error errors[BS_DIALECTS];
} refusals[BS_AUTHENTICATION_PROBLEMS] = {
    [BS_AUTHENTICATION_MISSING] = {"Request is missing Authentication Token",
                                   {{"MissingAuthenticationToken", 403},
                                    {"MissingAuthenticationToken", 403},
                                    {"MissingAuthenticationTokenException", 400},
                                    {"MissingAuthenticationTokenException", 403},
                                    {"AccessDenied", 403}}},
    [BS_AUTHENTICATION_MALFORMED] = {"The request signature does not conform to AWS standards.",
                                     {{"IncompleteSignature", 400},
                                      {"IncompleteSignature", 400},
                                      {"IncompleteSignatureException", 400},
                                      {"IncompleteSignatureException", 400},
                                      {"AuthorizationHeaderMalformed", 400}}},
    [BS_AUTHENTICATION_OTHER_MECHANISM] = {"The authorization mechanism you have provided is not "
                                           "supported. Please use " BS_SIGV4_ALGORITHM ".",
                                           {{"IncompleteSignature", 400},
                                            {"IncompleteSignature", 400},
                                            {"IncompleteSignatureException", 400},
                                            {"IncompleteSignatureException", 400},
                                            {"InvalidRequest", 400}}},
    [BS_AUTHENTICATION_BAD_QUERY] = {"X-Amz-Expires must be a number of seconds from 1 to 604800, "
                                     "which is a week",
                                     {{"IncompleteSignature", 400},
                                      {"IncompleteSignature", 400},
                                      {"IncompleteSignatureException", 400},
                                      {"IncompleteSignatureException", 400},
                                      {"AuthorizationQueryParametersError", 400}}},
    [BS_AUTHENTICATION_BAD_SCOPE] = {"Credential should be scoped to a valid date, region and "
                                     "service.",
                                     {{"SignatureDoesNotMatch", 403},
                                      {"AuthFailure", 401},
                                      {"InvalidSignatureException", 400},
                                      {"InvalidSignatureException", 403},
                                      {"AuthorizationHeaderMalformed", 400}}},
    [BS_AUTHENTICATION_UNKNOWN_KEY] = {"The security token included in the request is invalid.",
                                       {{"InvalidClientTokenId", 403},
                                        {"AuthFailure", 401},
                                        {"UnrecognizedClientException", 400},
                                        {"UnrecognizedClientException", 403},
                                        {"InvalidAccessKeyId", 403}}},
    [BS_AUTHENTICATION_BAD_TOKEN] = {"The security token included in the request is invalid.",
                                     {{"InvalidClientTokenId", 403},
                                      {"AuthFailure", 401},
                                      {"UnrecognizedClientException", 400},
                                      {"UnrecognizedClientException", 403},
                                      {"InvalidToken", 400}}},
    [BS_AUTHENTICATION_EXPIRED_TOKEN] = {"The security token included in the request is expired",
                                         {{"ExpiredToken", 403},
                                          {"RequestExpired", 400},
                                          {"ExpiredTokenException", 400},
                                          {"ExpiredTokenException", 403},
                                          {"ExpiredToken", 400}}},
    [BS_AUTHENTICATION_SKEWED] = {"Signature expired, or not yet current.",
                                  {{"SignatureDoesNotMatch", 403},
                                   {"RequestExpired", 400},
                                   {"InvalidSignatureException", 400},
                                   {"InvalidSignatureException", 403},
                                   {"RequestTimeTooSkewed", 403}}},
    [BS_AUTHENTICATION_EXPIRED] = {"Request has expired",
                                   {{"SignatureDoesNotMatch", 403},
                                    {"RequestExpired", 400},
                                    {"InvalidSignatureException", 400},
                                    {"InvalidSignatureException", 403},
                                    {"AccessDenied", 403}}},
    [BS_AUTHENTICATION_UNSIGNED_HEADER] = {"There were headers present in the request which were "
                                           "not signed",
                                           {{"SignatureDoesNotMatch", 403},
                                            {"AuthFailure", 401},
                                            {"InvalidSignatureException", 400},
                                            {"InvalidSignatureException", 403},
                                            {"AccessDenied", 403}}},
    [BS_AUTHENTICATION_BAD_SIGNATURE] = {"The request signature we calculated does not match the "
                                         "signature you provided. Check your AWS Secret Access Key "
                                         "and signing method. Consult the service documentation "
                                         "for details.",
                                         {{"SignatureDoesNotMatch", 403},
                                          {"AuthFailure", 401},
                                          {"InvalidSignatureException", 400},
                                          {"InvalidSignatureException", 403},
                                          {"SignatureDoesNotMatch", 403}}},
    /* What follows can only be found of S3, or of a body that claims to be encoded as S3 has it. */
    [BS_AUTHENTICATION_NO_PAYLOAD_HASH] = {"Missing required header for this request: "
                                           "x-amz-content-sha256",
                                           {{"SignatureDoesNotMatch", 403},
                                            {"AuthFailure", 401},
                                            {"InvalidSignatureException", 400},
                                            {"InvalidSignatureException", 403},
                                            {"InvalidRequest", 400}}},
    [BS_AUTHENTICATION_BAD_PAYLOAD_HASH] = {"The provided 'x-amz-content-sha256' header does not "
                                            "match what was computed.",
                                            {{"SignatureDoesNotMatch", 403},
                                             {"AuthFailure", 401},
                                             {"InvalidSignatureException", 400},
                                             {"InvalidSignatureException", 403},
                                             {"XAmzContentSHA256Mismatch", 400}}},
    [BS_AUTHENTICATION_BAD_DIGEST] = {"The checksum you specified did not match what we received.",
                                      {{"BadDigest", 400},
                                       {"BadDigest", 400},
                                       {"BadDigest", 400},
                                       {"BadDigest", 400},
                                       {"BadDigest", 400}}},
    [BS_AUTHENTICATION_INVALID_DIGEST] = {"The checksum you specified is not valid.",
                                          {{"InvalidDigest", 400},
                                           {"InvalidDigest", 400},
                                           {"InvalidDigest", 400},
                                           {"InvalidDigest", 400},
                                           {"InvalidDigest", 400}}},
    [BS_AUTHENTICATION_INCOMPLETE_BODY] = {"The request body terminated unexpectedly",
                                           {{"IncompleteBody", 400},
                                            {"IncompleteBody", 400},
                                            {"IncompleteBody", 400},
                                            {"IncompleteBody", 400},
                                            {"IncompleteBody", 400}}},
    [BS_AUTHENTICATION_BAD_TRAILER] = {"The request contained trailing data that was not "
                                       "well-formed or did not conform to our published schema.",
                                       {{"MalformedTrailerError", 400},
                                        {"MalformedTrailerError", 400},
                                        {"MalformedTrailerError", 400},
                                        {"MalformedTrailerError", 400},
                                        {"MalformedTrailerError", 400}}},
};

void bs_refuse(struct bs_refusal *refusal, enum bs_authentication_problem problem,
               enum bs_dialect dialect, const char *detail)
{
    const struct wire_error *error = &refusals[problem].errors[dialect];

    refusal->problem = problem;
    refusal->code = error->code;
    refusal->status = error->status;
    (void)snprintf(refusal->message, sizeof(refusal->message), "%s",
                   detail != NULL ? detail : refusals[problem].message);
}

/* ---- What is claimed ---- */

int64_t bs_authentication_window_s(const char *service)
{
    static const char *const lenient[] = {"sts", "iam", "dynamodb", "sqs", "s3"};

    for (size_t i = 0; i < sizeof(lenient) / sizeof(lenient[0]); i++) {
        if (strcmp(lenient[i], service) == 0) {
            return LONG_WINDOW_S;
        }
    }
    return SHORT_WINDOW_S;
}

static enum bs_authentication_problem check_form(const struct bs_authentication_rules *rules,
                                                 const struct bs_signature_claim *claim)
{
    if (claim->form == BS_CLAIM_NONE) {
        return BS_AUTHENTICATION_MISSING;
    }
    if (claim->is_other_mechanism) {
        return BS_AUTHENTICATION_OTHER_MECHANISM;
    }
    if (claim->malformed != NULL) {
        /* S3 has a code of its own for what is wrong with a query. */
        return claim->form == BS_CLAIM_QUERY && rules->dialect == BS_DIALECT_S3
                   ? BS_AUTHENTICATION_BAD_QUERY
                   : BS_AUTHENTICATION_MALFORMED;
    }
    if (claim->form == BS_CLAIM_QUERY &&
        (claim->has_bad_expiry || (claim->expires_in_s < 0 && rules->dialect == BS_DIALECT_S3))) {
        return BS_AUTHENTICATION_BAD_QUERY;
    }
    return BS_AUTHENTICATION_VERIFIED;
}

static enum bs_authentication_problem check_scope(const struct bs_authentication_rules *rules,
                                                  const struct bs_signature_claim *claim)
{
    const bool is_consistent =
        !claim->has_bad_scope && strlen(claim->day) == DAY_LENGTH &&
        memcmp(claim->day, claim->date, DAY_LENGTH) == 0 &&
        (rules->service == NULL || strcmp(rules->service, claim->service) == 0) &&
        (rules->region == NULL || strcmp(rules->region, claim->region) == 0);

    return is_consistent ? BS_AUTHENTICATION_VERIFIED : BS_AUTHENTICATION_BAD_SCOPE;
}

static bool same_secret(const char *a, const char *b)
{
    return strlen(a) == strlen(b) && CRYPTO_memcmp(a, b, strlen(a)) == 0;
}

static enum bs_authentication_problem check_credential(const struct bs_authentication_rules *rules,
                                                       const struct bs_signature_claim *claim,
                                                       struct bs_account_credential *credential)
{
    if (!bs_account_credential(rules->account, claim->access_key_id, credential)) {
        return BS_AUTHENTICATION_UNKNOWN_KEY;
    }
    if (!same_secret(claim->token,
                     credential->session_token != NULL ? credential->session_token : "")) {
        return BS_AUTHENTICATION_BAD_TOKEN;
    }
    return rules->now_s >= credential->expires_s ? BS_AUTHENTICATION_EXPIRED_TOKEN
                                                 : BS_AUTHENTICATION_VERIFIED;
}

static enum bs_authentication_problem check_date(const struct bs_authentication_rules *rules,
                                                 const struct bs_signature_claim *claim)
{
    const int64_t age_s = rules->now_s - claim->date_s;
    const bool has_expiry = claim->form == BS_CLAIM_QUERY && claim->expires_in_s >= 0;

    if (age_s < -rules->window_s || (!has_expiry && age_s > rules->window_s)) {
        return BS_AUTHENTICATION_SKEWED;
    }
    return has_expiry && age_s > claim->expires_in_s ? BS_AUTHENTICATION_EXPIRED
                                                     : BS_AUTHENTICATION_VERIFIED;
}

/* ---- What is signed ---- */

static bool is_listed(const char *names, const char *name)
{
    const size_t length = strlen(name);

    while (*names != '\0') {
        const size_t this_length = strcspn(names, ";");

        if (this_length == length && strncasecmp(names, name, length) == 0) {
            return true;
        }
        names += this_length + (names[this_length] == ';' ? 1 : 0);
    }
    return false;
}

/* A session token may be added after signing: it is compared with the key's own. */
static enum bs_authentication_problem check_headers(const struct bs_http_request *request,
                                                    const struct bs_signature_claim *claim)
{
    if (!is_listed(claim->signed_headers, "host")) {
        return BS_AUTHENTICATION_UNSIGNED_HEADER;
    }
    for (size_t i = 0; i < request->header_count; i++) {
        const char *name = request->headers[i].name;

        if (strncasecmp(name, "x-amz-", 6) == 0 && strcasecmp(name, "x-amz-security-token") != 0 &&
            !is_listed(claim->signed_headers, name)) {
            return BS_AUTHENTICATION_UNSIGNED_HEADER;
        }
    }
    return BS_AUTHENTICATION_VERIFIED;
}

/* Of S3 what the request says; presigned ones need not say it. Of others what the body has. */
static enum bs_authentication_problem payload_hash(const struct bs_authentication_rules *rules,
                                                   const struct bs_http_request *request,
                                                   const struct bs_signature_claim *claim,
                                                   char hash[PAYLOAD_HASH_SIZE])
{
    const char *claimed = bs_http_request_header(request, "x-amz-content-sha256");

    if (rules->dialect != BS_DIALECT_S3) {
        bs_digest_bytes(request->body, request->body_length, hash);
    } else if (claimed != NULL) {
        (void)snprintf(hash, PAYLOAD_HASH_SIZE, "%s", claimed);
    } else if (claim->form == BS_CLAIM_HEADER) {
        return BS_AUTHENTICATION_NO_PAYLOAD_HASH;
    } else if (!bs_query_parameter(request->target, "X-Amz-Content-Sha256", hash,
                                   PAYLOAD_HASH_SIZE)) {
        (void)snprintf(hash, PAYLOAD_HASH_SIZE, "%s", BS_SIGV4_UNSIGNED_PAYLOAD);
    }
    return BS_AUTHENTICATION_VERIFIED;
}

static bool signature_matches(const struct bs_sigv4_request *request,
                              const struct bs_signature_claim *claim, const char *secret,
                              enum bs_sigv4_token token)
{
    const struct bs_sigv4_scope scope = {claim->date, claim->region, claim->service};
    char expected[BS_SIGV4_HEX_SIZE] = "";
    struct bs_buffer canonical;
    struct bs_buffer string;
    bool matches = false;

    bs_buffer_init(&canonical, TEXT_MAX);
    bs_buffer_init(&string, TEXT_MAX);
    if (bs_sigv4_canonical_request(request, claim->signed_headers, token, &canonical) == BS_OK &&
        bs_sigv4_string_to_sign(&scope, &canonical, &string) == BS_OK) {
        bs_sigv4_signature(secret, &scope, &string, expected);
        matches = strlen(claim->signature) == HEX_LENGTH &&
                  CRYPTO_memcmp(expected, claim->signature, HEX_LENGTH) == 0;
    }
    OPENSSL_cleanse(expected, sizeof(expected));
    bs_buffer_clean_up(&canonical);
    bs_buffer_clean_up(&string);
    return matches;
}

static enum bs_authentication_problem check_signature(const struct bs_authentication_rules *rules,
                                                      const struct bs_http_request *request,
                                                      const struct bs_signature_claim *claim,
                                                      const char *secret)
{
    char hash[PAYLOAD_HASH_SIZE];
    const enum bs_authentication_problem problem = payload_hash(rules, request, claim, hash);
    const struct bs_sigv4_request signed_request = {
        .method = request->method,
        .target = request->target,
        .headers = request->headers,
        .header_count = request->header_count,
        .payload_hash = hash,
        .path = rules->path,
    };

    if (problem != BS_AUTHENTICATION_VERIFIED) {
        return problem;
    }
    if (signature_matches(&signed_request, claim, secret, BS_SIGV4_TOKEN_SIGNED) ||
        (claim->form == BS_CLAIM_QUERY && claim->token[0] != '\0' &&
         signature_matches(&signed_request, claim, secret, BS_SIGV4_TOKEN_APPENDED))) {
        return BS_AUTHENTICATION_VERIFIED;
    }
    return BS_AUTHENTICATION_BAD_SIGNATURE;
}

/* ---- Everything ---- */

static void date_detail(const struct bs_authentication_rules *rules,
                        const struct bs_signature_claim *claim, char *detail, size_t size)
{
    const bool is_early = claim->date_s > rules->now_s;
    char bound[BS_SIGV4_DATE_SIZE];

    bs_sigv4_date(rules->now_s + (is_early ? rules->window_s : -rules->window_s), bound);
    (void)snprintf(detail, size, "Signature %s: %s is now %s than %s (%lld min.)",
                   is_early ? "not yet current" : "expired", claim->date,
                   is_early ? "later" : "earlier", bound, (long long)rules->window_s / 60);
}

static void refuse(const struct bs_authentication_rules *rules,
                   const struct bs_signature_claim *claim, enum bs_authentication_problem problem,
                   struct bs_refusal *refusal)
{
    char detail[BS_AUTHENTICATION_MESSAGE_MAX];
    const bool is_s3 = rules->dialect == BS_DIALECT_S3;

    if (claim->malformed != NULL && problem != BS_AUTHENTICATION_MISSING) {
        (void)snprintf(detail, sizeof(detail), "%s", claim->malformed);
    } else if (problem == BS_AUTHENTICATION_SKEWED && !is_s3) {
        date_detail(rules, claim, detail, sizeof(detail));
    } else if (problem == BS_AUTHENTICATION_SKEWED) {
        (void)snprintf(
            detail, sizeof(detail),
            "The difference between the request time and the current time is too large.");
    } else if (problem == BS_AUTHENTICATION_MISSING && is_s3) {
        (void)snprintf(detail, sizeof(detail), "Access Denied");
    } else if (problem == BS_AUTHENTICATION_UNKNOWN_KEY && is_s3) {
        (void)snprintf(detail, sizeof(detail),
                       "The AWS Access Key Id you provided does not exist in our records.");
    } else {
        bs_refuse(refusal, problem, rules->dialect, NULL);
        return;
    }
    bs_refuse(refusal, problem, rules->dialect, detail);
}

bool bs_authenticate(const struct bs_authentication_rules *rules,
                     const struct bs_http_request *request, const struct bs_signature_claim *claim,
                     struct bs_refusal *refusal)
{
    struct bs_account_credential credential = {.secret_access_key = NULL};
    enum bs_authentication_problem problem = check_form(rules, claim);

    *refusal = (struct bs_refusal){.problem = BS_AUTHENTICATION_VERIFIED};
    if (problem == BS_AUTHENTICATION_VERIFIED) {
        problem = check_scope(rules, claim);
    }
    if (problem == BS_AUTHENTICATION_VERIFIED) {
        problem = check_credential(rules, claim, &credential);
    }
    if (problem == BS_AUTHENTICATION_VERIFIED) {
        problem = check_date(rules, claim);
    }
    if (problem == BS_AUTHENTICATION_VERIFIED) {
        problem = check_headers(request, claim);
    }
    if (problem == BS_AUTHENTICATION_VERIFIED) {
        problem = check_signature(rules, request, claim, credential.secret_access_key);
    }
    if (problem != BS_AUTHENTICATION_VERIFIED) {
        refuse(rules, claim, problem, refusal);
    }
    return problem == BS_AUTHENTICATION_VERIFIED;
}
