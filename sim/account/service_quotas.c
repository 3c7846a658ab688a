/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * Service Quotas: how much of a service an account may have, and asking for more.
 *
 * Where the scenario has ECS services, the quota of Fargate's vCPUs is the world's: as many as its largest
 * service there may have tasks, of one vCPU each. The world's cannot be raised, so that a request for more of
 * it stays with the people of AWS Support. All others are approved. What other services of the account
 * refuse does not go by these values.
 *
 * Source: Service Quotas API Reference; the defaults are fact D14.
 */

#include <stdio.h>
#include <string.h>

#include "sim/account/services.h"

#define REQUEST "service-quotas:request"
#define APPLIED "service-quotas:applied" /* By "service/code": an approved value, and tags. */

enum { KEY_SIZE = 256, ARN_SIZE = 512, TAGS_MAX = 50 };

/* Until a request is seen by people, and until they approve it: unsourced. */
static const struct bs_duration opening = {60 * BS_NS_PER_S};
static const struct bs_duration approval = {1800 * BS_NS_PER_S};

static const struct {
    const char *code;
    const char *name;
} quota_services[] = {
    {"dynamodb", "Amazon DynamoDB"},
    {"ec2", "Amazon Elastic Compute Cloud (Amazon EC2)"},
    {"ecr", "Amazon Elastic Container Registry (Amazon ECR)"},
    {"ecs", "Amazon Elastic Container Service (Amazon ECS)"},
    {"elasticloadbalancing", "Elastic Load Balancing (ELB)"},
    {"fargate", "AWS Fargate"},
    {"rds", "Amazon Relational Database Service (Amazon RDS)"},
    {"route53", "Amazon Route 53"},
    {"s3", "Amazon Simple Storage Service (Amazon S3)"},
    {"sns", "Amazon Simple Notification Service (Amazon SNS)"},
    {"vpc", "Amazon Virtual Private Cloud (Amazon VPC)"},
};

struct quota {
    const char *service;
    const char *code;
    const char *name;
    double value;
    bool is_adjustable;
    bool is_global; /* One for all Regions. */
};

static const struct quota fargate_quota = {
    "fargate", "L-3032A538", "Fargate On-Demand vCPU resource count", 6, true, false};

static const struct quota quotas[] = {
    {"dynamodb", "L-F98FE922", "Maximum number of tables", 2500, true, false},
    {"ec2", "L-0263D0A3", "EC2-VPC Elastic IPs", 5, true, false},
    {"ecr", "L-03A36CE1", "Images per repository", 10000, true, false},
    {"ecr", "L-CFEB8E8D", "Registered repositories", 10000, true, false},
    {"ecs", "L-21C621EB", "Clusters per account", 10000, true, false},
    {"ecs", "L-9EF96962", "Services per cluster", 5000, true, false},
    {"ecs", "L-46458851", "Tasks per service", 5000, false, false},
    {"elasticloadbalancing", "L-53DA6B97", "Application Load Balancers per Region", 50, true,
     false},
    {"elasticloadbalancing", "L-B6DF7632", "Listeners per Application Load Balancer", 50, true,
     false},
    {"elasticloadbalancing", "L-69A177A2", "Network Load Balancers per Region", 50, true, false},
    {"elasticloadbalancing", "L-B22855CB", "Target Groups per Region", 3000, true, false},
    {"elasticloadbalancing", "L-7E6692B2", "Targets per Application Load Balancer", 1000, true,
     false},
    {"fargate", "L-36FBB829", "Fargate Spot vCPU resource count", 6, true, false},
    {"rds", "L-952B80B8", "DB clusters", 40, true, false},
    {"rds", "L-7B6409FD", "DB instances", 40, true, false},
    {"rds", "L-48C6BF61", "DB subnet groups", 50, true, false},
    {"route53", "L-ACB674F3", "Health checks", 200, true, true},
    {"route53", "L-4EA4796A", "Hosted zones", 500, true, true},
    {"route53", "L-E209CC9F", "Records per hosted zone", 10000, true, true},
    {"s3", "L-DC2B2D3D", "Buckets", 100, true, true},
    {"sns", "L-61103206", "Topics per Account", 100000, true, false},
    {"vpc", "L-407747CB", "Subnets per VPC", 200, true, false},
    {"vpc", "L-F678F1CE", "VPCs per Region", 5, true, false},
    {"vpc", "L-E79EC296", "VPC security groups per Region", 2500, true, false},
};

