/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/sweep/sweeps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

enum { PATH_BYTES_MAX = 512, VARIANTS_MAX = 5, COLUMNS = 15, LONG_NAME = 10000 };

const struct sweeps_recipe sweeps_plain = {
    .trials = 200,
    .broken_every = 90,
    .choice = "resources.orders-dr.lag=5s",
    .held = "people.commander.decides",
    .rto_objective_s = 600,
};

const struct sweeps_recipe sweeps_endless = {
    .trials = 200,
    .endless_every = 12,
    .absent_every = 67,
    .choice = "probes.app.every=5s",
    .held = "resolvers.jvm.share",
    .rto_objective_s = 3600,
};

const struct sweeps_recipe sweeps_few = {
    .trials = 3, .choice = "resources.orders-dr.lag=5s", .rto_objective_s = 400};

static const char *const hostile_names[] = {
    "",
    " ",
    "\"><script>alert('x')</script><!--",
    "]]>&amp;&#x41;<![CDATA[%s%n%d",
    "\x1b[31mred\x1b[0m\x07\x08 and \x7f",
    "line\r\n# heading\n\n\n\"x\" 1 2\n",
    "\xe2\x80\xaesdrawkcab\xe2\x81\xa6 and \xe2\x80\xa8",
    "\xff\xfe\x80 not \xc3 utf \xed\xa0\x80 eight \xf5",
    "=HYPERLINK(\"x\")",
    "a,b;\"c\"\t'd'",
    "`touch pwned` $(touch pwned) @x",
    "'; system('touch pwned'); print '",
    "\"; system(\"touch pwned\"); print \"",
    "\\\" \\n \\",
    "{/=99 big}_a^b",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xf0\x9f\x9a\x92",
};

/* ---- A trial ---- */

/* The columns in their order, and what they are called unless the recipe says. */
static const struct bs_column columns_made[COLUMNS] = {
    {"trial", NULL, "verdict", BS_UNIT_VERDICT, BS_NO_VALUE},
    {"trial", NULL, "recovered", BS_UNIT_COUNT, BS_NO_VALUE},
    {"trial", NULL, "rpo", BS_UNIT_NS, BS_NO_VALUE},
    {"outage", NULL, "rto", BS_UNIT_NS, BS_NO_VALUE},
    {"store", NULL, "orders", BS_UNIT_NS, 30 * BS_NS_PER_S},
    {"store", NULL, "uploads", BS_UNIT_NS, BS_NO_VALUE},
    {"lost", NULL, "orders", BS_UNIT_COUNT, BS_NO_VALUE},
    {"phase", NULL, "detect", BS_UNIT_NS, BS_NO_VALUE},
    {"phase", NULL, "decide", BS_UNIT_NS, BS_NO_VALUE},
    {"phase", NULL, "execute", BS_UNIT_NS, BS_NO_VALUE},
    {"phase", NULL, "unrecovered", BS_UNIT_NS, BS_NO_VALUE},
    {"step", "activate", "promote", BS_UNIT_NS, BS_NO_VALUE},
    {"step", "activate", "cutover", BS_UNIT_NS, BS_NO_VALUE},
    {"invariant", NULL, "latch_holds", BS_UNIT_OUTCOME, BS_NO_VALUE},
    {"invariant", NULL, "no_blind_repeat", BS_UNIT_OUTCOME, BS_NO_VALUE},
};

static bool is_each(uint64_t trial, uint64_t every)
{
    return every > 0 && trial % every == every - 1;
}

/* 300 s to some 500 s, more for each 16th trial; all of it whole seconds. */
static void fill_trial(const struct sweeps_recipe *recipe, uint64_t trial, int64_t less_s,
                       int64_t values[COLUMNS])
{
    const bool is_endless = is_each(trial, recipe->endless_every);
    const bool is_absent = is_each(trial, recipe->absent_every);
    const int64_t decide_s = (int64_t)(trial * 37 % 100);
    const int64_t execute_s = 180 + (int64_t)(trial * 59 % 40) + (trial % 16 == 5 ? 150 : 0);
    const int64_t rto_s = 120 + decide_s + execute_s - less_s;
    const int64_t rpo_ns = (int64_t)(trial * 7 % 30) * BS_NS_PER_S / 8;
    const bool is_late = is_endless || rto_s > recipe->rto_objective_s;
    const int64_t made[COLUMNS] = {
        is_absent ? BS_VERDICT_UNKNOWN : (is_late ? BS_VERDICT_FAIL : BS_VERDICT_PASS),
        is_endless ? 0 : 1,
        is_endless ? BS_NO_VALUE : rpo_ns,
        is_absent ? BS_NO_VALUE : (is_endless ? BS_ENDLESS : rto_s * BS_NS_PER_S),
        is_endless ? BS_NO_VALUE : rpo_ns,
        is_endless ? BS_NO_VALUE : rpo_ns * 50,
        rpo_ns / BS_NS_PER_S,
        120 * BS_NS_PER_S,
        decide_s * BS_NS_PER_S,
        (execute_s - less_s) * BS_NS_PER_S,
        is_endless ? 900 * BS_NS_PER_S : 0,
        (execute_s - 60) * BS_NS_PER_S,
        trial % 5 == 0 ? BS_NO_VALUE : (60 - less_s) * BS_NS_PER_S,
        is_each(trial, recipe->broken_every) ? BS_OUTCOME_FAIL : BS_OUTCOME_PASS,
        is_absent ? BS_OUTCOME_UNKNOWN : BS_OUTCOME_PASS,
    };

    memcpy(values, made, sizeof(made));
}

