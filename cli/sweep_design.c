/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/sweep_design.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "base/buffer.h"
#include "cli/output.h"
#include "sim/scenario/uncertain.h"
#include "sim/trial/trial.h"

enum { ARENA_BYTES_MAX = 256 * 1024 * 1024, TEXT_BYTES_MAX = 64 * 1024 };

static enum bs_status no_memory(struct bs_error *error)
{
    return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
}

/* ---- Variants ---- */

/* Variants as they are being listed. */
struct listing {
    struct bs_arena *arena;
    struct bs_variant *variants;
    size_t count;
};

/* The two texts with `between` between them, if neither is empty; NULL: no memory. */
static const char *join(struct bs_arena *arena, const char *first, const char *between,
                        const char *second, size_t second_length)
{
    const size_t first_length = strlen(first);
    const char *link = first_length > 0 && second_length > 0 ? between : "";
    const size_t length = first_length + strlen(link) + second_length;
    char *joined = bs_arena_allocate(arena, length + 1);

    if (joined != NULL) {
        (void)snprintf(joined, length + 1, "%s%s%.*s", first, link, (int)second_length, second);
    }
    return joined;
}

/* How long the first of values with commas between is; commas within {}, [] or quotes belong to it. */
static size_t value_length(const char *values)
{
    size_t depth = 0;
    size_t i = 0;
    char quote = '\0';

    for (; values[i] != '\0' && (values[i] != ',' || depth > 0 || quote != '\0'); i++) {
        const char c = values[i];

        if (quote != '\0') {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && depth > 0) {
            depth--;
        }
    }
    return i;
}

/* One more choice: what `from` is, with PATH=VALUE on top. */
static enum bs_status add_choice(struct listing *listing, const struct bs_variant *from,
                                 const char *setting, struct bs_error *error)
{
    const struct bs_variant variant = {
        .kind = BS_VARIANT_CHOICE,
        .label = join(listing->arena, from->label, ", ", setting, strlen(setting)),
        .overrides = join(listing->arena, from->overrides, "\n", setting, strlen(setting)),
        .trials = from->trials,
    };

    if (variant.label == NULL || variant.overrides == NULL) {
        return no_memory(error);
    }
    if (listing->count == BS_VARIANTS_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--vary: more than %d variants",
                            BS_VARIANTS_MAX - 1);
    }
    listing->variants[listing->count++] = variant;
    return BS_OK;
}

/* All variants from `first` to `end`, each with each of the values. */
static enum bs_status multiply(struct listing *listing, size_t first, size_t end, const char *vary,
                               struct bs_error *error)
{
    const char *equals = strchr(vary, '=');
    enum bs_status status = BS_OK;

    if (equals == NULL || equals == vary || equals[1] == '\0' || strchr(vary, '\n') != NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--vary needs PATH=V1,V2,.., such as "
                            "--vary probes.app.every=5s,10s,30s; found '%s'",
                            vary);
    }
    for (size_t i = first; i < end && status == BS_OK; i++) {
        const struct bs_variant from = listing->variants[i];
        const char *value = equals + 1;

        while (status == BS_OK) {
            const size_t length = value_length(value);
            const char *path = bs_arena_text(listing->arena, vary, (size_t)(equals - vary) + 1);
            const char *setting =
                path == NULL ? NULL : join(listing->arena, path, "", value, length);

            status =
                setting == NULL ? no_memory(error) : add_choice(listing, &from, setting, error);
            value += length;
            if (*value == '\0') {
                break;
            }
            value++;
        }
    }
    return status;
}

/* The base, then every combination of what is varied. */
static enum bs_status list_variants(const struct bs_sweep_request *request, struct listing *listing,
                                    struct bs_error *error)
{
    const struct bs_variant base = {BS_VARIANT_BASE, "", "", request->trials};
    size_t first = 0;
    enum bs_status status = BS_OK;

    listing->variants = bs_arena_array(listing->arena, BS_VARIANTS_MAX, sizeof(*listing->variants));
    if (listing->variants == NULL) {
        return no_memory(error);
    }
    listing->variants[listing->count++] = base;
    for (size_t i = 0; i < request->vary->count && status == BS_OK; i++) {
        const size_t end = listing->count;

        status = multiply(listing, first, end, request->vary->items[i], error);
        if (status == BS_OK && first > 0) { /* Half-made combinations give way to whole ones. */
            memmove(&listing->variants[first], &listing->variants[end],
                    (listing->count - end) * sizeof(*listing->variants));
            listing->count -= end - first;
        }
        first = 1;
    }
    return status;
}

/* ---- What is uncertain ---- */

