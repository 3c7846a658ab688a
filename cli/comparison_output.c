/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/comparison_output.h"

#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "reports/compare/comparison_cards.h"

enum { OUTPUT_BYTES_MAX = 64 * 1024 * 1024 };

static void fill_text(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    bs_comparison_text_card(comparison, false, buffer);
}

static const struct {
    const char *name;
    const char *file;
    void (*fill)(const struct bs_comparison *comparison, struct bs_buffer *buffer);
} cards[] = {
    {"text", "compare.txt", fill_text},
    {"json", "compare.json", bs_comparison_json_card},
    {"markdown", "compare.md", bs_comparison_markdown_card},
    {"junit", "compare.junit.xml", bs_comparison_junit_card},
};

enum { CARD_COUNT = sizeof(cards) / sizeof(cards[0]), TEXT = 0 };

/* The bit of a name, or 0. */
static uint32_t format_named(const char *name, size_t length)
{
    for (size_t i = 0; i < CARD_COUNT; i++) {
        if (strlen(cards[i].name) == length && strncmp(cards[i].name, name, length) == 0) {
            return 1U << i;
        }
    }
    return 0;
}

enum bs_status bs_comparison_formats(const char *list, const char *folder, uint32_t *formats,
                                     struct bs_error *error)
{
    const char *left = list;

    if (left == NULL) {
        left = folder != NULL ? BS_COMPARISON_FORMATS_DEFAULT : "text";
    }
    *formats = 0;
    do {
        const size_t length = strcspn(left, ",");
        const uint32_t format = format_named(left, length);

        if (format == 0) {
            return bs_error_set(
                error, BS_ERR_INPUT, NULL,
                "--format takes text, json, markdown and junit, with commas between; "
                "found '%.*s'",
                (int)length, left);
        }
        *formats |= format;
        left += length + (left[length] == ',' ? 1 : 0);
    } while (*left != '\0');
    if (folder == NULL && (*formats & (*formats - 1)) != 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--format: standard output takes one format; for several say --out");
    }
    return BS_OK;
}

static enum bs_status print_card(const struct bs_comparison *comparison, size_t card,
                                 struct bs_error *error)
{
    struct bs_buffer buffer;
    bool is_written;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    if (card == TEXT) {
        bs_comparison_text_card(comparison, bs_output_wants_colour(), &buffer);
    } else {
        cards[card].fill(comparison, &buffer);
    }
    is_written = !buffer.failed &&
                 fwrite(buffer.bytes, 1, buffer.length, stdout) == buffer.length &&
                 fflush(stdout) == 0;
    bs_buffer_clean_up(&buffer);
    return is_written ? BS_OK
                      : bs_error_set(error, BS_ERR_IO, NULL,
                                     "the comparison could not be written to standard output");
}

static enum bs_status write_card(const struct bs_comparison *comparison, size_t card,
                                 const char *folder, struct bs_error *error)
{
    struct bs_buffer buffer;
    char path[BS_PATH_MAX];
    enum bs_status status;

    if (snprintf(path, sizeof(path), "%s/%s", folder, cards[card].file) >= (int)sizeof(path)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
    }
    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    cards[card].fill(comparison, &buffer);
    status = buffer.failed ? bs_error_set(error, BS_ERR_LIMIT, NULL, "%s does not fit into memory",
                                          cards[card].file)
                           : bs_buffer_write_file(&buffer, path, error);
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_status bs_comparison_output(const struct bs_comparison *comparison, const char *folder,
                                    uint32_t formats, struct bs_error *error)
{
    enum bs_status status;

    if (folder == NULL) {
        return print_card(comparison, (size_t)__builtin_ctz(formats), error);
    }
    status = bs_output_make_folder(folder, error);
    for (size_t i = 0; i < CARD_COUNT && status == BS_OK; i++) {
        if ((formats & (1U << i)) != 0) {
            status = write_card(comparison, i, folder, error);
        }
    }
    return status == BS_OK ? print_card(comparison, TEXT, error) : status;
}
