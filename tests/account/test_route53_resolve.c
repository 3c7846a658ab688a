/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What name servers answer: names, chains, wildcards, aliases, and every routing policy by health. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/elbv2.h"
#include "sim/account/route53_resolve.h"
#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"

enum { DRAWS = 1000 };

struct fixture {
    struct client client;
    char zone[64];
    char sick[64]; /* A health check that says unhealthy, */
    char well[64]; /* .. and one that says healthy. */
    struct bs_dns_answer answer;
};

static void make_check(struct fixture *f, const char *reference, const char *inverted, char id[64])
{
    client_call(&f->client, "route53:CreateHealthCheck",
                "{CallerReference: %s, HealthCheckConfig: {Type: TCP, Port: 80, IPAddress: "
                "192.0.2.1, Inverted: %s}}",
                reference, inverted);
    client_keep(&f->client, "HealthCheck.Id", id, 64);
}

static void open_fixture(struct fixture *f, enum bs_account_pace pace)
{
    *f = (struct fixture){.answer = {.code = BS_DNS_NOERROR}};
    client_open(&f->client, NULL, pace);
    client_call(&f->client, "route53:CreateHostedZone", "{Name: example.com, CallerReference: z}");
    client_keep(&f->client, "HostedZone.Id", f->zone, sizeof(f->zone));
    make_check(f, "sick", "true", f->sick);
    make_check(f, "well", "false", f->well);
}

static void close_fixture(struct fixture *f)
{
    bs_dns_answer_clean_up(&f->answer);
    client_close(&f->client);
}

__attribute__((format(printf, 2, 3))) static void create(struct fixture *f, const char *format, ...)
{
    char set[1024];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(set, sizeof(set), format, arguments);
    va_end(arguments);
    client_call(&f->client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: CREATE, ResourceRecordSet: "
                "{%s}}]}}",
                f->zone, set);
}

static void value(struct fixture *f, const char *name, const char *type, const char *text)
{
    create(f, "Name: '%s', Type: %s, TTL: 300, ResourceRecords: [{Value: '%s'}]", name, type, text);
}

/* One of several sets of a name. */
static void option(struct fixture *f, const char *id, const char *policy, const char *check,
                   const char *text)
{
    create(f,
           "Name: p.example.com, Type: A, TTL: 300, SetIdentifier: %s, %s, %s%s%s"
           "ResourceRecords: [{Value: '%s'}]",
           id, policy, check == NULL ? "" : "HealthCheckId: ", check == NULL ? "" : check,
           check == NULL ? "" : ", ", text);
}

static void ask(struct fixture *f, struct bs_dns_question question)
{
    bs_dns_answer_clean_up(&f->answer);
    bs_dns_resolve(f->client.account, &question, &f->answer);
}

static void ask_for(struct fixture *f, const char *name, const char *type)
{
    ask(f, (struct bs_dns_question){.name = name, .type = type});
}

/* A member of the i-th answer, "" if there are not so many. */
static const char *answered(const struct fixture *f, size_t i, const char *member)
{
    const struct bs_tree *record = bs_tree_first(f->answer.answers);

    for (; i > 0 && record != NULL; i--) {
        record = record->next;
    }
    return bs_tree_text(record, member, "");
}

static void expect_nothing(const struct fixture *f, enum bs_dns_code code)
{
    const struct bs_tree *authority = bs_tree_first(f->answer.authorities);

    assert_int_equal(f->answer.code, code);
    assert_int_equal(bs_tree_count(f->answer.answers), 0);
    assert_string_equal(bs_tree_text(authority, "Type", ""), "SOA");
    assert_string_equal(bs_tree_text(authority, "Name", ""), "example.com.");
}

