/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * RDS: the scenario's own databases. What they are and how they change is the world's; an entry keeps only
 * what the world does not know: tags, settings, what replicates them besides.
 */

#include <string.h>

#include "sim/account/ec2.h"
#include "sim/account/rds.h"
#include "sim/world/rds.h"

enum { STORAGE_GIB = 100, RETENTION_DAYS = 7 }; /* Unsourced: scenarios do not say. */

static bool is_database(const struct bs_resource *resource)
{
    return resource->kind == BS_RESOURCE_RDS_INSTANCE || resource->kind == BS_RESOURCE_RDS_REPLICA;
}

static const char *region_of(const struct bs_account *account, const struct bs_resource *resource)
{
    return bs_account_scenario(account)->regions[resource->region].name;
}

/* Identifiers are in lower case, a scenario's ids need not be. */
static bool names_it(const char *name, const char *id)
{
    while (*name != '\0' && *id != '\0') {
        const char lower = *id >= 'A' && *id <= 'Z' ? (char)(*id - 'A' + 'a') : *id;

        if (*name != lower && *name != *id) {
            return false;
        }
        name++;
        id++;
    }
    return *name == *id;
}

static const struct bs_resource *find_database(const struct bs_account *account, const char *region,
                                               const char *name)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t i = 0; scenario != NULL && i < scenario->resource_count; i++) {
        const struct bs_resource *resource = &scenario->resources[i];

        if (is_database(resource) && strcmp(region_of(account, resource), region) == 0 &&
            names_it(name, resource->id)) {
            return resource;
        }
    }
    return NULL;
}

const struct bs_resource *bs_db_world_resource(const struct bs_account *account,
                                               const struct bs_account_entry *entry)
{
    return find_database(account, entry->region, entry->key);
}

bool bs_db_world_allows(const struct bs_account *account, const struct bs_account_entry *entry,
                        const char *change, struct bs_account_answer *answer)
{
    if (bs_db_world_resource(account, entry) != NULL) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "%s is a database of the scenario and cannot %s here.", bs_db_id(entry),
                        change);
    }
    return answer->error == NULL;
}

/* ---- Asking the world ---- */

/* What the database is now, whatever the network and RDS's control plane would make of the question. */
static struct bs_call_answer look_at(const struct bs_account *account,
                                     const struct bs_resource *resource)
{
    const struct bs_call_request request = {
        .operation = BS_OPERATION_RDS_DESCRIBE_INSTANCE,
        .region = region_of(account, resource),
        .resource = resource->id,
    };
    struct bs_call_answer answer = {.outcome = BS_OUTCOME_OK};

    bs_rds_describe_instance(bs_account_options(account)->world, &request, &answer);
    return answer;
}

/* Asks for a change. What the world refuses, it refuses with RDS's codes. */
static bool tell(struct bs_account *account, const struct bs_account_request *request,
                 const struct bs_call_request *call, struct bs_account_answer *answer)
{
    static const struct {
        const char *code;
        const char *error;
    } refusals[] = {
        {"DBInstanceNotFound", "DBInstanceNotFoundFault"},
        {"DBInstanceAlreadyExists", "DBInstanceAlreadyExistsFault"},
    };
    const char *error = "InvalidDBInstanceStateFault";
    struct bs_call_answer told;

    answer->is_unanswered = !bs_account_ask_world(account, request, call, &told);
    bs_db_world_refresh(account); /* A refusal, too, may have begun something: a backup. */
    if (told.outcome == BS_OUTCOME_OK) {
        return true;
    }
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        error = strcmp(refusals[i].code, told.code) == 0 ? refusals[i].error : error;
    }
    bs_account_fail(answer, error, "DB instance %s is not in a state that allows this.",
                    call->resource);
    return false;
}

/* The call of this operation on the entry's database. */
static struct bs_call_request call_of(const struct bs_account *account,
                                      const struct bs_resource *resource,
                                      enum bs_operation operation)
{
    return (struct bs_call_request){
        .operation = operation,
        .region = region_of(account, resource),
        .resource = resource->id,
    };
}

bool bs_db_world_promote(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const struct bs_call_request call = call_of(account, bs_db_world_resource(account, entry),
                                                BS_OPERATION_RDS_PROMOTE_READ_REPLICA);

    return tell(account, request, &call, answer);
}

bool bs_db_world_delete(struct bs_account *account, const struct bs_account_request *request,
                        const struct bs_account_entry *entry, struct bs_account_answer *answer)
{
    const struct bs_call_request call =
        call_of(account, bs_db_world_resource(account, entry), BS_OPERATION_RDS_DELETE_INSTANCE);

    return tell(account, request, &call, answer);
}

