/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/prober.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/types.h>

#include "base/assert.h"
#include "orchestrator/live/stub_answer.h"

enum {
    FILE_BYTES_MAX = 256 * 1024 * 1024,
    LINE_MAX_BYTES = 128,
    VERIFIED_AT_ONCE_MAX = 32,
    VERIFICATION_TRIES = 5,
    GLANCE_SECONDS = 10,
    OPEN_MAX = 4096, /* Beyond it the machine, and not the application, would be measured. */
};

#define NANO INT64_C(1000000000)

struct bin {
    int64_t total[2]; /* Reads, writes. */
    int64_t good[2];
    int64_t stale;
};

enum fate { FATE_UNKNOWN, FATE_FOUND, FATE_MISSING };

struct write {
    uint64_t sequence;
    struct bs_instant at; /* Acknowledged. */
    enum fate fate;
    int tries;
};

struct cohort {
    struct bs_prober *prober;
    struct bs_prober_cohort is;
    struct bs_application application; /* With a run number of its own. */
    struct bin *bins;                  /* One a second, up to the horizon. */
    struct write *writes;              /* Acknowledged, by their numbers. */
    size_t write_count;
    size_t write_capacity;
    char address
        [BS_STUB_ADDRESS_MAX]; /* That the name leads to, as far as is known; "": nowhere yet. */
    char left[BS_STUB_ADDRESS_MAX]; /* .. and where it does not lead any more; "": not known. */
    struct process {
        struct cohort *cohort;
        bool is_write;
        int64_t interval_ns;
        int64_t offset_ns; /* Of its first request: they do not all leave at once. */
        uint64_t next;     /* Number of the next request. */
        struct bs_loop_timer timer;
    } processes[2];
};

struct probe {
    struct cohort *cohort;
    struct probe *next;
    bool is_write;
    bool is_verification;
    bool is_stale; /* It goes where the name does not lead any more. */
    uint64_t sequence;
    size_t index; /* Of the write that is verified. */
    struct bs_instant started;
    struct bs_stub_waiter waiter;
    struct bs_http_exchange *exchange;
};

struct bs_prober {
    struct bs_prober_settings settings;
    struct cohort cohorts[BS_PROBER_COHORTS_MAX];
    struct probe *probes;
    size_t open;
    size_t seconds;
    int descriptor;
    bool has_verified;
    void (*verified)(void *self);
    void *verified_self;
};

static void verify_more(struct bs_prober *prober);

/* ---- The file ---- */

__attribute__((format(printf, 2, 3))) static void write_line(struct bs_prober *prober,
                                                             const char *format, ...)
{
    char line[LINE_MAX_BYTES];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(line, sizeof(line), format, arguments);
    va_end(arguments);
    BS_ASSERT(length > 0 && length < LINE_MAX_BYTES);
    if (write(prober->descriptor, line, (size_t)length) != length) {
        (void)fprintf(stderr, "blackstart: %s: %s\n", prober->settings.path, strerror(errno));
    }
}

static bool add_write(struct cohort *cohort, uint64_t sequence, struct bs_instant at)
{
    if (cohort->write_count == cohort->write_capacity) {
        const size_t capacity = 2 * cohort->write_capacity + 256;
        struct write *writes = realloc(cohort->writes, capacity * sizeof(*writes));

        if (writes == NULL) {
            return false;
        }
        cohort->writes = writes;
        cohort->write_capacity = capacity;
    }
    cohort->writes[cohort->write_count++] =
        (struct write){.sequence = sequence, .at = at, .fate = FATE_UNKNOWN};
    return true;
}

/* What is known of a request in the end. */
struct outcome {
    int64_t second; /* Of its start. */
    bool is_write;
    bool is_good;
    bool is_stale;
};

