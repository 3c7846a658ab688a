/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** DNS messages byte by byte: what is answered, refused, cut short and passed over in silence. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mocks/dns_message.h"

enum {
    TYPE_A = 1,
    TYPE_SOA = 6,
    TYPE_TXT = 16,
    TYPE_OPT = 41,
    TYPE_ANY = 255,
    CLASS_IN = 1,
    CLASS_CH = 3,
    FORMERR = 1,
    SERVFAIL = 2,
    NXDOMAIN = 3,
    NOTIMP = 4,
    REFUSED = 5,
    HEADER = 12,
};

/* What the oracle says, and what it was asked. */
struct fixture {
    enum bs_dns_code code;
    const char *type;  /* Of the records that there are. */
    const char *value; /* With a number behind it, */
    const char *after; /* .. and more behind that. */
    int count;
    const char *soa; /* NULL: none. */
    char asked_name[1100];
    char asked_types[200];
    uint8_t message[600];
    size_t length;
    uint8_t response[BS_DNS_MESSAGE_MAX];
    size_t size;
};

static void add_record(struct bs_tree *list, const char *name, const char *type, int64_t ttl_s,
                       const char *value)
{
    struct bs_tree *record = bs_tree_append_structure(list);

    bs_tree_set_text(record, "Name", name);
    bs_tree_set_text(record, "Type", type);
    bs_tree_set_integer(record, "TTL", ttl_s);
    bs_tree_set_text(record, "Value", value);
}

static void answer_as_told(void *subject, struct bs_dns_question *question,
                           struct bs_dns_answer *answer)
{
    struct fixture *f = subject;
    const bool has_type = f->type != NULL && strcmp(question->type, f->type) == 0;

    (void)snprintf(f->asked_name, sizeof(f->asked_name), "%s", question->name);
    (void)snprintf(f->asked_types + strlen(f->asked_types), 20, "%s ", question->type);
    *answer = (struct bs_dns_answer){.code = f->code,
                                     .is_authoritative = f->code != BS_DNS_REFUSED,
                                     .answers = bs_tree_new_list(),
                                     .authorities = bs_tree_new_list()};
    for (int i = 0; has_type && i < f->count; i++) {
        char value[400];

        (void)snprintf(value, sizeof(value), "%s%d%s", f->value, i,
                       f->after != NULL ? f->after : "");
        add_record(answer->answers, "www.example.com.", f->type, 300, value);
    }
    if (f->soa != NULL && !has_type) {
        add_record(answer->authorities, "example.com.", "SOA", 900, f->soa);
    }
}

/* ---- Messages ---- */

static void put16(struct fixture *f, unsigned value)
{
    f->message[f->length++] = (uint8_t)(value >> 8);
    f->message[f->length++] = (uint8_t)value;
}

static void put_name(struct fixture *f, const char *name)
{
    while (*name != '\0') {
        const size_t label = strcspn(name, ".");

        f->message[f->length++] = (uint8_t)label;
        memcpy(f->message + f->length, name, label);
        f->length += label;
        name += label + (name[label] == '.' ? 1 : 0);
    }
    f->message[f->length++] = 0;
}

/* A header for one question, and the question. */
static void put_question(struct fixture *f, const char *name, unsigned type, unsigned class)
{
    f->length = 0;
    put16(f, 0xBEEF);
    put16(f, 0x0100); /* Recursion desired. */
    put16(f, 1);
    put16(f, 0);
    put16(f, 0);
    put16(f, 0);
    put_name(f, name);
    put16(f, type);
    put16(f, class);
}

static void put_edns(struct fixture *f, unsigned size, unsigned version, unsigned flags)
{
    f->message[11]++;
    f->message[f->length++] = 0;
    put16(f, TYPE_OPT);
    put16(f, size);
    put16(f, version);
    put16(f, flags);
    put16(f, 0);
}

static void send(struct fixture *f, enum bs_dns_transport transport)
{
    const struct bs_dns_oracle oracle = {answer_as_told, f};

    f->asked_types[0] = '\0';
    f->size = bs_dns_message_answer(&oracle, transport, f->message, f->length, f->response);
}

