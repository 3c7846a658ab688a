/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/ledger.h"

#include <stdlib.h>
#include <string.h>

/** One MISSING or DIVERGED record. */
struct entry {
    size_t store; /* Its place among the stores. */
    struct bs_instant counted_at;
    const char *counted;
    const char *lineage;
    const char *class_name;
    struct bs_span_of_time range;
    int64_t writes;
};

struct entries {
    struct entry *items;
    size_t count;
};

static void add_entry(struct entries *entries, const struct bs_rpo *rpo, struct entry entry)
{
    if (entry.store < rpo->count) {
        entries->items[entries->count++] = entry;
    }
}

/** Within what instants can be, and not backwards: nobody has looked at them before. */
static struct bs_span_of_time range_of(struct bs_instant first, struct bs_instant last)
{
    const struct bs_instant zero = {0};
    const struct bs_instant from = bs_instant_min(bs_instant_max(first, zero), BS_INSTANT_MAX);

    return (struct bs_span_of_time){from,
                                    bs_instant_min(bs_instant_max(last, from), BS_INSTANT_MAX)};
}

static void list_entries(struct bs_evidence *evidence, const struct bs_rpo *rpo,
                         struct entries *entries)
{
    const size_t missing = bs_evidence_count(evidence, BS_RECORD_MISSING);
    const size_t diverged = bs_evidence_count(evidence, BS_RECORD_DIVERGED);

    entries->items = bs_evidence_array(evidence, missing + diverged, sizeof(*entries->items));
    for (size_t k = 0; entries->items != NULL && k < missing + diverged; k++) {
        const bool is_missing = k < missing;
        const struct bs_record *record =
            is_missing ? bs_evidence_get(evidence, BS_RECORD_MISSING, k)
                       : bs_evidence_get(evidence, BS_RECORD_DIVERGED, k - missing);

        add_entry(
            entries, rpo,
            (struct entry){
                .store = bs_rpo_place(rpo, bs_record_text(record, "store")),
                .counted_at = record->at,
                .counted = is_missing ? bs_record_words(record, "counted") : "end",
                .lineage = bs_record_words(record, "lineage"),
                .class_name = is_missing ? bs_record_words(record, "class") : "diverged",
                .range = range_of(bs_record_instant(record, is_missing ? "first_ns" : "from_ns"),
                                  bs_record_instant(record, is_missing ? "last_ns" : "to_ns")),
                .writes = bs_record_number(record, "writes"),
            });
    }
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/** By the row that they belong to. */
static int compare_rows(const struct entry *a, const struct entry *b)
{
    int order = compare_numbers((int64_t)a->store, (int64_t)b->store);

    order = order != 0 ? order : compare_numbers(a->counted_at.ns, b->counted_at.ns);
    order = order != 0 ? order : strcmp(a->counted, b->counted);
    order = order != 0 ? order : strcmp(a->lineage, b->lineage);
    return order != 0 ? order : strcmp(a->class_name, b->class_name);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = compare_rows(a, b);

    order = order != 0 ? order : compare_numbers(a->range.from.ns, b->range.from.ns);
    return order != 0 ? order : compare_numbers(a->range.to.ns, b->range.to.ns);
}

/** The row of `count` entries that stand together. */
static struct bs_ledger_row make_row(struct bs_evidence *evidence, const struct entry *entries,
                                     size_t count)
{
    struct bs_ledger_row row = {
        .counted = entries->counted,
        .counted_at = entries->counted_at,
        .lineage = entries->lineage,
        .class_name = entries->class_name,
        .first = entries->range.from,
        .last = entries->range.to,
        .ranges = bs_evidence_array(evidence, count, sizeof(*row.ranges)),
    };

    for (size_t i = 0; row.ranges != NULL && i < count; i++) {
        row.writes += entries[i].writes;
        row.last = bs_instant_max(row.last, entries[i].range.to);
        row.ranges[row.range_count++] = entries[i].range;
    }
    return row;
}

/** How many entries from the first on are of its row. */
static size_t row_length(const struct entries *entries, size_t first)
{
    size_t last = first + 1;

    while (last < entries->count &&
           compare_rows(&entries->items[first], &entries->items[last]) == 0) {
        last++;
    }
    return last - first;
}

static void fill_rows(struct bs_evidence *evidence, const struct entries *entries,
                      struct bs_ledger *ledgers)
{
    struct bs_ledger_row *rows = bs_evidence_array(evidence, entries->count, sizeof(*rows));
    size_t length;

    for (size_t i = 0; rows != NULL && i < entries->count; i += length) {
        struct bs_ledger *ledger = &ledgers[entries->items[i].store];

        length = row_length(entries, i);
        ledger->rows = ledger->rows != NULL ? ledger->rows : rows;
        *rows++ = make_row(evidence, &entries->items[i], length);
        ledger->count++;
    }
}

static void fill_changes(struct bs_evidence *evidence, const char *store, struct bs_ledger *ledger)
{
    const size_t count = bs_evidence_count(evidence, BS_RECORD_LINEAGE);

    ledger->changes = bs_evidence_array(evidence, count, sizeof(*ledger->changes));
    for (size_t k = 0; ledger->changes != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (record->at.ns > 0 && bs_text_is(bs_record_text(record, "store"), store)) {
            ledger->changes[ledger->change_count++] = (struct bs_lineage_change){
                record->at, bs_evidence_words(evidence, "%s %s", bs_record_words(record, "lineage"),
                                              bs_record_words(record, "state"))};
        }
    }
}

struct bs_ledger *bs_ledgers_find(struct bs_evidence *evidence, const struct bs_rpo *rpo)
{
    struct bs_ledger *ledgers = bs_evidence_array(evidence, rpo->count, sizeof(*ledgers));
    struct entries entries = {0};

    list_entries(evidence, rpo, &entries);
    if (ledgers == NULL || entries.items == NULL) {
        return ledgers;
    }
    qsort(entries.items, entries.count, sizeof(*entries.items), compare_entries);
    fill_rows(evidence, &entries, ledgers);
    for (size_t i = 0; i < rpo->count; i++) {
        fill_changes(evidence, rpo->stores[i].id, &ledgers[i]);
    }
    return ledgers;
}
