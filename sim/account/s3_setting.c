/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What is set on a version beside its contents: tags, ACL, retention, legal hold. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "sim/account/s3.h"

enum { OBJECT_TAGS_MAX = 10, TAG_KEY_MAX = 128, TAG_VALUE_MAX = 256 };

#define DAY_NS (INT64_C(86400) * BS_NS_PER_S)

/* ---- Tags ---- */

static int hex_digit(char c)
{
    if (!isxdigit((unsigned char)c)) {
        return -1;
    }
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

bool bs_s3_decode_url(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        int value = (unsigned char)*from;

        if (*from == '%') {
            const int high = hex_digit(from[1]);
            const int low = high < 0 ? -1 : hex_digit(from[2]);

            if (low < 0 || (high == 0 && low == 0)) {
                return false;
            }
            value = 16 * high + low;
            from += 2;
        }
        *to++ = (char)value;
    }
    *to = '\0';
    return true;
}

/* Characters, not bytes. */
static size_t text_length(const char *text)
{
    size_t length = 0;

    for (; *text != '\0'; text++) {
        length += ((unsigned char)*text & 0xc0) != 0x80;
    }
    return length;
}

static bool check_tag(struct bs_s3_call *call, const struct bs_tree *tag)
{
    const char *key = bs_tree_text(tag, "Key", "");

    if (*key == '\0' || text_length(key) > TAG_KEY_MAX) {
        bs_s3_fail(call, "InvalidTag", "The TagKey you have provided is invalid");
    } else if (text_length(bs_tree_text(tag, "Value", "")) > TAG_VALUE_MAX) {
        bs_s3_fail(call, "InvalidTag", "The TagValue you have provided is invalid");
    } else if (strncmp(key, "aws:", 4) == 0) {
        bs_s3_fail(call, "InvalidTag", "System tags cannot be added/updated by requester");
    } else {
        return true;
    }
    return false;
}

bool bs_s3_check_tags(struct bs_s3_call *call, const struct bs_tree *tags, size_t count_max)
{
    if (bs_tree_count(tags) > count_max) {
        bs_s3_fail(call, "BadRequest", "%s tags cannot be greater than %zu",
                   count_max == OBJECT_TAGS_MAX ? "Object" : "Bucket", count_max);
        return false;
    }
    for (const struct bs_tree *tag = bs_tree_first(tags); tag != NULL; tag = tag->next) {
        if (!check_tag(call, tag)) {
            return false;
        }
        for (const struct bs_tree *other = tag->next; other != NULL; other = other->next) {
            if (strcmp(bs_tree_text(tag, "Key", ""), bs_tree_text(other, "Key", "")) == 0) {
                bs_s3_fail(call, "InvalidTag", "Cannot provide multiple Tags with the same key");
                return false;
            }
        }
    }
    return true;
}

static bool is_utf8(const char *text)
{
    size_t length = strlen(text);

    while (length > 0) {
        const size_t step = bs_utf8_length(text, length);

        if (step == 0) {
            return false;
        }
        text += step;
        length -= step;
    }
    return true;
}

/* A form's spaces may be pluses. */
static bool decode_form(char *text)
{
    for (char *at = strchr(text, '+'); at != NULL; at = strchr(at, '+')) {
        *at = ' ';
    }
    return bs_s3_decode_url(text) && is_utf8(text);
}

/* Appends the pairs of a form, which is overwritten. Beyond what any object may have it stops. */
static bool append_pairs(char *form, struct bs_tree *tags)
{
    char *next;

    for (; *form != '\0' && bs_tree_count(tags) <= OBJECT_TAGS_MAX; form = next) {
        const size_t length = strcspn(form, "&");
        struct bs_tree *tag;
        char *value;

        next = form + length + (form[length] == '&');
        form[length] = '\0';
        value = strchr(form, '=');
        if (value != NULL) {
            *value++ = '\0';
        }
        if (!decode_form(form) || (value != NULL && !decode_form(value))) {
            return false;
        }
        tag = bs_tree_append_structure(tags);
        bs_tree_set_text(tag, "Key", form);
        bs_tree_set_text(tag, "Value", value == NULL ? "" : value);
    }
    return true;
}

