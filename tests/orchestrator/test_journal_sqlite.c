/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* The SQLite journal keeps what the memory journal keeps, fails safely, and survives SIGKILL. */

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/pcg.h"
#include "orchestrator/live/journal_sqlite.h"
#include "orchestrator/runner/journal_memory.h"
#include "tests/orchestrator/fixture_story.h"

enum {
    PATH_BYTES = 64,
    KILLS = 30,
    CHILD_OK = 0,
    CHILD_REFUSED = 3, /* Its journal could not be opened or resumed. */
    CHILD_FAILED = 4,  /* Its journal failed. */
    JOURNAL_BYTES_MAX = 4 * 1024 * 1024,
    DAMAGED_BYTES = 64,
};

/* A folder of this test's own; in memory if that can be had, for each entry is synced to the disk. */
struct desk {
    char folder[PATH_BYTES];
    char path[PATH_BYTES + 16];
    struct fixture_survivors *survivors; /* Shared with children. */
    struct bs_journal_sqlite *journal;
    struct fixture_story story;
};

static void remove_journal(const struct desk *desk)
{
    static const char *const suffixes[] = {"", "-wal", "-journal", "-shm"};
    char path[sizeof(desk->path) + 16];

    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        (void)snprintf(path, sizeof(path), "%s%s", desk->path, suffixes[i]);
        (void)unlink(path);
    }
}

/* Memory that children share; the file behind it has no name any more. */
static struct fixture_survivors *shared_survivors(const struct desk *desk)
{
    const off_t length = sizeof(struct fixture_survivors);
    const int file = open(desk->path, O_RDWR | O_CREAT | O_EXCL, 0600);
    void *shared;

    assert_true(file >= 0);
    assert_int_equal(unlink(desk->path), 0);
    assert_int_equal(ftruncate(file, length), 0);
    shared = mmap(NULL, (size_t)length, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    assert_true(shared != MAP_FAILED);
    assert_int_equal(close(file), 0);
    return shared;
}

static int set_up(void **state)
{
    const char *parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    struct desk *desk = calloc(1, sizeof(*desk));

    assert_non_null(desk);
    (void)snprintf(desk->folder, sizeof(desk->folder), "%s/blackstart-journal-XXXXXX", parent);
    assert_non_null(mkdtemp(desk->folder));
    (void)snprintf(desk->path, sizeof(desk->path), "%s/journal", desk->folder);
    desk->survivors = shared_survivors(desk);
    fixture_survivors_init(desk->survivors, NULL, 0);
    *state = desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;

    bs_journal_sqlite_close(desk->journal);
    remove_journal(desk);
    assert_int_equal(rmdir(desk->folder), 0);
    assert_int_equal(munmap(desk->survivors, sizeof(*desk->survivors)), 0);
    free(desk);
    return 0;
}

static enum bs_status open_journal(struct desk *desk, enum bs_journal_mode mode, uint64_t bytes_max,
                                   struct bs_error *error)
{
    const struct bs_journal_sqlite_options options = {desk->path, mode, bytes_max};

    assert_null(desk->journal);
    return bs_journal_sqlite_open(&options, &desk->journal, error);
}

static void close_journal(struct desk *desk)
{
    bs_journal_sqlite_close(desk->journal);
    desk->journal = NULL;
}

/* Opens the journal and a process on it, neither started nor resumed. */
static void begin(struct desk *desk, enum bs_journal_mode mode, uint64_t bytes_max)
{
    struct bs_error error = {0};
    struct bs_journal_port port;

    if (open_journal(desk, mode, bytes_max, &error) != BS_OK) {
        fail_msg("%s: %s", error.where.file, error.message);
    }
    port = bs_journal_sqlite_port(desk->journal);
    fixture_story_open(&desk->story, desk->survivors, &port);
}

static void end(struct desk *desk)
{
    fixture_story_close(&desk->story);
    close_journal(desk);
}

static void check_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("'%s' is not in '%s'", part, text);
    }
}

/* ---- Round trip ---- */

