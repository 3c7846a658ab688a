/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
/*
 * What a program outside the project would do first: read a document and run a few events. Exits 0 if both
 * gave what their headers promise.
 */
#include "base/document.h"
#include "sim/engine/simulation.h"

#include <stdio.h>

enum { TICKS = 5 };

struct ticker {
    struct bs_simulation *simulation;
    uint64_t ticks;
};

/* One tick a second; each schedules the next. */
static void tick(void *subject, uint64_t k)
{
    struct ticker *ticker = subject;
    const struct bs_event_key next = {
        .at = bs_instant_add(bs_simulation_now(ticker->simulation), BS_SECONDS(1)),
        .phase = BS_PHASE_WORLD,
        .entity = 1,
        .k = k + 1,
    };

    ticker->ticks++;
    if (ticker->ticks < TICKS &&
        bs_simulation_schedule(ticker->simulation, &next, tick, ticker, k + 1, NULL) != BS_OK) {
        bs_simulation_stop(ticker->simulation);
    }
}

static int run_events(void)
{
    const struct bs_simulation_options options = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = 16,
        .event_count_max = 100,
    };
    const struct bs_event_key first = {
        .at = BS_AT_SECONDS(1), .phase = BS_PHASE_WORLD, .entity = 1};
    struct ticker ticker = {.simulation = bs_simulation_new(&options)};
    int status = 1;

    if (ticker.simulation == NULL) {
        return 1;
    }
    if (bs_simulation_schedule(ticker.simulation, &first, tick, &ticker, 0, NULL) == BS_OK &&
        bs_simulation_run(ticker.simulation, BS_AT_SECONDS(60)) == BS_OK && ticker.ticks == TICKS) {
        status = 0;
    }
    bs_simulation_destroy(ticker.simulation);
    return status;
}

int main(int argc, char **argv)
{
    struct bs_error error = {0};
    struct bs_document *document = NULL;

    if (argc != 2) {
        (void)fprintf(stderr, "usage: consumer DOCUMENT\n");
        return 64;
    }
    if (bs_document_load(argv[1], &document, &error) != BS_OK) {
        (void)fprintf(stderr, "consumer: %s\n", error.message);
        return 1;
    }
    (void)printf("%u members at the root of %s\n", bs_document_root(document)->member_count,
                 argv[1]);
    bs_document_destroy(document);
    return run_events();
}
