/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Load balancers: made, described, set and deleted. What they do to requests is the world's matter.
 *
 * Every load balancer has two addresses of the loopback network, with the same last number, which no other
 * has as long as there are free ones. So whoever goes where its name leads meets nobody outside this machine.
 */

#include <stdio.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/ec2.h"
#include "sim/account/elbv2.h"

enum { BALANCERS_MAX = 50, HOSTS = 254, NAME_MAX = 32 };

/* Unsourced: AWS says minutes. */
static const struct bs_duration provisioning = {120 * BS_NS_PER_S};

/* The hosted zones that aliases to load balancers name: AWS General Reference, ELB endpoints. */
static const struct {
    const char *region;
    const char *application;
    const char *network;
} zones[] = {
    {"us-east-1", "Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI"},
    {"us-east-2", "Z3AADJGX6KTTL2", "ZLMOA37VPKANP"},
    {"us-west-1", "Z368ELLRRE2KJ0", "Z24FKFUX50B4VW"},
    {"us-west-2", "Z1H1FL5HABSF5", "Z18D5FSROUN65G"},
    {"eu-west-1", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F"},
    {"eu-central-1", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90"},
};

static const struct bs_elbv2_setting settings[] = {
    {"deletion_protection.enabled", "false", "false", 1},
    {"access_logs.s3.enabled", "false", "false", 1},
    {"access_logs.s3.bucket", "", "", 0},
    {"access_logs.s3.prefix", "", "", 0},
    {"load_balancing.cross_zone.enabled", "true", "false", 1},
    {"idle_timeout.timeout_seconds", "60", NULL, 4000}, /* A20 */
    {"routing.http.desync_mitigation_mode", "defensive", NULL, 0},
    {"routing.http.drop_invalid_header_fields.enabled", "false", NULL, 1},
    {"routing.http.preserve_host_header.enabled", "false", NULL, 1},
    {"routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false", NULL, 1},
    {"routing.http.xff_client_port.enabled", "false", NULL, 1},
    {"routing.http.xff_header_processing.mode", "append", NULL, 0},
    {"routing.http2.enabled", "true", NULL, 1},
    {"waf.fail_open.enabled", "false", NULL, 1},
};

enum { SETTING_COUNT = sizeof(settings) / sizeof(settings[0]) };

static bool is_network(const struct bs_account_entry *balancer)
{
    return strcmp(bs_tree_text(balancer->attributes, "Type", ""), "network") == 0;
}

/* ---- Names and addresses ---- */

static void hosted_zone(const char *region, bool network, char zone[32])
{
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        if (strcmp(zones[i].region, region) == 0) {
            (void)snprintf(zone, 32, "%s", network ? zones[i].network : zones[i].application);
            return;
        }
    }
    (void)snprintf(zone, 32, "Z%s%013llX", network ? "N" : "A",
                   (unsigned long long)(bs_name_hash(region) >> 12));
}

static const struct bs_account_entry *of_address_in(struct bs_account *account, const char *region,
                                                    const char *address)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store;
    const struct bs_account_entry *entry = bs_account_next(account, store, region, NULL);

    while (entry != NULL && !bs_tree_has_text(bs_elbv2_addresses(entry), address)) {
        entry = bs_account_next(account, store, region, entry->key);
    }
    return entry;
}

/* Regions that load balancers have ever been made in are known by an entry each. */
const struct bs_account_entry *bs_elbv2_of_address(struct bs_account *account, const char *address)
{
    const struct bs_account_entry *region;
    const struct bs_account_entry *found = NULL;

    for (region = bs_account_next(account, "elbv2:region", BS_ACCOUNT_GLOBAL, NULL);
         region != NULL && found == NULL;
         region = bs_account_next(account, "elbv2:region", BS_ACCOUNT_GLOBAL, region->key)) {
        found = of_address_in(account, region->key, address);
    }
    return found;
}

