/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * AWS Systems Manager's Parameter Store.
 *
 * A parameter's entry holds its versions, oldest first, each with all that a history shows, and its tags.
 * Source: AWS Systems Manager API Reference and User Guide ("Parameter Store"). Allowed patterns, tiers and
 * policies are recorded; a pattern is not matched, since it is a client's regular expression.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/services.h"

#define PARAMETER "ssm:parameter"

enum {
    NAME_MAX = 1011, /* Of the characters that a name may have. */
    LEVELS_MAX = 15,
    VERSIONS_MAX = 100,
    LABELS_MAX = 10,
    LABEL_MAX = 100,
    TAGS_MAX = 50,
    VALUE_STANDARD_MAX = 4096,
};

static const char *const version_members[] = {"Name",
                                              "Type",
                                              "KeyId",
                                              "LastModifiedDate",
                                              "LastModifiedUser",
                                              "Description",
                                              "Value",
                                              "AllowedPattern",
                                              "Version",
                                              "Labels",
                                              "Tier",
                                              "Policies",
                                              "DataType",
                                              NULL};
static const char *const metadata_members[] = {
    "Name",           "Type",    "KeyId", "LastModifiedDate", "LastModifiedUser", "Description",
    "AllowedPattern", "Version", "Tier",  "Policies",         "DataType",         NULL};
static const char *const value_members[] = {
    "Name", "Type", "Value", "Version", "LastModifiedDate", "DataType", NULL};

/* ---- Names ---- */

/* "arn:aws:ssm:us-east-1:123456789012:parameter/a/b" is named "/a/b", or "a" where there is no path. */
static const char *without_arn(const char *name)
{
    const char *path = strncmp(name, "arn:", 4) == 0 ? strstr(name, ":parameter/") : NULL;

    if (path == NULL) {
        return name;
    }
    path += strlen(":parameter");
    return strchr(path + 1, '/') == NULL ? path + 1 : path;
}