/* ---- Quotas ---- */

/* The n-th of all, Fargate's first; NULL after the last. */
static const struct quota *quota_at(size_t n)
{
    if (n == 0) {
        return &fargate_quota;
    }
    return n <= sizeof(quotas) / sizeof(quotas[0]) ? &quotas[n - 1] : NULL;
}

static const char *service_name(const char *code)
{
    for (size_t i = 0; i < sizeof(quota_services) / sizeof(quota_services[0]); i++) {
        if (strcmp(quota_services[i].code, code) == 0) {
            return quota_services[i].name;
        }
    }
    return NULL;
}

static bool has_service(const struct bs_tree *input, struct bs_account_answer *answer)
{
    const char *code = bs_tree_text(input, "ServiceCode", "");

    if (service_name(code) == NULL) {
        bs_account_fail(answer, "NoSuchResourceException", "The service %s does not exist", code);
        return false;
    }
    return true;
}

/* The quota that the input names; NULL, and the answer says so, if there is none. */
static const struct quota *quota_asked(const struct bs_tree *input,
                                       struct bs_account_answer *answer)
{
    const char *service = bs_tree_text(input, "ServiceCode", "");
    const char *code = bs_tree_text(input, "QuotaCode", "");

    for (size_t i = 0; has_service(input, answer) && quota_at(i) != NULL; i++) {
        const struct quota *quota = quota_at(i);

        if (strcmp(quota->service, service) == 0 && strcmp(quota->code, code) == 0) {
            return quota;
        }
    }
    if (answer->error == NULL) {
        bs_account_fail(answer, "NoSuchResourceException",
                        "The quota %s of the service %s does not exist", code, service);
    }
    return NULL;
}

static const char *region_of(const struct quota *quota, const char *region)
{
    return quota->is_global ? BS_ACCOUNT_GLOBAL : region;
}

static struct bs_account_entry *find_applied(struct bs_account *account, const struct quota *quota,
                                             const char *region)
{
    char key[KEY_SIZE];

    (void)snprintf(key, sizeof(key), "%s/%s", quota->service, quota->code);
    return bs_account_find(account, APPLIED, region_of(quota, region), key);
}

static struct bs_account_entry *make_applied(struct bs_account *account, const struct quota *quota,
                                             const char *region)
{
    struct bs_account_entry *applied = find_applied(account, quota, region);
    char key[KEY_SIZE];

    (void)snprintf(key, sizeof(key), "%s/%s", quota->service, quota->code);
    return applied != NULL ? applied
                           : bs_account_add(account, APPLIED, region_of(quota, region), key);
}

static double number_of(const struct bs_tree *input, const char *name, double otherwise)
{
    const struct bs_tree *number = bs_tree_get(input, name);

    if (number != NULL && number->kind == BS_TREE_DECIMAL) {
        return number->is.decimal;
    }
    return number != NULL && number->kind == BS_TREE_INTEGER ? (double)number->is.integer
                                                             : otherwise;
}

/* ---- The world's ---- */

/* The scenario's next ECS service in a Region from the `index`-th resource on, or NULL. */
static const struct bs_resource *next_service(const struct bs_account *account, const char *region,
                                              size_t *index)
{
    const struct bs_scenario *scenario = bs_account_scenario(account);

    for (; scenario != NULL && *index < scenario->resource_count; ++*index) {
        const struct bs_resource *resource = &scenario->resources[*index];

        if (resource->kind == BS_RESOURCE_ECS_SERVICE &&
            resource->is.ecs.runs_on == BS_RUNS_ON_FARGATE &&
            strcmp(scenario->regions[resource->region].name, region) == 0) {
            ++*index;
            return resource;
        }
    }
    return NULL;
}

static bool is_worlds(const struct bs_account *account, const struct quota *quota,
                      const char *region)
{
    size_t index = 0;

    return quota == &fargate_quota && next_service(account, region, &index) != NULL;
}

/* A task takes one vCPU, as the orchestrator's client supposes too. */
static double ask_worlds_vcpus(struct bs_account *account, const struct bs_account_request *request,
                               struct bs_account_answer *answer)
{
    const struct bs_resource *service;
    double most = 0;
    size_t index = 0;

    while ((service = next_service(account, request->region, &index)) != NULL) {
        const struct bs_call_request call = {.operation = BS_OPERATION_QUOTAS_GET_TASKS,
                                             .region = request->region,
                                             .resource = service->id};
        struct bs_call_answer told;

        if (!bs_account_ask_world(account, request, &call, &told)) {
            answer->is_unanswered = true;
        }
        most = (double)told.running > most ? (double)told.running : most;
    }
    return most;
}

