/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The credential chain against worlds written down as tables: which variables are set, which files
 * there are, who answers what to which request. A chain that asks for anything else fails the test.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/aws/credential_chain.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum { NOW_S = 1795225500, STEPS_MAX = 32, LOG_MAX = 65536 }; /* 2026-11-21T01:45:00Z. */

struct variable {
    const char *name;
    const char *value;
};

struct file {
    const char *path;
    const char *text;
};

struct exchange {
    const char *request; /* "GET URL"; what of headers and body counts is looked at in the log. */
    int32_t status;
    const char *body;
};

struct world {
    const char *profile; /* Named on the command line. */
    struct variable variables[8];
    struct file files[5];
    struct exchange exchanges[5];
};

/* A chain that has run to its end, and what it did. */
struct run {
    struct bs_chain *chain;
    const struct world *world;
    char log[LOG_MAX]; /* Requests with headers and bodies. */
    size_t requests;
};

#define CONFIG      "~/.aws/config"
#define CREDENTIALS "~/.aws/credentials"
#define STS         "POST https://sts.us-west-2.amazonaws.com/"
#define IMDS        "http://169.254.169.254/latest/"
#define ROLES       IMDS "meta-data/iam/security-credentials/"
#define KEYS(name)                                                                               \
    "{\"Code\":\"Success\",\"AccessKeyId\":\"ASIA" name "\",\"SecretAccessKey\":\"top-secret\"," \
    "\"Token\":\"token-" name "\",\"Expiration\":\"2026-11-21T02:45:00Z\",\"Later\":1e999}"
#define ASSUMED(operation, name)                                                             \
    "<" operation "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" operation \
    "Result><Credentials><AccessKeyId>ASIA" name "</AccessKeyId><SecretAccessKey>top-secret" \
    "</SecretAccessKey><SessionToken>token-" name                                            \
    "</SessionToken><Expiration>2026-11-21T02:45:00Z"                                        \
    "</Expiration></Credentials></" operation "Result></" operation "Response>"

static const char *get(void *context, const char *name)
{
    const struct world *world = context;

    for (size_t i = 0; i < COUNT_OF(world->variables) && world->variables[i].name != NULL; i++) {
        if (strcmp(world->variables[i].name, name) == 0) {
            return world->variables[i].value;
        }
    }
    return NULL;
}

static void give_file(struct run *run, const char *path)
{
    for (size_t i = 0; i < COUNT_OF(run->world->files); i++) {
        const struct file *file = &run->world->files[i];

        if (file->path != NULL && strcmp(file->path, path) == 0) {
            bs_chain_file(run->chain, file->text, strlen(file->text));
            return;
        }
    }
    bs_chain_file(run->chain, NULL, 0);
}

static void note(struct run *run, const char *text)
{
    const size_t length = strlen(run->log);

    (void)snprintf(run->log + length, sizeof(run->log) - length, "%s", text);
}

static void give_answer(struct run *run, const struct bs_chain_want *want)
{
    const struct exchange *exchange = &run->world->exchanges[run->requests++];
    char request[2048];

    assert_true(run->requests <= COUNT_OF(run->world->exchanges));
    (void)snprintf(request, sizeof(request), "%s %s", want->method, want->url);
    assert_non_null(exchange->request);
    assert_string_equal(request, exchange->request);
    note(run, request);
    for (size_t i = 0; i < want->header_count; i++) {
        note(run, "\n");
        note(run, want->headers[i].name);
        note(run, ": ");
        note(run, want->headers[i].value);
    }
    note(run, "\n\n");
    if (want->body != NULL) {
        assert_int_equal(strlen(want->body), want->body_length);
        note(run, want->body);
    }
    note(run, "\n");
    bs_chain_http(run->chain, exchange->status, exchange->body != NULL ? exchange->body : "",
                  exchange->body != NULL ? strlen(exchange->body) : 0);
}

