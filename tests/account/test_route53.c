/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Hosted zones, change batches, listings and health checks, as documented; and what a client changes in
 * the world.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/route53_data.h"
#include "sim/account/route53_name.h"
#include "sim/world/route53.h"
#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"
#define SET(name, type, value) \
    "{Name: '" name "', Type: " type ", TTL: 60, ResourceRecords: [{Value: '" value "'}]}"
#define CHANGE(action, set) "{Action: " action ", ResourceRecordSet: " set "}"

static void make_zone(struct client *client, const char *name, char id[64])
{
    client_call(client, "route53:CreateHostedZone", "{Name: %s, CallerReference: 'of %s'}", name,
                name);
    client_keep(client, "HostedZone.Id", id, 64);
}

static void change(struct client *client, const char *zone, const char *changes)
{
    client_call(client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Changes: [%s]}}", zone, changes);
}

static void refused(struct client *client, const char *zone, const char *part, const char *changes)
{
    client_refused(client, "InvalidChangeBatch", part, "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [%s]}}", zone, changes);
}

static void list(struct client *client, const char *zone)
{
    client_call(client, "route53:ListResourceRecordSets", "{HostedZoneId: %s}", zone);
}

/* ---- Names and values ---- */

static void names_are_brought_to_one_form(void **state)
{
    char name[BS_DOMAIN_SIZE];
    char long_label[70];

    (void)state;
    assert_null(bs_domain_read("WWW.Example.com", name));
    assert_string_equal(name, "www.example.com.");
    assert_null(bs_domain_read("*.example.com.", name));
    assert_string_equal(name, "\\052.example.com.");
    assert_null(bs_domain_read("\\052.example.com", name));
    assert_string_equal(name, "\\052.example.com.");
    memset(long_label, 'a', 64);
    long_label[64] = '\0';
    assert_non_null(strstr(bs_domain_read(long_label, name), "DomainLabelTooLong"));
    assert_non_null(bs_domain_read("a..b", name));
    assert_non_null(bs_domain_read("", name));
    assert_non_null(bs_domain_read("a b", name));
    assert_non_null(bs_domain_read("a\\9.b", name));
    bs_domain_reverse("\\052.b.com.", name);
    assert_string_equal(name, "com.b.*.");
}

static void a_name_has_255_octets_at_most(void **state)
{
    char text[300] = "";
    char name[BS_DOMAIN_SIZE];
    const char *label = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa."; /* 61 */

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        (void)snprintf(text + 62 * i, sizeof(text) - 62 * i, "%s", label);
    }
    /* Four labels of 61 take 248 octets, the root one: six are left, one of them a length. */
    (void)snprintf(text + 248, sizeof(text) - 248, "aaaaa");
    assert_null(bs_domain_read(text, name));
    (void)snprintf(text + 248, sizeof(text) - 248, "aaaaaa");
    assert_non_null(strstr(bs_domain_read(text, name), "DomainNameTooLong"));
}

static void every_type_has_its_values(void **state)
{
    static const struct {
        const char *type;
        const char *good;
        const char *bad;
    } rows[] = {
        {"A", "192.0.2.1", "192.0.2.256"},
        {"A", "0.0.0.0", "192.0.2"},
        {"AAAA", "2001:db8::1", "2001:db8:::1"},
        {"AAAA", "::", "1:2:3:4:5:6:7"},
        {"AAAA", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9"},
        {"AAAA", "::ffff:192.0.2.1", "::g"},
        {"CNAME", "a.example.com", "a b"},
        {"NS", "ns.example.com.", "a..b"},
        {"PTR", "a.example.com.", ""},
        {"MX", "10 mail.example.com", "mail.example.com"},
        {"MX", "65535 mail.example.com", "65536 mail.example.com"},
        {"SRV", "1 2 80 a.example.com", "1 2 a.example.com"},
        {"TXT", "\"a b\" \"c\"", "a b"},
        {"SPF", "\"v=spf1 -all\"", "\"v=spf1"},
        {"CAA", "0 issue \"ca.example.net\"", "0 issues \"ca.example.net\""},
        {"DS", "123 4 5 0a1B", "123 4 5 0a1"},
        {"NAPTR", "100 50 \"u\" \"E2U+sip\" \"!^.*$!sip:a@example.com!\" .", "100 50 \"u\" ."},
        {"SOA", "ns.a. h.a. 1 7200 900 1209600 86400", "ns.a. h.a. 1 7200 900 1209600"},
    };
    char problem[BS_RECORD_PROBLEM_MAX];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (!bs_record_data_is_valid(rows[i].type, rows[i].good, problem)) {
            fail_msg("%s '%s': %s", rows[i].type, rows[i].good, problem);
        }
        if (bs_record_data_is_valid(rows[i].type, rows[i].bad, problem)) {
            fail_msg("%s '%s'", rows[i].type, rows[i].bad);
        }
        assert_int_equal(strncmp(problem, rows[i].type, strlen(rows[i].type)), 0);
    }
}

