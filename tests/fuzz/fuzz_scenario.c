/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as a scenario: refused with words, or a world that runs for a minute, with a plan if that fits.
 */

#include "base/assert.h"
#include "sim/trial/trial.h"
#include "tests/fuzz/fuzz_run.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* NULL where the plan names what this scenario does not have. */
static struct bs_loaded_plan *load_plan(struct bs_scenario *scenario)
{
    static struct bs_document *document;
    struct bs_loaded_plan *plan = NULL;
    struct bs_bindings bindings;
    struct bs_error error = {0};

    if (document == NULL) {
        document = bs_fuzz_load("tests/cli/language/plan.yaml");
    }
    BS_ASSERT(bs_trial_bindings(scenario, &bindings) == BS_OK);
    if (bs_plan_from_document(document, &bindings, &plan, &error) != BS_OK) {
        bs_fuzz_check_refusal(&error);
    }
    return plan;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bs_document *document = bs_fuzz_parse(bytes, size);
    struct bs_scenario *scenario = NULL;
    struct bs_loaded_plan *plan;
    struct bs_error error = {0};

    if (document == NULL) {
        return 0;
    }
    if (bs_scenario_from_document(document, &scenario, &error) != BS_OK) {
        bs_fuzz_check_refusal(&error);
        return 0;
    }
    plan = load_plan(scenario);
    bs_fuzz_shorten(scenario, BS_SECONDS(60));
    bs_fuzz_run(scenario, plan);
    bs_loaded_plan_destroy(plan);
    bs_scenario_destroy(scenario);
    return 0;
}