static void give_addresses(struct bs_account *account, struct bs_account_entry *balancer,
                           uint64_t bits)
{
    struct bs_tree *list = bs_tree_new_list();
    uint64_t host = bs_bits_below(bits, HOSTS);
    char address[16];

    if (bs_account_find(account, "elbv2:region", BS_ACCOUNT_GLOBAL, balancer->region) == NULL) {
        (void)bs_account_add(account, "elbv2:region", BS_ACCOUNT_GLOBAL, balancer->region);
    }
    for (size_t tried = 0; tried < HOSTS; tried++, host = (host + 1) % HOSTS) {
        (void)snprintf(address, sizeof(address), "127.51.100.%u", (unsigned)host + 1);
        if (bs_elbv2_of_address(account, address) == NULL) {
            break;
        }
    }
    bs_tree_append_text(list, address);
    (void)snprintf(address, sizeof(address), "127.0.113.%u", (unsigned)host + 1);
    bs_tree_append_text(list, address);
    (void)bs_tree_set(balancer->attributes, "Addresses", list);
}

static void give_names(struct bs_account *account, struct bs_account_entry *balancer,
                       const char *name, uint64_t bits)
{
    const bool network = is_network(balancer);
    const unsigned long long digits = 100000000 + bs_bits_below(bits, 2000000000);
    struct bs_tree *attributes = balancer->attributes;
    char zone[32];

    hosted_zone(balancer->region, network, zone);
    bs_tree_set_text(attributes, "CanonicalHostedZoneId", zone);
    if (network) {
        bs_tree_set_format(attributes, "DNSName", "%s-%016llx.elb.%s.amazonaws.com", name,
                           (unsigned long long)bits, balancer->region);
    } else {
        bs_tree_set_format(attributes, "DNSName", "%s-%llu.%s.elb.amazonaws.com", name, digits,
                           balancer->region);
    }
    give_addresses(account, balancer, bits);
}

/* The entry with all that every load balancer has. */
static struct bs_account_entry *add_balancer(struct bs_account *account, const char *region,
                                             const char *name, const char *type, uint64_t number)
{
    char entity[128];
    char arn[256];
    struct bs_account_entry *entry;
    uint64_t bits;

    (void)snprintf(entity, sizeof(entity), "elbv2/%s/%s", region, name);
    bits = bs_account_draw(account, entity, "load balancer", number);
    (void)snprintf(arn, sizeof(arn),
                   "arn:aws:elasticloadbalancing:%s:" BS_ACCOUNT_ID ":loadbalancer/%s/%s/%016llx",
                   region, strcmp(type, "network") == 0 ? "net" : "app", name,
                   (unsigned long long)bits);
    entry = bs_account_add(account, bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store, region, arn);
    bs_tree_set_text(entry->attributes, "LoadBalancerArn", arn);
    bs_tree_set_text(entry->attributes, "LoadBalancerName", name);
    bs_tree_set_text(entry->attributes, "Type", type);
    bs_tree_set_instant(entry->attributes, "CreatedTime", bs_account_now(account));
    give_names(account, entry, name, bits);
    return entry;
}

static void set_state(struct bs_account_entry *balancer, const char *code)
{
    bs_tree_set_text(bs_tree_set_structure(balancer->attributes, "State"), "Code", code);
}

static void become_active(struct bs_account *account, struct bs_account_entry *balancer)
{
    (void)account;
    set_state(balancer, "active");
}

/* ---- Subnets ---- */

static const char *subnet_of(const struct bs_tree *element)
{
    return element->kind == BS_TREE_TEXT ? element->is.text.bytes
                                         : bs_tree_text(element, "SubnetId", "");
}

/* Adds where the subnet lies. Else the answer says why it cannot be one of the balancer's. */
static bool add_zone(struct bs_account *account, struct bs_account_entry *balancer, const char *id,
                     struct bs_tree *list, struct bs_account_answer *answer)
{
    const struct bs_tree *subnet = bs_ec2_subnet(account, balancer->region, id);
    const char *vpc = bs_tree_text(subnet, "VpcId", "");
    const char *name = bs_tree_text(subnet, "AvailabilityZone", "");
    const struct bs_tree *other = bs_tree_first(list);
    struct bs_tree *zone;