/* ---- Zones ---- */

static void a_zone_lives(void **state)
{
    struct client client;
    char zone[64];
    char bare[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    make_zone(&client, "Example.com", zone);
    assert_int_equal(strncmp(zone, "/hostedzone/Z", 13), 0);
    (void)snprintf(bare, sizeof(bare), "%s", zone + 12);
    assert_string_equal(client_text(&client, "HostedZone.Name"), "example.com.");
    assert_int_equal(client_integer(&client, "HostedZone.ResourceRecordSetCount"), 2);
    assert_int_equal(client_count(&client, "DelegationSet.NameServers"), 4);
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "PENDING");
    assert_non_null(strstr(client_text(&client, "Location"), bare));
    client_refused(&client, "HostedZoneAlreadyExists", "caller reference",
                   "route53:CreateHostedZone", "{Name: x.org, CallerReference: 'of Example.com'}");
    client_refused(&client, "InvalidDomainName", "valid", "route53:CreateHostedZone",
                   "{Name: 'a..b', CallerReference: x}");
    list(&client, bare);
    assert_string_equal(client_text(&client, "ResourceRecordSets.0.Type"), "NS");
    assert_string_equal(client_text(&client, "ResourceRecordSets.1.Type"), "SOA");
    assert_int_equal(client_integer(&client, "ResourceRecordSets.1.TTL"), 900);
    client_call(&client, "route53:UpdateHostedZoneComment", "{Id: %s, Comment: hello}", zone);
    client_call(&client, "route53:GetHostedZone", "{Id: %s}", bare);
    assert_string_equal(client_text(&client, "HostedZone.Config.Comment"), "hello");
    change(&client, zone, CHANGE("CREATE", SET("www.example.com", "A", "192.0.2.1")));
    client_refused(&client, "HostedZoneNotEmpty", "non-required", "route53:DeleteHostedZone",
                   "{Id: %s}", zone);
    change(&client, zone, CHANGE("DELETE", SET("www.example.com", "A", "192.0.2.1")));
    client_call(&client, "route53:DeleteHostedZone", "{Id: %s}", zone);
    client_refused(&client, "NoSuchHostedZone", bare, "route53:GetHostedZone", "{Id: %s}", zone);
    client_call(&client, "route53:GetHostedZoneCount", "{}");
    assert_int_equal(client_integer(&client, "HostedZoneCount"), 0);
    client_run(&client, 3600); /* What was on its way finds no zone any more. */
    client_close(&client);
}

static void zones_are_listed_in_both_orders(void **state)
{
    static const char *const names[] = {"b.org", "a.com", "x.a.com", "a.org"};
    static const char *const sorted[] = {"a.com.", "x.a.com.", "a.org.", "b.org."};
    struct client client;
    char zone[64];
    char marker[64] = "";
    size_t seen = 0;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    for (size_t i = 0; i < 4; i++) {
        make_zone(&client, names[i], zone);
    }
    client_call(&client, "route53:ListHostedZonesByName", "{MaxItems: '3'}");
    for (size_t i = 0; i < 3; i++) {
        char path[64];

        (void)snprintf(path, sizeof(path), "HostedZones.%zu.Name", i);
        assert_string_equal(client_text(&client, path), sorted[i]);
    }
    assert_string_equal(client_text(&client, "NextDNSName"), "b.org.");
    client_call(&client, "route53:ListHostedZonesByName", "{DNSName: x.a.com}");
    assert_string_equal(client_text(&client, "HostedZones.0.Name"), "x.a.com.");
    assert_int_equal(client_count(&client, "HostedZones"), 3);
    do {
        client_call(&client, "route53:ListHostedZones", "{MaxItems: '3', Marker: '%s'}", marker);
        seen += client_count(&client, "HostedZones");
        (void)snprintf(marker, sizeof(marker), "%s", client_text(&client, "NextMarker"));
    } while (client_integer(&client, "IsTruncated") != 0);
    assert_int_equal(seen, 4);
    client_refused(&client, "InvalidInput", "MaxItems", "route53:ListHostedZones",
                   "{MaxItems: none}");
    client_close(&client);
}

