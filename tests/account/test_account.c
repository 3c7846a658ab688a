/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** The store of an account, what is to happen to its entries, and who may sign. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/account.h"

enum { EPOCH_S = 1767225600 }; /* 2026-01-01. */

struct fixture {
    struct bs_simulation *simulation;
    struct bs_account *account;
};

static void open_account(struct fixture *fixture, enum bs_account_pace pace)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_HEAP, .pending_max = 1000, .event_count_max = 100000};
    struct bs_account_options options = {.root = {1, 0}, .epoch_s = EPOCH_S, .pace = pace};

    fixture->simulation = bs_simulation_new(&simulation);
    assert_non_null(fixture->simulation);
    options.simulation = fixture->simulation;
    fixture->account = bs_account_new(&options);
}

static void close_account(struct fixture *fixture)
{
    bs_account_destroy(fixture->account);
    bs_simulation_destroy(fixture->simulation);
}

static void entries_are_kept_in_order(void **state)
{
    static const char *const keys[] = {"m", "b", "z", "a", "bb"};
    static const char *const sorted[] = {"a", "b", "bb", "m", "z"};
    struct bs_account_entry *entry = NULL;
    struct fixture f;

    (void)state;
    open_account(&f, BS_ACCOUNT_REALISTIC);
    for (size_t i = 0; i < 5; i++) {
        entry = bs_account_add(f.account, "thing", "us-east-1", keys[i]);
        bs_tree_set_integer(entry->attributes, "n", (int64_t)i);
    }
    (void)bs_account_add(f.account, "thing", "us-west-2", "a");
    (void)bs_account_add(f.account, "other", "us-east-1", "a");
    entry = bs_account_next(f.account, "thing", "us-east-1", NULL);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(entry->key, sorted[i]);
        entry = bs_account_next(f.account, "thing", "us-east-1", entry->key);
    }
    assert_null(entry);
    assert_null(bs_account_find(f.account, "thing", "us-west-2", "b"));
    bs_account_remove(f.account, bs_account_find(f.account, "thing", "us-east-1", "bb"));
    assert_string_equal(bs_account_next(f.account, "thing", "us-east-1", "b")->key, "m");
    assert_int_equal(
        bs_tree_integer(bs_account_find(f.account, "thing", "us-east-1", "m")->attributes, "n", 9),
        0);
    close_account(&f);
}

static void mark(struct bs_account *account, struct bs_account_entry *entry)
{
    bs_tree_set_instant(entry->attributes, "at", bs_account_now(account));
}

static struct bs_instant marked_at(struct fixture *f, const char *key)
{
    const struct bs_account_entry *entry = bs_account_find(f->account, "thing", "r", key);

    return bs_tree_instant(entry->attributes, "at", BS_INSTANT_UNKNOWN);
}

static void what_takes_time_happens_later(void **state)
{
    struct fixture f;

    (void)state;
    open_account(&f, BS_ACCOUNT_REALISTIC);
    bs_account_later(f.account, bs_account_add(f.account, "thing", "r", "a"), BS_SECONDS(5), mark);
    bs_account_later(f.account, bs_account_add(f.account, "thing", "r", "b"), BS_SECONDS(5), mark);
    assert_int_equal(bs_simulation_run(f.simulation, (struct bs_instant){4 * BS_NS_PER_S}), BS_OK);
    assert_int_equal(marked_at(&f, "a").ns, BS_INSTANT_UNKNOWN.ns);
    /* Whoever comes after one that was removed is another, though it has its key. */
    bs_account_remove(f.account, bs_account_find(f.account, "thing", "r", "b"));
    (void)bs_account_add(f.account, "thing", "r", "b");
    assert_int_equal(bs_simulation_run(f.simulation, (struct bs_instant){9 * BS_NS_PER_S}), BS_OK);
    assert_int_equal(marked_at(&f, "a").ns, 5 * BS_NS_PER_S);
    assert_int_equal(marked_at(&f, "b").ns, BS_INSTANT_UNKNOWN.ns);
    bs_account_later(f.account, bs_account_find(f.account, "thing", "r", "b"), BS_SECONDS(5), mark);
    close_account(&f); /* With something still to come. */
}

static void at_an_instant_pace_nothing_takes_time(void **state)
{
    struct fixture f;

    (void)state;
    open_account(&f, BS_ACCOUNT_INSTANT);
    bs_account_later(f.account, bs_account_add(f.account, "thing", "r", "a"), BS_SECONDS(5), mark);
    assert_int_equal(marked_at(&f, "a").ns, 0);
    close_account(&f);
}

static void add_tag(struct bs_tree *tags, const char *key, const char *value)
{
    struct bs_tree *tag = bs_tree_append_structure(tags);

    bs_tree_set_text(tag, "Key", key);
    bs_tree_set_text(tag, "Value", value);
}

static void tags_are_merged_by_key(void **state)
{
    struct bs_tree *attributes = bs_tree_new_structure();
    struct bs_tree *tags = bs_tree_new_list();
    struct bs_tree *keys = bs_tree_new_list();
    const struct bs_tree *kept;

    (void)state;
    add_tag(tags, "team", "a");
    add_tag(tags, "tier", "1");
    bs_account_merge_tags(attributes, tags);
    bs_tree_destroy(tags);
    tags = bs_tree_new_list();
    add_tag(tags, "team", "b");
    bs_account_merge_tags(attributes, tags);
    bs_tree_append_text(keys, "tier");
    bs_tree_append_text(keys, "nothing");
    bs_account_remove_tags(attributes, keys);
    kept = bs_tree_get(attributes, "Tags");
    assert_int_equal(bs_tree_count(kept), 1);
    assert_string_equal(bs_tree_text(bs_tree_first(kept), "Value", NULL), "b");
    bs_tree_destroy(attributes);
    bs_tree_destroy(tags);
    bs_tree_destroy(keys);
}