static void ask(struct fixture *f, unsigned type)
{
    put_question(f, "www.example.com", type, CLASS_IN);
    send(f, BS_DNS_UDP);
}

static unsigned code(const struct fixture *f)
{
    return f->response[3] & 0x0F;
}

static unsigned count(const struct fixture *f, unsigned section)
{
    return (unsigned)(f->response[4 + 2 * section] << 8 | f->response[5 + 2 * section]);
}

static bool has_flag(const struct fixture *f, unsigned byte, unsigned flag)
{
    return (f->response[byte] & flag) != 0;
}

/* A response to this message, of that code, saying what was asked. */
static void assert_response(const struct fixture *f, unsigned expected)
{
    assert_true(f->size >= HEADER);
    assert_memory_equal(f->response, f->message, 2);
    assert_true(has_flag(f, 2, 0x80));
    assert_int_equal(code(f), expected);
}

static bool ends_with(const struct fixture *f, const char *bytes, size_t length)
{
    return f->size >= length && memcmp(f->response + f->size - length, bytes, length) == 0;
}

static bool holds(const struct fixture *f, const char *bytes, size_t length)
{
    size_t at = 0;

    while (at + length <= f->size && memcmp(f->response + at, bytes, length) != 0) {
        at++;
    }
    return at + length <= f->size;
}

/* ---- Tests ---- */

static void test_answer(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 2};

    (void)state;
    ask(&f, TYPE_A);
    assert_response(&f, 0);
    assert_true(has_flag(&f, 2, 0x04));  /* Authoritative, */
    assert_true(has_flag(&f, 2, 0x01));  /* .. recursion was desired, */
    assert_false(has_flag(&f, 3, 0x80)); /* .. and is not available. */
    assert_int_equal(count(&f, 0), 1);
    assert_int_equal(count(&f, 1), 2);
    assert_int_equal(count(&f, 2), 0);
    assert_int_equal(count(&f, 3), 0);
    assert_memory_equal(f.response + HEADER, f.message + HEADER, f.length - HEADER);
    /* The name as a pointer to the question's, A, IN, 300 s, four bytes. */
    assert_true(ends_with(&f, "\xC0\x0C\0\x01\0\x01\0\0\x01\x2C\0\x04\xC0\0\x02\x01", 16));
    assert_string_equal(f.asked_name, "www.example.com.");
}

static void test_case_is_given_back(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

    (void)state;
    put_question(&f, "wWw.eXample.com", TYPE_A, CLASS_IN);
    send(&f, BS_DNS_UDP);
    assert_response(&f, 0);
    assert_memory_equal(f.response + HEADER, f.message + HEADER, f.length - HEADER);
    assert_string_equal(f.asked_name, "wWw.eXample.com.");
}

static void test_odd_octets(void **state)
{
    struct fixture f = {
        .type = "TXT", .value = "\"a\\042b\\134\\303\\266 ", .after = "\"", .count = 1};

    (void)state;
    put_question(&f, "*.a b\\.example.com", TYPE_TXT, CLASS_IN);
    send(&f, BS_DNS_UDP);
    assert_string_equal(f.asked_name, "\\052.a\\040b\\134.example.com.");
    assert_response(&f, 0);
    assert_true(ends_with(&f,
                          "\x08"
                          "a\"b\\\xC3\xB6 0",
                          9));
}

static void test_negative_answers(void **state)
{
    struct fixture f = {.code = BS_DNS_NXDOMAIN,
                        .soa = "ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 60"};

    (void)state;
    ask(&f, TYPE_A);
    assert_response(&f, NXDOMAIN);
    assert_true(has_flag(&f, 2, 0x04));
    assert_int_equal(count(&f, 2), 1);
    /* The record's own TTL is 900 s, the minimum 60. */
    assert_true(holds(&f, "\0\x06\0\x01\0\0\0\x3C", 8));
    f.code = BS_DNS_NOERROR;
    f.soa = "ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 86400";
    ask(&f, TYPE_A);
    assert_response(&f, 0);
    assert_int_equal(count(&f, 1), 0);
    assert_true(holds(&f, "\0\x06\0\x01\0\0\x03\x84", 8));
}

