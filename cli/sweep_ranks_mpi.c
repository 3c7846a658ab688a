/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#define _GNU_SOURCE /* sched_getaffinity(): mpirun binds processes to processors. */
#include <inttypes.h>
#include <mpi.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/assert.h"
#include "cli/sweep_launch.h"
#include "cli/sweep_ranks.h"

enum { UNDER_WAY_MAX = 64, POLL_NS = 200000 };

/* A message that MPI has not done with. */
struct sending {
    MPI_Request request;
    void *bytes; /* NULL: the place is free. */
};

struct bs_sweep_ranks {
    bool uses_mpi; /* Else the process is alone. */
    size_t number;
    size_t count;
    size_t processors;
    struct sending under_way[UNDER_WAY_MAX];
};

/* ---- Joining ---- */

static size_t processors_online(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    return processors > 0 ? (size_t)processors : 1;
}

/* Ranks of one machine that may use the same processors share them; those bound to others do not count. */
static size_t count_processors(void)
{
    cpu_set_t own;
    cpu_set_t *all;
    MPI_Comm machine;
    int count = 1;
    size_t sharers = 0;
    size_t processors;

    if (sched_getaffinity(0, sizeof(own), &own) != 0) {
        CPU_ZERO(&own);
    }
    (void)MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    (void)MPI_Comm_size(machine, &count);
    all = calloc((size_t)count, sizeof(*all));
    if (all == NULL) {
        bs_sweep_ranks_abort(EXIT_FAILURE);
    }
    (void)MPI_Allgather(&own, (int)sizeof(own), MPI_BYTE, all, (int)sizeof(own), MPI_BYTE, machine);
    for (int i = 0; i < count; i++) {
        sharers += CPU_EQUAL(&own, &all[i]) ? 1 : 0;
    }
    processors = CPU_COUNT(&own) > 0 ? (size_t)CPU_COUNT(&own) : processors_online();
    free(all);
    (void)MPI_Comm_free(&machine);
    BS_ASSERT(sharers > 0); /* Itself. */
    return processors > sharers ? processors / sharers : 1;
}

static enum bs_status join(struct bs_sweep_ranks *ranks, uint64_t announced, struct bs_error *error)
{
    int provided = MPI_THREAD_SINGLE;
    int number = 0;
    int count = 1;

    (void)MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &provided);
    (void)MPI_Comm_rank(MPI_COMM_WORLD, &number);
    (void)MPI_Comm_size(MPI_COMM_WORLD, &count);
    ranks->uses_mpi = true;
    ranks->number = (size_t)number;
    ranks->count = (size_t)count;
    ranks->processors = count_processors();
    if (provided < MPI_THREAD_FUNNELED) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "this MPI knows no threads");
    }
    if (count == 1 && announced > 1) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "started as one of %" PRIu64 ", but by the launcher of another MPI: "
                            "use that of the OpenMPI that blackstart was built with",
                            announced);
    }
    return BS_OK;
}

enum bs_status bs_sweep_ranks_join(struct bs_sweep_ranks **ranks, struct bs_error *error)
{
    const struct bs_sweep_launch launch = bs_sweep_launch_read();
    struct bs_sweep_ranks *joined = calloc(1, sizeof(*joined));
    enum bs_status status = BS_OK;

    if (joined == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    joined->count = 1;
    joined->processors = processors_online();
    if (launch.is_by_mpi) {
        status = join(joined, launch.processes, error);
    }
    if (status == BS_OK) {
        *ranks = joined;
    } else {
        bs_sweep_ranks_leave(joined);
    }
    return status;
}

size_t bs_sweep_ranks_number(const struct bs_sweep_ranks *ranks)
{
    return ranks->number;
}

size_t bs_sweep_ranks_count(const struct bs_sweep_ranks *ranks)
{
    return ranks->count;
}

size_t bs_sweep_ranks_processors(const struct bs_sweep_ranks *ranks)
{
    return ranks->processors;
}

/* ---- Messages ---- */

/* Frees what has been sent; how many places are taken. */
static size_t tidy_up(struct bs_sweep_ranks *ranks)
{
    size_t taken = 0;

    for (size_t i = 0; i < UNDER_WAY_MAX; i++) {
        struct sending *sending = &ranks->under_way[i];
        int is_sent = 0;

        if (sending->bytes == NULL) {
            continue;
        }
        (void)MPI_Test(&sending->request, &is_sent, MPI_STATUS_IGNORE);
        if (is_sent != 0) {
            free(sending->bytes);
            sending->bytes = NULL;
        } else {
            taken++;
        }
    }
    return taken;
}

/* MPI's own way of waiting keeps a processor busy that trials could use. */
static void wait_until_under_way(struct bs_sweep_ranks *ranks, size_t at_most)
{
    const struct timespec pause = {.tv_nsec = POLL_NS};

    while (tidy_up(ranks) > at_most) {
        (void)nanosleep(&pause, NULL);
    }
}

static struct sending *free_place(struct bs_sweep_ranks *ranks)
{
    size_t i = 0;

    wait_until_under_way(ranks, UNDER_WAY_MAX - 1);
    while (ranks->under_way[i].bytes != NULL) {
        i++;
    }
    return &ranks->under_way[i];
}

enum bs_status bs_sweep_ranks_send(struct bs_sweep_ranks *ranks, size_t to, int kind,
                                   const void *bytes, size_t length, struct bs_error *error)
{
    struct sending *sending = free_place(ranks);

    BS_ASSERT(to < ranks->count && to != ranks->number && length <= INT32_MAX);
    sending->bytes = malloc(length + 1); /* Nothing is also a message. */
    if (sending->bytes == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (length > 0) {
        memcpy(sending->bytes, bytes, length);
    }
    /* tidy_up() asks after it. NOLINTNEXTLINE(clang-analyzer-optin.mpi.MPI-Checker) */
    (void)MPI_Isend(sending->bytes, (int)length, MPI_BYTE, (int)to, kind, MPI_COMM_WORLD,
                    &sending->request);
    return BS_OK;
}

enum bs_status bs_sweep_ranks_receive(struct bs_sweep_ranks *ranks,
                                      struct bs_sweep_message *message, bool *has_come,
                                      struct bs_error *error)
{
    MPI_Status envelope;
    int is_there = 0;
    int length = 0;

    *has_come = false;
    if (!ranks->uses_mpi) {
        return BS_OK;
    }
    (void)tidy_up(ranks);
    (void)MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &is_there, &envelope);
    if (is_there == 0) {
        return BS_OK;
    }
    (void)MPI_Get_count(&envelope, MPI_BYTE, &length);
    *message = (struct bs_sweep_message){
        .from = (size_t)envelope.MPI_SOURCE,
        .kind = envelope.MPI_TAG,
        .bytes = malloc((size_t)length + 1),
        .length = (size_t)length,
    };
    if (message->bytes == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    (void)MPI_Recv(message->bytes, length, MPI_BYTE, envelope.MPI_SOURCE, envelope.MPI_TAG,
                   MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    *has_come = true;
    return BS_OK;
}

/* ---- Leaving ---- */

void bs_sweep_ranks_leave(struct bs_sweep_ranks *ranks)
{
    if (ranks != NULL && ranks->uses_mpi) {
        wait_until_under_way(ranks, 0);
        (void)MPI_Finalize();
    }
    free(ranks);
}

_Noreturn void bs_sweep_ranks_abort(int exit_status)
{
    (void)MPI_Abort(MPI_COMM_WORLD, exit_status);
    abort();
}
