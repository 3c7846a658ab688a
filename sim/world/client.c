/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/client.h"

#include <stdio.h>

#include "sim/world/load.h"
#include "sim/world/resolver.h"
#include "sim/world/world_state.h"

enum {
    ATTEMPTS_MAX = BS_CLIENT_RETRIES_MAX + 1,
    BIN_BYTES_MAX = 256 * 1024 * 1024,
};

static const char *const kind_names[BS_REQUEST_KIND_COUNT] = {"reads", "writes"};

/* ---- One request ---- */

/*
 * What happens to a request by chance comes out of one value of its process's stream, its fate: word 0 says
 * whose it is, then two words an attempt whether a share lets it through and how long to wait after it, and
 * after those of the last attempt whether what it asks for is in the cache.
 */
enum {
    FATE_RESOLVER = 0,
    FATE_SERVED = 1,
    FATE_BACKOFF = 2,
    FATE_WORDS_PER_ATTEMPT = 2,
    FATE_CACHED = FATE_SERVED + ATTEMPTS_MAX * FATE_WORDS_PER_ATTEMPT,
};

static const struct bs_meeting *meeting_at(const struct bs_process *process, int32_t balancer)
{
    const struct bs_world *world = process->world;

    return bs_elb_meeting(&world->elb.balancers[balancer],
                          world->clients.cohorts[process->cohort].population, process->kind);
}

static bool breaks_connections(const struct bs_meeting *meeting)
{
    return meeting->reception == BS_RECEPTION_HANGS || meeting->reception == BS_RECEPTION_REFUSES;
}

/* Where a resolver that has moved since led at an instant before. */
static struct bs_resolver resolver_then(const struct bs_cohort *cohort, uint32_t index,
                                        struct bs_resolver resolver, struct bs_instant at)
{
    for (size_t i = resolver.first_move - 1; i < cohort->move_count; i++) {
        const struct bs_move *move = &cohort->moves[i];

        if (move->resolver == cohort->first + index && at.ns < move->at.ns) {
            resolver.answer = move->answer;
            resolver.connected = move->connected;
            break;
        }
    }
    return resolver;
}

