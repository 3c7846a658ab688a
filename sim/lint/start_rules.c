/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/lint/rules.h"

/* What a service's new tasks cannot start without, and the Region that they get it from. */
struct need {
    const char *verb; /* "pull image" */
    const struct bs_resource *resource;
    int32_t source; /* BS_NONE: no Region has it. */
};

typedef void judge_fn(struct bs_lint *lint, const struct bs_step *step, const struct need *need);
typedef void needs_fn(struct bs_lint *lint, const struct bs_step *step, judge_fn *judge);

static const char *region_name(const struct bs_lint *lint, int32_t region)
{
    return lint->scenario->regions[region].name;
}

static bool is_lost(const struct bs_lint *lint, int32_t region)
{
    return bs_lint_same_region(region_name(lint, region), lint->lost);
}

/* As the world has it: an image comes from the tasks' own Region, else from any that is up. */
static int32_t image_source(const struct bs_lint *lint, const struct bs_resource *image,
                            int32_t region)
{
    int32_t source = BS_NONE;

    if ((image->is.image.regions & (1U << region)) != 0) {
        return region;
    }
    for (int32_t i = 0; i < (int32_t)lint->scenario->region_count; i++) {
        if ((image->is.image.regions & (1U << i)) != 0 &&
            (source == BS_NONE || is_lost(lint, source))) {
            source = i;
        }
    }
    return source;
}

static void judge_image(struct bs_lint *lint, const struct bs_step *step, judge_fn *judge)
{
    const struct bs_resource *service = bs_lint_resource(lint, step->parameters.resource);
    struct need need = {.verb = "pull image"};

    if (service->is.ecs.image != BS_NONE) {
        need.resource = &lint->scenario->resources[service->is.ecs.image];
        need.source = image_source(lint, need.resource, service->region);
        judge(lint, step, &need);
    }
}

static void judge_secrets(struct bs_lint *lint, const struct bs_step *step, judge_fn *judge)
{
    const struct bs_resource *service = bs_lint_resource(lint, step->parameters.resource);

    for (size_t i = 0; i < service->is.ecs.secret_count; i++) {
        const struct bs_resource *secret = &lint->scenario->resources[service->is.ecs.secrets[i]];
        const struct need need = {.verb = secret->kind == BS_RESOURCE_SECRET ? "read secret"
                                                                             : "read parameter",
                                  .resource = secret,
                                  .source = bs_secret_source(secret, service->region)};

        judge(lint, step, &need);
    }
}

static bool is_elsewhere(const struct bs_lint *lint, const struct bs_step *step,
                         const struct need *need)
{
    return need->source != BS_NONE &&
           need->source != bs_lint_resource(lint, step->parameters.resource)->region;
}

static void judge_lost(struct bs_lint *lint, const struct bs_step *step, const struct need *need)
{
    const char *service = step->parameters.resource->id;

    if (need->source == BS_NONE) {
        bs_lint_at_step(lint, step,
                        "new tasks of %s %s %s, which is in no Region: not one of them can start",
                        service, need->verb, need->resource->id);
    } else if (is_elsewhere(lint, step, need) && is_lost(lint, need->source)) {
        bs_lint_at_step(lint, step,
                        "new tasks of %s %s %s from %s, the Region being left: not one of them can "
                        "start once that is lost",
                        service, need->verb, need->resource->id, lint->lost);
    }
}

static void judge_distant(struct bs_lint *lint, const struct bs_step *step, const struct need *need)
{
    if (is_elsewhere(lint, step, need) && !is_lost(lint, need->source)) {
        bs_lint_at_step(lint, step,
                        "new tasks of %s %s %s from %s, not from their own Region: one more that "
                        "must be up",
                        step->parameters.resource->id, need->verb, need->resource->id,
                        region_name(lint, need->source));
    }
}

/* Tasks that run have what they need; only what starts new ones counts. */
static void for_each_start(struct bs_lint *lint, needs_fn *needs, judge_fn *judge)
{
    const struct bs_step *step = bs_lint_next(lint, BS_BLOCK_SCALE_ECS, NULL);

    for (; step != NULL; step = bs_lint_next(lint, BS_BLOCK_SCALE_ECS, step)) {
        needs(lint, step, judge);
    }
}

void bs_lint_image_not_replicated(struct bs_lint *lint)
{
    for_each_start(lint, judge_image, judge_lost);
}

void bs_lint_image_pulled_from_afar(struct bs_lint *lint)
{
    for_each_start(lint, judge_image, judge_distant);
}

void bs_lint_secret_not_replicated(struct bs_lint *lint)
{
    for_each_start(lint, judge_secrets, judge_lost);
}

void bs_lint_secret_fetched_from_afar(struct bs_lint *lint)
{
    for_each_start(lint, judge_secrets, judge_distant);
}
