/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** What S3 keeps, and how much of it. */

#include <stdio.h>
#include <string.h>

#include "sim/account/s3.h"

#define STATE "s3:state"

/* What a node of a tree takes beside its name and text, and the entry or two around it. */
enum { NODE_BYTES = 64, ID_RANDOM_DIGITS = 16 };

static struct bs_account_entry *state_of(struct bs_account *account)
{
    struct bs_account_entry *state = bs_account_find(account, STATE, BS_ACCOUNT_GLOBAL, "s3");

    return state != NULL ? state : bs_account_add(account, STATE, BS_ACCOUNT_GLOBAL, "s3");
}

int64_t bs_s3_weight(const struct bs_tree *tree)
{
    int64_t weight = NODE_BYTES;

    if (tree == NULL) {
        return 0;
    }
    weight += tree->name == NULL ? 0 : (int64_t)strlen(tree->name);
    if (tree->kind == BS_TREE_TEXT || tree->kind == BS_TREE_BYTES) {
        return weight + (int64_t)tree->is.text.length;
    }
    for (const struct bs_tree *child = bs_tree_first(tree); child != NULL; child = child->next) {
        weight += bs_s3_weight(child);
    }
    return weight;
}

bool bs_s3_has_room_for(struct bs_account *account, int64_t weight)
{
    return bs_tree_integer(state_of(account)->attributes, "Weight", 0) + weight <= BS_S3_BYTES_MAX;
}

bool bs_s3_has_room(struct bs_s3_call *call, int64_t weight)
{
    if (bs_s3_has_room_for(call->account, weight)) {
        return true;
    }
    bs_s3_fail(call, "AccountProblem",
               "There is a problem with your AWS account that prevents the operation from "
               "completing successfully: it keeps at most %lld bytes in all.",
               (long long)BS_S3_BYTES_MAX);
    return false;
}

void bs_s3_settle(struct bs_account *account, int64_t weight)
{
    struct bs_tree *state = state_of(account)->attributes;

    bs_tree_set_integer(state, "Weight", bs_tree_integer(state, "Weight", 0) + weight);
}

bool bs_s3_drop(struct bs_account *account, struct bs_tree *kept, const char *name)
{
    bs_s3_settle(account, -bs_s3_weight(bs_tree_get(kept, name)));
    return bs_tree_remove(kept, name);
}

void bs_s3_keep(struct bs_account *account, struct bs_tree *kept, const char *name,
                struct bs_tree *value)
{
    (void)bs_s3_drop(account, kept, name);
    bs_s3_settle(account, bs_s3_weight(bs_tree_set(kept, name, value)));
}

int64_t bs_s3_next_sequence(struct bs_account *account)
{
    struct bs_tree *state = state_of(account)->attributes;
    const int64_t sequence = bs_tree_integer(state, "Sequence", 0) + 1;

    bs_tree_set_integer(state, "Sequence", sequence);
    return sequence;
}

void bs_s3_new_id(struct bs_account *account, int64_t sequence, char id[BS_S3_ID_MAX])
{
    char digits[ID_RANDOM_DIGITS + 1];

    bs_account_new_id(account, "", ID_RANDOM_DIGITS, digits, sizeof(digits));
    (void)snprintf(id, BS_S3_ID_MAX, "%016llx%s", (unsigned long long)sequence, digits);
}

struct bs_instant bs_s3_now(const struct bs_account *account)
{
    const int64_t now_ns = bs_account_now(account).ns;

    return (struct bs_instant){now_ns - now_ns % BS_NS_PER_S};
}

void bs_s3_store_key(const char *bucket, const char *key, char store_key[BS_S3_STORE_KEY_MAX])
{
    (void)snprintf(store_key, BS_S3_STORE_KEY_MAX, "%s/%s", bucket, key);
}

struct bs_account_entry *bs_s3_next(struct bs_account *account, const char *kind,
                                    const char *prefix, const char *after)
{
    struct bs_account_entry *entry = NULL;

    /* A prefix may itself be a key; what sorts after it is asked for next. */
    if (after == NULL || strcmp(after, prefix) < 0) {
        entry = bs_account_find(account, kind, BS_ACCOUNT_GLOBAL, prefix);
        after = prefix;
    }
    if (entry == NULL) {
        entry = bs_account_next(account, kind, BS_ACCOUNT_GLOBAL, after);
    }
    return entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0 ? entry : NULL;
}

void bs_s3_set_owner(struct bs_tree *structure, const char *name)
{
    struct bs_tree *owner = bs_tree_set_structure(structure, name);

    bs_tree_set_text(owner, "DisplayName", "blackstart");
    bs_tree_set_text(owner, "ID", BS_S3_OWNER_ID);
}