static size_t check_same_entries(const struct bs_journal_port *a, const struct bs_journal_port *b)
{
    size_t offset_a = 0;
    size_t offset_b = 0;
    size_t count = 0;

    for (;; count++) {
        const unsigned char *bytes_a;
        const unsigned char *bytes_b;
        size_t length_a;
        size_t length_b;
        struct bs_error error = {0};
        const enum bs_status status = a->read(a->self, &offset_a, &bytes_a, &length_a, &error);

        assert_int_equal(b->read(b->self, &offset_b, &bytes_b, &length_b, &error), status);
        if (status == BS_ERR_LIMIT) {
            return count;
        }
        assert_int_equal(status, BS_OK);
        assert_int_equal(length_a, length_b);
        assert_memory_equal(bytes_a, bytes_b, length_a);
    }
}

static void test_it_holds_what_the_memory_journal_holds(void **state)
{
    struct desk *desk = *state;
    struct bs_journal_memory *memory = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    const struct bs_journal_port in_memory = bs_journal_memory_port(memory);
    struct bs_journal_port on_disk;
    struct fixture_story story;
    size_t count;

    fixture_story_open(&story, desk->survivors, &in_memory);
    fixture_story_start(&story);
    fixture_story_run(&story, FIXTURE_STORY_END_S);
    fixture_story_close(&story);

    fixture_survivors_init(desk->survivors, NULL, 0);
    begin(desk, BS_JOURNAL_CREATE, 0);
    fixture_story_start(&desk->story);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S);
    on_disk = bs_journal_sqlite_port(desk->journal);
    count = check_same_entries(&in_memory, &on_disk);
    assert_int_equal(count, bs_journal_memory_count(memory));
    assert_true(count > 200);
    end(desk);

    /* Nor does that change when it was closed. */
    begin(desk, BS_JOURNAL_OPEN, 0);
    on_disk = bs_journal_sqlite_port(desk->journal);
    assert_int_equal(check_same_entries(&in_memory, &on_disk), count);
    end(desk);
    bs_journal_memory_destroy(memory);
}

static void test_any_bytes_come_back(void **state)
{
    struct desk *desk = *state;
    struct bs_error error = {0};
    struct bs_journal_port port;
    unsigned char bytes[256];
    const unsigned char *found;
    size_t offset = 0;
    size_t length;

    for (size_t i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (unsigned char)i;
    }
    assert_int_equal(open_journal(desk, BS_JOURNAL_CREATE, 0, &error), BS_OK);
    port = bs_journal_sqlite_port(desk->journal);
    for (size_t i = 0; i <= sizeof(bytes); i++) {
        assert_int_equal(port.append(port.self, bytes, i), BS_OK);
    }
    for (size_t i = 0; i <= sizeof(bytes); i++) {
        assert_int_equal(port.read(port.self, &offset, &found, &length, &error), BS_OK);
        assert_int_equal(length, i);
        assert_memory_equal(found, bytes, i);
    }
    assert_int_equal(port.read(port.self, &offset, &found, &length, &error), BS_ERR_LIMIT);
    assert_int_equal(bs_journal_sqlite_failure(desk->journal)->status, BS_OK);
}

/* ---- Opening ---- */

/* What is said when the file is opened like that; it must name the file. */
static void check_not_opened(struct desk *desk, enum bs_journal_mode mode, enum bs_status status,
                             const char *part)
{
    struct bs_error error = {0};

    assert_int_equal(open_journal(desk, mode, 0, &error), status);
    assert_null(desk->journal);
    assert_string_equal(error.where.file, desk->path);
    check_contains(error.message, part);
}

