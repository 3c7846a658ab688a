/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/account/s3_client.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void make_account(struct s3_client *client, struct bs_world *world,
                         enum bs_account_pace pace)
{
    const struct bs_account_options options = {
        .simulation = client->simulation,
        .world = world,
        .root = {.seed = 7, .trial = 0},
        .epoch_s = 1795226400,
        .pace = pace,
    };

    client->account = bs_account_new(&options);
    client->region = "us-east-1";
    client->input = bs_tree_new_structure();
    client->answer = (struct bs_account_answer){.output = NULL};
}

void s3_open(struct s3_client *client, enum bs_account_pace pace)
{
    const struct bs_simulation_options options = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = 1000000,
        .event_count_max = 1000000000,
    };

    client->simulation = bs_simulation_new(&options);
    client->owns_simulation = true;
    assert_non_null(client->simulation);
    make_account(client, NULL, pace);
}

void s3_open_world(struct s3_client *client, struct bs_simulation *simulation,
                   struct bs_world *world)
{
    client->simulation = simulation;
    client->owns_simulation = false;
    make_account(client, world, BS_ACCOUNT_REALISTIC);
}

void s3_close(struct s3_client *client)
{
    bs_tree_destroy(client->input);
    bs_account_answer_clean_up(&client->answer);
    bs_account_destroy(client->account);
    if (client->owns_simulation) {
        bs_simulation_destroy(client->simulation);
    }
}

const struct bs_tree *s3_ask(struct s3_client *client, const char *operation, ...)
{
    const struct bs_account_request request = {
        .service = "s3",
        .operation = operation,
        .region = client->region,
        .input = client->input,
        .receipt = 1,
    };
    const char *member;
    va_list members;

    va_start(members, operation);
    while ((member = va_arg(members, const char *)) != NULL) {
        bs_tree_set_text(client->input, member, va_arg(members, const char *));
    }
    va_end(members);
    bs_account_answer_clean_up(&client->answer);
    bs_account_perform(client->account, &request, &client->answer);
    bs_tree_destroy(client->input);
    client->input = bs_tree_new_structure();
    return client->answer.output;
}

void s3_expect_ok(const struct s3_client *client)
{
    if (client->answer.error != NULL) {
        fail_msg("%s: %s", client->answer.error, client->answer.message);
    }
}

void s3_expect_error(const struct s3_client *client, const char *error)
{
    const struct bs_account_code *code = bs_account_service("s3")->codes;

    assert_non_null(client->answer.error);
    assert_string_equal(client->answer.error, error);
    while (code->name != NULL && strcmp(code->name, error) != 0) {
        code++;
    }
    assert_non_null(code->name);
}

void s3_fill(struct s3_client *client, const char *member, char byte, size_t length)
{
    char *bytes = malloc(length + 1);

    assert_non_null(bytes);
    memset(bytes, byte, length);
    bs_tree_set(client->input, member, bs_tree_new_bytes(bytes, length));
    free(bytes);
}

void s3_body(struct s3_client *client, const char *text)
{
    bs_tree_set(client->input, "Body", bs_tree_new_bytes(text, strlen(text)));
}

void s3_make_bucket(struct s3_client *client, const char *name)
{
    if (strcmp(client->region, "us-east-1") != 0) {
        bs_tree_set_text(bs_tree_set_structure(client->input, "CreateBucketConfiguration"),
                         "LocationConstraint", client->region);
    }
    s3_ask(client, "CreateBucket", "Bucket", name, S3_END);
    s3_expect_ok(client);
}

void s3_set_versioning(struct s3_client *client, const char *bucket, const char *status)
{
    bs_tree_set_text(bs_tree_set_structure(client->input, "VersioningConfiguration"), "Status",
                     status);
    s3_ask(client, "PutBucketVersioning", "Bucket", bucket, S3_END);
    s3_expect_ok(client);
}

void s3_put(struct s3_client *client, const char *bucket, const char *key, const char *body)
{
    s3_body(client, body);
    s3_ask(client, "PutObject", "Bucket", bucket, "Key", key, S3_END);
    s3_expect_ok(client);
}

void s3_wait(struct s3_client *client, int64_t seconds)
{
    const struct bs_instant until =
        bs_instant_add(bs_simulation_now(client->simulation), BS_SECONDS(seconds));

    assert_int_equal(bs_simulation_run(client->simulation, until), BS_OK);
}
