/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/crew.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

enum { LINE_MAX_BYTES = 256, PATH_MAX_BYTES = 4096, WORD_MAX = BS_CALL_CODE_MAX };

struct question {
    int64_t number;
    char role[WORD_MAX];
    struct bs_duration expected_loss;
    enum bs_resource_state state;
};

struct bs_crew {
    struct bs_crew_settings settings;
    struct question questions[BS_CREW_QUESTIONS_MAX];
    size_t question_count;
    char orders[BS_CREW_ORDERS_MAX]
               [WORD_MAX]; /* Typed, in order; the first is told until it is heard. */
    size_t order_count;
    int64_t told; /* The number under which the first was told; 0: not yet. */
    char line[LINE_MAX_BYTES];
    size_t line_length;
};

static const struct {
    const char *word;
    enum bs_resource_state state;
} decisions[] = {
    {"approve", BS_STATE_APPROVED}, {"approved", BS_STATE_APPROVED}, {"yes", BS_STATE_APPROVED},
    {"decline", BS_STATE_DECLINED}, {"declined", BS_STATE_DECLINED}, {"no", BS_STATE_DECLINED},
    {"retry", BS_STATE_RETRY},      {"skip", BS_STATE_SKIP},         {"cancel", BS_STATE_CANCEL},
};

static enum bs_resource_state decision_of(const char *word)
{
    for (size_t i = 0; i < sizeof(decisions) / sizeof(decisions[0]); i++) {
        if (strcmp(decisions[i].word, word) == 0) {
            return decisions[i].state;
        }
    }
    return BS_STATE_UNKNOWN;
}

static void record(const struct bs_crew *people, const struct question *question, const char *state)
{
    BS_APPEND(people->settings.history, bs_loop_now(people->settings.loop), BS_RECORD_PERSON,
              bs_text(question->role), bs_text(state), bs_count(question->number),
              bs_span(question->expected_loss));
}

/* ---- Files ---- */

static bool name_file(const struct bs_crew *people, const char *what, int64_t number, char *path)
{
    return people->settings.folder != NULL &&
           snprintf(path, PATH_MAX_BYTES, "%s/%s-%lld", people->settings.folder, what,
                    (long long)number) < PATH_MAX_BYTES;
}

/* The first word of a file; false if there is none. */
static bool read_word(const struct bs_crew *people, const char *what, int64_t number,
                      char word[WORD_MAX])
{
    char path[PATH_MAX_BYTES];
    struct bs_buffer buffer;
    size_t length = 0;

    bs_buffer_init(&buffer, LINE_MAX_BYTES);
    if (name_file(people, what, number, path) &&
        bs_buffer_read_file(&buffer, path, NULL) == BS_OK && buffer.length > 0) {
        length = strcspn(buffer.bytes, " \t\r\n");
        length = length < WORD_MAX ? length : 0;
        memcpy(word, buffer.bytes, length);
        word[length] = '\0';
    }
    bs_buffer_clean_up(&buffer);
    return length > 0;
}

static void write_question(const struct bs_crew *people, const struct question *question,
                           const struct bs_call_request *request)
{
    char path[PATH_MAX_BYTES];
    char loss[BS_TIME_TEXT_MAX];
    struct bs_buffer buffer;

    if (!name_file(people, "question", question->number, path)) {
        return;
    }
    bs_duration_format(question->expected_loss, loss);
    bs_buffer_init(&buffer, PATH_MAX_BYTES);
    bs_buffer_format(&buffer, "%s (%s): %s\nexpected loss: %s\n", question->role,
                     request->key != NULL ? request->key : "approve",
                     request->target != NULL ? request->target : "", loss);
    (void)bs_buffer_write_file(&buffer, path, NULL);
    bs_buffer_clean_up(&buffer);
}

/* ---- The terminal ---- */

static void print_question(const struct question *question, const struct bs_call_request *request)
{
    char loss[BS_TIME_TEXT_MAX];

    bs_duration_format(question->expected_loss, loss);
    (void)fprintf(stderr, "\n  question %lld to %s: %s\n", (long long)question->number,
                  question->role, request->target != NULL ? request->target : "");
    if (question->expected_loss.ns != BS_DURATION_UNKNOWN.ns) {
        (void)fprintf(stderr, "  expected loss: %s\n", loss);
    }
    (void)fprintf(stderr, "  answer: %s\n",
                  request->key != NULL && strcmp(request->key, "failed_step") == 0
                      ? "retry, skip or cancel"
                      : "approve or decline");
}

static void decide(struct bs_crew *people, struct question *question, enum bs_resource_state state)
{
    question->state = state;
    record(people, question, bs_resource_state_name(state));
}

/* The one with this number; with number 0 the newest that is open. */
static struct question *find_open(struct bs_crew *people, int64_t number)
{
    for (size_t i = people->question_count; i > 0; i--) {
        struct question *question = &people->questions[i - 1];

        if (question->state == BS_STATE_ASKED && (number == 0 || question->number == number)) {
            return question;
        }
    }
    return NULL;
}

