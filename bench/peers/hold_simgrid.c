/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * The hold model in SimGrid: as many actors as events are pending, each sleeping again and again.
 *
 * usage: hold_simgrid PLATFORM PENDING EVENTS
 *
 * Prints events per second of CPU time. Delays are drawn from a table of quantiles, so that drawing
 * costs little; two rounds go by unmeasured.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <simgrid/actor.h>
#include <simgrid/engine.h>
#include <simgrid/host.h>

#include "base/pcg.h"
#include "base/time.h"
#include "sim/engine/variate.h"

enum { DELAY_TABLE_SIZE = 4096, WARM_UP_ROUNDS = 2 };

/* Actors of one thread, and there is one model. */
static struct {
    struct bs_pcg pcg;
    double delays_s[DELAY_TABLE_SIZE];
    uint64_t drawn;
    uint64_t warm_at; /* In delays drawn, as is .. */
    uint64_t over_at; /* .. this. */
    double began_s;
    double ended_s;
} hold;

static double cpu_s(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void fill_delays(void)
{
    const struct bs_distribution exponential = {
        .kind = BS_DISTRIBUTION_EXPONENTIAL,
        .exponential = {.mean = BS_SECONDS(10)},
    };

    for (uint64_t i = 0; i < DELAY_TABLE_SIZE; i++) {
        hold.delays_s[i] =
            (double)bs_distribution_sample(&exponential, i * (UINT64_MAX / DELAY_TABLE_SIZE)).ns /
            1e9;
    }
}

static void wait_again_and_again(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    while (hold.drawn < hold.over_at) {
        if (++hold.drawn == hold.warm_at) {
            hold.began_s = cpu_s();
        } else if (hold.drawn == hold.over_at) {
            hold.ended_s = cpu_s();
        }
        sg_actor_sleep_for(hold.delays_s[bs_pcg_next(&hold.pcg) % DELAY_TABLE_SIZE]);
    }
}

int main(int argc, char **argv)
{
    static char small_stacks[] = "--cfg=contexts/stack-size:16";
    static char no_guards[] = "--cfg=contexts/guard-size:0";
    static char no_info[] = "--log=root.thresh:error";
    char *words[] = {argv[0], small_stacks, no_guards, no_info, NULL};
    int word_count = 4;
    uint64_t pending = argc == 4 ? strtoull(argv[2], NULL, 10) : 0;
    uint64_t events = argc == 4 ? strtoull(argv[3], NULL, 10) : 0;

    if (pending == 0 || events == 0) {
        (void)fprintf(stderr, "usage: hold_simgrid PLATFORM PENDING EVENTS\n");
        return EXIT_FAILURE;
    }
    simgrid_init(&word_count, words);
    simgrid_load_platform(argv[1]);
    fill_delays();
    hold.pcg = bs_pcg_seeded(42, 54);
    hold.warm_at = pending * (1 + WARM_UP_ROUNDS);
    hold.over_at = hold.warm_at + events;
    for (uint64_t i = 0; i < pending; i++) {
        (void)sg_actor_create("waiting", sg_host_by_name("host"), wait_again_and_again, 0, NULL);
    }
    simgrid_run();
    (void)printf("%.0f\n", (double)events / (hold.ended_s - hold.began_s));
    return EXIT_SUCCESS;
}