static void names_and_what_there_is_not(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    value(&f, "a.b.example.com", "A", "192.0.2.1");
    ask_for(&f, "A.B.example.com", "A");
    assert_int_equal(f.answer.code, BS_DNS_NOERROR);
    assert_true(f.answer.is_authoritative);
    assert_string_equal(answered(&f, 0, "Value"), "192.0.2.1");
    assert_int_equal(bs_tree_integer(bs_tree_first(f.answer.answers), "TTL", 0), 300);
    ask_for(&f, "a.b.example.com", "AAAA");
    expect_nothing(&f, BS_DNS_NOERROR);
    ask_for(&f, "b.example.com", "A"); /* Only names beneath it have records. */
    expect_nothing(&f, BS_DNS_NOERROR);
    ask_for(&f, "c.example.com", "A");
    expect_nothing(&f, BS_DNS_NXDOMAIN);
    ask_for(&f, "example.org", "A");
    assert_int_equal(f.answer.code, BS_DNS_REFUSED);
    assert_false(f.answer.is_authoritative);
    ask_for(&f, "example.com", "NS");
    assert_int_equal(bs_tree_count(f.answer.answers), 4);
    ask_for(&f, "a..b", "A");
    assert_int_equal(f.answer.code, BS_DNS_REFUSED);
    close_fixture(&f);
}

static void only_what_has_propagated_is_answered(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_REALISTIC);
    value(&f, "a.example.com", "A", "192.0.2.1");
    ask_for(&f, "a.example.com", "A");
    expect_nothing(&f, BS_DNS_NXDOMAIN);
    client_run(&f.client, 600);
    ask_for(&f, "a.example.com", "A");
    assert_string_equal(answered(&f, 0, "Value"), "192.0.2.1");
    close_fixture(&f);
}

static void chains_stay_in_the_zone(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    value(&f, "a.example.com", "CNAME", "b.example.com");
    value(&f, "b.example.com", "CNAME", "c.example.com.");
    value(&f, "c.example.com", "A", "192.0.2.1");
    value(&f, "out.example.com", "CNAME", "example.org");
    value(&f, "gone.example.com", "CNAME", "no.example.com");
    value(&f, "loop.example.com", "CNAME", "loop.example.com");
    ask_for(&f, "a.example.com", "A");
    assert_int_equal(bs_tree_count(f.answer.answers), 3);
    assert_string_equal(answered(&f, 1, "Name"), "b.example.com.");
    assert_string_equal(answered(&f, 2, "Value"), "192.0.2.1");
    ask_for(&f, "a.example.com", "CNAME");
    assert_int_equal(bs_tree_count(f.answer.answers), 1);
    ask_for(&f, "out.example.com", "A");
    assert_int_equal(bs_tree_count(f.answer.answers), 1);
    assert_int_equal(f.answer.code, BS_DNS_NOERROR);
    ask_for(&f, "gone.example.com", "A");
    assert_int_equal(f.answer.code, BS_DNS_NXDOMAIN);
    assert_int_equal(bs_tree_count(f.answer.answers), 1);
    ask_for(&f, "loop.example.com", "A");
    assert_int_equal(f.answer.code, BS_DNS_SERVFAIL);
    close_fixture(&f);
}

static void wildcards_stand_for_what_is_not_there(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    value(&f, "*.example.com", "A", "192.0.2.1");
    value(&f, "x.there.example.com", "A", "192.0.2.2");
    ask_for(&f, "any.thing.example.com", "A");
    assert_string_equal(answered(&f, 0, "Value"), "192.0.2.1");
    assert_string_equal(answered(&f, 0, "Name"), "any.thing.example.com.");
    ask_for(&f, "other.there.example.com",
            "A"); /* The closest name is there, and has no wildcard. */
    expect_nothing(&f, BS_DNS_NXDOMAIN);
    ask_for(&f, "any.example.com", "TXT");
    expect_nothing(&f, BS_DNS_NOERROR);
    ask_for(&f, "\\052.example.com", "A");
    assert_string_equal(answered(&f, 0, "Value"), "192.0.2.1");
    close_fixture(&f);
}

static void delegations_are_referred_to(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    value(&f, "sub.example.com", "NS", "ns.example.net.");
    ask_for(&f, "a.sub.example.com", "A");
    assert_int_equal(f.answer.code, BS_DNS_NOERROR);
    assert_false(f.answer.is_authoritative);
    assert_int_equal(bs_tree_count(f.answer.answers), 0);
    assert_string_equal(bs_tree_text(bs_tree_first(f.answer.authorities), "Value", ""),
                        "ns.example.net.");
    close_fixture(&f);
}

