/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** AWS Secrets Manager, as AWS documents it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/account/caller.h"

#define TOKEN(n) "00000000-0000-4000-8000-00000000000" #n

static int set_up(void **state)
{
    static struct caller caller;

    caller_open(&caller, "secretsmanager", NULL);
    *state = &caller;
    return 0;
}

static int tear_down(void **state)
{
    caller_close(*state);
    return 0;
}

static void create(struct caller *c, const char *name, const char *value)
{
    caller_say(c, "Name", name);
    caller_say(c, "SecretString", value);
    caller_say(c, "ClientRequestToken", TOKEN(1));
    (void)caller_get(c, "CreateSecret");
}

static void put(struct caller *c, const char *name, const char *value, const char *token)
{
    caller_say(c, "SecretId", name);
    caller_say(c, "SecretString", value);
    caller_say(c, "ClientRequestToken", token);
    (void)caller_get(c, "PutSecretValue");
}

static const char *staged(struct caller *c, const char *id, const char *stage)
{
    caller_say(c, "SecretId", id);
    caller_say(c, "VersionStage", stage);
    return bs_tree_text(caller_ask(c, "GetSecretValue"), "SecretString", "none");
}

static const char *value_of(struct caller *c, const char *id)
{
    return staged(c, id, "AWSCURRENT");
}

static const struct bs_tree *describe(struct caller *c, const char *id)
{
    caller_say(c, "SecretId", id);
    return caller_get(c, "DescribeSecret");
}

/* ---- Names ---- */

static void a_secret_goes_by_name_and_arn(void **state)
{
    struct caller *c = *state;
    char arn[200];

    create(c, "app/db", "s3cret");
    (void)snprintf(arn, sizeof(arn), "%s", bs_tree_text(describe(c, "app/db"), "ARN", ""));
    assert_int_equal(strncmp(arn, "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-",
                             strlen(arn) - 6),
                     0);
    assert_string_equal(value_of(c, "app/db"), "s3cret");
    assert_string_equal(value_of(c, arn), "s3cret");
    arn[strlen(arn) - 7] = '\0';
    assert_string_equal(value_of(c, arn), "s3cret");
    caller_say(c, "SecretId", "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-abcdef");
    caller_fails(c, "GetSecretValue", "ResourceNotFoundException");
    caller_say(c, "SecretId", "app");
    caller_fails(c, "GetSecretValue", "ResourceNotFoundException");
    caller_say(c, "Name", "a b");
    caller_fails(c, "CreateSecret", "ValidationException");
}

static void creating_is_idempotent_by_token(void **state)
{
    struct caller *c = *state;

    create(c, "s", "v");
    create(c, "s", "v");
    caller_say(c, "Name", "s");
    caller_say(c, "SecretString", "w");
    caller_say(c, "ClientRequestToken", TOKEN(1));
    caller_fails(c, "CreateSecret", "ResourceExistsException");
    caller_say(c, "Name", "s");
    caller_say(c, "SecretString", "v");
    caller_say(c, "ClientRequestToken", TOKEN(2));
    caller_fails(c, "CreateSecret", "ResourceExistsException");
    caller_say(c, "Name", "both");
    caller_say(c, "SecretString", "v");
    (void)bs_tree_set(c->input, "SecretBinary", bs_tree_new_bytes("v", 1));
    caller_fails(c, "CreateSecret", "InvalidParameterException");
    caller_say(c, "Name", "empty");
    (void)caller_get(c, "CreateSecret");
    caller_say(c, "SecretId", "empty");
    caller_fails(c, "GetSecretValue", "ResourceNotFoundException");
}

/* ---- Labels ---- */

static void labels_follow_the_values(void **state)
{
    struct caller *c = *state;

    create(c, "s", "one");
    put(c, "s", "two", TOKEN(2));
    assert_string_equal(staged(c, "s", "AWSCURRENT"), "two");
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "one");
    put(c, "s", "two", TOKEN(2));
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "one");
    caller_say(c, "SecretId", "s");
    caller_say(c, "SecretString", "other");
    caller_say(c, "ClientRequestToken", TOKEN(2));
    caller_fails(c, "PutSecretValue", "ResourceExistsException");
    caller_say(c, "SecretId", "s");
    bs_tree_append_text(bs_tree_set_list(c->input, "VersionStages"), "AWSPENDING");
    caller_say(c, "SecretString", "three");
    caller_say(c, "ClientRequestToken", TOKEN(3));
    (void)caller_get(c, "PutSecretValue");
    assert_string_equal(staged(c, "s", "AWSCURRENT"), "two");
    assert_string_equal(staged(c, "s", "AWSPENDING"), "three");
    caller_say(c, "SecretId", "s");
    caller_say(c, "VersionId", TOKEN(1));
    caller_say(c, "VersionStage", "AWSCURRENT");
    caller_fails(c, "GetSecretValue", "InvalidRequestException");
    caller_say(c, "SecretId", "s");
    caller_say(c, "SecretString", "four");
    (void)caller_get(c, "UpdateSecret");
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "two");
    caller_say(c, "SecretId", "s");
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListSecretVersionIds"), "Versions")),
                     3);
    caller_say(c, "SecretId", "s");
    bs_tree_set_boolean(c->input, "IncludeDeprecated", true);
    assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListSecretVersionIds"), "Versions")),
                     4);
}