/* ---- A table ---- */

struct names {
    char labels[VARIANTS_MAX][LONG_NAME + 64];
    struct bs_variant variants[VARIANTS_MAX];
    size_t variant_count;
    struct bs_column columns[COLUMNS];
};

/* How much faster each kind of variant is. */
static const int64_t less_by_kind_s[BS_VARIANT_KIND_COUNT] = {
    [BS_VARIANT_CHOICE] = 30,
    [BS_VARIANT_HELD] = 12,
    [BS_VARIANT_HALF] = 45,
    [BS_VARIANT_DOUBLE] = -90,
};

static void add_variant(struct names *names, enum bs_variant_kind kind, uint64_t trials,
                        const char *path, const char *value)
{
    char *label = names->labels[names->variant_count];

    (void)snprintf(label, sizeof(names->labels[0]), "%s%s", path, value);
    names->variants[names->variant_count++] = (struct bs_variant){kind, label, label, trials};
}

static void name_all(const struct sweeps_recipe *recipe, struct names *names)
{
    add_variant(names, BS_VARIANT_BASE, recipe->trials, "", "");
    if (recipe->choice != NULL) {
        add_variant(names, BS_VARIANT_CHOICE, recipe->trials, recipe->choice, "");
    }
    if (recipe->held != NULL) {
        add_variant(names, BS_VARIANT_HELD, recipe->trials / 2, recipe->held, "=2m");
        add_variant(names, BS_VARIANT_HALF, recipe->trials / 2, recipe->held, "=1m");
        add_variant(names, BS_VARIANT_DOUBLE, recipe->trials / 2, recipe->held, "=4m");
    }
    memcpy(names->columns, columns_made, sizeof(columns_made));
    names->columns[3].objective = recipe->rto_objective_s * BS_NS_PER_S;
    for (size_t i = 4; i < COLUMNS && recipe->name != NULL; i++) {
        const bool is_named = i % 2 == 1 || i == 4; /* No two of a subject have the same name. */

        names->columns[i].name = is_named ? recipe->name : names->columns[i].name;
        names->columns[i].workflow = names->columns[i].workflow != NULL ? recipe->name : NULL;
    }
    names->columns[5].name = columns_made[5].name;
}

static const char *or_usual(const struct sweeps_recipe *recipe, const char *usual)
{
    return recipe->name != NULL ? recipe->name : usual;
}

static void check(enum bs_status status, const struct bs_error *error)
{
    if (status != BS_OK) {
        fail_msg("%s", error->message);
    }
}

static void add_trials(const struct sweeps_recipe *recipe, const struct names *names,
                       struct bs_trial_table *table)
{
    int64_t *values = calloc((size_t)recipe->trials * COLUMNS, sizeof(*values));
    struct bs_error error = {0};

    assert_non_null(values);
    for (size_t i = 0; i < names->variant_count; i++) {
        const struct bs_variant *variant = &names->variants[i];

        for (uint64_t k = 0; k < variant->trials; k++) {
            fill_trial(recipe, k, less_by_kind_s[variant->kind], &values[k * COLUMNS]);
        }
        check(bs_trial_table_add(table, i, 0, (size_t)variant->trials, values, &error), &error);
    }
    free(values);
}

