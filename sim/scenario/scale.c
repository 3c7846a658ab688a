/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/scenario/scale.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/node_text.h"
#include "base/time.h"

enum {
    ARENA_BYTES_MAX = 16 * 1024 * 1024,
    DIGITS_MAX = 15,
    UNIT_MAX = 4,
    TEXT_MAX = 64,
};

struct scaling {
    enum bs_scale scale;
    struct bs_arena arena; /* The scaled copy. */
    bool has_changed;
    bool has_failed; /* Out of memory. */
};

/* `digits` divided by ten `places` times. */
struct decimal {
    int64_t digits;
    uint32_t places;
};

/* Reads the number that a text begins with; how long it is, or 0 if it does not begin with one. */
static size_t read_decimal(const char *text, struct decimal *number)
{
    size_t count = 0;
    size_t i = 0;

    *number = (struct decimal){0, 0};
    for (; (text[i] >= '0' && text[i] <= '9') || (text[i] == '.' && i > 0); i++) {
        if (text[i] == '.') {
            if (i > count) {
                return 0; /* A second point. */
            }
            continue;
        }
        number->digits = number->digits * 10 + (text[i] - '0');
        number->places += i > count ? 1 : 0;
        if (++count > DIGITS_MAX) {
            return 0;
        }
    }
    return i;
}

static void write_decimal(struct decimal number, const char *unit, char text[TEXT_MAX])
{
    int64_t one = 1;

    while (number.places > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        number.places--;
    }
    for (uint32_t i = 0; i < number.places; i++) {
        one *= 10;
    }
    if (number.places == 0) {
        (void)snprintf(text, TEXT_MAX, "%" PRId64 "%s", number.digits, unit);
    } else {
        (void)snprintf(text, TEXT_MAX, "%" PRId64 ".%0*" PRId64 "%s", number.digits / one,
                       (int)number.places, number.digits % one, unit);
    }
}

static struct decimal halved(struct decimal number)
{
    return (struct decimal){number.digits * 5, number.places + 1};
}

static struct decimal scaled(struct decimal number, enum bs_scale scale)
{
    return scale == BS_SCALE_HALF ? halved(number)
                                  : (struct decimal){number.digits * 2, number.places};
}

static struct decimal scaled_share(struct decimal percent, enum bs_scale scale)
{
    int64_t whole = 100;

    for (uint32_t i = 0; i < percent.places; i++) {
        whole *= 10;
    }
    if (scale == BS_SCALE_HALF || percent.digits * 2 < whole) {
        return scaled(percent, scale);
    }
    return halved((struct decimal){percent.digits + whole, percent.places});
}

/* A number and its unit, a duration of several, or a count that is the whole value; false: neither. */
static bool scale_text(const struct bs_node *node, bool is_whole, enum bs_scale scale,
                       char text[TEXT_MAX])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%/";
    struct decimal number;
    struct bs_duration duration;
    const size_t length = read_decimal(node->text, &number);
    const char *unit = node->text + length;
    const char *word = unit + strspn(unit, " ");

    if (length == 0) {
        return false;
    }
    if (strcmp(word, "%") == 0) {
        write_decimal(scaled_share(number, scale), "%", text);
    } else if (word[0] != '\0' && strlen(word) <= UNIT_MAX &&
               strspn(word, letters) == strlen(word)) {
        write_decimal(scaled(number, scale), unit, text);
    } else if (bs_duration_parse(node->text, node->length, &duration)) {
        write_decimal(scaled((struct decimal){duration.ns, 9}, scale), "s", text);
    } else if (is_whole && word[0] == '\0' && number.places == 0) {
        number.digits = scale == BS_SCALE_HALF ? (number.digits + 1) / 2 : number.digits * 2;
        write_decimal(number, "", text);
    } else {
        return false;
    }
    return true;
}

static void scale_scalar(struct scaling *scaling, struct bs_node *node, bool is_whole)
{
    char text[TEXT_MAX];
    const char *copy;

    if (!scale_text(node, is_whole, scaling->scale, text)) {
        return;
    }
    copy = bs_arena_text(&scaling->arena, text, strlen(text));
    if (copy == NULL) {
        scaling->has_failed = true;
        return;
    }
    node->text = copy;
    node->length = strlen(copy);
    scaling->has_changed = true;
}

static bool is_weight(const struct bs_node *node)
{
    return node->key != NULL && strcmp(node->key, "weight") == 0;
}

/* Depth is bounded by BS_DOCUMENT_DEPTH_MAX. NULL: out of memory. */
static struct bs_node *copy_scaled(struct scaling *scaling, const struct bs_node *node,
                                   bool is_whole)
{
    struct bs_node *copy = bs_arena_allocate(&scaling->arena, sizeof(*copy));
    struct bs_node **end;

    if (copy == NULL) {
        scaling->has_failed = true;
        return NULL;
    }
    *copy = *node;
    end = &copy->first;
    for (const struct bs_node *member = node->first; member != NULL; member = member->next) {
        *end = copy_scaled(scaling, member, false);
        if (*end == NULL) {
            return NULL;
        }
        end = &(*end)->next;
    }
    *end = NULL;
    if (node->kind == BS_NODE_SCALAR && !is_weight(node)) {
        scale_scalar(scaling, copy, is_whole);
    }
    return copy;
}

bool bs_scale_write(const struct bs_node *node, enum bs_scale scale, struct bs_buffer *buffer)
{
    struct scaling scaling = {.scale = scale};
    const struct bs_node *copy;

    bs_arena_init(&scaling.arena, ARENA_BYTES_MAX);
    copy = copy_scaled(&scaling, node, true);
    if (scaling.has_failed) {
        buffer->failed = true;
    } else if (scaling.has_changed) {
        bs_node_write(copy, buffer);
    }
    bs_arena_clean_up(&scaling.arena);
    return scaling.has_changed && !buffer->failed;
}
