/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_LIVE_CALLER_H
#define BS_ORCHESTRATOR_LIVE_CALLER_H

/**
 * The runner's calls, made for real: to AWS, to the application, to people.
 *
 * Each call is one request, sent at most once, until its deadline. What came of it is said as it is known: a
 * connection that nobody took is an error (`refused`), so is one that TLS would not trust (`other`,
 * "TlsFailure"), and a request that went out without an answer is `info`. Requests to the application go out
 * from this host, whatever vantage point the plan names.
 */

#include "orchestrator/aws/wire_lookup.h"
#include "orchestrator/live/application.h"
#include "orchestrator/live/crew.h"
#include "orchestrator/live/keeper.h"
#include "orchestrator/runner/ports.h"

struct bs_caller;

/** What only reads. */
enum bs_caller_mode { BS_CALLER_ALL, BS_CALLER_READS_ONLY };

/** All of it is borrowed. */
struct bs_caller_settings {
    struct bs_loop *loop;
    struct bs_keeper *keeper;
    struct bs_crew *people;
    struct bs_stub *dns; /* Whom record names are asked of; NULL: this machine's resolver. */
    const struct bs_wire_names *names;
    const struct bs_application *application;
    const struct bs_environment *environment;
    const char *url;          /* Endpoint given on the command line, or NULL. */
    const char *home_region;  /* Where the orchestrator stands. */
    enum bs_caller_mode mode; /* READS_ONLY: all else is refused here and never sent. */
    /** False: nothing may be changed about this; the call is refused here and never sent. NULL: all may. */
    bool (*is_allowed)(void *self, const char *resource);
    void (*answered)(void *self, uint64_t call, const struct bs_call_request *request,
                     const struct bs_call_answer *answer);
    void *self;
};

/** NULL: no memory. */
struct bs_caller *bs_caller_new(const struct bs_caller_settings *settings);
/** Calls under way are forgotten. NULL is allowed. */
void bs_caller_destroy(struct bs_caller *caller);

struct bs_calls_port bs_caller_port(struct bs_caller *caller);

/** Calls of the runner that are under way. */
size_t bs_caller_count(const struct bs_caller *caller);

/**
 * @{ What is asked beside the plan. It is told once, later than this returns, unless the caller is destroyed
 * before; the allow-list has no say. `told` of a request gets what a call would be told. Times are the
 * run's.
 */
void bs_caller_look(struct bs_caller *caller, const struct bs_call_request *request,
                    struct bs_duration within,
                    void (*told)(void *self, const struct bs_call_answer *answer), void *self);
/** `response` is NULL if there is none; why says `error`, BS_ERR_IO. `wire` may be cleaned up after this. */
typedef void bs_caller_response_fn(void *self, const struct bs_wire_response *response,
                                   const struct bs_error *error);
void bs_caller_send(struct bs_caller *caller, const struct bs_wire_request *wire,
                    struct bs_duration within, bs_caller_response_fn *told, void *self);
/** @} */

/** @{ Run the loop until it is known. BS_ERR_INPUT: AWS's reason; BS_ERR_IO: nobody answered. */
enum bs_status bs_caller_identity(struct bs_caller *caller, struct bs_wire_identity *identity,
                                  struct bs_error *error);
enum bs_status bs_caller_read_record(struct bs_caller *caller, struct bs_wire_record *record,
                                     struct bs_error *error);
/** As bs_caller_send(), until `told` has been told. BS_ERR_LIMIT: the loop was stopped before. */
enum bs_status bs_caller_wait(struct bs_caller *caller, const struct bs_wire_request *wire,
                              struct bs_duration within, bs_caller_response_fn *told, void *self);
/** Makes one call and waits for its answer. */
void bs_caller_ask(struct bs_caller *caller, const struct bs_call_request *request,
                   struct bs_duration within, struct bs_call_answer *answer);
/** @} */

#endif
