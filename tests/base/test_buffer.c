/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/buffer.h"
#include "base/whole_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64];
    char file[96];
};

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof(*folder));

    if (folder == NULL) {
        return -1;
    }
    (void)snprintf(folder->path, sizeof(folder->path), "/tmp/bs_test_buffer_XXXXXX");
    if (mkdtemp(folder->path) == NULL) {
        free(folder);
        return -1;
    }
    (void)snprintf(folder->file, sizeof(folder->file), "%s/out.txt", folder->path);
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    char path[400];
    DIR *entries = opendir(folder->path);
    struct dirent *entry;

    while ((entry = readdir(entries)) != NULL) {
        (void)snprintf(path, sizeof(path), "%s/%s", folder->path, entry->d_name);
        (void)remove(path);
    }
    (void)closedir(entries);
    (void)rmdir(folder->path);
    free(folder);
    return 0;
}

static size_t count_files(const char *path)
{
    DIR *entries = opendir(path);
    struct dirent *entry;
    size_t count = 0;

    while ((entry = readdir(entries)) != NULL) {
        count += entry->d_name[0] == '.' ? 0 : 1;
    }
    (void)closedir(entries);
    return count;
}

static void test_appends(void **state)
{
    struct bs_buffer buffer;

    (void)state;
    bs_buffer_init(&buffer, 1000);
    assert_null(buffer.bytes);
    bs_buffer_append(&buffer, NULL, 0);
    bs_buffer_text(&buffer, "");
    bs_buffer_text(&buffer, "lag ");
    bs_buffer_integer(&buffer, -42);
    bs_buffer_append(&buffer, "\0x", 2);
    bs_buffer_format(&buffer, " %s=%d", "n", 7);
    assert_int_equal(buffer.length, 13);
    assert_memory_equal(buffer.bytes, "lag -42\0x n=7", 14);
    assert_false(buffer.failed);
    bs_buffer_clean_up(&buffer);
}

static void test_integers(void **state)
{
    static const int64_t values[] = {
        0, 1, -1, 9, 10, 99, 100, -100, 1234567890123456789, INT64_MAX, INT64_MIN, INT64_MIN + 1};

    (void)state;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        struct bs_buffer buffer;
        char expected[32];

        bs_buffer_init(&buffer, 32);
        bs_buffer_integer(&buffer, values[i]);
        (void)snprintf(expected, sizeof(expected), "%lld", (long long)values[i]);
        assert_string_equal(buffer.bytes, expected);
        bs_buffer_clean_up(&buffer);
    }
}

static void test_bound_is_kept_and_failure_sticks(void **state)
{
    struct bs_buffer buffer;

    (void)state;
    bs_buffer_init(&buffer, 10);
    bs_buffer_text(&buffer, "0123456789");
    assert_false(buffer.failed);
    bs_buffer_text(&buffer, "x");
    assert_true(buffer.failed);
    bs_buffer_integer(&buffer, 1);
    bs_buffer_format(&buffer, "%d", 1);
    assert_string_equal(buffer.bytes, "0123456789");
    assert_int_equal(buffer.length, 10);
    bs_buffer_clean_up(&buffer);
}

static void test_after_failure_shorter_text_is_refused_too(void **state)
{
    struct bs_buffer buffer;

    (void)state;
    bs_buffer_init(&buffer, 10);
    bs_buffer_text(&buffer, "0123");
    bs_buffer_text(&buffer, "0123456789");
    bs_buffer_text(&buffer, "4");
    assert_string_equal(buffer.bytes, "0123");
    bs_buffer_clean_up(&buffer);
}

static void test_long_format(void **state)
{
    struct bs_buffer buffer;
    char text[3000];

    (void)state;
    memset(text, 'a', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    bs_buffer_init(&buffer, 6005);
    bs_buffer_format(&buffer, "<%s>", text);
    bs_buffer_format(&buffer, "<%s>", text);
    assert_int_equal(buffer.length, 6002);
    assert_memory_equal(buffer.bytes + 3001, "<aaa", 4);
    assert_false(buffer.failed);
    bs_buffer_format(&buffer, "%s", text);
    assert_true(buffer.failed);
    assert_int_equal(buffer.length, 6002);
    bs_buffer_clean_up(&buffer);
}

static void test_file_round_trip(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer out;
    struct bs_buffer in;

    bs_buffer_init(&out, 1 << 20);
    for (int i = 0; i < 20000; i++) {
        bs_buffer_integer(&out, i);
    }
    assert_int_equal(bs_buffer_write_file(&out, folder->file, &error), BS_OK);
    bs_buffer_init(&in, out.length);
    assert_int_equal(bs_buffer_read_file(&in, folder->file, &error), BS_OK);
    assert_int_equal(in.length, out.length);
    assert_memory_equal(in.bytes, out.bytes, out.length);
    assert_int_equal(count_files(folder->path), 1);
    bs_buffer_clean_up(&in);
    bs_buffer_clean_up(&out);
}

static void test_write_replaces_and_steps_around_left_overs(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer buffer;
    char left_over[128];
    FILE *file;

    (void)snprintf(left_over, sizeof(left_over), "%s.tmp0", folder->file);
    file = fopen(left_over, "w");
    assert_non_null(file);
    (void)fclose(file);
    bs_buffer_init(&buffer, 100);
    assert_int_equal(bs_buffer_write_file(&buffer, folder->file, &error), BS_OK);
    bs_buffer_text(&buffer, "new");
    assert_int_equal(bs_buffer_write_file(&buffer, folder->file, &error), BS_OK);
    bs_buffer_clean_up(&buffer);
    bs_buffer_init(&buffer, 100);
    assert_int_equal(bs_buffer_read_file(&buffer, folder->file, &error), BS_OK);
    assert_string_equal(buffer.bytes, "new");
    assert_int_equal(count_files(folder->path), 2);
    bs_buffer_clean_up(&buffer);
}

/* A folder stands where the file should go, so that the rename fails after all bytes are written. */
static void test_failed_write_leaves_nothing_behind(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, 100);
    bs_buffer_text(&buffer, "x");
    assert_int_equal(mkdir(folder->file, 0700), 0);
    assert_int_equal(bs_buffer_write_file(&buffer, folder->file, &error), BS_ERR_IO);
    assert_string_equal(error.where.file, folder->file);
    assert_int_equal(count_files(folder->path), 1);
    bs_buffer_clean_up(&buffer);
}