/* A connection that has broken is opened anew, to where the resolver says by now. */
static int32_t choose_balancer(const struct bs_open_request *request)
{
    const struct bs_process *process = request->process;
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];
    struct bs_resolver resolver;
    uint32_t index;

    if (cohort->uniform != BS_NONE && cohort->move_count == 0) {
        return cohort->uniform;
    }
    index = (uint32_t)bs_bits_below(bs_bits_derive(request->fate, FATE_RESOLVER), cohort->count);
    resolver = process->resolvers[index];
    if (resolver.first_move > 0) {
        resolver = resolver_then(cohort, index, resolver, request->at);
    }
    return breaks_connections(meeting_at(process, resolver.connected)) ? resolver.answer
                                                                       : resolver.connected;
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
    const struct bs_meeting *meeting = meeting_at(process, balancer);

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
                               meeting_at(process, balancer)->further.ns;

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
    const struct bs_process *process = request->process;
    const struct bs_client_population *population = process->population;
    struct bs_bin *bin = &process->bins[request->started.ns / BS_NS_PER_S];

    do {
        const int32_t balancer = choose_balancer(request);
        const enum bs_reception reception = try_request(request, balancer);

        bin->attempts++;
        if (request->attempt == 0) {
            bin->arrived[process->kind]++;
            bin->stale +=
                bs_route53_names_region_of(process->world, population->record, balancer) ? 0 : 1;
        }
        if (reception == BS_RECEPTION_SERVES) {
            request_served(request, balancer);
            return false;
        }
        if (request->attempt == (uint64_t)population->retries) {
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

static void begin_request(struct bs_process *process, uint64_t k, uint64_t fate,
                          struct bs_instant at, struct bs_instant until)
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

static void retry(void *subject, uint64_t argument)
{
    struct bs_open_request *request = subject;

    (void)argument;
    keep_open(request, go_on(request, request->at));
}

/* ---- What needs no draw ---- */

static const struct bs_prospect *prospect_at(struct bs_process *process, int32_t balancer)
{
    struct bs_prospect *prospect = &process->prospects[balancer];
    const struct bs_meeting *meeting;
    int64_t latency_ns;

    if (prospect->change == process->world->clients.changes) {
        return prospect;
    }
    meeting = meeting_at(process, balancer);
    latency_ns = process->population->latency.ns + meeting->further.ns;
    *prospect = (struct bs_prospect){
        .change = process->world->clients.changes,
        .outcome = bs_meeting_is_good(meeting)                 ? BS_PROSPECT_SERVED
                   : meeting->reception == BS_RECEPTION_SERVES ? BS_PROSPECT_DRAWN
                                                               : BS_PROSPECT_FAILED,
        .breaks = breaks_connections(meeting),
        .is_good = latency_ns <= process->world->scenario->objectives.within.ns,
        .is_stale =
            !bs_route53_names_region_of(process->world, process->population->record, balancer),
    };
    return prospect;
}

/* The load balancer that a request's attempts all go to, or BS_NONE: that needs a closer look. */
static int32_t only_balancer(struct bs_process *process, const struct bs_cohort *cohort,
                             uint64_t fate)
{
    const struct bs_resolver *resolver;

    if (cohort->uniform != BS_NONE && cohort->move_count == 0) {
        return cohort->uniform;
    }
    resolver =
        &process->resolvers[bs_bits_below(bs_bits_derive(fate, FATE_RESOLVER), cohort->count)];
    if (resolver->first_move > 0) {
        return BS_NONE;
    }
    return prospect_at(process, resolver->connected)->breaks ? resolver->answer
                                                             : resolver->connected;
}

/* ---- Every request an event ---- */

static void arrive(void *subject, uint64_t k);

static void schedule_arrival(struct bs_process *process, uint64_t k)
{
    const struct bs_event_key key = {bs_arrivals_at(&process->arrivals, k), BS_PHASE_CLIENT,
                                     process->arrival_hash, k};

    if (key.at.ns < process->world->scenario->duration.ns) {
        bs_world_schedule_at(process->world, &key, arrive, process, k, NULL);
    }
}

/* Counts a request that is served at its first attempt whatever is drawn; false if that is not so. */
static bool is_served_at_once(struct bs_process *process, uint64_t k, uint64_t fate,
                              struct bs_instant now)
{
    const struct bs_world *world = process->world;
    const int32_t balancer = only_balancer(process, &world->clients.cohorts[process->cohort], fate);
    const struct bs_prospect *prospect =
        balancer == BS_NONE ? NULL : prospect_at(process, balancer);
    struct bs_bin *bin = &process->bins[now.ns / BS_NS_PER_S];

    if (prospect == NULL || prospect->outcome != BS_PROSPECT_SERVED) {
        return false;
    }
    bin->arrived[process->kind]++;
    bin->good[process->kind] += prospect->is_good ? 1 : 0;
    bin->stale += prospect->is_stale ? 1 : 0;
    bin->attempts++;
    world->elb.balancers[balancer].arrived[process->kind]++;
    if (process->kind == BS_REQUEST_WRITE) {
        bs_ledger_acknowledge_range(process->world, process, balancer, k, k);
    }
    return true;
}

static void arrive(void *subject, uint64_t k)
{
    struct bs_process *process = subject;
    const struct bs_instant now = bs_world_now(process->world);
    const uint64_t fate = bs_stream_at(&process->fate, k);

    process->next_k = k + 1;
    if (!is_served_at_once(process, k, fate, now)) {
        begin_request(process, k, fate, now, now);
    }
    schedule_arrival(process, k + 1);
}

/* ---- Looking back on a stretch without change ---- */

static uint64_t first_at_second(struct bs_process *process, int64_t second)
{
    return bs_arrivals_first_at_or_after(&process->arrivals,
                                         (struct bs_instant){second * BS_NS_PER_S});
}

/* Requests [from_k, to_k), all alike: every one served at once, or every one failed for good. */
static void count_alike(struct bs_process *process, uint64_t from_k, uint64_t to_k,
                        int32_t balancer, bool served)
{
    const struct bs_client_population *population = process->population;
    struct bs_world *world = process->world;
    struct bs_bin *bins = process->bins;
    const int64_t latency_ns = population->latency.ns + meeting_at(process, balancer)->further.ns;
    const bool good = served && latency_ns <= world->scenario->objectives.within.ns;
    const bool stale = !bs_route53_names_region_of(world, population->record, balancer);
    const uint32_t attempts = served ? 1 : (uint32_t)population->retries + 1;
    int64_t second = bs_arrivals_at(&process->arrivals, from_k).ns / BS_NS_PER_S;

    for (uint64_t k = from_k; k < to_k; second++) {
        const uint64_t next = first_at_second(process, second + 1);
        const uint32_t count = (uint32_t)((next < to_k ? next : to_k) - k);

        bins[second].arrived[process->kind] += count;
        bins[second].good[process->kind] += good ? count : 0;
        bins[second].stale += stale ? count : 0;
        bins[second].attempts += count * attempts;
        k += count;
    }
    if (served) {
        world->elb.balancers[balancer].arrived[process->kind] += to_k - from_k;
        if (process->kind == BS_REQUEST_WRITE) {
            bs_ledger_acknowledge_range(world, process, balancer, from_k, to_k - 1);
        }
    }
}

/* From attempt `attempt` to the next, at the most. */
static int64_t wait_ns(const struct bs_client_population *population, int64_t attempt)
{
    const int64_t noticed_ns = population->timeout.ns > population->latency.ns
                                   ? population->timeout.ns
                                   : population->latency.ns;

    return noticed_ns + (population->retry_base.ns << attempt);
}

/* From the first attempt to the last, at the most. */
int64_t bs_clients_attempts_span_ns(const struct bs_client_population *population)
{
    int64_t span_ns = 0;

    for (int64_t i = 0; i < population->retries; i++) {
        span_ns += wait_ns(population, i);
    }
    return span_ns;
}

/* ---- Looking back request by request ---- */

/* Consecutive requests served at one load balancer, not yet in the books. */
struct run {
    uint64_t first_k;
    uint64_t end_k; /* The first that is not; `first_k` if there are none. */
    int32_t balancer;
};

static void end_run(struct bs_process *process, struct run *run)
{
    if (run->end_k > run->first_k) {
        process->world->elb.balancers[run->balancer].arrived[process->kind] +=
            run->end_k - run->first_k;
        if (process->kind == BS_REQUEST_WRITE) {
            bs_ledger_acknowledge_range(process->world, process, run->balancer, run->first_k,
                                        run->end_k - 1);
        }
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

/*
 * Requests [from_k, to_k). Those whose outcome needs no draw are counted at once: served where everything
 * is, or failed for good with their last attempt before `until`, wherever the waits put it.
 */
static void list_each(struct bs_process *process, uint64_t from_k, uint64_t to_k,
                      struct bs_instant until)
{
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];
    const int64_t over_ns = until.ns - bs_clients_attempts_span_ns(process->population);
    struct run run = {0};

    for (uint64_t k = from_k; k < to_k; k++) {
        const struct bs_instant at = bs_arrivals_at(&process->arrivals, k);
        const uint64_t fate = bs_stream_at(&process->fate, k);
        const int32_t balancer = only_balancer(process, cohort, fate);
        const struct bs_prospect *prospect =
            balancer == BS_NONE ? NULL : prospect_at(process, balancer);
        struct bs_bin *bin = &process->bins[at.ns / BS_NS_PER_S];

        if (prospect == NULL || prospect->outcome == BS_PROSPECT_DRAWN ||
            (prospect->outcome == BS_PROSPECT_FAILED && at.ns >= over_ns)) {
            end_run(process, &run);
            begin_request(process, k, fate, at, until);
            continue;
        }
        bin->arrived[process->kind]++;
        bin->stale += prospect->is_stale ? 1 : 0;
        if (prospect->outcome == BS_PROSPECT_SERVED) {
            bin->attempts++;
            bin->good[process->kind] += prospect->is_good ? 1 : 0;
            add_to_run(process, &run, k, balancer);
        } else {
            bin->attempts += (uint32_t)process->population->retries + 1;
        }
    }
    end_run(process, &run);
}

static void list_open(struct bs_process *process, struct bs_instant until)
{
    struct bs_open_request *due = bs_open_requests_take(&process->open, until);

    while (due != NULL) {
        struct bs_open_request *request = due;

        due = request->next;
        keep_open(request, go_on(request, until));
    }
}

/* Where all of a cohort's requests meet the same fate, they are counted; otherwise each is looked at. */
static void settle_process(struct bs_process *process, struct bs_instant now)
{
    const struct bs_cohort *cohort = &process->world->clients.cohorts[process->cohort];
    const uint64_t to_k = bs_arrivals_first_at_or_after(&process->arrivals, now);
    const uint64_t from_k = process->next_k;
    const struct bs_meeting *meeting;
    uint64_t alike_k = from_k;

    list_open(process, now);
    if (to_k == from_k) {
        return;
    }
    process->next_k = to_k;
    if (cohort->uniform != BS_NONE && cohort->move_count == 0) {
        meeting = meeting_at(process, cohort->uniform);
        if (bs_meeting_is_good(meeting)) {
            count_alike(process, from_k, to_k, cohort->uniform, true);
            alike_k = to_k;
        } else if (meeting->reception != BS_RECEPTION_SERVES) {
            const struct bs_instant safe = {now.ns -
                                            bs_clients_attempts_span_ns(process->population)};
            const uint64_t safe_k =
                safe.ns < 0 ? 0 : bs_arrivals_first_at_or_after(&process->arrivals, safe);

            if (safe_k > from_k) {
                count_alike(process, from_k, safe_k, cohort->uniform, false);
                alike_k = safe_k;
            }
        }
    }
    list_each(process, alike_k, to_k, now);
}

/* ---- Moves of resolvers ---- */

static void note_move(struct bs_cohort *cohort, struct bs_resolver *resolver, struct bs_move move)
{
    cohort->moves[cohort->move_count++] = move;
    if (resolver->first_move == 0) {
        resolver->first_move = (uint32_t)cohort->move_count;
    }
}

/* Of what came before `until` nothing is left to be counted. */
static void forget_moves(struct bs_world *world, struct bs_cohort *cohort, struct bs_instant until)
{
    struct bs_resolver *resolvers = world->clients.groups[cohort->population].resolvers;
    const size_t count = cohort->move_count;

    for (size_t i = 0; i < count; i++) {
        resolvers[cohort->moves[i].resolver].first_move = 0;
    }
    cohort->move_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct bs_move move = cohort->moves[i];

        if (move.at.ns > until.ns) {
            note_move(cohort, &resolvers[move.resolver], move);
        }
    }
}

/* While all lead to one place the requests before the move are alike: that is not to be lost. */
void bs_clients_before_move(struct bs_world *world, struct bs_cohort *cohort, uint32_t index)
{
    struct bs_resolver *resolver = &world->clients.groups[cohort->population].resolvers[index];

    if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
        return;
    }
    if (cohort->uniform != BS_NONE) {
        bs_load_wake(world);
    }
    if (cohort->uniform != BS_NONE || cohort->move_count == BS_COHORT_MOVES_MAX) {
        bs_clients_settle_cohort(world, cohort);
        return;
    }
    note_move(cohort, resolver,
              (struct bs_move){bs_world_now(world), index, resolver->answer, resolver->connected});
}

void bs_clients_after_move(struct bs_world *world, struct bs_cohort *cohort)
{
    if (cohort->uniform != BS_NONE && cohort->move_count > 0) {
        bs_clients_settle_cohort(world, cohort);
    }
}

static void settle_until(struct bs_world *world, struct bs_cohort *cohort, struct bs_instant until)
{
    for (size_t kind = 0; kind < BS_REQUEST_KIND_COUNT; kind++) {
        settle_process(&world->clients.processes[cohort->processes[kind]], until);
    }
    forget_moves(world, cohort, until);
}

static bool leads_to(const struct bs_cohort *cohort, int32_t balancer)
{
    return cohort->pointing[balancer] > 0 || cohort->move_count > 0;
}

void bs_clients_settle_at_until(struct bs_world *world, int32_t balancer, struct bs_instant until)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        if (leads_to(&world->clients.cohorts[i], balancer)) {
            settle_until(world, &world->clients.cohorts[i], until);
        }
    }
}