static void aliases_answer_in_their_own_name(void **state)
{
    struct fixture f;
    char subnets[2][32];
    char name[256];

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    client_call(&f.client, "ec2:DescribeSubnets", "{}");
    client_keep(&f.client, "Subnets.0.SubnetId", subnets[0], sizeof(subnets[0]));
    client_keep(&f.client, "Subnets.1.SubnetId", subnets[1], sizeof(subnets[1]));
    client_call(&f.client, "elbv2:CreateLoadBalancer", "{Name: web, Subnets: [%s, %s]}", subnets[0],
                subnets[1]);
    client_keep(&f.client, "LoadBalancers.0.DNSName", name, sizeof(name));
    create(&f,
           "Name: example.com, Type: A, AliasTarget: {HostedZoneId: Z35SXDOTRQ7X7K, DNSName: "
           "dualstack.%s, EvaluateTargetHealth: false}",
           name);
    value(&f, "c.example.com", "A", "192.0.2.1");
    create(&f,
           "Name: d.example.com, Type: A, AliasTarget: {HostedZoneId: %s, DNSName: c.example.com, "
           "EvaluateTargetHealth: false}",
           f.zone);
    ask_for(&f, "example.com", "A");
    assert_int_equal(bs_tree_count(f.answer.answers), 2);
    assert_string_equal(answered(&f, 0, "Name"), "example.com.");
    assert_int_equal(strncmp(answered(&f, 0, "Value"), "127.51.100.", 11), 0);
    assert_int_equal(strncmp(answered(&f, 1, "Value"), "127.0.113.", 10), 0);
    assert_int_equal(bs_tree_integer(bs_tree_first(f.answer.answers), "TTL", 0), 60);
    ask_for(&f, name, "A"); /* The load balancer's own name. */
    assert_int_equal(bs_tree_count(f.answer.answers), 2);
    ask_for(&f, "d.example.com", "A");
    assert_string_equal(answered(&f, 0, "Name"), "d.example.com.");
    assert_string_equal(answered(&f, 0, "Value"), "192.0.2.1");
    close_fixture(&f);
}

/* How many of many draws answer with a value. */
static int count_answers(struct fixture *f, const char *text)
{
    int count = 0;

    for (uint64_t i = 0; i < DRAWS; i++) {
        ask(f, (struct bs_dns_question){
                   .name = "p.example.com", .type = "A", .draw = bs_bits_derive(i, 99)});
        count += strcmp(answered(f, 0, "Value"), text) == 0 ? 1 : 0;
    }
    return count;
}

static void weights_share_the_draws(void **state)
{
    struct fixture f;
    int count;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    option(&f, "a", "Weight: 30", NULL, "192.0.2.1");
    option(&f, "b", "Weight: 10", f.well, "192.0.2.2");
    option(&f, "c", "Weight: 60", f.sick, "192.0.2.3");
    option(&f, "d", "Weight: 0", NULL, "192.0.2.4");
    count = count_answers(&f, "192.0.2.1");
    assert_true(count > DRAWS * 70 / 100 && count < DRAWS * 80 / 100);
    assert_int_equal(count + count_answers(&f, "192.0.2.2"), DRAWS);
    close_fixture(&f);
}

static void when_all_are_unhealthy_all_answer(void **state)
{
    struct fixture f;
    int count;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    option(&f, "a", "Weight: 50", f.sick, "192.0.2.1");
    option(&f, "b", "Weight: 50", f.sick, "192.0.2.2");
    count = count_answers(&f, "192.0.2.1");
    assert_true(count > DRAWS * 45 / 100 && count < DRAWS * 55 / 100);
    assert_int_equal(count + count_answers(&f, "192.0.2.2"), DRAWS);
    /* A healthy one of no weight is better than those. */
    option(&f, "c", "Weight: 0", f.well, "192.0.2.3");
    assert_int_equal(count_answers(&f, "192.0.2.3"), DRAWS);
    close_fixture(&f);
}

static void failover_goes_by_health(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    option(&f, "a", "Failover: PRIMARY", f.sick, "192.0.2.1");
    assert_int_equal(count_answers(&f, "192.0.2.1"), DRAWS);
    option(&f, "b", "Failover: SECONDARY", f.well, "192.0.2.2");
    assert_int_equal(count_answers(&f, "192.0.2.2"), DRAWS);
    client_call(&f.client, "route53:UpdateHealthCheck", "{HealthCheckId: %s, Inverted: true}",
                f.well);
    assert_int_equal(count_answers(&f, "192.0.2.1"), DRAWS);
    client_call(&f.client, "route53:UpdateHealthCheck", "{HealthCheckId: %s, Inverted: false}",
                f.sick);
    assert_int_equal(count_answers(&f, "192.0.2.1"), DRAWS);
    close_fixture(&f);
}

