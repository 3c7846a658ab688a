/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/ensemble/ensemble.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/assert.h"
#include "sim/trial/trial.h"

struct crew {
    const struct bs_ensemble *ensemble;
    atomic_size_t next; /* The next block that nobody has taken. */
    atomic_bool is_over;
    pthread_mutex_t lock; /* Over `keep`, status and error. */
    enum bs_status status;
    struct bs_error *error;
};

/* One thread's own. */
struct worker {
    struct crew *crew;
    struct bs_trial_workspace *workspace;
    int64_t *values; /* Of the trials of a block. */
};

/* The history is the workspace's. */
static enum bs_status run_trial(const struct worker *worker, size_t variant, uint64_t seed,
                                int64_t *values, struct bs_error *error)
{
    const struct bs_ensemble *ensemble = worker->crew->ensemble;
    const struct bs_trial_options options = {
        .scenario = ensemble->variants[variant].scenario,
        .plan = ensemble->variants[variant].plan,
        .seed = seed,
        .detail = ensemble->detail,
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .workspace = worker->workspace,
    };
    struct bs_history *history = NULL;
    const enum bs_status status = bs_trial_run(&options, &history, NULL, error);

    return status == BS_OK ? ensemble->judge(ensemble->self, history, values, error) : status;
}

/* How many of the block's trials are done: all, unless something went wrong or it is over. */
static size_t run_block(const struct worker *worker, const struct bs_ensemble_block *block,
                        enum bs_status *status, struct bs_error *error)
{
    struct crew *crew = worker->crew;
    const struct bs_ensemble *ensemble = crew->ensemble;
    size_t done = 0;

    while (done < block->count && !atomic_load(&crew->is_over)) {
        const uint64_t seed = ensemble->seed + block->first + done;

        if (!ensemble->begins(ensemble->self, block->variant, seed)) {
            atomic_store(&crew->is_over, true);
            break;
        }
        *status =
            run_trial(worker, block->variant, seed, &worker->values[done * ensemble->width], error);
        if (*status != BS_OK) {
            break;
        }
        done++;
    }
    return done;
}

/* The first error counts: whatever goes wrong later may only follow from it. */
static void hand_in(struct crew *crew, const struct bs_ensemble_block *block, size_t done,
                    const int64_t *values, enum bs_status status, struct bs_error *error)
{
    (void)pthread_mutex_lock(&crew->lock);
    if (done > 0 && crew->status == BS_OK) {
        const enum bs_status kept =
            crew->ensemble->keep(crew->ensemble->self, block, done, values, error);

        status = status == BS_OK ? kept : status;
    }
    if (status != BS_OK && crew->status == BS_OK) {
        crew->status = bs_error_set(crew->error, status, &error->where, "%s", error->message);
    }
    if (crew->status != BS_OK) {
        atomic_store(&crew->is_over, true);
    }
    (void)pthread_mutex_unlock(&crew->lock);
}

static size_t longest_block(const struct bs_ensemble *ensemble)
{
    size_t longest = 1;

    for (size_t i = 0; i < ensemble->block_count; i++) {
        longest = ensemble->blocks[i].count > longest ? ensemble->blocks[i].count : longest;
    }
    return longest;
}

static void take_blocks(const struct worker *worker)
{
    struct crew *crew = worker->crew;

    while (!atomic_load(&crew->is_over)) {
        const size_t index = atomic_fetch_add(&crew->next, 1);
        struct bs_error error = {0};
        enum bs_status status = BS_OK;
        size_t done = 0;

        if (index >= crew->ensemble->block_count) {
            break;
        }
        if (worker->values == NULL || worker->workspace == NULL) {
            status = bs_error_set(&error, BS_ERR_MEMORY, NULL, "out of memory");
        } else {
            done = run_block(worker, &crew->ensemble->blocks[index], &status, &error);
        }
        hand_in(crew, &crew->ensemble->blocks[index], done, worker->values, status, &error);
    }
}

static void *work(void *argument)
{
    struct crew *crew = argument;
    const struct worker worker = {
        .crew = crew,
        .workspace = bs_trial_workspace_new(),
        .values = calloc(longest_block(crew->ensemble) * crew->ensemble->width, sizeof(int64_t)),
    };

    take_blocks(&worker);
    bs_trial_workspace_destroy(worker.workspace);
    free(worker.values);
    return NULL;
}

enum bs_status bs_ensemble_run(const struct bs_ensemble *ensemble, struct bs_error *error)
{
    struct crew crew = {.ensemble = ensemble, .error = error};
    pthread_t threads[BS_ENSEMBLE_JOBS_MAX];
    size_t started = 0;

    BS_ASSERT(ensemble->jobs >= 1 && ensemble->jobs <= BS_ENSEMBLE_JOBS_MAX);
    BS_ASSERT(ensemble->width > 0);
    if (pthread_mutex_init(&crew.lock, NULL) != 0) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    /* The caller's thread is one of them; where no more are to be had, fewer do it all. */
    while (started + 1 < ensemble->jobs &&
           pthread_create(&threads[started], NULL, work, &crew) == 0) {
        started++;
    }
    (void)work(&crew);
    for (size_t i = 0; i < started; i++) {
        (void)pthread_join(threads[i], NULL);
    }
    (void)pthread_mutex_destroy(&crew.lock);
    return crew.status;
}
