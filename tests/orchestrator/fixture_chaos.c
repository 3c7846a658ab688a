/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/orchestrator/fixture_chaos.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orchestrator/core/core_state.h"
#include "orchestrator/core/lease.h"

enum { HORIZON_S = 3600, STEPS_MAX = 400000, CANARY_BYTES = 64, CANARY = 0xC3, INSTANCES = 4 };

const char *const chaos_order_names[CHAOS_ORDERS] = {"pause", "resume", "cancel",
                                                     "retry", "skip",   "run"};

/* A call that the core believes to be open. */
struct open_call {
    uint64_t number;
    struct bs_call_request request;
    struct bs_instant sent_at;
    struct bs_instant deadline;
    struct bs_instant answer_at; /* NEVER: no answer comes. */
    bool is_step;
};

/* What has been proven about an instance that something was done to that must not be done twice. */
struct instance {
    const char *id;
    bool is_looked_at;             /* The last look counts, .. */
    struct bs_call_answer look;    /* .. and said this. */
    struct bs_instant doubt_until; /* A look sent earlier proves nothing. */
};

/* What the tester knows by watching effects and giving answers. */
struct witness {
    const struct bs_plan *plan;
    uint64_t seed;
    struct bs_pcg pcg;
    uint32_t trouble_percent;
    struct open_call open[CHAOS_OPEN_MAX];
    uint32_t open_count;
    struct instance instances[INSTANCES];
    struct bs_instant now;
    struct bs_instant wake_at;
    bool is_source_down[BS_PLAN_SOURCES_MAX];
    int64_t orders;
    uint64_t token;
    struct bs_instant leased_until;
    int64_t unleased_question; /* Of the last page that asked to go on without; 0: none. */
    bool is_unleased;
    uint64_t executions;
    enum bs_execution_state execution;
    struct bs_instant execution_at; /* Since when it is in that state. */
    bool has_reason;
    enum bs_step_state steps[BS_PLAN_STEPS_MAX];
    struct chaos_coverage *coverage;
};

static uint64_t draw(struct witness *witness, uint64_t bound)
{
    return bs_pcg_below(&witness->pcg, bound);
}

static bool chance(struct witness *witness, uint64_t percent)
{
    return draw(witness, 100) < percent;
}

/* ---- Answers ---- */

static bool is_trouble(struct witness *witness, struct bs_call_answer *answer)
{
    if (!chance(witness, witness->trouble_percent)) {
        return false;
    }
    answer->outcome = BS_OUTCOME_ERROR;
    answer->error = (enum bs_call_error)(1 + draw(witness, BS_CALL_ERROR_COUNT - 1));
    answer->retry_after = BS_MILLIS(draw(witness, 4000));
    memcpy(answer->code, "Trouble", sizeof("Trouble"));
    return true;
}

static void answer_source(struct witness *witness, const struct open_call *call,
                          struct bs_call_answer *answer)
{
    for (uint32_t i = 0; i < witness->plan->source_count; i++) {
        if (strcmp(witness->plan->sources[i].resource, call->request.resource) == 0) {
            witness->is_source_down[i] =
                witness->is_source_down[i] ? !chance(witness, 10) : chance(witness, 4);
            answer->http_status = witness->is_source_down[i] ? 503 : 200;
            answer->state = witness->is_source_down[i] ? BS_STATE_UNHEALTHY : BS_STATE_HEALTHY;
        }
    }
}

static void answer_person(struct witness *witness, struct bs_call_answer *answer)
{
    static const enum bs_resource_state decisions[] = {BS_STATE_APPROVED, BS_STATE_APPROVED,
                                                       BS_STATE_DECLINED, BS_STATE_RETRY,
                                                       BS_STATE_SKIP,     BS_STATE_CANCEL};

    answer->state = BS_STATE_ASKED;
    if (chance(witness, 25)) {
        answer->state = decisions[draw(witness, sizeof(decisions) / sizeof(decisions[0]))];
    }
}