/* ---- Showing quotas ---- */

static bool wants_defaults(const struct bs_account_request *request)
{
    return strstr(request->operation, "Default") != NULL;
}

static double value_of(struct bs_account *account, const struct bs_account_request *request,
                       const struct quota *quota, struct bs_account_answer *answer)
{
    const struct bs_account_entry *applied = find_applied(account, quota, request->region);

    if (wants_defaults(request)) {
        return quota->value;
    }
    if (is_worlds(account, quota, request->region)) {
        return ask_worlds_vcpus(account, request, answer);
    }
    return applied == NULL ? quota->value : number_of(applied->attributes, "Value", quota->value);
}

/* A default belongs to no account. */
static void write_arn(const struct quota *quota, const char *region, const char *owner,
                      char arn[ARN_SIZE])
{
    (void)snprintf(arn, ARN_SIZE, "arn:aws:servicequotas:%s:%s:%s/%s",
                   quota->is_global ? "" : region, owner, quota->service, quota->code);
}

static void show_quota(struct bs_account *account, const struct bs_account_request *request,
                       const struct quota *quota, struct bs_tree *shown,
                       struct bs_account_answer *answer)
{
    char arn[ARN_SIZE];

    write_arn(quota, request->region, wants_defaults(request) ? "" : BS_ACCOUNT_ID, arn);
    bs_tree_set_text(shown, "ServiceCode", quota->service);
    bs_tree_set_text(shown, "ServiceName", service_name(quota->service));
    bs_tree_set_text(shown, "QuotaArn", arn);
    bs_tree_set_text(shown, "QuotaCode", quota->code);
    bs_tree_set_text(shown, "QuotaName", quota->name);
    bs_tree_set_decimal(shown, "Value", value_of(account, request, quota, answer));
    bs_tree_set_text(shown, "Unit", "None");
    bs_tree_set_boolean(shown, "Adjustable", quota->is_adjustable);
    bs_tree_set_boolean(shown, "GlobalQuota", quota->is_global);
}

static void list_services(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_set_list(answer->output, "Services");

    (void)account;
    (void)request;
    for (size_t i = 0; i < sizeof(quota_services) / sizeof(quota_services[0]); i++) {
        struct bs_tree *service = bs_tree_append_structure(list);

        bs_tree_set_text(service, "ServiceCode", quota_services[i].code);
        bs_tree_set_text(service, "ServiceName", quota_services[i].name);
    }
}

static void list_quotas(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const char *service = bs_tree_text(request->input, "ServiceCode", "");
    struct bs_tree *list = bs_tree_set_list(answer->output, "Quotas");

    for (size_t i = 0; has_service(request->input, answer) && quota_at(i) != NULL; i++) {
        if (strcmp(quota_at(i)->service, service) == 0) {
            show_quota(account, request, quota_at(i), bs_tree_append_structure(list), answer);
        }
    }
}

static void get_quota(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    const struct quota *quota = quota_asked(request->input, answer);

    if (quota != NULL) {
        show_quota(account, request, quota, bs_tree_set_structure(answer->output, "Quota"), answer);
    }
}

/* ---- Asking for more ---- */

static const char *status_of(const struct bs_account_entry *entry)
{
    return bs_tree_text(entry->attributes, "Status", "");
}

static void set_status(struct bs_account *account, struct bs_account_entry *entry,
                       const char *status)
{
    bs_tree_set_text(entry->attributes, "Status", status);
    bs_tree_set_instant(entry->attributes, "LastUpdated", bs_account_now(account));
}

static void approve(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_account_answer none = {.error = NULL};
    const struct quota *quota = quota_asked(entry->attributes, &none);
    struct bs_account_entry *applied = make_applied(account, quota, entry->region);

    set_status(account, entry, "APPROVED");
    bs_tree_set_decimal(applied->attributes, "Value",
                        number_of(entry->attributes, "DesiredValue", quota->value));
}

static void open_case(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_account_answer none = {.error = NULL};
    const struct quota *quota = quota_asked(entry->attributes, &none);

    set_status(account, entry, "CASE_OPENED");
    bs_tree_set_format(
        entry->attributes, "CaseId", "%011llu",
        (unsigned long long)(bs_account_draw(account, entry->key, "case", 0) % 100000000000U));
    if (!is_worlds(account, quota, entry->region)) {
        bs_account_later(account, entry, approval, approve);
    }
}