static enum bs_status add_setting(struct listing *listing, enum bs_variant_kind kind,
                                  const struct bs_uncertain *input, const char *value,
                                  uint64_t trials, struct bs_error *error)
{
    const char *setting = join(listing->arena, input->path, "=", value, strlen(value));

    if (setting == NULL) {
        return no_memory(error);
    }
    if (listing->count == BS_VARIANTS_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "more than %d variants, most of them for --influence; --influence 0 "
                            "does without",
                            BS_VARIANTS_MAX - 1);
    }
    listing->variants[listing->count++] = (struct bs_variant){kind, setting, setting, trials};
    return BS_OK;
}

static enum bs_status add_input(struct listing *listing, const struct bs_uncertain *input,
                                uint64_t trials, struct bs_error *error)
{
    enum bs_status status;

    if (input->kind == BS_UNCERTAIN_STOCHASTIC) {
        return add_setting(listing, BS_VARIANT_HELD, input, input->held, trials, error);
    }
    status = add_setting(listing, BS_VARIANT_HALF, input, input->half, trials, error);
    return status == BS_OK
               ? add_setting(listing, BS_VARIANT_DOUBLE, input, input->doubled, trials, error)
               : status;
}

/* Each stochastic input held, each value without a source halved and doubled: of the base, one by one. */
static enum bs_status list_inputs(const struct bs_sweep_request *request,
                                  const struct bs_scenario *scenario, struct listing *listing,
                                  struct bs_error *error)
{
    const uint64_t trials =
        request->influence < request->trials ? request->influence : request->trials;
    struct bs_uncertain_list inputs = {.count = 0};
    enum bs_status status = BS_OK;

    if (trials > 0) {
        status = bs_uncertain_list(scenario, listing->arena, &inputs, error);
    }
    for (size_t i = 0; i < inputs.count && status == BS_OK; i++) {
        status = add_input(listing, &inputs.items[i], trials, error);
    }
    return status;
}

/* ---- Loading ---- */

/* The sweep's --set texts and the variant's own, which `copy` holds and loses its line feeds. */
static enum bs_status gather_overrides(const struct bs_sweep_request *request, char *copy,
                                       struct bs_texts *texts, struct bs_error *error)
{
    *texts = *request->overrides;
    for (char *left = copy; *left != '\0';) {
        const size_t length = strcspn(left, "\n");
        const bool is_last = left[length] == '\0';

        if (texts->count == BS_TEXTS_MAX) {
            return bs_error_set(error, BS_ERR_INPUT, NULL,
                                "--set and --vary together change more than %d values",
                                (int)BS_TEXTS_MAX);
        }
        left[length] = '\0';
        texts->items[texts->count++] = left;
        left += length + (is_last ? 0 : 1);
    }
    return BS_OK;
}

static enum bs_status load_variant(const struct bs_sweep_request *request,
                                   const struct bs_variant *variant, struct bs_inputs *inputs,
                                   struct bs_error *error)
{
    struct bs_texts texts;
    char *copy = strdup(variant->overrides);
    enum bs_status status;

    if (copy == NULL) {
        return no_memory(error);
    }
    status = gather_overrides(request, copy, &texts, error);
    if (status == BS_OK) {
        status = bs_inputs_load(request->scenario, &texts, inputs, error);
    }
    free(copy);
    return status;
}

/* Variants from `first` on. */
static enum bs_status load_from(const struct bs_sweep_request *request, struct bs_sweep_plan *plan,
                                size_t first, struct bs_error *error)
{
    enum bs_status status = BS_OK;

    for (size_t i = first; i < plan->design.variant_count && status == BS_OK; i++) {
        status = load_variant(request, &plan->design.variants[i], &plan->inputs[i], error);
        plan->to_run[i] =
            (struct bs_ensemble_variant){plan->inputs[i].scenario, plan->inputs[i].plan};
    }
    return status;
}

/* What is uncertain is known once the base is loaded. */
static enum bs_status list_and_load(const struct bs_sweep_request *request,
                                    struct bs_sweep_plan *plan, struct bs_error *error)
{
    struct listing listing = {.arena = &plan->arena};
    enum bs_status status = list_variants(request, &listing, error);
    size_t loaded;

    plan->inputs = bs_arena_array(&plan->arena, BS_VARIANTS_MAX, sizeof(*plan->inputs));
    plan->to_run = bs_arena_array(&plan->arena, BS_VARIANTS_MAX, sizeof(*plan->to_run));
    if (status == BS_OK && (plan->inputs == NULL || plan->to_run == NULL)) {
        status = no_memory(error);
    }
    plan->design.variants = listing.variants;
    plan->design.variant_count = loaded = listing.count;
    if (status == BS_OK) {
        status = load_from(request, plan, 0, error);
    }
    if (status == BS_OK) {
        status = list_inputs(request, plan->inputs[0].scenario, &listing, error);
    }
    if (status == BS_OK) {
        plan->design.variant_count = listing.count;
        status = load_from(request, plan, loaded, error);
    }
    return status;
}

