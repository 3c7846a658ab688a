/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/mock.h"

#include <stdlib.h>
#include <time.h>

#include "base/assert.h"
#include "mocks/application.h"
#include "mocks/mock_state.h"

enum {
    PENDING_MAX = 1000000,
    HISTORY_BYTES_MAX = 512 * 1024 * 1024,
    KEEPER_NAP_NS = 100 * 1000 * 1000, /* The longest that the keeper sleeps. */
};

#define HISTORY_TEXT_MAX (HISTORY_BYTES_MAX * (size_t)8) /* Escapes make text longer. */
#define STEP_NS          (3600 * BS_NS_PER_S)

/* ---- Time ---- */

static int64_t steady_ns(const struct bs_mock *mock)
{
    return mock->options.steady_ns(mock->options.subject);
}

bool bs_mock_is_driven(const struct bs_mock *mock)
{
    return mock->options.steady_ns == NULL;
}

/* The calendar if the world's clock had always gone as the steady one does. */
static int64_t calendar_s(const struct bs_mock *mock)
{
    return mock->options.epoch_s + (steady_ns(mock) - mock->start_ns) / BS_NS_PER_S;
}

/* Everything that has happened, to the spool. */
static void spool_records(struct bs_mock *mock)
{
    struct bs_buffer text;

    if (mock->history == NULL || bs_history_count(mock->history) == mock->spooled_count) {
        return;
    }
    bs_buffer_init(&text, HISTORY_TEXT_MAX);
    bs_history_write_from(mock->history, mock->spooled_count, &text);
    BS_ASSERT(!text.failed);
    bs_spool_append(mock->records, text.bytes, text.length);
    bs_buffer_clean_up(&text);
    if (mock->options.records_max > 0) {
        bs_history_forget(mock->history);
    }
    mock->spooled_count = bs_history_count(mock->history);
}

/* A long way is gone step by step, so that there are never many records at once. */
struct bs_instant bs_mock_move_to_now(struct bs_mock *mock)
{
    struct bs_instant now;

    if (bs_mock_is_driven(mock)) {
        return bs_simulation_now(mock->simulation);
    }
    now = bs_clock_now(&mock->clock, steady_ns(mock));
    while (bs_instant_before(bs_simulation_now(mock->simulation), now)) {
        const int64_t step_ns = bs_simulation_now(mock->simulation).ns + STEP_NS;
        const struct bs_instant until = {now.ns < step_ns ? now.ns : step_ns};
        const enum bs_status status = bs_simulation_run(mock->simulation, until);

        BS_ASSERT(status == BS_OK);
        if (mock->options.records_max > 0 &&
            bs_history_count(mock->history) >= mock->options.records_max) {
            spool_records(mock);
        }
    }
    return bs_simulation_now(mock->simulation);
}

/*
 * Clients sign by their own clock, or by the world's once they have been told it: whichever is nearer to the
 * date they claim is theirs.
 */
int64_t bs_mock_signing_s(const struct bs_mock *mock, struct bs_instant now, int64_t date_s)
{
    const int64_t world_s = mock->epoch_s + now.ns / BS_NS_PER_S;
    const int64_t wall_s = bs_mock_is_driven(mock) ? world_s : calendar_s(mock);

    return llabs(world_s - date_s) < llabs(wall_s - date_s) ? world_s : wall_s;
}

/* ---- The keeper ---- */

/* Until the next event is due, by the steady clock. */
static int64_t nap_ns(struct bs_mock *mock)
{
    const struct bs_instant next = bs_simulation_next_at(mock->simulation);
    const int64_t now_ns = bs_simulation_now(mock->simulation).ns;
    int64_t wait_ns;

    if (mock->clock.is_paused || next.ns == BS_INSTANT_NEVER.ns) {
        return KEEPER_NAP_NS;
    }
    wait_ns = (next.ns - now_ns) / mock->clock.speed_thousandths;
    return wait_ns >= KEEPER_NAP_NS / BS_CLOCK_REAL_TIME ? KEEPER_NAP_NS
                                                         : wait_ns * BS_CLOCK_REAL_TIME + 1;
}

static struct timespec after(int64_t wait_ns)
{
    struct timespec at;

    BS_ASSERT(clock_gettime(CLOCK_MONOTONIC, &at) == 0);
    at.tv_nsec += (long)(wait_ns % BS_NS_PER_S);
    at.tv_sec += (time_t)(wait_ns / BS_NS_PER_S) + at.tv_nsec / (long)BS_NS_PER_S;
    at.tv_nsec %= (long)BS_NS_PER_S;
    return at;
}

static void *keep(void *subject)
{
    struct bs_mock *mock = subject;

    (void)pthread_mutex_lock(&mock->mutex);
    while (!mock->is_closing) {
        struct timespec until;

        (void)bs_mock_move_to_now(mock);
        until = after(nap_ns(mock));
        (void)pthread_cond_timedwait(&mock->stir, &mock->mutex, &until);
    }
    (void)pthread_mutex_unlock(&mock->mutex);
    return NULL;
}