static void calculated_checks_count_their_children(void **state)
{
    struct fixture f;
    char id[64];

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    client_call(&f.client, "route53:CreateHealthCheck",
                "{CallerReference: c, HealthCheckConfig: {Type: CALCULATED, HealthThreshold: 2, "
                "ChildHealthChecks: [%s, %s]}}",
                f.sick, f.well);
    client_keep(&f.client, "HealthCheck.Id", id, sizeof(id));
    option(&f, "a", "Failover: PRIMARY", id, "192.0.2.1");
    option(&f, "b", "Failover: SECONDARY", NULL, "192.0.2.2");
    assert_int_equal(count_answers(&f, "192.0.2.2"), DRAWS);
    client_call(&f.client, "route53:UpdateHealthCheck", "{HealthCheckId: %s, HealthThreshold: 1}",
                id);
    assert_int_equal(count_answers(&f, "192.0.2.1"), DRAWS);
    close_fixture(&f);
}

static void expect_from(struct fixture *f, struct bs_dns_question question, const char *text)
{
    question.name = "p.example.com";
    question.type = "A";
    ask(f, question);
    assert_string_equal(answered(f, 0, "Value"), text);
}

static void latency_takes_the_nearest_healthy(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    option(&f, "a", "Region: us-east-1", NULL, "192.0.2.1");
    option(&f, "b", "Region: eu-west-1", NULL, "192.0.2.2");
    option(&f, "c", "Region: eu-central-1", f.sick, "192.0.2.3");
    expect_from(&f, (struct bs_dns_question){.region = "us-east-1"}, "192.0.2.1");
    expect_from(&f, (struct bs_dns_question){.region = "us-west-2"}, "192.0.2.1");
    expect_from(&f, (struct bs_dns_question){.region = "eu-central-1"}, "192.0.2.2");
    close_fixture(&f);
}

static void locations_fit_as_closely_as_they_can(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    option(&f, "a", "GeoLocation: {ContinentCode: EU}", NULL, "192.0.2.1");
    option(&f, "b", "GeoLocation: {CountryCode: DE}", NULL, "192.0.2.2");
    option(&f, "c", "GeoLocation: {CountryCode: US, SubdivisionCode: CA}", NULL, "192.0.2.3");
    option(&f, "d", "GeoLocation: {CountryCode: FR}", f.sick, "192.0.2.4");
    expect_from(&f, (struct bs_dns_question){.country = "DE", .continent = "EU"}, "192.0.2.2");
    expect_from(&f, (struct bs_dns_question){.country = "AT", .continent = "EU"}, "192.0.2.1");
    expect_from(&f, (struct bs_dns_question){.country = "FR", .continent = "EU"}, "192.0.2.1");
    expect_from(&f,
                (struct bs_dns_question){.country = "US", .continent = "NA", .subdivision = "CA"},
                "192.0.2.3");
    expect_from(&f, (struct bs_dns_question){.country = "US", .continent = "NA"}, "");
    expect_nothing(&f, BS_DNS_NOERROR);
    option(&f, "e", "GeoLocation: {CountryCode: '*'}", NULL, "192.0.2.5");
    expect_from(&f, (struct bs_dns_question){.country = "US", .continent = "NA"}, "192.0.2.5");
    close_fixture(&f);
}

static void multivalue_gives_eight_healthy_ones(void **state)
{
    struct fixture f;
    char id[8];
    char address[32];

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    for (int i = 0; i < 10; i++) {
        (void)snprintf(id, sizeof(id), "s%d", i);
        (void)snprintf(address, sizeof(address), "192.0.2.%d", i);
        option(&f, id, "MultiValueAnswer: true", i == 3 ? f.sick : NULL, address);
    }
    ask(&f, (struct bs_dns_question){.name = "p.example.com", .type = "A", .draw = 5});
    assert_int_equal(bs_tree_count(f.answer.answers), 8);
    assert_int_equal(count_answers(&f, "192.0.2.3"), 0);
    close_fixture(&f);
}

