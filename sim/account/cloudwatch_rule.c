/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The rules of composite alarms: ALARM(x), OK(x), INSUFFICIENT_DATA(x), TRUE, FALSE, AND, OR, NOT and
 * parentheses. An alarm is named by its name, in quotes if need be, or by its ARN. OR binds least.
 */

#include <string.h>

#include "sim/account/cloudwatch.h"

enum { DEPTH_MAX = 24, NAME_MAX = 255, CHILDREN_MAX = 100 };

struct rule {
    struct bs_account *account;
    const char *region;
    const char *at;
    const char *wanted; /* An alarm that is looked for; NULL: none. */
    bool is_found;
    bool is_bad;
    int depth;
    int children;
};

static bool parse_or(struct rule *rule);

static void skip_space(struct rule *rule)
{
    rule->at += strspn(rule->at, " \t\r\n");
}

static bool is_word_character(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool take_word(struct rule *rule, const char *word)
{
    const size_t length = strlen(word);

    skip_space(rule);
    if (strncmp(rule->at, word, length) != 0 || is_word_character(rule->at[length])) {
        return false;
    }
    rule->at += length;
    return true;
}

static void expect(struct rule *rule, char sign)
{
    skip_space(rule);
    if (*rule->at == sign) {
        rule->at++;
    } else {
        rule->is_bad = true;
    }
}

/* "name", or what stands before the parenthesis; of an ARN, what follows ":alarm:". */
static void read_name(struct rule *rule, char name[NAME_MAX + 1])
{
    const char *begin;
    size_t length;

    skip_space(rule);
    if (*rule->at == '"' || *rule->at == '\'') {
        begin = rule->at + 1;
        length = strcspn(begin, *rule->at == '"' ? "\"" : "'");
        rule->is_bad = rule->is_bad || begin[length] == '\0';
        rule->at = begin + length + (begin[length] != '\0' ? 1 : 0);
    } else {
        begin = rule->at;
        length = strcspn(begin, ") \t\r\n");
        rule->at += length;
    }
    if (strncmp(begin, "arn:aws:cloudwatch:", 19) == 0) {
        const char *tail = strstr(begin, ":alarm:");

        if (tail != NULL && tail + 7 < begin + length) {
            length -= (size_t)(tail + 7 - begin);
            begin = tail + 7;
        }
    }
    if (length == 0 || length > NAME_MAX) {
        rule->is_bad = true;
        length = 0;
    }
    memcpy(name, begin, length);
    name[length] = '\0';
}

static bool parse_state(struct rule *rule, const char *state)
{
    const struct bs_account_entry *alarm;
    char name[NAME_MAX + 1];

    expect(rule, '(');
    read_name(rule, name);
    expect(rule, ')');
    alarm = bs_account_find(rule->account, BS_CLOUDWATCH_ALARM, rule->region, name);
    rule->is_found = rule->is_found || (rule->wanted != NULL && strcmp(rule->wanted, name) == 0);
    if (++rule->children > CHILDREN_MAX || alarm == NULL) {
        rule->is_bad = true;
        return false;
    }
    return strcmp(bs_tree_text(alarm->attributes, "StateValue", ""), state) == 0;
}

static bool parse_primary(struct rule *rule)
{
    static const char *const states[] = {"ALARM", "OK", "INSUFFICIENT_DATA"};
    bool is_true;

    for (int i = 0; i < 3; i++) {
        if (take_word(rule, states[i])) {
            return parse_state(rule, states[i]);
        }
    }
    if (take_word(rule, "TRUE")) {
        return true;
    }
    if (take_word(rule, "FALSE")) {
        return false;
    }
    expect(rule, '(');
    is_true = !rule->is_bad && parse_or(rule);
    expect(rule, ')');
    return is_true;
}

static bool parse_not(struct rule *rule)
{
    bool is_negated = false;

    while (take_word(rule, "NOT")) {
        is_negated = !is_negated;
    }
    return parse_primary(rule) != is_negated;
}

static bool parse_and(struct rule *rule)
{
    bool is_true = parse_not(rule);

    while (!rule->is_bad && take_word(rule, "AND")) {
        is_true = parse_not(rule) && is_true;
    }
    return is_true;
}

static bool parse_or(struct rule *rule)
{
    bool is_true;

    if (rule->depth == DEPTH_MAX) {
        rule->is_bad = true;
        return false;
    }
    rule->depth++;
    is_true = parse_and(rule);
    while (!rule->is_bad && take_word(rule, "OR")) {
        is_true = parse_and(rule) || is_true;
    }
    rule->depth--;
    return is_true;
}

bool bs_cloudwatch_read_rule(struct bs_account *account, const char *region, const char *rule,
                             bool *is_true)
{
    struct rule parsed = {.account = account, .region = region, .at = rule};

    *is_true = parse_or(&parsed);
    skip_space(&parsed);
    *is_true = *is_true && !parsed.is_bad;
    return !parsed.is_bad && *parsed.at == '\0';
}

bool bs_cloudwatch_rule_names(struct bs_account *account, const char *region, const char *rule,
                              const char *alarm)
{
    struct rule parsed = {.account = account, .region = region, .at = rule, .wanted = alarm};

    (void)parse_or(&parsed);
    return parsed.is_found;
}