static void move(struct caller *c, const char *stage, const char *from, const char *to)
{
    caller_say(c, "SecretId", "s");
    caller_say(c, "VersionStage", stage);
    if (from != NULL) {
        caller_say(c, "RemoveFromVersionId", from);
    }
    if (to != NULL) {
        caller_say(c, "MoveToVersionId", to);
    }
}

static void labels_are_moved_by_who_knows_where_they_are(void **state)
{
    static const struct {
        const char *stage;
        const char *from;
        const char *to;
        const char *error;
    } cases[] = {
        {"AWSCURRENT", TOKEN(2), NULL, "InvalidParameterException"},
        {"AWSCURRENT", NULL, TOKEN(1), "InvalidParameterException"},
        {"AWSCURRENT", TOKEN(1), TOKEN(1), "InvalidParameterException"},
        {"AWSCURRENT", TOKEN(2), TOKEN(9), "ResourceNotFoundException"},
        {"live", NULL, NULL, "InvalidParameterException"},
    };
    struct caller *c = *state;

    create(c, "s", "one");
    put(c, "s", "two", TOKEN(2));
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        move(c, cases[i].stage, cases[i].from, cases[i].to);
        caller_fails(c, "UpdateSecretVersionStage", cases[i].error);
    }
    move(c, "AWSCURRENT", TOKEN(2), TOKEN(1));
    (void)caller_get(c, "UpdateSecretVersionStage");
    assert_string_equal(staged(c, "s", "AWSCURRENT"), "one");
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "two");
    move(c, "live", NULL, TOKEN(1));
    (void)caller_get(c, "UpdateSecretVersionStage");
    assert_string_equal(staged(c, "s", "live"), "one");
    move(c, "live", TOKEN(1), NULL);
    (void)caller_get(c, "UpdateSecretVersionStage");
    caller_say(c, "SecretId", "s");
    caller_say(c, "VersionStage", "live");
    caller_fails(c, "GetSecretValue", "ResourceNotFoundException");
}

static void old_versions_make_room_after_a_day(void **state)
{
    struct caller *c = *state;
    char token[40];

    create(c, "s", "v");
    for (int i = 0; i < 99; i++) {
        (void)snprintf(token, sizeof(token), "00000000-0000-4000-8000-0000000001%02d", i);
        put(c, "s", "v", token);
    }
    caller_say(c, "SecretId", "s");
    caller_say(c, "SecretString", "v");
    caller_fails(c, "PutSecretValue", "LimitExceededException");
    caller_wait(c, 86400);
    put(c, "s", "w", TOKEN(7));
    assert_string_equal(value_of(c, "s"), "w");
}

static void rotation_makes_what_is_pending_current(void **state)
{
    struct caller *c = *state;

    create(c, "s", "one");
    caller_say(c, "SecretId", "s");
    caller_fails(c, "RotateSecret", "InvalidRequestException");
    caller_say(c, "SecretId", "s");
    caller_say(c, "ClientRequestToken", TOKEN(2));
    caller_say(c, "RotationLambdaARN", "arn:aws:lambda:us-east-1:123456789012:function:rotate");
    (void)caller_get(c, "RotateSecret");
    caller_say(c, "SecretId", "s");
    caller_fails(c, "RotateSecret", "InvalidRequestException");
    put(c, "s", "two", TOKEN(2)); /* As the function would. */
    assert_string_equal(staged(c, "s", "AWSPENDING"), "two");
    assert_string_equal(staged(c, "s", "AWSCURRENT"), "one");
    caller_wait(c, 60);
    assert_string_equal(staged(c, "s", "AWSCURRENT"), "two");
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "one");
    assert_true(bs_tree_boolean(describe(c, "s"), "RotationEnabled", false));
    assert_non_null(bs_tree_get(describe(c, "s"), "LastRotatedDate"));
    caller_say(c, "SecretId", "s");
    (void)caller_get(c, "RotateSecret");
    caller_say(c, "SecretId", "s");
    (void)caller_get(c, "CancelRotateSecret");
    caller_wait(c, 60);
    assert_string_equal(staged(c, "s", "AWSPREVIOUS"), "one");
    assert_false(bs_tree_boolean(describe(c, "s"), "RotationEnabled", true));
}

