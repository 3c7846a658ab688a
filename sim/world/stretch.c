/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/stretch.h"

#include "sim/world/request.h"

static const struct bs_cohort *cohort_of(const struct bs_process *process)
{
    return &process->world->clients.cohorts[process->cohort];
}

/* ---- All alike ---- */

static uint64_t first_at_second(struct bs_process *process, int64_t second)
{
    return bs_arrivals_first_at_or_after(&process->arrivals,
                                         (struct bs_instant){second * BS_NS_PER_S});
}

/* Requests [from_k, to_k), all alike: every one served at once, or every one failed for good. */
static void count_alike(struct bs_process *process, uint64_t from_k, uint64_t to_k,
                        int32_t balancer)
{
    const struct bs_prospect *prospect = &bs_process_prospects(process)[balancer];
    struct bs_world *world = process->world;
    int64_t second = bs_arrivals_at(&process->arrivals, from_k).ns / BS_NS_PER_S;

    for (uint64_t k = from_k; k < to_k; second++) {
        const uint64_t next = first_at_second(process, second + 1);
        const uint32_t count = (uint32_t)((next < to_k ? next : to_k) - k);
        struct bs_bin *bin = &process->bins[second];

        bin->arrived[process->kind] += count;
        bin->good[process->kind] += count * prospect->adds.good[process->kind];
        bin->stale += count * prospect->adds.stale;
        bin->attempts += count * prospect->adds.attempts;
        k += count;
    }
    if (prospect->outcome == BS_PROSPECT_SERVED) {
        world->elb.balancers[balancer].arrived[process->kind] += to_k - from_k;
        if (process->kind == BS_REQUEST_WRITE) {
            bs_ledger_acknowledge_range(world, process, balancer, from_k, to_k - 1);
        }
    }
}

/* The first request from `from_k` on that is not counted here, as things stand before `until`. */
static uint64_t count_if_alike(struct bs_process *process, uint64_t from_k, uint64_t to_k,
                               struct bs_instant until)
{
    const int32_t balancer = bs_process_leads_alike(process);
    uint64_t end_k = from_k;

    if (balancer == BS_NONE) {
        return from_k;
    }
    switch (bs_process_prospects(process)[balancer].outcome) {
    case BS_PROSPECT_SERVED:
        end_k = to_k;
        break;
    case BS_PROSPECT_FAILED: /* Those whose last attempt is over, wherever the waits put it. */
        until.ns -= bs_clients_attempts_span_ns(process->population);
        end_k = bs_arrivals_first_at_or_after(&process->arrivals, until);
        break;
    case BS_PROSPECT_DRAWN:
        break;
    }
    if (end_k > from_k) {
        count_alike(process, from_k, end_k, balancer);
        return end_k;
    }
    return from_k;
}

/* ---- Request by request ---- */

/* Consecutive writes served at one load balancer, not yet in the books. */
struct run {
    uint64_t first_k;
    uint64_t end_k; /* The first that is not; `first_k` if there are none. */
    int32_t balancer;
};

static void end_run(struct bs_process *process, struct run *run)
{
    if (run->end_k > run->first_k) {
        bs_ledger_acknowledge_range(process->world, process, run->balancer, run->first_k,
                                    run->end_k - 1);
        run->first_k = run->end_k;
    }
}

static void add_to_run(struct bs_process *process, struct run *run, uint64_t k, int32_t balancer)
{
    if (run->end_k != k || run->balancer != balancer) {
        end_run(process, run);
        *run = (struct run){.first_k = k, .balancer = balancer};
    }
    run->end_k = k + 1;
}

/* Keeps a request that fails from now on unless something changes; false if it has to be followed. */
static bool add_doomed(struct bs_process *process, struct bs_doomed_request request,
                       int32_t balancer)
{
    const struct bs_resolver *resolver = &process->resolvers[request.resolver];
    struct bs_doomed_requests *doomed = &process->doomed;

    if (resolver->first_move > 0 || resolver->answer != resolver->connected) {
        return false;
    }
    if (doomed->first == doomed->end) {
        process->doomed_at = balancer;
    }
    return process->doomed_at == balancer && bs_doomed_requests_add(doomed, &request);
}

/* A few requests in a row: when they arrive, and their fates. */
enum { BATCH = 64 };

struct batch {
    struct bs_instant at[BATCH];
    uint64_t fate[BATCH];
};

/* One loop for each, with the process in registers: that is twice as fast as one request after the other. */
static void draw_batch(struct bs_process *process, uint64_t from_k, uint64_t count,
                       struct batch *batch)
{
    struct bs_arrivals arrivals = process->arrivals;
    struct bs_stream fate = process->fate;