static void write_file(const struct desk *desk, const char *text)
{
    FILE *file = fopen(desk->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static void test_it_opens_what_is_its_own_only(void **state)
{
    struct desk *desk = *state;
    struct bs_error error = {0};

    check_not_opened(desk, BS_JOURNAL_OPEN, BS_ERR_INPUT, "there is no such journal");
    write_file(desk, "This is not a database, but text that somebody may want to keep.\n");
    check_not_opened(desk, BS_JOURNAL_CREATE, BS_ERR_INPUT, "there is such a file already");
    check_not_opened(desk, BS_JOURNAL_OPEN, BS_ERR_IO, "file is not a database");

    /* A creation that was cut short leaves an empty file: a journal without entries. */
    write_file(desk, "");
    check_not_opened(desk, BS_JOURNAL_CREATE, BS_ERR_INPUT, "there is such a file already");
    assert_int_equal(open_journal(desk, BS_JOURNAL_OPEN, 0, &error), BS_OK);
    close_journal(desk);
    check_not_opened(desk, BS_JOURNAL_CREATE, BS_ERR_INPUT, "there is such a file already");
    assert_int_equal(open_journal(desk, BS_JOURNAL_OPEN, 0, &error), BS_OK);
    close_journal(desk);
}

/* Overwrites four bytes of the database's header: big-endian numbers. */
static void patch_header(const struct desk *desk, long at, unsigned char last)
{
    const unsigned char number[4] = {0, 0, 0, last};
    FILE *file = fopen(desk->path, "r+b");

    assert_non_null(file);
    assert_int_equal(fseek(file, at, SEEK_SET), 0);
    assert_int_equal(fwrite(number, 1, sizeof(number), file), sizeof(number));
    assert_int_equal(fclose(file), 0);
}

static void test_it_refuses_other_databases_and_versions(void **state)
{
    enum { USER_VERSION_AT = 60, APPLICATION_ID_AT = 68 };
    struct desk *desk = *state;
    struct bs_error error = {0};

    assert_int_equal(open_journal(desk, BS_JOURNAL_CREATE, 0, &error), BS_OK);
    close_journal(desk);
    patch_header(desk, USER_VERSION_AT, 9);
    check_not_opened(desk, BS_JOURNAL_OPEN, BS_ERR_INPUT,
                     "the journal is of version 9, this program's is 1");
    patch_header(desk, APPLICATION_ID_AT, 0);
    check_not_opened(desk, BS_JOURNAL_OPEN, BS_ERR_INPUT, "this is no journal of blackstart's");
}

static void test_its_folder_must_be_there(void **state)
{
    const struct desk *desk = *state;
    char path[sizeof(desk->path) + 16];
    struct bs_journal_sqlite *journal = NULL;
    struct bs_error error = {0};

    (void)snprintf(path, sizeof(path), "%s/missing/journal", desk->folder);
    assert_int_equal(
        bs_journal_sqlite_open(&(struct bs_journal_sqlite_options){path, BS_JOURNAL_CREATE, 0},
                               &journal, &error),
        BS_ERR_INPUT);
    assert_string_equal(error.where.file, path);
    check_contains(error.message, strerror(ENOENT));
}

static int exit_of(pid_t child)
{
    int status;

    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void test_two_cannot_have_it(void **state)
{
    struct desk *desk = *state;
    const struct bs_journal_sqlite_options options = {desk->path, BS_JOURNAL_OPEN, 0};
    struct bs_error error = {0};
    pid_t child;

    assert_int_equal(open_journal(desk, BS_JOURNAL_CREATE, 0, &error), BS_OK);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct bs_journal_sqlite *second = NULL;
        const bool is_refused =
            bs_journal_sqlite_open(&options, &second, &error) == BS_ERR_INPUT &&
            strcmp(error.where.file, desk->path) == 0 &&
            strstr(error.message, "is held by an orchestrator that is running") != NULL;

        _exit(is_refused ? CHILD_OK : CHILD_REFUSED);
    }
    assert_int_equal(exit_of(child), CHILD_OK);
}

/* ---- Appends that fail ---- */

static struct rlimit limit_before;

/* No file can be written any more: what a full disk is to SQLite. */
static void fill_disk(struct fixture_story *story)
{
    (void)story;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){.rlim_max = limit_before.rlim_max}),
                     0);
}

static void empty_disk(void)
{
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit_before), 0);
}

static void check_stopped(const struct desk *desk)
{
    const struct bs_history *history = desk->story.history;
    const struct bs_record *last = bs_history_get(history, bs_history_count(history) - 1);
    const struct bs_error *failure = bs_journal_sqlite_failure(desk->journal);

    assert_int_equal(bs_runner_status(desk->story.runner), BS_ERR_IO);
    assert_int_equal(last->kind, BS_RECORD_ORCHESTRATOR);
    assert_string_equal(bs_record_text(last, "state"), "stopped");
    assert_int_equal(failure->status, BS_ERR_IO);
    assert_string_equal(failure->where.file, desk->path);
    check_contains(failure->message, "an entry cannot be written: ");
}

