/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/world/people.h"

#include <stdio.h>
#include <string.h>

#include "sim/world/api.h"
#include "sim/world/world_state.h"

enum { ENTITY_MAX = 128 };

/* What the numbers of a person's questions are drawn under; a resource may have the same id. */
static const char *entity_of(const struct bs_person *person, char text[ENTITY_MAX])
{
    const int length = snprintf(text, ENTITY_MAX, "people/%s", person->role);

    BS_ASSERT(length > 0 && length < ENTITY_MAX);
    return text;
}

static uint64_t draw(const struct bs_question *question, const char *purpose, uint64_t page)
{
    char entity[ENTITY_MAX];
    struct bs_stream stream =
        bs_stream_open_member(question->world->options.root, entity_of(question->person, entity),
                              purpose, (uint64_t)question->number);

    return bs_stream_at(&stream, page);
}

static void record(const struct bs_question *question, const char *state)
{
    struct bs_world *world = question->world;

    BS_APPEND(world->history, bs_world_now(world), BS_RECORD_PERSON,
              bs_text(question->person->role), bs_text(state), bs_count(question->number),
              bs_span(question->expected_loss));
}

enum bs_status bs_people_new(struct bs_world *world)
{
    world->people.questions =
        bs_world_allocate(world, world->scenario->person_count, sizeof(struct bs_question *));
    world->people.orders =
        bs_world_allocate(world, world->scenario->order_count, sizeof(struct bs_given_order));
    return world->status;
}

/* ---- A question's way ---- */

/* Two events for each page: it is acknowledged, and then the question is decided. */
static void schedule(struct bs_question *question, uint64_t k, struct bs_duration delay,
                     bs_event_fn *action, uint64_t page)
{
    const struct bs_event_key key = {bs_instant_add(bs_world_now(question->world), delay),
                                     BS_PHASE_WORLD, question->event_hash, k};

    bs_world_schedule_at(question->world, &key, action, question, page, NULL);
}

static enum bs_resource_state decision_on(const struct bs_question *question)
{
    static const enum bs_resource_state wishes[] = {
        [BS_PERSON_RETRIES] = BS_STATE_RETRY,
        [BS_PERSON_SKIPS] = BS_STATE_SKIP,
        [BS_PERSON_CANCELS] = BS_STATE_CANCEL,
    };
    const struct bs_person *person = question->person;

    if (question->kind == BS_QUESTION_FAILED_STEP) {
        return wishes[person->on_failure];
    }
    /* What is unknown declines nothing, and no expected loss exceeds "any". */
    if (question->kind == BS_QUESTION_APPROVE && person->accepts.ns != BS_DURATION_UNKNOWN.ns &&
        question->expected_loss.ns > person->accepts.ns) {
        return BS_STATE_DECLINED;
    }
    return BS_STATE_APPROVED;
}

static void decide(void *subject, uint64_t page)
{
    struct bs_question *question = subject;

    (void)page;
    question->state = decision_on(question);
    record(question, bs_resource_state_name(question->state));
}

static void acknowledge(void *subject, uint64_t page)
{
    struct bs_question *question = subject;

    if (question->is_acknowledged) {
        return; /* An earlier page, or a later one that was seen sooner. */
    }
    question->is_acknowledged = true;
    record(question, "acknowledged");
    schedule(question, 2 * page + 1,
             bs_distribution_sample(&question->person->decides, draw(question, "decides", page)),
             decide, page);
}

static bool falls_in(uint64_t bits, int64_t share_ppb)
{
    return bs_bits_below(bits, (uint64_t)BS_PPB_ONE) < (uint64_t)share_ppb;
}

static void send_page(struct bs_question *question)
{
    const uint64_t page = question->pages++;

    record(question, "paged");
    if (falls_in(draw(question, "absent", page), question->person->absent_ppb) ||
        falls_in(draw(question, "lost", page),
                 bs_lost_pages_ppb(question->world, question->person->role))) {
        return;
    }
    schedule(question, 2 * page,
             bs_distribution_sample(&question->person->page, draw(question, "page", page)),
             acknowledge, page);
}

/* ---- The API ---- */

static const struct bs_person *person_asked(const struct bs_world *world,
                                            const struct bs_call_request *request,
                                            struct bs_call_answer *answer)
{
    const int32_t index = bs_scenario_person(world->scenario, request->resource);

    if (index == BS_NONE) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchPerson");
        return NULL;
    }
    return &world->scenario->people[index];
}

