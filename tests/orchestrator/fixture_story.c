/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_story.h"

#include <string.h>

#include "base/assert.h"
#include "tests/orchestrator/fixture_bindings.h"

enum { HISTORY_BYTES_MAX = 16 * 1024 * 1024 };

void fixture_survivors_init(struct fixture_survivors *survivors, const struct fixture_rule *rules,
                            uint32_t rule_count)
{
    memset(survivors, 0, sizeof(*survivors));
    survivors->outside[0].world = fixture_world(rules, rule_count);
    survivors->outside[0].world.lost_at = BS_AT_SECONDS(60);
}

const struct fixture_outside *fixture_outside(const struct fixture_survivors *survivors)
{
    return &survivors->outside[atomic_load(&survivors->current)];
}

static struct bs_instant now_of(const struct fixture_story *story)
{
    return (struct bs_instant){atomic_load(&story->survivors->now)};
}

static enum bs_status append(void *self, const void *bytes, size_t length)
{
    struct fixture_story *story = self;
    enum bs_status status;

    if (story->append_count == story->append_max && story->spoil != NULL) {
        story->spoil(story);
    }
    status = story->journal.append(story->journal.self, bytes, length);
    if (status == BS_OK) {
        story->append_count++;
        atomic_fetch_add(&story->survivors->appends, 1);
    }
    return status;
}

static enum bs_status read_entry(void *self, size_t *offset, const unsigned char **bytes,
                                 size_t *length, struct bs_error *error)
{
    struct fixture_story *story = self;

    return story->journal.read(story->journal.self, offset, bytes, length, error);
}

static void send(void *self, uint64_t call, const struct bs_call_request *request,
                 struct bs_instant deadline)
{
    struct fixture_story *story = self;
    struct fixture_survivors *survivors = story->survivors;
    struct fixture_coming *coming = &story->coming[story->coming_count];
    const unsigned current = atomic_load(&survivors->current);
    struct fixture_outside *next = &survivors->outside[1 - current];

    BS_ASSERT(story->coming_count < FIXTURE_COMING_MAX && deadline.ns > now_of(story).ns);
    *next = survivors->outside[current];
    next->has_repeated = next->has_repeated || call <= next->last_call;
    next->last_call = call;
    next->sends++;
    if (fixture_world_answer(&next->world, now_of(story), request, &coming->answer, &coming->at)) {
        coming->call = call;
        story->coming_count++;
    }
    atomic_store(&survivors->current, 1 - current);
}

static void set_timer(void *self, struct bs_instant at)
{
    struct fixture_story *story = self;

    story->timer = at;
}

void fixture_story_open(struct fixture_story *story, struct fixture_survivors *survivors,
                        const struct bs_journal_port *journal)
{
    struct bs_error error = {0};
    enum bs_status status;

    *story = (struct fixture_story){.survivors = survivors, .append_max = UINT32_MAX};
    status = bs_plan_load(BS_SOURCE_DIR "/tests/orchestrator/plans/story.yaml", fixture_bindings(),
                          &story->loaded, &error);
    BS_ASSERT(status == BS_OK);
    story->history = bs_history_new(HISTORY_BYTES_MAX);
    BS_ASSERT(story->history != NULL);
    story->journal = *journal;
    story->timer = BS_INSTANT_NEVER;
    story->options = (struct bs_runner_options){
        .plan = bs_loaded_plan_get(story->loaded),
        .history = story->history,
        .records = &story->records,
        .identity = "story",
        .orchestrator = 1,
        .seed_high = 3,
        .seed_low = 4,
        .journal = {.self = story, .append = append, .read = read_entry},
        .calls = {story, send},
        .timer = {story, set_timer},
    };
    story->runner = bs_runner_new(&story->options);
    BS_ASSERT(story->runner != NULL);
}

void fixture_story_close(struct fixture_story *story)
{
    bs_runner_destroy(story->runner);
    bs_history_destroy(story->history);
    bs_loaded_plan_destroy(story->loaded);
}

void fixture_story_start(struct fixture_story *story)
{
    bs_runner_start(story->runner, now_of(story));
}

enum bs_status fixture_story_resume(struct fixture_story *story, struct bs_duration downtime,
                                    struct bs_error *error)
{
    atomic_fetch_add(&story->survivors->now, downtime.ns);
    return bs_runner_resume(story->runner, now_of(story), error);
}

/* The next thing that reaches the runner; false if that is after `until`. */
static bool happen(struct fixture_story *story, struct bs_instant until)
{
    uint32_t next = story->coming_count;
    struct bs_instant at = story->timer;

    for (uint32_t i = 0; i < story->coming_count; i++) {
        if (story->coming[i].at.ns < at.ns) {
            at = story->coming[i].at;
            next = i;
        }
    }
    if (at.ns > until.ns) {
        return false;
    }
    atomic_store(&story->survivors->now, at.ns);
    if (next < story->coming_count) {
        const struct fixture_coming coming = story->coming[next];

        story->coming[next] = story->coming[--story->coming_count];
        bs_runner_answer(story->runner, at, coming.call, &coming.answer);
    } else {
        story->timer = BS_INSTANT_NEVER;
        bs_runner_timer(story->runner, at);
    }
    return true;
}

void fixture_story_run(struct fixture_story *story, int64_t until_s)
{
    while (happen(story, BS_AT_SECONDS(until_s))) {
    }
}
