/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/request.h"

enum { ATTEMPTS_MAX = BS_CLIENT_RETRIES_MAX + 1 };

/*
 * What happens to a request by chance comes out of one value of its process's stream, its fate: word 0 says
 * whose it is, then two words an attempt whether a share lets it through and how long to wait after it, and
 * after those of the last attempt whether what it asks for is in the cache.
 */
enum {
    FATE_SERVED = BS_FATE_RESOLVER + 1,
    FATE_BACKOFF = FATE_SERVED + 1,
    FATE_WORDS_PER_ATTEMPT = 2,
    FATE_CACHED = FATE_SERVED + ATTEMPTS_MAX * FATE_WORDS_PER_ATTEMPT,
};

/* A connection that has broken is opened anew, to where the resolver says by now. */
static int32_t choose_balancer(const struct bs_open_request *request)
{
    struct bs_process *process = request->process;
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];

    if (cohort->uniform != BS_NONE && cohort->move_count == 0) {
        return cohort->uniform;
    }
    return bs_resolver_led(bs_process_prospects(process), cohort->moves,
                           &process->resolvers[bs_request_resolver(cohort, request->fate)],
                           request->at);
}

/* Whether a word of a request's fate lies within a share. */
static bool is_within(uint64_t fate, uint64_t word, int64_t share_ppb)
{
    return share_ppb == BS_PPB_ONE ||
           bs_bits_below(bs_bits_derive(fate, word), (uint64_t)BS_PPB_ONE) < (uint64_t)share_ppb;
}

/* One attempt at a load balancer; SERVES means that this request was served. */
static enum bs_reception try_request(const struct bs_open_request *request, int32_t balancer)
{
    const struct bs_process *process = request->process;
    const struct bs_meeting *meeting = bs_process_meeting(process, balancer);

    if (meeting->reception != BS_RECEPTION_SERVES) {
        return meeting->reception;
    }
    process->world->elb.balancers[balancer].arrived[process->kind]++;
    return is_within(request->fate, request->attempt * FATE_WORDS_PER_ATTEMPT + FATE_SERVED,
                     meeting->served_ppb) &&
                   is_within(request->fate, FATE_CACHED, meeting->cached_ppb)
               ? BS_RECEPTION_SERVES
               : BS_RECEPTION_ERRORS;
}

/* When the client tries again after an attempt has failed: full jitter. */
static struct bs_instant next_attempt_at(const struct bs_open_request *request,
                                         enum bs_reception reception)
{
    const struct bs_client_population *population = request->process->population;
    const struct bs_duration noticed =
        reception == BS_RECEPTION_HANGS ? population->timeout : population->latency;
    const uint64_t span = (uint64_t)population->retry_base.ns << request->attempt;
    const uint64_t bits =
        bs_bits_derive(request->fate, request->attempt * FATE_WORDS_PER_ATTEMPT + FATE_BACKOFF);

    return (struct bs_instant){request->at.ns + noticed.ns + (int64_t)bs_bits_below(bits, span)};
}

static struct bs_open_request *take_open_request(struct bs_world *world)
{
    struct bs_open_request *request = world->clients.free_requests;

    if (request == NULL) {
        return bs_world_allocate(world, 1, sizeof(*request));
    }
    world->clients.free_requests = request->next;
    return request;
}

static void give_open_request_back(struct bs_world *world, struct bs_open_request *request)
{
    request->next = world->clients.free_requests;
    world->clients.free_requests = request;
}

static void retry(void *subject, uint64_t argument);

static void schedule_retry(struct bs_open_request *request)
{
    const struct bs_process *process = request->process;
    const struct bs_event_key key = {request->at, BS_PHASE_CLIENT, process->retry_hash,
                                     request->k * ATTEMPTS_MAX + request->attempt};

    bs_world_schedule_at(process->world, &key, retry, request, 0, NULL);
}