static void private_zones_have_networks(void **state)
{
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "route53:CreateHostedZone",
                "{Name: internal, CallerReference: p, VPC: {VPCRegion: us-east-1, VPCId: vpc-1}}");
    client_keep(&client, "HostedZone.Id", zone, sizeof(zone));
    assert_int_equal(client_integer(&client, "HostedZone.Config.PrivateZone"), 1);
    client_refused(&client, "LastVPCAssociation", "last", "route53:DisassociateVPCFromHostedZone",
                   "{HostedZoneId: %s, VPC: {VPCRegion: us-east-1, VPCId: vpc-1}}", zone);
    client_call(&client, "route53:AssociateVPCWithHostedZone",
                "{HostedZoneId: %s, VPC: {VPCRegion: us-west-2, VPCId: vpc-2}}", zone);
    client_call(&client, "route53:ListHostedZonesByVPC", "{VPCRegion: us-west-2, VPCId: vpc-2}");
    assert_int_equal(client_count(&client, "HostedZoneSummaries"), 1);
    client_call(&client, "route53:DisassociateVPCFromHostedZone",
                "{HostedZoneId: %s, VPC: {VPCRegion: us-east-1, VPCId: vpc-1}}", zone);
    client_call(&client, "route53:GetHostedZone", "{Id: %s}", zone);
    assert_int_equal(client_count(&client, "VPCs"), 1);
    make_zone(&client, "public.org", zone);
    client_refused(&client, "PublicZoneVPCAssociation", "public",
                   "route53:AssociateVPCWithHostedZone",
                   "{HostedZoneId: %s, VPC: {VPCRegion: us-east-1, VPCId: vpc-1}}", zone);
    client_close(&client);
}

/* ---- Batches ---- */

static void a_batch_is_whole_or_nothing(void **state)
{
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
    refused(&client, zone, "but it was not found",
            CHANGE("CREATE", SET("a.example.com", "A", "192.0.2.1")) ", " CHANGE(
                "UPSERT", SET("a.example.com", "A",
                              "192.0.2.9")) ", " CHANGE("DELETE",
                                                        SET("b.example.com", "A", "192.0.2.1")));
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 2);
    change(&client, zone, CHANGE("CREATE", SET("a.example.com", "A", "192.0.2.1")));
    refused(&client, zone, "[name='a.example.com.', type='A'] but it already exists",
            CHANGE("CREATE", SET("A.example.com.", "A", "192.0.2.2")));
    refused(&client, zone, "do not match",
            CHANGE("DELETE", SET("a.example.com", "A", "192.0.2.2")));
    assert_non_null(strstr(client.answer.message, "[Tried to delete"));
    change(&client, zone,
           CHANGE("DELETE", SET("a.example.com", "A", "192.0.2.1")) ", " CHANGE(
               "CREATE", SET("a.example.com", "CNAME", "b.example.com")));
    list(&client, zone);
    assert_string_equal(client_text(&client, "ResourceRecordSets.2.Type"), "CNAME");
    client_close(&client);
}

static void what_is_wrong_with_a_set_is_said(void **state)
{
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
    refused(&client, zone, "RRSet with DNS name a.example.org. is not permitted in zone",
            CHANGE("CREATE", SET("a.example.org", "A", "192.0.2.1")));
    refused(&client, zone, "is not permitted at apex",
            CHANGE("CREATE", SET("example.com", "CNAME", "a.org")));
    refused(&client, zone, "ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)",
            CHANGE("CREATE", SET("a.example.com", "A", "1.2.3")));
    refused(&client, zone, "conflicts with other records",
            CHANGE("CREATE", SET("a.example.com", "A", "192.0.2.1")) ", " CHANGE(
                "CREATE", SET("a.example.com", "CNAME", "b.org")));
    refused(&client, zone, "Duplicate Resource Record: '192.0.2.1'",
            CHANGE("CREATE", "{Name: a.example.com, Type: A, TTL: 1, ResourceRecords: [{Value: "
                             "192.0.2.1}, {Value: 192.0.2.1}]}"));
    client_refused(&client, "InvalidChangeBatch", "that target was not found",
                   "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: CREATE, "
                   "ResourceRecordSet: {Name: a.example.com, Type: A, AliasTarget: {HostedZoneId: "
                   "%s, DNSName: b.example.com, EvaluateTargetHealth: false}}}]}}",
                   zone, zone);
    client_close(&client);
}

static void what_does_not_fit_together_is_refused(void **state)
{
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
#define INVALID(part, set)                                                            \
    client_refused(&client, "InvalidInput", part, "route53:ChangeResourceRecordSets", \
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: CREATE, "     \
                   "ResourceRecordSet: " set "}]}}",                                  \
                   zone)
    INVALID("but found none in Change with [Action=CREATE", "{Name: a.example.com, Type: A}");
    INVALID("Missing field 'TTL'",
            "{Name: a.example.com, Type: A, ResourceRecords: [{Value: 192.0.2.1}]}");
    INVALID("Missing field 'SetIdentifier'",
            "{Name: a.example.com, Type: A, TTL: 1, Weight: 1, ResourceRecords: [{Value: "
            "192.0.2.1}]}");
    INVALID("found none",
            "{Name: a.example.com, Type: A, TTL: 1, SetIdentifier: x, ResourceRecords: [{Value: "
            "192.0.2.1}]}");
    INVALID("more than one",
            "{Name: a.example.com, Type: A, TTL: 1, SetIdentifier: x, Weight: 1, Failover: "
            "PRIMARY, ResourceRecords: [{Value: 192.0.2.1}]}");
    INVALID("between 0 and 255",
            "{Name: a.example.com, Type: A, TTL: 1, SetIdentifier: x, Weight: 256, "
            "ResourceRecords: [{Value: 192.0.2.1}]}");