static void go(struct run *run, int64_t now_s)
{
    run->log[0] = '\0';
    run->requests = 0;
    bs_chain_begin(run->chain, now_s);
    for (int i = 0; bs_chain_state(run->chain) == BS_CHAIN_WANTS; i++) {
        const struct bs_chain_want *want = bs_chain_want(run->chain);

        assert_true(i < STEPS_MAX);
        if (want->kind == BS_CHAIN_FILE) {
            give_file(run, want->path);
        } else {
            give_answer(run, want);
        }
    }
}

static struct run *start(const struct world *world)
{
    const struct bs_chain_settings settings = {.environment = {get, (void *)(uintptr_t)world},
                                               .profile = world->profile,
                                               .region = "us-west-2"};
    struct run *run = calloc(1, sizeof(*run));

    assert_non_null(run);
    run->world = world;
    run->chain = bs_chain_new(&settings);
    assert_non_null(run->chain);
    assert_null(bs_chain_credentials(run->chain, NOW_S));
    go(run, NOW_S);
    return run;
}

static void end(struct run *run)
{
    bs_chain_destroy(run->chain);
    free(run);
}

/* ---- The order ---- */

#define FILE_KEYS                                                                           \
    {                                                                                       \
        CREDENTIALS,                                                                        \
            "[default]\naws_access_key_id = AKIAFILE\naws_secret_access_key = top-secret\n" \
    }

