/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** AWS Secrets Manager: which secrets there are, and GetRandomPassword. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/secretsmanager.h"

enum { PASSWORD_LENGTH = 32, PASSWORD_MAX = 4096, FILTER_MAX = 512 };

/* ---- Filters ---- */

static bool begins_with(const char *text, const char *prefix, bool ignores_case)
{
    while (*prefix != '\0' &&
           (*text == *prefix ||
            (ignores_case && tolower((unsigned char)*text) == tolower((unsigned char)*prefix)))) {
        text++;
        prefix++;
    }
    return *prefix == '\0';
}

static bool contains(const char *text, const char *word)
{
    while (*text != '\0' && !begins_with(text, word, true)) {
        text++;
    }
    return *text != '\0';
}

static bool has_tag(const struct bs_tree *secret, const char *member, const char *wanted)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(secret, "Tags"));

    while (tag != NULL && !begins_with(bs_tree_text(tag, member, ""), wanted, false)) {
        tag = tag->next;
    }
    return tag != NULL;
}

static bool has_word(const struct bs_tree *secret, const char *word)
{
    const struct bs_tree *tag = bs_tree_first(bs_tree_get(secret, "Tags"));
    bool is_found = contains(bs_tree_text(secret, "Name", ""), word) ||
                    contains(bs_tree_text(secret, "Description", ""), word) ||
                    contains(bs_tree_text(secret, "PrimaryRegion", ""), word);

    for (; tag != NULL && !is_found; tag = tag->next) {
        is_found = contains(bs_tree_text(tag, "Key", ""), word) ||
                   contains(bs_tree_text(tag, "Value", ""), word);
    }
    return is_found;
}

static bool has_some_word(const struct bs_tree *secret, const char *words)
{
    char word[FILTER_MAX + 1];
    bool is_found = false;

    while (*words != '\0' && !is_found) {
        const size_t gap = strspn(words, " ");
        const size_t length = strcspn(words + gap, " ");

        BS_ASSERT(length <= FILTER_MAX);
        memcpy(word, words + gap, length);
        word[length] = '\0';
        is_found = length > 0 && has_word(secret, word);
        words += gap + length;
    }
    return is_found;
}

static bool matches(const struct bs_tree *secret, const char *key, const char *wanted)
{
    if (strcmp(key, "name") == 0) {
        return begins_with(bs_tree_text(secret, "Name", ""), wanted, false);
    }
    if (strcmp(key, "description") == 0) {
        return begins_with(bs_tree_text(secret, "Description", ""), wanted, true);
    }
    if (strcmp(key, "primary-region") == 0) {
        return begins_with(bs_tree_text(secret, "PrimaryRegion", ""), wanted, false);
    }
    if (strcmp(key, "tag-key") == 0 || strcmp(key, "tag-value") == 0) {
        return has_tag(secret, strcmp(key, "tag-key") == 0 ? "Key" : "Value", wanted);
    }
    return has_some_word(secret, wanted);
}

/* One of the values must fit; one with an exclamation mark fits what the rest of it does not. */
static bool passes_filter(const struct bs_tree *secret, const struct bs_tree *filter)
{
    const char *key = bs_tree_text(filter, "Key", "all");
    const struct bs_tree *value = bs_tree_first(bs_tree_get(filter, "Values"));

    for (; value != NULL; value = value->next) {
        const char *wanted = value->is.text.bytes;
        const bool is_negated = wanted[0] == '!';

        if (matches(secret, key, wanted + (is_negated ? 1 : 0)) != is_negated) {
            return true;
        }
    }
    return false;
}

static bool passes(const struct bs_tree *secret, const struct bs_tree *filters)
{
    const struct bs_tree *filter = bs_tree_first(filters);

    while (filter != NULL && passes_filter(secret, filter)) {
        filter = filter->next;
    }
    return filter == NULL;
}

