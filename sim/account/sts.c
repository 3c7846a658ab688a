/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * AWS Security Token Service: who somebody is, and credentials that last for a while.
 *
 * Roles need not exist: whoever has a key of the account may assume any of its roles, for policies are not
 * modelled. Source: AWS Security Token Service API Reference.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

#define CREDENTIAL "sts:credential"

enum { ARN_MAX = 2048, SESSION_S = 43200, ROLE_S = 3600 };

static const char user_arn[] = "arn:aws:iam::" BS_ACCOUNT_ID ":user/blackstart";

/* ---- Credentials ---- */

void bs_account_add_credential(struct bs_account *account, const char *access_key_id,
                               const char *secret_access_key)
{
    struct bs_account_entry *entry =
        bs_account_find(account, CREDENTIAL, BS_ACCOUNT_GLOBAL, access_key_id);

    if (entry == NULL) {
        entry = bs_account_add(account, CREDENTIAL, BS_ACCOUNT_GLOBAL, access_key_id);
    }
    bs_tree_set_text(entry->attributes, "SecretAccessKey", secret_access_key);
    bs_tree_set_text(entry->attributes, "Arn", user_arn);
    bs_tree_set_text(entry->attributes, "UserId", access_key_id);
}

bool bs_account_credential(struct bs_account *account, const char *access_key_id,
                           struct bs_account_credential *credential)
{
    const struct bs_account_entry *entry =
        bs_account_find(account, CREDENTIAL, BS_ACCOUNT_GLOBAL, access_key_id);

    if (entry == NULL) {
        return false;
    }
    *credential = (struct bs_account_credential){
        .secret_access_key = bs_tree_text(entry->attributes, "SecretAccessKey", ""),
        .session_token = bs_tree_text(entry->attributes, "SessionToken", NULL),
        .arn = bs_tree_text(entry->attributes, "Arn", user_arn),
        .user_id = bs_tree_text(entry->attributes, "UserId", access_key_id),
        .expires_s = bs_tree_integer(entry->attributes, "ExpiresS", INT64_MAX),
    };
    return true;
}

/* What AWS calls a token is opaque; its length is that of AWS's shorter ones. */
static void draw_token(struct bs_account *account, char token[129])
{
    for (size_t i = 0; i < 4; i++) {
        bs_account_new_id(account, "", 32, token + 32 * i, 129 - 32 * i);
    }
}

static void upper_case(char *text)
{
    for (; *text != '\0'; text++) {
        *text = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
    }
}

/* Makes a temporary key and writes it to the answer, as all operations that issue one do. */
static void issue(struct bs_account *account, const struct bs_account_request *request,
                  const char *arn, const char *user_id, struct bs_account_answer *answer)
{
    const bool is_role = bs_tree_get(request->input, "RoleArn") != NULL;
    const int64_t lasts_s =
        bs_tree_integer(request->input, "DurationSeconds", is_role ? ROLE_S : SESSION_S);
    const int64_t expires_s = request->signing_s + lasts_s;
    const int64_t epoch_s = bs_account_options(account)->epoch_s;
    struct bs_tree *credentials = bs_tree_set_structure(answer->output, "Credentials");
    struct bs_account_entry *entry;
    char secret[41];
    char token[129];
    char id[21];

    bs_account_new_id(account, "asia", 16, id, sizeof(id));
    upper_case(id);
    bs_account_new_id(account, "", 32, secret, sizeof(secret));
    draw_token(account, token);
    entry = bs_account_add(account, CREDENTIAL, BS_ACCOUNT_GLOBAL, id);
    bs_tree_set_text(entry->attributes, "SecretAccessKey", secret);
    bs_tree_set_text(entry->attributes, "SessionToken", token);
    bs_tree_set_text(entry->attributes, "Arn", arn);
    bs_tree_set_text(entry->attributes, "UserId", user_id);
    bs_tree_set_integer(entry->attributes, "ExpiresS", expires_s);
    bs_tree_set_text(credentials, "AccessKeyId", id);
    bs_tree_set_text(credentials, "SecretAccessKey", secret);
    bs_tree_set_text(credentials, "SessionToken", token);
    bs_tree_set_instant(credentials, "Expiration",
                        (struct bs_instant){(expires_s - epoch_s) * BS_NS_PER_S});
}