    for (uint64_t i = 0; i < count; i++) {
        batch->at[i] = bs_arrivals_at(&arrivals, from_k + i);
    }
    for (uint64_t i = 0; i < count; i++) {
        batch->fate[i] = bs_stream_at(&fate, from_k + i);
    }
    process->arrivals = arrivals;
    process->fate = fate;
}

/* What requests are listed against. */
struct listing {
    struct bs_process *process;
    const struct bs_cohort *cohort;
    const struct bs_prospect *prospects;
    struct bs_instant until;
    int64_t span_ns; /* From a first attempt to the last, at the most. */
    struct run run;
};

/* Whether all attempts of a request lie in the stretch, and before its resolver's next move. */
static bool is_over(const struct listing *listing, const struct bs_resolver *resolver,
                    struct bs_instant at)
{
    const struct bs_move *moves = listing->cohort->moves;
    int64_t until_ns = listing->until.ns;

    for (uint32_t i = resolver->first_move; i > 0; i = moves[i - 1].next) {
        if (moves[i - 1].at.ns > at.ns && moves[i - 1].at.ns < until_ns) {
            until_ns = moves[i - 1].at.ns;
        }
    }
    return at.ns < until_ns - listing->span_ns;
}

/*
 * Those whose outcome needs no draw are counted at once: served where everything is, or failed at every
 * attempt, if need be on the understanding that nothing changes before the last.
 */
static void list_request(struct listing *listing, uint64_t k, struct bs_instant at, uint64_t fate)
{
    struct bs_process *process = listing->process;
    const uint32_t index = bs_request_resolver(listing->cohort, fate);
    const struct bs_resolver *resolver = &process->resolvers[index];
    const int32_t balancer =
        bs_resolver_led(listing->prospects, listing->cohort->moves, resolver, at);
    const struct bs_prospect *prospect = &listing->prospects[balancer];

    if (prospect->outcome == BS_PROSPECT_SERVED) {
        process->world->elb.balancers[balancer].arrived[process->kind]++;
        if (process->kind == BS_REQUEST_WRITE) {
            add_to_run(process, &listing->run, k, balancer);
        }
    } else if (prospect->outcome == BS_PROSPECT_DRAWN ||
               (!is_over(listing, resolver, at) &&
                !add_doomed(process, (struct bs_doomed_request){k, fate, at, index, 0},
                            balancer))) {
        end_run(process, &listing->run);
        bs_request_begin(process, k, fate, at, listing->until);
        return;
    }
    bs_bin_add(&process->bins[at.ns / BS_NS_PER_S], &prospect->adds);
}

static void list_each(struct bs_process *process, uint64_t from_k, uint64_t to_k,
                      struct bs_instant until)
{
    struct batch batch;
    struct listing listing = {
        .process = process,
        .cohort = cohort_of(process),
        .prospects = bs_process_prospects(process),
        .until = until,
        .span_ns = bs_clients_attempts_span_ns(process->population),
    };

    while (from_k < to_k) {
        const uint64_t count = to_k - from_k < BATCH ? to_k - from_k : BATCH;

        draw_batch(process, from_k, count, &batch);
        for (uint64_t i = 0; i < count; i++) {
            list_request(&listing, from_k + i, batch.at[i], batch.fate[i]);
        }
        from_k += count;
    }
    end_run(process, &listing.run);
}

/* ---- Those that were given up ---- */

void bs_stretch_reopen_of(struct bs_process *process, uint32_t resolver, struct bs_instant until)
{
    struct bs_doomed_request request;

    while (bs_doomed_requests_take_of(&process->doomed, resolver, &request)) {
        bs_request_reopen(process, &request, until);
    }
}

/* Resolvers that have moved may lead what they had doomed to where it is served; others have done with it. */
static void reopen_moved(struct bs_process *process, struct bs_instant until)
{
    const struct bs_cohort *cohort = cohort_of(process);

    for (size_t i = 0; i < cohort->move_count; i++) {
        bs_stretch_reopen_of(process, cohort->moves[i].resolver - cohort->first, until);
    }
    bs_doomed_requests_forget(
        &process->doomed,
        (struct bs_instant){until.ns - bs_clients_attempts_span_ns(process->population)});
}

void bs_stretch_reopen_at(struct bs_process *process, int32_t balancer, struct bs_instant until)
{
    struct bs_doomed_request request;

    while (process->doomed_at == balancer && bs_doomed_requests_take(&process->doomed, &request)) {
        bs_request_reopen(process, &request, until);
    }
}

void bs_stretch_count(struct bs_process *process, struct bs_instant until)
{
    const uint64_t to_k = bs_arrivals_first_at_or_after(&process->arrivals, until);
    const uint64_t from_k = process->next_k;

    bs_requests_go_on(process, until);
    reopen_moved(process, until);
    if (to_k > from_k) {
        process->next_k = to_k;
        list_each(process, count_if_alike(process, from_k, to_k, until), to_k, until);
    }
}