static bool are_good_filters(const struct bs_tree *filters, struct bs_account_answer *answer)
{
    static const char *const keys[] = {"description", "name",           "tag-key",
                                       "tag-value",   "primary-region", "all"};
    const struct bs_tree *filter = bs_tree_first(filters);

    for (; filter != NULL && answer->error == NULL; filter = filter->next) {
        const char *key = bs_tree_text(filter, "Key", "all");
        const struct bs_tree *value = bs_tree_first(bs_tree_get(filter, "Values"));
        bool is_good = false;

        for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
            is_good = is_good || strcmp(keys[i], key) == 0;
        }
        for (; value != NULL; value = value->next) {
            is_good = is_good && value->is.text.length <= FILTER_MAX;
        }
        if (!is_good) {
            bs_account_fail(answer, "InvalidParameterException", "Invalid filter: %.64s", key);
        }
    }
    return answer->error == NULL;
}

/* ---- ListSecrets ---- */

struct found {
    const struct bs_account_entry **secrets;
    size_t count;
};

static int by_creation(const void *left, const void *right)
{
    const struct bs_account_entry *a = *(const struct bs_account_entry *const *)left;
    const struct bs_account_entry *b = *(const struct bs_account_entry *const *)right;
    const int64_t a_ns = bs_tree_instant(a->attributes, "CreatedDate", BS_INSTANT_UNKNOWN).ns;
    const int64_t b_ns = bs_tree_instant(b->attributes, "CreatedDate", BS_INSTANT_UNKNOWN).ns;

    return a_ns == b_ns ? strcmp(a->key, b->key) : (a_ns > b_ns) - (a_ns < b_ns);
}

static struct found find_secrets(struct bs_account *account,
                                 const struct bs_account_request *request)
{
    const struct bs_tree *filters = bs_tree_get(request->input, "Filters");
    const bool wants_dying = bs_tree_boolean(request->input, "IncludePlannedDeletion", false);
    struct bs_account_entry *secret = bs_secret_next(account, request->region, NULL);
    struct found found = {.count = 0};

    for (; secret != NULL; secret = bs_secret_next(account, request->region, secret->key)) {
        const bool is_dying = bs_tree_get(secret->attributes, "DeletedDate") != NULL;

        if ((wants_dying || !is_dying) && passes(secret->attributes, filters)) {
            found.secrets =
                realloc(found.secrets, (found.count + 1) * sizeof(struct bs_account_entry *));
            BS_ASSERT(found.secrets != NULL);
            found.secrets[found.count++] = secret;
        }
    }
    return found;
}

static void write_entry(const struct bs_account_entry *secret, struct bs_tree *to)
{
    static const char *const members[] = {"ARN",
                                          "Name",
                                          "Description",
                                          "KmsKeyId",
                                          "CreatedDate",
                                          "RotationRules",
                                          "RotationEnabled",
                                          "RotationLambdaARN",
                                          "DeletedDate",
                                          "LastChangedDate",
                                          "LastRotatedDate",
                                          "LastAccessedDate",
                                          "PrimaryRegion",
                                          "Tags",
                                          NULL};
    const struct bs_tree *version = bs_tree_first(bs_tree_get(secret->attributes, "Versions"));
    struct bs_tree *stages;

    bs_tree_copy_members(to, secret->attributes, members);
    stages = bs_tree_set_structure(to, "SecretVersionsToStages");
    for (; version != NULL; version = version->next) {
        if (bs_tree_count(bs_tree_get(version, "VersionStages")) > 0) {
            (void)bs_tree_set(stages, bs_tree_text(version, "VersionId", ""),
                              bs_tree_copy(bs_tree_get(version, "VersionStages")));
        }
    }
}