/* ---- Deleting ---- */

static void deleting_leaves_time_to_think_again(void **state)
{
    struct caller *c = *state;

    create(c, "s", "v");
    caller_say(c, "SecretId", "s");
    bs_tree_set_integer(c->input, "RecoveryWindowInDays", 6);
    caller_fails(c, "DeleteSecret", "InvalidParameterException");
    for (int i = 0; i < 2; i++) {
        caller_say(c, "SecretId", "s");
        bs_tree_set_integer(c->input, "RecoveryWindowInDays", 7);
        assert_int_equal(
            bs_tree_instant(caller_get(c, "DeleteSecret"), "DeletionDate", BS_INSTANT_UNKNOWN).ns,
            (int64_t)7 * 86400 * BS_NS_PER_S);
        caller_say(c, "SecretId", "s");
        caller_fails(c, "GetSecretValue", "InvalidRequestException");
        caller_say(c, "Name", "s");
        caller_fails(c, "CreateSecret", "InvalidRequestException");
        assert_int_equal(bs_tree_count(bs_tree_get(caller_get(c, "ListSecrets"), "SecretList")), 0);
        if (i == 0) {
            caller_say(c, "SecretId", "s");
            (void)caller_get(c, "RestoreSecret");
            assert_string_equal(value_of(c, "s"), "v");
        }
    }
    caller_wait(c, 7 * 86400 - 1);
    (void)describe(c, "s");
    caller_wait(c, 1);
    caller_say(c, "SecretId", "s");
    caller_fails(c, "DescribeSecret", "ResourceNotFoundException");
}

static void force_deletes_at_once(void **state)
{
    struct caller *c = *state;

    create(c, "s", "v");
    caller_say(c, "SecretId", "s");
    bs_tree_set_boolean(c->input, "ForceDeleteWithoutRecovery", true);
    bs_tree_set_integer(c->input, "RecoveryWindowInDays", 7);
    caller_fails(c, "DeleteSecret", "InvalidParameterException");
    for (int i = 0; i < 2; i++) {
        caller_say(c, "SecretId", "s");
        bs_tree_set_boolean(c->input, "ForceDeleteWithoutRecovery", true);
        (void)caller_get(c, "DeleteSecret");
    }
    create(c, "s", "again");
    assert_string_equal(value_of(c, "s"), "again");
}

/* ---- Replicas ---- */

static void add_region(struct caller *c, const char *region)
{
    caller_say(c, "SecretId", "s");
    bs_tree_set_text(bs_tree_append_structure(bs_tree_set_list(c->input, "AddReplicaRegions")),
                     "Region", region);
}

static const char *status_of(struct caller *c)
{
    return bs_tree_text(bs_tree_first(bs_tree_get(describe(c, "s"), "ReplicationStatus")), "Status",
                        "none");
}

static void replicas_follow_and_can_only_be_read(void **state)
{
    struct caller *c = *state;

    create(c, "s", "one");
    add_region(c, "us-west-2");
    (void)caller_get(c, "ReplicateSecretToRegions");
    assert_string_equal(status_of(c), "InProgress");
    caller_wait(c, 10);
    assert_string_equal(status_of(c), "InSync");
    put(c, "s", "two", TOKEN(2));
    c->region = "us-west-2";
    assert_string_equal(value_of(c, "s"), "one");
    caller_wait(c, 10);
    assert_string_equal(value_of(c, "s"), "two");
    assert_string_equal(bs_tree_text(describe(c, "s"), "PrimaryRegion", ""), "us-east-1");
    caller_say(c, "SecretId", "s");
    caller_say(c, "SecretString", "mine");
    caller_fails(c, "PutSecretValue", "InvalidRequestException");
    c->region = "us-east-1";
    caller_say(c, "SecretId", "s");
    caller_fails(c, "DeleteSecret", "InvalidRequestException");
    add_region(c, "us-west-2");
    caller_fails(c, "ReplicateSecretToRegions", "InvalidParameterException");
    add_region(c, "us-east-1");
    caller_fails(c, "ReplicateSecretToRegions", "InvalidParameterException");
    caller_say(c, "SecretId", "s");
    bs_tree_append_text(bs_tree_set_list(c->input, "RemoveReplicaRegions"), "us-west-2");
    (void)caller_get(c, "RemoveRegionsFromReplication");
    c->region = "us-west-2";
    caller_say(c, "SecretId", "s");
    caller_fails(c, "GetSecretValue", "ResourceNotFoundException");
}