static const struct {
    struct world world;
    const char *key_id;
    const char *token;
    const char *source;
    bool expires;
    const char *log[4]; /* What has to be in the requests. */
} successes[] = {
    {{.variables = {{"AWS_ACCESS_KEY_ID", "AKIAENV"}, {"AWS_SECRET_ACCESS_KEY", "top-secret"}},
      .files = {FILE_KEYS}},
     "AKIAENV",
     NULL,
     "environment",
     false,
     {0}},
    {{.variables = {{"AWS_ACCESS_KEY_ID", "ASIAENV"},
                    {"AWS_SECRET_ACCESS_KEY", "top-secret"},
                    {"AWS_SESSION_TOKEN", "token-env"}}},
     "ASIAENV",
     "token-env",
     "environment",
     false,
     {0}},
    {{.files = {FILE_KEYS}}, "AKIAFILE", NULL, "shared files", false, {0}},
    {{.profile = "drill",
      .variables = {{"AWS_ACCESS_KEY_ID", "AKIAENV"}, {"AWS_SECRET_ACCESS_KEY", "top-secret"}},
      .files = {{CREDENTIALS, "[drill]\naws_access_key_id = AKIADRILL\naws_secret_access_key = "
                              "top-secret\naws_session_token = token-file\n"}}},
     "AKIADRILL",
     "token-file",
     "shared files",
     false,
     {0}},
    {{.variables = {{"AWS_PROFILE", "drill"},
                    {"AWS_CONFIG_FILE", "/c"},
                    {"AWS_SHARED_CREDENTIALS_FILE", "/s"}},
      .files = {{"/c", "[profile drill]\naws_access_key_id = AKIADRILL\n"},
                {"/s", "[drill]\naws_secret_access_key = top-secret\n"}}},
     "AKIADRILL",
     NULL,
     "shared files",
     false,
     {0}},
    {{.files = {{CONFIG,
                 "[default]\nrole_arn = arn:aws:iam::123456789012:role/dr\nsource_profile = base\n"
                 "external_id = x y\nduration_seconds = 900\nrole_session_name = me\n"},
                {CREDENTIALS,
                 "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = top-secret\n"}},
      .exchanges = {{STS, 200, ASSUMED("AssumeRole", "ROLE")}}},
     "ASIAROLE",
     "token-ROLE",
     "assumed role",
     true,
     {"Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fdr&"
      "RoleSessionName=me&ExternalId=x%20y&DurationSeconds=900",
      "Credential=AKIABASE/20261121/us-west-2/sts/aws4_request, "
      "SignedHeaders=content-type;host;x-amz-date, Signature=",
      "\nHost: sts.us-west-2.amazonaws.com\n"}},
    {{.files = {{CONFIG, "[default]\nrole_arn = arn:aws:iam::1:role/two\nsource_profile = one\n"
                         "[profile one]\nrole_arn = arn:aws:iam::1:role/one\nsource_profile = one\n"
                         "aws_access_key_id = AKIABASE\naws_secret_access_key = top-secret\n"}},
      .exchanges = {{STS, 200, ASSUMED("AssumeRole", "ONE")},
                    {STS, 200, ASSUMED("AssumeRole", "TWO")}}},
     "ASIATWO",
     "token-TWO",
     "assumed role",
     true,
     {"Credential=AKIABASE/", "Credential=ASIAONE/", "X-Amz-Security-Token: token-ONE",
      "RoleSessionName=blackstart-1795225500"}},
    {{.variables = {{"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"},
                    {"AWS_ROLE_ARN", "arn:aws:iam::1:role/web"},
                    {"AWS_ROLE_SESSION_NAME", "pod"}},
      .files = {{"/token", "ey.J0.x\n"}, FILE_KEYS},
      .exchanges = {{STS, 200, ASSUMED("AssumeRoleWithWebIdentity", "WEB")}}},
     "ASIAWEB",
     "token-WEB",
     "web identity",
     true,
     {"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%"
      "2Fweb"
      "&RoleSessionName=pod&WebIdentityToken=ey.J0.x\n"}},
    {{.files =
          {{CONFIG,
            "[default]\nrole_arn = arn:aws:iam::1:role/web\nweb_identity_token_file = /token\n"},
           {"/token", "ey.J0.x"}},
      .exchanges = {{STS, 200, ASSUMED("AssumeRoleWithWebIdentity", "WEB")}}},
     "ASIAWEB",
     "token-WEB",
     "web identity",
     true,
     {0}},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/7"}},
      .exchanges = {{"GET http://169.254.170.2/v2/credentials/7", 200, KEYS("TASK")}}},
     "ASIATASK",
     "token-TASK",
     "container",
     true,
     {0}},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"},
                    {"AWS_CONTAINER_AUTHORIZATION_TOKEN", "ignored"},
                    {"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/pod"}},
      .files = {{"/pod", "pod-token\n"}},
      .exchanges = {{"GET http://169.254.170.23/v1/credentials", 200, KEYS("POD")}}},
     "ASIAPOD",
     "token-POD",
     "container",
     true,
     {"\nAuthorization: pod-token\n"}},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.8.9.10:8080/c"},
                    {"AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic abc"}},
      .exchanges = {{"GET http://127.8.9.10:8080/c", 200, KEYS("LOCAL")}}},
     "ASIALOCAL",
     "token-LOCAL",
     "container",
     true,
     {"\nAuthorization: Basic abc\n", "\nHost: 127.8.9.10:8080\n"}},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "https://agent.example/c"}},
      .exchanges = {{"GET https://agent.example/c", 200, KEYS("TLS")}}},
     "ASIATLS",
     "token-TLS",
     "container",
     true,
     {0}},
    {{.exchanges = {{"PUT " IMDS "api/token", 200, "imds-token"},
                    {"GET " ROLES, 200, "dr-role"},
                    {"GET " ROLES "dr-role", 200, KEYS("EC2")}}},
     "ASIAEC2",
     "token-EC2",
     "instance metadata",
     true,
     {"X-aws-ec2-metadata-token-ttl-seconds: 21600\n", "X-aws-ec2-metadata-token: imds-token\n"}},
    {{.variables = {{"AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv6"}},
      .files = {{CONFIG, "[default]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = "
                         "Ec2InstanceMetadata\n"}},
      .exchanges = {{"PUT http://[fd00:ec2::254]/latest/api/token", 200, "imds-token"},
                    {"GET http://[fd00:ec2::254]/latest/meta-data/iam/security-credentials/", 200,
                     "a\n"},
                    {"GET http://[fd00:ec2::254]/latest/meta-data/iam/security-credentials/a", 200,
                     KEYS("EC2")},
                    {STS, 200, ASSUMED("AssumeRole", "ROLE")}}},
     "ASIAROLE",
     "token-ROLE",
     "assumed role",
     true,
     {"X-Amz-Security-Token: token-EC2\n"}},
    {{.variables = {{"AWS_ACCESS_KEY_ID", "AKIAENV"}, {"AWS_SECRET_ACCESS_KEY", "top-secret"}},
      .profile = "p",
      .files = {{CONFIG,
                 "[profile p]\nrole_arn = arn:aws:iam::1:role/r\ncredential_source = Environment\n"
                 "endpoint_url = http://127.0.0.1:4566/\n"}},
      .exchanges = {{"POST http://127.0.0.1:4566/", 200, ASSUMED("AssumeRole", "ROLE")}}},
     "ASIAROLE",
     "token-ROLE",
     "assumed role",
     true,
     {"Credential=AKIAENV/", "\nHost: 127.0.0.1:4566\n"}},
};