static void give_order(struct witness *witness, const struct open_call *call,
                       struct bs_call_answer *answer)
{
    const struct bs_plan *plan = witness->plan;
    const char *order = chaos_order_names[draw(witness, CHAOS_ORDERS)];

    answer->change = call->request.count;
    if (!chance(witness, 20)) {
        return;
    }
    if (strcmp(order, "run") == 0) {
        order = plan->workflows[draw(witness, plan->workflow_count)].name;
    }
    answer->change++;
    memcpy(answer->order, order, strlen(order) + 1);
}

static void answer_lease(struct witness *witness, struct bs_call_answer *answer)
{
    if (chance(witness, witness->trouble_percent / 4)) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = BS_CALL_ERROR_CONDITION;
        return;
    }
    if (witness->token == 0 || chance(witness, witness->trouble_percent / 6)) {
        witness->token++;
        answer->memo = chance(witness, 60) ? BS_LEASE_MEMO_WRITTEN : 0;
        answer->memo |= chance(witness, 30) ? BS_LEASE_MEMO_MOVED : 0;
        answer->memo |= draw(witness, 4);
    }
    answer->change = (int64_t)witness->token;
}

static void answer_describe(struct witness *witness, struct bs_call_answer *answer)
{
    if (chance(witness, 15)) {
        answer->outcome = BS_OUTCOME_ERROR;
        answer->error = BS_CALL_ERROR_NOT_FOUND;
        return;
    }
    answer->state = chance(witness, 70) ? BS_STATE_AVAILABLE
                                        : (enum bs_resource_state)draw(witness, BS_STATE_COUNT);
    answer->is_replica = chance(witness, 50);
    memcpy(answer->source, "orders-dr", sizeof("orders-dr"));
}

static void answer_other(struct witness *witness, struct bs_call_answer *answer)
{
    answer->state = chance(witness, 40) ? BS_STATE_INSYNC : BS_STATE_PENDING;
    answer->has_metric = chance(witness, 80);
    answer->metric = BS_MILLIS(draw(witness, 8000));
    answer->metric_at = witness->now;
    answer->running = chance(witness, 30) ? 0 : (int64_t)draw(witness, 12);
    answer->total = 12;
    answer->change = 1;
    answer->http_status = chance(witness, 70) ? 200 : 503;
}

static void make_answer(struct witness *witness, const struct open_call *call,
                        struct bs_call_answer *answer)
{
    memset(answer, 0, sizeof(*answer));
    if (call->request.operation == BS_OPERATION_DYNAMODB_TAKE_LEASE) {
        answer_lease(witness, answer);
    } else if (is_trouble(witness, answer)) {
        return;
    } else if (call->request.operation == BS_OPERATION_PEOPLE_GET_ORDER) {
        give_order(witness, call, answer);
    } else if (call->request.operation == BS_OPERATION_PEOPLE_GET_ANSWER) {
        answer_person(witness, answer);
    } else if (call->request.operation == BS_OPERATION_RDS_DESCRIBE_INSTANCE) {
        answer_describe(witness, answer);
    } else {
        answer_other(witness, answer);
        if (!call->is_step) {
            answer_source(witness, call, answer);
        }
    }
}

/* ---- What must hold when calls are made ---- */

static struct instance *find_instance(struct witness *witness, const char *id)
{
    for (uint32_t i = 0; i < INSTANCES; i++) {
        struct instance *instance = &witness->instances[i];

        if (instance->id == NULL) {
            instance->id = id;
        }
        if (strcmp(instance->id, id) == 0) {
            return instance;
        }
    }
    fail_msg("more instances than expected");
    return NULL;
}