static void a_test_answer_is_an_answer(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f, BS_ACCOUNT_INSTANT);
    value(&f, "a.example.com", "A", "192.0.2.1");
    client_call(&f.client, "route53:TestDNSAnswer",
                "{HostedZoneId: %s, RecordName: a.example.com, RecordType: A}", f.zone);
    assert_string_equal(client_text(&f.client, "ResponseCode"), "NOERROR");
    assert_string_equal(client_text(&f.client, "RecordData.0"), "192.0.2.1");
    client_call(&f.client, "route53:TestDNSAnswer",
                "{HostedZoneId: %s, RecordName: b.example.com, RecordType: A}", f.zone);
    assert_string_equal(client_text(&f.client, "ResponseCode"), "NXDOMAIN");
    close_fixture(&f);
}

/* ---- The scenario ---- */

static const char *address_of(struct client *client, const char *region, const char *name)
{
    return bs_tree_first(bs_elbv2_addresses(
                             bs_elbv2_named(client->account, region, BS_ELBV2_LOAD_BALANCER, name)))
        ->is.text.bytes;
}

static int answers_of(struct fixture *f, const char *address)
{
    int count = 0;

    for (uint64_t i = 0; i < DRAWS; i++) {
        ask(f, (struct bs_dns_question){
                   .name = "app.example.com", .type = "A", .draw = bs_bits_derive(i, 1)});
        count += strcmp(answered(f, 0, "Value"), address) == 0 ? 1 : 0;
    }
    return count;
}

static void the_worlds_record_is_answered_as_the_world_does(void **state)
{
    struct fixture f = {.answer = {.code = BS_DNS_NOERROR}};
    char name[300];
    int count;

    (void)state;
    client_open(&f.client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client_call(&f.client, "route53:ListHostedZonesByName", "{DNSName: example.com}");
    client_keep(&f.client, "HostedZones.0.Id", f.zone, sizeof(f.zone));
    f.client.region = "us-west-2";
    client_call(&f.client, "elbv2:DescribeLoadBalancers", "{Names: [lb-dr]}");
    client_keep(&f.client, "LoadBalancers.0.DNSName", name, sizeof(name));
    assert_int_equal(answers_of(&f, address_of(&f.client, "us-east-1", "lb")), DRAWS);
    client_call(&f.client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: UPSERT, ResourceRecordSet: "
                "{Name: app.example.com, Type: A, AliasTarget: {HostedZoneId: Z1, DNSName: %s, "
                "EvaluateTargetHealth: false}}}]}}",
                f.zone, name);
    assert_true(answers_of(&f, address_of(&f.client, "us-west-2", "lb-dr")) < 10);
    client_run(&f.client, 3);
    count = answers_of(&f, address_of(&f.client, "us-west-2", "lb-dr"));
    assert_true(count > 0 && count < DRAWS); /* Some name servers know of it. */
    client_run(&f.client, 300);
    assert_int_equal(answers_of(&f, address_of(&f.client, "us-west-2", "lb-dr")), DRAWS);
    ask_for(&f, "app.example.com", "AAAA");
    expect_nothing(&f, BS_DNS_NOERROR);
    close_fixture(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_what_there_is_not),
        cmocka_unit_test(only_what_has_propagated_is_answered),
        cmocka_unit_test(chains_stay_in_the_zone),
        cmocka_unit_test(wildcards_stand_for_what_is_not_there),
        cmocka_unit_test(delegations_are_referred_to),
        cmocka_unit_test(aliases_answer_in_their_own_name),
        cmocka_unit_test(weights_share_the_draws),
        cmocka_unit_test(when_all_are_unhealthy_all_answer),
        cmocka_unit_test(failover_goes_by_health),
        cmocka_unit_test(calculated_checks_count_their_children),
        cmocka_unit_test(latency_takes_the_nearest_healthy),
        cmocka_unit_test(locations_fit_as_closely_as_they_can),
        cmocka_unit_test(multivalue_gives_eight_healthy_ones),
        cmocka_unit_test(a_test_answer_is_an_answer),
        cmocka_unit_test(the_worlds_record_is_answered_as_the_world_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