static void count(struct cohort *cohort, struct outcome outcome)
{
    if (outcome.second >= 0 && (size_t)outcome.second < cohort->prober->seconds) {
        struct bin *bin = &cohort->bins[outcome.second];

        bin->total[outcome.is_write]++;
        bin->good[outcome.is_write] += outcome.is_good ? 1 : 0;
        bin->stale += outcome.is_stale ? 1 : 0;
    }
}

/* The cohort's resolver says by now that the name leads there. */
static void take_address(struct cohort *cohort, const char *address)
{
    (void)snprintf(cohort->address, sizeof(cohort->address), "%s", address);
    if (strcmp(cohort->left, address) != 0) {
        cohort->left[0] = '\0';
    }
}

static void leave_address(struct cohort *cohort)
{
    memcpy(cohort->left, cohort->address, sizeof(cohort->left));
}

static bool take_integer(const char **text, int64_t *number)
{
    char *end = NULL;

    errno = 0;
    *number = strtoll(*text, &end, 10);
    if (end == *text || errno != 0 || (*end != ' ' && *end != '\0')) {
        return false;
    }
    *text = end + (*end == ' ' ? 1 : 0);
    return true;
}

/* "COHORT IS_WRITE START_NS IS_GOOD ACKNOWLEDGED_NS SEQUENCE IS_STALE ADDRESS": as write_line() has them. */
static bool read_line(struct bs_prober *prober, const char *line)
{
    enum { COHORT, IS_WRITE, STARTED, IS_GOOD, ACKNOWLEDGED, SEQUENCE, IS_STALE, NUMBER_COUNT };
    int64_t numbers[NUMBER_COUNT];
    struct cohort *cohort;

    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        if (!take_integer(&line, &numbers[i])) {
            return false;
        }
    }
    if (strlen(line) >= BS_STUB_ADDRESS_MAX || numbers[COHORT] < 0 || numbers[STARTED] < 0 ||
        numbers[COHORT] >= (int64_t)prober->settings.cohort_count) {
        return false;
    }
    cohort = &prober->cohorts[numbers[COHORT]];
    count(cohort, (struct outcome){.second = numbers[STARTED] / BS_NS_PER_S,
                                   .is_write = numbers[IS_WRITE] != 0,
                                   .is_good = numbers[IS_GOOD] != 0,
                                   .is_stale = numbers[IS_STALE] != 0});
    take_address(cohort, line);
    if (numbers[STARTED] < prober->settings.moved.ns &&
        prober->settings.moved.ns != BS_INSTANT_NEVER.ns) {
        leave_address(cohort);
    }
    return numbers[ACKNOWLEDGED] < 0 || add_write(cohort, (uint64_t)numbers[SEQUENCE],
                                                  (struct bs_instant){numbers[ACKNOWLEDGED]});
}

static enum bs_status read_file(struct bs_prober *prober, off_t *whole, struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;
    char *end;

    *whole = 0;
    if (access(prober->settings.path, F_OK) != 0) {
        return BS_OK;
    }
    bs_buffer_init(&buffer, FILE_BYTES_MAX);
    status = bs_buffer_read_file(&buffer, prober->settings.path, error);
    for (char *line = buffer.bytes;
         status == BS_OK && line != NULL && (end = strchr(line, '\n')) != NULL; line = end + 1) {
        *end = '\0';
        *whole = end + 1 - buffer.bytes;
        if (!read_line(prober, line)) {
            status = bs_error_set(error, BS_ERR_INPUT, NULL, "%s holds no probes",
                                  prober->settings.path);
        }
    }
    bs_buffer_clean_up(&buffer);
    return status;
}

static enum bs_status open_file(struct bs_prober *prober, struct bs_error *error)
{
    off_t whole;
    const enum bs_status status = read_file(prober, &whole, error);

