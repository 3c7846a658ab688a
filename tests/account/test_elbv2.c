/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Load balancers, target groups, listeners and rules, as documented. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "sim/account/elbv2.h"
#include "tests/account/yaml_client.h"

#define REGION_LOSS "scenarios/platform/region-loss.yaml"

/* What the Region has from its beginning: a subnet in each zone, and a security group. */
struct network {
    char subnets[3][32];
    char vpc[32];
    char group[32];
};

static void find_network(struct client *client, struct network *network)
{
    client_call(client, "ec2:DescribeSubnets", "{}");
    client_keep(client, "Subnets.0.SubnetId", network->subnets[0], 32);
    client_keep(client, "Subnets.1.SubnetId", network->subnets[1], 32);
    client_keep(client, "Subnets.2.SubnetId", network->subnets[2], 32);
    client_keep(client, "Subnets.0.VpcId", network->vpc, 32);
    client_call(client, "ec2:DescribeSecurityGroups", "{}");
    client_keep(client, "SecurityGroups.0.GroupId", network->group, 32);
}

static void make_balancer(struct client *client, const char *name, char arn[256])
{
    struct network network = {.subnets = {{0}}};

    find_network(client, &network);
    client_call(client, "elbv2:CreateLoadBalancer",
                "{Name: %s, Subnets: [%s, %s], SecurityGroups: [%s]}", name, network.subnets[0],
                network.subnets[1], network.group);
    assert_string_equal(client_text(client, "LoadBalancers.0.VpcId"), network.vpc);
    client_keep(client, "LoadBalancers.0.LoadBalancerArn", arn, 256);
}

static void make_group(struct client *client, const char *name, char arn[256])
{
    client_call(client, "elbv2:CreateTargetGroup",
                "{Name: %s, Protocol: HTTP, Port: 8080, VpcId: vpc-1, TargetType: ip}", name);
    client_keep(client, "TargetGroups.0.TargetGroupArn", arn, 256);
}

static void make_listener(struct client *client, const char *balancer, const char *group,
                          char arn[256])
{
    client_call(client, "elbv2:CreateListener",
                "{LoadBalancerArn: '%s', Port: 80, Protocol: HTTP, DefaultActions: [{Type: "
                "forward, TargetGroupArn: '%s'}]}",
                balancer, group);
    client_keep(client, "Listeners.0.ListenerArn", arn, 256);
}

static void a_load_balancer_takes_a_while(void **state)
{
    struct client client;
    char arn[256];
    char name[256];
    char address[32];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    make_balancer(&client, "web", arn);
    assert_string_equal(client_text(&client, "LoadBalancers.0.State.Code"), "provisioning");
    assert_string_equal(client_text(&client, "LoadBalancers.0.Type"), "application");
    assert_string_equal(client_text(&client, "LoadBalancers.0.CanonicalHostedZoneId"),
                        "Z35SXDOTRQ7X7K");
    client_keep(&client, "LoadBalancers.0.DNSName", name, sizeof(name));
    assert_int_equal(strncmp(name, "web-", 4), 0);
    assert_string_equal(strchr(name, '.'), ".us-east-1.elb.amazonaws.com");
    assert_int_equal(strspn(name + 4, "0123456789"), strcspn(name + 4, "."));
    (void)snprintf(address, sizeof(address), "%s",
                   bs_tree_first(bs_elbv2_addresses(bs_elbv2_of_dns_name(client.account, name)))
                       ->is.text.bytes);
    assert_int_equal(strncmp(address, "127.51.100.", 11), 0);
    client_run(&client, 3600);
    client_call(&client, "elbv2:DescribeLoadBalancers", "{LoadBalancerArns: ['%s']}", arn);
    assert_string_equal(client_text(&client, "LoadBalancers.0.State.Code"), "active");
    assert_string_equal(client_text(&client, "LoadBalancers.0.DNSName"), name);
    client_close(&client);
}