void bs_secret_list(struct bs_account *account, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    const bool is_descending =
        strcmp(bs_tree_text(request->input, "SortOrder", "asc"), "desc") == 0;
    struct bs_tree *list = bs_tree_set_list(answer->output, "SecretList");
    struct found found;

    if (!are_good_filters(bs_tree_get(request->input, "Filters"), answer)) {
        return;
    }
    found = find_secrets(account, request);
    if (found.count > 0) {
        qsort(found.secrets, found.count, sizeof(struct bs_account_entry *), by_creation);
    }
    for (size_t i = 0; i < found.count; i++) {
        write_entry(found.secrets[is_descending ? found.count - 1 - i : i],
                    bs_tree_append_structure(list));
    }
    free(found.secrets);
}

/* ---- GetRandomPassword ---- */

struct alphabet {
    const char *excluding; /* The input's member that leaves it out. */
    const char *characters;
};

static const struct alphabet alphabets[] = {
    {"ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"},
    {"ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"ExcludeNumbers", "0123456789"},
    {"ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
};

enum { ALPHABETS = sizeof(alphabets) / sizeof(alphabets[0]), CHARACTERS_MAX = 128 };

/* Characters of each kind that are left, and of all; a space belongs to no kind. */
struct choice {
    char of[ALPHABETS][CHARACTERS_MAX];
    char all[CHARACTERS_MAX];
    size_t kinds;
};

static void add_characters(const char *characters, const char *excluded, char *to)
{
    size_t length = strlen(to);

    for (; *characters != '\0'; characters++) {
        if (strchr(excluded, *characters) == NULL) {
            to[length++] = *characters;
        }
    }
    to[length] = '\0';
}

static struct choice choose_characters(const struct bs_tree *input)
{
    const char *excluded = bs_tree_text(input, "ExcludeCharacters", "");
    struct choice choice = {.kinds = 0};

    for (size_t i = 0; i < ALPHABETS; i++) {
        if (!bs_tree_boolean(input, alphabets[i].excluding, false)) {
            add_characters(alphabets[i].characters, excluded, choice.of[choice.kinds]);
            add_characters(alphabets[i].characters, excluded, choice.all);
            choice.kinds += choice.of[choice.kinds][0] != '\0' ? 1 : 0;
        }
    }
    if (bs_tree_boolean(input, "IncludeSpace", false)) {
        add_characters(" ", excluded, choice.all);
    }
    return choice;
}

static void write_password(struct bs_account *account, const struct choice *choice, size_t required,
                           size_t length, char *password)
{
    char seed[37];

    bs_account_new_uuid(account, seed);
    for (size_t i = 0; i < length; i++) {
        const char *from = i < required ? choice->of[i] : choice->all;

        password[i] = from[bs_account_draw(account, seed, "character", i) % strlen(from)];
    }
    for (size_t i = length; i-- > 1;) { /* Those that are required stood in front. */
        const size_t other = bs_account_draw(account, seed, "place", i) % (i + 1);
        const char kept = password[i];

        password[i] = password[other];
        password[other] = kept;
    }
}

void bs_secret_get_random_password(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const int64_t length = bs_tree_integer(request->input, "PasswordLength", PASSWORD_LENGTH);
    const bool requires_each = bs_tree_boolean(request->input, "RequireEachIncludedType", true);
    const struct choice choice = choose_characters(request->input);
    const size_t required = requires_each ? choice.kinds : 0;
    char password[PASSWORD_MAX + 1] = "";

    if (length < 1 || length > PASSWORD_MAX) {
        bs_account_fail(answer, "InvalidParameterException",
                        "PasswordLength must be between 1 and %d.", PASSWORD_MAX);
    } else if (choice.all[0] == '\0') {
        bs_account_fail(answer, "InvalidParameterException",
                        "No characters are left to make a password of.");
    } else if ((size_t)length < required) {
        bs_account_fail(answer, "InvalidParameterException",
                        "Password length is too short based on the required types.");
    } else {
        write_password(account, &choice, required, (size_t)length, password);
        bs_tree_set_text(answer->output, "RandomPassword", password);
    }
}