/* The disk is full before append number `append` of a new story. */
static void fail_at(struct desk *desk, uint32_t append)
{
    struct bs_error error = {0};
    uint32_t sends;

    fixture_survivors_init(desk->survivors, NULL, 0);
    remove_journal(desk);
    begin(desk, BS_JOURNAL_CREATE, 0);
    desk->story.append_max = append;
    desk->story.spoil = fill_disk;
    fixture_story_start(&desk->story);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S);
    empty_disk();
    assert_int_equal(desk->story.append_count, append);
    check_stopped(desk);

    /* It stays stopped, be there room again; and what is in the journal is enough to go on. */
    sends = fixture_outside(desk->survivors)->sends;
    bs_runner_timer(desk->story.runner, BS_AT_SECONDS(FIXTURE_STORY_END_S));
    assert_int_equal(fixture_outside(desk->survivors)->sends, sends);
    end(desk);

    begin(desk, BS_JOURNAL_OPEN, 0);
    if (fixture_story_resume(&desk->story, BS_SECONDS(1), &error) != BS_OK) {
        fail_msg("append %" PRIu32 ": %s", append, error.message);
    }
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S + 60);
    assert_int_equal(bs_runner_status(desk->story.runner), BS_OK);
    assert_false(fixture_outside(desk->survivors)->has_repeated);
    assert_int_equal(fixture_outside(desk->survivors)->world.promotions, 1);
    end(desk);
}

static uint32_t count_appends(struct desk *desk)
{
    uint32_t appends;

    begin(desk, BS_JOURNAL_CREATE, 0);
    fixture_story_start(&desk->story);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S);
    appends = desk->story.append_count;
    end(desk);
    return appends;
}

static void test_any_append_may_fail(void **state)
{
    struct desk *desk = *state;
    const uint32_t appends = count_appends(desk);
    struct sigaction before;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit_before), 0);
    assert_int_equal(sigaction(SIGXFSZ, &(struct sigaction){.sa_handler = SIG_IGN}, &before), 0);
    for (uint32_t append = 0; append < appends; append++) {
        fail_at(desk, append);
    }
    assert_int_equal(sigaction(SIGXFSZ, &before, NULL), 0);
}

static void test_beyond_its_bound_it_is_full(void **state)
{
    enum { BOUND_BYTES = 32 * 1024 };
    struct desk *desk = *state;
    struct bs_error error = {0};

    begin(desk, BS_JOURNAL_CREATE, BOUND_BYTES);
    fixture_story_start(&desk->story);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S);
    check_stopped(desk);
    check_contains(bs_journal_sqlite_failure(desk->journal)->message, "full");
    assert_true(desk->story.append_count > 50);
    end(desk);
    begin(desk, BS_JOURNAL_OPEN, 0);
    assert_int_equal(fixture_story_resume(&desk->story, BS_SECONDS(1), &error), BS_OK);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S + 60);
    assert_int_equal(bs_runner_status(desk->story.runner), BS_OK);
    assert_int_equal(fixture_outside(desk->survivors)->world.promotions, 1);
    end(desk);
}

/* ---- SIGKILL ---- */

/* When a child is killed: so many microseconds after it has made so many appends; by birth if those are 0. */
struct death {
    uint32_t appends;
    long micros;
};

static struct death death;

/* The kernel kills this process then, whatever it is about; no parent that gets no processor can be late. */
static void kill_soon(struct fixture_story *story)
{
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    const struct itimerspec when = {.it_value.tv_nsec = 1000 * death.micros};
    timer_t timer;

    (void)story;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 ||
        timer_settime(timer, 0, &when, NULL) != 0) {
        abort();
    }
}

/* A child's whole life: it starts the story, or goes on with it. */
static int live(struct desk *desk)
{
    const bool is_first = access(desk->path, F_OK) != 0;
    struct bs_error error = {0};
    struct bs_journal_port port;

    if (open_journal(desk, is_first ? BS_JOURNAL_CREATE : BS_JOURNAL_OPEN, 0, &error) != BS_OK) {
        (void)fprintf(stderr, "%s: %s\n", error.where.file, error.message);
        return CHILD_REFUSED;
    }
    port = bs_journal_sqlite_port(desk->journal);
    fixture_story_open(&desk->story, desk->survivors, &port);
    desk->story.append_max = death.appends;
    desk->story.spoil = death.appends > 0 ? kill_soon : NULL;
    if (fixture_story_resume(&desk->story, BS_SECONDS(is_first ? 0 : 1), &error) != BS_OK) {
        (void)fprintf(stderr, "%s\n", error.message);
        return CHILD_REFUSED;
    }
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S + 2 * KILLS);
    return bs_runner_status(desk->story.runner) == BS_OK ? CHILD_OK : CHILD_FAILED;
}

