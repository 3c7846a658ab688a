/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/checks/rpo.h"

#include "base/assert.h"

/**
 * MISSING records that stand together and differ in nothing but their writes. There may be thousands of
 * records, which are read once, and there are a few of these.
 */
struct block {
    struct bs_instant at;
    const char *store;
    const char *lineage;
    const char *counted;
    const char *class;
    struct bs_instant oldest;
    struct bs_instant newest;
    uint64_t writes; /* As the records say, be it nonsense. */
};

struct blocks {
    struct block *items;
    size_t count;
};

/** Which MISSING ranges are looked at. */
struct ranges {
    const struct blocks *missing;
    const char *store;
    const char *lineage; /* NULL: of all lineages. */
    const char *counted;
    const struct bs_instant *at; /* Counted then; NULL: whenever. */
};

/** Where MISSING's fields stand. */
struct places {
    size_t store, lineage, counted, class, first, last, writes;
};

static struct places missing_places(void)
{
    return (struct places){
        .store = bs_record_place(BS_RECORD_MISSING, "store"),
        .lineage = bs_record_place(BS_RECORD_MISSING, "lineage"),
        .counted = bs_record_place(BS_RECORD_MISSING, "counted"),
        .class = bs_record_place(BS_RECORD_MISSING, "class"),
        .first = bs_record_place(BS_RECORD_MISSING, "first_ns"),
        .last = bs_record_place(BS_RECORD_MISSING, "last_ns"),
        .writes = bs_record_place(BS_RECORD_MISSING, "writes"),
    };
}

/** Whether a record goes on with a block: texts of one history that are equal are one. */
static bool goes_on(const struct block *block, const struct block *next)
{
    return block->at.ns == next->at.ns && block->store == next->store &&
           block->lineage == next->lineage && block->counted == next->counted &&
           block->class == next->class;
}

static void add_block(struct blocks *blocks, const struct block *next)
{
    struct block *last = blocks->count > 0 ? &blocks->items[blocks->count - 1] : NULL;

    if (last == NULL || !goes_on(last, next)) {
        blocks->items[blocks->count++] = *next;
        return;
    }
    last->oldest = bs_instant_min(last->oldest, next->oldest);
    last->newest = bs_instant_max(last->newest, next->newest);
    last->writes += next->writes;
}

/** `items` is NULL where there is no memory. */
static struct blocks read_missing(struct bs_evidence *evidence)
{
    const size_t count = bs_evidence_count(evidence, BS_RECORD_MISSING);
    const struct places places = missing_places();
    struct blocks blocks = {.items =
                                bs_evidence_unset_array(evidence, count, sizeof(*blocks.items))};

    for (size_t k = 0; blocks.items != NULL && k < count; k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_MISSING, k);
        const union bs_held *values = record->values;
        const struct block next = {
            .at = record->at,
            .store = values[places.store].text,
            .lineage = values[places.lineage].text,
            .counted = values[places.counted].text,
            .class = values[places.class].text,
            .oldest = {values[places.first].number},
            .newest = {values[places.last].number},
            .writes = (uint64_t)values[places.writes].number,
        };

        add_block(&blocks, &next);
    }
    return blocks;
}

static bool is_in_ranges(const struct block *block, const struct ranges *ranges)
{
    return (ranges->at == NULL || block->at.ns == ranges->at->ns) &&
           bs_text_is(block->store, ranges->store) &&
           (ranges->lineage == NULL || bs_text_is(block->lineage, ranges->lineage)) &&
           bs_text_is(block->counted, ranges->counted);
}

static struct bs_instant newest_missing(const struct ranges *ranges)
{
    struct bs_instant newest = {0};

    for (size_t k = 0; k < ranges->missing->count; k++) {
        const struct block *block = &ranges->missing->items[k];

        if (is_in_ranges(block, ranges)) {
            newest = bs_instant_max(newest, block->newest);
        }
    }
    return newest;
}

