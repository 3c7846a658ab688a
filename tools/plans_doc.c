/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Prints the reference part of docs/PLANS.md from the tables that the loader and the core read:
 * tests/style/docs_plans.py compares it with what is checked in.
 */

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orchestrator/core/block.h"
#include "orchestrator/core/latch.h"
#include "orchestrator/core/orders.h"
#include "orchestrator/core/states.h"
#include "orchestrator/plan/plan_tables.h"

#define NONE "–"

static const void *member_at(const void *target, size_t offset)
{
    return (const unsigned char *)target + offset;
}

/* ---- Words ---- */

static void print_sentence(const char *phrase)
{
    (void)printf("%c%s.", toupper((unsigned char)phrase[0]), phrase + 1);
}

/* A bar would end the cell. */
static void print_cell(const char *text)
{
    for (; *text != '\0'; text++) {
        (void)printf(*text == '|' ? "\\|" : "%c", *text);
    }
}

/* As an author would write it: in the largest unit that makes it a whole number. */
static void print_span(int64_t ns)
{
    static const struct {
        const char *name;
        int64_t ns;
    } units[] = {{"d", 86400 * BS_NS_PER_S}, {"h", 3600 * BS_NS_PER_S}, {"m", 60 * BS_NS_PER_S},
                 {"s", BS_NS_PER_S},         {"ms", BS_NS_PER_MS},      {"ns", 1}};
    size_t unit = 0;

    while (ns % units[unit].ns != 0) {
        unit++;
    }
    if (ns == 0) {
        (void)printf("0s");
    } else {
        (void)printf("%" PRId64 "%s", ns / units[unit].ns, units[unit].name);
    }
}

static void print_spans(int64_t minimum_ns, int64_t maximum_ns)
{
    print_span(minimum_ns);
    (void)printf(" to ");
    print_span(maximum_ns);
}

/* "`alb` or `dns_record`" */
static void print_kinds(uint32_t kinds)
{
    bool first = true;

    for (int i = 0; i < BS_KIND_COUNT; i++) {
        if ((kinds & (1U << i)) != 0) {
            (void)printf("%s`%s`", first ? "" : " or ",
                         bs_plan_resource_kind_name((enum bs_plan_resource_kind)i));
            first = false;
        }
    }
}

/* ---- Keys of maps ---- */

/* What stands at keys whose values are read by functions rather than by tables. */
static const struct {
    const char *key;
    const char *value;
} values[] = {
    {"roles", "[map](#keys-roles)"},
    {"lease", "[map](#keys-lease)"},
    {"calls", "[map](#keys-calls)"},
    {"triggers", "list of [maps](#keys-trigger)"},
    {"workflows", "name → [map](#keys-workflow)"},
    {"operator", "id of a `person`"},
    {"role", "id of a `person`"},
    {"owner", "id of a `person`"},
    {"table", "id of a `dynamodb_table`"},
    {"deactivating", "role of a Region"},
    {"activating", "role of a Region"},
    {"region", "role of a Region"},
    {"when", "[source](#sources)"},
    {"veto", "[sources](#sources)"},
    {"also", "list of [sources](#sources)"},
    {"confirm", "[map](#keys-confirmation)"},
    {"classify", "list of [maps](#keys-kind-of-failure)"},
    {"run", "name of a workflow"},
    {"workflow", "name of a workflow"},
    {"steps", "list of [steps](#keys-step) and groups"},
    {"parallel", "list of [steps](#keys-step) and groups"},
    {"healthy", "[map](#keys-health-at-the-end)"},
    {"retry", "[map](#keys-retry)"},
    {"undo", "map of the undoing block's parameters"},
    {"ungraceful", "[map](#keys-policy-in-an-ungraceful-workflow)"},
    {"else", "[step](#keys-step)"},
    {"if", "[conditions](#conditions)"},
};

static void print_value_by_key(const char *key)
{
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        if (strcmp(values[i].key, key) == 0) {
            (void)printf("%s", values[i].value);
            return;
        }
    }
    (void)fprintf(stderr, "plans_doc.c: `values` does not say what stands at '%s'\n", key);
    exit(EXIT_FAILURE);
}

static void print_choices(const char *const *choices)
{
    for (size_t i = 0; choices[i] != NULL; i++) {
        (void)printf("%s`%s`", i > 0 ? ", " : "", choices[i]);
    }
}

