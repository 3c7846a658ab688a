/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/fuzz/fuzz_run.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/assert.h"
#include "reports/json_card.h"
#include "reports/report.h"
#include "reports/text_card.h"
#include "sim/trial/trial.h"

enum {
    PATH_BYTES_MAX = 4096,
    CARD_BYTES_MAX = 64 * 1024 * 1024,
    RESOLVERS_MAX = 40,
};

#define RATE_MAX (INT64_C(4) * BS_PPB_ONE)

struct bs_document *bs_fuzz_load(const char *name)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};
    char path[PATH_BYTES_MAX];

    (void)snprintf(path, sizeof(path), "%s/%s", BS_SOURCE_DIR, name);
    if (bs_document_load(path, &document, &error) != BS_OK) {
        (void)fprintf(stderr, "%s: %s\n", path, error.message);
        abort();
    }
    return document;
}

void bs_fuzz_check_refusal(const struct bs_error *error)
{
    BS_ASSERT(error->status != BS_OK);
    BS_ASSERT(error->status != BS_ERR_INTERNAL);
    BS_ASSERT(error->message[0] != '\0');
}

struct bs_document *bs_fuzz_parse(const uint8_t *bytes, size_t size)
{
    struct bs_document *document = NULL;
    struct bs_error error = {0};

    if (bs_document_parse("fuzz", (const char *)bytes, size, &document, &error) != BS_OK) {
        bs_fuzz_check_refusal(&error);
        BS_ASSERT(error.where.line <= size + 1);
        return NULL;
    }
    return document;
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

void bs_fuzz_shorten(struct bs_scenario *scenario, struct bs_duration duration_max)
{
    scenario->duration.ns = smaller(scenario->duration.ns, duration_max.ns);
    for (size_t i = 0; i < scenario->client_count; i++) {
        struct bs_client_population *client = &scenario->clients[i];

        client->reads_nano_per_s = smaller(client->reads_nano_per_s, RATE_MAX);
        client->writes_nano_per_s = smaller(client->writes_nano_per_s, RATE_MAX);
    }
    for (size_t i = 0; i < scenario->resolver_count; i++) {
        scenario->resolvers[i].count = smaller(scenario->resolvers[i].count, RESOLVERS_MAX);
    }
}

static void judge(const struct bs_history *history)
{
    const struct bs_report_inputs inputs = {
        .history = history, .scenario_file = "fuzz", .backend = "sim", .reproduce = "fuzz"};
    struct bs_report *report = NULL;
    struct bs_error error = {0};
    struct bs_buffer card;

    if (bs_report_build(&inputs, &report, &error) != BS_OK) {
        bs_fuzz_check_refusal(&error);
        return;
    }
    bs_buffer_init(&card, CARD_BYTES_MAX);
    bs_report_json(report, 2, &card);
    bs_report_text(report, &(struct bs_text_card_options){.colour = true}, &card);
    BS_ASSERT(!card.failed);
    bs_buffer_clean_up(&card);
    bs_report_destroy(report);
}

void bs_fuzz_run(const struct bs_scenario *scenario, const struct bs_loaded_plan *plan)
{
    const struct bs_trial_options options = {.scenario = scenario, .plan = plan, .seed = 1};
    struct bs_history *history = NULL;
    struct bs_error error = {0};

    if (bs_trial_run(&options, &history, NULL, &error) != BS_OK) {
        bs_fuzz_check_refusal(&error);
        return;
    }
    judge(history);
    bs_history_destroy(history);
}