static bool has_only_name_characters(const char *name)
{
    return name[strspn(
               name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-/")] == '\0';
}

static size_t count_levels(const char *name)
{
    size_t levels = name[0] == '/' ? 0 : 1;

    for (; *name != '\0'; name++) {
        levels += *name == '/' ? 1 : 0;
    }
    return levels;
}

static bool begins_with_word(const char *text, const char *word)
{
    while (*word != '\0' && (*text | 0x20) == *word) {
        text++;
        word++;
    }
    return *word == '\0';
}

/* Whether a new parameter may have the name; else the answer says why not. */
static bool is_good_name(const char *name, struct bs_account_answer *answer)
{
    const char *first = name[0] == '/' ? name + 1 : name;
    const size_t length = strlen(name);

    if (!has_only_name_characters(name) || length > NAME_MAX || *first == '\0' ||
        name[length - 1] == '/' || (name[0] != '/' && strchr(name, '/') != NULL)) {
        bs_account_fail(
            answer, "ValidationException",
            "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed "
            "as a path, it can consist of sub-paths divided by slash symbol; each "
            "sub-path can be formed as a mix of letters, numbers and the following 3 "
            "symbols .-_");
    } else if (begins_with_word(first, "aws")) {
        bs_account_fail(answer, "AccessDeniedException",
                        "No access to reserved parameter name: %s.", name);
    } else if (begins_with_word(first, "ssm")) {
        bs_account_fail(answer, "ValidationException",
                        "Parameter name: can't be prefixed with \"ssm\" (case-insensitive).");
    } else if (count_levels(name) > LEVELS_MAX) {
        bs_account_fail(answer, "HierarchyLevelLimitExceededException",
                        "A parameter name can have at most %d levels", LEVELS_MAX);
    }
    return answer->error == NULL;
}

/* ---- Versions ---- */

static struct bs_account_entry *find(struct bs_account *account,
                                     const struct bs_account_request *request, const char *name)
{
    return bs_account_find(account, PARAMETER, request->region, without_arn(name));
}

static struct bs_tree *versions_of(struct bs_account_entry *entry)
{
    return bs_tree_get_mutable(entry->attributes, "Versions");
}

static struct bs_tree *latest(struct bs_account_entry *entry)
{
    return versions_of(entry)->is.children.last;
}

static struct bs_tree *version_numbered(struct bs_account_entry *entry, int64_t number)
{
    struct bs_tree *version = bs_tree_first_mutable(versions_of(entry));

    while (version != NULL && bs_tree_integer(version, "Version", 0) != number) {
        version = version->next;
    }
    return version;
}

static struct bs_tree *version_labeled(struct bs_account_entry *entry, const char *label)
{
    struct bs_tree *version = bs_tree_first_mutable(versions_of(entry));

    while (version != NULL && !bs_tree_has_text(bs_tree_get(version, "Labels"), label)) {
        version = version->next;
    }
    return version;
}

static bool is_number(const char *text)
{
    return *text != '\0' && strlen(text) <= 9 && text[strspn(text, "0123456789")] == '\0';
}

/* The version that "name:3" or "name:label" means; NULL if there is none. */
static struct bs_tree *version_selected(struct bs_account_entry *entry, const char *selector)
{
    if (selector == NULL) {
        return latest(entry);
    }
    return is_number(selector) ? version_numbered(entry, strtol(selector, NULL, 10))
                               : version_labeled(entry, selector);
}

/* ---- Putting ---- */

static void add_version(struct bs_account *account, struct bs_account_entry *entry,
                        const struct bs_tree *input, int64_t number)
{
    static const char *const given[] = {"Type",           "KeyId", "Description", "Value",
                                        "AllowedPattern", "Tier",  "DataType",    NULL};
    struct bs_tree *version = bs_tree_append_structure(versions_of(entry));

    bs_tree_set_text(version, "Name", entry->key);
    bs_tree_set_text(version, "Type", "String");
    bs_tree_set_text(version, "DataType", "text");
    bs_tree_set_text(version, "Tier", "Standard");
    bs_tree_copy_members(version, input, given);
    if (strcmp(bs_tree_text(version, "Type", ""), "SecureString") == 0 &&
        bs_tree_get(version, "KeyId") == NULL) {
        bs_tree_set_text(version, "KeyId", "alias/aws/ssm");
    }
    bs_tree_set_integer(version, "Version", number);
    bs_tree_set_instant(version, "LastModifiedDate", bs_account_now(account));
    bs_tree_set_text(version, "LastModifiedUser", "arn:aws:iam::" BS_ACCOUNT_ID ":user/blackstart");
    bs_tree_set_list(version, "Labels");
}

/* The oldest version makes room, unless somebody has put a label on it. */
static bool make_room(struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    struct bs_tree *oldest = bs_tree_first_mutable(versions_of(entry));

    if (bs_tree_count(versions_of(entry)) < VERSIONS_MAX) {
        return true;
    }
    if (bs_tree_count(bs_tree_get(oldest, "Labels")) > 0) {
        bs_account_fail(
            answer, "ParameterMaxVersionLimitExceeded",
            "You attempted to create a new version of %s by calling the PutParameter API "
            "with the overwrite flag. Version %lld, the oldest version, can't be deleted "
            "because it has a label associated with it. Move the label to another version "
            "of the parameter, and try again.",
            entry->key, (long long)bs_tree_integer(oldest, "Version", 0));
        return false;
    }
    bs_tree_remove_element(versions_of(entry), oldest);
    return true;
}

static bool may_overwrite(struct bs_account_entry *entry, const struct bs_tree *input,
                          struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(latest(entry), "Type", "");

    if (!bs_tree_boolean(input, "Overwrite", false)) {
        bs_account_fail(answer, "ParameterAlreadyExists",
                        "The parameter already exists. To overwrite this value, set the overwrite "
                        "option in the request to true.");
    } else if (strcmp(bs_tree_text(input, "Type", type), type) != 0) {
        bs_account_fail(answer, "HierarchyTypeMismatchException",
                        "The parameter type cannot be changed from %s to %s", type,
                        bs_tree_text(input, "Type", type));
    } else if (bs_tree_count(bs_tree_get(input, "Tags")) > 0) {
        bs_account_fail(answer, "ValidationException",
                        "Invalid request: tags and overwrite can't be used together.");
    }
    return answer->error == NULL && make_room(entry, answer);
}

/* The scenario's own parameter is the world's to change. */
static void tell_world(struct bs_account *account, const struct bs_account_request *request,
                       const char *name, struct bs_account_answer *answer)
{
    const struct bs_resource *resource =
        bs_account_resource(account, BS_RESOURCE_SSM_PARAMETER, request->region, name);
    const struct bs_call_request call = {.operation = BS_OPERATION_SSM_PUT_PARAMETER,
                                         .region = request->region,
                                         .resource = resource != NULL ? resource->id : NULL,
                                         .target = bs_tree_text(request->input, "Value", "")};
    struct bs_call_answer told;

    if (resource != NULL) {
        answer->is_unanswered = !bs_account_ask_world(account, request, &call, &told);
        BS_ASSERT(told.outcome == BS_OUTCOME_OK);
    }
}

static bool has_type(const struct bs_tree *input, struct bs_account_answer *answer)
{
    if (bs_tree_get(input, "Type") == NULL) {
        bs_account_fail(answer, "ValidationException",
                        "A parameter type is required when you create a parameter.");
    }
    return answer->error == NULL;
}

static bool is_good_value(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const bool is_advanced = strcmp(bs_tree_text(input, "Tier", ""), "Advanced") == 0;
    const size_t length = strlen(bs_tree_text(input, "Value", ""));

    if (!is_advanced && length > VALUE_STANDARD_MAX) {
        bs_account_fail(answer, "ValidationException",
                        "Standard tier parameters support a maximum parameter value of %d "
                        "characters. To create a larger parameter value, upgrade the parameter to "
                        "use the advanced-parameter tier.",
                        VALUE_STANDARD_MAX);
    }
    return answer->error == NULL;
}

static void put_parameter(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const char *name = without_arn(bs_tree_text(request->input, "Name", ""));
    struct bs_account_entry *entry = find(account, request, name);
    int64_t number = 1;

    if (!is_good_value(request->input, answer)) {
        return;
    }
    if (entry == NULL) {
        if (!is_good_name(name, answer) || !has_type(request->input, answer)) {
            return;
        }
        entry = bs_account_add(account, PARAMETER, request->region, name);
        (void)bs_tree_set_list(entry->attributes, "Versions");
        bs_account_merge_tags(entry->attributes, bs_tree_get(request->input, "Tags"));
    } else if (may_overwrite(entry, request->input, answer)) {
        number = bs_tree_integer(latest(entry), "Version", 0) + 1;
    } else {
        return;
    }
    add_version(account, entry, request->input, number);
    tell_world(account, request, name, answer);
    bs_tree_set_integer(answer->output, "Version", number);
    bs_tree_set_text(answer->output, "Tier", bs_tree_text(latest(entry), "Tier", "Standard"));
}

/* ---- Getting ---- */

/* What KMS would give back is opaque: the value's bytes, so that it differs where values differ. */
static void encrypt(struct bs_tree *parameter)
{
    const char *value = bs_tree_text(parameter, "Value", "");
    char *cipher = calloc(2 * strlen(value) + 8, 1);

    BS_ASSERT(cipher != NULL);
    (void)snprintf(cipher, 8, "AQICAHi");
    for (size_t i = 0; value[i] != '\0'; i++) {
        (void)snprintf(cipher + 7 + 2 * i, 3, "%02x", (unsigned char)value[i] ^ 0x5aU);
    }
    bs_tree_set_text(parameter, "Value", cipher);
    free(cipher);
}

static void write_parameter(const struct bs_account_request *request, const struct bs_tree *version,
                            const char *const members[], struct bs_tree *to)
{
    bs_tree_copy_members(to, version, members);
    if (bs_tree_get(to, "Value") != NULL &&
        strcmp(bs_tree_text(version, "Type", ""), "SecureString") == 0 &&
        !bs_tree_boolean(request->input, "WithDecryption", false)) {
        encrypt(to);
    }
    if (members == value_members) {
        const char *name = bs_tree_text(version, "Name", "");

        bs_tree_set_format(to, "ARN", "arn:aws:ssm:%s:" BS_ACCOUNT_ID ":parameter%s%s",
                           request->region, name[0] == '/' ? "" : "/", name);
    }
}

enum lookup { FOUND, NO_PARAMETER, NO_VERSION };

/* Looks "name", "name:3" or "name:label" up, and writes the parameter if it is there. */
static enum lookup look_up(struct bs_account *account, const struct bs_account_request *request,
                           const char *wanted, struct bs_tree *to)
{
    const char *plain = without_arn(wanted);
    const char *colon = strchr(plain, ':');
    const int length = colon == NULL ? (int)strlen(plain) : (int)(colon - plain);
    char name[2 * NAME_MAX];
    struct bs_account_entry *entry;
    const struct bs_tree *version;

    if (length > NAME_MAX) {
        return NO_PARAMETER;
    }
    (void)snprintf(name, sizeof(name), "%.*s", length, plain);
    entry = find(account, request, name);
    if (entry == NULL) {
        return NO_PARAMETER;
    }
    version = version_selected(entry, colon == NULL ? NULL : colon + 1);
    if (version == NULL) {
        return NO_VERSION;
    }
    write_parameter(request, version, value_members, to);
    if (colon != NULL) {
        bs_tree_set_text(to, "Selector", colon);
    }
    return FOUND;
}

static void get_parameter(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "Name", "");
    struct bs_tree *parameter = bs_tree_new_structure();

    switch (look_up(account, request, name, parameter)) {
    case FOUND:
        (void)bs_tree_set(answer->output, "Parameter", parameter);
        return;
    case NO_PARAMETER:
        bs_account_fail(answer, "ParameterNotFound", "Parameter %s not found.", name);
        break;
    case NO_VERSION:
        bs_account_fail(answer, "ParameterVersionNotFound",
                        "Systems Manager could not find version %s of %s. Verify the version and "
                        "try again.",
                        strchr(without_arn(name), ':') + 1, name);
        break;
    }
    bs_tree_destroy(parameter);
}

static void get_parameters(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    struct bs_tree *parameters = bs_tree_set_list(answer->output, "Parameters");
    struct bs_tree *invalid = bs_tree_set_list(answer->output, "InvalidParameters");
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "Names"));

    for (; name != NULL; name = name->next) {
        struct bs_tree *parameter = bs_tree_new_structure();

        if (look_up(account, request, name->is.text.bytes, parameter) == FOUND) {
            (void)bs_tree_append(parameters, parameter);
        } else {
            bs_tree_append_text(invalid, name->is.text.bytes);
            bs_tree_destroy(parameter);
        }
    }
}