static void print_value(const struct bs_field *field)
{
    switch (field->kind) {
    case BS_FIELD_TEXT:
        (void)printf("text");
        break;
    case BS_FIELD_NAME:
        (void)printf("name");
        break;
    case BS_FIELD_COUNT:
        (void)printf("whole number, %" PRId64 " to %" PRId64, field->minimum, field->maximum);
        break;
    case BS_FIELD_DURATION:
        (void)printf("duration, ");
        print_spans(field->minimum, field->maximum);
        break;
    case BS_FIELD_SHARE:
        (void)printf("share, 0%% to 100%%");
        break;
    case BS_FIELD_CHOICE:
        print_choices(field->choices);
        break;
    default:
        print_value_by_key(field->name);
        break;
    }
}

static void print_duration_or_none(struct bs_duration duration)
{
    if (duration.ns == BS_DURATION_UNKNOWN.ns) {
        (void)printf(NONE);
    } else {
        print_span(duration.ns);
    }
}

/* Shares are whole per cents wherever they have a default. */
static void print_known_default(const struct bs_field *field, const void *value)
{
    const int64_t *number = value;
    const int32_t *choice = value;

    if (field->kind == BS_FIELD_DURATION) {
        print_duration_or_none(*(const struct bs_duration *)value);
    } else if (field->kind == BS_FIELD_COUNT && *number >= field->minimum) {
        (void)printf("%" PRId64, *number);
    } else if (field->kind == BS_FIELD_SHARE) {
        (void)printf("%" PRId64 "%%", *number / 10000000);
    } else if (field->kind == BS_FIELD_CHOICE && *choice >= 0) {
        (void)printf("`%s`", field->choices[*choice]);
    } else {
        (void)printf(NONE);
    }
}

static void print_default(const struct bs_plan_table *table, const struct bs_field *field)
{
    if (field->required) {
        (void)printf("**required**");
    } else if (table->defaults == NULL) {
        (void)printf(NONE);
    } else {
        print_known_default(field, member_at(table->defaults, field->offset));
    }
}

static void print_table(const struct bs_plan_table *table)
{
    (void)printf("\n#### Keys: %s\n\nWhere: %s.\n\n", table->title, table->place);
    (void)printf("| key | value | default | what |\n|---|---|---|---|\n");
    for (size_t i = 0; i < table->fields->count; i++) {
        const struct bs_field *field = &table->fields->fields[i];

        (void)printf("| `%s` | ", field->name);
        print_value(field);
        (void)printf(" | ");
        print_default(table, field);
        (void)printf(" | ");
        print_cell(field->about);
        (void)printf(" |\n");
    }
}

static void print_tables(void)
{
    size_t count = 0;
    const struct bs_plan_table *const *tables = bs_plan_tables(&count);

    (void)printf("\n### Keys\n");
    for (size_t i = 0; i < count; i++) {
        print_table(tables[i]);
    }
}

/* ---- Blocks ---- */

static void print_resource_kinds(const struct bs_parameter *parameter)
{
    const bool is_list =
        parameter->kind == BS_PARAMETER_RESOURCES || parameter->kind == BS_PARAMETER_SHOWN;

    if (is_list) {
        (void)printf("list of 1 to %d ids: ", BS_PLAN_LANES_MAX);
    } else {
        (void)printf("id: ");
    }
    print_kinds(parameter->resource_kinds);
}

static const char *const parameter_words[] = {
    [BS_PARAMETER_TEXT] = "text",
    [BS_PARAMETER_PLACE] = "text, or a role of a Region",
    [BS_PARAMETER_BOOL] = "`true` or `false`",
    [BS_PARAMETER_ACCEPT] = "[map](#keys-acceptance)",
    [BS_PARAMETER_WEIGHTS] = "list of whole numbers, 1 to 100, rising to 100",
    [BS_PARAMETER_ITEMS] = "list of [maps](#keys-item)",
    [BS_PARAMETER_SOURCES] = "[sources](#sources)",
};

static void print_parameter_value(const struct bs_parameter *parameter)
{
    switch (parameter->kind) {
    case BS_PARAMETER_RESOURCE:
    case BS_PARAMETER_RESOURCES:
    case BS_PARAMETER_SHOWN:
        print_resource_kinds(parameter);
        break;
    case BS_PARAMETER_COUNT:
        (void)printf("whole number, %" PRId64 " to %" PRId64, parameter->minimum,
                     parameter->maximum);
        break;
    case BS_PARAMETER_DURATION:
        (void)printf("duration, ");
        print_spans(parameter->minimum, parameter->maximum);
        break;
    case BS_PARAMETER_CHECKS:
        (void)printf("list of ");
        print_choices(bs_plan_check_words);
        break;
    default:
        (void)printf("%s", parameter_words[parameter->kind]);
        break;
    }
}