static void the_same_again_is_no_error_but_others_are(void **state)
{
    struct client client;
    struct network network = {.subnets = {{0}}};
    char arn[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_balancer(&client, "web", arn);
    make_balancer(&client, "web", arn);
    client_call(&client, "elbv2:DescribeLoadBalancers", "{}");
    assert_int_equal(client_count(&client, "LoadBalancers"), 1);
    find_network(&client, &network);
    client_refused(&client, "DuplicateLoadBalancerNameException", "web", "elbv2:CreateLoadBalancer",
                   "{Name: web, Subnets: [%s, %s]}", network.subnets[0], network.subnets[2]);
    client_refused(&client, "ValidationError", "two subnets", "elbv2:CreateLoadBalancer",
                   "{Name: other, Subnets: [%s]}", network.subnets[0]);
    client_refused(&client, "SubnetNotFoundException", "'subnet-1'", "elbv2:CreateLoadBalancer",
                   "{Name: other, Subnets: [%s, subnet-1]}", network.subnets[0]);
    client_refused(&client, "InvalidConfigurationRequestException", "same Availability Zone",
                   "elbv2:CreateLoadBalancer", "{Name: other, Subnets: [%s, %s]}",
                   network.subnets[0], network.subnets[0]);
    client_refused(&client, "InvalidSecurityGroupException", "'x'", "elbv2:CreateLoadBalancer",
                   "{Name: other, Subnets: [%s, %s], SecurityGroups: [x]}", network.subnets[0],
                   network.subnets[1]);
    client_refused(&client, "ValidationError", "hyphen", "elbv2:CreateLoadBalancer",
                   "{Name: -other, Subnets: [%s, %s]}", network.subnets[0], network.subnets[1]);
    client_refused(&client, "LoadBalancerNotFoundException", "not found",
                   "elbv2:DescribeLoadBalancers", "{Names: [other]}");
    client_refused(&client, "ValidationError", "valid", "elbv2:DescribeLoadBalancers",
                   "{LoadBalancerArns: [nonsense]}");
    client_call(&client, "elbv2:DeleteLoadBalancer",
                "{LoadBalancerArn: "
                "'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/no/1'}");
    client_close(&client);
}

static void deletion_protection_protects(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_balancer(&client, "web", arn);
    client_refused(&client, "ValidationError", "not recognized",
                   "elbv2:ModifyLoadBalancerAttributes",
                   "{LoadBalancerArn: '%s', Attributes: [{Key: no.such, Value: '1'}]}", arn);
    client_refused(
        &client, "InvalidConfigurationRequestException", "4001",
        "elbv2:ModifyLoadBalancerAttributes",
        "{LoadBalancerArn: '%s', Attributes: [{Key: idle_timeout.timeout_seconds, Value: '4001'}]}",
        arn);
    client_call(&client, "elbv2:ModifyLoadBalancerAttributes",
                "{LoadBalancerArn: '%s', Attributes: [{Key: deletion_protection.enabled, Value: "
                "'true'}]}",
                arn);
    client_refused(&client, "OperationNotPermittedException", "deletion protection",
                   "elbv2:DeleteLoadBalancer", "{LoadBalancerArn: '%s'}", arn);
    client_call(&client, "elbv2:DescribeLoadBalancerAttributes", "{LoadBalancerArn: '%s'}", arn);
    assert_string_equal(client_text(&client, "Attributes.0.Value"), "true");
    client_call(&client, "elbv2:ModifyLoadBalancerAttributes",
                "{LoadBalancerArn: '%s', Attributes: [{Key: deletion_protection.enabled, Value: "
                "'false'}]}",
                arn);
    client_call(&client, "elbv2:DeleteLoadBalancer", "{LoadBalancerArn: '%s'}", arn);
    client_call(&client, "elbv2:DescribeLoadBalancers", "{}");
    assert_int_equal(client_count(&client, "LoadBalancers"), 0);
    client_close(&client);
}

static const char *state_of_target(struct client *client, const char *group)
{
    client_call(client, "elbv2:DescribeTargetHealth", "{TargetGroupArn: '%s'}", group);
    return client_text(client, "TargetHealthDescriptions.0.TargetHealth.State");
}

static void a_target_lives(void **state)
{
    struct client client;
    char balancer[256];
    char group[256];
    char listener[256];
    char dns_name[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    make_balancer(&client, "web", balancer);
    client_keep(&client, "LoadBalancers.0.DNSName", dns_name, sizeof(dns_name));
    make_group(&client, "app", group);
    client_refused(&client, "InvalidTargetException", "i-1", "elbv2:RegisterTargets",
                   "{TargetGroupArn: '%s', Targets: [{Id: i-1}]}", group);
    client_call(&client, "elbv2:RegisterTargets",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", group);
    assert_string_equal(state_of_target(&client, group), "unused");
    assert_int_equal(bs_elbv2_health(client.account, dns_name), BS_ELBV2_UNHEALTHY);
    make_listener(&client, balancer, group, listener);
    assert_string_equal(state_of_target(&client, group), "initial");
    assert_int_equal(client_integer(&client, "TargetHealthDescriptions.0.Target.Port"), 8080);
    client_run(&client, 31);
    assert_string_equal(state_of_target(&client, group), "healthy");
    assert_int_equal(bs_elbv2_health(client.account, dns_name), BS_ELBV2_HEALTHY);
    client_call(&client, "elbv2:DescribeTargetHealth",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.2, Port: 80}]}", group);
    assert_string_equal(client_text(&client, "TargetHealthDescriptions.0.TargetHealth.Reason"),
                        "Target.NotRegistered");
    client_call(&client, "elbv2:DeregisterTargets",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", group);
    assert_string_equal(state_of_target(&client, group), "draining");
    client_run(&client, 331);
    assert_string_equal(state_of_target(&client, group), "");
    client_refused(&client, "ResourceInUseException", "in use", "elbv2:DeleteTargetGroup",
                   "{TargetGroupArn: '%s'}", group);
    client_call(&client, "elbv2:DeleteListener", "{ListenerArn: '%s'}", listener);
    client_call(&client, "elbv2:DeleteTargetGroup", "{TargetGroupArn: '%s'}", group);
    client_refused(&client, "TargetGroupNotFoundException", "not found",
                   "elbv2:DescribeTargetHealth", "{TargetGroupArn: '%s'}", group);
    client_close(&client);
}

static void registering_again_ends_draining(void **state)
{
    struct client client;
    char balancer[256];
    char group[256];
    char listener[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_REALISTIC);
    make_balancer(&client, "web", balancer);
    make_group(&client, "app", group);
    make_listener(&client, balancer, group, listener);
    client_call(&client, "elbv2:RegisterTargets",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", group);
    client_run(&client, 31);
    client_call(&client, "elbv2:DeregisterTargets",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", group);
    client_run(&client, 100);
    client_call(&client, "elbv2:RegisterTargets",
                "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", group);
    client_run(&client, 1000);
    assert_string_equal(state_of_target(&client, group), "healthy");
    client_close(&client);
}

static void listeners_are_checked(void **state)
{
    struct client client;
    char balancer[256];
    char other[256];
    char group[256];
    char listener[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_balancer(&client, "web", balancer);
    make_balancer(&client, "other", other);
    make_group(&client, "app", group);
    make_listener(&client, balancer, group, listener);
    client_refused(&client, "DuplicateListenerException", "already exists", "elbv2:CreateListener",
                   "{LoadBalancerArn: '%s', Port: 80, Protocol: HTTP, DefaultActions: [{Type: "
                   "forward, TargetGroupArn: '%s'}]}",
                   balancer, group);
    client_refused(&client, "TargetGroupAssociationLimitException", "more than one",
                   "elbv2:CreateListener",
                   "{LoadBalancerArn: '%s', Port: 80, Protocol: HTTP, DefaultActions: [{Type: "
                   "forward, TargetGroupArn: '%s'}]}",
                   other, group);
    client_refused(&client, "UnsupportedProtocolException", "TCP", "elbv2:CreateListener",
                   "{LoadBalancerArn: '%s', Port: 81, Protocol: TCP, DefaultActions: [{Type: "
                   "forward, TargetGroupArn: '%s'}]}",
                   balancer, group);
    client_refused(&client, "CertificateNotFoundException", "certificate", "elbv2:CreateListener",
                   "{LoadBalancerArn: '%s', Port: 443, Protocol: HTTPS, DefaultActions: [{Type: "
                   "forward, TargetGroupArn: '%s'}]}",
                   balancer, group);
    client_call(&client, "elbv2:CreateListener",
                "{LoadBalancerArn: '%s', Port: 81, Protocol: HTTP, DefaultActions: [{Type: "
                "redirect, RedirectConfig: {StatusCode: HTTP_301, Port: '443'}}]}",
                balancer);
    client_refused(&client, "ValidationError", "RedirectConfig", "elbv2:ModifyListener",
                   "{ListenerArn: '%s', DefaultActions: [{Type: redirect}]}", listener);
    client_call(&client, "elbv2:ModifyListener",
                "{ListenerArn: '%s', DefaultActions: [{Type: fixed-response, FixedResponseConfig: "
                "{StatusCode: '503'}}]}",
                listener);
    client_call(&client, "elbv2:DescribeTargetGroups", "{Names: [app]}");
    assert_int_equal(client_count(&client, "TargetGroups.0.LoadBalancerArns"), 0);
    client_call(&client, "elbv2:DescribeListeners", "{LoadBalancerArn: '%s'}", balancer);
    assert_int_equal(client_count(&client, "Listeners"), 2);
    client_close(&client);
}

static void make_rule(struct client *client, const char *listener, int priority, char arn[256])
{
    client_call(client, "elbv2:CreateRule",
                "{ListenerArn: '%s', Priority: %d, Conditions: [{Field: path-pattern, Values: "
                "[/x]}], Actions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: "
                "'200'}}]}",
                listener, priority);
    client_keep(client, "Rules.0.RuleArn", arn, 256);
}

static void rules_have_priorities(void **state)
{
    struct client client;
    char balancer[256];
    char group[256];
    char listener[256];
    char rules[2][256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_balancer(&client, "web", balancer);
    make_group(&client, "app", group);
    make_listener(&client, balancer, group, listener);
    make_rule(&client, listener, 10, rules[0]);
    make_rule(&client, listener, 5, rules[1]);
    client_refused(&client, "PriorityInUseException", "'5'", "elbv2:CreateRule",
                   "{ListenerArn: '%s', Priority: 5, Conditions: [{Field: path-pattern, Values: "
                   "[/x]}], Actions: [{Type: forward, TargetGroupArn: '%s'}]}",
                   listener, group);
    client_refused(&client, "ValidationError", "Condition field 'colour'", "elbv2:CreateRule",
                   "{ListenerArn: '%s', Priority: 6, Conditions: [{Field: colour, Values: [x]}], "
                   "Actions: [{Type: forward, TargetGroupArn: '%s'}]}",
                   listener, group);
    client_call(&client, "elbv2:DescribeRules", "{ListenerArn: '%s'}", listener);
    assert_int_equal(client_count(&client, "Rules"), 3);
    assert_string_equal(client_text(&client, "Rules.0.Priority"), "5");
    assert_string_equal(client_text(&client, "Rules.1.Priority"), "10");
    assert_string_equal(client_text(&client, "Rules.2.Priority"), "default");
    assert_string_equal(client_text(&client, "Rules.2.Actions.0.Type"), "forward");
    assert_string_equal(client_text(&client, "Rules.0.Conditions.0.PathPatternConfig.Values.0"),
                        "/x");
    /* To change places is allowed; to take one that stays is not, and changes nothing. */
    client_call(&client, "elbv2:SetRulePriorities",
                "{RulePriorities: [{RuleArn: '%s', Priority: 5}, {RuleArn: '%s', Priority: 10}]}",
                rules[0], rules[1]);
    client_refused(&client, "PriorityInUseException", "'10'", "elbv2:SetRulePriorities",
                   "{RulePriorities: [{RuleArn: '%s', Priority: 10}]}", rules[0]);
    client_call(&client, "elbv2:DescribeRules", "{ListenerArn: '%s'}", listener);
    assert_string_equal(client_text(&client, "Rules.0.RuleArn"), rules[0]);
    client_refused(&client, "OperationNotPermittedException", "Default rule", "elbv2:DeleteRule",
                   "{RuleArn: '%s'}", (client_text(&client, "Rules.2.RuleArn")));
    client_call(&client, "elbv2:DeleteRule", "{RuleArn: '%s'}", rules[0]);
    client_refused(&client, "RuleNotFoundException", "not found", "elbv2:DeleteRule",
                   "{RuleArn: '%s'}", rules[0]);
    client_close(&client);
}

static void tags_and_limits(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    client_open(&client, NULL, BS_ACCOUNT_INSTANT);
    make_balancer(&client, "web", arn);
    client_call(&client, "elbv2:AddTags",
                "{ResourceArns: ['%s'], Tags: [{Key: a, Value: b}, {Key: c, Value: d}]}", arn);
    client_call(&client, "elbv2:RemoveTags", "{ResourceArns: ['%s'], TagKeys: [a]}", arn);
    client_call(&client, "elbv2:DescribeTags", "{ResourceArns: ['%s']}", arn);
    assert_int_equal(client_count(&client, "TagDescriptions.0.Tags"), 1);
    assert_string_equal(client_text(&client, "TagDescriptions.0.Tags.0.Key"), "c");
    client_call(&client, "elbv2:DescribeAccountLimits", "{}");
    assert_true(client_count(&client, "Limits") > 10);
    client_close(&client);
}

static void the_scenario_is_there_and_fixed(void **state)
{
    struct client client;
    char arn[256];

    (void)state;
    client_open(&client, REGION_LOSS, BS_ACCOUNT_REALISTIC);
    client_call(&client, "elbv2:DescribeLoadBalancers", "{Names: [lb]}");
    assert_string_equal(client_text(&client, "LoadBalancers.0.State.Code"), "active");
    client_keep(&client, "LoadBalancers.0.LoadBalancerArn", arn, sizeof(arn));
    client_refused(&client, "OperationNotPermittedException", "scenario",
                   "elbv2:DeleteLoadBalancer", "{LoadBalancerArn: '%s'}", arn);
    client_call(&client, "elbv2:DescribeTargetGroups", "{LoadBalancerArn: '%s'}", arn);
    assert_string_equal(client_text(&client, "TargetGroups.0.TargetGroupName"), "lb");
    client_keep(&client, "TargetGroups.0.TargetGroupArn", arn, sizeof(arn));
    client_refused(&client, "OperationNotPermittedException", "scenario", "elbv2:RegisterTargets",
                   "{TargetGroupArn: '%s', Targets: [{Id: 10.0.0.1}]}", arn);
    client_call(&client, "elbv2:DescribeTargetHealth", "{TargetGroupArn: '%s'}", arn);
    assert_int_equal(client_count(&client, "TargetHealthDescriptions"), 10);
    client.region = "us-west-2";
    client_call(&client, "elbv2:DescribeLoadBalancers", "{}");
    assert_int_equal(client_count(&client, "LoadBalancers"), 1);
    assert_string_equal(client_text(&client, "LoadBalancers.0.LoadBalancerName"), "lb-dr");
    client_close(&client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_load_balancer_takes_a_while),
        cmocka_unit_test(the_same_again_is_no_error_but_others_are),
        cmocka_unit_test(deletion_protection_protects),
        cmocka_unit_test(a_target_lives),
        cmocka_unit_test(registering_again_ends_draining),
        cmocka_unit_test(listeners_are_checked),
        cmocka_unit_test(rules_have_priorities),
        cmocka_unit_test(tags_and_limits),
        cmocka_unit_test(the_scenario_is_there_and_fixed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