/* Lets a child live, and gives how it ended: CHILD_.. or -SIGKILL. */
static int bear(struct desk *desk, struct death by)
{
    pid_t child;

    death = by;
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (death.appends == 0) {
            kill_soon(NULL);
        }
        _exit(live(desk));
    }
    return exit_of(child);
}

/* One story, told by as many children as it takes; gives how many of them were killed. */
static uint32_t tell(struct desk *desk, struct bs_pcg *pcg)
{
    const struct fixture_outside *outside;
    struct bs_error error = {0};
    uint32_t killed = 0;
    int status;

    fixture_survivors_init(desk->survivors, NULL, 0);
    remove_journal(desk);
    do {
        const struct death by = {(uint32_t)bs_pcg_below(pcg, 30), 1 + (long)bs_pcg_below(pcg, 400)};

        status = bear(desk, by);
        assert_true(status == -SIGKILL || status == CHILD_OK);
        killed += status == -SIGKILL ? 1 : 0;
    } while (status == -SIGKILL && killed < KILLS);
    if (status != CHILD_OK) {
        assert_int_equal(bear(desk, (struct death){.appends = UINT32_MAX}), CHILD_OK);
    }

    outside = fixture_outside(desk->survivors);
    assert_false(outside->has_repeated);
    assert_int_equal(outside->world.promotions, 1);
    assert_true(outside->world.changed_at.ns != BS_INSTANT_NEVER.ns);
    /* With all its deaths and returns in it, the journal replays to the same effects. */
    begin(desk, BS_JOURNAL_OPEN, 0);
    assert_int_equal(fixture_story_resume(&desk->story, BS_SECONDS(1), &error), BS_OK);
    end(desk);
    return killed;
}

static void test_it_survives_being_killed(void **state)
{
    struct desk *desk = *state;
    struct bs_pcg pcg = bs_pcg_seeded(11, 12);
    uint32_t stories = 0;

    for (uint32_t killed = 0; killed < KILLS; stories++) {
        assert_true(stories < KILLS); /* Each has some 500 appends to be killed at. */
        killed += tell(desk, &pcg);
    }
}

/* ---- Damage ---- */