static bool is_lineage_record(const struct bs_record *record, const char *store, const char *state)
{
    return bs_text_is(bs_record_text(record, "state"), state) &&
           bs_text_is(bs_record_text(record, "store"), store);
}

/** The first `stopped` of the old lineage that no missing write comes after. */
static struct bs_instant old_stopped(const struct bs_evidence *evidence,
                                     const struct ranges *ranges)
{
    struct bs_instant newest = newest_missing(ranges);

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (record->at.ns >= newest.ns && is_lineage_record(record, ranges->store, "stopped") &&
            bs_text_is(bs_record_text(record, "lineage"), ranges->lineage)) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/** Whether the lineage of LINEAGE record `k` had been writable: then it only came back. */
static bool was_writable_before(const struct bs_evidence *evidence, size_t k)
{
    const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

    for (size_t i = 0; i < k; i++) {
        const struct bs_record *earlier = bs_evidence_get(evidence, BS_RECORD_LINEAGE, i);

        if (is_lineage_record(earlier, bs_record_text(record, "store"), "writable") &&
            bs_text_is(bs_record_text(earlier, "lineage"), bs_record_text(record, "lineage"))) {
            return true;
        }
    }
    return false;
}

static struct bs_instant new_writable(const struct bs_evidence *evidence,
                                      const struct ranges *ranges)
{
    struct bs_instant since = {0};
    bool old_seen = false;

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_LINEAGE, k);

        if (!is_lineage_record(record, ranges->store, "writable")) {
            continue;
        }
        if (bs_text_is(bs_record_text(record, "lineage"), ranges->lineage)) {
            since = old_seen ? since : record->at;
            old_seen = true;
        } else if (old_seen && record->at.ns > since.ns && !was_writable_before(evidence, k)) {
            return record->at;
        }
    }
    return BS_INSTANT_NEVER;
}

/**
 * Where nobody has recorded that the old copy stopped, since only its clients were watched: the end of the
 * last second before the new one led in which a client's write was served.
 */
static struct bs_instant last_served(const struct bs_evidence *evidence, struct bs_instant led)
{
    struct bs_instant last = {0};

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_OBSERVED); k++) {
        const struct bs_record *bins = bs_evidence_get(evidence, BS_RECORD_OBSERVED, k);
        const struct bs_instant from = bs_record_instant(bins, "from_ns");
        const int64_t end_ns = from.ns + bs_record_number(bins, "seconds") * BS_NS_PER_S;

        if (bs_record_number(bins, "writes_good") > 0 && from.ns < led.ns) {
            last = bs_instant_max(last, bs_instant_min((struct bs_instant){end_ns}, led));
        }
    }
    return last.ns > 0 ? last : led;
}

static bool has_stopped(const struct bs_evidence *evidence, const struct ranges *ranges)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_LINEAGE); k++) {
        if (is_lineage_record(bs_evidence_get(evidence, BS_RECORD_LINEAGE, k), ranges->store,
                              "stopped")) {
            return true;
        }
    }
    return false;
}

/** The RPO by the writes that one old lineage acknowledged, as counted at one time. */
static struct bs_figure lineage_rpo(const struct bs_evidence *evidence,
                                    const struct bs_store_row *store, const struct ranges *ranges)
{
    struct bs_instant stop = old_stopped(evidence, ranges);
    struct bs_instant oldest = BS_INSTANT_NEVER;

    if (!bs_text_is(store->writers, "any")) {
        stop = bs_instant_min(stop, new_writable(evidence, ranges));
    }
    if (stop.ns != BS_INSTANT_NEVER.ns && !has_stopped(evidence, ranges)) {
        stop = last_served(evidence, stop);
    }
    if (stop.ns == BS_INSTANT_NEVER.ns) {
        return bs_unknown("writes are missing, but the history does not say when the old copy "
                          "stopped taking them");
    }
    for (size_t k = 0; k < ranges->missing->count; k++) {
        const struct block *block = &ranges->missing->items[k];

        if (is_in_ranges(block, ranges)) {
            oldest = bs_instant_min(oldest, block->oldest);
        }
    }
    if (oldest.ns == BS_INSTANT_UNKNOWN.ns) {
        return bs_unknown("missing writes without the instant at which they were acknowledged");
    }
    return bs_known(oldest.ns < stop.ns ? stop.ns - oldest.ns : 0);
}