static void a_replica_becomes_a_secret_of_its_own(void **state)
{
    struct caller *c = *state;
    char arn[200];

    create(c, "s", "one");
    add_region(c, "us-west-2");
    (void)caller_get(c, "ReplicateSecretToRegions");
    caller_wait(c, 10);
    (void)snprintf(arn, sizeof(arn), "%s", bs_tree_text(describe(c, "s"), "ARN", ""));
    caller_say(c, "SecretId", "s");
    caller_fails(c, "StopReplicationToReplica", "InvalidRequestException");
    c->region = "us-west-2";
    caller_say(c, "SecretId", arn);
    (void)caller_get(c, "StopReplicationToReplica");
    put(c, "s", "mine", TOKEN(3));
    c->region = "us-east-1";
    assert_string_equal(status_of(c), "none");
    put(c, "s", "two", TOKEN(2));
    caller_wait(c, 10);
    c->region = "us-west-2";
    assert_string_equal(value_of(c, "s"), "mine");
    assert_string_equal(strstr(bs_tree_text(describe(c, "s"), "ARN", ""), ":secret:"),
                        strstr(arn, ":secret:"));
}

static void a_name_that_is_taken_is_not_replicated_over(void **state)
{
    struct caller *c = *state;

    c->region = "us-west-2";
    create(c, "s", "theirs");
    c->region = "us-east-1";
    create(c, "s", "ours");
    add_region(c, "us-west-2");
    (void)caller_get(c, "ReplicateSecretToRegions");
    caller_wait(c, 10);
    assert_string_equal(status_of(c), "Failed");
    c->region = "us-west-2";
    assert_string_equal(value_of(c, "s"), "theirs");
    c->region = "us-east-1";
    add_region(c, "us-west-2");
    bs_tree_set_boolean(c->input, "ForceOverwriteReplicaSecret", true);
    (void)caller_get(c, "ReplicateSecretToRegions");
    caller_wait(c, 10);
    c->region = "us-west-2";
    assert_string_equal(value_of(c, "s"), "ours");
}

/* ---- The rest ---- */

static size_t filtered(struct caller *c, const char *key, const char *value)
{
    struct bs_tree *filter = bs_tree_append_structure(bs_tree_set_list(c->input, "Filters"));

    bs_tree_set_text(filter, "Key", key);
    bs_tree_append_text(bs_tree_set_list(filter, "Values"), value);
    return bs_tree_count(bs_tree_get(caller_get(c, "ListSecrets"), "SecretList"));
}

static void filters_choose(void **state)
{
    struct caller *c = *state;
    struct bs_tree *tag;

    create(c, "prod/db", "v");
    create(c, "prod/api", "v");
    caller_wait(c, 1);
    caller_say(c, "Name", "dev/db");
    caller_say(c, "Description", "Plays with fire");
    tag = bs_tree_append_structure(bs_tree_set_list(c->input, "Tags"));
    bs_tree_set_text(tag, "Key", "team");
    bs_tree_set_text(tag, "Value", "dr");
    (void)caller_get(c, "CreateSecret");
    assert_int_equal(filtered(c, "name", "prod/"), 2);
    assert_int_equal(filtered(c, "name", "Prod/"), 0);
    assert_int_equal(filtered(c, "name", "!prod/"), 1);
    assert_int_equal(filtered(c, "description", "plays"), 1);
    assert_int_equal(filtered(c, "tag-key", "te"), 1);
    assert_int_equal(filtered(c, "tag-value", "x"), 0);
    assert_int_equal(filtered(c, "all", "nothing FIRE"), 1);
    caller_say(c, "SortOrder", "desc");
    assert_string_equal(
        bs_tree_text(bs_tree_first(bs_tree_get(caller_get(c, "ListSecrets"), "SecretList")), "Name",
                     ""),
        "dev/db");
}

