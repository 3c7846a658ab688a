/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ROUTE53_H
#define BS_SIM_ACCOUNT_ROUTE53_H

/**
 * Route 53: what its files share.
 *
 * Hosted zones (kind ZONE), changes (CHANGE) and health checks (HEALTH_CHECK) are global entries by their
 * ids without prefix. The record sets of a zone stand under the zone's id in the place of a Region: as the
 * API shows them (SET), and as the name servers answer with them (ANSWER), which follow once a change has
 * propagated. The key of a set gives the order of listings: the name's labels in reverse, a blank, the
 * type, a blank, the set identifier. The attribute "Set" is the record set as the model has it.
 *
 * The scenario's records are the world's: their sets are written from the world's state whenever that has
 * changed (route53_world.c), and a client's change of them is made by the world. They have no answers here:
 * who resolves them asks the world.
 */

#include "sim/account/account.h"
#include "sim/account/route53_name.h"

#define BS_ROUTE53_ZONE         "route53:zone"
#define BS_ROUTE53_CHANGE       "route53:change"
#define BS_ROUTE53_HEALTH_CHECK "route53:health-check"
#define BS_ROUTE53_SET          "route53:set"
#define BS_ROUTE53_ANSWER       "route53:answer"

enum {
    BS_ROUTE53_KEY_SIZE = BS_DOMAIN_SIZE + 160,
    BS_ROUTE53_SETS_MAX = 10000, /* Documented quotas: per zone, and per account below. */
    BS_ROUTE53_ZONES_MAX = 500,
    BS_ROUTE53_HEALTH_CHECKS_MAX = 200,
};

/** The id without "/hostedzone/", "/change/" or "/healthcheck/". */
const char *bs_route53_bare_id(const char *id);

/** The zone of an id that may have its prefix; or NULL, and the answer says NoSuchHostedZone. */
struct bs_account_entry *bs_route53_zone(struct bs_account *account, const char *id,
                                         struct bs_account_answer *answer);

/** How many entries there are of a kind. */
size_t bs_route53_count(struct bs_account *account, const char *kind, const char *region);

/** Shows a zone as the model's HostedZone. */
void bs_route53_show_zone(struct bs_account *account, const struct bs_account_entry *zone,
                          struct bs_tree *shown);

/** A new zone with its NS and SOA records, which name servers answer with at once. */
struct bs_account_entry *bs_route53_add_zone(struct bs_account *account, const char *id,
                                             const char *name, bool is_private);

/** The key of a record set of that (canonical) name; `type` and `identifier` may be "". */
void bs_route53_key(const char *name, const char *type, const char *identifier,
                    char key[BS_ROUTE53_KEY_SIZE]);

/** How many items a page may have: MaxItems (a text), 1 to `most`; 0, and an error, if it is none. */
size_t bs_route53_page_size(const struct bs_tree *input, size_t most,
                            struct bs_account_answer *answer);

/**
 * Whether a record set has a routing policy: a member that only goes with SetIdentifier; which, or NULL.
 */
const char *bs_route53_policy(const struct bs_tree *set);

/**
 * A change of a zone, PENDING until its propagation is over, and shown as ChangeInfo. What is in `answers`
 * (may be NULL; a list of {Key, Set}, without Set: gone) is then what name servers answer with.
 * `world_changes` (may be NULL; a list of the world's numbers) must have reached all name servers too.
 * Both are taken over.
 */
void bs_route53_begin_change(struct bs_account *account, struct bs_account_entry *zone,
                             const char *comment, struct bs_tree *answers,
                             struct bs_tree *world_changes, struct bs_tree *shown);

/* ---- Health ---- */

/** Whether a health check says healthy now; one that there is not does. */
bool bs_route53_is_healthy(struct bs_account *account, const char *id);

/* ---- The scenario's records ---- */

/** Makes the zones, sets and health checks of the scenario. */
void bs_route53_start_world(struct bs_account *account);

/** Brings the sets of the scenario's records up to date. */
void bs_route53_follow_world(struct bs_account *account);

/** The hosted zone that holds a record of the scenario; NULL: no client could ask for such a name. */
const char *bs_route53_scenario_zone(struct bs_account *account, const char *record);

/**
 * The index of the scenario's record that a zone's sets of this (canonical) name and type are; or
 * BS_NONE.
 */
int32_t bs_route53_scenario_record(struct bs_account *account, const char *zone_id,
                                   const char *name, const char *type);

/** Whether the zone has a record of the scenario's at or beneath a name. */
bool bs_route53_has_scenario_name(struct bs_account *account, const char *zone_id,
                                  const char *name);

/**
 * Whether the world can be what the zone's sets of the scenario's record now say. If not, `problem` says
 * why. Nothing is changed.
 */
bool bs_route53_world_can(struct bs_account *account, const char *zone_id, int32_t record,
                          char *problem, size_t problem_size);

/** Makes it so; the numbers of the world's changes are appended to `changes`. */
void bs_route53_change_world(struct bs_account *account, const char *zone_id, int32_t record,
                             struct bs_tree *changes);

/* ---- Operations ---- */

bs_account_operation_fn bs_route53_create_hosted_zone, bs_route53_get_hosted_zone,
    bs_route53_list_hosted_zones, bs_route53_list_hosted_zones_by_name,
    bs_route53_list_hosted_zones_by_vpc, bs_route53_delete_hosted_zone,
    bs_route53_update_hosted_zone_comment, bs_route53_get_hosted_zone_count,
    bs_route53_associate_vpc, bs_route53_disassociate_vpc, bs_route53_get_hosted_zone_limit,
    bs_route53_get_account_limit;
bs_account_operation_fn bs_route53_change_record_sets, bs_route53_list_record_sets,
    bs_route53_get_change_info, bs_route53_test_dns_answer;
bs_account_operation_fn bs_route53_create_health_check, bs_route53_get_health_check,
    bs_route53_update_health_check, bs_route53_delete_health_check, bs_route53_list_health_checks,
    bs_route53_get_health_check_count, bs_route53_get_health_check_status,
    bs_route53_get_last_failure_reason, bs_route53_get_checker_ip_ranges;

#endif