#undef INVALID
#define FAILOVER(id, role)                                                       \
    CHANGE("CREATE", "{Name: f.example.com, Type: A, TTL: 1, SetIdentifier: " id \
                     ", Failover: " role ", ResourceRecords: [{Value: 192.0.2.1}]}")
    change(&client, zone, FAILOVER("one", "PRIMARY"));
    refused(&client, zone, "same name, type and Failover", FAILOVER("two", "PRIMARY"));
    refused(&client, zone, "another routing policy",
            CHANGE("CREATE", SET("f.example.com", "A", "192.0.2.2")));
    change(&client, zone, FAILOVER("two", "SECONDARY"));
#undef FAILOVER
    client_refused(&client, "NoSuchHealthCheck", "nobody", "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: CREATE, "
                   "ResourceRecordSet: {Name: h.example.com, Type: A, TTL: 1, HealthCheckId: "
                   "nobody, ResourceRecords: [{Value: 192.0.2.1}]}}]}}",
                   zone);
    client_close(&client);
}

static void a_zones_own_records_stay(void **state)
{
    struct client client;
    char zone[64];
    char soa[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
    list(&client, zone);
    client_keep(&client, "ResourceRecordSets.1.ResourceRecords.0.Value", soa, sizeof(soa));
    client_refused(&client, "InvalidChangeBatch", "exactly one SOA",
                   "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: DELETE, "
                   "ResourceRecordSet: {Name: example.com, Type: SOA, TTL: 900, ResourceRecords: "
                   "[{Value: '%s'}]}}]}}",
                   zone, soa);
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 2);
    client_close(&client);
}

static void a_batch_has_a_thousand_records_at_most(void **state)
{
    static char batch[60000];
    struct client client;
    char zone[64];
    size_t length = 0;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "e.com", zone);
    for (int i = 0; i < 501; i++) {
        length += (size_t)snprintf(batch + length, sizeof(batch) - length,
                                   "%s{Action: UPSERT, ResourceRecordSet: {Name: a%d.e.com, Type: "
                                   "A, TTL: 1, ResourceRecords: [{Value: 192.0.2.1}]}}",
                                   i == 0 ? "" : ", ", i);
    }
    refused(&client, zone, "Number of records limit of 1000 exceeded", batch);
    client_close(&client);
}

/* ---- Lists and changes ---- */

static void make_sets(struct client *client, const char *zone)
{
    static const char *const weighted[] = {"two", "one"};

    change(client, zone, CHANGE("CREATE", SET("x.a.example.com", "A", "192.0.2.1")));
    change(client, zone, CHANGE("CREATE", SET("a.example.com", "TXT", "\"t\"")));
    change(client, zone, CHANGE("CREATE", SET("a.example.com", "A", "192.0.2.1")));
    change(client, zone, CHANGE("CREATE", SET("a-b.example.com", "A", "192.0.2.1")));
    change(client, zone, CHANGE("CREATE", SET("*.example.com", "A", "192.0.2.1")));
    for (size_t i = 0; i < 2; i++) {
        client_call(client, "route53:ChangeResourceRecordSets",
                    "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: CREATE, "
                    "ResourceRecordSet: {Name: w.example.com, Type: A, TTL: 1, SetIdentifier: %s, "
                    "Weight: 1, ResourceRecords: [{Value: 192.0.2.1}]}}]}}",
                    zone, weighted[i]);
    }
}

static void sets_are_listed_by_reversed_labels(void **state)
{
    /* "-" and "*" sort before ".": a-b comes before a. */
    static const char *const expected[][2] = {
        {"example.com.", "NS"},    {"example.com.", "SOA"}, {"\\052.example.com.", "A"},
        {"a-b.example.com.", "A"}, {"a.example.com.", "A"}, {"a.example.com.", "TXT"},
        {"x.a.example.com.", "A"}, {"w.example.com.", "A"}, {"w.example.com.", "A"},
    };
    struct client client;
    char zone[64];
    char next[3][128] = {"", "", ""};
    size_t seen = 0;

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
    make_sets(&client, zone);
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 9);
    for (;;) {
        if (next[0][0] == '\0') {
            client_call(&client, "route53:ListResourceRecordSets",
                        "{HostedZoneId: %s, MaxItems: '1'}", zone);
        } else {
            client_call(&client, "route53:ListResourceRecordSets",
                        "{HostedZoneId: %s, MaxItems: '1', StartRecordName: '%s', "
                        "StartRecordType: %s%s%s}",
                        zone, next[0], next[1],
                        next[2][0] == '\0' ? "" : ", StartRecordIdentifier: ", next[2]);
        }
        (void)snprintf(next[0], 128, "%s", client_text(&client, "NextRecordName"));
        (void)snprintf(next[1], 128, "%s", client_text(&client, "NextRecordType"));
        (void)snprintf(next[2], 128, "%s", client_text(&client, "NextRecordIdentifier"));
        assert_int_equal(client_count(&client, "ResourceRecordSets"), 1);
        assert_true(seen < 9);
        assert_string_equal(client_text(&client, "ResourceRecordSets.0.Name"), expected[seen][0]);
        assert_string_equal(client_text(&client, "ResourceRecordSets.0.Type"), expected[seen][1]);
        seen++;
        if (client_integer(&client, "IsTruncated") == 0) {
            break;
        }
    }
    assert_int_equal(seen, 9);
    client_refused(&client, "InvalidInput", "start name", "route53:ListResourceRecordSets",
                   "{HostedZoneId: %s, StartRecordType: A}", zone);
    client_close(&client);
}