void sweeps_make(const struct sweeps_recipe *recipe, struct sweeps_made *made)
{
    struct names *names = calloc(1, sizeof(*names));
    struct bs_sweep_design design = {
        .scenario = or_usual(recipe, "Region loss"),
        .scenario_sha256 = "d2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26",
        .plan = or_usual(recipe, "Warm standby"),
        .plan_sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        .version = "0.1.0",
        .command = or_usual(recipe, "blackstart run region-loss.yaml"),
        .clock = "impact",
        .seed = 7,
    };
    struct bs_error error = {0};
    char path[PATH_BYTES_MAX];

    assert_non_null(names);
    name_all(recipe, names);
    design.variants = names->variants;
    design.variant_count = names->variant_count;
    design.columns = (struct bs_columns){names->columns, COLUMNS};
    (void)snprintf(made->folder, sizeof(made->folder), "%s", "sweep-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    (void)snprintf(path, sizeof(path), "%s/trials.sqlite", made->folder);
    check(bs_trial_table_create(path, &design, &made->table, &error), &error);
    add_trials(recipe, names, made->table);
    check(bs_sweep_build(made->table, BS_SWEEP_PASS_PPB_DEFAULT, &made->sweep, &error), &error);
    free(names);
}

void sweeps_clean_up(struct sweeps_made *made)
{
    char path[PATH_BYTES_MAX];

    bs_sweep_destroy(made->sweep);
    bs_trial_table_close(made->table);
    (void)snprintf(path, sizeof(path), "%s/trials.sqlite", made->folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(made->folder), 0);
}

/* ---- Hostile names ---- */

static void try_name(const char *name, sweeps_look_fn *look)
{
    const struct sweeps_recipe recipe = {
        .trials = 200,
        .endless_every = 50,
        .broken_every = 90,
        .choice = name[0] != '\0' ? name : "x",
        .held = name,
        .name = name,
        .rto_objective_s = 400,
    };
    struct sweeps_made made;

    sweeps_make(&recipe, &made);
    look(&made, name);
    sweeps_clean_up(&made);
}

void sweeps_try_hostile_names(sweeps_look_fn *look)
{
    char *name = malloc(LONG_NAME + 1);

    assert_non_null(name);
    for (size_t i = 0; i < sizeof(hostile_names) / sizeof(hostile_names[0]); i++) {
        try_name(hostile_names[i], look);
    }
    for (size_t i = 0; i < LONG_NAME; i++) {
        name[i] = "<|`\"\\\n\x1b@"[i % 8];
    }
    name[LONG_NAME] = '\0';
    try_name(name, look);
    free(name);
}

/* ---- Texts ---- */

struct bs_buffer sweeps_write(const struct bs_sweep *sweep, sweeps_write_fn *write)
{
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, SWEEPS_BYTES_MAX);
    write(sweep, &buffer);
    assert_false(buffer.failed);
    return buffer;
}

void sweeps_check_inert(const struct bs_buffer *text, const char *allowed)
{
    for (size_t at = 0; at < text->length;) {
        const char *byte = text->bytes + at;
        const size_t length = bs_utf8_length(byte, text->length - at);
        const bool is_control =
            ((unsigned char)*byte < 0x20 && (*byte == '\0' || strchr(allowed, *byte) == NULL)) ||
            *byte == 0x7f || (length == 2 && memcmp(byte, "\xc2\xa0", 2) < 0);
        const bool is_turning =
            length == 3 &&
            ((memcmp(byte, "\xe2\x80\xa8", 3) >= 0 && memcmp(byte, "\xe2\x80\xae", 3) <= 0) ||
             (memcmp(byte, "\xe2\x81\xa6", 3) >= 0 && memcmp(byte, "\xe2\x81\xa9", 3) <= 0));

        if (length == 0 || is_control || is_turning) {
            fail_msg("at byte %zu: 0x%02x..", at, (unsigned)(unsigned char)*byte);
        }
        at += length;
    }
}

void sweeps_compare(const char *file, const char *bytes, size_t length)
{
    char path[PATH_BYTES_MAX];
    struct bs_buffer made;
    struct bs_buffer golden;
    struct bs_error error = {0};

    bs_buffer_init(&made, SWEEPS_BYTES_MAX);
    bs_buffer_init(&golden, SWEEPS_BYTES_MAX);
    bs_buffer_append(&made, bytes, length);
    (void)snprintf(path, sizeof(path), "%s/tests/sweep/golden/%s", BS_SOURCE_DIR, file);
    if (getenv("BS_UPDATE_GOLDEN") != NULL) {
        assert_int_equal(bs_buffer_write_file(&made, path, &error), BS_OK);
    } else if (bs_buffer_read_file(&golden, path, &error) != BS_OK || golden.length != length ||
               memcmp(golden.bytes, bytes, length) != 0) {
        print_message("%.*s\n", (int)length, bytes);
        fail_msg("%s differs; if that is right: BS_UPDATE_GOLDEN=1 ctest -R sweep_", path);
    }
    bs_buffer_clean_up(&golden);
    bs_buffer_clean_up(&made);
}
