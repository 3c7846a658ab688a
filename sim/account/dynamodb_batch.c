/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* BatchGetItem, BatchWriteItem, TransactGetItems, TransactWriteItems. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "sim/account/dynamodb_operations.h"
#include "sim/account/dynamodb_table.h"

#define TOKEN "dynamodb:token"

enum {
    ITEMS_MAX = 100, /* Of every operation here but BatchWriteItem. */
    WRITES_MAX = 25,
    GET_BYTES_MAX = 16 * 1024 * 1024,
    TRANSACTION_BYTES_MAX = 4 * 1024 * 1024,
    TOKEN_S = 600,
};

/* What a request has used, table by table. */
struct bill {
    struct bs_dynamodb_usage usages[ITEMS_MAX];
    size_t count;
};

static struct bs_dynamodb_usage *usage_of(struct bill *bill, struct bs_dynamodb_table *table,
                                          bool is_transaction)
{
    size_t i = 0;

    while (i < bill->count && bill->usages[i].table != table) {
        i++;
    }
    if (i == bill->count) {
        BS_ASSERT(bill->count < ITEMS_MAX);
        bill->usages[bill->count++] =
            (struct bs_dynamodb_usage){.table = table, .is_transaction = is_transaction};
    }
    return &bill->usages[i];
}

static void present(const struct bill *bill, const struct bs_account_request *request,
                    struct bs_account_answer *answer)
{
    struct bs_tree *list = bs_tree_new_list();

    for (size_t i = 0; i < bill->count; i++) {
        struct bs_tree *capacity = bs_dynamodb_usage_describe(&bill->usages[i], request->input);

        if (capacity != NULL) {
            (void)bs_tree_append(list, capacity);
        }
    }
    if (bs_tree_count(list) > 0) {
        (void)bs_tree_set(answer->output, "ConsumedCapacity", list);
    } else {
        bs_tree_destroy(list);
    }
}

/* All elements of all tables of RequestItems, or of a list in each. */
static size_t count_items(const struct bs_tree *tables, const char *member)
{
    size_t count = 0;

    for (const struct bs_tree *one = bs_tree_first(tables); one != NULL; one = one->next) {
        count += bs_tree_count(member == NULL ? one : bs_tree_get(one, member));
    }
    return count;
}

/* ---- BatchGetItem ---- */

static bool has_duplicates(const struct bs_dynamodb_table *table, const struct bs_tree *keys)
{
    struct bs_tree *seen = bs_tree_new_list();
    bool has = false;

    for (const struct bs_tree *key = bs_tree_first(keys); key != NULL; key = key->next) {
        struct bs_dynamodb_refusal refusal = {{0}};
        struct bs_tree *taken = bs_dynamodb_key_take(table, key, &refusal);
        const struct bs_tree *other = bs_tree_first(seen);

        while (taken != NULL && other != NULL && !bs_tree_equal(other, taken)) {
            other = other->next;
        }
        has = has || (taken != NULL && other != NULL);
        if (taken != NULL) {
            (void)bs_tree_append(seen, taken);
        }
    }
    bs_tree_destroy(seen);
    return has;
}

struct batch_get {
    struct bs_dynamodb_table *table;
    struct bs_tree
        *request; /* What is asked of the table, with one "Key" in the place of "Keys". */
    struct bs_tree *found;
    struct bs_tree *unprocessed; /* UnprocessedKeys. */
    struct bs_dynamodb_usage *usage;
    size_t *bytes; /* Of all tables. */
};

/* What does not fit is to be asked for again. */
static void postpone(const struct batch_get *batch, const struct bs_tree *asked,
                     const struct bs_tree *key)
{
    struct bs_tree *again = bs_tree_get_mutable(batch->unprocessed, asked->name);

    if (again == NULL) {
        again = bs_tree_set(batch->unprocessed, asked->name, bs_tree_copy(asked));
        (void)bs_tree_set_list(again, "Keys");
    }
    (void)bs_tree_append(bs_tree_get_mutable(again, "Keys"), bs_tree_copy(key));
}