static void test_no_zone_of_ours(void **state)
{
    struct fixture f = {.code = BS_DNS_REFUSED};

    (void)state;
    ask(&f, TYPE_A);
    assert_response(&f, REFUSED);
    assert_false(has_flag(&f, 2, 0x04));
}

static void test_any_gets_the_first_type(void **state)
{
    struct fixture f = {.type = "MX", .value = "10 mx", .after = ".example.com.", .count = 1};

    (void)state;
    ask(&f, TYPE_ANY);
    assert_response(&f, 0);
    assert_int_equal(count(&f, 1), 1);
    assert_string_equal(f.asked_types, "A AAAA CNAME MX ");
    f.code = BS_DNS_NXDOMAIN;
    f.type = NULL;
    ask(&f, TYPE_ANY);
    assert_response(&f, NXDOMAIN);
    assert_string_equal(f.asked_types, "A ");
}

static void test_types_that_nobody_knows(void **state)
{
    struct fixture f = {.soa = "ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 60"};

    (void)state;
    ask(&f, 65280);
    assert_response(&f, 0);
    assert_string_equal(f.asked_types, "TYPE65280 ");
    assert_int_equal(count(&f, 2), 1);
}

static void test_what_is_no_question_for_records(void **state)
{
    static const struct {
        unsigned type;
        unsigned class;
        unsigned code;
    } rows[] = {{252, CLASS_IN, REFUSED}, {251, CLASS_IN, REFUSED},    {253, CLASS_IN, NOTIMP},
                {254, CLASS_IN, NOTIMP},  {249, CLASS_IN, NOTIMP},     {250, CLASS_IN, FORMERR},
                {41, CLASS_IN, FORMERR},  {TYPE_A, CLASS_CH, REFUSED}, {TYPE_A, 255, REFUSED}};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

        put_question(&f, "www.example.com", rows[i].type, rows[i].class);
        send(&f, BS_DNS_UDP);
        assert_response(&f, rows[i].code);
        assert_int_equal(count(&f, 1), 0);
        assert_string_equal(f.asked_types, "");
    }
}

static void test_opcodes(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

    (void)state;
    for (unsigned opcode = 1; opcode < 16; opcode++) {
        put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
        f.message[2] = (uint8_t)(opcode << 3 | 1);
        send(&f, BS_DNS_TCP);
        assert_response(&f, NOTIMP);
        assert_int_equal(f.response[2] >> 3 & 15, opcode);
        assert_int_equal(f.size, HEADER);
    }
    assert_string_equal(f.asked_types, "");
}

static void test_silence(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

    (void)state;
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    f.message[2] |= 0x80; /* A response: answering it could go on for ever. */
    send(&f, BS_DNS_UDP);
    assert_int_equal(f.size, 0);
    for (size_t length = 0; length < HEADER; length++) {
        put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
        f.length = length;
        send(&f, BS_DNS_UDP);
        assert_int_equal(f.size, 0);
    }
}

static void test_malformed(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};
    size_t whole;

    (void)state;
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    whole = f.length;
    for (size_t length = HEADER; length < whole; length++) {
        f.length = length;
        send(&f, BS_DNS_UDP);
        assert_response(&f, FORMERR);
        assert_int_equal(f.size, HEADER);
    }
    f.length = whole;
    f.message[HEADER] = 0xC0; /* A name that points at itself. */
    f.message[HEADER + 1] = HEADER;
    send(&f, BS_DNS_UDP);
    assert_response(&f, FORMERR);
    assert_string_equal(f.asked_types, "");
}

static void test_number_of_questions(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

    (void)state;
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    put_name(&f, "www.example.com");
    put16(&f, TYPE_A);
    put16(&f, CLASS_IN);
    f.message[5] = 2;
    send(&f, BS_DNS_UDP);
    assert_response(&f, FORMERR);
    f.message[5] = 0;
    f.length = HEADER;
    send(&f, BS_DNS_UDP);
    assert_response(&f, FORMERR);
    assert_string_equal(f.asked_types, "");
}

