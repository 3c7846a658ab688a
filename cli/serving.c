/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/serving.h"

#include <sys/resource.h>
#include <time.h>

enum { OTHER_FILES = 64, WORLD_S = 86400 };

int64_t bs_serving_steady_ns(void *subject)
{
    struct timespec now;

    (void)subject;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * BS_NS_PER_S + now.tv_nsec;
}

int64_t bs_serving_epoch_s(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec;
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