static void a_change_takes_its_time(void **state)
{
    struct client client;
    char zone[64];
    char id[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    make_zone(&client, "example.com", zone);
    client_call(&client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Comment: why, Changes: [%s]}}", zone,
                CHANGE("CREATE", SET("a.example.com", "A", "192.0.2.1")));
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "PENDING");
    assert_string_equal(client_text(&client, "ChangeInfo.Comment"), "why");
    client_keep(&client, "ChangeInfo.Id", id, sizeof(id));
    assert_int_equal(strncmp(id, "/change/C", 9), 0);
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"),
                     3); /* The API shows it at once. */
    client_call(&client, "route53:GetChange", "{Id: %s}", id);
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "PENDING");
    client_run(&client, 600);
    client_call(&client, "route53:GetChange", "{Id: %s}", id + 8);
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "INSYNC");
    client_refused(&client, "NoSuchChange", "C0", "route53:GetChange", "{Id: /change/C0}");
    client_close(&client);
}

static void tags_are_kept(void **state)
{
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_zone(&client, "example.com", zone);
    client_call(&client, "route53:ChangeTagsForResource",
                "{ResourceType: hostedzone, ResourceId: %s, AddTags: [{Key: a, Value: b}]}",
                zone + 12);
    client_call(&client, "route53:ListTagsForResources",
                "{ResourceType: hostedzone, ResourceIds: [%s]}", zone + 12);
    assert_string_equal(client_text(&client, "ResourceTagSets.0.Tags.0.Value"), "b");
    client_refused(&client, "NoSuchHealthCheck", "nobody", "route53:ListTagsForResource",
                   "{ResourceType: healthcheck, ResourceId: nobody}");
    client_refused(&client, "InvalidInput", "AddTags", "route53:ChangeTagsForResource",
                   "{ResourceType: hostedzone, ResourceId: %s}", zone + 12);
    client_close(&client);
}

/* ---- Health checks ---- */

static void health_checks_live(void **state)
{
    struct client client;
    char id[64];
    char parent[64];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    client_call(&client, "route53:CreateHealthCheck",
                "{CallerReference: r, HealthCheckConfig: {Type: HTTPS, FullyQualifiedDomainName: "
                "a.example.com}}");
    client_keep(&client, "HealthCheck.Id", id, sizeof(id));
    assert_int_equal(client_integer(&client, "HealthCheck.HealthCheckConfig.Port"), 443);
    assert_int_equal(client_integer(&client, "HealthCheck.HealthCheckConfig.RequestInterval"), 30);
    client_call(&client, "route53:CreateHealthCheck",
                "{CallerReference: r, HealthCheckConfig: {Type: HTTPS, FullyQualifiedDomainName: "
                "a.example.com}}");
    assert_string_equal(client_text(&client, "HealthCheck.Id"), id);
    client_refused(&client, "HealthCheckAlreadyExists", "r", "route53:CreateHealthCheck",
                   "{CallerReference: r, HealthCheckConfig: {Type: HTTP, FullyQualifiedDomainName: "
                   "a.example.com}}");
    client_refused(&client, "InvalidInput", "IPAddress or", "route53:CreateHealthCheck",
                   "{CallerReference: s, HealthCheckConfig: {Type: HTTP}}");
    client_refused(&client, "InvalidInput", "SearchString", "route53:CreateHealthCheck",
                   "{CallerReference: s, HealthCheckConfig: {Type: HTTP_STR_MATCH, IPAddress: "
                   "192.0.2.1}}");
    client_refused(&client, "InvalidInput", "10 or 30", "route53:CreateHealthCheck",
                   "{CallerReference: s, HealthCheckConfig: {Type: HTTP, IPAddress: 192.0.2.1, "
                   "RequestInterval: 20}}");
    client_call(&client, "route53:CreateHealthCheck",
                "{CallerReference: c, HealthCheckConfig: {Type: CALCULATED, HealthThreshold: 1, "
                "ChildHealthChecks: [%s]}}",
                id);
    client_keep(&client, "HealthCheck.Id", parent, sizeof(parent));
    client_refused(&client, "HealthCheckInUse", "monitored", "route53:DeleteHealthCheck",
                   "{HealthCheckId: %s}", id);
    client_refused(&client, "HealthCheckVersionMismatch", "version 1", "route53:UpdateHealthCheck",
                   "{HealthCheckId: %s, HealthCheckVersion: 2, Inverted: true}", id);
    assert_true(bs_account_find(client.account, "route53:health-check", "global", id) != NULL);
    client_call(&client, "route53:UpdateHealthCheck",
                "{HealthCheckId: %s, HealthCheckVersion: 1, FailureThreshold: 5}", id);
    assert_int_equal(client_integer(&client, "HealthCheck.HealthCheckVersion"), 2);
    client_call(&client, "route53:GetHealthCheckStatus", "{HealthCheckId: %s}", id);
    assert_true(client_count(&client, "HealthCheckObservations") >= 8);
    assert_int_equal(strncmp(client_text(&client, "HealthCheckObservations.0.StatusReport.Status"),
                             "Success", 7),
                     0);
    client_call(&client, "route53:GetHealthCheckLastFailureReason", "{HealthCheckId: %s}", id);
    assert_int_equal(client_count(&client, "HealthCheckObservations"), 0);
    client_call(&client, "route53:DeleteHealthCheck", "{HealthCheckId: %s}", parent);
    client_call(&client, "route53:DeleteHealthCheck", "{HealthCheckId: %s}", id);
    client_refused(&client, "NoSuchHealthCheck", id, "route53:GetHealthCheck",
                   "{HealthCheckId: %s}", id);
    client_call(&client, "route53:GetCheckerIpRanges", "{}");
    assert_int_equal(client_count(&client, "CheckerIpRanges"), 8);
    client_close(&client);
}