static void test_edns(void **state)
{
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 1};

    (void)state;
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    put_edns(&f, 1232, 0, 0x8000);
    send(&f, BS_DNS_UDP);
    assert_response(&f, 0);
    assert_int_equal(count(&f, 3), 1);
    /* OPT of the root, 4096 bytes, version 0, DNSSEC still OK, nothing in it. */
    assert_true(ends_with(&f, "\0\0\x29\x10\0\0\0\x80\0\0\0", 11));
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    put_edns(&f, 1232, 1, 0);
    send(&f, BS_DNS_UDP);
    assert_response(&f, 0);
    assert_int_equal(count(&f, 1), 0);
    assert_true(ends_with(&f, "\0\0\x29\x10\0\x01\0\0\0\0\0", 11)); /* BADVERS: 16. */
    put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
    put_edns(&f, 1232, 0, 0);
    put_edns(&f, 1232, 0, 0);
    send(&f, BS_DNS_UDP);
    assert_response(&f, FORMERR);
}

/* The size of what comes of 40 addresses (675 bytes), by the room that was offered. */
static void test_truncation(void **state)
{
    static const struct {
        unsigned offered; /* 0: no EDNS. */
        bool is_whole;
    } rows[] = {{0, false}, {100, false}, {512, false}, {600, false}, {1232, true}, {65535, true}};
    struct fixture f = {.type = "A", .value = "192.0.2.", .count = 40};

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        put_question(&f, "www.example.com", TYPE_A, CLASS_IN);
        if (rows[i].offered > 0) {
            put_edns(&f, rows[i].offered, 0, 0);
        }
        send(&f, BS_DNS_UDP);
        assert_response(&f, 0);
        assert_int_equal(has_flag(&f, 2, 0x02), !rows[i].is_whole);
        assert_int_equal(count(&f, 1), rows[i].is_whole ? 40 : 0);
        assert_int_equal(count(&f, 0), 1);
        assert_int_equal(count(&f, 3), rows[i].offered > 0 ? 1 : 0);
        assert_true(rows[i].is_whole || f.size <= 512);
        send(&f, BS_DNS_TCP);
        assert_int_equal(has_flag(&f, 2, 0x02), false);
        assert_int_equal(count(&f, 1), 40);
    }
}

/* Never more than the bound by UDP, whatever is offered, and than a message holds by TCP. */
static void test_large_answers(void **state)
{
    struct fixture f = {
        .type = "TXT",
        .value = "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        .after = "\"",
        .count = 30};

    (void)state;
    put_question(&f, "www.example.com", TYPE_TXT, CLASS_IN);
    put_edns(&f, 65535, 0, 0);
    send(&f, BS_DNS_UDP);
    assert_true(has_flag(&f, 2, 0x02));
    send(&f, BS_DNS_TCP);
    assert_response(&f, 0);
    assert_int_equal(count(&f, 1), 30);
    f.count = 600;
    send(&f, BS_DNS_TCP);
    assert_response(&f, SERVFAIL);
}

static void test_value_that_is_none(void **state)
{
    struct fixture f = {.type = "A", .value = "not an address ", .count = 1};

    (void)state;
    ask(&f, TYPE_A);
    assert_response(&f, SERVFAIL);
    assert_int_equal(count(&f, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answer),
        cmocka_unit_test(test_case_is_given_back),
        cmocka_unit_test(test_odd_octets),
        cmocka_unit_test(test_negative_answers),
        cmocka_unit_test(test_no_zone_of_ours),
        cmocka_unit_test(test_any_gets_the_first_type),
        cmocka_unit_test(test_types_that_nobody_knows),
        cmocka_unit_test(test_what_is_no_question_for_records),
        cmocka_unit_test(test_opcodes),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_number_of_questions),
        cmocka_unit_test(test_edns),
        cmocka_unit_test(test_truncation),
        cmocka_unit_test(test_large_answers),
        cmocka_unit_test(test_value_that_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
