/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_TREE_H
#define BS_BASE_TREE_H

/**
 * A value as AWS operations take and give it, whatever the protocol: structures, lists, and scalars.
 *
 * A structure's members have names and keep the order in which they were set; a map is a structure whose
 * names are its keys. Whoever makes a tree owns it until it is set into a structure, appended to a list, or
 * destroyed. Texts and bytes are copied. Running out of memory ends the process: what is kept of an account
 * must not be half there.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"

enum bs_tree_kind {
    BS_TREE_STRUCTURE,
    BS_TREE_LIST,
    BS_TREE_TEXT,  /* UTF-8. */
    BS_TREE_BYTES, /* A blob. */
    BS_TREE_INTEGER,
    BS_TREE_DECIMAL, /* A double; where digits matter (DynamoDB) numbers are texts. */
    BS_TREE_BOOLEAN,
    BS_TREE_INSTANT, /* Since the start of the run; may be negative. */
    BS_TREE_NULL,    /* JSON's null: a member that is said to be absent. */
};

/** To be read; changed by the functions below alone. */
struct bs_tree {
    enum bs_tree_kind kind;
    char *name; /* In a structure; NULL elsewhere. */
    struct bs_tree *next;
    union {
        struct {
            struct bs_tree *first;
            struct bs_tree *last;
            size_t count;
        } children;
        struct {
            char *bytes; /* Terminated by a NUL that `length` does not count; may hold others. */
            size_t length;
        } text;
        int64_t integer;
        double decimal;
        bool boolean;
        struct bs_instant instant;
    } is;
};

/** @{ */
/** Never NULL. */
struct bs_tree *bs_tree_new_structure(void);
struct bs_tree *bs_tree_new_list(void);
struct bs_tree *bs_tree_new_text(const char *text);
struct bs_tree *bs_tree_new_bytes(const void *bytes, size_t length);
struct bs_tree *bs_tree_new_integer(int64_t value);
struct bs_tree *bs_tree_new_decimal(double value);
struct bs_tree *bs_tree_new_boolean(bool value);
struct bs_tree *bs_tree_new_instant(struct bs_instant value);
struct bs_tree *bs_tree_new_null(void);
/** A deep copy, without the name. */
struct bs_tree *bs_tree_copy(const struct bs_tree *tree);
/** @} */

/** NULL is allowed. Only of a tree that is part of no other. */
void bs_tree_destroy(struct bs_tree *tree);

/** As TEXT, of bytes that need not be terminated. */
struct bs_tree *bs_tree_new_text_of(const char *bytes, size_t length);

/* ---- Structures ---- */

/** The member, or NULL. `structure` may be NULL or of another kind: then there is none. */
const struct bs_tree *bs_tree_get(const struct bs_tree *structure, const char *name);
struct bs_tree *bs_tree_get_mutable(struct bs_tree *structure, const char *name);

/** Takes `value` over as the member of that name, in the place of an older one if any. Returns it. */
struct bs_tree *bs_tree_set(struct bs_tree *structure, const char *name, struct bs_tree *value);

/** As above, of a name that the structure is known not to have: quick however many it has. */
struct bs_tree *bs_tree_add(struct bs_tree *structure, const char *name, struct bs_tree *value);

/** @{ */
/** Short for bs_tree_set() with a new scalar. */
void bs_tree_set_text(struct bs_tree *structure, const char *name, const char *text);
__attribute__((format(printf, 3, 4))) void
bs_tree_set_format(struct bs_tree *structure, const char *name, const char *format, ...);
void bs_tree_set_integer(struct bs_tree *structure, const char *name, int64_t value);
void bs_tree_set_decimal(struct bs_tree *structure, const char *name, double value);
void bs_tree_set_boolean(struct bs_tree *structure, const char *name, bool value);
void bs_tree_set_instant(struct bs_tree *structure, const char *name, struct bs_instant value);
struct bs_tree *bs_tree_set_structure(struct bs_tree *structure, const char *name);
struct bs_tree *bs_tree_set_list(struct bs_tree *structure, const char *name);
/** @} */

/** Takes the member out and destroys it; false if there was none. */
bool bs_tree_remove(struct bs_tree *structure, const char *name);

/** @{ */
/** The member's value, or `otherwise` if there is none of that kind. Borrowed from the tree. */
const char *bs_tree_text(const struct bs_tree *structure, const char *name, const char *otherwise);
int64_t bs_tree_integer(const struct bs_tree *structure, const char *name, int64_t otherwise);
bool bs_tree_boolean(const struct bs_tree *structure, const char *name, bool otherwise);
struct bs_instant bs_tree_instant(const struct bs_tree *structure, const char *name,
                                  struct bs_instant otherwise);
/** @} */

/**
 * Copies those of the members named, up to a NULL at the end, that `from` has and that are not null.
 */
void bs_tree_copy_members(struct bs_tree *to, const struct bs_tree *from,
                          const char *const names[]);

/* ---- Lists ---- */

/** Takes `value` over as the last element. Returns it. */
struct bs_tree *bs_tree_append(struct bs_tree *list, struct bs_tree *value);
void bs_tree_append_text(struct bs_tree *list, const char *text);
struct bs_tree *bs_tree_append_structure(struct bs_tree *list);

/** Takes out the element, which is in the list, and destroys it. */
void bs_tree_remove_element(struct bs_tree *list, struct bs_tree *element);

/** How many members or elements; 0 of NULL and of scalars. */
size_t bs_tree_count(const struct bs_tree *tree);

/** The first member or element, or NULL; `next` leads on. `tree` may be NULL or a scalar. */
const struct bs_tree *bs_tree_first(const struct bs_tree *tree);
struct bs_tree *bs_tree_first_mutable(struct bs_tree *tree);

/** Whether a list has an element that is this text. */
bool bs_tree_has_text(const struct bs_tree *list, const char *text);

/** Whether two trees say the same; structures regardless of the order of their members. */
bool bs_tree_equal(const struct bs_tree *a, const struct bs_tree *b);

#endif
