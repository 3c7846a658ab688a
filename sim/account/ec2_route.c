/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** EC2: route tables, their routes and what they are associated with. */

#include <string.h>

#include "sim/account/ec2.h"

static const struct bs_account_filter filters[] = {
    {"association.gateway-id", "Associations.GatewayId"},
    {"association.main", "Associations.Main"},
    {"association.route-table-association-id", "Associations.RouteTableAssociationId"},
    {"association.route-table-id", "Associations.RouteTableId"},
    {"association.subnet-id", "Associations.SubnetId"},
    {"owner-id", "OwnerId"},
    {"route-table-id", "RouteTableId"},
    {"route.destination-cidr-block", "Routes.DestinationCidrBlock"},
    {"route.gateway-id", "Routes.GatewayId"},
    {"route.nat-gateway-id", "Routes.NatGatewayId"},
    {"route.origin", "Routes.Origin"},
    {"route.state", "Routes.State"},
    {"tag-key", "Tags.Key"},
    {"vpc-id", "VpcId"},
    {NULL, NULL},
};

const struct bs_ec2_kind bs_ec2_route_tables = {
    "ec2:route-table",
    "rtb-",
    "route-table",
    "RouteTables",
    "RouteTableId",
    "RouteTableIds",
    "InvalidRouteTableID.NotFound",
    filters,
    NULL,
};

/* ---- Tables ---- */

static struct bs_account_entry *add_table(struct bs_account *account,
                                          const struct bs_account_entry *vpc,
                                          const struct bs_tree *input)
{
    struct bs_account_entry *entry =
        bs_ec2_new(account, vpc->region, &bs_ec2_route_tables, NULL, input);
    struct bs_tree *route;

    bs_tree_set_text(entry->attributes, "VpcId", vpc->key);
    (void)bs_tree_set_list(entry->attributes, "Associations");
    (void)bs_tree_set_list(entry->attributes, "PropagatingVgws");
    route = bs_tree_append_structure(bs_tree_set_list(entry->attributes, "Routes"));
    bs_tree_set_text(route, "DestinationCidrBlock", bs_tree_text(vpc->attributes, "CidrBlock", ""));
    bs_tree_set_text(route, "GatewayId", "local");
    bs_tree_set_text(route, "Origin", "CreateRouteTable");
    bs_tree_set_text(route, "State", "active");
    return entry;
}

static struct bs_tree *add_association(struct bs_account *account, struct bs_account_entry *table,
                                       bool is_main)
{
    struct bs_tree *association =
        bs_tree_append_structure(bs_tree_get_mutable(table->attributes, "Associations"));
    char id[BS_EC2_ID_MAX];

    bs_account_new_id(account, "rtbassoc-", 17, id, sizeof(id));
    bs_tree_set_text(association, "RouteTableAssociationId", id);
    bs_tree_set_text(association, "RouteTableId", table->key);
    bs_tree_set_boolean(association, "Main", is_main);
    bs_tree_set_text(bs_tree_set_structure(association, "AssociationState"), "State", "associated");
    return association;
}

void bs_ec2_add_main_table(struct bs_account *account, const struct bs_account_entry *vpc)
{
    (void)add_association(account, add_table(account, vpc, NULL), true);
}

static bool is_main(const struct bs_account_entry *table)
{
    const struct bs_tree *association =
        bs_tree_first(bs_tree_get(table->attributes, "Associations"));

    while (association != NULL && !bs_tree_boolean(association, "Main", false)) {
        association = association->next;
    }
    return association != NULL;
}

/* All tables go: that there is no subnet has been seen. */
void bs_ec2_remove_main_table(struct bs_account *account, const struct bs_account_entry *vpc)
{
    struct bs_account_entry *table;

    while ((table = bs_ec2_next_with(account, vpc->region, &bs_ec2_route_tables, "VpcId", vpc->key,
                                     NULL)) != NULL) {
        bs_account_remove(account, table);
    }
}

void bs_ec2_create_route_table(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct bs_account_entry *vpc =
        bs_ec2_named(account, request, &bs_ec2_vpcs, "VpcId", answer);

    if (vpc != NULL) {
        const struct bs_account_entry *entry = add_table(account, vpc, request->input);

        (void)bs_tree_set(answer->output, "RouteTable", bs_ec2_view(account, entry));
    }
}