static void policies_are_kept_if_they_are_policies(void **state)
{
    static const char everybody[] = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":"
                                    "\"Allow\",\"Principal\":\"*\",\"Action\":\"*\"}]}";
    struct caller *c = *state;

    create(c, "s", "v");
    caller_say(c, "SecretId", "s");
    caller_say(c, "ResourcePolicy", "{\"Statement\":");
    caller_fails(c, "PutResourcePolicy", "MalformedPolicyDocumentException");
    caller_say(c, "SecretId", "s");
    caller_say(c, "ResourcePolicy", everybody);
    bs_tree_set_boolean(c->input, "BlockPublicPolicy", true);
    caller_fails(c, "PutResourcePolicy", "PublicPolicyException");
    caller_say(c, "SecretId", "s");
    caller_say(c, "ResourcePolicy", everybody);
    (void)caller_get(c, "PutResourcePolicy");
    caller_say(c, "SecretId", "s");
    assert_string_equal(bs_tree_text(caller_get(c, "GetResourcePolicy"), "ResourcePolicy", ""),
                        everybody);
    caller_say(c, "ResourcePolicy", everybody);
    assert_false(
        bs_tree_boolean(caller_get(c, "ValidateResourcePolicy"), "PolicyValidationPassed", true));
}

static void passwords_have_what_is_asked_for(void **state)
{
    struct caller *c = *state;
    char first[64];
    const char *password = bs_tree_text(caller_get(c, "GetRandomPassword"), "RandomPassword", "");

    assert_int_equal(strlen(password), 32);
    (void)snprintf(first, sizeof(first), "%s", password);
    assert_string_not_equal(
        bs_tree_text(caller_get(c, "GetRandomPassword"), "RandomPassword", first), first);
    for (int i = 0; i < 50; i++) {
        bs_tree_set_integer(c->input, "PasswordLength", 4);
        password = bs_tree_text(caller_get(c, "GetRandomPassword"), "RandomPassword", "");
        assert_non_null(strpbrk(password, "0123456789"));
        assert_non_null(strpbrk(password, "abcdefghijklmnopqrstuvwxyz"));
    }
    bs_tree_set_integer(c->input, "PasswordLength", 3);
    caller_fails(c, "GetRandomPassword", "InvalidParameterException");
    bs_tree_set_integer(c->input, "PasswordLength", 64);
    bs_tree_set_boolean(c->input, "ExcludePunctuation", true);
    bs_tree_set_boolean(c->input, "ExcludeUppercase", true);
    bs_tree_set_boolean(c->input, "ExcludeLowercase", true);
    caller_say(c, "ExcludeCharacters", "3456789");
    password = bs_tree_text(caller_get(c, "GetRandomPassword"), "RandomPassword", "");
    assert_int_equal(strspn(password, "012"), 64);
}

static void the_scenarios_secrets_are_there(void **state)
{
    struct caller c;
    char current[100];

    (void)state;
    caller_open(&c, "secretsmanager",
                "blackstart: scenario/1\nname: t\nduration: 1h\n"
                "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, "
                "eu-west-1: {role: spare}}\n"
                "resources: {s: {kind: secret, regions: [primary, standby, spare], "
                "outdated_in: [standby]}}\n"
                "dns: {}\nresolvers: {}\nclients: {}\nfaults: []\n");
    (void)snprintf(current, sizeof(current), "%s", value_of(&c, "s"));
    assert_non_null(strstr(current, "password"));
    assert_string_not_equal(staged(&c, "s", "AWSPREVIOUS"), current);
    c.region = "eu-west-1";
    assert_string_equal(value_of(&c, "s"), current);
    c.region = "us-west-2";
    assert_string_not_equal(value_of(&c, "s"), current);
    c.region = "us-east-1";
    assert_string_equal(status_of(&c), "Failed");
    put(&c, "s", "new", TOKEN(1));
    caller_wait(&c, 10);
    c.region = "us-west-2";
    assert_string_not_equal(value_of(&c, "s"), "new");
    c.region = "eu-west-1";
    assert_string_equal(value_of(&c, "s"), "new");
    caller_close(&c);
}

int main(void)
{
#define SECRET_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        SECRET_TEST(a_secret_goes_by_name_and_arn),
        SECRET_TEST(creating_is_idempotent_by_token),
        SECRET_TEST(labels_follow_the_values),
        SECRET_TEST(labels_are_moved_by_who_knows_where_they_are),
        SECRET_TEST(old_versions_make_room_after_a_day),
        SECRET_TEST(rotation_makes_what_is_pending_current),
        SECRET_TEST(deleting_leaves_time_to_think_again),
        SECRET_TEST(force_deletes_at_once),
        SECRET_TEST(replicas_follow_and_can_only_be_read),
        SECRET_TEST(a_replica_becomes_a_secret_of_its_own),
        SECRET_TEST(a_name_that_is_taken_is_not_replicated_over),
        SECRET_TEST(filters_choose),
        SECRET_TEST(policies_are_kept_if_they_are_policies),
        SECRET_TEST(passwords_have_what_is_asked_for),
        cmocka_unit_test(the_scenarios_secrets_are_there),
    };

    return cmocka_run_group_tests_name("secretsmanager", tests, NULL, NULL);
}