/* Of one quota only one request may be open. */
static bool has_open_request(struct bs_account *account, const struct quota *quota,
                             const char *region)
{
    const struct bs_account_entry *entry = bs_account_next(account, REQUEST, region, NULL);

    for (; entry != NULL; entry = bs_account_next(account, REQUEST, region, entry->key)) {
        if (strcmp(bs_tree_text(entry->attributes, "QuotaCode", ""), quota->code) == 0 &&
            (strcmp(status_of(entry), "PENDING") == 0 ||
             strcmp(status_of(entry), "CASE_OPENED") == 0)) {
            return true;
        }
    }
    return false;
}

static bool may_ask_for(struct bs_account *account, const struct bs_account_request *request,
                        const struct quota *quota, struct bs_account_answer *answer)
{
    const double value = value_of(account, request, quota, answer);

    if (!quota->is_adjustable) {
        bs_account_fail(answer, "IllegalArgumentException", "The quota %s is not adjustable",
                        quota->code);
    } else if (!(number_of(request->input, "DesiredValue", 0) > value)) {
        bs_account_fail(answer, "IllegalArgumentException",
                        "You must provide a quota value greater than the current quota value of "
                        "%g",
                        value);
    } else if (has_open_request(account, quota, region_of(quota, request->region))) {
        bs_account_fail(answer, "ResourceAlreadyExistsException",
                        "Only one open service quota increase request is allowed per quota.");
    }
    return answer->error == NULL;
}

static struct bs_account_entry *add_request(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            const struct quota *quota)
{
    static const char *const given[] = {"ServiceCode", "QuotaCode", "DesiredValue", NULL};
    struct bs_account_entry *entry;
    char arn[ARN_SIZE];
    char id[37];

    bs_account_new_uuid(account, id);
    write_arn(quota, request->region, BS_ACCOUNT_ID, arn);
    entry = bs_account_add(account, REQUEST, region_of(quota, request->region), id);
    bs_tree_copy_members(entry->attributes, request->input, given);
    bs_tree_set_text(entry->attributes, "Id", id);
    bs_tree_set_text(entry->attributes, "ServiceName", service_name(quota->service));
    bs_tree_set_text(entry->attributes, "QuotaName", quota->name);
    bs_tree_set_text(entry->attributes, "QuotaArn", arn);
    bs_tree_set_text(entry->attributes, "Requester",
                     "{\"accountId\":\"" BS_ACCOUNT_ID
                     "\",\"callerArn\":\"arn:aws:iam::" BS_ACCOUNT_ID ":user/blackstart\"}");
    bs_tree_set_boolean(entry->attributes, "GlobalQuota", quota->is_global);
    bs_tree_set_text(entry->attributes, "Unit", "None");
    bs_tree_set_instant(entry->attributes, "Created", bs_account_now(account));
    set_status(account, entry, "PENDING");
    return entry;
}

static void request_increase(struct bs_account *account, const struct bs_account_request *request,
                             struct bs_account_answer *answer)
{
    const struct quota *quota = quota_asked(request->input, answer);
    struct bs_account_entry *entry;

    if (quota != NULL && may_ask_for(account, request, quota, answer)) {
        entry = add_request(account, request, quota);
        (void)bs_tree_set(answer->output, "RequestedQuota", bs_tree_copy(entry->attributes));
        bs_account_later(account, entry, opening, open_case);
    }
}

/* ---- The history of requests ---- */

static void get_request(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const char *id = bs_tree_text(request->input, "RequestId", "");
    const struct bs_account_entry *entry = bs_account_find(account, REQUEST, request->region, id);

    if (entry == NULL) {
        entry = bs_account_find(account, REQUEST, BS_ACCOUNT_GLOBAL, id);
    }
    if (entry == NULL) {
        bs_account_fail(answer, "NoSuchResourceException", "The request %s does not exist", id);
    } else {
        (void)bs_tree_set(answer->output, "RequestedQuota", bs_tree_copy(entry->attributes));
    }
}

/* Whether a request has what the input asks for of each member that it has. */
static bool is_wanted(const struct bs_account_entry *entry, const struct bs_tree *input)
{
    static const char *const members[] = {"ServiceCode", "QuotaCode", "Status"};

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        const char *wanted = bs_tree_text(input, members[i], NULL);

        if (wanted != NULL &&
            strcmp(wanted, bs_tree_text(entry->attributes, members[i], "")) != 0) {
            return false;
        }
    }
    return true;
}