/* ---- The world ---- */

static void open_world(struct client *client, char zone[64], char name[2][300])
{
    client_open(client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client_call(client, "route53:ListHostedZonesByName", "{DNSName: example.com}");
    client_keep(client, "HostedZones.0.Id", zone, 64);
    client_call(client, "elbv2:DescribeLoadBalancers", "{Names: [lb]}");
    client_keep(client, "LoadBalancers.0.DNSName", name[0], 300);
    client->region = "us-west-2";
    client_call(client, "elbv2:DescribeLoadBalancers", "{Names: [lb-dr]}");
    client_keep(client, "LoadBalancers.0.DNSName", name[1], 300);
}

#define ALIAS(name) "AliasTarget: {HostedZoneId: Z1, DNSName: " name ", EvaluateTargetHealth: true}"

static void a_client_changes_the_worlds_record(void **state)
{
    struct client client;
    char zone[64];
    char names[2][300];
    char id[64];
    const struct bs_record_state *record;

    (void)state;
    open_world(&client, zone, names);
    record = bs_route53_record(client.world, 0);
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 3);
    assert_string_equal(client_text(&client, "ResourceRecordSets.2.Name"), "app.example.com.");
    assert_int_equal(strncmp(client_text(&client, "ResourceRecordSets.2.AliasTarget.DNSName"),
                             names[0], strlen(names[0])),
                     0);
    client_call(&client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: UPSERT, ResourceRecordSet: "
                "{Name: app.example.com, Type: A, " ALIAS("%s") "}}]}}",
                zone, names[1]);
    client_keep(&client, "ChangeInfo.Id", id, sizeof(id));
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "PENDING");
    assert_int_equal(record->change_count, 2);
    assert_int_equal(record->changes[1].share_count, 1);
    assert_string_equal(client.scenario->resources[record->changes[1].shares[0].alb].id, "lb-dr");
    client_run(&client, 300);
    client_call(&client, "route53:GetChange", "{Id: %s}", id);
    assert_string_equal(client_text(&client, "ChangeInfo.Status"), "INSYNC");
    /* In shares, as a client that moves on step by step would do it. */
    client_call(
        &client, "route53:ChangeResourceRecordSets",
        "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: DELETE, ResourceRecordSet: "
        "{Name: app.example.com, Type: A, " ALIAS(
            "%s") "}}, "
                  "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: A, "
                  "SetIdentifier: one, Weight: 90, " ALIAS(
                      "%s") "}}, "
                            "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: A, "
                            "SetIdentifier: two, Weight: 10, " ALIAS("%s") "}}]}}",
        zone, names[1], names[0], names[1]);
    assert_int_equal(record->change_count, 3);
    assert_int_equal(record->changes[2].share_count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const struct bs_record_share *share = &record->changes[2].shares[i];

        assert_int_equal(share->share_ppb,
                         strcmp(client.scenario->resources[share->alb].id, "lb") == 0
                             ? 9 * (BS_PPB_ONE / 10)
                             : BS_PPB_ONE / 10);
    }
    list(&client, zone);
    assert_string_equal(client_text(&client, "ResourceRecordSets.2.SetIdentifier"), "one");
    client_close(&client);
}