static void test_each_link_in_its_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(successes); i++) {
        struct run *run = start(&successes[i].world);
        const struct bs_credentials *credentials = bs_chain_credentials(run->chain, NOW_S);

        print_message("%s: %s\n", successes[i].key_id, bs_chain_error(run->chain)->message);
        assert_int_equal(bs_chain_state(run->chain), BS_CHAIN_DONE);
        assert_non_null(credentials);
        assert_string_equal(credentials->access_key_id, successes[i].key_id);
        assert_string_equal(credentials->secret_access_key, "top-secret");
        if (successes[i].token == NULL) {
            assert_null(credentials->session_token);
        } else {
            assert_string_equal(credentials->session_token, successes[i].token);
        }
        assert_string_equal(bs_chain_source(run->chain), successes[i].source);
        assert_true(bs_chain_refresh_at_s(run->chain) ==
                    (successes[i].expires ? NOW_S + 3600 - BS_CHAIN_REFRESH_S : INT64_MAX));
        for (size_t j = 0; j < COUNT_OF(successes[i].log) && successes[i].log[j] != NULL; j++) {
            assert_non_null(strstr(run->log, successes[i].log[j]));
        }
        assert_null(strstr(run->log, "top-secret"));
        end(run);
    }
}

/* ---- What goes wrong ---- */

#define DEFAULT(text)              \
    {                              \
        CONFIG, "[default]\n" text \
    }