/*
 * Up to when requests are counted; false: they are not counted here. Whoever drives the world may let it go
 * on beyond its end, where nobody is counted any more.
 */
static bool begin_settling(struct bs_world *world, struct bs_instant *until)
{
    *until = bs_instant_min(bs_world_now(world), (struct bs_instant){world->scenario->duration.ns});
    if (world->options.detail == BS_DETAIL_EVERY_EVENT) {
        return false;
    }
    bs_load_catch_up(world);
    return true;
}

void bs_clients_settle_cohort(struct bs_world *world, struct bs_cohort *cohort)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        settle_until(world, cohort, until);
    }
}

void bs_clients_settle_at(struct bs_world *world, int32_t balancer)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        bs_clients_settle_at_until(world, balancer, until);
    }
}

void bs_clients_settle(struct bs_world *world)
{
    struct bs_instant until;

    if (begin_settling(world, &until)) {
        for (size_t i = 0; i < world->clients.cohort_count; i++) {
            settle_until(world, &world->clients.cohorts[i], until);
        }
    }
}

void bs_clients_record_changed(struct bs_world *world, int32_t record, uint32_t change)
{
    bs_resolvers_record_changed(world, record, change);
}

int32_t bs_clients_canary(const struct bs_world *world, size_t record)
{
    return world->clients.groups[world->scenario->client_count + record].resolvers[0].answer;
}

