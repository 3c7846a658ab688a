/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as a plan for a small platform: refused with words, or executed when the platform loses a Region.
 */

#include "base/assert.h"
#include "sim/trial/trial.h"
#include "tests/fuzz/fuzz_run.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static struct bs_scenario *load_platform(void)
{
    struct bs_document *document = bs_fuzz_load("tests/cli/language/platform.yaml");
    struct bs_scenario *scenario = NULL;
    struct bs_error error = {0};

    BS_ASSERT(bs_document_set(document, "faults.0.at", "30s", &error) == BS_OK);
    BS_ASSERT(bs_scenario_from_document(document, &scenario, &error) == BS_OK);
    bs_fuzz_shorten(scenario, BS_SECONDS(600));
    return scenario;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct bs_scenario *scenario;
    static struct bs_bindings bindings;
    struct bs_document *document = bs_fuzz_parse(bytes, size);
    struct bs_loaded_plan *plan = NULL;
    struct bs_error error = {0};

    if (document == NULL) {
        return 0;
    }
    if (scenario == NULL) {
        scenario = load_platform();
        BS_ASSERT(bs_trial_bindings(scenario, &bindings) == BS_OK);
    }
    if (bs_plan_from_document(document, &bindings, &plan, &error) == BS_OK) {
        bs_fuzz_run(scenario, plan);
        bs_loaded_plan_destroy(plan);
    } else {
        bs_fuzz_check_refusal(&error);
    }
    bs_document_destroy(document);
    return 0;
}