void bs_mock_keep(struct bs_mock *mock)
{
    if (!mock->has_keeper) {
        mock->has_keeper = true;
        BS_ASSERT(pthread_create(&mock->keeper, NULL, keep, mock) == 0);
    }
    (void)pthread_cond_signal(&mock->stir);
}

/* ---- The world ---- */

static enum bs_status make_world(struct bs_mock *mock, struct bs_error *error)
{
    const struct bs_world_options options = {
        .scenario = mock->regions != NULL ? mock->regions : mock->options.scenario,
        .simulation = mock->simulation,
        .history = mock->history,
        .root = {.seed = mock->options.seed},
        .detail = BS_DETAIL_SKIP,
    };
    const enum bs_status status = bs_world_new(&options, &mock->world, error);

    if (status == BS_OK) {
        bs_world_start(mock->world);
    }
    return status;
}

static void make_account(struct bs_mock *mock)
{
    const struct bs_account_options options = {
        .simulation = mock->simulation,
        .world = mock->regions != NULL ? NULL : mock->world,
        .root = {.seed = mock->options.seed},
        .epoch_s = mock->epoch_s,
        .pace = mock->options.pace,
    };

    mock->receipt_count = 0;
    mock->question_count = 0;
    mock->account = bs_account_new(&options);
    for (size_t i = 0; i < mock->options.credential_count; i++) {
        bs_account_add_credential(mock->account, mock->options.credentials[i].access_key_id,
                                  mock->options.credentials[i].secret_access_key);
    }
}

/* With the lock held, or before anybody else knows the mock. */
static enum bs_status open_world(struct bs_mock *mock, struct bs_error *error)
{
    enum bs_status status;

    mock->epoch_s = calendar_s(mock);
    mock->clock = (struct bs_clock){.anchor_ns = steady_ns(mock),
                                    .speed_thousandths = mock->options.speed_thousandths};
    mock->history = bs_history_new(HISTORY_BYTES_MAX);
    BS_ASSERT(mock->history != NULL);
    status = make_world(mock, error);
    make_account(mock);
    return status;
}

static void close_world(struct bs_mock *mock)
{
    bs_visits_drop(mock);
    bs_callers_drop(mock->callers);
    bs_account_destroy(mock->account);
    if (!bs_mock_is_driven(mock)) {
        bs_world_destroy(mock->world);
        bs_history_destroy(mock->history);
    }
    mock->account = NULL;
    mock->world = NULL;
    mock->history = NULL;
}

/* Whoever waits on `stir` does so by the monotonic clock. */
static void open_locks(struct bs_mock *mock)
{
    pthread_condattr_t attributes;

    BS_ASSERT(pthread_mutex_init(&mock->mutex, NULL) == 0);
    BS_ASSERT(pthread_condattr_init(&attributes) == 0);
    BS_ASSERT(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0);
    BS_ASSERT(pthread_cond_init(&mock->stir, &attributes) == 0);
    (void)pthread_condattr_destroy(&attributes);
}

static struct bs_spool *new_spool(const struct bs_mock_options *options, const char *of_what)
{
    const struct bs_spool_options spool = {
        .folder = options->spool != NULL ? options->spool : "/var/tmp",
        .of_what = of_what,
        .log = options->log,
        .subject = options->subject,
    };

    return bs_spool_new(&spool);
}

static struct bs_mock *make_mock(const struct bs_mock_options *options)
{
    struct bs_mock *mock = calloc(1, sizeof(*mock));

    BS_ASSERT(mock != NULL);
    open_locks(mock);
    mock->options = *options;
    mock->requests = new_spool(options, "requests");
    mock->records = new_spool(options, "the history");
    mock->callers = bs_callers_new();
    return mock;
}

struct bs_mock *bs_mock_new(const struct bs_mock_options *options, struct bs_error *error)
{
    const struct bs_simulation_options simulation = {
        .list_kind = BS_EVENT_LIST_RINGS_AND_LADDER,
        .pending_max = PENDING_MAX,
        .event_count_max = UINT64_MAX,
    };
    struct bs_mock *mock = make_mock(options);

    mock->start_ns = steady_ns(mock);
    mock->simulation = bs_simulation_new(&simulation);
    BS_ASSERT(mock->simulation != NULL);
    mock->regions = options->scenario == NULL ? bs_mock_regions() : NULL;
    if (open_world(mock, error) != BS_OK) {
        bs_mock_destroy(mock);
        return NULL;
    }
    if (options->scenario != NULL) {
        bs_mock_keep(mock);
    }
    return mock;
}

struct bs_mock *bs_mock_new_driven(const struct bs_mock_options *options,
                                   struct bs_simulation *simulation, struct bs_world *world)
{
    struct bs_mock *mock = make_mock(options);

    mock->options.steady_ns = NULL;
    mock->simulation = simulation;
    mock->world = world;
    mock->epoch_s = options->epoch_s;
    make_account(mock);
    return mock;
}