/* Nothing is done twice that must not be: the truth was read, and nothing could overtake what was read. */
static void check_once(struct witness *witness, const struct bs_send *send)
{
    struct instance *instance = find_instance(witness, send->request.resource);
    const struct bs_call_answer *look = &instance->look;

    if (!instance->is_looked_at) {
        fail_msg("seed %" PRIu64 ": %s at %" PRId64 " ns without a conclusive look", witness->seed,
                 bs_operation_info(send->request.operation)->name, witness->now.ns);
    }
    switch (send->request.operation) {
    case BS_OPERATION_RDS_PROMOTE_READ_REPLICA:
        assert_true(look->is_replica && look->state == BS_STATE_AVAILABLE);
        break;
    case BS_OPERATION_RDS_CREATE_READ_REPLICA:
        assert_int_equal(look->error, BS_CALL_ERROR_NOT_FOUND);
        break;
    default:
        assert_int_equal(look->outcome, BS_OUTCOME_OK);
        assert_int_not_equal(look->state, BS_STATE_DELETING);
        break;
    }
    instance->is_looked_at = false;
    /* Until an answer says otherwise the call may be under way long after its deadline. */
    instance->doubt_until = bs_instant_add(send->deadline, BS_IN_FLIGHT_MAX);
}

static void check_lease(const struct witness *witness, const struct bs_send *send)
{
    const struct bs_lease *lease = witness->plan->lease;

    if (lease != NULL && !witness->is_unleased &&
        send->deadline.ns + lease->skew.ns > witness->leased_until.ns) {
        fail_msg("seed %" PRIu64 ": %s at %" PRId64 " ns without the lease", witness->seed,
                 bs_operation_info(send->request.operation)->name, witness->now.ns);
    }
}

static bool has_bulkhead(const char *service)
{
    return strcmp(service, "http") != 0 && strcmp(service, "people") != 0;
}

static void check_bulkhead(const struct witness *witness, const struct bs_send *send)
{
    const char *service = bs_operation_info(send->request.operation)->service;
    int64_t open = 0;

    for (uint32_t i = 0; i < witness->open_count; i++) {
        const struct open_call *call = &witness->open[i];

        open += call->is_step &&
                strcmp(bs_operation_info(call->request.operation)->service, service) == 0;
    }
    assert_true(!has_bulkhead(service) || open < witness->plan->calls.max_connections);
}

static void note_question(struct witness *witness, const struct bs_call_request *request)
{
    if (request->operation == BS_OPERATION_PEOPLE_ASK &&
        strcmp(request->target, "The lease cannot be renewed. Go on without it?") == 0) {
        witness->unleased_question = request->count;
    }
}

static void on_send(struct witness *witness, const struct bs_send *send)
{
    const enum bs_operation_effect effect = bs_operation_info(send->request.operation)->effect;
    struct open_call *call = &witness->open[witness->open_count];

    assert_true(witness->open_count < CHAOS_OPEN_MAX);
    assert_true(send->deadline.ns > witness->now.ns);
    assert_true(send->deadline.ns - witness->now.ns <= BS_CALL_DEADLINE.ns);
    assert_non_null(send->request.region);
    if (send->step != BS_STEP_NONE) {
        check_lease(witness, send); /* The core asks no step's question without it, either. */
        check_bulkhead(witness, send);
    }
    if (effect == BS_EFFECT_MUTATES_ONCE) {
        check_once(witness, send);
    } else if (send->request.operation == BS_OPERATION_RDS_DESCRIBE_INSTANCE) {
        (void)find_instance(witness, send->request.resource);
    }
    note_question(witness, &send->request);
    *call = (struct open_call){.number = send->call,
                               .request = send->request,
                               .sent_at = witness->now,
                               .deadline = send->deadline,
                               .answer_at = BS_INSTANT_NEVER,
                               .is_step = send->step != BS_STEP_NONE};
    witness->open_count++;
    if (!chance(witness, witness->trouble_percent / 2)) {
        call->answer_at = bs_instant_add(
            witness->now, BS_MILLIS(1 + draw(witness, chance(witness, 90) ? 900 : 9000)));
    }
}

/* ---- What must hold of states ---- */