/* ---- What is kept of a trial ---- */

static enum bs_status columns_of(const struct bs_sweep_plan *plan, size_t variant,
                                 struct bs_arena *arena, struct bs_columns *columns,
                                 struct bs_error *error)
{
    const struct bs_trial_options options = {
        .scenario = plan->to_run[variant].scenario,
        .plan = plan->to_run[variant].plan,
        .seed = plan->design.seed,
        .detail = BS_DETAIL_SKIP,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
    };
    struct bs_report_inputs inputs = {.history = NULL};
    struct bs_history *history = NULL;
    struct bs_report *report = NULL;
    enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    inputs.history = history;
    if (status == BS_OK) {
        status = bs_report_build(&inputs, &report, error);
    }
    if (status == BS_OK) {
        status = bs_columns_make(history, report, arena, columns, error);
    }
    bs_report_destroy(report);
    bs_history_destroy(history);
    return status;
}

static const char *plan_sha256_of(const struct bs_sweep_plan *plan, size_t variant)
{
    return plan->to_run[variant].plan != NULL ? bs_loaded_plan_sha256(plan->to_run[variant].plan)
                                              : NULL;
}

static bool has_plan_of_its_own(const struct bs_sweep_plan *plan, size_t variant)
{
    for (size_t i = 0; i < variant; i++) {
        if (bs_text_is(plan_sha256_of(plan, i), plan_sha256_of(plan, variant))) {
            return false;
        }
    }
    return true;
}

static enum bs_status find_columns(struct bs_sweep_plan *plan, struct bs_error *error)
{
    struct bs_columns others;
    enum bs_status status = columns_of(plan, 0, &plan->arena, &plan->design.columns, error);

    for (size_t i = 1; i < plan->design.variant_count && status == BS_OK; i++) {
        if (has_plan_of_its_own(plan, i)) {
            status = columns_of(plan, i, &plan->arena, &others, error);
            if (status == BS_OK) {
                status = bs_columns_merge(&plan->design.columns, &others, error);
            }
        }
    }
    return status;
}

static enum bs_status write_command(const struct bs_sweep_request *request,
                                    struct bs_sweep_plan *plan, struct bs_error *error)
{
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, TEXT_BYTES_MAX);
    bs_buffer_text(&buffer, "blackstart run ");
    bs_output_append_word(&buffer, request->scenario);
    for (size_t i = 0; i < request->overrides->count; i++) {
        bs_buffer_text(&buffer, " --set ");
        bs_output_append_word(&buffer, request->overrides->items[i]);
    }
    plan->design.command =
        buffer.failed ? NULL : bs_arena_text(&plan->arena, buffer.bytes, buffer.length);
    bs_buffer_clean_up(&buffer);
    return plan->design.command != NULL ? BS_OK : no_memory(error);
}

static void fill_in_names(struct bs_sweep_plan *plan)
{
    const struct bs_scenario *scenario = plan->inputs[0].scenario;
    const struct bs_loaded_plan *loaded = plan->inputs[0].plan;

    plan->design.scenario = scenario->name;
    plan->design.scenario_sha256 = scenario->sha256;
    plan->design.plan = loaded != NULL ? bs_loaded_plan_get(loaded)->name : NULL;
    plan->design.plan_sha256 = plan_sha256_of(plan, 0);
    plan->design.version = bs_version;
    plan->design.clock = bs_clock_names[scenario->objectives.clock];
}

enum bs_status bs_sweep_plan_make(const struct bs_sweep_request *request,
                                  struct bs_sweep_plan *plan, struct bs_error *error)
{
    enum bs_status status;

    *plan = (struct bs_sweep_plan){.design = {.seed = request->seed}};
    bs_arena_init(&plan->arena, ARENA_BYTES_MAX);
    status = list_and_load(request, plan, error);
    if (status == BS_OK) {
        fill_in_names(plan);
        status = write_command(request, plan, error);
    }
    if (status == BS_OK) {
        status = find_columns(plan, error);
    }
    if (status != BS_OK) {
        bs_sweep_plan_clean_up(plan);
    }
    return status;
}

void bs_sweep_plan_clean_up(struct bs_sweep_plan *plan)
{
    for (size_t i = 0; i < plan->design.variant_count && plan->inputs != NULL; i++) {
        bs_inputs_clean_up(&plan->inputs[i]);
    }
    bs_arena_clean_up(&plan->arena);
}
