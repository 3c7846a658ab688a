/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** DynamoDB: an item that is put, and an item that is a lease. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orchestrator/aws/wire_protocol.h"

enum { NUMBER_MAX = 24 };

static void begin_member(struct bs_wire_writer *writer, const char *name)
{
    bs_json_key(&writer->json, name);
    bs_json_begin_object(&writer->json);
}

static void end_member(struct bs_wire_writer *writer)
{
    bs_json_end_object(&writer->json);
}

/* A value with its type, as in {"S": "text"}. */
static void write_value(struct bs_wire_writer *writer, const char *name, const char *type,
                        const char *value)
{
    begin_member(writer, name);
    bs_json_member(writer, type, value);
    end_member(writer);
}

static void write_key(struct bs_wire_writer *writer)
{
    const char *attribute = bs_wire_need(writer, BS_WIRE_KEY_ATTRIBUTE, writer->call->resource);

    if (writer->call->key == NULL) {
        bs_wire_fail(writer, "it says no key");
    } else {
        write_value(writer, attribute, "S", writer->call->key);
    }
}

void bs_wire_encode_put_item(struct bs_wire_writer *writer)
{
    bs_json_member(writer, "TableName", bs_wire_own_name(writer));
    begin_member(writer, "Item");
    write_key(writer);
    write_value(writer, "value", "S", bs_wire_own_target(writer));
    end_member(writer);
}

/* ---- The lease ---- */

/*
 * One conditional update. It is granted if nobody ever had the lease, if the caller has it, or if it
 * ended longer ago than clocks may differ. Expressions know no "if", but the token must grow only when
 * the lease changes hands: so the holder is kept once more as the only member of a map, where the path
 * owner.HOLDER is there, and is zero, exactly if the caller has the lease; if_not_exists() makes the
 * summand of that. All operands are of the item as it was before.
 */
static const char condition[] =
    "attribute_not_exists(#token) OR attribute_exists(#owner.#me) OR #until < :over";
static const char update[] =
    "SET #token = if_not_exists(#token, :zero) + if_not_exists(#owner.#me, :one), #owner = :owner, "
    "#holder = :holder, #until = :until, #left = if_not_exists(#memo, :zero)";
static const char update_of_memo[] = ", #memo = :memo";

static void write_names(struct bs_wire_writer *writer, const char *holder)
{
    static const char *const attributes[][2] = {{"#token", "token"},   {"#owner", "owner"},
                                                {"#holder", "holder"}, {"#until", "until"},
                                                {"#left", "left"},     {"#memo", "memo"}};

    begin_member(writer, "ExpressionAttributeNames");
    for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
        bs_json_member(writer, attributes[i][0], attributes[i][1]);
    }
    bs_json_member(writer, "#me", holder);
    end_member(writer);
}

static void write_number(struct bs_wire_writer *writer, const char *name, uint64_t value)
{
    char text[NUMBER_MAX];

    (void)snprintf(text, sizeof(text), "%" PRIu64, value);
    write_value(writer, name, "N", text);
}

/* Nanoseconds since 1970, so that orchestrators whose runs began at other times mean the same. */
static void write_instant(struct bs_wire_writer *writer, const char *name, int64_t at_ns)
{
    char text[NUMBER_MAX];

    (void)snprintf(text, sizeof(text), "%" PRId64, writer->context->epoch_s * BS_NS_PER_S + at_ns);
    write_value(writer, name, "N", text);
}

static void write_owner(struct bs_wire_writer *writer, const char *holder)
{
    begin_member(writer, ":owner");
    begin_member(writer, "M");
    write_number(writer, holder, 0);
    end_member(writer);
    end_member(writer);
}

void bs_wire_encode_take_lease(struct bs_wire_writer *writer)
{
    const struct bs_lease_terms *terms = &writer->call->lease;
    char expression[sizeof(update) + sizeof(update_of_memo)];
    char holder[NUMBER_MAX];

    (void)snprintf(expression, sizeof(expression), "%s%s", update,
                   terms->memo != 0 ? update_of_memo : "");
    (void)snprintf(holder, sizeof(holder), "%" PRIu64, terms->holder);
    bs_json_member(writer, "TableName", bs_wire_own_name(writer));
    begin_member(writer, "Key");
    write_key(writer);
    end_member(writer);
    bs_json_member(writer, "ConditionExpression", condition);
    bs_json_member(writer, "UpdateExpression", expression);
    write_names(writer, holder);
    begin_member(writer, "ExpressionAttributeValues");
    write_number(writer, ":zero", 0);
    write_number(writer, ":one", 1);
    write_number(writer, ":holder", terms->holder);
    write_owner(writer, holder);
    write_instant(writer, ":until", terms->until.ns);
    write_instant(writer, ":over", terms->now.ns - terms->skew.ns);
    if (terms->memo != 0) {
        write_number(writer, ":memo", terms->memo);
    }
    end_member(writer);
    bs_json_member(writer, "ReturnValues", "ALL_NEW");
}

/* Up to 64 bits, exactly: DynamoDB's numbers are texts. */
static uint64_t read_number(struct bs_wire_reader *reader, const cJSON *attributes,
                            const char *name)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(attributes, name);
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(value, "N"));
    uint64_t number = 0;

    if (text == NULL || text[0] == '\0') {
        bs_wire_malformed(reader);
        return 0;
    }
    for (; *text != '\0'; text++) {
        const unsigned int digit = (unsigned int)(unsigned char)*text - '0';

        if (digit > 9 || __builtin_mul_overflow(number, 10U, &number) ||
            __builtin_add_overflow(number, digit, &number)) {
            bs_wire_malformed(reader);
            return 0;
        }
    }
    return number;
}

void bs_wire_decode_take_lease(struct bs_wire_reader *reader)
{
    const cJSON *attributes = cJSON_GetObjectItemCaseSensitive(reader->json, "Attributes");
    const uint64_t token = read_number(reader, attributes, "token");

    if (token > INT64_MAX ||
        read_number(reader, attributes, "holder") != reader->call->lease.holder) {
        bs_wire_malformed(reader);
    }
    reader->answer->change = (int64_t)token;
    reader->answer->memo = read_number(reader, attributes, "left");
}