    if (status != BS_OK) {
        return status;
    }
    prober->descriptor =
        open(prober->settings.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    return prober->descriptor >= 0 && ftruncate(prober->descriptor, whole) == 0
               ? BS_OK
               : bs_error_set(error, BS_ERR_IO, NULL, "%s: %s", prober->settings.path,
                              strerror(errno));
}

/* ---- Being made ---- */

static bool make_cohort(struct bs_prober *prober, size_t index)
{
    const struct bs_prober_settings *settings = &prober->settings;
    struct cohort *cohort = &prober->cohorts[index];
    const int64_t rates[2] = {settings->reads_nano_per_s, settings->writes_nano_per_s};

    cohort->prober = prober;
    cohort->is = settings->cohorts[index];
    cohort->application = *settings->application;
    cohort->application.run += index + 1;
    cohort->bins = calloc(prober->seconds, sizeof(*cohort->bins));
    for (int i = 0; i < 2; i++) {
        cohort->processes[i] = (struct process){
            .cohort = cohort, .is_write = i == 1, .interval_ns = NANO * NANO / rates[i]};
        cohort->processes[i].offset_ns = (int64_t)(2 * index + (size_t)i) *
                                         cohort->processes[i].interval_ns /
                                         (int64_t)(2 * settings->cohort_count);
    }
    return cohort->bins != NULL;
}

enum bs_status bs_prober_new(const struct bs_prober_settings *settings, struct bs_prober **prober,
                             struct bs_error *error)
{
    struct bs_prober *made = calloc(1, sizeof(*made));
    bool is_made = made != NULL;
    enum bs_status status;

    BS_ASSERT(settings->cohort_count <= BS_PROBER_COHORTS_MAX);
    if (is_made) {
        made->settings = *settings;
        made->descriptor = -1;
        made->seconds = (size_t)(settings->horizon.ns / BS_NS_PER_S) + 1;
        for (size_t i = 0; i < settings->cohort_count; i++) {
            is_made = make_cohort(made, i) && is_made;
        }
    }
    status = is_made ? open_file(made, error)
                     : bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    if (status != BS_OK) {
        bs_prober_destroy(made);
        return status;
    }
    *prober = made;
    return BS_OK;
}

/* ---- Probes ---- */

static void destroy_probe(struct probe *probe)
{
    struct bs_prober *prober = probe->cohort->prober;
    struct probe **link = &prober->probes;

    while (*link != probe) {
        link = &(*link)->next;
    }
    *link = probe->next;
    prober->open--;
    if (probe->exchange != NULL) {
        bs_http_client_cancel(bs_loop_http(prober->settings.loop), probe->exchange);
    }
    if (probe->cohort->is.dns != NULL) {
        bs_stub_cancel(probe->cohort->is.dns, &probe->waiter);
    }
    free(probe);
}

static void tell_verification(struct probe *probe, const struct bs_http_result *result)
{
    struct bs_prober *prober = probe->cohort->prober;
    struct write *write = &probe->cohort->writes[probe->index];

    write->tries++;
    if (result != NULL && bs_application_served(result)) {
        write->fate = FATE_FOUND;
    } else if (result != NULL && result->outcome == BS_HTTP_ANSWERED && result->status >= 400 &&
               result->status < 500 && result->status != 429) {
        write->fate = FATE_MISSING;
    }
    destroy_probe(probe);
    verify_more(prober);
}

/* `result` NULL: there was nobody to ask. */
static void tell(struct probe *probe, const struct bs_http_result *result)
{
    struct cohort *cohort = probe->cohort;
    struct bs_prober *prober = cohort->prober;
    const struct bs_instant now = bs_loop_now(prober->settings.loop);
    const bool is_served = result != NULL && bs_application_served(result);
    const bool is_good =
        is_served && bs_duration_between(probe->started, now).ns <= prober->settings.within.ns;
    const bool is_acknowledged = is_served && probe->is_write;

    if (probe->is_verification) {
        tell_verification(probe, result);
        return;
    }
    count(cohort, (struct outcome){.second = probe->started.ns / BS_NS_PER_S,
                                   .is_write = probe->is_write,
                                   .is_good = is_good,
                                   .is_stale = probe->is_stale});
    if (is_acknowledged) {
        (void)add_write(cohort, probe->sequence, now);
    }
    write_line(prober, "%zu %d %" PRId64 " %d %" PRId64 " %" PRIu64 " %d %s\n",
               (size_t)(cohort - prober->cohorts), probe->is_write ? 1 : 0, probe->started.ns,
               is_good ? 1 : 0, is_acknowledged ? now.ns : -1, probe->sequence,
               probe->is_stale ? 1 : 0, cohort->address);
    destroy_probe(probe);
    if (prober->verified != NULL) {
        verify_more(prober); /* One of the last: it has been waited for. */
    }
}

static void answered(void *self, const struct bs_http_result *result)
{
    struct probe *probe = self;

    probe->exchange = NULL;
    tell(probe, result);
}

static void resolved(void *self, const char *address)
{
    struct probe *probe = self;
    const struct bs_prober_settings *settings = &probe->cohort->prober->settings;
    const struct bs_duration waited =
        bs_duration_between(probe->started, bs_loop_now(settings->loop));
    const struct bs_application_request request = {
        .application = &probe->cohort->application,
        .check = probe->is_verification ? BS_HTTP_READ_BACK
                 : probe->is_write      ? BS_HTTP_WRITE
                                        : BS_HTTP_READ,
        .host = settings->host,
        .address = address,
        .sequence = probe->sequence,
        .timeout = {settings->timeout.ns - waited.ns},
    };

    if ((address == NULL && probe->cohort->is.dns != NULL) || request.timeout.ns <= 0) {
        tell(probe, NULL);
        return;
    }
    if (address != NULL) {
        take_address(probe->cohort, address);
        probe->is_stale = strcmp(probe->cohort->left, address) == 0;
    }
    probe->exchange = bs_application_ask(settings->loop, &request, answered, probe);
    if (probe->exchange == NULL) {
        tell(probe, NULL);
    }
}

static struct probe *open_probe(struct cohort *cohort)
{
    struct bs_prober *prober = cohort->prober;
    struct probe *probe = prober->open < OPEN_MAX ? calloc(1, sizeof(*probe)) : NULL;