/* ---- Operations ---- */

static void get_caller_identity(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    struct bs_account_credential credential = {.arn = user_arn, .user_id = "AIDABLACKSTART"};

    if (request->access_key_id != NULL) {
        (void)bs_account_credential(account, request->access_key_id, &credential);
    }
    bs_tree_set_text(answer->output, "UserId", credential.user_id);
    bs_tree_set_text(answer->output, "Account", BS_ACCOUNT_ID);
    bs_tree_set_text(answer->output, "Arn", credential.arn);
}

static void get_session_token(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    issue(account, request, user_arn, "AIDABLACKSTART", answer);
}

/* "arn:aws:iam::123456789012:role/path/name" to its last part; NULL if it is no role's. */
static const char *role_name(const char *arn)
{
    const char *last = strrchr(arn, '/');

    return strncmp(arn, "arn:aws:iam::", 13) == 0 && strstr(arn, ":role/") != NULL ? last + 1
                                                                                   : NULL;
}

/* What a session may be named: [\w+=,.@-]*, says the API Reference. */
static bool is_good_session(const char *session)
{
    return session[strspn(session, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "0123456789_+=,.@-")] == '\0';
}

static void assume_role(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const char *name = role_name(bs_tree_text(request->input, "RoleArn", ""));
    const char *session = bs_tree_text(request->input, "RoleSessionName", "");
    struct bs_tree *user;
    char user_id[ARN_MAX];
    char arn[ARN_MAX];

    if (name == NULL || *name == '\0') {
        bs_account_fail(answer, "ValidationError", "%s is invalid",
                        bs_tree_text(request->input, "RoleArn", ""));
        return;
    }
    if (!is_good_session(session)) {
        bs_account_fail(answer, "ValidationError",
                        "1 validation error detected: Value '%s' at 'roleSessionName' failed to "
                        "satisfy constraint: Member must satisfy regular expression pattern: "
                        "[\\w+=,.@-]*",
                        session);
        return;
    }
    (void)snprintf(arn, sizeof(arn), "arn:aws:sts::" BS_ACCOUNT_ID ":assumed-role/%.64s/%.64s",
                   name, session);
    (void)snprintf(user_id, sizeof(user_id), "AROABLACKSTART:%.64s", session);
    issue(account, request, arn, user_id, answer);
    user = bs_tree_set_structure(answer->output, "AssumedRoleUser");
    bs_tree_set_text(user, "AssumedRoleId", user_id);
    bs_tree_set_text(user, "Arn", arn);
}

static void assume_role_with_web_identity(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct bs_account_answer *answer)
{
    assume_role(account, request, answer);
    if (answer->error == NULL) {
        bs_tree_set_text(answer->output, "SubjectFromWebIdentityToken", "blackstart");
        bs_tree_set_text(answer->output, "Provider",
                         bs_tree_text(request->input, "ProviderId", "blackstart"));
    }
}

static void get_access_key_info(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "AccessKeyId", "");
    struct bs_account_credential credential;

    if (bs_account_credential(account, id, &credential)) {
        bs_tree_set_text(answer->output, "Account", BS_ACCOUNT_ID);
    } else {
        bs_account_fail(answer, "ValidationError", "The access key %s is not of a known account",
                        id);
    }
}

static const struct bs_account_operation operations[] = {
    {"AssumeRole", assume_role, BS_ACCOUNT_MODELLED, false},
    {"AssumeRoleWithWebIdentity", assume_role_with_web_identity, BS_ACCOUNT_MODELLED, false},
    {"GetAccessKeyInfo", get_access_key_info, BS_ACCOUNT_MODELLED, false},
    {"GetCallerIdentity", get_caller_identity, BS_ACCOUNT_MODELLED, false},
    {"GetSessionToken", get_session_token, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_sts = {
    .name = "sts",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .is_global = true,
};