static void get_one(const struct batch_get *batch, const struct bs_tree *asked,
                    const struct bs_tree *key, struct bs_dynamodb_refusal *refusal)
{
    struct bs_tree *output;
    size_t bytes;

    if (*batch->bytes > GET_BYTES_MAX - BS_DYNAMODB_ITEM_BYTES_MAX) {
        postpone(batch, asked, key);
        return;
    }
    output = bs_tree_new_structure();
    (void)bs_tree_set(batch->request, "Key", bs_tree_copy(key));
    bs_dynamodb_get(batch->table, batch->request, output, &bytes, refusal);
    *batch->bytes += bytes;
    batch->usage->read_halves +=
        bs_dynamodb_read_halves(bytes, bs_tree_boolean(asked, "ConsistentRead", false));
    if (bs_tree_get(output, "Item") != NULL) {
        (void)bs_tree_append(batch->found, bs_tree_copy(bs_tree_get(output, "Item")));
    }
    bs_tree_destroy(output);
}

static void get_of_table(struct batch_get *batch, const struct bs_tree *asked,
                         struct bs_account_answer *answer)
{
    const struct bs_tree *keys = bs_tree_get(asked, "Keys");
    struct bs_dynamodb_refusal refusal = {{0}};

    if (has_duplicates(batch->table, keys)) {
        bs_dynamodb_fail(answer, "Provided list of item keys contains duplicates");
        return;
    }
    batch->request = bs_tree_copy(asked);
    (void)bs_tree_remove(batch->request, "Keys");
    for (const struct bs_tree *key = bs_tree_first(keys); key != NULL && refusal.message[0] == '\0';
         key = key->next) {
        get_one(batch, asked, key, &refusal);
    }
    bs_tree_destroy(batch->request);
    if (refusal.message[0] != '\0') {
        bs_dynamodb_fail(answer, refusal.message);
    }
}

void bs_dynamodb_perform_batch_get_item(struct bs_account *account,
                                        const struct bs_account_request *request,
                                        struct bs_account_answer *answer)
{
    const struct bs_tree *tables = bs_tree_get(request->input, "RequestItems");
    struct bs_tree *responses = bs_tree_set_structure(answer->output, "Responses");
    struct bs_tree *unprocessed = bs_tree_set_structure(answer->output, "UnprocessedKeys");
    struct bill bill = {.count = 0};
    size_t bytes = 0;

    if (count_items(tables, "Keys") > ITEMS_MAX || bs_tree_count(tables) > ITEMS_MAX) {
        bs_dynamodb_fail(answer, "Too many items requested for the BatchGetItem call");
        return;
    }
    for (const struct bs_tree *asked = bs_tree_first(tables);
         asked != NULL && answer->error == NULL; asked = asked->next) {
        struct batch_get batch = {
            .table = bs_dynamodb_table_ready(account, request, asked->name, answer),
            .unprocessed = unprocessed,
            .bytes = &bytes,
        };

        if (batch.table != NULL) {
            batch.found = bs_tree_set_list(responses, asked->name);
            batch.usage = usage_of(&bill, batch.table, false);
            get_of_table(&batch, asked, answer);
        }
    }
    present(&bill, request, answer);
}

/* ---- Several writes ---- */

struct writes {
    struct bs_dynamodb_plan plans[ITEMS_MAX];
    const struct bs_tree *inputs[ITEMS_MAX];
    size_t count;
    struct bill bill;
};

/* Plans and keys are large: not on the stack. */
static struct writes *new_writes(void)
{
    struct writes *writes = calloc(1, sizeof(*writes));

    BS_ASSERT(writes != NULL);
    return writes;
}

static void destroy_writes(struct writes *writes)
{
    for (size_t i = 0; i < writes->count; i++) {
        bs_dynamodb_plan_clean_up(&writes->plans[i]);
    }
    free(writes);
}