    if (probe == NULL) {
        return NULL;
    }
    probe->cohort = cohort;
    probe->started = bs_loop_now(prober->settings.loop);
    probe->waiter.told = resolved;
    probe->waiter.self = probe;
    probe->next = prober->probes;
    prober->probes = probe;
    prober->open++;
    return probe;
}

static void begin_probe(struct probe *probe)
{
    if (probe->cohort->is.dns == NULL) {
        resolved(probe, NULL);
    } else {
        bs_stub_resolve(probe->cohort->is.dns, probe->cohort->prober->settings.host,
                        &probe->waiter);
    }
}

static void leave(void *self);

static void schedule(struct process *process)
{
    struct bs_prober *prober = process->cohort->prober;
    const struct bs_instant at = {(int64_t)process->next * process->interval_ns +
                                  process->offset_ns};

    if (at.ns < prober->settings.horizon.ns) {
        bs_loop_set(prober->settings.loop, &process->timer, at, leave, process);
    }
}

static void leave(void *self)
{
    struct process *process = self;
    struct probe *probe = open_probe(process->cohort);
    const uint64_t sequence = process->next++;

    if (probe != NULL) {
        probe->is_write = process->is_write;
        probe->sequence = sequence;
        begin_probe(probe);
    }
    schedule(process);
}

void bs_prober_start(struct bs_prober *prober)
{
    const struct bs_instant now = bs_loop_now(prober->settings.loop);

    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        for (int k = 0; k < 2; k++) {
            struct process *process = &prober->cohorts[i].processes[k];

            process->next = (uint64_t)(now.ns / process->interval_ns) + 1;
            schedule(process);
        }
    }
}