static const struct {
    struct world world;
    const char *words;
} failures[] = {
    {{.variables = {{"AWS_ACCESS_KEY_ID", "AKIAENV"}}, .files = {FILE_KEYS}},
     "environment: the key's id"},
    {{.variables = {{"AWS_ACCESS_KEY_ID", "AKIA\r\nX: y"},
                    {"AWS_SECRET_ACCESS_KEY", "top-secret"}}},
     "environment: the key's id"},
    {{.profile = "nobody"}, "profile nobody is in neither of the shared files"},
    {{.variables = {{"AWS_PROFILE", "nobody"}}, .files = {FILE_KEYS}},
     "profile nobody is in neither"},
    {{.files = {DEFAULT("top-secret\n")}}, "neither a section nor"},
    {{.files = {DEFAULT("credential_process = /bin/top-secret\n")}},
     "credential_process is not supported"},
    {{.files = {DEFAULT("sso_session = corp\n")}}, "sso_session is not supported"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = gone\n")}},
     "profile gone is a source_profile and in no"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = b\n[profile b]\nregion = x\n")}},
     "profile b is a source_profile and holds no credentials"},
    {{.files = {DEFAULT(
          "role_arn = r\nsource_profile = b\n[profile b]\ncredential_process = x\n")}},
     "profile b: credential_process is not supported"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\n"
                        "source_profile = default\n")}},
     "in a circle"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = b\ncredential_source = Environment\n")}},
     "both source_profile and credential_source"},
    {{.files = {DEFAULT("role_arn = r\ncredential_source = Cloud\n")}},
     "credential_source is none of"},
    {{.files = {DEFAULT("role_arn = r\ncredential_source = EcsContainer\n")}},
     "container: neither"},
    {{.files = {DEFAULT(
          "role_arn = r\nmfa_serial = m\nsource_profile = default\naws_access_key_id = A\n"
          "aws_secret_access_key = top-secret\n")}},
     "mfa_serial"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = default\naws_access_key_id = A\n"
                        "aws_secret_access_key = top-secret\n")},
      .exchanges = {{STS, 403,
                     "<ErrorResponse><Error><Code>AccessDenied</Code><Message>top-secret</Message>"
                     "</Error></ErrorResponse>"}}},
     "STS refuses AssumeRole: AccessDenied (HTTP 403)"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = default\naws_access_key_id = A\n"
                        "aws_secret_access_key = top-secret\n")},
      .exchanges = {{STS, 200, "<html>top-secret</html>"}}},
     "STS's answer to AssumeRole cannot be read"},
    {{.files = {DEFAULT("role_arn = r\nsource_profile = default\naws_access_key_id = A\n"
                        "aws_secret_access_key = top-secret\n")},
      .exchanges = {{STS, 0, NULL}}},
     "nobody answers at sts.us-west-2.amazonaws.com"},
    {{.variables = {{"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"}}}, "no role (AWS_ROLE_ARN)"},
    {{.variables = {{"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"}, {"AWS_ROLE_ARN", "r"}}},
     "no token in /token"},
    {{.variables = {{"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"}, {"AWS_ROLE_ARN", "r"}},
      .files = {{"/token", "top\nsecret"}}},
     "no token in /token"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://agent.example/c"}}},
     "'agent.example' is neither https nor a loopback address"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1.evil.example/c"}}},
     "'127.0.0.1.evil.example' is neither"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1@evil.example/c"}}},
     "is neither"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.256/c"}}}, "is neither"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "file:///etc/x"}}}, "is no URL"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/"},
                    {"AWS_CONTAINER_AUTHORIZATION_TOKEN", "top\r\nsecret: x"}}},
     "cannot be a header's value"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/"},
                    {"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/gone"}}},
     "no token in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/x"}},
      .exchanges = {{"GET http://169.254.170.2/x", 404, "{}"}}},
     "169.254.170.2 answers with HTTP 404"},
    {{.variables = {{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/x"}},
      .exchanges = {{"GET http://169.254.170.2/x", 200,
                     "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"top-secret\"}"}}},
     "holds no credentials"},
    {{.variables = {{"AWS_EC2_METADATA_DISABLED", "TRUE"}}}, "instance metadata is off"},
    {{.exchanges = {{"PUT " IMDS "api/token", 0, NULL}}}, "hop limit must be 2"},
    {{.exchanges = {{"PUT " IMDS "api/token", 404, "no"}}}, "version 1 is not used"},
    {{.exchanges = {{"PUT " IMDS "api/token", 200, "t"}, {"GET " ROLES, 404, "no"}}},
     "has no role (HTTP 404)"},
    {{.exchanges = {{"PUT " IMDS "api/token", 200, "t"}, {"GET " ROLES, 200, "../../user-data"}}},
     "has no role"},
    {{.exchanges = {{"PUT " IMDS "api/token", 200, "t"},
                    {"GET " ROLES, 200, "r"},
                    {"GET " ROLES "r", 200, "{\"Code\":\"AssumeRoleUnauthorizedAccess\"}"}}},
     "no credentials in the answer"},
    {{.variables = {{"AWS_EC2_METADATA_SERVICE_ENDPOINT", "ftp://x"}}}, "is no URL"},
};

static void test_what_goes_wrong_is_said_without_secrets(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(failures); i++) {
        struct run *run = start(&failures[i].world);
        char text[2048];

        assert_int_equal(bs_chain_state(run->chain), BS_CHAIN_FAILED);
        bs_error_format(bs_chain_error(run->chain), text, sizeof(text));
        print_message("%s\n", text);
        assert_non_null(strstr(text, failures[i].words));
        assert_null(strstr(text, "top")); /* As all secrets here begin. */
        assert_null(bs_chain_credentials(run->chain, NOW_S));
        end(run);
    }
}

