/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/credential_answer.h"

#include <string.h>

#include <libxml/tree.h>
#include <openssl/crypto.h>

#include "orchestrator/aws/json_strict.h"
#include "orchestrator/aws/wire_protocol.h"

/* Printable ASCII without blanks: what may stand in a header. */
static bool copy(const char *text, char *to, size_t size)
{
    const size_t length = text != NULL ? strlen(text) : 0;

    if (length == 0 || length >= size) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] <= ' ' || text[i] >= 127) {
            return false;
        }
    }
    memcpy(to, text, length + 1);
    return true;
}

bool bs_credential_set(struct bs_credential_texts *texts, const char *access_key_id,
                       const char *secret_access_key, const char *token)
{
    texts->expires_s = INT64_MAX;
    texts->session_token[0] = '\0';
    return copy(access_key_id, texts->access_key_id, sizeof(texts->access_key_id)) &&
           copy(secret_access_key, texts->secret_access_key, sizeof(texts->secret_access_key)) &&
           (token == NULL || copy(token, texts->session_token, sizeof(texts->session_token)));
}

static bool set_expiry(struct bs_credential_texts *texts, const char *expiration)
{
    int64_t ns;

    return expiration != NULL && bs_wire_unix_time(expiration, &texts->expires_s, &ns);
}

/* ---- JSON ---- */

static char *member(const cJSON *body, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(body, name));
}

static void wipe(char *text)
{
    if (text != NULL) {
        OPENSSL_cleanse(text, strlen(text));
    }
}

bool bs_credential_read_json(const char *body, size_t length, struct bs_credential_texts *texts)
{
    cJSON *object = bs_json_parse_strict(body, length);
    const char *code = member(object, "Code"); /* Of instances only. */
    char *secret = member(object, "SecretAccessKey");
    char *token = member(object, "Token");
    const bool is_good = (code == NULL || strcmp(code, "Success") == 0) && token != NULL &&
                         bs_credential_set(texts, member(object, "AccessKeyId"), secret, token) &&
                         set_expiry(texts, member(object, "Expiration"));

    wipe(secret);
    wipe(token);
    cJSON_Delete(object);
    return is_good;
}

/* ---- STS ---- */

static void wipe_children(const xmlNode *parent)
{
    for (xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL;
         node = node->next) {
        for (xmlNode *text = node->children; text != NULL; text = text->next) {
            if (text->type == XML_TEXT_NODE) {
                wipe((char *)text->content);
            }
        }
    }
}

bool bs_credential_read_sts(const char *operation, const char *body, size_t length,
                            struct bs_credential_texts *texts)
{
    const struct bs_wire_operation row = {.name = operation};
    const struct bs_wire_response response = {.status = 200, .body = body, .body_length = length};
    struct bs_wire_reader reader = {0};
    const xmlNode *credentials;
    bool is_good;

    if (!bs_wire_query.read(&row, &response, &reader)) {
        return false;
    }
    credentials = bs_wire_xml_child(reader.xml, "Credentials");
    is_good = bs_credential_set(texts, bs_wire_xml_text(credentials, "AccessKeyId"),
                                bs_wire_xml_text(credentials, "SecretAccessKey"),
                                bs_wire_xml_text(credentials, "SessionToken")) &&
              texts->session_token[0] != '\0' &&
              set_expiry(texts, bs_wire_xml_text(credentials, "Expiration"));
    wipe_children(credentials);
    xmlFreeDoc(reader.xml->doc);
    return is_good;
}

void bs_credential_read_sts_error(const char *body, size_t length, char code[BS_CALL_CODE_MAX])
{
    bs_wire_query.read_error(&(struct bs_wire_response){.body = body, .body_length = length}, code);
}