static bool writes_item_again(const struct writes *writes, const struct bs_dynamodb_plan *plan)
{
    for (size_t i = 0; i < writes->count; i++) {
        const struct bs_dynamodb_plan *other = &writes->plans[i];

        if (other != plan && other->table == plan->table && plan->key != NULL &&
            other->key != NULL && bs_tree_equal(other->key, plan->key)) {
            return true;
        }
    }
    return false;
}

/* The plan of one more write; NULL with an error in the answer. */
static struct bs_dynamodb_plan *add_write(struct writes *writes, struct bs_account *account,
                                          const struct bs_account_request *request,
                                          const char *table_name, enum bs_dynamodb_write_kind kind,
                                          const struct bs_tree *input,
                                          struct bs_account_answer *answer)
{
    struct bs_dynamodb_table *table = bs_dynamodb_table_ready(account, request, table_name, answer);
    struct bs_dynamodb_plan *plan = &writes->plans[writes->count];

    if (table == NULL) {
        return NULL;
    }
    bs_dynamodb_plan_make(plan, table, kind, input);
    writes->inputs[writes->count++] = input;
    if (!bs_dynamodb_plan_is_good(plan) && plan->key == NULL) {
        bs_dynamodb_fail(answer, plan->scope.refusal.message);
        return NULL;
    }
    return plan;
}

static void perform_writes(struct bs_account *account, struct writes *writes, bool is_transaction)
{
    for (size_t i = 0; i < writes->count; i++) {
        struct bs_dynamodb_plan *plan = &writes->plans[i];

        bs_dynamodb_usage_add(usage_of(&writes->bill, plan->table, is_transaction), plan->old_item,
                              plan->new_item);
        bs_dynamodb_plan_perform(account, plan);
    }
}

/* ---- BatchWriteItem ---- */

static void plan_batch_write(struct writes *writes, struct bs_account *account,
                             const struct bs_account_request *request, const char *table_name,
                             const struct bs_tree *write, struct bs_account_answer *answer)
{
    const struct bs_tree *put = bs_tree_get(write, "PutRequest");
    const struct bs_tree *removal = bs_tree_get(write, "DeleteRequest");
    const struct bs_dynamodb_plan *plan;

    if ((put == NULL) == (removal == NULL)) {
        bs_dynamodb_fail(answer, "Supplied AttributeValue has more than one datatypes set, must "
                                 "contain exactly one of the supported datatypes");
        return;
    }
    plan = add_write(writes, account, request, table_name,
                     put != NULL ? BS_DYNAMODB_PUT : BS_DYNAMODB_DELETE_ITEM,
                     put != NULL ? put : removal, answer);
    if (plan != NULL && writes_item_again(writes, plan)) {
        bs_dynamodb_fail(answer, "Provided list of item keys contains duplicates");
    }
}

void bs_dynamodb_perform_batch_write_item(struct bs_account *account,
                                          const struct bs_account_request *request,
                                          struct bs_account_answer *answer)
{
    const struct bs_tree *tables = bs_tree_get(request->input, "RequestItems");
    struct writes *writes;

    if (count_items(tables, NULL) > WRITES_MAX) {
        bs_dynamodb_fail(answer, "Too many items requested for the BatchWriteItem call");
        return;
    }
    writes = new_writes();
    for (const struct bs_tree *table = bs_tree_first(tables); table != NULL; table = table->next) {
        for (const struct bs_tree *write = bs_tree_first(table);
             write != NULL && answer->error == NULL; write = write->next) {
            plan_batch_write(writes, account, request, table->name, write, answer);
        }
    }
    if (answer->error == NULL) {
        perform_writes(account, writes, false);
        (void)bs_tree_set_structure(answer->output, "UnprocessedItems");
        present(&writes->bill, request, answer);
    }
    destroy_writes(writes);
}

/* ---- TransactWriteItems ---- */