static void ids_differ_and_repeat_with_the_seed(void **state)
{
    struct fixture one;
    struct fixture two;
    char first[37];
    char second[37];

    (void)state;
    open_account(&one, BS_ACCOUNT_REALISTIC);
    open_account(&two, BS_ACCOUNT_REALISTIC);
    bs_account_new_uuid(one.account, first);
    bs_account_new_uuid(two.account, second);
    assert_string_equal(first, second);
    assert_int_equal(first[14], '4');
    bs_account_new_uuid(one.account, first);
    assert_string_not_equal(first, second);
    close_account(&one);
    close_account(&two);
}

/* ---- AWS Security Token Service ---- */

static void ask(struct fixture *f, const char *operation, const char *access_key_id,
                const struct bs_tree *input, struct bs_account_answer *answer)
{
    const struct bs_account_request request = {.service = "sts",
                                               .operation = operation,
                                               .region = "us-east-1",
                                               .access_key_id = access_key_id,
                                               .input = input,
                                               .receipt = 1,
                                               .signing_s = EPOCH_S + 100};

    bs_account_perform(f->account, &request, answer);
}

static void a_role_is_assumed_for_a_while(void **state)
{
    struct bs_tree *input = bs_tree_new_structure();
    const struct bs_tree *credentials;
    struct bs_account_credential found;
    struct bs_account_answer answer;
    struct fixture f;
    const char *id;

    (void)state;
    open_account(&f, BS_ACCOUNT_REALISTIC);
    bs_account_add_credential(f.account, "AKIDEXAMPLE", "secret");
    bs_tree_set_text(input, "RoleArn", "arn:aws:iam::123456789012:role/ops/failover");
    bs_tree_set_text(input, "RoleSessionName", "drill");
    bs_tree_set_integer(input, "DurationSeconds", 900);
    ask(&f, "AssumeRole", "AKIDEXAMPLE", input, &answer);
    assert_null(answer.error);
    credentials = bs_tree_get(answer.output, "Credentials");
    id = bs_tree_text(credentials, "AccessKeyId", "");
    assert_int_equal(strncmp(id, "ASIA", 4), 0);
    assert_int_equal(strlen(id), 20);
    assert_true(bs_account_credential(f.account, id, &found));
    assert_string_equal(found.session_token, bs_tree_text(credentials, "SessionToken", ""));
    assert_string_equal(found.arn, "arn:aws:sts::123456789012:assumed-role/failover/drill");
    assert_int_equal(found.expires_s, EPOCH_S + 1000);
    assert_int_equal(bs_tree_instant(credentials, "Expiration", BS_INSTANT_UNKNOWN).ns,
                     1000 * BS_NS_PER_S);
    bs_account_answer_clean_up(&answer);
    bs_tree_destroy(input);
    close_account(&f);
}

static void identity(struct fixture *f, const char *access_key_id, const char *arn)
{
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_account_answer answer;

    ask(f, "GetCallerIdentity", access_key_id, input, &answer);
    assert_null(answer.error);
    assert_string_equal(bs_tree_text(answer.output, "Account", ""), BS_ACCOUNT_ID);
    assert_string_equal(bs_tree_text(answer.output, "Arn", ""), arn);
    bs_account_answer_clean_up(&answer);
    bs_tree_destroy(input);
}

static void callers_learn_who_they_are(void **state)
{
    struct bs_account_credential found;
    struct fixture f;

    (void)state;
    open_account(&f, BS_ACCOUNT_REALISTIC);
    bs_account_add_credential(f.account, "AKIDEXAMPLE", "old");
    bs_account_add_credential(f.account, "AKIDEXAMPLE", "new");
    assert_true(bs_account_credential(f.account, "AKIDEXAMPLE", &found));
    assert_string_equal(found.secret_access_key, "new");
    assert_null(found.session_token);
    assert_false(bs_account_credential(f.account, "AKIDOTHER", &found));
    identity(&f, "AKIDEXAMPLE", "arn:aws:iam::123456789012:user/blackstart");
    identity(&f, NULL, "arn:aws:iam::123456789012:user/blackstart");
    close_account(&f);
}

static void only_roles_are_assumed_by_good_names(void **state)
{
    static const char *const refused[][2] = {
        {"arn:aws:iam::123456789012:user/somebody", "drill"},
        {"arn:aws:iam::123456789012:role/failover", "two words"},
        {"arn:aws:iam::123456789012:role/failover", "a/b"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct bs_tree *input = bs_tree_new_structure();
        struct bs_account_answer answer;
        struct fixture f;

        open_account(&f, BS_ACCOUNT_REALISTIC);
        bs_tree_set_text(input, "RoleArn", refused[i][0]);
        bs_tree_set_text(input, "RoleSessionName", refused[i][1]);
        ask(&f, "AssumeRole", NULL, input, &answer);
        assert_string_equal(answer.error, "ValidationError");
        bs_account_answer_clean_up(&answer);
        bs_tree_destroy(input);
        close_account(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_kept_in_order),
        cmocka_unit_test(what_takes_time_happens_later),
        cmocka_unit_test(at_an_instant_pace_nothing_takes_time),
        cmocka_unit_test(tags_are_merged_by_key),
        cmocka_unit_test(ids_differ_and_repeat_with_the_seed),
        cmocka_unit_test(a_role_is_assumed_for_a_while),
        cmocka_unit_test(callers_learn_who_they_are),
        cmocka_unit_test(only_roles_are_assumed_by_good_names),
    };

    return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