static void print_checks(const struct bs_parameters *defaults)
{
    for (uint32_t i = 0; i < defaults->check_count; i++) {
        (void)printf("%s`%s`", i > 0 ? ", " : "", bs_plan_check_words[defaults->checks[i]]);
    }
}

static void print_optional_default(const struct bs_block *block,
                                   const struct bs_parameter *parameter)
{
    const void *value = member_at(&block->defaults, parameter->offset);

    switch (parameter->kind) {
    case BS_PARAMETER_COUNT:
        (void)printf("%" PRId64, *(const int64_t *)value);
        break;
    case BS_PARAMETER_DURATION:
        print_duration_or_none(*(const struct bs_duration *)value);
        break;
    case BS_PARAMETER_BOOL:
        (void)printf("`%s`", *(const bool *)value ? "true" : "false");
        break;
    case BS_PARAMETER_TEXT:
        print_cell(*(const char *const *)value);
        break;
    case BS_PARAMETER_CHECKS:
        print_checks(&block->defaults);
        break;
    default:
        (void)printf(NONE);
        break;
    }
}

static void print_parameters(const struct bs_block *block)
{
    (void)printf("\n| parameter | value | default | what |\n|---|---|---|---|\n");
    for (uint32_t i = 0; i < block->parameter_count; i++) {
        const struct bs_parameter *parameter = &block->parameters[i];

        (void)printf("| `%s` | ", parameter->name);
        print_parameter_value(parameter);
        (void)printf(" | ");
        if (parameter->need == BS_NEED_REQUIRED) {
            (void)printf("**required**");
        } else if (parameter->need == BS_NEED_IMPLIED) {
            (void)printf("the only one in the step's Region");
        } else {
            print_optional_default(block, parameter);
        }
        (void)printf(" | ");
        print_cell(parameter->about);
        (void)printf(" |\n");
    }
}

static void print_operations(const struct bs_block *block)
{
    static const char *const effects[] = {[BS_EFFECT_READS] = "reads",
                                          [BS_EFFECT_MUTATES] = "changes",
                                          [BS_EFFECT_MUTATES_ONCE] = "changes, never twice"};

    if (block->operation_count == 0) {
        (void)printf("- **Calls:** none.\n");
        return;
    }
    (void)printf("- **Calls:** ");
    for (uint32_t i = 0; i < block->operation_count; i++) {
        const struct bs_operation_info *info = bs_operation_info(block->operations[i]);

        (void)printf("%s`%s` (%s)", i > 0 ? ", " : "", info->full_name, effects[info->effect]);
    }
    (void)printf(".\n");
}

/* The kinds of what it works on, by its first parameter; 0 if that is no resource. */
static uint32_t subject_kinds(const struct bs_block *block)
{
    const struct bs_parameter *first = &block->parameters[0];
    const bool is_resource =
        first->kind == BS_PARAMETER_RESOURCE || first->kind == BS_PARAMETER_RESOURCES;

    return is_resource ? first->resource_kinds & ~BS_KIND_BIT(PERSON) : 0;
}

static const char *region_rule(const struct bs_block *block)
{
    if (block->region == BS_REGION_REQUIRED) {
        return "`region` is required";
    }
    if (block->region == BS_REGION_VANTAGE) {
        return "`region` says from where it asks; if left out, the Region of the role `control` if "
               "there is one, else the activating one";
    }
    if (subject_kinds(block) == BS_KIND_BIT(DNS_RECORD)) {
        return "records lie in none, and `region` changes nothing";
    }
    return subject_kinds(block) != 0
               ? "that of what it works on; `region`, if given, must be the same"
               : "it works in none";
}

static void print_undo(const struct bs_block *block)
{
    if (block->can_be_undone) {
        (void)printf(
            "- **Undone by** [`%s`](#%s), with the parameters in `undo`; what is not given "
            "stays as in the step.\n",
            bs_block(block->undo)->name, bs_block(block->undo)->name);
    } else {
        (void)printf("- **Undo:** it cannot be undone%s.\n",
                     block->is_irreversible ? ", and **rollback never reaches back across it**"
                                            : "; rollback passes it over");
    }
}

static void print_block(const struct bs_block *block)
{
    (void)printf("\n#### `%s`\n\n", block->name);
    print_sentence(block->about);
    (void)printf("\n\n- **Done when** %s.\n", block->done);
    if (block->unknown != NULL) {
        (void)printf("- **A call without an answer:** %s.\n", block->unknown);
    }
    print_operations(block);
    (void)printf("- **Region:** %s.\n", region_rule(block));
    print_undo(block);
    if (block->moves_service) {
        (void)printf(
            "- **Moves service:** once it is done, the activating Region counts as the one "
            "that serves.\n");
    }
    (void)printf("- **In reports:** %s.\n", block->effect);
    print_parameters(block);
}