static void test_errors_in_files_have_their_place(void **state)
{
    static const struct world world = {.files = {{CONFIG, "[default]\nregion = x\nwhat\n"}}};
    struct run *run = start(&world);
    const struct bs_error *error = bs_chain_error(run->chain);

    (void)state;
    assert_string_equal(error->where.file, CONFIG);
    assert_int_equal(error->where.line, 3);
    end(run);
}

static void test_without_a_region_sts_is_not_asked(void **state)
{
    static const struct world world = {
        .files = {DEFAULT("role_arn = r\nsource_profile = default\naws_access_key_id = A\n"
                          "aws_secret_access_key = top-secret\n")}};
    const struct bs_chain_settings settings = {.environment = {get, (void *)(uintptr_t)&world}};
    struct run run = {.world = &world, .chain = bs_chain_new(&settings)};

    (void)state;
    go(&run, NOW_S);
    assert_int_equal(bs_chain_state(run.chain), BS_CHAIN_FAILED);
    assert_non_null(strstr(bs_chain_error(run.chain)->message, "STS needs a Region"));
    bs_chain_destroy(run.chain);
}

/* ---- Refreshing ---- */

static void test_what_it_had_stays_until_it_has_new_ones(void **state)
{
    struct world world = {
        .variables = {{"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/x"}},
        .exchanges = {{"GET http://169.254.170.2/x", 200, KEYS("FIRST")}},
    };
    struct run *run = start(&world);

    (void)state;
    world.exchanges[0] = (struct exchange){"GET http://169.254.170.2/x", 500, "no"};
    go(run, NOW_S + 2700);
    assert_int_equal(bs_chain_state(run->chain), BS_CHAIN_FAILED);
    assert_string_equal(bs_chain_credentials(run->chain, NOW_S + 2700)->access_key_id, "ASIAFIRST");
    assert_null(bs_chain_credentials(run->chain, NOW_S + 3600));
    world.exchanges[0] = (struct exchange){"GET http://169.254.170.2/x", 200, KEYS("SECOND")};
    go(run, NOW_S + 2760);
    assert_int_equal(bs_chain_state(run->chain), BS_CHAIN_DONE);
    assert_string_equal(bs_chain_credentials(run->chain, NOW_S + 2760)->access_key_id,
                        "ASIASECOND");
    end(run);
}

static void test_localhost_must_be_this_machine(void **state)
{
    static const struct world world = {
        .variables = {{"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:1/"}}};
    const struct bs_chain_settings settings = {.environment = {get, (void *)(uintptr_t)&world}};
    struct bs_chain *chain = bs_chain_new(&settings);

    (void)state;
    bs_chain_begin(chain, NOW_S);
    bs_chain_file(chain, NULL, 0);
    bs_chain_file(chain, NULL, 0);
    assert_int_equal(bs_chain_state(chain), BS_CHAIN_WANTS);
    assert_true(bs_chain_want(chain)->must_be_loopback);
    bs_chain_destroy(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_link_in_its_order),
        cmocka_unit_test(test_what_goes_wrong_is_said_without_secrets),
        cmocka_unit_test(test_errors_in_files_have_their_place),
        cmocka_unit_test(test_without_a_region_sts_is_not_asked),
        cmocka_unit_test(test_what_it_had_stays_until_it_has_new_ones),
        cmocka_unit_test(test_localhost_must_be_this_machine),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