static void on_execution(struct witness *witness, const struct bs_note *note)
{
    if (note->execution != witness->executions) {
        assert_int_equal(note->execution, witness->executions + 1);
        assert_true(bs_execution_state_is_final(witness->execution));
        witness->executions++;
        memset(witness->steps, 0, sizeof(witness->steps));
    }
    assert_true(bs_execution_may_become(witness->execution, note->state.execution));
    witness->coverage->executions[witness->execution][note->state.execution] = true;
    witness->execution = note->state.execution;
    witness->execution_at = witness->now;
    witness->has_reason = note->reason.text[0] != '\0';
}

static void on_step(struct witness *witness, const struct bs_note *note)
{
    enum bs_step_state *state = &witness->steps[note->index];
    const bool begins =
        note->state.step == BS_STEP_IN_PROGRESS || note->state.step == BS_STEP_SKIPPED;

    assert_int_equal(note->execution, witness->executions);
    if (begins && (*state == BS_STEP_FAILED || *state == BS_STEP_TIMED_OUT)) {
        *state = BS_STEP_PENDING; /* Tried again; nothing is said of that. */
    }
    assert_true(bs_step_may_become(*state, note->state.step));
    assert_true((note->state.step != BS_STEP_FAILED && note->state.step != BS_STEP_TIMED_OUT &&
                 note->state.step != BS_STEP_CANCELED) ||
                note->reason.text[0] != '\0');
    witness->coverage->steps[*state][note->state.step] = true;
    *state = note->state.step;
}

static void on_answer_note(struct witness *witness, const struct bs_note *note)
{
    for (uint32_t i = 0; i < witness->open_count; i++) {
        if (witness->open[i].number == note->call) {
            assert_true(witness->now.ns <= witness->open[i].deadline.ns);
            witness->open[i] = witness->open[--witness->open_count];
            return;
        }
    }
    fail_msg("seed %" PRIu64 ": an answer to a call that is not open", witness->seed);
}

static void on_note(struct witness *witness, const struct bs_note *note)
{
    if (note->kind == BS_NOTE_EXECUTION) {
        on_execution(witness, note);
    } else if (note->kind == BS_NOTE_STEP) {
        on_step(witness, note);
    } else if (note->kind == BS_NOTE_ANSWER) {
        on_answer_note(witness, note);
    }
}

static bool is_step_running(enum bs_step_state state)
{
    return state == BS_STEP_IN_PROGRESS || state == BS_STEP_PENDING_APPROVAL ||
           state == BS_STEP_ROLLING_BACK;
}

/* The longest that an execution can be on its way without a word: every step and its undoing in turn. */
static struct bs_duration patience(const struct bs_plan *plan)
{
    struct bs_duration sum = BS_SECONDS(0);

    for (uint32_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].timeout.ns != BS_DURATION_UNKNOWN.ns) {
            sum = bs_duration_add(sum, (struct bs_duration){2 * plan->steps[i].timeout.ns});
        }
    }
    return sum;
}

static void check_execution(const struct witness *witness)
{
    if (witness->execution == BS_EXECUTION_IN_PROGRESS ||
        witness->execution == BS_EXECUTION_PENDING_APPROVAL) {
        assert_true(witness->now.ns - witness->execution_at.ns <= patience(witness->plan).ns);
        return;
    }
    assert_true(witness->has_reason || witness->execution == BS_EXECUTION_COMPLETED ||
                witness->execution == BS_EXECUTION_MONITORING_HEALTH ||
                witness->execution == BS_EXECUTION_PENDING);
    for (uint32_t i = 0; i < witness->plan->step_count; i++) {
        assert_true(!bs_execution_state_is_final(witness->execution) ||
                    !is_step_running(witness->steps[i]));
    }
}