    if (subnet == NULL) {
        bs_account_fail(answer, "SubnetNotFoundException", "The subnet ID '%s' does not exist", id);
        return false;
    }
    if (other != NULL && strcmp(bs_tree_text(balancer->attributes, "VpcId", ""), vpc) != 0) {
        bs_account_fail(answer, "InvalidSubnetException",
                        "All subnets must belong to the same VPC: '%s'",
                        bs_tree_text(balancer->attributes, "VpcId", ""));
        return false;
    }
    while (other != NULL && strcmp(bs_tree_text(other, "ZoneName", ""), name) != 0) {
        other = other->next;
    }
    if (other != NULL) {
        bs_account_fail(answer, "InvalidConfigurationRequestException",
                        "A load balancer cannot be attached to multiple subnets in the same "
                        "Availability Zone");
        return false;
    }
    bs_tree_set_text(balancer->attributes, "VpcId", vpc);
    zone = bs_tree_append_structure(list);
    bs_tree_set_text(zone, "ZoneName", name);
    bs_tree_set_text(zone, "SubnetId", id);
    (void)bs_tree_set_list(zone, "LoadBalancerAddresses");
    return true;
}

static bool take_subnets(struct bs_account *account, struct bs_account_entry *balancer,
                         const struct bs_tree *input, struct bs_account_answer *answer)
{
    const struct bs_tree *subnets = bs_tree_get(input, "Subnets");
    const struct bs_tree *subnet =
        bs_tree_first(subnets != NULL ? subnets : bs_tree_get(input, "SubnetMappings"));
    struct bs_tree *list = bs_tree_new_list();

    while (subnet != NULL && add_zone(account, balancer, subnet_of(subnet), list, answer)) {
        subnet = subnet->next;
    }
    if (answer->error == NULL && bs_tree_count(list) < (is_network(balancer) ? 1 : 2)) {
        bs_account_fail(answer, "ValidationError",
                        bs_tree_count(list) == 0
                            ? "At least one subnet must be specified"
                            : "At least two subnets in two different Availability Zones must be "
                              "specified");
    }
    if (answer->error != NULL) {
        bs_tree_destroy(list);
        return false;
    }
    (void)bs_tree_set(balancer->attributes, "AvailabilityZones", list);
    return true;
}

static bool take_security_groups(struct bs_account *account, struct bs_account_entry *balancer,
                                 const struct bs_tree *groups, struct bs_account_answer *answer)
{
    if (is_network(balancer) && bs_tree_count(groups) > 0) {
        bs_account_fail(answer, "InvalidConfigurationRequestException",
                        "Security groups are not supported for load balancers of type 'network'");
        return false;
    }
    for (const struct bs_tree *group = bs_tree_first(groups); group != NULL; group = group->next) {
        if (bs_account_find(account, bs_ec2_groups.kind, balancer->region, group->is.text.bytes) ==
            NULL) {
            bs_account_fail(answer, "InvalidSecurityGroupException",
                            "The security group '%s' does not exist", group->is.text.bytes);
            return false;
        }
    }
    (void)bs_tree_set(balancer->attributes, "SecurityGroups",
                      groups == NULL ? bs_tree_new_list() : bs_tree_copy(groups));
    return true;
}

/* ---- Making ---- */

static bool is_name(const char *name)
{
    const size_t length = strlen(name);

    for (const char *c = name; *c != '\0'; c++) {
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              *c == '-')) {
            return false;
        }
    }
    return length >= 1 && length <= NAME_MAX && name[0] != '-' && name[length - 1] != '-' &&
           strncmp(name, "internal-", 9) != 0;
}

static void add_to_list(struct bs_account *account, const struct bs_account_entry *entry,
                        struct bs_tree *list)
{
    static const char *const shown[] = {"LoadBalancerArn",
                                        "DNSName",
                                        "CanonicalHostedZoneId",
                                        "CreatedTime",
                                        "LoadBalancerName",
                                        "Scheme",
                                        "VpcId",
                                        "State",
                                        "Type",
                                        "AvailabilityZones",
                                        "SecurityGroups",
                                        "IpAddressType",
                                        NULL};

    (void)account;
    bs_tree_copy_members(bs_tree_append_structure(list), entry->attributes, shown);
}