static const struct {
    const char *member;
    enum bs_dynamodb_write_kind kind;
} kinds[] = {
    {"Put", BS_DYNAMODB_PUT},
    {"Update", BS_DYNAMODB_UPDATE},
    {"Delete", BS_DYNAMODB_DELETE_ITEM},
    {"ConditionCheck", BS_DYNAMODB_CHECK},
};

static void plan_transaction_write(struct writes *writes, struct bs_account *account,
                                   const struct bs_account_request *request,
                                   const struct bs_tree *write, struct bs_account_answer *answer)
{
    const struct bs_dynamodb_plan *plan;
    const struct bs_tree *input = NULL;
    size_t kind = 0;
    size_t count = 0;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (bs_tree_get(write, kinds[i].member) != NULL) {
            input = bs_tree_get(write, kinds[i].member);
            kind = i;
            count++;
        }
    }
    if (count != 1) {
        bs_dynamodb_fail(answer, "TransactItems can only contain one of Check, Put, Update or "
                                 "Delete");
        return;
    }
    plan = add_write(writes, account, request, bs_tree_text(input, "TableName", ""),
                     kinds[kind].kind, input, answer);
    if (plan != NULL && writes_item_again(writes, plan)) {
        bs_dynamodb_fail(answer,
                         "Transaction request cannot include multiple operations on one item");
    }
}

static const char *code_of(const struct bs_dynamodb_plan *plan)
{
    return !bs_dynamodb_plan_is_good(plan) ? "ValidationError"
           : !plan->is_met                 ? "ConditionalCheckFailed"
                                           : "None";
}

static void add_reason(const struct bs_dynamodb_plan *plan, const struct bs_tree *input,
                       struct bs_tree *reasons)
{
    struct bs_tree *reason = bs_tree_append_structure(reasons);
    const char *wanted = bs_tree_text(input, "ReturnValuesOnConditionCheckFailure", "NONE");

    bs_tree_set_text(reason, "Code", code_of(plan));
    if (!bs_dynamodb_plan_is_good(plan)) {
        bs_tree_set_text(reason, "Message", plan->scope.refusal.message);
    } else if (!plan->is_met) {
        bs_tree_set_text(reason, "Message", "The conditional request failed");
        if (strcmp(wanted, "ALL_OLD") == 0 && plan->old_item != NULL) {
            (void)bs_tree_set(reason, "Item", bs_tree_copy(plan->old_item));
        }
    }
}

/* All reasons, in the order of the writes: as the error's list, and in its words. */
static void cancel(const struct writes *writes, struct bs_account_answer *answer)
{
    struct bs_tree *reasons;
    char codes[BS_ACCOUNT_MESSAGE_MAX];
    size_t length = 0;

    answer->details = bs_tree_new_structure();
    reasons = bs_tree_set_list(answer->details, "CancellationReasons");
    codes[0] = '\0';
    for (size_t i = 0; i < writes->count; i++) {
        add_reason(&writes->plans[i], writes->inputs[i], reasons);
        if (length < sizeof(codes)) {
            length += (size_t)snprintf(codes + length, sizeof(codes) - length, "%s%s",
                                       i == 0 ? "" : ", ", code_of(&writes->plans[i]));
        }
    }
    bs_account_fail(answer, "TransactionCanceledException",
                    "Transaction cancelled, please refer cancellation reasons for specific reasons "
                    "[%s]",
                    codes);
}

static bool can_be_done(const struct writes *writes, struct bs_account_answer *answer)
{
    size_t bytes = 0;

    for (size_t i = 0; i < writes->count; i++) {
        const struct bs_dynamodb_plan *plan = &writes->plans[i];

        if (strcmp(code_of(plan), "None") != 0) {
            cancel(writes, answer);
            return false;
        }
        bytes += plan->new_item == NULL ? 0 : bs_dynamodb_item_bytes(plan->new_item);
    }
    if (bytes > TRANSACTION_BYTES_MAX) {
        bs_dynamodb_fail(answer, "The aggregate size of the items in the transaction exceeds 4 MB");
    }
    return answer->error == NULL;
}