void bs_ec2_delete_route_table(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    struct bs_account_entry *entry =
        bs_ec2_named(account, request, &bs_ec2_route_tables, "RouteTableId", answer);

    if (entry == NULL) {
        return;
    }
    if (bs_tree_count(bs_tree_get(entry->attributes, "Associations")) > 0) {
        bs_account_fail(answer, "DependencyViolation",
                        "The routeTable '%s' has dependencies and cannot be deleted.", entry->key);
        return;
    }
    bs_account_remove(account, entry);
}

/* ---- Associations ---- */

/* The association, and its table; NULL if there is none with this text as its member. */
static struct bs_tree *find_association(struct bs_account *account, const char *region,
                                        const char *member, const char *text,
                                        struct bs_account_entry **table)
{
    *table = NULL;
    while ((*table = bs_account_next(account, bs_ec2_route_tables.kind, region,
                                     *table == NULL ? NULL : (*table)->key)) != NULL) {
        struct bs_tree *association =
            bs_tree_first_mutable(bs_tree_get_mutable((*table)->attributes, "Associations"));

        for (; association != NULL; association = association->next) {
            if (strcmp(bs_tree_text(association, member, ""), text) == 0) {
                return association;
            }
        }
    }
    return NULL;
}

void bs_ec2_associate_route_table(struct bs_account *account,
                                  const struct bs_account_request *request,
                                  struct bs_account_answer *answer)
{
    const char *member =
        bs_tree_get(request->input, "GatewayId") != NULL ? "GatewayId" : "SubnetId";
    struct bs_account_entry *table =
        bs_ec2_named(account, request, &bs_ec2_route_tables, "RouteTableId", answer);
    const struct bs_account_entry *subject =
        table == NULL
            ? NULL
            : bs_ec2_named(account, request, *member == 'G' ? &bs_ec2_gateways : &bs_ec2_subnets,
                           member, answer);
    struct bs_account_entry *other;
    struct bs_tree *association;

    if (subject == NULL) {
        return;
    }
    if (find_association(account, request->region, member, subject->key, &other) != NULL) {
        bs_account_fail(answer, "Resource.AlreadyAssociated",
                        "the specified association for route table %s conflicts with an existing "
                        "association",
                        other->key);
        return;
    }
    association = add_association(account, table, false);
    bs_tree_set_text(association, member, subject->key);
    bs_tree_set_text(answer->output, "AssociationId",
                     bs_tree_text(association, "RouteTableAssociationId", ""));
    bs_tree_set_text(bs_tree_set_structure(answer->output, "AssociationState"), "State",
                     "associated");
}

void bs_ec2_disassociate_route_table(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "AssociationId", "");
    struct bs_account_entry *table;
    struct bs_tree *association =
        find_association(account, request->region, "RouteTableAssociationId", id, &table);

    if (association == NULL) {
        bs_account_fail(answer, "InvalidAssociationID.NotFound",
                        "The association ID '%s' does not exist", id);
    } else if (bs_tree_boolean(association, "Main", false)) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "cannot disassociate the main route table association %s", id);
    } else {
        bs_tree_remove_element(bs_tree_get_mutable(table->attributes, "Associations"), association);
    }
}

/* ---- Routes ---- */

static const char *const destinations[] = {"DestinationCidrBlock", "DestinationIpv6CidrBlock",
                                           "DestinationPrefixListId", NULL};

static const char *const targets[] = {"GatewayId",
                                      "NatGatewayId",
                                      "EgressOnlyInternetGatewayId",
                                      "InstanceId",
                                      "TransitGatewayId",
                                      "LocalGatewayId",
                                      "CarrierGatewayId",
                                      "NetworkInterfaceId",
                                      "VpcPeeringConnectionId",
                                      "CoreNetworkArn",
                                      NULL};

/* The route to where the input says, or NULL. */
static struct bs_tree *find_route(struct bs_account_entry *table, const struct bs_tree *input)
{
    struct bs_tree *route = bs_tree_first_mutable(bs_tree_get_mutable(table->attributes, "Routes"));

    for (; route != NULL; route = route->next) {
        for (size_t i = 0; destinations[i] != NULL; i++) {
            const char *to = bs_tree_text(input, destinations[i], NULL);

            if (to != NULL && strcmp(bs_tree_text(route, destinations[i], ""), to) == 0) {
                return route;
            }
        }
    }
    return NULL;
}

/* A destination that can be one, and a gateway that is there. */
static bool route_is_right(struct bs_account *account, const struct bs_account_request *request,
                           struct bs_account_answer *answer)
{
    const struct bs_tree *input = request->input;
    const char *block = bs_tree_text(input, "DestinationCidrBlock", NULL);
    const char *gateway = bs_tree_text(input, "GatewayId", NULL);
    uint32_t address;
    int length;