void bs_prober_moved(struct bs_prober *prober)
{
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        leave_address(&prober->cohorts[i]);
    }
}

void bs_prober_stop(struct bs_prober *prober)
{
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        for (int k = 0; k < 2; k++) {
            bs_loop_clear(prober->settings.loop, &prober->cohorts[i].processes[k].timer);
        }
    }
}

void bs_prober_destroy(struct bs_prober *prober)
{
    if (prober == NULL) {
        return;
    }
    bs_prober_stop(prober);
    while (prober->probes != NULL) {
        destroy_probe(prober->probes);
    }
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        free(prober->cohorts[i].bins);
        free(prober->cohorts[i].writes);
    }
    if (prober->descriptor >= 0) {
        (void)close(prober->descriptor);
    }
    free(prober);
}

/* ---- Reading back ---- */

static bool is_under_way(const struct cohort *cohort, size_t index)
{
    for (const struct probe *probe = cohort->prober->probes; probe != NULL; probe = probe->next) {
        if (probe->cohort == cohort && probe->is_verification && probe->index == index) {
            return true;
        }
    }
    return false;
}

/* Begins the next one of a cohort; false if there is none that is not under way. */
static bool verify_next(struct cohort *cohort)
{
    for (size_t i = 0; i < cohort->write_count; i++) {
        const struct write *write = &cohort->writes[i];
        struct probe *probe;

        if (write->fate != FATE_UNKNOWN || write->tries == VERIFICATION_TRIES ||
            is_under_way(cohort, i)) {
            continue;
        }
        probe = open_probe(cohort);
        if (probe == NULL) {
            return false;
        }
        probe->is_verification = true;
        probe->index = i;
        probe->sequence = write->sequence;
        begin_probe(probe);
        return true;
    }
    return false;
}

static void verify_more(struct bs_prober *prober)
{
    if (prober->has_verified) {
        return;
    }
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        while (prober->open < VERIFIED_AT_ONCE_MAX && verify_next(&prober->cohorts[i])) {
        }
    }
    if (prober->open == 0 && !prober->has_verified) {
        prober->has_verified = true;
        prober->verified(prober->verified_self);
    }
}

void bs_prober_verify(struct bs_prober *prober, void (*done)(void *self), void *self)
{
    prober->verified = done;
    prober->verified_self = self;
    bs_prober_stop(prober);
    verify_more(prober);
}

struct bs_prober_glance bs_prober_glance(const struct bs_prober *prober)
{
    const int64_t now_s = bs_loop_now(prober->settings.loop).ns / BS_NS_PER_S;
    struct bs_prober_glance glance = {0};

    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        for (int64_t k = now_s - GLANCE_SECONDS; k < now_s; k++) {
            if (k >= 0 && (size_t)k < prober->seconds) {
                const struct bin *bin = &prober->cohorts[i].bins[k];

                glance.requests += bin->total[0] + bin->total[1];
                glance.good += bin->good[0] + bin->good[1];
            }
        }
    }
    return glance;
}

/* ---- Records ---- */

static void record_bins(const struct cohort *cohort, struct bs_history *history,
                        struct bs_instant at)
{
    const size_t end = (size_t)(at.ns / BS_NS_PER_S) + 1;
    const size_t seconds = end < cohort->prober->seconds ? end : cohort->prober->seconds;

    for (size_t from = 0, to; from < seconds; from = to) {
        const struct bin *bin = &cohort->bins[from];

        for (to = from + 1; to < seconds && memcmp(&cohort->bins[to], bin, sizeof(*bin)) == 0;
             to++) {
        }
        BS_APPEND(history, at, BS_RECORD_OBSERVED, bs_text(cohort->is.name),
                  bs_at((struct bs_instant){(int64_t)from * BS_NS_PER_S}),
                  bs_count((int64_t)(to - from)), bs_count(bin->total[0]), bs_count(bin->good[0]),
                  bs_count(bin->total[1]), bs_count(bin->good[1]), bs_count(bin->stale),
                  bs_count(bin->total[0] + bin->total[1]));
    }
}