void bs_mock_destroy(struct bs_mock *mock)
{
    if (mock == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&mock->mutex);
    mock->is_closing = true;
    (void)pthread_cond_signal(&mock->stir);
    (void)pthread_mutex_unlock(&mock->mutex);
    if (mock->has_keeper) {
        (void)pthread_join(mock->keeper, NULL);
    }
    close_world(mock);
    if (!bs_mock_is_driven(mock)) {
        bs_simulation_destroy(mock->simulation);
    }
    bs_scenario_destroy(mock->regions);
    bs_spool_destroy(mock->requests);
    bs_spool_destroy(mock->records);
    bs_callers_destroy(mock->callers);
    (void)pthread_cond_destroy(&mock->stir);
    (void)pthread_mutex_destroy(&mock->mutex);
    free(mock);
}

void bs_mock_reset(struct bs_mock *mock)
{
    struct bs_error error = {0};
    enum bs_status status;

    (void)pthread_mutex_lock(&mock->mutex);
    close_world(mock);
    bs_simulation_reset(mock->simulation);
    bs_spool_clear(mock->requests);
    bs_spool_clear(mock->records);
    mock->spooled_count = 0;
    status = open_world(mock, &error);
    BS_ASSERT(status == BS_OK); /* It could be opened once. */
    (void)pthread_cond_signal(&mock->stir);
    (void)pthread_mutex_unlock(&mock->mutex);
}

void bs_mock_expect(struct bs_mock *mock, const struct bs_mock_expectation *expectation)
{
    (void)pthread_mutex_lock(&mock->mutex);
    mock->expected = *expectation;
    (void)pthread_mutex_unlock(&mock->mutex);
}

void bs_mock_say_arrived(struct bs_mock *mock, bool is_in_world)
{
    const struct bs_mock_expectation expected = mock->expected;

    mock->expected = (struct bs_mock_expectation){.call = 0};
    if (expected.arrived != NULL) {
        expected.arrived(expected.self, is_in_world);
    }
}

/* ---- Control ---- */

void bs_mock_change_clock(struct bs_mock *mock, const struct bs_mock_clock_change *change)
{
    struct bs_clock *clock = &mock->clock;

    (void)pthread_mutex_lock(&mock->mutex);
    bs_clock_set(clock, steady_ns(mock),
                 change->speed_thousandths > 0 ? change->speed_thousandths
                                               : clock->speed_thousandths,
                 change->is_paused != NULL ? *change->is_paused : clock->is_paused);
    if (change->advance.ns > 0) {
        bs_clock_advance(clock, steady_ns(mock), change->advance);
    }
    (void)bs_mock_move_to_now(mock);
    (void)pthread_cond_signal(&mock->stir);
    (void)pthread_mutex_unlock(&mock->mutex);
}

struct bs_mock_time bs_mock_time(struct bs_mock *mock)
{
    struct bs_mock_time time;

    (void)pthread_mutex_lock(&mock->mutex);
    time = (struct bs_mock_time){
        .now = bs_mock_move_to_now(mock),
        .epoch_s = mock->epoch_s,
        .speed_thousandths = mock->clock.speed_thousandths,
        .is_paused = mock->clock.is_paused,
    };
    (void)pthread_mutex_unlock(&mock->mutex);
    return time;
}

enum bs_status bs_mock_read_history(struct bs_mock *mock, struct bs_http_source *source,
                                    struct bs_error *error)
{
    enum bs_status status;

    (void)pthread_mutex_lock(&mock->mutex);
    (void)bs_mock_move_to_now(mock);
    spool_records(mock);
    status = bs_spool_read(mock->records, source, error);
    (void)pthread_mutex_unlock(&mock->mutex);
    return status;
}

void bs_mock_write_down(struct bs_mock *mock,
                        void (*act)(void *self, struct bs_history *history, struct bs_instant now),
                        void *self)
{
    (void)pthread_mutex_lock(&mock->mutex);
    if (mock->history != NULL) {
        act(self, mock->history, bs_mock_move_to_now(mock));
    }
    (void)pthread_mutex_unlock(&mock->mutex);
}

struct bs_instant bs_mock_first_onset(struct bs_mock *mock)
{
    struct bs_instant first = BS_INSTANT_NEVER;

    (void)pthread_mutex_lock(&mock->mutex);
    for (size_t i = 0; i < bs_world_fault_count(mock->world); i++) {
        first = bs_instant_min(first, bs_world_fault(mock->world, i).from);
    }
    (void)pthread_mutex_unlock(&mock->mutex);
    return first;
}

enum bs_status bs_mock_finish(struct bs_mock *mock)
{
    enum bs_status status;

    (void)pthread_mutex_lock(&mock->mutex);
    BS_ASSERT(mock->regions == NULL && !bs_mock_is_driven(mock) && mock->clock.is_paused);
    (void)bs_mock_move_to_now(mock);
    status = bs_world_status(mock->world);
    bs_world_finish(mock->world);
    (void)pthread_mutex_unlock(&mock->mutex);
    return status;
}

enum bs_status bs_mock_read_requests(struct bs_mock *mock, struct bs_http_source *source,
                                     struct bs_error *error)
{
    enum bs_status status;

    (void)pthread_mutex_lock(&mock->mutex);
    status = bs_spool_read(mock->requests, source, error);
    (void)pthread_mutex_unlock(&mock->mutex);
    return status;
}