static void on_effects(struct witness *witness, const struct bs_effects *effects)
{
    assert_true(effects->count <= BS_EFFECTS_MAX);
    assert_true(effects->wake_at.ns >= witness->now.ns);
    for (uint32_t i = 0; i < effects->count; i++) {
        if (effects->items[i].kind == BS_EFFECT_SEND) {
            on_send(witness, &effects->items[i].as.send);
        } else {
            on_note(witness, &effects->items[i].as.note);
        }
    }
    witness->wake_at = effects->wake_at;
    if (effects->wake_at.ns > witness->now.ns) {
        check_execution(witness);
    }
}

/* ---- What answers prove ---- */

static void learn_of_lease(struct witness *witness, const struct open_call *call,
                           const struct bs_call_answer *answer)
{
    if (answer->outcome == BS_OUTCOME_OK) {
        witness->leased_until = call->request.lease.until;
        witness->is_unleased = false;
    } else if (answer->error == BS_CALL_ERROR_CONDITION) {
        witness->leased_until = witness->now;
        witness->is_unleased = false;
    }
}

static void learn(struct witness *witness, const struct open_call *call,
                  const struct bs_call_answer *answer)
{
    const struct bs_call_request *request = &call->request;
    struct instance *instance;

    if (witness->now.ns >= call->deadline.ns) {
        return;
    }
    if (request->operation == BS_OPERATION_DYNAMODB_TAKE_LEASE) {
        learn_of_lease(witness, call, answer);
    } else if (request->operation == BS_OPERATION_PEOPLE_GET_ANSWER &&
               request->count == witness->unleased_question && answer->outcome == BS_OUTCOME_OK &&
               answer->state != BS_STATE_ASKED) {
        witness->is_unleased = answer->state != BS_STATE_DECLINED;
        witness->unleased_question = 0;
    } else if (bs_operation_info(request->operation)->effect == BS_EFFECT_MUTATES_ONCE) {
        find_instance(witness, request->resource)->doubt_until = witness->now;
    } else if (request->operation == BS_OPERATION_RDS_DESCRIBE_INSTANCE) {
        instance = find_instance(witness, request->resource);
        instance->is_looked_at = call->sent_at.ns >= instance->doubt_until.ns;
        instance->look = *answer;
    }
}

/* ---- The core and its twin ---- */

/* The twin is given the same inputs and, now and then, replaced by a copy. */
struct pair {
    unsigned char *core;
    unsigned char *twin;
    size_t size;
    struct bs_effects effects;
    struct bs_effects twin_effects;
};

static unsigned char *core_new(const struct pair *pair, const struct bs_plan *plan, uint64_t seed)
{
    unsigned char *memory = malloc(pair->size + CANARY_BYTES);

    assert_non_null(memory);
    memset(memory, CANARY, pair->size + CANARY_BYTES);
    (void)bs_core_init(memory, plan, &(struct bs_core_options){seed, 1, 1});
    return memory;
}

static void check_canary(const struct pair *pair)
{
    for (size_t i = 0; i < CANARY_BYTES; i++) {
        assert_int_equal(pair->core[pair->size + i], CANARY);
    }
}

static void move_twin(struct pair *pair)
{
    unsigned char *moved = malloc(pair->size + CANARY_BYTES);

    assert_non_null(moved);
    memcpy(moved, pair->core, pair->size);
    memset(pair->twin, 0xA5, pair->size);
    free(pair->twin);
    pair->twin = moved;
}

static void note_order(struct witness *witness, struct bs_core *core, const struct bs_input *input)
{
    const struct bs_call_answer *answer = input->answer;
    const char *order = answer != NULL ? answer->order : "";
    uint32_t which = CHAOS_ORDERS - 1;

    if (order[0] == '\0' || !bs_lease_is_held(core)) {
        return;
    }
    for (uint32_t i = 0; i < CHAOS_ORDERS - 1; i++) {
        which = strcmp(order, chaos_order_names[i]) == 0 ? i : which;
    }
    witness->coverage->orders[core->execution.state][which] = true;
}