/* Who acknowledged at this instant. */
static size_t lineage_at(const struct bs_prober_lineage *lineages, size_t lineage_count,
                         struct bs_instant at)
{
    size_t lineage = 0;

    for (size_t i = 1; i < lineage_count; i++) {
        lineage = lineages[i].from.ns <= at.ns ? i : lineage;
    }
    return lineage;
}

struct judgement {
    struct bs_history *history;
    struct bs_instant at;
    const char *store;
    const struct bs_prober_lineage *lineages;
    size_t lineage_count;
};

/* Neighbours that are missing, too, and were acknowledged by the same lineage, are one range. */
static void record_missing(const struct cohort *cohort, const struct judgement *judgement)
{
    size_t to;

    for (size_t from = 0; from < cohort->write_count; from = to) {
        const struct write *first = &cohort->writes[from];
        const size_t lineage = lineage_at(judgement->lineages, judgement->lineage_count, first->at);

        for (to = from + 1; to < cohort->write_count && cohort->writes[to].fate == FATE_MISSING &&
                            lineage_at(judgement->lineages, judgement->lineage_count,
                                       cohort->writes[to].at) == lineage;
             to++) {
        }
        if (first->fate == FATE_MISSING) {
            const struct write *last = &cohort->writes[to - 1];

            BS_APPEND(judgement->history, judgement->at, BS_RECORD_MISSING,
                      bs_text(judgement->store), bs_text(judgement->lineages[lineage].name),
                      bs_text(cohort->is.name), bs_text("end"), bs_text("lost"),
                      bs_count((int64_t)first->sequence), bs_count((int64_t)last->sequence),
                      bs_at(first->at), bs_at(last->at), bs_count((int64_t)(to - from)));
        } else {
            to = from + 1;
        }
    }
}

static bool is_all_known(const struct bs_prober *prober)
{
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        for (size_t k = 0; k < prober->cohorts[i].write_count; k++) {
            if (prober->cohorts[i].writes[k].fate == FATE_UNKNOWN) {
                return false;
            }
        }
    }
    return true;
}

/* Acknowledged by the lineage, from an instant on. */
static int64_t acknowledged_by(const struct bs_prober *prober, const struct judgement *judgement,
                               size_t lineage, struct bs_instant from)
{
    int64_t writes = 0;

    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        for (size_t k = 0; k < prober->cohorts[i].write_count; k++) {
            const struct bs_instant at = prober->cohorts[i].writes[k].at;

            writes += at.ns >= from.ns && lineage_at(judgement->lineages, judgement->lineage_count,
                                                     at) == lineage
                          ? 1
                          : 0;
        }
    }
    return writes;
}

void bs_prober_record(const struct bs_prober *prober, struct bs_history *history,
                      struct bs_instant at, const char *store,
                      const struct bs_prober_lineage *lineages, size_t lineage_count)
{
    const struct judgement judgement = {history, at, store, lineages, lineage_count};

    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        record_bins(&prober->cohorts[i], history, at);
    }
    if (!prober->has_verified || store == NULL || lineage_count == 0 || !is_all_known(prober)) {
        return;
    }
    for (size_t i = 0; i < prober->settings.cohort_count; i++) {
        record_missing(&prober->cohorts[i], &judgement);
    }
    for (size_t i = 0; i < lineage_count; i++) {
        const struct bs_instant behind =
            bs_instant_add(lineages[i].fenced, prober->settings.timeout);

        BS_APPEND(history, at, BS_RECORD_ACKNOWLEDGED, bs_text(store), bs_text(lineages[i].name),
                  bs_count(acknowledged_by(prober, &judgement, i, (struct bs_instant){0})),
                  bs_count(acknowledged_by(prober, &judgement, i, behind)));
    }
}
