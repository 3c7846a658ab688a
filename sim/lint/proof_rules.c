/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/rules.h"

/* A cutover to a load balancer is proved before it by that balancer, after it by anything. */
static const struct bs_step *next_proof_before(const struct bs_lint *lint,
                                               const struct bs_step *cutover,
                                               const struct bs_step *previous)
{
    const struct bs_step *test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, previous);

    while (test != NULL && (test->parameters.resource != cutover->parameters.to ||
                            !bs_lint_precedes(lint, test, cutover))) {
        test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, test);
    }
    return test;
}

static bool is_tested_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, NULL);

    for (; test != NULL; test = bs_lint_next(lint, BS_BLOCK_SMOKE_TEST, test)) {
        if (bs_lint_precedes(lint, cutover, test) &&
            (test->parameters.resource == cutover->parameters.to ||
             test->parameters.resource == cutover->parameters.resource)) {
            return true;
        }
    }
    return false;
}

/* A hold, and a workflow that is complete only once sources are healthy, look as well. */
static bool is_watched_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *hold = bs_lint_next(lint, BS_BLOCK_HOLD, NULL);

    while (hold != NULL && !bs_lint_precedes(lint, cutover, hold)) {
        hold = bs_lint_next(lint, BS_BLOCK_HOLD, hold);
    }
    return hold != NULL || lint->workflow->healthy_count > 0;
}

static bool is_proved_after(const struct bs_lint *lint, const struct bs_step *cutover)
{
    return is_tested_after(lint, cutover) || is_watched_after(lint, cutover);
}

void bs_lint_no_smoke_test_before_cutover(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        if (next_proof_before(lint, step, NULL) == NULL) {
            bs_lint_at_step(lint, step,
                            "sends clients to %s without a smoke_test via it before: if it does "
                            "not serve, they find out first",
                            step->parameters.to->id);
        }
    }
}

/* ---- Logging in ---- */

/* Tasks are healthy whatever a database thinks of their secret: only what reaches it finds out. */
static bool asks_database(const struct bs_step *test)
{
    for (uint32_t i = 0; i < test->parameters.check_count; i++) {
        if (test->parameters.checks[i] != BS_HTTP_HEALTH) {
            return true;
        }
    }
    return false;
}

static bool is_login_proved_before(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const struct bs_step *test = next_proof_before(lint, cutover, NULL);

    while (test != NULL && !asks_database(test)) {
        test = next_proof_before(lint, cutover, test);
    }
    return test != NULL;
}

/* A secret of which there is a copy where the tasks run. What lies elsewhere is what others log in with. */
static const struct bs_resource *own_copy(const struct bs_lint *lint,
                                          const struct bs_resource *service)
{
    for (size_t i = 0; i < service->is.ecs.secret_count; i++) {
        const struct bs_resource *secret = &lint->scenario->resources[service->is.ecs.secrets[i]];

        if (secret->kind == BS_RESOURCE_SECRET &&
            bs_secret_source(secret, service->region) == service->region) {
            return secret;
        }
    }
    return NULL;
}

static bool moves_clients_of_database(const struct bs_lint *lint, const struct bs_step *cutover)
{
    const ptrdiff_t record = bs_lint_record(lint, cutover) - lint->scenario->records;

    for (size_t i = 0; i < lint->scenario->client_count; i++) {
        if (lint->scenario->clients[i].record == record &&
            bs_clients_need_database(lint->scenario, &lint->scenario->clients[i])) {
            return true;
        }
    }
    return false;
}

void bs_lint_secret_never_proven(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        const struct bs_resource *service = bs_lint_service_behind(lint, step);
        const struct bs_resource *secret = own_copy(lint, service);

        if (secret != NULL && moves_clients_of_database(lint, step) &&
            !is_login_proved_before(lint, step)) {
            bs_lint_at_step(lint, step,
                            "sends clients to %s, which logs in with the copy of %s in %s, without "
                            "a smoke_test with read or write via %s before: health alone does not "
                            "show whether a database takes it",
                            service->id, secret->id, lint->scenario->regions[service->region].name,
                            step->parameters.to->id);
        }
    }
}

void bs_lint_no_health_validation_after_cutover(struct bs_lint *lint)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_CHANGE_DNS, step)) {
        if (!is_proved_after(lint, step)) {
            bs_lint_at_step(
                lint, step,
                "no smoke_test via %s and no hold after it: the workflow ends without anybody "
                "having looked whether clients are served",
                step->parameters.resource->id);
        }
    }
}

void bs_lint_notification_missing(struct bs_lint *lint)
{
    if (bs_lint_next(lint, BS_BLOCK_NOTIFY, NULL) == NULL) {
        bs_lint_at(lint, bs_lint_workflow_place(lint), "%s has no notify step: nobody is told",
                   lint->workflow->name);
    }
}
