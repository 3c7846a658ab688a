/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_MOCK_H
#define BS_MOCKS_MOCK_H

/**
 * An account behind HTTP: each request moves the simulation to now, is verified, routed, decoded, performed
 * and answered.
 *
 * One lock guards the world; decoding and hashing go on beside it. May be called by any number of threads.
 */

#include "base/history.h"
#include "base/json_writer.h"
#include "mocks/clock.h"
#include "mocks/server.h"
#include "sim/account/account.h"
#include "sim/scenario/scenario.h"

struct bs_mock_credential {
    const char *access_key_id;
    const char *secret_access_key;
};

/** What a client asks of AWS, whatever becomes of it. Texts and input are borrowed for the call. */
struct bs_mock_call {
    uint64_t number;             /* The request's, from 1 on. */
    const char *service;         /* As the world names it: "elasticloadbalancing"; NULL: unknown. */
    const char *operation;       /* "PromoteReadReplica"; NULL: none that is known. */
    const char *region;          /* "us-east-1". */
    const struct bs_tree *input; /* NULL: it could not be read, or was not let in. */
};

/** What came of it. */
struct bs_mock_call_end {
    uint64_t number;
    int status;        /* HTTP; 0: nobody heard of it again. */
    const char *error; /* The code; empty: none. */
};

/**
 * Somebody who is told of each call and of its end as they happen, with the world's lock held, and may write
 * them down. Functions may be NULL.
 */
struct bs_mock_witness {
    void (*called)(void *self, struct bs_history *history, struct bs_instant now,
                   const struct bs_mock_call *call);
    void (*ended)(void *self, struct bs_history *history, struct bs_instant now,
                  const struct bs_mock_call_end *end);
    void *self;
};

struct bs_mock_options {
    /*
     * NULL: an empty account, in Regions that can fail. Else its world is behind the account and goes on by
     * itself; how long it lasts is for whoever loads it to say. Borrowed.
     */
    const struct bs_scenario *scenario;
    enum bs_account_pace pace;
    uint64_t seed;
    int64_t epoch_s;           /* What the calendar shows as it starts, seconds since 1970. */
    int64_t speed_thousandths; /* Of the world's clock; see mocks/clock.h. */
    bool verifies;             /* Else whatever is signed, or is not, is served. */
    const struct bs_mock_credential *credentials;
    size_t credential_count;
    const char *spool;  /* Folder for what no longer fits into memory; NULL: /var/tmp. */
    size_t records_max; /* Of the history, in memory: what came before is in the spool. 0: all. */
    int64_t (*steady_ns)(void *subject);          /* A clock that goes on evenly. */
    void (*log)(void *subject, const char *line); /* What people should know; NULL: nobody. */
    void *subject;                                /* Borrowed, for both. */
    struct bs_mock_witness witness;
};

struct bs_mock;

/** Options are copied, but not what they point to. NULL, and why, if the scenario asks for too much. */
struct bs_mock *bs_mock_new(const struct bs_mock_options *options, struct bs_error *error);

/**
 * A mock whose world is run by somebody else, who lets no time pass while a request is on its way to it
 * (bs_mock_expect()). Of the options, scenario, clock and speed do not count. All is borrowed.
 */
struct bs_mock *bs_mock_new_driven(const struct bs_mock_options *options,
                                   struct bs_simulation *simulation, struct bs_world *world);

/** Requests whose answers are still to come get none. */
void bs_mock_destroy(struct bs_mock *mock);

/** Whose request comes next to a driven mock. */
struct bs_mock_expectation {
    uint64_t call;       /* Its number in the world. */
    int32_t from_region; /* As of bs_world_call(). */
    /*
     * Called, by a thread of the server, when the world has the request; or when the mock has an answer of
     * its own, which the world never hears of.
     */
    void (*arrived)(void *self, bool is_in_world);
    /*
     * Called in the world's event that answers it, when the answer is on its way to the client; never, if
     * there will be none. `is_refused`: there is no answer but that nobody lets the client in, who has
     * lost its connection by now.
     */
    void (*answered)(void *self, uint64_t call, bool is_refused);
    void *self;
};

void bs_mock_expect(struct bs_mock *mock, const struct bs_mock_expectation *expectation);

/** Answers one request at once, whatever befalls its Region. `response` is initialised. */
void bs_mock_answer(struct bs_mock *mock, const struct bs_http_request *request,
                    struct bs_http_response *response);

/** As a server's handler: `mock` is a struct bs_mock. */
void bs_mock_handle(void *mock, struct bs_server_exchange *exchange);

/* ---- What control endpoints do (mocks/control.h) ---- */

/** Whether somebody else runs its world: then nothing of what follows may change it. */
bool bs_mock_is_driven(const struct bs_mock *mock);

/** Everything as at the start: a new account at instant 0, the calendar going on. */
void bs_mock_reset(struct bs_mock *mock);

/** The clock after it was changed: NULL and negative values leave things as they are. */
struct bs_mock_clock_change {
    struct bs_duration advance;
    int64_t speed_thousandths; /* 0: as it was. */
    const bool *is_paused;
};

void bs_mock_change_clock(struct bs_mock *mock, const struct bs_mock_clock_change *change);

struct bs_mock_time {
    struct bs_instant now;
    int64_t epoch_s;
    int64_t speed_thousandths;
    bool is_paused;
};

/** Moves the world to now and says when that is. */
struct bs_mock_time bs_mock_time(struct bs_mock *mock);

/** What has happened in the world so far, as JSON Lines. Of a mock that is driven: nothing. */
enum bs_status bs_mock_read_history(struct bs_mock *mock, struct bs_http_source *source,
                                    struct bs_error *error);

/** What has been asked so far (mocks/receipts.h). */
enum bs_status bs_mock_read_requests(struct bs_mock *mock, struct bs_http_source *source,
                                     struct bs_error *error);

/**
 * Calls `act` with the world's history, at an instant that nothing precedes, while nothing else happens. Of a
 * mock that is driven: not at all.
 */
void bs_mock_write_down(struct bs_mock *mock,
                        void (*act)(void *self, struct bs_history *history, struct bs_instant now),
                        void *self);

/** When the first fault begins, or began; BS_INSTANT_NEVER without one. */
struct bs_instant bs_mock_first_onset(struct bs_mock *mock);

/**
 * Lets the world write down what it has counted, once: its history can be judged then, and the world is over.
 * BS_OK, or what went wrong inside of it. Of a scenario only; the clock is paused.
 */
enum bs_status bs_mock_finish(struct bs_mock *mock);

/** Adds faults, as bs_world_add_faults() has it, from YAML or JSON. */
enum bs_status bs_mock_add_faults(struct bs_mock *mock, const char *text, size_t length,
                                  struct bs_error *error);

/** Ends the fault of that name, or all (NULL); how many those were. */
size_t bs_mock_end_faults(struct bs_mock *mock, const char *name);

/** An array of all faults that there ever were. */
void bs_mock_write_faults(struct bs_mock *mock, struct bs_json_writer *writer);

#endif
