/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Shared files, and endpoints in their order of precedence. test_botocore.py compares AWS's own
 * endpoints.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/aws/endpoint.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Shared files ---- */

static enum bs_status add(struct bs_shared_config *config, enum bs_shared_file kind,
                          const char *text, struct bs_error *error)
{
    return bs_shared_config_add(config, kind, kind == BS_SHARED_CONFIG ? "config" : "credentials",
                                text, strlen(text), error);
}

static struct bs_shared_config *config_of(const char *text)
{
    struct bs_shared_config *config = bs_shared_config_new();

    assert_non_null(config);
    assert_int_equal(add(config, BS_SHARED_CONFIG, text, NULL), BS_OK);
    return config;
}

static void test_sections_and_settings(void **state)
{
    struct bs_shared_config *config = config_of("# comment\r\n"
                                                "[default]\r\n"
                                                "region = us-east-1\r\n"
                                                "; comment\n"
                                                "\n"
                                                "[ profile \"two words\" ]\n"
                                                "region=us-west-2\n"
                                                "empty =\n"
                                                "[profile tabs]\t# why not\n"
                                                "\tregion\t=\teu-west-1 = x\n"
                                                "\toutput = json # kept\n"
                                                "[loose]\n"
                                                "region = nowhere\n"
                                                "[default]\n"
                                                "region = us-east-2\n"
                                                "s3 =\n"
                                                "  addressing_style = path\n"
                                                "\n"
                                                "  # comment\n"
                                                "  region = nested\n"
                                                "output = text");

    (void)state;
    assert_string_equal(bs_shared_config_profile(config, "default", "region"), "us-east-2");
    assert_string_equal(bs_shared_config_profile(config, "default", "output"), "text");
    assert_null(bs_shared_config_profile(config, "default", "s3"));
    assert_null(bs_shared_config_profile(config, "default", "addressing_style"));
    assert_string_equal(bs_shared_config_profile(config, "two words", "region"), "us-west-2");
    assert_null(bs_shared_config_profile(config, "two words", "empty"));
    assert_string_equal(bs_shared_config_profile(config, "tabs", "region"), "eu-west-1 = x");
    assert_string_equal(bs_shared_config_profile(config, "tabs", "output"), "json # kept");
    assert_false(bs_shared_config_has_profile(config, "loose"));
    assert_true(bs_shared_config_has_profile(config, "tabs"));
    bs_shared_config_destroy(config);
}

static void test_the_credentials_file_counts_before_the_other(void **state)
{
    struct bs_shared_config *config = bs_shared_config_new();

    (void)state;
    assert_int_equal(add(config, BS_SHARED_CREDENTIALS, "[drill]\naws_access_key_id = A\n", NULL),
                     BS_OK);
    assert_int_equal(
        add(config, BS_SHARED_CONFIG, "[profile drill]\naws_access_key_id = B\nregion = r\n", NULL),
        BS_OK);
    assert_string_equal(bs_shared_config_profile(config, "drill", "aws_access_key_id"), "A");
    assert_string_equal(bs_shared_config_profile(config, "drill", "region"), "r");
    bs_shared_config_destroy(config);
    assert_null(bs_shared_config_profile(NULL, "drill", "region"));
}

static void test_what_is_no_setting_is_refused_with_its_line(void **state)
{
    static const struct {
        const char *text;
        uint32_t line;
    } wrong_files[] = {
        {"a = secret\n", 1},
        {"[default]\n\nsecret\n", 3},
        {"[default\nkey = secret\n", 1},
        {"[]\n", 1},
        {"[default]\n= secret\n", 2},
        {"[default]\nkey = value\n  secret\n", 3},
        {"[default]\nkey = value\n  secret = x\n", 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong_files); i++) {
        struct bs_shared_config *config = bs_shared_config_new();
        struct bs_error error = {0};

        assert_int_equal(add(config, BS_SHARED_CONFIG, wrong_files[i].text, &error), BS_ERR_INPUT);
        assert_string_equal(error.where.file, "config");
        assert_int_equal(error.where.line, wrong_files[i].line);
        assert_null(strstr(error.message, "secret"));
        bs_shared_config_destroy(config);
    }
}

/* ---- Precedence ---- */

struct variable {
    const char *name;
    const char *value;
};

static const char *get(void *context, const char *name)
{
    for (const struct variable *variable = context; variable->name != NULL; variable++) {
        if (strcmp(variable->name, name) == 0) {
            return variable->value;
        }
    }
    return NULL;
}

static const char file[] = "[default]\n"
                           "endpoint_url = http://profile:1\n"
                           "services = local\n"
                           "[profile ignoring]\n"
                           "endpoint_url = http://profile:1\n"
                           "ignore_configured_endpoint_urls = TRUE\n"
                           "[profile plain]\n"
                           "region = us-east-1\n"
                           "[services local]\n"
                           "elastic_load_balancing_v2 =\n"
                           "  endpoint_url = http://section:1/path/\n"
                           "route_53 =\n"
                           "  endpoint_url = http://section:53\n";

