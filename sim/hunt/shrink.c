/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/hunt/shrink.h"

#include <inttypes.h>
#include <string.h>

enum { PIECE_BYTES_MAX = 64 * 1024 };

static bool still_breaks(struct bs_hunt_shrink *shrink, const struct bs_hunt_schedule *schedule)
{
    if (shrink->tries == shrink->tries_max) {
        return false;
    }
    shrink->tries++;
    return shrink->breaks(shrink->self, schedule);
}

/* ---- Whole pieces ---- */

static bool drop_crash(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule)
{
    const struct bs_hunt_crash crash = schedule->crash;

    if (!crash.is_wanted) {
        return false;
    }
    schedule->crash = (struct bs_hunt_crash){.is_wanted = false};
    if (still_breaks(shrink, schedule)) {
        return true;
    }
    schedule->crash = crash;
    return false;
}

static bool drop_piece(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule,
                       size_t index)
{
    const struct bs_hunt_piece piece = schedule->pieces[index];
    struct bs_hunt_piece *place = &schedule->pieces[index];
    const size_t after = schedule->piece_count - index - 1;

    memmove(place, place + 1, after * sizeof(*place));
    schedule->piece_count--;
    if (still_breaks(shrink, schedule)) {
        return true;
    }
    memmove(place + 1, place, after * sizeof(*place));
    *place = piece;
    schedule->piece_count++;
    return false;
}

static bool drop_pieces(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule)
{
    bool has_changed = false;

    for (size_t i = schedule->piece_count; i > 0; i--) {
        has_changed = drop_piece(shrink, schedule, i - 1) || has_changed;
    }
    return has_changed;
}

/* ---- Within a piece ---- */

/* Tries `text` in the piece's place. */
static bool try_text(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule, size_t index,
                     const struct bs_buffer *text)
{
    const char *before = schedule->pieces[index].value;
    const char *value =
        text->failed ? NULL : bs_arena_text(&schedule->arena, text->bytes, text->length);

    if (value == NULL) {
        return false;
    }
    schedule->pieces[index].value = value;
    if (still_breaks(shrink, schedule)) {
        return true;
    }
    schedule->pieces[index].value = before;
    return false;
}

/* The end of the member that begins at `from`: the comma or bracket behind it. */
static size_t member_end(const char *text, size_t from)
{
    size_t depth = 0;
    bool is_quoted = false;

    for (size_t i = from; text[i] != '\0'; i++) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) {
            is_quoted = !is_quoted;
        } else if (!is_quoted && strchr("{[", text[i]) != NULL) {
            depth++;
        } else if (!is_quoted && strchr("]},", text[i]) != NULL && depth == 0) {
            return i;
        } else if (!is_quoted && strchr("]}", text[i]) != NULL) {
            depth--;
        }
    }
    return strlen(text);
}

/* Members but the first of maps and lists, at any depth: what is not needed has a default. */
static bool drop_members(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule,
                         size_t index)
{
    bool has_changed = false;
    size_t from = 0;
    struct bs_buffer text;

    bs_buffer_init(&text, PIECE_BYTES_MAX);
    for (;;) {
        const char *value = schedule->pieces[index].value;
        const char *comma = strstr(value + from, ", ");

        if (comma == NULL) {
            break;
        }
        text.length = 0;
        bs_buffer_append(&text, value, (size_t)(comma - value));
        bs_buffer_text(&text, value + member_end(value, (size_t)(comma - value) + 2));
        if (try_text(shrink, schedule, index, &text)) {
            has_changed = true;
        } else {
            from = (size_t)(comma - value) + 2;
        }
    }
    bs_buffer_clean_up(&text);
    return has_changed;
}

/* ---- Times ---- */

/* The next time in whole seconds from `*from` on, as drawn; `*from` then stands behind it. */
static bool find_seconds(const char *text, size_t *from, size_t *start, int64_t *seconds)
{
    while (text[*from] != '\0') {
        const size_t digits = strspn(text + *from, "0123456789");
        const char before = *from > 0 ? text[*from - 1] : ' ';

        *start = *from;
        *from += digits > 0 ? digits : 1;
        if (digits > 0 && digits < 10 && before == ' ' && text[*from] == 's') {
            *seconds = 0;
            for (size_t i = *start; i < *from; i++) {
                *seconds = *seconds * 10 + (text[i] - '0');
            }
            (*from)++;
            return true;
        }
    }
    return false;
}

/* Writes the value with one of its times rounded down to whole steps; false if that changes nothing. */
static bool round_time(const char *value, size_t start, size_t end, int64_t seconds, int64_t step,
                       struct bs_buffer *text)
{
    const int64_t rounded = seconds / step * step;

    if (rounded == 0 || rounded == seconds) {
        return false;
    }
    text->length = 0;
    bs_buffer_append(text, value, start);
    if (rounded % 60 == 0) {
        bs_buffer_format(text, "%" PRId64 "m", rounded / 60);
    } else {
        bs_buffer_format(text, "%" PRId64 "s", rounded);
    }
    bs_buffer_text(text, value + end);
    return true;
}

static void round_times(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule,
                        size_t index)
{
    static const int64_t steps[] = {600, 60, 10};
    size_t from = 0;
    size_t start;
    int64_t seconds;
    struct bs_buffer text;

    bs_buffer_init(&text, PIECE_BYTES_MAX);
    while (find_seconds(schedule->pieces[index].value, &from, &start, &seconds)) {
        for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
            if (round_time(schedule->pieces[index].value, start, from, seconds, steps[i], &text) &&
                try_text(shrink, schedule, index, &text)) {
                from = start;
                break;
            }
        }
    }
    bs_buffer_clean_up(&text);
}

void bs_hunt_shrink(struct bs_hunt_shrink *shrink, struct bs_hunt_schedule *schedule)
{
    bool has_changed = true;

    shrink->tries = 0;
    (void)drop_crash(shrink, schedule);
    while (has_changed && shrink->tries < shrink->tries_max) {
        has_changed = drop_pieces(shrink, schedule);
        for (size_t i = 0; i < schedule->piece_count; i++) {
            has_changed = drop_members(shrink, schedule, i) || has_changed;
        }
    }
    for (size_t i = 0; i < schedule->piece_count; i++) {
        round_times(shrink, schedule, i);
    }
}