static struct bs_question **questions_to(struct bs_world *world, const struct bs_person *person)
{
    return &world->people.questions[person - world->scenario->people];
}

static struct bs_question *find_question(struct bs_world *world, const struct bs_person *person,
                                         int64_t number)
{
    struct bs_question *question = *questions_to(world, person);

    while (question != NULL && question->number != number) {
        question = question->next;
    }
    return question;
}

static bool kind_of(const char *word, enum bs_question_kind *kind)
{
    static const char *const words[] = {"approve", "checklist", "failed_step"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (word == NULL || strcmp(word, words[i]) == 0) {
            *kind = (enum bs_question_kind)i;
            return true;
        }
    }
    return false;
}

static struct bs_question *put_question(struct bs_world *world, const struct bs_person *person,
                                        const struct bs_call_request *request,
                                        enum bs_question_kind kind)
{
    struct bs_question **list = questions_to(world, person);
    struct bs_question *question = bs_world_allocate(world, 1, sizeof(*question));

    if (question == NULL) {
        return NULL;
    }
    *question = (struct bs_question){
        .next = *list,
        .world = world,
        .person = person,
        .number = request->count,
        .kind = kind,
        .expected_loss = request->span,
        .event_hash = bs_world_entity("question", person->role).hash + (uint64_t)request->count,
        .state = BS_STATE_ASKED,
    };
    *list = question;
    return question;
}

void bs_people_ask(struct bs_world *world, const struct bs_call_request *request,
                   struct bs_call_answer *answer)
{
    const struct bs_person *person = person_asked(world, request, answer);
    struct bs_question *question;
    enum bs_question_kind kind;

    if (person == NULL) {
        return;
    }
    if (!kind_of(request->key, &kind)) {
        bs_api_fail(answer, BS_CALL_ERROR_OTHER, "InvalidQuestion");
        return;
    }
    question = find_question(world, person, request->count);
    if (question == NULL) {
        question = put_question(world, person, request, kind);
    }
    if (question != NULL && !question->is_acknowledged) {
        send_page(question);
    }
}

void bs_people_get_answer(struct bs_world *world, const struct bs_call_request *request,
                          struct bs_call_answer *answer)
{
    const struct bs_person *person = person_asked(world, request, answer);
    const struct bs_question *question;

    if (person == NULL) {
        return;
    }
    question = find_question(world, person, request->count);
    if (question == NULL) {
        bs_api_fail(answer, BS_CALL_ERROR_NOT_FOUND, "NoSuchQuestion");
        return;
    }
    answer->state = question->state;
}

/* ---- Orders ---- */

/* The k-th of the orders with the same word draws by that, so that others do not shift it. */
static struct bs_instant draw_order(const struct bs_world *world, size_t index)
{
    const struct bs_order *order = &world->scenario->orders[index];
    struct bs_instant from = {0};
    char entity[ENTITY_MAX];
    struct bs_stream stream;
    uint64_t k = 0;

    for (size_t i = 0; i < index; i++) {
        k += strcmp(world->scenario->orders[i].wish, order->wish) == 0 ? 1 : 0;
    }
    (void)snprintf(entity, sizeof(entity), "order/%s", order->wish);
    stream = bs_world_stream(world, entity, "when");
    if (order->after != BS_NONE) {
        from = world->availability.faults[order->after].onset;
    }
    return bs_instant_add(from, bs_distribution_sample(&order->when, bs_stream_at(&stream, k)));
}

void bs_people_start(struct bs_world *world)
{
    struct bs_given_order *orders = world->people.orders;

    for (size_t i = 0; i < world->scenario->order_count; i++) {
        const struct bs_given_order given = {draw_order(world, i), world->scenario->orders[i].wish};
        size_t place = i;

        while (place > 0 && bs_instant_before(given.at, orders[place - 1].at)) {
            orders[place] = orders[place - 1];
            place--;
        }
        orders[place] = given;
    }
}

void bs_people_get_order(struct bs_world *world, const struct bs_call_request *request,
                         struct bs_call_answer *answer)
{
    const size_t heard = request->count > 0 ? (size_t)request->count : 0;
    const struct bs_given_order *next;

    if (heard >= world->scenario->order_count) {
        return;
    }
    next = &world->people.orders[heard];
    if (next->at.ns <= bs_world_now(world).ns) {
        answer->change = (int64_t)heard + 1;
        (void)snprintf(answer->order, sizeof(answer->order), "%s", next->wish);
    }
}
