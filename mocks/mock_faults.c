/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Disasters of a mock: faults added to its world, listed and ended. */

#include "base/assert.h"
#include "mocks/mock_state.h"

/* AWS's Regions: where an account without a scenario can fail. */
static const char *const regions[] = {
    "af-south-1",     "ap-east-1",      "ap-east-2",      "ap-northeast-1", "ap-northeast-2",
    "ap-northeast-3", "ap-south-1",     "ap-south-2",     "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
    "ca-central-1",   "ca-west-1",      "eu-central-1",   "eu-central-2",   "eu-north-1",
    "eu-south-1",     "eu-south-2",     "eu-west-1",      "eu-west-2",      "eu-west-3",
    "il-central-1",   "me-central-1",   "me-south-1",     "mx-central-1",   "sa-east-1",
    "us-east-1",      "us-east-2",      "us-west-1",      "us-west-2",
};

struct bs_scenario *bs_mock_regions(void)
{
    struct bs_scenario *scenario =
        bs_scenario_of_regions(regions, sizeof(regions) / sizeof(regions[0]), BS_DURATION_MAX);

    BS_ASSERT(scenario != NULL);
    return scenario;
}

/* What begins now has begun when whoever asked is answered, also while the clock stands still. */
static enum bs_status add(struct bs_mock *mock, struct bs_document *document,
                          struct bs_error *error)
{
    enum bs_status status;

    (void)bs_mock_move_to_now(mock);
    status = bs_world_add_faults(mock->world, document, error);
    if (status == BS_OK) {
        status = bs_simulation_run(mock->simulation, bs_simulation_now(mock->simulation));
        BS_ASSERT(status == BS_OK);
        bs_mock_keep(mock);
    }
    return status;
}

enum bs_status bs_mock_add_faults(struct bs_mock *mock, const char *text, size_t length,
                                  struct bs_error *error)
{
    struct bs_document *document = NULL;
    enum bs_status status = bs_document_parse("faults", text, length, &document, error);

    if (status == BS_OK) {
        (void)pthread_mutex_lock(&mock->mutex);
        status = add(mock, document, error);
        (void)pthread_mutex_unlock(&mock->mutex);
    }
    return status;
}

size_t bs_mock_end_faults(struct bs_mock *mock, const char *name)
{
    size_t count;

    (void)pthread_mutex_lock(&mock->mutex);
    (void)bs_mock_move_to_now(mock);
    count = bs_world_end_faults(mock->world, name);
    (void)pthread_cond_signal(&mock->stir);
    (void)pthread_mutex_unlock(&mock->mutex);
    return count;
}

static void write_instant(struct bs_json_writer *writer, const char *key, struct bs_instant at)
{
    bs_json_key(writer, key);
    if (at.ns == BS_INSTANT_NEVER.ns) {
        bs_json_null(writer);
    } else {
        bs_json_seconds(writer, at.ns);
    }
}

static void write_fault(struct bs_json_writer *writer, const struct bs_world_fault *fault)
{
    static const char *const stages[] = {
        [BS_FAULT_STAGE_TO_COME] = "to come",
        [BS_FAULT_STAGE_ON] = "on",
        [BS_FAULT_STAGE_OVER] = "over",
    };

    bs_json_begin_object(writer);
    bs_json_key(writer, "name");
    bs_json_text(writer, fault->name);
    bs_json_key(writer, "kind");
    bs_json_text(writer, bs_fault_kind_name(fault->kind));
    bs_json_key(writer, "state");
    bs_json_text(writer, stages[fault->stage]);
    write_instant(writer, "from_s", fault->from);
    write_instant(writer, "to_s", fault->to);
    bs_json_end_object(writer);
}

void bs_mock_write_faults(struct bs_mock *mock, struct bs_json_writer *writer)
{
    (void)pthread_mutex_lock(&mock->mutex);
    (void)bs_mock_move_to_now(mock);
    bs_json_begin_array(writer);
    for (size_t i = 0; i < bs_world_fault_count(mock->world); i++) {
        const struct bs_world_fault fault = bs_world_fault(mock->world, i);

        write_fault(writer, &fault);
    }
    bs_json_end_array(writer);
    (void)pthread_mutex_unlock(&mock->mutex);
}