/* ---- Filters ---- */

static bool text_matches(const char *text, const char *option, const char *wanted)
{
    if (strcmp(option, "BeginsWith") == 0) {
        return strncmp(text, wanted, strlen(wanted)) == 0;
    }
    if (strcmp(option, "Contains") == 0) {
        return strstr(text, wanted) != NULL;
    }
    return strcmp(text, wanted) == 0;
}

static bool is_below(const char *name, const char *path, bool is_recursive)
{
    const size_t length = strlen(path);
    const size_t stem = length > 0 && path[length - 1] == '/' ? length - 1 : length;

    return strncmp(name, path, stem) == 0 && name[stem] == '/' &&
           (is_recursive || strchr(name + stem + 1, '/') == NULL);
}

static const char *tag_value(const struct bs_account_entry *entry, const char *key)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(entry->attributes, "Tags"));

    while (tag != NULL && strcmp(bs_tree_text(tag, "Key", ""), key) != 0) {
        tag = tag->next;
    }
    return tag == NULL ? NULL : bs_tree_text(tag, "Value", "");
}

/* What a filter's key looks at; NULL: the parameter has no such thing. */
static const char *filtered_text(struct bs_account_entry *entry, const char *key)
{
    if (strncmp(key, "tag:", 4) == 0) {
        return tag_value(entry, key + 4);
    }
    return bs_tree_text(latest(entry), key, NULL);
}

