/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/comparison_output.h"

#include "cli/output.h"
#include "cli/result_files.h"
#include "reports/compare/comparison_cards.h"

enum { OUTPUT_BYTES_MAX = 64 * 1024 * 1024 };

static void fill_text(const struct bs_comparison *comparison, struct bs_buffer *buffer)
{
    bs_comparison_text_card(comparison, false, buffer);
}

static const char *const names[] = {"text", "json", "markdown", "junit"};
enum { CARD_COUNT = sizeof(names) / sizeof(names[0]), TEXT = 0 };

static const struct {
    const char *file;
    void (*fill)(const struct bs_comparison *comparison, struct bs_buffer *buffer);
} cards[CARD_COUNT] = {
    {"compare.txt", fill_text},
    {"compare.json", bs_comparison_json_card},
    {"compare.md", bs_comparison_markdown_card},
    {"compare.junit.xml", bs_comparison_junit_card},
};

enum bs_status bs_comparison_formats(const char *list, const char *folder, uint32_t *formats,
                                     struct bs_error *error)
{
    const struct bs_format_names known = {names, CARD_COUNT, BS_COMPARISON_FORMATS_DEFAULT};

    return bs_formats_read(&known, list, folder, formats, error);
}

static enum bs_status print_card(const struct bs_comparison *comparison, size_t card,
                                 struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    if (card == TEXT) {
        bs_comparison_text_card(comparison, bs_output_wants_colour(), &buffer);
    } else {
        cards[card].fill(comparison, &buffer);
    }
    status = bs_result_print(&buffer, "the comparison", error);
    bs_buffer_clean_up(&buffer);
    return status;
}

static enum bs_status write_card(const struct bs_comparison *comparison, size_t card,
                                 const char *folder, struct bs_error *error)
{
    struct bs_buffer buffer;
    enum bs_status status;

    bs_buffer_init(&buffer, OUTPUT_BYTES_MAX);
    cards[card].fill(comparison, &buffer);
    status = bs_result_write(folder, cards[card].file, &buffer, error);
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