/* ---- Set-up ---- */

static char *joined_name(struct bs_world *world, const char *first, const char *second)
{
    char name[256];
    const int length = snprintf(name, sizeof(name), "%s/%s", first, second);

    BS_ASSERT(length > 0 && length < (int)sizeof(name));
    return bs_arena_text(&world->arena, name, (size_t)length);
}

static void add_process(struct bs_world *world, int32_t cohort_index, enum bs_request_kind kind,
                        int64_t rate)
{
    struct bs_cohort *cohort = &world->clients.cohorts[cohort_index];
    struct bs_process *process = &world->clients.processes[world->clients.process_count];
    const char *name = joined_name(world, cohort->name, kind_names[kind]);

    if (name == NULL) {
        world->status = BS_ERR_MEMORY;
        return;
    }
    rate =
        (int64_t)((bs_uint128)(uint64_t)rate * (uint64_t)cohort->share_ppb / (uint64_t)BS_PPB_ONE);
    cohort->processes[kind] = world->clients.process_count++;
    process->world = world;
    process->population = &world->scenario->clients[cohort->population];
    process->resolvers = &world->clients.groups[cohort->population].resolvers[cohort->first];
    process->bins = cohort->bins;
    process->prospects =
        bs_world_allocate(world, world->scenario->resource_count, sizeof(struct bs_prospect));
    process->cohort = cohort_index;
    process->kind = kind;
    process->arrivals = bs_arrivals_start(bs_world_stream(world, name, "arrival"), rate);
    process->starts = process->arrivals;
    process->fate = bs_world_stream(world, name, "fate");
    process->arrival_hash = bs_world_entity("arrival", name).hash;
    process->retry_hash = bs_world_entity("retry", name).hash;
    bs_open_requests_init(&process->open, (struct bs_duration){wait_ns(
                                              process->population, process->population->retries)});
}

