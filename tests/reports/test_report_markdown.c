/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/markdown_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>
#include <string.h>

#include "tests/reports/cards.h"

/** How a line may begin: all that is not a row of a table. */
static const char *const beginnings[] = {"# ", "## ", "- ", "**Why:** ", "Run: ", "Score: ", "\n"};

/* Behind this, a line of the card's end is one span of code, which holds names as they are. */
static const char *const code_lines[] = {"- Reproduce: `", "- History (SHA-256): `",
                                         "- Scenario (SHA-256): `", "- Plan (SHA-256): `"};

static bool begins_with(const char *line, const char *words)
{
    return strncmp(line, words, strlen(words)) == 0;
}

static bool is_code(const char *line)
{
    for (size_t i = 0; i < sizeof(code_lines) / sizeof(code_lines[0]); i++) {
        if (begins_with(line, code_lines[i])) {
            return true;
        }
    }
    return false;
}

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');

    assert_non_null(end);
    return end + 1;
}

/** Bars that separate cells; none is escaped by a backslash, which readers of tables disagree about. */
static size_t count_bars(const char *line)
{
    size_t bars = 0;

    for (; *line != '\n'; line++) {
        bars += *line == '|';
    }
    return bars;
}

static void check_rows(const char *card)
{
    size_t wanted = 0;

    for (const char *line = card; *line != '\0'; line = next_line(line)) {
        if (*line != '|') {
            assert_true(is_code(line) || count_bars(line) == 0);
            wanted = 0;
            continue;
        }
        if (wanted == 0) {
            wanted = count_bars(line);
            assert_true(wanted >= 2);
            assert_int_equal(strspn(next_line(line), "|-: "), strcspn(next_line(line), "\n"));
        }
        assert_int_equal(count_bars(line), wanted);
        assert_true(next_line(line)[-2] == '|');
    }
}

static void check_beginning(const char *line)
{
    bool is_known =
        *line == '|' || *line == '\n' || isdigit((unsigned char)*line) || begins_with(line, "All ");

    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        is_known = is_known || begins_with(line, beginnings[i]);
    }
    assert_true(is_known);
}

/** One span of code: it ends with the line, in the run of backticks that it begins with, met nowhere else. */
static void check_code(const char *line)
{
    const char *begin = strchr(line, '`');
    size_t ticks = strspn(begin, "`");
    const char *end = next_line(line) - 1 - ticks;

    assert_true(strspn(end, "`") == ticks);
    for (const char *at = begin + ticks; at < end;) {
        size_t run = strspn(at, "`");

        assert_true(run != ticks);
        at += run > 0 ? run : 1;
    }
}

/** Nothing of a name that Markdown or HTML would read, but what the card itself writes. */
static void check_words(const char *line)
{
    for (const char *at = line; *at != '\n'; at++) {
        if (*at == '\\') {
            at++;
            assert_true(ispunct((unsigned char)*at));
            continue;
        }
        assert_null(strchr("<>`[]_~$", *at));
        assert_true(*at != '*' || begins_with(at, "**") || at[-1] == '*');
        assert_true(*at != '&' || begins_with(at, "&amp;") || begins_with(at, "&lt;") ||
                    begins_with(at, "&gt;") || begins_with(at, "&#124;") ||
                    begins_with(at, "&#96;"));
        assert_true(*at != '@' || !isalnum((unsigned char)at[1]));
        assert_true(*at != '#' || at == line || at[-1] == '#' || at[-1] == '&');
        assert_false(begins_with(at, "://"));
        assert_false(begins_with(at, "www."));
    }
}

static void check_structure(const struct bs_buffer *card)
{
    assert_true(begins_with(card->bytes, "# "));
    check_rows(card->bytes);
    for (const char *line = card->bytes; *line != '\0'; line = next_line(line)) {
        check_beginning(line);
        if (is_code(line)) {
            check_code(line);
        } else {
            check_words(line);
        }
    }
}

static void cards_are_as_drawn(void **state)
{
    (void)state;
    cards_compare_stories("md", bs_report_markdown);
}

static void has(const struct bs_buffer *card, const char *words)
{
    if (strstr(card->bytes, words) == NULL) {
        fail_msg("no \"%s\" in:\n%s", words, card->bytes);
    }
}

static void a_missed_objective_shows_by_how_much(void **state)
{
    struct bs_buffer card = cards_of_story(&cards_missed, bs_report_markdown);

    (void)state;
    check_structure(&card);
    has(&card, "# FAIL: Region loss\n");
    has(&card, "\n- **FAIL** RTO 7m, objective 5m: missed by 2m\n");
    has(&card, "\n| RTO | 5m | 7m | missed by 2m | fail |\n");
    has(&card, "\n| RPO orders | 30s | 3.2s | 26.8s to spare | pass |\n");
    has(&card, "\n| 1 | activate | scale | completed | 2m | 1m 30s | LATE by 30s, waited 2m for "
               "people |\n");
    has(&card, "\n| 1 | activate | tell | not executed | - | - |  |\n");
    has(&card, "\nAll 19 invariants pass.\n");
    has(&card, "\n- Reproduce: `blackstart run scenarios/region-loss.yaml --seed 7`\n");
    assert_null(strstr(card.bytes, "predicted"));
    bs_buffer_clean_up(&card);
}

static void what_does_not_pass_is_listed(void **state)
{
    static const struct story wrong = {
        .fault_s = 600,
        .bad = {{600, 3600, 0}},
        .decided_ms = 650000,
        .promoted_ms = 700000,
        .unguarded = true,
        .rto_objective_s = -1,
        .end = "",
    };
    struct bs_buffer card = cards_of_story(&wrong, bs_report_markdown);

    (void)state;
    check_structure(&card);
    has(&card, "# FAIL: Region loss\n");
    has(&card, "\n| RTO | none | unknown: ");
    has(&card, "\n- **fail** no\\_unguarded\\_promote, first at 11m 40s: ");
    has(&card, " invariants pass.\n");
    assert_null(strstr(card.bytes, "All "));
    bs_buffer_clean_up(&card);
}

static void look_at_names(const struct bs_buffer *card, const struct bs_report *report,
                          const char *name)
{
    check_structure(card);
    assert_true(report->predictions.count == 2);
    has(card, "\n## Live against predicted\n");
    if (strncmp(name, "a|b", 3) == 0) {
        has(card, "\n- Reproduce: ``` a|b`c``d[e]");
        has(card, "# FAIL: a&#124;b&#96;c&#96;&#96;d\\[e\\](https\\://evil.example/)\\!\\[f");
    }
}

static void hostile_names_are_inert(void **state)
{
    (void)state;
    cards_try_hostile_names(bs_report_markdown, look_at_names);
}

static void look_at_nothing(const struct bs_buffer *card, const struct bs_report *report,
                            const char *name)
{
    (void)report;
    (void)name;
    check_structure(card);
    has(card, "# UNKNOWN: unknown scenario\n");
    has(card, "\n- Reproduce: unknown\n");
}

static void an_empty_history_is_unknown(void **state)
{
    (void)state;
    cards_try_empty_history(bs_report_markdown, look_at_nothing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cards_are_as_drawn),
        cmocka_unit_test(a_missed_objective_shows_by_how_much),
        cmocka_unit_test(what_does_not_pass_is_listed),
        cmocka_unit_test(hostile_names_are_inert),
        cmocka_unit_test(an_empty_history_is_unknown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