static bool passes_filter(struct bs_account_entry *entry, const struct bs_tree *filter)
{
    const char *key = bs_tree_text(filter, "Key", "");
    const char *option = bs_tree_text(filter, "Option", "Equals");
    const struct bs_tree *value = bs_tree_first(bs_tree_get(filter, "Values"));

    if (strcmp(key, "Label") == 0) {
        return value != NULL && version_labeled(entry, value->is.text.bytes) != NULL;
    }
    for (; value != NULL; value = value->next) {
        const char *wanted = value->is.text.bytes;
        const char *text = filtered_text(entry, key);

        if (strcmp(key, "Path") == 0
                ? is_below(entry->key, wanted, strcmp(option, "Recursive") == 0)
                : text != NULL && text_matches(text, option, wanted)) {
            return true;
        }
    }
    return bs_tree_count(bs_tree_get(filter, "Values")) == 0 && filtered_text(entry, key) != NULL;
}

static bool passes(struct bs_account_entry *entry, const struct bs_tree *filters)
{
    const struct bs_tree *filter = bs_tree_first(filters);

    while (filter != NULL && passes_filter(entry, filter)) {
        filter = filter->next;
    }
    return filter == NULL;
}

static bool are_good_filters(const struct bs_tree *filters, struct bs_account_answer *answer)
{
    static const char *const keys[] = {"Name",  "Type", "KeyId",   "Path",
                                       "Label", "Tier", "DataType"};
    const struct bs_tree *filter = bs_tree_first(filters);

    for (; filter != NULL; filter = filter->next) {
        const char *key = bs_tree_text(filter, "Key", "");
        bool is_known = strncmp(key, "tag:", 4) == 0;

        for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
            is_known = is_known || strcmp(keys[i], key) == 0;
        }
        if (!is_known) {
            bs_account_fail(answer, "InvalidFilterKey", "The specified key isn't valid: %s", key);
            return false;
        }
    }
    return true;
}