const struct bs_resource *bs_db_world_vacancy(const struct bs_account *account, const char *region,
                                              const char *name)
{
    const struct bs_resource *resource = find_database(account, region, name);

    return resource != NULL && look_at(account, resource).outcome != BS_OUTCOME_OK ? resource
                                                                                   : NULL;
}

bool bs_db_world_rebuild(struct bs_account *account, const struct bs_account_request *request,
                         const struct bs_resource *resource, const struct bs_account_entry *source,
                         struct bs_account_answer *answer)
{
    const struct bs_resource *of = bs_db_world_resource(account, source);
    struct bs_call_request call = call_of(account, resource, BS_OPERATION_RDS_CREATE_READ_REPLICA);

    if (of == NULL) {
        bs_account_fail(answer, "InvalidDBInstanceStateFault",
                        "%s is a database of the scenario and can only replicate one of its own.",
                        resource->id);
        return false;
    }
    call.target = of->id;
    if (!tell(account, request, &call, answer)) {
        return false;
    }
    bs_ec2_renew_ingress(account, resource);
    return true;
}

/* ---- Entries ---- */

/* As if a client had made it, with what the scenario says of it. */
static struct bs_tree *input_of(const struct bs_resource *resource)
{
    const struct bs_rds *rds = &resource->is.rds;
    struct bs_tree *input = bs_tree_new_structure();

    bs_tree_set_text(input, "Engine", rds->engine);
    bs_tree_set_text(input, "DBInstanceClass",
                     rds->instance_class != NULL ? rds->instance_class : "db.r5.large");
    bs_tree_set_boolean(input, "MultiAZ", rds->multi_az);
    bs_tree_set_integer(input, "AllocatedStorage", STORAGE_GIB);
    bs_tree_set_text(input, "MasterUsername", "blackstart");
    bs_tree_set_integer(input, "BackupRetentionPeriod", RETENTION_DAYS);
    bs_ec2_append_group_of(resource, bs_tree_set_list(input, "VpcSecurityGroupIds"));
    return input;
}

static struct bs_account_entry *add_entry(struct bs_account *account,
                                          const struct bs_resource *resource)
{
    struct bs_tree *input = input_of(resource);
    const struct bs_account_request request = {
        .service = "rds", .region = region_of(account, resource), .input = input};
    struct bs_account_answer answer = {.output = bs_tree_new_structure()};
    struct bs_tree *attributes = bs_tree_new_structure();
    struct bs_account_entry *entry;

    /* An engine that nobody offers is the scenario's business: there is just less to tell of it. */
    (void)bs_db_complete_instance(account, &request, attributes, &answer);
    entry = bs_db_add_instance(account, &request, resource->id, attributes);
    bs_account_answer_clean_up(&answer);
    bs_tree_destroy(input);
    return entry;
}

static void refresh_one(struct bs_account *account, const struct bs_resource *resource)
{
    const struct bs_call_answer seen = look_at(account, resource);
    struct bs_account_entry *entry =
        bs_db_find(account, &bs_db_instances, region_of(account, resource), resource->id);

    if (seen.outcome != BS_OUTCOME_OK) {
        if (entry != NULL) {
            bs_db_instance_deletion_ends(account, entry);
            bs_account_remove(account, entry);
        }
        return;
    }
    entry = entry != NULL ? entry : add_entry(account, resource);
    bs_tree_set_text(entry->attributes, "DBInstanceStatus", bs_resource_state_name(seen.state));
}

/* A replica's source is set once all entries are there. */
static void refresh_source(struct bs_account *account, const struct bs_resource *resource)
{
    const struct bs_call_answer seen = look_at(account, resource);
    const struct bs_scenario *scenario = bs_account_scenario(account);
    struct bs_account_entry *entry =
        bs_db_find(account, &bs_db_instances, region_of(account, resource), resource->id);
    const int32_t source = seen.is_replica ? bs_scenario_resource(scenario, seen.source) : BS_NONE;
    const struct bs_resource *of = source == BS_NONE ? NULL : &scenario->resources[source];

    if (entry != NULL) {
        bs_db_set_source(
            account, entry,
            of == NULL ? NULL
                       : bs_db_find(account, &bs_db_instances, region_of(account, of), of->id));
    }
}

void bs_db_world_refresh(struct bs_account *account)
{
    static void (*const passes[])(struct bs_account *,
                                  const struct bs_resource *) = {refresh_one, refresh_source};
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (size_t pass = 0; scenario != NULL && pass < 2; pass++) {
        for (size_t i = 0; i < scenario->resource_count; i++) {
            if (is_database(&scenario->resources[i])) {
                passes[pass](account, &scenario->resources[i]);
            }
        }
    }
}
