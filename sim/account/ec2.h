/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_EC2_H
#define BS_SIM_ACCOUNT_EC2_H

/**
 * The network of EC2 in an account: what the files ec2*.c share, and what RDS and load balancing ask of
 * them.
 *
 * A resource is an entry whose attributes are the members of AWS's shape. Every Region has a default VPC with
 * a subnet in each of three zones; it comes into being when the Region is first asked about. Each database of
 * a scenario has the security group "sg-ID" in it; whether that has any ingress is whether the database's
 * clients reach it.
 */

#include "sim/account/account.h"
#include "sim/account/filter.h"

enum { BS_EC2_ID_MAX = 320 };

/** A kind of resource: what it is called, and what it may be filtered by. */
struct bs_ec2_kind {
    const char *kind;      /* In the store. */
    const char *prefix;    /* Of ids: "vpc-". */
    const char *type;      /* As tags call it: "vpc". */
    const char *many;      /* Member of outputs: "Vpcs". */
    const char *id;        /* "VpcId". */
    const char *ids;       /* In inputs of Describe operations: "VpcIds". */
    const char *not_found; /* "InvalidVpcID.NotFound". */
    const struct bs_account_filter *filters;
    /* Adds to a copy of the attributes what depends on others; NULL: nothing. */
    void (*show)(struct bs_account *account, const struct bs_account_entry *entry,
                 struct bs_tree *view);
};

extern const struct bs_ec2_kind bs_ec2_vpcs;
extern const struct bs_ec2_kind bs_ec2_subnets;
extern const struct bs_ec2_kind bs_ec2_gateways;
extern const struct bs_ec2_kind bs_ec2_route_tables;
extern const struct bs_ec2_kind bs_ec2_groups;
extern const struct bs_ec2_kind bs_ec2_rules;

/* ---- Resources (ec2_resource.c) ---- */

/** A new entry with the id, or a drawn one (NULL), and the input's tags for its type. */
struct bs_account_entry *bs_ec2_new(struct bs_account *account, const char *region,
                                    const struct bs_ec2_kind *kind, const char *id,
                                    const struct bs_tree *input);

/** The entry that the input's member names; NULL, and the answer says that it is not found. */
struct bs_account_entry *bs_ec2_named(struct bs_account *account,
                                      const struct bs_account_request *request,
                                      const struct bs_ec2_kind *kind, const char *member,
                                      struct bs_account_answer *answer);

/** The first entry of the kind with this text as its member, after `after` (NULL: the first); or NULL. */
struct bs_account_entry *bs_ec2_next_with(struct bs_account *account, const char *region,
                                          const struct bs_ec2_kind *kind, const char *member,
                                          const char *text, const struct bs_account_entry *after);

/** What clients see of it, to be destroyed. */
struct bs_tree *bs_ec2_view(struct bs_account *account, const struct bs_account_entry *entry);

/** Whether a text is an IPv4 block such as "10.0.0.0/16" with no bits beyond its length. */
bool bs_ec2_parse_block(const char *text, uint32_t *address, int *length);

/** Whether block `inner` lies in block `outer`; or whether two blocks overlap. False of what is no block. */
bool bs_ec2_block_contains(const char *outer, const char *inner);
bool bs_ec2_blocks_overlap(const char *a, const char *b);

/** The letters of the Region's zones: "abc". */
const char *bs_ec2_zones(const char *region);

/* ---- VPCs (ec2_vpc.c) ---- */

/** The Region's default VPC, made with all it has when first asked for; NULL once it has been deleted. */
struct bs_account_entry *bs_ec2_default_vpc(struct bs_account *account, const char *region);

/** Makes what every VPC has: a main route table and a default security group (ec2_route.c, ec2_group.c). */
void bs_ec2_add_main_table(struct bs_account *account, const struct bs_account_entry *vpc);
void bs_ec2_add_default_group(struct bs_account *account, const struct bs_account_entry *vpc);

/** Adds a route, from the main table of a default VPC to its gateway. */
void bs_ec2_route_to_gateway(struct bs_account *account, const struct bs_account_entry *vpc,
                             const struct bs_account_entry *gateway);

/** Removes what a VPC has from its beginning, when it is deleted. */
void bs_ec2_remove_main_table(struct bs_account *account, const struct bs_account_entry *vpc);
void bs_ec2_remove_default_group(struct bs_account *account, const struct bs_account_entry *vpc);

/* ---- What other services ask ---- */

/** The subnet's attributes, or NULL. */
const struct bs_tree *bs_ec2_subnet(struct bs_account *account, const char *region, const char *id);

/** The ids of the default VPC's subnets, to be destroyed. */
struct bs_tree *bs_ec2_default_subnets(struct bs_account *account, const char *region);

/** Writes {VpcSecurityGroupId, Status} of each id; of the default VPC's own group if `ids` is NULL. */
void bs_ec2_write_memberships(struct bs_account *account, const char *region,
                              const struct bs_tree *ids, struct bs_tree *list);

/** The id of the scenario's database's group. */
void bs_ec2_append_group_of(const struct bs_resource *resource, struct bs_tree *ids);

/** A database of the scenario has been made anew: its clients are let in as at the start. */
void bs_ec2_renew_ingress(struct bs_account *account, const struct bs_resource *resource);

/** Makes the groups of the scenario's databases, each open to everybody. */
void bs_ec2_world_start(struct bs_account *account);

/* ---- Operations ---- */

bs_account_operation_fn bs_ec2_describe; /* Of every kind. */
bs_account_operation_fn bs_ec2_create_vpc;
bs_account_operation_fn bs_ec2_create_default_vpc;
bs_account_operation_fn bs_ec2_delete_vpc;
bs_account_operation_fn bs_ec2_modify_vpc_attribute;
bs_account_operation_fn bs_ec2_describe_vpc_attribute;
bs_account_operation_fn bs_ec2_create_subnet;
bs_account_operation_fn bs_ec2_delete_subnet;
bs_account_operation_fn bs_ec2_modify_subnet_attribute;
bs_account_operation_fn bs_ec2_create_gateway;
bs_account_operation_fn bs_ec2_attach_gateway;
bs_account_operation_fn bs_ec2_detach_gateway;
bs_account_operation_fn bs_ec2_delete_gateway;
bs_account_operation_fn bs_ec2_create_route_table;
bs_account_operation_fn bs_ec2_delete_route_table;
bs_account_operation_fn bs_ec2_associate_route_table;
bs_account_operation_fn bs_ec2_disassociate_route_table;
bs_account_operation_fn bs_ec2_create_route;
bs_account_operation_fn bs_ec2_replace_route;
bs_account_operation_fn bs_ec2_delete_route;
bs_account_operation_fn bs_ec2_create_group;
bs_account_operation_fn bs_ec2_delete_group;
bs_account_operation_fn bs_ec2_authorize; /* Ingress and egress. */
bs_account_operation_fn bs_ec2_revoke;
bs_account_operation_fn bs_ec2_describe_regions;
bs_account_operation_fn bs_ec2_describe_zones;
bs_account_operation_fn bs_ec2_create_tags;
bs_account_operation_fn bs_ec2_delete_tags;
bs_account_operation_fn bs_ec2_describe_tags;

#endif