static void get_parameters_by_path(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *path = bs_tree_text(request->input, "Path", "");
    const bool is_recursive = bs_tree_boolean(request->input, "Recursive", false);
    const struct bs_tree *filters = bs_tree_get(request->input, "ParameterFilters");
    struct bs_tree *parameters = bs_tree_set_list(answer->output, "Parameters");
    struct bs_account_entry *entry;

    if (path[0] != '/') {
        bs_account_fail(answer, "ValidationException",
                        "The parameter doesn't meet the parameter name requirements. The parameter "
                        "name must begin with a forward slash \"/\".");
        return;
    }
    if (!are_good_filters(filters, answer)) {
        return;
    }
    entry = bs_account_next(account, PARAMETER, request->region, NULL);
    for (; entry != NULL;
         entry = bs_account_next(account, PARAMETER, request->region, entry->key)) {
        if (is_below(entry->key, path, is_recursive) && passes(entry, filters)) {
            write_parameter(request, latest(entry), value_members,
                            bs_tree_append_structure(parameters));
        }
    }
}

static void describe_parameters(struct bs_account *account,
                                const struct bs_account_request *request,
                                struct bs_account_answer *answer)
{
    const struct bs_tree *filters = bs_tree_get(request->input, "ParameterFilters");
    const struct bs_tree *older = bs_tree_get(request->input, "Filters");
    struct bs_tree *parameters = bs_tree_set_list(answer->output, "Parameters");
    struct bs_account_entry *entry;

    if (!are_good_filters(filters, answer) || !are_good_filters(older, answer)) {
        return;
    }
    entry = bs_account_next(account, PARAMETER, request->region, NULL);
    for (; entry != NULL;
         entry = bs_account_next(account, PARAMETER, request->region, entry->key)) {
        if (passes(entry, filters) && passes(entry, older)) {
            write_parameter(request, latest(entry), metadata_members,
                            bs_tree_append_structure(parameters));
        }
    }
}

/* The entry that the request names, else the answer says that there is none. */
static struct bs_account_entry *find_or_fail(struct bs_account *account,
                                             const struct bs_account_request *request,
                                             struct bs_account_answer *answer)
{
    const char *name = bs_tree_text(request->input, "Name", "");
    struct bs_account_entry *entry = find(account, request, name);

    if (entry == NULL) {
        bs_account_fail(answer, "ParameterNotFound", "Parameter %s not found.", name);
    }
    return entry;
}

static void get_parameter_history(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = find_or_fail(account, request, answer);
    struct bs_tree *parameters = bs_tree_set_list(answer->output, "Parameters");

    if (entry != NULL) {
        const struct bs_tree *version = bs_tree_first(versions_of(entry));

        for (; version != NULL; version = version->next) {
            write_parameter(request, version, version_members,
                            bs_tree_append_structure(parameters));
        }
    }
}

/* ---- Labels ---- */