static void pair_step(struct pair *pair, struct witness *witness, const struct bs_input *input)
{
    struct bs_core *core = (struct bs_core *)(void *)pair->core;

    witness->coverage->inputs[core->execution.state][input->kind] = true;
    note_order(witness, core, input);
    bs_core_step(core, witness->now, input, &pair->effects);
    bs_core_step((struct bs_core *)(void *)pair->twin, witness->now, input, &pair->twin_effects);
    assert_int_equal(pair->effects.count, pair->twin_effects.count);
    assert_int_equal(pair->effects.wake_at.ns, pair->twin_effects.wake_at.ns);
    assert_memory_equal(pair->effects.items, pair->twin_effects.items,
                        pair->effects.count * sizeof(pair->effects.items[0]));
    on_effects(witness, &pair->effects);
    assert_int_equal(core->execution.state, witness->execution);
    if (chance(witness, 2)) {
        move_twin(pair);
    }
}

/* ---- Runs ---- */

/* Inputs that nobody asked for: they must be harmless. */
static void stray_input(struct witness *witness, struct bs_input *input,
                        struct bs_call_answer *answer)
{
    static const enum bs_input_kind kinds[] = {BS_INPUT_START, BS_INPUT_ANSWER, BS_INPUT_RESUME,
                                               BS_INPUT_TIMER};

    memset(answer, 0, sizeof(*answer));
    *input = (struct bs_input){.kind = kinds[draw(witness, 4)]};
    if (input->kind == BS_INPUT_ANSWER) {
        input->call = 1000000 + draw(witness, 10);
        input->answer = answer;
    }
}

/* The next input, by what comes first; false at the horizon. */
static bool next_input(struct witness *witness, struct bs_input *input,
                       struct bs_call_answer *answer)
{
    uint32_t next = witness->open_count;
    struct bs_instant at = witness->wake_at;

    for (uint32_t i = 0; i < witness->open_count; i++) {
        if (witness->open[i].answer_at.ns <= at.ns) {
            at = witness->open[i].answer_at;
            next = i;
        }
    }
    if (at.ns >= HORIZON_S * BS_NS_PER_S) {
        return false;
    }
    assert_true(at.ns >= witness->now.ns);
    witness->now = at;
    *input = (struct bs_input){.kind = BS_INPUT_TIMER};
    if (next < witness->open_count) {
        make_answer(witness, &witness->open[next], answer);
        *input = (struct bs_input){
            .kind = BS_INPUT_ANSWER, .call = witness->open[next].number, .answer = answer};
        learn(witness, &witness->open[next], answer);
        witness->open[next].answer_at = BS_INSTANT_NEVER;
    } else if (chance(witness, 5)) {
        stray_input(witness, input, answer);
    }
    return true;
}

enum bs_execution_state chaos_run(const struct bs_plan *plan, uint64_t seed,
                                  struct chaos_coverage *coverage)
{
    struct witness *witness = calloc(1, sizeof(*witness));
    struct pair *pair = calloc(1, sizeof(*pair));
    struct bs_input input = {.kind = BS_INPUT_START};
    enum bs_execution_state last;
    struct bs_call_answer answer;
    uint32_t steps = 0;

    assert_non_null(witness);
    assert_non_null(pair);
    *witness = (struct witness){.plan = plan,
                                .seed = seed,
                                .pcg = bs_pcg_seeded(seed, 7),
                                .trouble_percent = (uint32_t)(seed % 5) * 9,
                                .coverage = coverage};
    pair->size = bs_core_size(plan);
    pair->core = core_new(pair, plan, seed);
    pair->twin = core_new(pair, plan, seed);
    pair_step(pair, witness, &input);
    while (next_input(witness, &input, &answer)) {
        pair_step(pair, witness, &input);
        assert_true(++steps < STEPS_MAX);
    }
    assert_int_equal(bs_core_size(plan), pair->size);
    check_canary(pair);
    last = witness->execution;
    free(pair->core);
    free(pair->twin);
    free(pair);
    free(witness);
    return last;
}