static void print_overview(void)
{
    (void)printf("\n### Execution blocks\n\n| block | what it does | undo |\n|---|---|---|\n");
    for (int i = 0; i < BS_BLOCK_COUNT; i++) {
        const struct bs_block *block = bs_block((enum bs_block_id)i);

        (void)printf("| [`%s`](#%s) | ", block->name, block->name);
        print_cell(block->about);
        (void)printf(" | %s |\n", block->can_be_undone     ? bs_block(block->undo)->name
                                  : block->is_irreversible ? "**irreversible**"
                                                           : NONE);
    }
}

static void print_blocks(void)
{
    print_overview();
    for (int i = 0; i < BS_BLOCK_COUNT; i++) {
        print_block(bs_block((enum bs_block_id)i));
    }
}

/* ---- States and limits ---- */

static void print_execution_states(void)
{
    (void)printf("\n### Execution states\n\n| state | may become |\n|---|---|\n");
    for (int from = 0; from < BS_EXECUTION_STATE_COUNT; from++) {
        const enum bs_execution_state state = (enum bs_execution_state)from;
        bool any = false;

        if (from != BS_EXECUTION_PENDING && bs_execution_state_is_final(state)) {
            (void)printf("| `%s` | the end |\n", bs_execution_state_name(state));
            continue;
        }
        (void)printf("| `%s` | ", bs_execution_state_name(state));
        for (int to = 0; to < BS_EXECUTION_STATE_COUNT; to++) {
            if (bs_execution_may_become(state, (enum bs_execution_state)to)) {
                (void)printf("%s`%s`", any ? ", " : "",
                             bs_execution_state_name((enum bs_execution_state)to));
                any = true;
            }
        }
        (void)printf(" |\n");
    }
}

static void print_step_states(void)
{
    (void)printf("\n### Step states\n\n| state | may become |\n|---|---|\n");
    for (int from = 0; from < BS_STEP_STATE_COUNT; from++) {
        bool any = false;

        (void)printf("| `%s` | ", bs_step_state_name((enum bs_step_state)from));
        for (int to = 0; to < BS_STEP_STATE_COUNT; to++) {
            if (bs_step_may_become((enum bs_step_state)from, (enum bs_step_state)to)) {
                (void)printf("%s`%s`", any ? ", " : "", bs_step_state_name((enum bs_step_state)to));
                any = true;
            }
        }
        (void)printf("%s |\n", any ? "" : "the end");
    }
}

static void print_counts(void)
{
    static const struct {
        const char *what;
        int most;
    } limits[] = {
        {"triggers", BS_PLAN_TRIGGERS_MAX},
        {"kinds of failure of a trigger", BS_PLAN_CLASSES_MAX},
        {"sources of a plan, all told", BS_PLAN_SOURCES_MAX},
        {"workflows", BS_PLAN_WORKFLOWS_MAX},
        {"rows of all workflows together: steps, alternatives, groups", BS_PLAN_STEPS_MAX},
        {"members of a parallel group", BS_PLAN_CHILDREN_MAX},
        {"groups, child plans and alternatives within each other", BS_PLAN_DEPTH_MAX - 1},
        {"conditions of one `if`", BS_PLAN_CONDITIONS_MAX},
        {"resources of one step", BS_PLAN_LANES_MAX},
        {"checks of a smoke test", BS_PLAN_CHECKS_MAX},
        {"weights of a cutover", BS_PLAN_WEIGHTS_MAX},
        {"items of a checklist", BS_PLAN_ITEMS_MAX},
    };

    (void)printf("\n### Limits\n\n| at most | of |\n|---|---|\n");
    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        (void)printf("| %d | %s |\n", limits[i].most, limits[i].what);
    }
}

static void print_intervals(void)
{
    const struct {
        const char *what;
        struct bs_duration span;
    } spans[] = {
        {"the longest that an answer is waited for", BS_CALL_DEADLINE},
        {"how long after that a call may still take effect; what is read later is proof",
         BS_IN_FLIGHT_MAX},
        {"between two looks of a step at the same thing", BS_POLL_INTERVAL},
        {"between two looks of a latch", BS_LATCH_INTERVAL},
        {"between two questions for operators' orders", BS_ORDERS_INTERVAL},
    };

    (void)printf("\n| time | what |\n|---|---|\n");
    for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++) {
        (void)printf("| ");
        print_span(spans[i].span.ns);
        (void)printf(" | %s |\n", spans[i].what);
    }
}

int main(void)
{
    print_tables();
    print_blocks();
    print_execution_states();
    print_step_states();
    print_counts();
    print_intervals();
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
