/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_BODY_H
#define BS_MOCKS_BODY_H

/**
 * Bodies that are one value, in JSON or CBOR: read and written by tables of shapes; inside this folder only.
 *
 * A language is two tables of functions: one that takes bytes apart into values, one that puts values down.
 * What a shape makes of them is the same for both and stands in body_read.c and body_write.c.
 */

#include "base/json_writer.h"
#include "mocks/codec_protocol.h"

enum {
    /* Values in a body, known or not: what a body can cost in memory. */
    BS_BODY_VALUES_MAX = 1 << 20,
    /* Comparisons of a map's keys, all maps together: what it can cost in time, since maps are lists. */
    BS_BODY_KEY_COMPARISONS_MAX = 1 << 26,
    /* Output may hold what was put in, some levels down. */
    BS_BODY_WRITE_DEPTH_MAX = 120,
};

_Static_assert((int)BS_BODY_WRITE_DEPTH_MAX < (int)BS_JSON_DEPTH_MAX, "a writer of JSON asserts");

/* ---- Reading ---- */

enum bs_body_kind {
    BS_BODY_MAP,
    BS_BODY_LIST,
    BS_BODY_TEXT,
    BS_BODY_BYTES,
    BS_BODY_INTEGER, /* Exact in 64 bits; others are decimals. */
    BS_BODY_DECIMAL,
    BS_BODY_BOOLEAN,
    BS_BODY_NULL,
};

/** One value as it was read. A map or list is only opened: the reader stands before its first member. */
struct bs_body_value {
    enum bs_body_kind kind;
    size_t at;        /* Its first byte in the body. */
    const char *text; /* Of text, UTF-8, and of bytes; borrowed until the next value is read. */
    size_t length;
    int64_t integer;
    double decimal; /* Of an integer too: the nearest. */
    bool boolean;
    bool is_tagged; /* CBOR. */
    uint64_t tag;
    bool is_open_ended; /* Of a map or list in CBOR: ends with a break; or else: */
    uint64_t left;      /* so many members are still to be read. */
    bool is_begun;      /* In JSON: a comma stands before the next member. */
};

struct bs_body_reader;

/** How a language is read. All return false where they have called bs_body_fail(). */
struct bs_body_language {
    bool (*read)(struct bs_body_reader *reader, struct bs_body_value *value);
    /* Whether an opened map or list has another member; false at its end too, which is then behind. */
    bool (*has_next)(struct bs_body_reader *reader, struct bs_body_value *container);
    /* The text before a map's next value. */
    bool (*read_key)(struct bs_body_reader *reader, struct bs_body_value *key);
    /* Passes over what may follow the body's value. */
    void (*finish)(struct bs_body_reader *reader);
    /* The scalar as the member's kind; NULL if it is none of it. */
    struct bs_tree *(*scalar)(struct bs_body_reader *reader, const struct bs_shape_member *member,
                              const struct bs_body_value *value);
};

extern const struct bs_body_language bs_body_json;
extern const struct bs_body_language bs_body_cbor;

/** Initialised and cleaned up by bs_body_decode(). */
struct bs_body_reader {
    const struct bs_body_language *language;
    const char *bytes;
    size_t length;
    size_t at;
    unsigned depth;
    uint32_t values_left;
    uint64_t comparisons_left;
    struct bs_buffer text; /* Text that does not stand in the body as it is. */
    int64_t epoch_s;
    bool has_wire_names;
    bool has_failed;
    struct bs_codec_problem *problem;
};

/** What is to be read. */
struct bs_body_source {
    const struct bs_body_language *language;
    const char *bytes;
    size_t length;
    int64_t epoch_s;
    bool has_wire_names; /* Members go by `wire_name`, or else by `name`. */
};

/** The bytes as a structure of that shape; NULL and a problem if they are none. */
struct bs_tree *bs_body_decode(const struct bs_body_source *source, const struct bs_shape *shape,
                               struct bs_codec_problem *problem);

/** Sets the problem, unless there is one, to a SerializationException at that byte. Always false. */
__attribute__((format(printf, 3, 4))) bool bs_body_fail(struct bs_body_reader *reader, size_t at,
                                                        const char *format, ...);

/** Text, integers and booleans, which are the same in all languages; NULL if the value is not of the kind. */
struct bs_tree *bs_body_plain_scalar(const struct bs_shape_member *member,
                                     const struct bs_body_value *value);

/** An instant, cut to milliseconds, from seconds since 1970; NULL if it is too far away. */
struct bs_tree *bs_body_instant(double seconds, int64_t epoch_s);

/* ---- Writing ---- */

struct bs_body_writer;

/** How a language is written. */
struct bs_body_hand {
    void (*begin_map)(struct bs_body_writer *writer);
    void (*end_map)(struct bs_body_writer *writer);
    void (*begin_list)(struct bs_body_writer *writer);
    void (*end_list)(struct bs_body_writer *writer);
    void (*key)(struct bs_body_writer *writer, const char *key);
    void (*text)(struct bs_body_writer *writer, const char *text);
    void (*scalar)(struct bs_body_writer *writer, const struct bs_shape_member *member,
                   const struct bs_tree *scalar);
};

extern const struct bs_body_hand bs_body_json_hand;
extern const struct bs_body_hand bs_body_cbor_hand;

/** Initialise with `{.hand = .., .json = {.buffer = ..}, .epoch_s = .., .has_wire_names = ..}`. */
struct bs_body_writer {
    const struct bs_body_hand *hand;
    struct bs_json_writer json; /* Its buffer takes CBOR too. */
    int64_t epoch_s;
    bool has_wire_names;
    unsigned depth;
};

/**
 * A structure that may be NULL, as a map, in the order of the shape; absent members and nulls are left out.
 * Where a value nests too deeply to be written, the buffer fails.
 */
void bs_body_encode(struct bs_body_writer *writer, const struct bs_shape *shape,
                    const struct bs_tree *structure);

/** An error as a map: its `type` under `__type`, unless that is NULL, its message, and the members it has. */
void bs_body_encode_error(struct bs_body_writer *writer, const struct bs_codec_error *error,
                          const char *type);

/** Milliseconds since 1970, later ones cut off. */
int64_t bs_body_epoch_ms(struct bs_instant instant, int64_t epoch_s);

/* ---- What travels beside the body ---- */

/** The error's name in the model, which the code of a query service is not always. */
const char *bs_body_error_name(const struct bs_codec_request *request,
                               const struct bs_codec_error *error);

/** For clients that have spoken the query protocol before and say so: its code and whose fault it is. */
void bs_body_query_error_header(const struct bs_codec_request *request,
                                const struct bs_codec_error *error,
                                struct bs_http_response *response);

#endif