static struct bs_figure worse(struct bs_figure a, struct bs_figure b)
{
    if (!bs_is_known(a) || !bs_is_known(b)) {
        return bs_is_known(a) ? b : a;
    }
    return a.value >= b.value ? a : b;
}

static bool has_ranges(const struct ranges *ranges)
{
    for (size_t k = 0; k < ranges->missing->count; k++) {
        if (is_in_ranges(&ranges->missing->items[k], ranges)) {
            return true;
        }
    }
    return false;
}

/** Which ranges of a lineage count: those at recovery, if any of its (or its store's) were found then. */
static const char *when_counted(const struct blocks *missing, const struct bs_store_row *store,
                                const char *lineage)
{
    const struct ranges at_recovery = {
        .missing = missing,
        .store = store->id,
        .lineage = bs_text_is(store->writers, "one") ? lineage : NULL,
        .counted = "recovery",
    };

    return has_ranges(&at_recovery) ? "recovery" : "end";
}

static struct bs_figure store_rpo(const struct bs_evidence *evidence, const struct blocks *missing,
                                  const struct bs_store_row *store)
{
    struct bs_figure rpo = bs_known(0);
    struct ranges ranges = {.missing = missing, .store = store->id};
    const char *judged = NULL;
    struct bs_instant judged_at = BS_INSTANT_UNKNOWN;

    if (!bs_is_known(store->acknowledged)) {
        return store->acknowledged;
    }
    for (size_t k = 0; k < missing->count; k++) {
        const struct block *block = &missing->items[k];

        /* Blocks of one lineage stand together: look, and judge, once for all of them. */
        if (ranges.counted == NULL || !bs_text_is(block->lineage, ranges.lineage)) {
            ranges.lineage = block->lineage;
            ranges.counted = when_counted(missing, store, block->lineage);
        }
        ranges.at = &block->at;
        if (!is_in_ranges(block, &ranges)) {
            continue;
        }
        if (ranges.lineage == NULL) {
            return bs_unknown("missing writes without the copy that acknowledged them");
        }
        /* Each recovery counts all that is missing then, whatever an earlier one cost. */
        if (!bs_text_is(ranges.lineage, judged) || block->at.ns != judged_at.ns) {
            judged = ranges.lineage;
            judged_at = block->at;
            rpo = worse(rpo, lineage_rpo(evidence, store, &ranges));
        }
    }
    return rpo;
}

static struct bs_figure store_acknowledged(const struct bs_evidence *evidence, const char *store)
{
    struct bs_figure sum =
        bs_unknown("the history has no count of this store's acknowledged writes");

    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_ACKNOWLEDGED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_ACKNOWLEDGED, k);

        if (bs_text_is(bs_record_text(record, "store"), store)) {
            sum = bs_known((bs_is_known(sum) ? sum.value : 0) + bs_record_number(record, "writes"));
        }
    }
    return sum;
}

static struct bs_figure store_resolution(const struct bs_evidence *evidence, const char *store)
{
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_CANARY); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_CANARY, k);

        if (bs_text_is(bs_record_text(record, "store"), store)) {
            return bs_known(bs_record_number(record, "interval_ns"));
        }
    }
    return bs_unknown("every write is counted");
}

static void count_missing(const struct bs_evidence *evidence, const struct blocks *missing,
                          struct bs_store_row *store)
{
    const struct ranges at_end = {.missing = missing, .store = store->id, .counted = "end"};
    struct {
        const char *name;
        int64_t *writes;
    } const classes[] = {
        {"lost", &store->lost_writes},        {"deferred", &store->deferred},
        {"quarantined", &store->quarantined}, {"overwritten", &store->overwritten},
        {"discarded", &store->discarded},
    };