static bool may_create(struct bs_account *account, const struct bs_account_request *request,
                       struct bs_account_answer *answer)
{
    const char *store = bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store;
    const char *name = bs_tree_text(request->input, "Name", "");
    const struct bs_account_entry *entry;
    size_t count = 0;

    for (entry = bs_account_next(account, store, request->region, NULL); entry != NULL;
         entry = bs_account_next(account, store, request->region, entry->key)) {
        count++;
    }
    if (!is_name(name)) {
        bs_account_fail(answer, "ValidationError",
                        "The load balancer name '%s' can have a maximum of 32 characters, only "
                        "alphanumeric ones or hyphens, and must not begin or end with a hyphen",
                        name);
    } else if (bs_elbv2_named(account, request->region, BS_ELBV2_LOAD_BALANCER, name) != NULL) {
        bs_account_fail(answer, "DuplicateLoadBalancerNameException",
                        "A load balancer with the same name '%s' exists, but with different "
                        "settings",
                        name);
    } else if (strcmp(bs_tree_text(request->input, "Type", ""), "gateway") == 0) {
        bs_account_fail(answer, "InvalidConfigurationRequestException",
                        "Load balancers of type 'gateway' are not modelled");
    } else if (count >= BALANCERS_MAX) {
        bs_account_fail(answer, "TooManyLoadBalancersException",
                        "The maximum number of load balancers has been reached");
    }
    return answer->error == NULL;
}

/* Whether the load balancer of that name is what is asked for: making it again is no error then. */
static bool is_same(struct bs_account_entry *entry, const struct bs_tree *input)
{
    const struct bs_tree *zone = bs_tree_first(bs_tree_get(entry->attributes, "AvailabilityZones"));
    const struct bs_tree *subnet = bs_tree_first(bs_tree_get(input, "Subnets"));

    while (zone != NULL && subnet != NULL &&
           strcmp(bs_tree_text(zone, "SubnetId", ""), subnet_of(subnet)) == 0) {
        zone = zone->next;
        subnet = subnet->next;
    }
    return zone == NULL && subnet == NULL &&
           strcmp(bs_tree_text(input, "Type", "application"),
                  bs_tree_text(entry->attributes, "Type", "")) == 0 &&
           strcmp(bs_tree_text(input, "Scheme", "internet-facing"),
                  bs_tree_text(entry->attributes, "Scheme", "")) == 0;
}

void bs_elbv2_create_load_balancer(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const char *name = bs_tree_text(input, "Name", "");
    struct bs_tree *list = bs_tree_set_list(answer->output, "LoadBalancers");
    struct bs_account_entry *entry =
        bs_elbv2_named(account, request->region, BS_ELBV2_LOAD_BALANCER, name);

    if (entry != NULL && is_same(entry, input)) {
        add_to_list(account, entry, list);
        return;
    }
    if (!may_create(account, request, answer)) {
        return;
    }
    entry = add_balancer(account, request->region, name, bs_tree_text(input, "Type", "application"),
                         request->receipt);
    bs_tree_set_text(entry->attributes, "Scheme", bs_tree_text(input, "Scheme", "internet-facing"));
    bs_tree_set_text(entry->attributes, "IpAddressType",
                     bs_tree_text(input, "IpAddressType", "ipv4"));
    if (!take_subnets(account, entry, input, answer) ||
        !take_security_groups(account, entry, bs_tree_get(input, "SecurityGroups"), answer)) {
        bs_account_remove(account, entry);
        return;
    }
    bs_account_merge_tags(entry->attributes, bs_tree_get(input, "Tags"));
    set_state(entry, "provisioning");
    bs_account_later(account, entry, provisioning, become_active);
    add_to_list(account, entry, list);
}

