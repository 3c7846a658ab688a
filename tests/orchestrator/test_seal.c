/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* Whatever is done to a journal but cutting its end off is refused, at the entry that it was done to. */

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/time.h"
#include "orchestrator/runner/journal_memory.h"
#include "orchestrator/runner/seal.h"
#include "tests/orchestrator/fixture_story.h"

enum {
    JOURNAL_BYTES_MAX = 4 * 1024 * 1024,
    ENTRIES_MAX = 4096,
    FLIP_STRIDE = 7,         /* Every so-many-th byte of a journal is flipped, .. */
    ENTRIES_FLIPPED_ALL = 3, /* .. and all bytes of the first entries. */
};

struct sealed {
    const unsigned char *bytes;
    size_t length;
};

/* A journal that can be rearranged, read by a runner of the story. */
struct book {
    struct fixture_survivors survivors;
    struct fixture_story story;
    struct bs_journal_memory *memory;
    struct sealed entries[ENTRIES_MAX];
    size_t count;
    uint32_t sends; /* Before anything was resumed. */
};

static struct book *book_new(const struct fixture_rule *rules, uint32_t rule_count)
{
    struct book *book = calloc(1, sizeof(*book));
    struct bs_journal_port port;
    size_t offset = 0;

    assert_non_null(book);
    book->memory = bs_journal_memory_new(JOURNAL_BYTES_MAX);
    assert_non_null(book->memory);
    port = bs_journal_memory_port(book->memory);
    fixture_survivors_init(&book->survivors, rules, rule_count);
    fixture_story_open(&book->story, &book->survivors, &port);
    fixture_story_start(&book->story);
    fixture_story_run(&book->story, FIXTURE_STORY_END_S);
    while (bs_journal_memory_read(book->memory, &offset, &book->entries[book->count].bytes,
                                  &book->entries[book->count].length) == BS_OK) {
        assert_true(++book->count < ENTRIES_MAX);
    }
    assert_true(book->count > 200);
    book->sends = fixture_outside(&book->survivors)->sends;
    return book;
}

static void book_destroy(struct book *book)
{
    fixture_story_close(&book->story);
    bs_journal_memory_destroy(book->memory);
    free(book);
}

static enum bs_status read_book(void *self, size_t *offset, const unsigned char **bytes,
                                size_t *length, struct bs_error *error)
{
    const struct book *book = self;

    (void)error;
    if (*offset == book->count) {
        return BS_ERR_LIMIT;
    }
    *bytes = book->entries[*offset].bytes;
    *length = book->entries[*offset].length;
    ++*offset;
    return BS_OK;
}

static enum bs_status refuse_append(void *self, const void *bytes, size_t length)
{
    (void)self;
    (void)bytes;
    (void)length;
    return BS_ERR_LIMIT;
}

/* What a new runner makes of the book as it lies now; it may not write, and so never sends. */
static enum bs_status resume_as(struct book *book, const struct bs_runner_options *options,
                                struct bs_instant now, struct bs_error *error)
{
    struct bs_runner_options own = *options;
    struct bs_runner *runner;
    enum bs_status status;

    own.journal =
        (struct bs_journal_port){.self = book, .append = refuse_append, .read = read_book};
    runner = bs_runner_new(&own);
    assert_non_null(runner);
    status = bs_runner_resume(runner, now, error);
    assert_int_equal(bs_runner_status(runner), status);
    assert_int_equal(fixture_outside(&book->survivors)->sends, book->sends);
    bs_runner_destroy(runner);
    return status;
}

static enum bs_status resume(struct book *book, struct bs_error *error)
{
    return resume_as(book, &book->story.options, BS_AT_SECONDS(2 * FIXTURE_STORY_END_S), error);
}

/* `message` is how the refusal must begin. */
static void check_refused(struct book *book, const char *message)
{
    struct bs_error error = {0};
    const enum bs_status status = resume(book, &error);

    if (status != BS_ERR_IO || strncmp(error.message, message, strlen(message)) != 0) {
        fail_msg("not '%s' but %s: '%s'", message, bs_status_name(status), error.message);
    }
}

/* ---- Nothing is wrong ---- */

static void test_a_journal_without_its_tail_is_a_journal(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (;; book->count--) {
        struct bs_error error = {0};

        /* It comes as far as its first append. */
        assert_int_equal(resume(book, &error), BS_ERR_LIMIT);
        assert_string_equal(error.message, "");
        if (book->count == 0) {
            break;
        }
    }
    book_destroy(book);
}

/* ---- Bytes ---- */

static void flip(struct book *book, size_t index, size_t at, unsigned char mask)
{
    unsigned char *bytes = (unsigned char *)(uintptr_t)book->entries[index].bytes;
    char message[96];

    (void)snprintf(message, sizeof(message), "journal entry %zu is altered", index);
    bytes[at] ^= mask;
    check_refused(book, message);
    bytes[at] ^= mask;
}

