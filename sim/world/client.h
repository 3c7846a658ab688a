/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_WORLD_CLIENT_H
#define BS_SIM_WORLD_CLIENT_H

/**
 * Clients: populations that read and write all the time, and the resolvers between them and the service.
 *
 * A population is split into cohorts by how their resolvers treat a TTL. Each cohort sends reads and writes
 * as arrival processes of its own; request k belongs to one of the cohort's resolvers. A request goes where
 * the resolver's connections lead; if those are broken, to where the resolver's answer points. What it
 * meets there is the load balancer's business. A failed attempt is tried again with full jitter; the
 * logical request counts once, in the second in which it began.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/engine/arrivals.h"
#include "sim/engine/simulation.h"
#include "sim/scenario/scenario.h"
#include "sim/world/doomed_request.h"
#include "sim/world/elb.h"
#include "sim/world/open_request.h"

struct bs_prospect;
struct bs_world;

struct bs_resolver {
    int32_t answer;      /* Load balancer that it names. */
    int32_t connected;   /* Load balancer that its clients' open connections lead to. */
    uint32_t known;      /* The record's change that the answer comes from. */
    bool will_ask;       /* An event that fetches a newer answer is scheduled. */
    uint32_t first_move; /* Among its cohort's moves, from 1; 0: it has not moved. */
};

/**
 * A resolver's move that requests not yet counted have to know of: those that came before it went there. One
 * that leads them where they went anyway, as when broken connections are opened anew, is none.
 */
struct bs_move {
    struct bs_instant at;
    uint32_t resolver; /* Of its population. */
    int32_t answer;    /* Before. */
    int32_t connected;
    uint32_t next; /* Of the same resolver among its cohort's moves, from 1; 0: none. */
};

enum { BS_COHORT_MOVES_MAX = 64 };

/** What is drawn for a resolver. */
enum bs_resolver_draw {
    BS_DRAW_RESIDUAL_LIFE, /* Of the answer that it has, when the record changes. */
    BS_DRAW_NAME_SERVER,   /* When its name server knows of a change. */
    BS_DRAW_SHARE,         /* Which of several targets is its answer. */
    BS_DRAW_CONNECTION,    /* How long its clients' connections hold on. */
    BS_DRAW_REFRESH,       /* Its first question. */
    BS_RESOLVER_DRAW_COUNT,
};

/** A set of resolvers that one record's changes reach: a population's, or the canary of a record alone. */
struct bs_resolver_group {
    const char *entity;
    int32_t record;
    int32_t population; /* BS_NONE: the canary that probes and smoke tests of this record use. */
    struct bs_resolver *resolvers;
    uint32_t count;
    struct bs_stream_family draws[BS_RESOLVER_DRAW_COUNT];
    uint64_t ask_hash;
    uint64_t reconnect_hash;
    uint64_t refresh_hash;
    uint32_t refresh_class; /* Delay class of the TTL at first. */
};

/** What one second's logical requests of a cohort came to. */
struct bs_bin {
    uint32_t arrived[BS_REQUEST_KIND_COUNT];
    uint32_t good[BS_REQUEST_KIND_COUNT];
    uint32_t stale;
    uint32_t attempts;
};

struct bs_cohort {
    const char *name; /* "shoppers/honour" */
    int32_t population;
    enum bs_resolver_behaviour behaviour;
    int64_t share_ppb;
    uint32_t first; /* Resolver. */
    uint32_t count;
    uint32_t *settled;   /* Per resource: resolvers whose answer and connections both are it. */
    uint32_t *answering; /* Per resource: resolvers whose answer is it, .. */
    uint32_t *connected; /* .. or whose connections lead there. */
    int32_t uniform;     /* The load balancer of all of them, or BS_NONE. */
    struct bs_bin *bins;
    struct bs_move *moves; /* Since its requests were last counted, in order of time. */
    size_t move_count;
    size_t processes[BS_REQUEST_KIND_COUNT];
};

struct bs_process {
    struct bs_world *world;
    const struct bs_client_population *population;
    struct bs_resolver *resolvers; /* The cohort's first. */
    struct bs_bin *bins;
    int32_t cohort;
    enum bs_request_kind kind;
    struct bs_arrivals arrivals;
    struct bs_arrivals starts; /* The same process, for looking back. */
    struct bs_stream
        fate; /* Value k: whose request k is, which attempts get through, when it tries again. */
    uint64_t arrival_hash;
    uint64_t retry_hash;
    uint64_t next_k;               /* The first request not yet begun. */
    struct bs_prospect *prospects; /* One per resource of the scenario, .. */
    uint64_t looked_at;            /* .. as of so many changes. */
    struct bs_open_requests open; /* Empty where every event is simulated: there they are events. */
    struct bs_doomed_requests doomed; /* Their resolvers lead to .. */
    int32_t doomed_at;                /* .. this load balancer, in answers and connections. */
};

struct bs_client_set {
    struct bs_resolver_group *groups; /* One per population, then one per record. */
    size_t group_count;
    struct bs_open_request *free_requests;
    struct bs_cohort *cohorts;
    size_t cohort_count;
    struct bs_process *processes;
    size_t process_count;
    size_t bin_count;
    uint64_t changes;   /* From 1; so many times a meeting or a record has changed. */
    uint64_t refreshes; /* Times that a resolver asked and heard nothing new; detail only. */
};

enum bs_status bs_clients_new(struct bs_world *world, struct bs_error *error);
void bs_clients_start(struct bs_world *world);

/**
 * Counts every request that began before now under the state as it stands: of all cohorts, of one, or of
 * those with resolvers or connections that lead to a load balancer. Whoever changes what requests meet, who
 * acknowledges their writes, or where they go, calls one of these first.
 */
void bs_clients_settle(struct bs_world *world);
void bs_clients_settle_cohort(struct bs_world *world, struct bs_cohort *cohort);
void bs_clients_settle_at(struct bs_world *world, int32_t balancer);

/** As above up to an instant that is past; the balancer's own second, for bs_load_catch_up(). */
void bs_clients_settle_at_until(struct bs_world *world, int32_t balancer, struct bs_instant until);

/** As bs_clients_settle_at(): what requests meet at the balancer is about to change. */
void bs_clients_before_meeting(struct bs_world *world, int32_t balancer);

/**
 * Resolver number `index` of the cohort's population is about to answer otherwise or to be connected
 * elsewhere, as in `next`: bs_clients_before_move(), the move, bs_clients_after_move(). Its cohort's requests
 * are counted now, or later with this move in mind.
 */
void bs_clients_before_move(struct bs_world *world, struct bs_cohort *cohort, uint32_t index,
                            const struct bs_resolver *next);
void bs_clients_after_move(struct bs_world *world, struct bs_cohort *cohort);

/** From a request's first attempt to its last, at the most. */
int64_t bs_clients_attempts_span_ns(const struct bs_client_population *population);

/** Where the canary of a record goes: a load balancer's index. */
int32_t bs_clients_canary(const struct bs_world *world, size_t record);

/** A record has a new change: resolvers will hear of it in their own time. */
void bs_clients_record_changed(struct bs_world *world, int32_t record, uint32_t change);

/** At the end: writes what clients saw to the history. */
void bs_clients_finish(struct bs_world *world);

#endif