struct bs_account_entry *bs_elbv2_start_balancer(struct bs_account *account, const char *region,
                                                 const struct bs_resource *resource)
{
    struct bs_account_entry *entry = add_balancer(account, region, resource->id, "application", 0);
    struct bs_tree *input = bs_tree_new_structure();
    struct bs_account_answer answer = {.error = NULL};

    (void)bs_tree_set(input, "Subnets", bs_ec2_default_subnets(account, region));
    BS_ASSERT(take_subnets(account, entry, input, &answer));
    bs_tree_destroy(input);
    (void)bs_tree_set_list(entry->attributes, "SecurityGroups");
    bs_tree_set_text(entry->attributes, "Scheme", "internet-facing");
    bs_tree_set_text(entry->attributes, "IpAddressType", "ipv4");
    bs_tree_set_boolean(entry->attributes, "Scenario", true);
    set_state(entry, "active");
    return entry;
}

/* ---- The other operations ---- */

void bs_elbv2_describe_load_balancers(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      struct bs_account_answer *answer)
{
    static const struct bs_elbv2_listing listing = {BS_ELBV2_LOAD_BALANCER, "LoadBalancerArns",
                                                    "Names", "LoadBalancers", add_to_list};

    bs_elbv2_describe(account, request, &listing, answer);
}

static struct bs_account_entry *balancer_asked(struct bs_account *account,
                                               const struct bs_account_request *request,
                                               struct bs_account_answer *answer)
{
    return bs_elbv2_find(account, request->region, BS_ELBV2_LOAD_BALANCER,
                         bs_tree_text(request->input, "LoadBalancerArn", ""), answer);
}

/* Deleting what is not there is no error. */
void bs_elbv2_delete_load_balancer(struct bs_account *account,
                                   const struct bs_account_request *request,
                                   struct bs_account_answer *answer)
{
    const char *arn = bs_tree_text(request->input, "LoadBalancerArn", "");
    struct bs_account_entry *entry = bs_account_find(
        account, bs_elbv2_kinds[BS_ELBV2_LOAD_BALANCER].store, request->region, arn);

    if (entry == NULL || bs_elbv2_is_fixed(entry, answer)) {
        return;
    }
    if (strcmp(bs_tree_text(bs_tree_get(entry->attributes, "Settings"),
                            "deletion_protection.enabled", "false"),
               "true") == 0) {
        bs_account_fail(
            answer, "OperationNotPermittedException",
            "Load balancer '%s' cannot be deleted because deletion protection is enabled", arn);
        return;
    }
    bs_elbv2_remove_listeners_of(account, request->region, arn);
    bs_account_remove(account, entry);
}

void bs_elbv2_describe_load_balancer_attributes(struct bs_account *account,
                                                const struct bs_account_request *request,
                                                struct bs_account_answer *answer)
{
    const struct bs_account_entry *entry = balancer_asked(account, request, answer);

    if (entry != NULL) {
        bs_elbv2_describe_settings(entry, is_network(entry), settings, SETTING_COUNT, answer);
    }
}

void bs_elbv2_modify_load_balancer_attributes(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = balancer_asked(account, request, answer);

    if (entry != NULL) {
        bs_elbv2_modify_settings(entry, is_network(entry), settings, SETTING_COUNT, request,
                                 answer);
    }
}

void bs_elbv2_set_subnets(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = balancer_asked(account, request, answer);

    if (entry != NULL && take_subnets(account, entry, request->input, answer)) {
        static const char *const shown[] = {"AvailabilityZones", "IpAddressType", NULL};

        bs_tree_copy_members(answer->output, entry->attributes, shown);
    }
}

void bs_elbv2_set_security_groups(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const struct bs_tree *groups = bs_tree_get(request->input, "SecurityGroups");
    struct bs_account_entry *entry = balancer_asked(account, request, answer);

    if (entry != NULL && take_security_groups(account, entry, groups, answer)) {
        (void)bs_tree_set(answer->output, "SecurityGroupIds",
                          bs_tree_copy(bs_tree_get(entry->attributes, "SecurityGroups")));
    }
}

void bs_elbv2_set_ip_address_type(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = balancer_asked(account, request, answer);

    if (entry != NULL) {
        const char *type = bs_tree_text(request->input, "IpAddressType", "ipv4");

        bs_tree_set_text(entry->attributes, "IpAddressType", type);
        bs_tree_set_text(answer->output, "IpAddressType", type);
    }
}