static void obey_line(struct bs_crew *people, char *line)
{
    const size_t length = strcspn(line, " \t");
    char *rest = line + length + strspn(line + length, " \t");
    struct question *question;

    line[length] = '\0';
    if (length == 0) {
        return;
    }
    if (strcmp(line, "order") == 0) {
        if (*rest == '\0' || !bs_crew_order(people, rest)) {
            (void)fprintf(stderr, "  no order: 'order WORD', one after the other\n");
        }
        return;
    }
    question = find_open(people, strtoll(rest, NULL, 10));
    if (decision_of(line) == BS_STATE_UNKNOWN || question == NULL) {
        (void)fprintf(stderr, "  not understood: %s\n",
                      question == NULL ? "no such question is open" : line);
        return;
    }
    decide(people, question, decision_of(line));
}

static void terminal_ready(void *self)
{
    struct bs_crew *people = self;
    char *end;
    const ssize_t got = read(people->settings.input, people->line + people->line_length,
                             sizeof(people->line) - 1 - people->line_length);

    if (got <= 0) {
        bs_loop_unwatch(people->settings.loop, people->settings.input);
        return;
    }
    people->line_length += (size_t)got;
    people->line[people->line_length] = '\0';
    while ((end = strchr(people->line, '\n')) != NULL) {
        *end = '\0';
        obey_line(people, people->line);
        people->line_length -= (size_t)(end + 1 - people->line);
        memmove(people->line, end + 1, people->line_length + 1);
    }
    if (people->line_length == sizeof(people->line) - 1) {
        people->line_length = 0; /* No word is so long. */
    }
}

struct bs_crew *bs_crew_new(const struct bs_crew_settings *settings)
{
    struct bs_crew *people = calloc(1, sizeof(*people));

    if (people == NULL) {
        return NULL;
    }
    people->settings = *settings;
    if (settings->input >= 0) {
        bs_loop_watch(settings->loop, settings->input, terminal_ready, people);
    }
    return people;
}

void bs_crew_destroy(struct bs_crew *people)
{
    if (people != NULL && people->settings.input >= 0) {
        bs_loop_unwatch(people->settings.loop, people->settings.input);
    }
    free(people);
}

/* ---- Calls ---- */

static struct question *find(struct bs_crew *people, const struct bs_call_request *request)
{
    for (size_t i = 0; i < people->question_count; i++) {
        struct question *question = &people->questions[i];

        if (question->number == request->count && strcmp(question->role, request->resource) == 0) {
            return question;
        }
    }
    return NULL;
}

/* Also one that was asked before a restart, of which only the number is left. */
static struct question *put(struct bs_crew *people, const struct bs_call_request *request)
{
    struct question *question;

    if (people->question_count == BS_CREW_QUESTIONS_MAX) {
        return NULL;
    }
    question = &people->questions[people->question_count++];
    *question = (struct question){
        .number = request->count, .expected_loss = BS_DURATION_UNKNOWN, .state = BS_STATE_ASKED};
    (void)snprintf(question->role, sizeof(question->role), "%s", request->resource);
    return question;
}

static void ask(struct bs_crew *people, const struct bs_call_request *request,
                struct question *question)
{
    question->expected_loss = request->span;
    if (question->state != BS_STATE_ASKED) {
        return;
    }
    record(people, question, "paged");
    write_question(people, question, request);
    print_question(question, request);
}

static void look(struct bs_crew *people, struct question *question)
{
    char word[WORD_MAX];

    if (question->state == BS_STATE_ASKED && read_word(people, "answer", question->number, word) &&
        decision_of(word) != BS_STATE_UNKNOWN) {
        decide(people, question, decision_of(word));
    }
}

static void get_order(struct bs_crew *people, int64_t heard, struct bs_call_answer *answer)
{
    if (people->told > 0 && heard >= people->told) {
        people->order_count--;
        memmove(people->orders[0], people->orders[1], people->order_count * WORD_MAX);
        people->told = 0;
    }
    if (people->order_count > 0) {
        people->told = people->told > 0 ? people->told : heard + 1;
        answer->change = people->told;
        (void)snprintf(answer->order, sizeof(answer->order), "%s", people->orders[0]);
    } else if (read_word(people, "order", heard + 1, answer->order)) {
        answer->change = heard + 1;
    }
}

void bs_crew_call(struct bs_crew *people, const struct bs_call_request *request,
                  struct bs_call_answer *answer)
{
    struct question *question;

    *answer = (struct bs_call_answer){.outcome = BS_OUTCOME_OK};
    if (request->operation == BS_OPERATION_PEOPLE_GET_ORDER) {
        get_order(people, request->count, answer);
        return;
    }
    question = find(people, request);
    question = question != NULL ? question : put(people, request);
    if (question == NULL) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = BS_CALL_ERROR_THROTTLED;
        (void)snprintf(answer->code, sizeof(answer->code), "TooManyQuestions");
        return;
    }
    if (request->operation == BS_OPERATION_PEOPLE_ASK) {
        ask(people, request, question);
        return;
    }
    look(people, question);
    answer->state = question->state;
}

bool bs_crew_order(struct bs_crew *people, const char *word)
{
    if (people->order_count == BS_CREW_ORDERS_MAX || strlen(word) >= WORD_MAX) {
        return false;
    }
    (void)snprintf(people->orders[people->order_count++], WORD_MAX, "%s", word);
    return true;
}