static bool is_good_label(const char *label)
{
    return !is_number(label) && strlen(label) <= LABEL_MAX && strchr(label, '/') == NULL &&
           has_only_name_characters(label) && !(label[0] >= '0' && label[0] <= '9') &&
           !begins_with_word(label, "aws") && !begins_with_word(label, "ssm");
}

static void remove_text(struct bs_tree *list, const char *text)
{
    struct bs_tree *element = bs_tree_first_mutable(list);

    while (element != NULL && strcmp(element->is.text.bytes, text) != 0) {
        element = element->next;
    }
    if (element != NULL) {
        bs_tree_remove_element(list, element);
    }
}

/* A label is on one version at a time: it moves. */
static void move_label(struct bs_account_entry *entry, struct bs_tree *version, const char *label)
{
    struct bs_tree *holder = version_labeled(entry, label);

    if (holder != NULL) {
        remove_text(bs_tree_get_mutable(holder, "Labels"), label);
    }
    bs_tree_append_text(bs_tree_get_mutable(version, "Labels"), label);
}

static struct bs_tree *version_or_fail(struct bs_account_entry *entry, int64_t number,
                                       struct bs_account_answer *answer)
{
    struct bs_tree *version = version_numbered(entry, number);

    if (version == NULL) {
        bs_account_fail(answer, "ParameterVersionNotFound",
                        "Systems Manager could not find version %lld of %s. Verify the version and "
                        "try again.",
                        (long long)number, entry->key);
    }
    return version;
}

static void label_parameter_version(struct bs_account *account,
                                    const struct bs_account_request *request,
                                    struct bs_account_answer *answer)
{
    const struct bs_tree *label = bs_tree_first(bs_tree_get(request->input, "Labels"));
    struct bs_account_entry *entry = find_or_fail(account, request, answer);
    struct bs_tree *invalid = bs_tree_set_list(answer->output, "InvalidLabels");
    struct bs_tree *version;

    if (entry == NULL) {
        return;
    }
    version = version_or_fail(entry,
                              bs_tree_integer(request->input, "ParameterVersion",
                                              bs_tree_integer(latest(entry), "Version", 0)),
                              answer);
    if (version == NULL) {
        return;
    }
    for (; label != NULL; label = label->next) {
        if (!is_good_label(label->is.text.bytes)) {
            bs_tree_append_text(invalid, label->is.text.bytes);
        } else if (bs_tree_count(bs_tree_get(version, "Labels")) >= LABELS_MAX) {
            bs_account_fail(answer, "ParameterVersionLabelLimitExceeded",
                            "A parameter version can have at most %d labels.", LABELS_MAX);
            return;
        } else {
            move_label(entry, version, label->is.text.bytes);
        }
    }
    bs_tree_set_integer(answer->output, "ParameterVersion", bs_tree_integer(version, "Version", 0));
}

static void unlabel_parameter_version(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    const struct bs_tree *label = bs_tree_first(bs_tree_get(request->input, "Labels"));
    struct bs_tree *removed = bs_tree_set_list(answer->output, "RemovedLabels");
    struct bs_tree *invalid = bs_tree_set_list(answer->output, "InvalidLabels");
    struct bs_account_entry *entry = find_or_fail(account, request, answer);
    struct bs_tree *version =
        entry == NULL ? NULL
                      : version_or_fail(
                            entry, bs_tree_integer(request->input, "ParameterVersion", 0), answer);

    for (; version != NULL && label != NULL; label = label->next) {
        struct bs_tree *labels = bs_tree_get_mutable(version, "Labels");

        if (bs_tree_has_text(labels, label->is.text.bytes)) {
            remove_text(labels, label->is.text.bytes);
            bs_tree_append_text(removed, label->is.text.bytes);
        } else {
            bs_tree_append_text(invalid, label->is.text.bytes);
        }
    }
}

/* ---- Deleting ---- */

static void delete_parameter(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = find_or_fail(account, request, answer);

    if (entry != NULL) {
        bs_account_remove(account, entry);
    }
}

static void delete_parameters(struct bs_account *account, const struct bs_account_request *request,
                              struct bs_account_answer *answer)
{
    struct bs_tree *deleted = bs_tree_set_list(answer->output, "DeletedParameters");
    struct bs_tree *invalid = bs_tree_set_list(answer->output, "InvalidParameters");
    const struct bs_tree *name = bs_tree_first(bs_tree_get(request->input, "Names"));