    for (size_t k = 0; k < missing->count; k++) {
        const struct block *block = &missing->items[k];

        for (size_t i = 0; is_in_ranges(block, &at_end) && i < 5; i++) {
            if (bs_text_is(block->class, classes[i].name)) {
                *classes[i].writes += (int64_t)block->writes;
            }
        }
    }
    for (size_t k = 0; k < bs_evidence_count(evidence, BS_RECORD_DIVERGED); k++) {
        const struct bs_record *record = bs_evidence_get(evidence, BS_RECORD_DIVERGED, k);

        if (bs_text_is(bs_record_text(record, "store"), store->id)) {
            store->diverged += bs_record_number(record, "writes");
        }
    }
}

static struct bs_store_row store_row(const struct bs_evidence *evidence,
                                     const struct blocks *missing, const struct bs_record *record)
{
    int64_t objective_ns = bs_record_number(record, "rpo_ns");
    struct bs_store_row row = {
        .id = bs_record_text(record, "store"),
        .kind = bs_record_text(record, "kind"),
        .writers = bs_record_text(record, "writers"),
        .objective = objective_ns == BS_DURATION_UNKNOWN.ns
                         ? bs_unknown("no objective was set for this store")
                         : bs_known(objective_ns),
    };

    row.acknowledged = store_acknowledged(evidence, row.id);
    row.rpo = store_rpo(evidence, missing, &row);
    row.resolution = store_resolution(evidence, row.id);
    count_missing(evidence, missing, &row);
    return row;
}

size_t bs_rpo_place(const struct bs_rpo *rpo, const char *store)
{
    size_t i = 0;

    while (i < rpo->count && !bs_text_is(rpo->stores[i].id, store)) {
        i++;
    }
    return i;
}

bool bs_store_misses(const struct bs_store_row *store)
{
    return bs_is_known(store->objective) && bs_is_known(store->rpo) &&
           store->rpo.value > store->objective.value;
}

/** Missed objectives before unknown before met ones; within each the larger RPO. */
static bool decides_over(const struct bs_store_row *a, const struct bs_store_row *b)
{
    bool a_known = bs_is_known(a->rpo);
    bool b_known = bs_is_known(b->rpo);

    if (bs_is_known(a->objective) != bs_is_known(b->objective)) {
        return bs_is_known(a->objective);
    }
    if (bs_store_misses(a) != bs_store_misses(b)) {
        return bs_store_misses(a);
    }
    if (a_known != b_known) {
        return !a_known;
    }
    return a_known && a->rpo.value > b->rpo.value;
}

void bs_rpo_find(struct bs_evidence *evidence, struct bs_rpo *rpo)
{
    size_t count = bs_evidence_count(evidence, BS_RECORD_STORE);
    const char *none = "the history declares no data store";
    const struct blocks missing = read_missing(evidence);

    *rpo = (struct bs_rpo){
        .stores = bs_evidence_array(evidence, count, sizeof(*rpo->stores)),
        .deciding = -1,
        .rpo = bs_unknown(none),
        .objective = bs_unknown(none),
        .lost_writes = bs_known(0),
    };
    if (rpo->stores == NULL || missing.items == NULL) {
        return;
    }
    for (size_t k = 0; k < count; k++) {
        struct bs_store_row *row = &rpo->stores[rpo->count++];

        *row = store_row(evidence, &missing, bs_evidence_get(evidence, BS_RECORD_STORE, k));
        if (rpo->deciding < 0 || decides_over(row, &rpo->stores[rpo->deciding])) {
            rpo->deciding = (int64_t)k;
            rpo->rpo = row->rpo;
            rpo->objective = row->objective;
        }
        if (!bs_is_known(row->acknowledged)) {
            rpo->lost_writes = row->acknowledged;
        } else if (bs_is_known(rpo->lost_writes)) {
            rpo->lost_writes.value += row->lost_writes;
        }
    }
}