static void what_the_world_cannot_be_is_refused(void **state)
{
    struct client client;
    char zone[64];
    char names[2][300];

    (void)state;
    open_world(&client, zone, names);
    refused(&client, zone, "load balancers by its name",
            CHANGE("UPSERT", "{Name: app.example.com, Type: A, TTL: 60, ResourceRecords: [{Value: "
                             "192.0.2.1}, {Value: 192.0.2.2}]}"));
    client_refused(&client, "InvalidChangeBatch", "be taken away",
                   "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: DELETE, "
                   "ResourceRecordSet: {Name: app.example.com, Type: A, AliasTarget: "
                   "{HostedZoneId: Z35SXDOTRQ7X7K, DNSName: %s, EvaluateTargetHealth: false}}}]}}",
                   zone, names[0]);
    client_refused(&client, "InvalidChangeBatch", "whole per cents",
                   "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: DELETE, "
                   "ResourceRecordSet: {Name: app.example.com, Type: A, AliasTarget: "
                   "{HostedZoneId: Z35SXDOTRQ7X7K, DNSName: %s, EvaluateTargetHealth: false}}}, "
                   "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: A, "
                   "SetIdentifier: one, Weight: 2, " ALIAS(
                       "%s") "}}, "
                             "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: A, "
                             "SetIdentifier: two, Weight: 1, " ALIAS("%s") "}}]}}",
                   zone, names[0], names[0], names[1]);
    assert_int_equal(bs_route53_record(client.world, 0)->change_count, 1);
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 3);
    client_refused(&client, "HostedZoneNotEmpty", "non-required", "route53:DeleteHostedZone",
                   "{Id: %s}", zone);
    client_close(&client);
}

#define SHARED                                                           \
    "blackstart: scenario/1\nname: shared\nduration: 6h\n"               \
    "regions: {us-east-1: {role: primary}, us-west-2: {role: standby}, " \
    "eu-west-1: {role: third}}\n"                                        \
    "resources: {app: {kind: ecs_service, region: primary, tasks: 4}, "  \
    "lb: {kind: alb, region: primary, targets: app}, "                   \
    "app-dr: {kind: ecs_service, region: standby, tasks: 4}, "           \
    "lb-dr: {kind: alb, region: standby, targets: app-dr}, "             \
    "app-eu: {kind: ecs_service, region: third, tasks: 4}, "             \
    "lb-eu: {kind: alb, region: third, targets: app-eu}}\n"              \
    "dns: {app.example.com: {to: lb, ttl: 300s, propagation: 20s}}\n"    \
    "resolvers: {public: {count: 10}}\n"                                 \
    "clients: {shoppers: {resolvers: public, reads: 1/s}}\n"             \
    "faults: [{name: lost, at: 5h, for: 90s, region_loss: {region: standby}}]\n"

static const char *name_in(struct client *client, const char *region, const char *name,
                           char text[300])
{
    client->region = region;
    client_call(client, "elbv2:DescribeLoadBalancers", "{Names: [%s]}", name);
    client_keep(client, "LoadBalancers.0.DNSName", text, 300);
    return text;
}

static void a_record_of_names_has_a_ttl_and_shares(void **state)
{
    struct client client;
    char zone[64];
    char names[3][300];
    const struct bs_record_state *record;
    const struct bs_record_change *newest;

    (void)state;
    client_open(&client, SHARED, BS_ACCOUNT_REALISTIC);
    record = bs_route53_record(client.world, 0);
    (void)name_in(&client, "us-east-1", "lb", names[0]);
    (void)name_in(&client, "us-west-2", "lb-dr", names[1]);
    (void)name_in(&client, "eu-west-1", "lb-eu", names[2]);
    client_call(&client, "route53:ListHostedZones", "{}");
    client_keep(&client, "HostedZones.0.Id", zone, sizeof(zone));
    list(&client, zone);
    assert_string_equal(client_text(&client, "ResourceRecordSets.2.Type"), "CNAME");
    assert_int_equal(client_integer(&client, "ResourceRecordSets.2.TTL"), 300);
    /* A lower TTL alone is one change of the world's. */
    client_call(
        &client, "route53:ChangeResourceRecordSets",
        "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: UPSERT, ResourceRecordSet: "
        "{Name: app.example.com, Type: CNAME, TTL: 60, ResourceRecords: [{Value: '%s'}]}}]}}",
        zone, names[0]);
    assert_int_equal(record->change_count, 2);
    assert_int_equal(record->changes[1].ttl.ns, 60 * BS_NS_PER_S);
    assert_true(record->changes[1].is_of_ttl);
    /* Three at once. */
    client_call(&client, "route53:ChangeResourceRecordSets",
                "{HostedZoneId: %s, ChangeBatch: {Changes: ["
                "{Action: DELETE, ResourceRecordSet: {Name: app.example.com, Type: CNAME, TTL: 60, "
                "ResourceRecords: [{Value: '%s'}]}}, "
                "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: CNAME, TTL: 60, "
                "SetIdentifier: a, Weight: 5, ResourceRecords: [{Value: '%s'}]}}, "
                "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: CNAME, TTL: 60, "
                "SetIdentifier: b, Weight: 3, ResourceRecords: [{Value: '%s.'}]}}, "
                "{Action: CREATE, ResourceRecordSet: {Name: app.example.com, Type: CNAME, TTL: 60, "
                "SetIdentifier: c, Weight: 0, ResourceRecords: [{Value: '%s'}]}}]}}",
                zone, names[0], names[1], names[1], names[2]);
    newest = &record->changes[record->change_count - 1];
    assert_int_equal(newest->share_count, 1); /* Both weights lead to one load balancer. */
    assert_string_equal(client.scenario->resources[newest->shares[0].alb].id, "lb-dr");
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"),
                     5); /* As the client wrote them. */
    client_refused(&client, "InvalidChangeBatch", "differs", "route53:ChangeResourceRecordSets",
                   "{HostedZoneId: %s, ChangeBatch: {Changes: [{Action: UPSERT, "
                   "ResourceRecordSet: {Name: app.example.com, Type: CNAME, TTL: 30, "
                   "SetIdentifier: a, Weight: 5, ResourceRecords: [{Value: '%s'}]}}]}}",
                   zone, names[1]);
    client_close(&client);
}