static const struct {
    enum bs_aws_service service;
    const char *profile;
    const char *line; /* Given on the command line. */
    struct variable variables[4];
    const char *url;
} cases[] = {
    {BS_AWS_RDS, "plain", NULL, {{0}}, "https://rds.us-west-2.amazonaws.com"},
    {BS_AWS_RDS, "default", NULL, {{0}}, "http://profile:1"},
    {BS_AWS_ELB, "default", NULL, {{0}}, "http://section:1/path"},
    {BS_AWS_ROUTE53, "default", NULL, {{0}}, "http://section:53"},
    {BS_AWS_ELB, "default", NULL, {{"AWS_ENDPOINT_URL", "http://all:1/"}}, "http://all:1"},
    {BS_AWS_ELB,
     "default",
     NULL,
     {{"AWS_ENDPOINT_URL", "http://all:1"},
      {"AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2", "https://one"}},
     "https://one"},
    {BS_AWS_RDS,
     "default",
     NULL,
     {{"AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2", "https://one"}},
     "http://profile:1"},
    {BS_AWS_RDS,
     "default",
     "http://line:1",
     {{"AWS_ENDPOINT_URL_RDS", "https://one"}, {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"}},
     "http://line:1"},
    {BS_AWS_RDS,
     "default",
     NULL,
     {{"AWS_ENDPOINT_URL_RDS", "https://one"}, {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "True"}},
     "https://rds.us-west-2.amazonaws.com"},
    {BS_AWS_RDS, "ignoring", NULL, {{0}}, "https://rds.us-west-2.amazonaws.com"},
    {BS_AWS_RDS,
     "ignoring",
     NULL,
     {{"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false"}},
     "http://profile:1"},
    {BS_AWS_RDS, "plain", NULL, {{"AWS_ENDPOINT_URL", ""}}, "https://rds.us-west-2.amazonaws.com"},
    {BS_AWS_STS, "plain", NULL, {{0}}, "https://sts.us-west-2.amazonaws.com"},
    {BS_AWS_ECR, "plain", NULL, {{0}}, "https://api.ecr.us-west-2.amazonaws.com"},
    {BS_AWS_CLOUDWATCH,
     "plain",
     NULL,
     {{"AWS_ENDPOINT_URL_CLOUDWATCH", "http://[::1]:4566"}},
     "http://[::1]:4566"},
};

static void test_the_order_of_what_is_configured(void **state)
{
    struct bs_shared_config *config = config_of(file);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct variable variables[5] = {cases[i].variables[0], cases[i].variables[1],
                                        cases[i].variables[2], cases[i].variables[3]};
        const struct bs_endpoint_settings settings = {.environment = {get, variables},
                                                      .config = config,
                                                      .profile = cases[i].profile,
                                                      .url = cases[i].line};
        struct bs_endpoint endpoint;

        assert_int_equal(
            bs_endpoint_resolve(&settings, cases[i].service, "us-west-2", &endpoint, NULL), BS_OK);
        assert_string_equal(endpoint.url, cases[i].url);
        assert_string_equal(endpoint.signing_region,
                            cases[i].service == BS_AWS_ROUTE53 ? "us-east-1" : "us-west-2");
        assert_int_equal(endpoint.is_configured, strstr(cases[i].url, "amazonaws") == NULL);
    }
    bs_shared_config_destroy(config);
}

static void test_global_services_are_in_the_home_regions_partition(void **state)
{
    static const struct {
        const char *home;
        const char *region;
        const char *url;
        const char *signing;
    } places[] = {
        {NULL, "global", "https://route53.amazonaws.com", "us-east-1"},
        {NULL, "cn-north-1", "https://route53.amazonaws.com.cn", "cn-northwest-1"},
        {"cn-north-1", "global", "https://route53.amazonaws.com.cn", "cn-northwest-1"},
        {"us-gov-east-1", "global", "https://route53.us-gov.amazonaws.com", "us-gov-west-1"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const struct bs_endpoint_settings settings = {.home_region = places[i].home};
        struct bs_endpoint endpoint;

        assert_int_equal(
            bs_endpoint_resolve(&settings, BS_AWS_ROUTE53, places[i].region, &endpoint, NULL),
            BS_OK);
        assert_string_equal(endpoint.url, places[i].url);
        assert_string_equal(endpoint.signing_region, places[i].signing);
    }
}

static void test_strange_regions_and_urls_are_refused(void **state)
{
    static const char *const regions[] = {"global",         "",
                                          "us-east",        "us-east-1.evil.example",
                                          "us-east-1/x",    "us-iso-east-1",
                                          "eu-isoe-west-1", "xx-east-1",
                                          "us-east-0",      "US-EAST-1",
                                          "eusc-de-east-1"};
    static const char *const urls[] = {"mock:4566",     "ftp://mock",    "http://",
                                       "http:///x",     "http://a b",    "http://u@mock",
                                       "http://mock?x", "http://mock#x", "http://mock\r\nX: y"};
    struct bs_endpoint_settings settings = {0};
    struct bs_endpoint endpoint;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(regions); i++) {
        struct bs_error error = {0};

        assert_int_equal(bs_endpoint_resolve(&settings, BS_AWS_RDS, regions[i], &endpoint, &error),
                         BS_ERR_INPUT);
        assert_non_null(strstr(error.message, "is no Region"));
    }
    for (size_t i = 0; i < COUNT_OF(urls); i++) {
        struct bs_error error = {0};

        settings.url = urls[i];
        assert_int_equal(bs_endpoint_resolve(&settings, BS_AWS_RDS, "us-east-1", &endpoint, &error),
                         BS_ERR_INPUT);
        assert_non_null(strstr(error.message, "from the command line is no URL"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sections_and_settings),
        cmocka_unit_test(test_the_credentials_file_counts_before_the_other),
        cmocka_unit_test(test_what_is_no_setting_is_refused_with_its_line),
        cmocka_unit_test(test_the_order_of_what_is_configured),
        cmocka_unit_test(test_global_services_are_in_the_home_regions_partition),
        cmocka_unit_test(test_strange_regions_and_urls_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