static void test_pieces_are_a_file_at_the_end_only(void **state)
{
    const struct folder *folder = *state;
    struct bs_whole_file *file = NULL;
    struct bs_error error = {0};
    struct bs_buffer buffer;

    assert_int_equal(bs_whole_file_open(folder->file, &file, &error), BS_OK);
    assert_int_equal(bs_whole_file_append(file, "one, ", 5, &error), BS_OK);
    assert_int_equal(access(folder->file, F_OK), -1);
    assert_int_equal(bs_whole_file_append(file, "two", 3, &error), BS_OK);
    assert_int_equal(bs_whole_file_finish(file, &error), BS_OK);
    assert_int_equal(bs_whole_file_open(folder->file, &file, &error), BS_OK);
    assert_int_equal(bs_whole_file_append(file, "three", 5, &error), BS_OK);
    bs_whole_file_discard(file);
    bs_buffer_init(&buffer, 100);
    assert_int_equal(bs_buffer_read_file(&buffer, folder->file, &error), BS_OK);
    assert_string_equal(buffer.bytes, "one, two");
    assert_int_equal(count_files(folder->path), 1);
    bs_buffer_clean_up(&buffer);
}

static void test_failed_buffer_is_not_written(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, 3);
    bs_buffer_text(&buffer, "four");
    assert_int_equal(bs_buffer_write_file(&buffer, folder->file, &error), BS_ERR_LIMIT);
    assert_int_equal(count_files(folder->path), 0);
    bs_buffer_clean_up(&buffer);
}

static void test_write_into_nowhere(void **state)
{
    struct bs_error error = {0};
    struct bs_buffer buffer;

    (void)state;
    bs_buffer_init(&buffer, 3);
    assert_int_equal(bs_buffer_write_file(&buffer, "/nowhere/at/all", &error), BS_ERR_IO);
    bs_buffer_clean_up(&buffer);
}

static void test_read_refusals(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, 100);
    assert_int_equal(bs_buffer_read_file(&buffer, folder->file, &error), BS_ERR_INPUT);
    assert_string_equal(error.message, "cannot read: No such file or directory");
    error = (struct bs_error){0};
    assert_int_equal(bs_buffer_read_file(&buffer, folder->path, &error), BS_ERR_INPUT);
    assert_string_equal(error.message, "cannot read: not a regular file");
    error = (struct bs_error){0};
    assert_int_equal(mkfifo(folder->file, 0600), 0);
    assert_int_equal(bs_buffer_read_file(&buffer, folder->file, &error), BS_ERR_INPUT);
    assert_string_equal(error.message, "cannot read: not a regular file");
    bs_buffer_clean_up(&buffer);
}

static void test_read_keeps_the_bound(void **state)
{
    const struct folder *folder = *state;
    struct bs_error error = {0};
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, 100);
    bs_buffer_text(&buffer, "0123456789");
    assert_int_equal(bs_buffer_write_file(&buffer, folder->file, &error), BS_OK);
    bs_buffer_clean_up(&buffer);
    bs_buffer_init(&buffer, 9);
    assert_int_equal(bs_buffer_read_file(&buffer, folder->file, &error), BS_ERR_INPUT);
    assert_string_equal(error.message, "cannot read: the file is too large");
    bs_buffer_clean_up(&buffer);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_appends),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_bound_is_kept_and_failure_sticks),
        cmocka_unit_test(test_after_failure_shorter_text_is_refused_too),
        cmocka_unit_test(test_long_format),
        WITH_FOLDER(test_file_round_trip),
        WITH_FOLDER(test_write_replaces_and_steps_around_left_overs),
        WITH_FOLDER(test_failed_write_leaves_nothing_behind),
        WITH_FOLDER(test_pieces_are_a_file_at_the_end_only),
        WITH_FOLDER(test_failed_buffer_is_not_written),
        cmocka_unit_test(test_write_into_nowhere),
        WITH_FOLDER(test_read_refusals),
        WITH_FOLDER(test_read_keeps_the_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