struct bs_tree *bs_s3_parse_tagging(struct bs_s3_call *call, const char *text)
{
    struct bs_tree *tags = bs_tree_new_list();
    char *form = strdup(text);
    bool is_good;

    BS_ASSERT(form != NULL);
    is_good = append_pairs(form, tags);
    free(form);
    if (!is_good) {
        bs_s3_fail(call, "InvalidArgument",
                   "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL "
                   "query parameters without tag name duplicates.");
    }
    if (!is_good || !bs_s3_check_tags(call, tags, OBJECT_TAGS_MAX)) {
        bs_tree_destroy(tags);
        return NULL;
    }
    return tags;
}

/* What changes of an object that was replicated is replicated as well. */
static void replicate_again(struct bs_s3_call *call, struct bs_tree *version)
{
    const char *status = bs_tree_text(version, "ReplicationStatus", "REPLICA");

    if (strcmp(status, "REPLICA") != 0) {
        bs_s3_replicate(call->account, call->bucket, call->key, version);
    }
}

void bs_s3_put_object_tagging(struct bs_s3_call *call)
{
    const struct bs_tree *tags = bs_tree_get(bs_tree_get(call->input, "Tagging"), "TagSet");
    struct bs_tree *version = bs_s3_require_named(call);

    if (version == NULL || !bs_s3_check_tags(call, tags, OBJECT_TAGS_MAX) ||
        !bs_s3_has_room(call, bs_s3_weight(tags))) {
        return;
    }
    bs_s3_keep(call->account, version, "TagSet",
               tags == NULL ? bs_tree_new_list() : bs_tree_copy(tags));
    replicate_again(call, version);
    bs_s3_set_version_id(call, version);
}

void bs_s3_get_object_tagging(struct bs_s3_call *call)
{
    const struct bs_tree *version = bs_s3_require_named(call);

    if (version != NULL) {
        bs_tree_set_list(call->output, "TagSet");
        bs_tree_copy_members(call->output, version, (const char *const[]){"TagSet", NULL});
        bs_s3_set_version_id(call, version);
    }
}

void bs_s3_delete_object_tagging(struct bs_s3_call *call)
{
    struct bs_tree *version = bs_s3_require_named(call);

    if (version != NULL) {
        (void)bs_s3_drop(call->account, version, "TagSet");
        replicate_again(call, version);
        bs_s3_set_version_id(call, version);
    }
}

/* ---- ACLs ---- */