static void test_a_flipped_bit_is_found_where_it_is(void **state)
{
    struct book *book = book_new(NULL, 0);
    size_t passed = 0;

    (void)state;
    for (size_t index = 0; index < book->count; index++) {
        for (size_t at = 0; at < book->entries[index].length; at++) {
            if (index < ENTRIES_FLIPPED_ALL || passed % FLIP_STRIDE == 0) {
                flip(book, index, at, (unsigned char)(1U << passed / FLIP_STRIDE % 8));
            }
            passed++;
        }
    }
    book_destroy(book);
}

static void test_an_entry_cut_short_is_torn_or_altered(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (size_t index = 0; index < book->count; index++) {
        const size_t whole = book->entries[index].length;
        const size_t left[] = {0, index % BS_SEAL_BYTES, BS_SEAL_BYTES, whole - 1};

        for (size_t i = 0; i < sizeof(left) / sizeof(left[0]); i++) {
            char message[96];

            (void)snprintf(message, sizeof(message), "journal entry %zu is %s", index,
                           left[i] > BS_SEAL_BYTES ? "altered" : "torn");
            book->entries[index].length = left[i];
            check_refused(book, message);
        }
        book->entries[index].length = whole;
    }
    book_destroy(book);
}

/* ---- Order ---- */

static void test_a_missing_entry_is_named(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (size_t index = 0; index + 1 < book->count; index++) {
        const struct sealed missing = book->entries[index];
        const size_t after = book->count - index - 1;
        char message[96];

        memmove(&book->entries[index], &book->entries[index + 1], after * sizeof(missing));
        book->count--;
        (void)snprintf(message, sizeof(message),
                       "journal entry %zu is missing: entry %zu stands here", index, index + 1);
        check_refused(book, message);
        memmove(&book->entries[index + 1], &book->entries[index], after * sizeof(missing));
        book->entries[index] = missing;
        book->count++;
    }
    book_destroy(book);
}

static void test_a_repeated_entry_is_named(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (size_t index = 0; index < book->count; index++) {
        const size_t after = book->count - index;
        char message[96];

        memmove(&book->entries[index + 1], &book->entries[index], after * sizeof(struct sealed));
        book->count++;
        (void)snprintf(message, sizeof(message), "journal entry %zu: entry %zu stands here",
                       index + 1, index);
        check_refused(book, message);
        memmove(&book->entries[index], &book->entries[index + 1], after * sizeof(struct sealed));
        book->count--;
    }
    book_destroy(book);
}

static void swap(struct book *book, size_t a, size_t b)
{
    const struct sealed kept = book->entries[a];

    book->entries[a] = book->entries[b];
    book->entries[b] = kept;
}

static void test_entries_out_of_order_are_named(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (size_t index = 0; index + 1 < book->count; index++) {
        const size_t other = index + 1 + index % (book->count - index - 1);
        char message[96];

        swap(book, index, other);
        (void)snprintf(message, sizeof(message),
                       "journal entry %zu is missing: entry %zu stands here", index, other);
        check_refused(book, message);
        swap(book, index, other);
    }
    book_destroy(book);
}

/* ---- Other journals ---- */

/* The first entry in which the two differ. */
static size_t parting(const struct book *a, const struct book *b)
{
    size_t index = 0;

    while (a->entries[index].length == b->entries[index].length &&
           memcmp(a->entries[index].bytes, b->entries[index].bytes, a->entries[index].length) ==
               0) {
        index++;
        assert_true(index < a->count && index < b->count);
    }
    return index;
}

static void test_an_entry_of_another_run_is_named(void **state)
{
    static const struct fixture_rule rules[] = {
        {.operation = BS_OPERATION_CLOUDWATCH_DESCRIBE_ALARM,
         .from_s = 10,
         .until_s = 1000,
         .times = 1,
         .manner = FIXTURE_SILENT}};
    struct book *book = book_new(NULL, 0);
    struct book *other = book_new(rules, 1);
    const size_t first = parting(book, other);
    const size_t count = book->count < other->count ? book->count : other->count;

    (void)state;
    assert_in_range(first, 1, count / 2);
    for (size_t index = first + 1; index < count; index++) {
        const struct sealed own = book->entries[index];
        char message[96];

        book->entries[index] = other->entries[index];
        (void)snprintf(message, sizeof(message), "journal entry %zu does not follow", index);
        check_refused(book, message);
        book->entries[index] = own;
    }
    /* Where they part, the other's entry follows; the next one then does not. */
    book->entries[first] = other->entries[first];
    check_refused(book, "journal entry ");
    book_destroy(book);
    book_destroy(other);
}