static void add_cohort(struct bs_world *world, int32_t population,
                       enum bs_resolver_behaviour behaviour, uint32_t first, uint32_t count)
{
    const struct bs_client_population *clients = &world->scenario->clients[population];
    const int32_t index = (int32_t)world->clients.cohort_count++;
    struct bs_cohort *cohort = &world->clients.cohorts[index];

    cohort->name = joined_name(world, clients->id, bs_resolver_behaviour_name(behaviour));
    cohort->population = population;
    cohort->behaviour = behaviour;
    cohort->share_ppb = world->scenario->resolvers[clients->resolvers].share_ppb[behaviour];
    cohort->first = first;
    cohort->count = count;
    cohort->settled = bs_world_allocate(world, world->scenario->resource_count, sizeof(uint32_t));
    cohort->pointing = bs_world_allocate(world, world->scenario->resource_count, sizeof(uint32_t));
    cohort->bins = bs_world_allocate(world, world->clients.bin_count, sizeof(struct bs_bin));
    cohort->moves = bs_world_allocate(world, BS_COHORT_MOVES_MAX, sizeof(struct bs_move));
    cohort->uniform = BS_NONE;
    if (world->status == BS_OK && cohort->name != NULL) {
        add_process(world, index, BS_REQUEST_READ, clients->reads_nano_per_s);
        add_process(world, index, BS_REQUEST_WRITE, clients->writes_nano_per_s);
    }
}

/* Whole resolvers for each share: a cohort with a share has at least one; the first takes what is left. */
static void add_population(struct bs_world *world, int32_t population)
{
    const struct bs_resolver_population *resolvers =
        &world->scenario->resolvers[world->scenario->clients[population].resolvers];
    uint32_t counts[BS_RESOLVER_BEHAVIOUR_COUNT] = {0};
    uint32_t total = 0;
    uint32_t first = 0;

    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT; i++) {
        if (resolvers->share_ppb[i] > 0) {
            counts[i] = (uint32_t)(resolvers->count * resolvers->share_ppb[i] / BS_PPB_ONE);
            counts[i] = counts[i] == 0 ? 1 : counts[i];
            total += counts[i];
        }
    }
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT && total < resolvers->count; i++) {
        if (counts[i] > 0) {
            counts[i] += (uint32_t)resolvers->count - total;
            total = (uint32_t)resolvers->count;
        }
    }
    world->clients.groups[population] = (struct bs_resolver_group){
        .entity = world->scenario->clients[population].id,
        .record = world->scenario->clients[population].record,
        .population = population,
        .resolvers = bs_world_allocate(world, total, sizeof(struct bs_resolver)),
        .count = total,
    };
    for (size_t i = 0; i < BS_RESOLVER_BEHAVIOUR_COUNT && world->status == BS_OK; i++) {
        if (counts[i] > 0) {
            add_cohort(world, population, (enum bs_resolver_behaviour)i, first, counts[i]);
            first += counts[i];
        }
    }
}