/* With ACLs disabled, as they are unless a bucket says otherwise, only what changes nothing is accepted. */
bool bs_s3_check_acl(struct bs_s3_call *call)
{
    static const char *const grants[] = {"GrantFullControl", "GrantRead",  "GrantReadACP",
                                         "GrantWriteACP",    "GrantWrite", "AccessControlPolicy"};
    const struct bs_tree *rules =
        bs_tree_get(bs_tree_get(call->bucket->attributes, "OwnershipControls"), "Rules");
    const char *ownership = bs_tree_text(bs_tree_first(rules), "ObjectOwnership", "ObjectWriter");
    const char *canned = bs_tree_text(call->input, "ACL", "bucket-owner-full-control");
    bool is_plain =
        strcmp(canned, "bucket-owner-full-control") == 0 || strcmp(canned, "private") == 0;

    for (size_t i = 0; i < sizeof(grants) / sizeof(grants[0]); i++) {
        is_plain = is_plain && bs_tree_get(call->input, grants[i]) == NULL;
    }
    if (!is_plain && strcmp(ownership, BS_S3_OWNERSHIP_ENFORCED) == 0) {
        bs_s3_fail(call, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        return false;
    }
    return true;
}

/* Where an ACL is kept: the version's that the call names, or the bucket's. NULL: the call has failed. */
static struct bs_tree *acl_holder(struct bs_s3_call *call)
{
    return bs_tree_get(call->input, "Key") == NULL ? call->bucket->attributes
                                                   : bs_s3_require_named(call);
}

/* Of ACLs only lists of grants are remembered: a canned one reads as the private one. */
void bs_s3_put_acl(struct bs_s3_call *call)
{
    const struct bs_tree *grants =
        bs_tree_get(bs_tree_get(call->input, "AccessControlPolicy"), "Grants");
    struct bs_tree *holder = acl_holder(call);

    if (holder == NULL || !bs_s3_check_acl(call) || !bs_s3_has_room(call, bs_s3_weight(grants))) {
        return;
    }
    (void)bs_s3_drop(call->account, holder, "Grants");
    if (grants != NULL) {
        bs_s3_keep(call->account, holder, "Grants", bs_tree_copy(grants));
    }
}

void bs_s3_get_acl(struct bs_s3_call *call)
{
    const struct bs_tree *holder = acl_holder(call);
    const struct bs_tree *kept = bs_tree_get(holder, "Grants");
    struct bs_tree *grant;

    if (holder == NULL) {
        return;
    }
    bs_s3_set_owner(call->output, "Owner");
    if (kept != NULL) {
        bs_tree_set(call->output, "Grants", bs_tree_copy(kept));
        return;
    }
    grant = bs_tree_append_structure(bs_tree_set_list(call->output, "Grants"));
    bs_s3_set_owner(grant, "Grantee");
    bs_tree_set_text(bs_tree_get_mutable(grant, "Grantee"), "Type", "CanonicalUser");
    bs_tree_set_text(grant, "Permission", "FULL_CONTROL");
}

/* ---- Object Lock ---- */

static bool needs_lock(struct bs_s3_call *call)
{
    if (bs_s3_has_object_lock(call->bucket)) {
        return true;
    }
    bs_s3_fail(call, "InvalidRequest", "Bucket is missing Object Lock Configuration");
    return false;
}

static bool is_in_future(struct bs_s3_call *call, struct bs_instant date)
{
    if (date.ns > bs_account_now(call->account).ns) {
        return true;
    }
    bs_s3_fail(call, "InvalidArgument", "The retain until date must be in the future!");
    return false;
}

/* The bucket's default for new versions. */
static void set_default_retention(struct bs_s3_call *call, struct bs_tree *version)
{
    const struct bs_tree *configuration =
        bs_tree_get(call->bucket->attributes, "ObjectLockConfiguration");
    const struct bs_tree *by_default =
        bs_tree_get(bs_tree_get(configuration, "Rule"), "DefaultRetention");
    const int64_t days =
        bs_tree_integer(by_default, "Days", 0) + 365 * bs_tree_integer(by_default, "Years", 0);
    struct bs_tree *retention;

    if (days > 0) {
        retention = bs_tree_set_structure(version, "Retention");
        bs_tree_set_text(retention, "Mode", bs_tree_text(by_default, "Mode", "GOVERNANCE"));
        bs_tree_set_instant(retention, "RetainUntilDate",
                            (struct bs_instant){bs_s3_now(call->account).ns + days * DAY_NS});
    }
}

bool bs_s3_set_lock(struct bs_s3_call *call, struct bs_tree *version)
{
    const char *mode = bs_tree_text(call->input, "ObjectLockMode", NULL);
    const char *hold = bs_tree_text(call->input, "ObjectLockLegalHoldStatus", NULL);
    const bool has_date = bs_tree_get(call->input, "ObjectLockRetainUntilDate") != NULL;
    const struct bs_instant date =
        bs_tree_instant(call->input, "ObjectLockRetainUntilDate", BS_INSTANT_NEVER);

    if ((mode != NULL || hold != NULL || has_date) && !needs_lock(call)) {
        return false;
    }
    if ((mode != NULL) != has_date) {
        bs_s3_fail(call, "InvalidArgument",
                   "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be "
                   "supplied");
        return false;
    }
    if (mode != NULL && !is_in_future(call, date)) {
        return false;
    }
    set_default_retention(call, version);
    if (mode != NULL) {
        struct bs_tree *retention = bs_tree_set_structure(version, "Retention");

        bs_tree_set_text(retention, "Mode", mode);
        bs_tree_set_instant(retention, "RetainUntilDate", date);
    }
    if (hold != NULL) {
        bs_tree_set_text(bs_tree_set_structure(version, "LegalHold"), "Status", hold);
    }
    return true;
}

/* Whether a retention holds now; governance may be bypassed, compliance may not. */
static bool is_retained(const struct bs_s3_call *call, const struct bs_tree *version,
                        bool is_bypassed)
{
    const struct bs_tree *retention = bs_tree_get(version, "Retention");
    const bool governs = strcmp(bs_tree_text(retention, "Mode", ""), "GOVERNANCE") == 0;

    return !(governs && is_bypassed) &&
           bs_tree_instant(retention, "RetainUntilDate", BS_INSTANT_UNKNOWN).ns >
               bs_account_now(call->account).ns;
}

bool bs_s3_may_delete(struct bs_s3_call *call, const struct bs_tree *version, bool is_bypassed)
{
    const char *hold = bs_tree_text(bs_tree_get(version, "LegalHold"), "Status", "OFF");

    if (strcmp(hold, "ON") != 0 && !is_retained(call, version, is_bypassed)) {
        return true;
    }
    bs_s3_fail(call, "AccessDenied", "Access Denied because object protected by object lock.");
    return false;
}

/* A retention in force may be made longer; anything else takes a bypass, and of compliance nothing does. */
static bool may_change_retention(struct bs_s3_call *call, const struct bs_tree *version,
                                 const struct bs_tree *retention)
{
    const struct bs_tree *old = bs_tree_get(version, "Retention");
    const bool is_bypassed = bs_tree_boolean(call->input, "BypassGovernanceRetention", false);
    const bool is_longer = bs_tree_instant(retention, "RetainUntilDate", BS_INSTANT_UNKNOWN).ns >=
                               bs_tree_instant(old, "RetainUntilDate", BS_INSTANT_UNKNOWN).ns &&
                           strcmp(bs_tree_text(retention, "Mode", ""), "") != 0 &&
                           (strcmp(bs_tree_text(old, "Mode", ""), "GOVERNANCE") == 0 ||
                            strcmp(bs_tree_text(retention, "Mode", ""), "COMPLIANCE") == 0);

    if (is_longer || !is_retained(call, version, is_bypassed)) {
        return true;
    }
    bs_s3_fail(call, "AccessDenied", "Access Denied because object protected by object lock.");
    return false;
}

void bs_s3_put_object_retention(struct bs_s3_call *call)
{
    const struct bs_tree *retention = bs_tree_get(call->input, "Retention");
    const struct bs_instant date =
        bs_tree_instant(retention, "RetainUntilDate", BS_INSTANT_UNKNOWN);
    const bool has_mode = bs_tree_get(retention, "Mode") != NULL;
    struct bs_tree *version;

    if (!needs_lock(call)) {
        return;
    }
    if (has_mode != (date.ns != BS_INSTANT_UNKNOWN.ns)) {
        bs_s3_fail(call, "MalformedXML",
                   "The XML you provided was not well-formed or did not validate against our "
                   "published schema");
        return;
    }
    version = bs_s3_require_named(call);
    if (version == NULL || (has_mode && !is_in_future(call, date)) ||
        !may_change_retention(call, version, retention)) {
        return;
    }
    if (has_mode) {
        bs_s3_keep(call->account, version, "Retention", bs_tree_copy(retention));
    } else {
        (void)bs_s3_drop(call->account, version, "Retention");
    }
    replicate_again(call, version);
}

void bs_s3_put_object_legal_hold(struct bs_s3_call *call)
{
    const struct bs_tree *hold = bs_tree_get(call->input, "LegalHold");
    struct bs_tree *version = needs_lock(call) ? bs_s3_require_named(call) : NULL;

    if (version == NULL) {
        return;
    }
    if (bs_tree_get(hold, "Status") == NULL) {
        bs_s3_fail(call, "MalformedXML",
                   "The XML you provided was not well-formed or did not validate against our "
                   "published schema");
        return;
    }
    bs_s3_keep(call->account, version, "LegalHold", bs_tree_copy(hold));
    replicate_again(call, version);
}

static void get_lock(struct bs_s3_call *call, const char *member)
{
    const struct bs_tree *version = needs_lock(call) ? bs_s3_require_named(call) : NULL;

    if (version != NULL && bs_tree_get(version, member) == NULL) {
        bs_s3_fail(call, "NoSuchObjectLockConfiguration",
                   "The specified object does not have a ObjectLock configuration");
    } else if (version != NULL) {
        bs_tree_copy_members(call->output, version, (const char *const[]){member, NULL});
    }
}

void bs_s3_get_object_retention(struct bs_s3_call *call)
{
    get_lock(call, "Retention");
}

void bs_s3_get_object_legal_hold(struct bs_s3_call *call)
{
    get_lock(call, "LegalHold");
}