static void check_foreign(struct book *book, const struct bs_runner_options *options,
                          const char *message)
{
    struct bs_error error = {0};

    assert_int_equal(resume_as(book, options, BS_AT_SECONDS(2 * FIXTURE_STORY_END_S), &error),
                     BS_ERR_IO);
    assert_string_equal(error.message, message);
}

static void test_a_foreign_header_says_whose_it_is(void **state)
{
    struct book *book = book_new(NULL, 0);
    struct bs_runner_options options = book->story.options;

    (void)state;
    options.identity = "another story";
    check_foreign(book, &options,
                  "journal entry 0: the journal is of 'story', not of 'another story'");
    options = book->story.options;
    options.orchestrator = 2;
    check_foreign(book, &options,
                  "journal entry 0: the journal is orchestrator 1's, not orchestrator 2's");
    options = book->story.options;
    options.seed_low++;
    check_foreign(book, &options, "journal entry 0: the journal is of a run with another seed");
    book_destroy(book);
}

/* Puts an entry of our making, soundly sealed, into the place of the first. */
static void replace_header(struct book *book, const struct bs_entry *entry, unsigned char *sealed)
{
    struct bs_seal seal = {0};

    book->entries[0].length = bs_seal_close(&seal, entry, sealed);
    book->entries[0].bytes = sealed;
}

static void test_a_header_of_another_format_or_none_is_refused(void **state)
{
    static const struct bs_input input = {.kind = BS_INPUT_START};
    static const struct bs_entry_header header = {.format = 7};
    unsigned char sealed[BS_SEALED_BYTES_MAX];
    struct book *book = book_new(NULL, 0);
    struct bs_entry entry;

    (void)state;
    bs_entry_header(&entry, (struct bs_instant){0}, &header);
    replace_header(book, &entry, sealed);
    check_refused(book, "journal entry 0: the journal is of format 7, this program's is 1");
    entry.length -= 4;
    replace_header(book, &entry, sealed);
    check_refused(book, "journal entry 0: the journal is of format 7, this program's is 1");
    entry.length = 12;
    replace_header(book, &entry, sealed);
    check_refused(book, "journal entry 0: the journal does not begin with a header");
    bs_entry_input(&entry, (struct bs_instant){0}, &input);
    replace_header(book, &entry, sealed);
    check_refused(book, "journal entry 0: the journal does not begin with a header");
    book_destroy(book);
}

/* ---- Sound seals around what is not so ---- */

static void test_sealed_nonsense_is_refused(void **state)
{
    struct book *book = book_new(NULL, 0);

    (void)state;
    for (size_t i = 0; i < book->count; i++) {
        unsigned char sealed[BS_SEALED_BYTES_MAX];
        const struct sealed own = book->entries[i];
        struct bs_seal seal = {.sequence = i};
        struct bs_entry entry;
        char message[96];

        /* As if whoever wrote it had sealed it rightly and written it wrongly: of a kind that is none. */
        entry.length = own.length - BS_SEAL_BYTES;
        memcpy(entry.bytes, own.bytes, entry.length);
        memcpy(&seal.chain, own.bytes + entry.length + sizeof(uint64_t), sizeof(seal.chain));
        entry.bytes[0] ^= 8;
        book->entries[i].length = bs_seal_close(&seal, &entry, sealed);
        book->entries[i].bytes = sealed;
        (void)snprintf(message, sizeof(message), "journal entry %zu: ", i);
        check_refused(book, message);
        book->entries[i] = own;
    }
    book_destroy(book);
}

static void test_time_cannot_go_on_before_the_last_entry(void **state)
{
    struct book *book = book_new(NULL, 0);
    struct bs_error error = {0};

    (void)state;
    assert_int_equal(resume_as(book, &book->story.options, BS_AT_SECONDS(2), &error), BS_ERR_INPUT);
    assert_memory_equal(error.message, "the time is 2 s, before the journal's last entry at ", 51);
    book_destroy(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_journal_without_its_tail_is_a_journal),
        cmocka_unit_test(test_a_flipped_bit_is_found_where_it_is),
        cmocka_unit_test(test_an_entry_cut_short_is_torn_or_altered),
        cmocka_unit_test(test_a_missing_entry_is_named),
        cmocka_unit_test(test_a_repeated_entry_is_named),
        cmocka_unit_test(test_entries_out_of_order_are_named),
        cmocka_unit_test(test_an_entry_of_another_run_is_named),
        cmocka_unit_test(test_a_foreign_header_says_whose_it_is),
        cmocka_unit_test(test_a_header_of_another_format_or_none_is_refused),
        cmocka_unit_test(test_sealed_nonsense_is_refused),
        cmocka_unit_test(test_time_cannot_go_on_before_the_last_entry),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