static void what_others_change_is_shown(void **state)
{
    const struct bs_call_request request = {.operation = BS_OPERATION_ROUTE53_CHANGE_RECORD,
                                            .region = "global",
                                            .resource = "app.example.com",
                                            .target = "lb-eu",
                                            .count = 25};
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};
    struct client client;
    char zone[64];

    (void)state;
    client_open(&client, SHARED, BS_ACCOUNT_REALISTIC);
    bs_route53_change_record(client.world, &request, &answer);
    assert_int_equal(answer.outcome, BS_OUTCOME_OK);
    client_call(&client, "route53:ListHostedZones", "{}");
    client_keep(&client, "HostedZones.0.Id", zone, sizeof(zone));
    list(&client, zone);
    assert_int_equal(client_count(&client, "ResourceRecordSets"), 4);
    assert_string_equal(client_text(&client, "ResourceRecordSets.2.SetIdentifier"), "lb");
    assert_int_equal(client_integer(&client, "ResourceRecordSets.2.Weight"), 75);
    assert_string_equal(client_text(&client, "ResourceRecordSets.3.SetIdentifier"), "lb-eu");
    assert_int_equal(client_integer(&client, "ResourceRecordSets.3.Weight"), 25);
    client_close(&client);
}

static void the_scenarios_health_check_is_the_worlds(void **state)
{
    struct client client;

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client_call(&client, "route53:GetHealthCheckStatus", "{HealthCheckId: app}");
    assert_int_equal(client_count(&client, "HealthCheckObservations"), 15);
    client_call(&client, "route53:GetHealthCheckLastFailureReason", "{HealthCheckId: app}");
    assert_int_equal(client_count(&client, "HealthCheckObservations"), 0);
    client_run(&client, 900); /* The Region is lost after ten minutes. */
    client_call(&client, "route53:GetHealthCheckLastFailureReason", "{HealthCheckId: app}");
    assert_int_equal(client_count(&client, "HealthCheckObservations"), 15);
    client_refused(&client, "HealthCheckInUse", "scenario", "route53:DeleteHealthCheck",
                   "{HealthCheckId: app}");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_brought_to_one_form),
        cmocka_unit_test(a_name_has_255_octets_at_most),
        cmocka_unit_test(every_type_has_its_values),
        cmocka_unit_test(a_zone_lives),
        cmocka_unit_test(zones_are_listed_in_both_orders),
        cmocka_unit_test(private_zones_have_networks),
        cmocka_unit_test(a_batch_is_whole_or_nothing),
        cmocka_unit_test(what_is_wrong_with_a_set_is_said),
        cmocka_unit_test(what_does_not_fit_together_is_refused),
        cmocka_unit_test(a_zones_own_records_stay),
        cmocka_unit_test(a_batch_has_a_thousand_records_at_most),
        cmocka_unit_test(sets_are_listed_by_reversed_labels),
        cmocka_unit_test(a_change_takes_its_time),
        cmocka_unit_test(tags_are_kept),
        cmocka_unit_test(health_checks_live),
        cmocka_unit_test(a_client_changes_the_worlds_record),
        cmocka_unit_test(what_the_world_cannot_be_is_refused),
        cmocka_unit_test(a_record_of_names_has_a_ttl_and_shares),
        cmocka_unit_test(what_others_change_is_shown),
        cmocka_unit_test(the_scenarios_health_check_is_the_worlds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