/* Overwrites some bytes of the file. */
static void damage(const char *path, uint64_t at, struct bs_pcg *pcg)
{
    unsigned char noise[DAMAGED_BYTES] = {0};
    FILE *file = fopen(path, "r+b");

    for (size_t i = 0; i < sizeof(noise); i++) {
        noise[i] = (unsigned char)bs_pcg_next(pcg);
    }
    assert_non_null(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    assert_int_equal(fwrite(noise, 1, sizeof(noise), file), sizeof(noise));
    assert_int_equal(fclose(file), 0);
}

static size_t read_file(const struct desk *desk, unsigned char *bytes, size_t size)
{
    FILE *file = fopen(desk->path, "rb");
    size_t length;

    assert_non_null(file);
    length = fread(bytes, 1, size, file);
    assert_int_equal(fclose(file), 0);
    assert_true(length < size);
    return length;
}

static void restore_file(const struct desk *desk, const unsigned char *bytes, size_t length)
{
    FILE *file = fopen(desk->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static size_t count_entries(struct bs_journal_port port)
{
    const unsigned char *bytes;
    size_t offset = 0;
    size_t count = 0;
    size_t length;

    while (port.read(port.self, &offset, &bytes, &length, NULL) == BS_OK) {
        count++;
    }
    return count;
}

/*
 * Whether the damaged journal is refused, by its file's name or an entry's number. Bytes that nothing is kept
 * in may be damaged unseen; then no entry may be missing, least of all from the end.
 */
static bool is_refused(struct desk *desk, size_t entries)
{
    struct bs_error error = {0};
    enum bs_status status = open_journal(desk, BS_JOURNAL_OPEN, 0, &error);
    struct bs_journal_port port;
    size_t count;

    if (status != BS_OK) {
        assert_string_equal(error.where.file, desk->path);
        return true;
    }
    port = bs_journal_sqlite_port(desk->journal);
    fixture_story_open(&desk->story, desk->survivors, &port);
    count = count_entries(port);
    status = fixture_story_resume(&desk->story, BS_SECONDS(1), &error);
    end(desk);
    if (status != BS_OK) {
        assert_true(error.where.file != NULL || strstr(error.message, "journal entry ") != NULL);
        return true;
    }
    assert_int_equal(count, entries);
    return false;
}

static void test_a_damaged_file_is_refused(void **state)
{
    enum { TRIES = 200, FILE_BYTES_MAX = 1024 * 1024 };
    static unsigned char good[FILE_BYTES_MAX];
    struct desk *desk = *state;
    struct bs_pcg pcg = bs_pcg_seeded(9, 9);
    const uint32_t entries = count_appends(desk);
    const size_t length = read_file(desk, good, sizeof(good));
    uint32_t refused = 0;

    for (uint32_t i = 0; i < TRIES; i++) {
        damage(desk->path, bs_pcg_below(&pcg, length - DAMAGED_BYTES), &pcg);
        refused += is_refused(desk, entries) ? 1 : 0;
        remove_journal(desk);
        restore_file(desk, good, length);
    }
    assert_in_range(refused, TRIES * 2 / 3, TRIES);
    assert_false(is_refused(desk, entries));
}

/* Copies FILE-wal as a crash leaves it, for closing the journal would take it away. */
static void copy_file(const char *from, const char *to)
{
    static unsigned char bytes[4 * 1024 * 1024];
    FILE *source = fopen(from, "rb");
    FILE *target = fopen(to, "wb");
    size_t length;

    assert_non_null(source);
    assert_non_null(target);
    length = fread(bytes, 1, sizeof(bytes), source);
    assert_true(length > 0 && length < sizeof(bytes));
    assert_int_equal(fwrite(bytes, 1, length, target), length);
    assert_int_equal(fclose(source), 0);
    assert_int_equal(fclose(target), 0);
}

/* What a damaged log leaves is a journal from its beginning to some entry, never one with holes. */
static void test_a_damaged_log_ends_the_journal(void **state)
{
    enum { TRIES = 40 };
    struct desk *desk = *state;
    struct desk crashed = *desk;
    struct bs_pcg pcg = bs_pcg_seeded(5, 9);
    char log[sizeof(desk->path) + 16];
    char crashed_log[sizeof(desk->path) + 16];
    uint32_t shorter = 0;
    uint32_t entries;
    struct stat found;

    (void)snprintf(crashed.path, sizeof(crashed.path), "%s/crashed", desk->folder);
    (void)snprintf(log, sizeof(log), "%s-wal", desk->path);
    (void)snprintf(crashed_log, sizeof(crashed_log), "%s-wal", crashed.path);
    begin(desk, BS_JOURNAL_CREATE, 0);
    fixture_story_start(&desk->story);
    fixture_story_run(&desk->story, FIXTURE_STORY_END_S);
    entries = desk->story.append_count;
    assert_int_equal(stat(log, &found), 0);
    for (uint32_t i = 0; i < TRIES; i++) {
        struct bs_error error = {0};
        size_t count;

        copy_file(desk->path, crashed.path);
        copy_file(log, crashed_log);
        damage(crashed_log, bs_pcg_below(&pcg, (uint64_t)found.st_size - DAMAGED_BYTES), &pcg);
        begin(&crashed, BS_JOURNAL_OPEN, 0);
        count = count_entries(bs_journal_sqlite_port(crashed.journal));
        shorter += count < entries ? 1 : 0;
        assert_true(count <= entries);
        assert_int_equal(fixture_story_resume(&crashed.story, BS_SECONDS(1), &error), BS_OK);
        end(&crashed);
        remove_journal(&crashed);
    }
    assert_true(shorter > 0);
    end(desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_it_holds_what_the_memory_journal_holds, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_any_bytes_come_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_it_opens_what_is_its_own_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_it_refuses_other_databases_and_versions, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_its_folder_must_be_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_two_cannot_have_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_any_append_may_fail, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_beyond_its_bound_it_is_full, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_it_survives_being_killed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_damaged_file_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_damaged_log_ends_the_journal, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