static void request_served(const struct bs_open_request *request, int32_t balancer)
{
    struct bs_process *process = request->process;
    struct bs_world *world = process->world;
    const int64_t latency_ns = request->at.ns - request->started.ns +
                               process->population->latency.ns +
                               bs_process_meeting(process, balancer)->further.ns;

    if (latency_ns <= world->scenario->objectives.within.ns) {
        process->bins[request->started.ns / BS_NS_PER_S].good[process->kind]++;
    }
    if (process->kind == BS_REQUEST_WRITE && request->attempt == 0) {
        bs_ledger_acknowledge_range(world, process, balancer, request->k, request->k);
    } else if (process->kind == BS_REQUEST_WRITE) {
        bs_ledger_acknowledge_retried(world, process, balancer, request->k, request->at);
    }
}

/* Attempts from the next on, as far as they lie before `until`. Whether there is one more after that. */
static bool go_on(struct bs_open_request *request, struct bs_instant until)
{
    struct bs_process *process = request->process;
    struct bs_bin *bin = &process->bins[request->started.ns / BS_NS_PER_S];

    do {
        const int32_t balancer = choose_balancer(request);
        const enum bs_reception reception = try_request(request, balancer);

        bin->attempts++;
        if (request->attempt == 0) {
            bin->arrived[process->kind]++;
            bin->stale += bs_process_prospects(process)[balancer].adds.stale;
        }
        if (reception == BS_RECEPTION_SERVES) {
            request_served(request, balancer);
            return false;
        }
        if (request->attempt == (uint64_t)process->population->retries) {
            return false;
        }
        request->at = next_attempt_at(request, reception);
        request->attempt++;
    } while (request->at.ns < until.ns);
    return request->at.ns < process->world->scenario->duration.ns;
}

/* A request out of the pool: it is tried later, or goes back. */
static void keep_open(struct bs_open_request *request, bool is_open)
{
    struct bs_process *process = request->process;

    if (!is_open) {
        give_open_request_back(process->world, request);
    } else if (process->world->options.detail == BS_DETAIL_EVERY_EVENT) {
        schedule_retry(request);
    } else {
        bs_open_requests_add(&process->open, request);
    }
}

void bs_request_begin(struct bs_process *process, uint64_t k, uint64_t fate, struct bs_instant at,
                      struct bs_instant until)
{
    struct bs_open_request *request = take_open_request(process->world);

    if (request != NULL) {
        *request = (struct bs_open_request){
            .process = process,
            .k = k,
            .fate = fate,
            .at = at,
            .started = at,
        };
        keep_open(request, go_on(request, until));
    }
}

/* Where its resolver leads nothing has changed before now: its first attempt failed as one would now. */
void bs_request_reopen(struct bs_process *process, const struct bs_doomed_request *doomed,
                       struct bs_instant until)
{
    struct bs_open_request *request = take_open_request(process->world);

    if (request == NULL) {
        return;
    }
    *request = (struct bs_open_request){
        .process = process,
        .k = doomed->k,
        .fate = doomed->fate,
        .at = doomed->at,
        .started = doomed->at,
    };
    process->bins[doomed->at.ns / BS_NS_PER_S].attempts -= (uint32_t)process->population->retries;
    request->at =
        next_attempt_at(request, bs_process_meeting(process, choose_balancer(request))->reception);
    request->attempt = 1;
    keep_open(request, request->at.ns < until.ns
                           ? go_on(request, until)
                           : request->at.ns < process->world->scenario->duration.ns);
}

static void retry(void *subject, uint64_t argument)
{
    struct bs_open_request *request = subject;

    (void)argument;
    keep_open(request, go_on(request, request->at));
}

void bs_requests_go_on(struct bs_process *process, struct bs_instant until)
{
    struct bs_open_request *due = bs_open_requests_take(&process->open, until);

    while (due != NULL) {
        struct bs_open_request *request = due;

        due = request->next;
        keep_open(request, go_on(request, until));
    }
}