    for (; name != NULL; name = name->next) {
        struct bs_account_entry *entry = find(account, request, name->is.text.bytes);

        bs_tree_append_text(entry != NULL ? deleted : invalid, name->is.text.bytes);
        if (entry != NULL) {
            bs_account_remove(account, entry);
        }
    }
}

/* ---- Tags ---- */

static struct bs_account_entry *find_tagged(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const char *type = bs_tree_text(request->input, "ResourceType", "");
    const char *id = bs_tree_text(request->input, "ResourceId", "");
    struct bs_account_entry *entry = find(account, request, id);

    if (strcmp(type, "Parameter") != 0) {
        bs_account_fail(answer, "InvalidResourceType", "%s is not a valid resource type here.",
                        type);
        return NULL;
    }
    if (entry == NULL) {
        bs_account_fail(answer, "InvalidResourceId", "The resource ID \"%s\" is not valid.", id);
    }
    return entry;
}

static void add_tags(struct bs_account *account, const struct bs_account_request *request,
                     struct bs_account_answer *answer)
{
    const struct bs_tree *tags = bs_tree_get(request->input, "Tags");
    struct bs_account_entry *entry = find_tagged(account, request, answer);

    if (entry == NULL) {
        return;
    }
    if (bs_tree_count(bs_tree_get(entry->attributes, "Tags")) + bs_tree_count(tags) > TAGS_MAX) {
        bs_account_fail(answer, "TooManyTagsError", "A resource can have at most %d tags.",
                        TAGS_MAX);
        return;
    }
    bs_account_merge_tags(entry->attributes, tags);
}

static void remove_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = find_tagged(account, request, answer);

    if (entry != NULL) {
        bs_account_remove_tags(entry->attributes, bs_tree_get(request->input, "TagKeys"));
    }
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = find_tagged(account, request, answer);

    if (entry != NULL) {
        const struct bs_tree *tags = bs_tree_get(entry->attributes, "Tags");

        (void)bs_tree_set(answer->output, "TagList",
                          tags != NULL ? bs_tree_copy(tags) : bs_tree_new_list());
    }
}

/* ---- The service ---- */

/* What the scenario's own parameters say before anybody has written them is not modelled. */
static void start(struct bs_account *account)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (resource->kind == BS_RESOURCE_SSM_PARAMETER) {
            struct bs_tree *input = bs_tree_new_structure();
            struct bs_account_entry *entry =
                bs_account_add(account, PARAMETER, scenario->regions[resource->region].name,
                               resource->is.named.name);

            bs_tree_set_text(input, "Value", "unknown");
            (void)bs_tree_set_list(entry->attributes, "Versions");
            add_version(account, entry, input, 1);
            bs_tree_destroy(input);
        }
    }
}

static const struct bs_account_operation operations[] = {
    {"AddTagsToResource", add_tags, BS_ACCOUNT_RECORDED, false},
    {"DeleteParameter", delete_parameter, BS_ACCOUNT_MODELLED, false},
    {"DeleteParameters", delete_parameters, BS_ACCOUNT_MODELLED, false},
    {"DescribeParameters", describe_parameters, BS_ACCOUNT_MODELLED, true},
    {"GetParameter", get_parameter, BS_ACCOUNT_MODELLED, false},
    {"GetParameterHistory", get_parameter_history, BS_ACCOUNT_MODELLED, true},
    {"GetParameters", get_parameters, BS_ACCOUNT_MODELLED, false},
    {"GetParametersByPath", get_parameters_by_path, BS_ACCOUNT_MODELLED, true},
    {"LabelParameterVersion", label_parameter_version, BS_ACCOUNT_MODELLED, false},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"PutParameter", put_parameter, BS_ACCOUNT_MODELLED, false},
    {"RemoveTagsFromResource", remove_tags, BS_ACCOUNT_RECORDED, false},
    {"UnlabelParameterVersion", unlabel_parameter_version, BS_ACCOUNT_MODELLED, false},
};

const struct bs_account_service bs_account_service_ssm = {
    .name = "ssm",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
    .start = start,
};