/* Whether the token says that the same has been done already; the answer may become an error. */
static bool is_repeated(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer)
{
    const char *token = bs_tree_text(request->input, "ClientRequestToken", NULL);
    const struct bs_tree *items = bs_tree_get(request->input, "TransactItems");
    const struct bs_account_entry *entry =
        token == NULL ? NULL : bs_account_find(account, TOKEN, request->region, token);

    if (entry != NULL && !bs_tree_equal(bs_tree_get(entry->attributes, "TransactItems"), items)) {
        bs_account_fail(answer, "IdempotentParameterMismatchException", "%s",
                        "A request with the same client token has other parameters");
    }
    return entry != NULL;
}

static void forget_token(struct bs_account *account, struct bs_account_entry *entry)
{
    bs_account_remove(account, entry);
}

static void keep_token(struct bs_account *account, const struct bs_account_request *request)
{
    const char *token = bs_tree_text(request->input, "ClientRequestToken", NULL);
    struct bs_account_entry *entry;

    if (token != NULL) {
        entry = bs_account_add(account, TOKEN, request->region, token);
        (void)bs_tree_set(entry->attributes, "TransactItems",
                          bs_tree_copy(bs_tree_get(request->input, "TransactItems")));
        if (bs_account_options(account)->pace != BS_ACCOUNT_INSTANT) {
            bs_account_later(account, entry, BS_SECONDS(TOKEN_S), forget_token);
        }
    }
}

void bs_dynamodb_perform_transact_write_items(struct bs_account *account,
                                              const struct bs_account_request *request,
                                              struct bs_account_answer *answer)
{
    const struct bs_tree *items = bs_tree_get(request->input, "TransactItems");
    struct writes *writes;

    if (bs_tree_count(items) > ITEMS_MAX || bs_tree_count(items) == 0) {
        bs_dynamodb_fail(answer, "Member must have length less than or equal to 100");
        return;
    }
    if (is_repeated(account, request, answer)) {
        return;
    }
    writes = new_writes();
    for (const struct bs_tree *item = bs_tree_first(items); item != NULL && answer->error == NULL;
         item = item->next) {
        plan_transaction_write(writes, account, request, item, answer);
    }
    if (answer->error == NULL && can_be_done(writes, answer)) {
        perform_writes(account, writes, true);
        keep_token(account, request);
        present(&writes->bill, request, answer);
    }
    destroy_writes(writes);
}

/* ---- TransactGetItems ---- */

void bs_dynamodb_perform_transact_get_items(struct bs_account *account,
                                            const struct bs_account_request *request,
                                            struct bs_account_answer *answer)
{
    const struct bs_tree *items = bs_tree_get(request->input, "TransactItems");
    struct bs_tree *responses = bs_tree_set_list(answer->output, "Responses");
    struct bill bill = {.count = 0};

    if (bs_tree_count(items) > ITEMS_MAX || bs_tree_count(items) == 0) {
        bs_dynamodb_fail(answer, "Member must have length less than or equal to 100");
        return;
    }
    for (const struct bs_tree *item = bs_tree_first(items); item != NULL && answer->error == NULL;
         item = item->next) {
        const struct bs_tree *get = bs_tree_get(item, "Get");
        struct bs_dynamodb_table *table =
            bs_dynamodb_table_ready(account, request, bs_tree_text(get, "TableName", ""), answer);
        struct bs_dynamodb_refusal refusal = {{0}};
        size_t bytes = 0;

        if (table != NULL) {
            bs_dynamodb_get(table, get, bs_tree_append_structure(responses), &bytes, &refusal);
            usage_of(&bill, table, true)->read_halves += 2 * bs_dynamodb_read_halves(bytes, true);
        }
        if (refusal.message[0] != '\0') {
            bs_dynamodb_fail(answer, refusal.message);
        }
    }
    present(&bill, request, answer);
}