enum bs_status bs_clients_new(struct bs_world *world, struct bs_error *error)
{
    const struct bs_scenario *scenario = world->scenario;
    struct bs_client_set *set = &world->clients;
    const size_t cohorts_max = scenario->client_count * BS_RESOLVER_BEHAVIOUR_COUNT;

    set->changes = 1;
    set->bin_count = (size_t)((scenario->duration.ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
    if (set->bin_count * cohorts_max * sizeof(struct bs_bin) > BIN_BYTES_MAX) {
        return bs_error_set(
            error, BS_ERR_LIMIT, NULL,
            "%zu client populations over %zu s are more than a run keeps count of; shorten "
            "'duration' or join populations",
            scenario->client_count, set->bin_count);
    }
    set->group_count = scenario->client_count + scenario->record_count;
    set->groups = bs_world_allocate(world, set->group_count, sizeof(struct bs_resolver_group));
    set->cohorts = bs_world_allocate(world, cohorts_max, sizeof(struct bs_cohort));
    set->processes =
        bs_world_allocate(world, cohorts_max * BS_REQUEST_KIND_COUNT, sizeof(struct bs_process));
    for (size_t i = 0; i < scenario->client_count && world->status == BS_OK; i++) {
        add_population(world, (int32_t)i);
    }
    for (size_t i = 0; i < scenario->record_count && world->status == BS_OK; i++) {
        set->groups[scenario->client_count + i] = (struct bs_resolver_group){
            .entity = scenario->records[i].name,
            .record = (int32_t)i,
            .population = BS_NONE,
            .resolvers = bs_world_allocate(world, 1, sizeof(struct bs_resolver)),
            .count = 1,
        };
    }
    return world->status;
}

void bs_clients_start(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        const struct bs_cohort *cohort = &world->clients.cohorts[i];

        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_COHORT, bs_text(cohort->name),
                  bs_text(world->scenario->clients[cohort->population].id),
                  bs_text(bs_resolver_behaviour_name(cohort->behaviour)), bs_ppb(cohort->share_ppb),
                  bs_count(cohort->count));
    }
    bs_resolvers_start(world);
    for (size_t i = 0;
         i < world->clients.process_count && world->options.detail == BS_DETAIL_EVERY_EVENT; i++) {
        schedule_arrival(&world->clients.processes[i], 0);
    }
}

/* ---- What was seen ---- */

static bool bins_equal(const struct bs_bin *a, const struct bs_bin *b)
{
    return a->arrived[BS_REQUEST_READ] == b->arrived[BS_REQUEST_READ] &&
           a->arrived[BS_REQUEST_WRITE] == b->arrived[BS_REQUEST_WRITE] &&
           a->good[BS_REQUEST_READ] == b->good[BS_REQUEST_READ] &&
           a->good[BS_REQUEST_WRITE] == b->good[BS_REQUEST_WRITE] && a->stale == b->stale &&
           a->attempts == b->attempts;
}

static void finish_cohort(struct bs_world *world, const struct bs_cohort *cohort)
{
    size_t from = 0;

    for (size_t i = 1; i <= world->clients.bin_count; i++) {
        const struct bs_bin *bin = &cohort->bins[from];

        if (i < world->clients.bin_count && bins_equal(bin, &cohort->bins[i])) {
            continue;
        }
        BS_APPEND(world->history, bs_world_now(world), BS_RECORD_OBSERVED, bs_text(cohort->name),
                  bs_at((struct bs_instant){(int64_t)from * BS_NS_PER_S}),
                  bs_count((int64_t)(i - from)), bs_count(bin->arrived[BS_REQUEST_READ]),
                  bs_count(bin->good[BS_REQUEST_READ]), bs_count(bin->arrived[BS_REQUEST_WRITE]),
                  bs_count(bin->good[BS_REQUEST_WRITE]), bs_count(bin->stale),
                  bs_count(bin->attempts));
        from = i;
    }
}

void bs_clients_finish(struct bs_world *world)
{
    for (size_t i = 0; i < world->clients.cohort_count; i++) {
        finish_cohort(world, &world->clients.cohorts[i]);
    }
}
