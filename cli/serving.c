/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/serving.h"

#include <sys/resource.h>
#include <time.h>

enum { OTHER_FILES = 64, WORLD_S = 86400 };

static int64_t read_clock_ns(clockid_t clock)
{
    struct timespec now;

    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

int64_t bs_serving_steady_ns(void *subject)
{
    (void)subject;
    return read_clock_ns(CLOCK_MONOTONIC);
}

int64_t bs_serving_epoch_s(void)
{
    return read_clock_ns(CLOCK_REALTIME) / BS_NS_PER_S;
}

void bs_serving_allow_files(uint32_t connections)
{
    const rlim_t files = (rlim_t)connections + OTHER_FILES;
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < files) {
        limit.rlim_cur = limit.rlim_max < files ? limit.rlim_max : files;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void bs_serving_prolong(struct bs_scenario *scenario)
{
    if (scenario->duration.ns < BS_SECONDS(WORLD_S).ns) {
        scenario->duration = BS_SECONDS(WORLD_S);
    }
}