    if (block == NULL && bs_tree_get(input, destinations[1]) == NULL &&
        bs_tree_get(input, destinations[2]) == NULL) {
        bs_account_fail(answer, "MissingParameter",
                        "The request must contain a destination of the route");
    } else if (block != NULL && !bs_ec2_parse_block(block, &address, &length)) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "Value (%s) for parameter destinationCidrBlock is invalid.", block);
    } else if (gateway != NULL && strncmp(gateway, "igw-", 4) == 0) {
        (void)bs_ec2_named(account, request, &bs_ec2_gateways, "GatewayId", answer);
    }
    return answer->error == NULL;
}

static void set_target(struct bs_tree *route, const struct bs_tree *input)
{
    for (size_t i = 0; targets[i] != NULL; i++) {
        (void)bs_tree_remove(route, targets[i]);
    }
    bs_tree_copy_members(route, input, targets);
    bs_tree_set_text(route, "State", "active");
}

void bs_ec2_create_route(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *table =
        bs_ec2_named(account, request, &bs_ec2_route_tables, "RouteTableId", answer);
    struct bs_tree *route;

    if (table == NULL || !route_is_right(account, request, answer)) {
        return;
    }
    if (find_route(table, request->input) != NULL) {
        bs_account_fail(answer, "RouteAlreadyExists", "The route identified by %s already exists.",
                        bs_tree_text(request->input, "DestinationCidrBlock", "its destination"));
        return;
    }
    route = bs_tree_append_structure(bs_tree_get_mutable(table->attributes, "Routes"));
    bs_tree_copy_members(route, request->input, destinations);
    set_target(route, request->input);
    bs_tree_set_text(route, "Origin", "CreateRoute");
    bs_tree_set_boolean(answer->output, "Return", true);
}

/* The route that the input means; NULL and an error if there is none, or it is the local one. */
static struct bs_tree *changeable_route(struct bs_account_entry *table, const struct bs_tree *input,
                                        struct bs_account_answer *answer)
{
    struct bs_tree *route = find_route(table, input);

    if (route == NULL) {
        bs_account_fail(answer, "InvalidRoute.NotFound", "no route with destination %s in %s",
                        bs_tree_text(input, "DestinationCidrBlock", "asked for"), table->key);
    } else if (strcmp(bs_tree_text(route, "Origin", ""), "CreateRouteTable") == 0) {
        bs_account_fail(answer, "InvalidParameterValue",
                        "cannot change the local route of route table %s", table->key);
        route = NULL;
    }
    return route;
}

void bs_ec2_replace_route(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_account_entry *table =
        bs_ec2_named(account, request, &bs_ec2_route_tables, "RouteTableId", answer);
    struct bs_tree *route;

    if (table == NULL || !route_is_right(account, request, answer)) {
        return;
    }
    route = changeable_route(table, request->input, answer);
    if (route != NULL) {
        set_target(route, request->input);
    }
}

void bs_ec2_delete_route(struct bs_account *account, const struct bs_account_request *request,
                         struct bs_account_answer *answer)
{
    struct bs_account_entry *table =
        bs_ec2_named(account, request, &bs_ec2_route_tables, "RouteTableId", answer);
    struct bs_tree *route = table == NULL ? NULL : changeable_route(table, request->input, answer);

    if (route != NULL) {
        bs_tree_remove_element(bs_tree_get_mutable(table->attributes, "Routes"), route);
    }
}

void bs_ec2_route_to_gateway(struct bs_account *account, const struct bs_account_entry *vpc,
                             const struct bs_account_entry *gateway)
{
    struct bs_account_entry *table =
        bs_ec2_next_with(account, vpc->region, &bs_ec2_route_tables, "VpcId", vpc->key, NULL);
    struct bs_tree *route;

    while (table != NULL && !is_main(table)) {
        table =
            bs_ec2_next_with(account, vpc->region, &bs_ec2_route_tables, "VpcId", vpc->key, table);
    }
    if (table != NULL) {
        route = bs_tree_append_structure(bs_tree_get_mutable(table->attributes, "Routes"));
        bs_tree_set_text(route, "DestinationCidrBlock", "0.0.0.0/0");
        bs_tree_set_text(route, "GatewayId", gateway->key);
        bs_tree_set_text(route, "Origin", "CreateRoute");
        bs_tree_set_text(route, "State", "active");
    }
}