static void list_requests_of(struct bs_account *account, const char *region,
                             const struct bs_tree *input, struct bs_tree *list)
{
    const struct bs_account_entry *entry = bs_account_next(account, REQUEST, region, NULL);

    for (; entry != NULL; entry = bs_account_next(account, REQUEST, region, entry->key)) {
        if (is_wanted(entry, input)) {
            (void)bs_tree_append(list, bs_tree_copy(entry->attributes));
        }
    }
}

static void list_requests(struct bs_account *account, const struct bs_account_request *request,
                          struct bs_account_answer *answer)
{
    const bool is_of_quota = bs_tree_get(request->input, "QuotaCode") != NULL;
    struct bs_tree *list = bs_tree_set_list(answer->output, "RequestedQuotas");

    if (is_of_quota && quota_asked(request->input, answer) == NULL) {
        return;
    }
    list_requests_of(account, request->region, request->input, list);
    list_requests_of(account, BS_ACCOUNT_GLOBAL, request->input, list);
}

/* ---- Tags ---- */

static struct bs_account_entry *tagged(struct bs_account *account,
                                       const struct bs_account_request *request,
                                       struct bs_account_answer *answer)
{
    const char *asked = bs_tree_text(request->input, "ResourceARN", "");
    char arn[ARN_SIZE];

    for (size_t i = 0; quota_at(i) != NULL; i++) {
        write_arn(quota_at(i), request->region, BS_ACCOUNT_ID, arn);
        if (strcmp(arn, asked) == 0) {
            return make_applied(account, quota_at(i), request->region);
        }
    }
    bs_account_fail(answer, "NoSuchResourceException", "The resource %s does not exist", asked);
    return NULL;
}

static void change_tags(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    struct bs_account_entry *entry = tagged(account, request, answer);
    const struct bs_tree *given = bs_tree_get(request->input, "Tags");

    if (entry == NULL) {
        return;
    }
    if (bs_tree_count(bs_tree_get(entry->attributes, "Tags")) + bs_tree_count(given) > TAGS_MAX) {
        bs_account_fail(answer, "TooManyTagsException", "A quota can have at most %d tags",
                        TAGS_MAX);
        return;
    }
    bs_account_merge_tags(entry->attributes, given);
    bs_account_remove_tags(entry->attributes, bs_tree_get(request->input, "TagKeys"));
}

static void list_tags(struct bs_account *account, const struct bs_account_request *request,
                      struct bs_account_answer *answer)
{
    static const char *const members[] = {"Tags", NULL};
    const struct bs_account_entry *entry = tagged(account, request, answer);

    if (entry != NULL) {
        (void)bs_tree_set_list(answer->output, "Tags");
        bs_tree_copy_members(answer->output, entry->attributes, members);
    }
}

static const struct bs_account_operation operations[] = {
    {"GetAWSDefaultServiceQuota", get_quota, BS_ACCOUNT_MODELLED, false},
    {"GetRequestedServiceQuotaChange", get_request, BS_ACCOUNT_MODELLED, false},
    {"GetServiceQuota", get_quota, BS_ACCOUNT_MODELLED, false},
    {"ListAWSDefaultServiceQuotas", list_quotas, BS_ACCOUNT_MODELLED, true},
    {"ListRequestedServiceQuotaChangeHistory", list_requests, BS_ACCOUNT_MODELLED, true},
    {"ListRequestedServiceQuotaChangeHistoryByQuota", list_requests, BS_ACCOUNT_MODELLED, true},
    {"ListServiceQuotas", list_quotas, BS_ACCOUNT_MODELLED, true},
    {"ListServices", list_services, BS_ACCOUNT_MODELLED, true},
    {"ListTagsForResource", list_tags, BS_ACCOUNT_RECORDED, false},
    {"RequestServiceQuotaIncrease", request_increase, BS_ACCOUNT_MODELLED, false},
    {"TagResource", change_tags, BS_ACCOUNT_RECORDED, false},
    {"UntagResource", change_tags, BS_ACCOUNT_RECORDED, false},
};

const struct bs_account_service bs_account_service_service_quotas = {
    .name = "service-quotas",
    .operations = operations,
    .operation_count = sizeof(operations) / sizeof(operations[0]),
};
