/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/dns_message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ldns/ldns.h>

#include "base/assert.h"
#include "base/buffer.h"
#include "sim/account/route53_name.h"

enum {
    HEADER_SIZE = 12,
    FLAGS_RESPONSE = 0x80,
    FLAGS_OPCODE = 0x78,
    FLAGS_RECURSION_DESIRED = 0x01,
    RECORD_TEXT_MAX = 64 * 1024,
    SOA_MINIMUM = 6,  /* The field's place. */
    BADVERS_HIGH = 1, /* The upper bits of the code 16: the lower four are 0. */
};

/* Questions that are no question for records. */
static const struct {
    ldns_rr_type type;
    uint8_t code;
} refused_types[] = {
    {LDNS_RR_TYPE_AXFR, LDNS_RCODE_REFUSED},  {LDNS_RR_TYPE_IXFR, LDNS_RCODE_REFUSED},
    {LDNS_RR_TYPE_MAILA, LDNS_RCODE_NOTIMPL}, {LDNS_RR_TYPE_MAILB, LDNS_RCODE_NOTIMPL},
    {LDNS_RR_TYPE_TKEY, LDNS_RCODE_NOTIMPL},  {LDNS_RR_TYPE_TSIG, LDNS_RCODE_FORMERR},
    {LDNS_RR_TYPE_OPT, LDNS_RCODE_FORMERR},
};

/* What ANY is answered with: the first of these that there is. */
static const char *const any_types[] = {"A",   "AAAA", "CNAME", "MX",  "TXT",   "NS", "SOA",
                                        "PTR", "SRV",  "CAA",   "SPF", "NAPTR", "DS"};

/* ---- Names and records ---- */

static bool is_plain(unsigned char octet)
{
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
           (octet >= '0' && octet <= '9') || octet == '-' || octet == '_';
}

/* A name off the wire, its labels with Route 53's escapes. */
static void write_name(const ldns_rdf *name, char text[BS_DOMAIN_SIZE])
{
    const unsigned char *at = ldns_rdf_data(name);
    size_t length = 0;

    for (size_t left = *at; left > 0; left = *at) {
        for (at++; left > 0; left--, at++) {
            length += is_plain(*at) ? (size_t)snprintf(text + length, 2, "%c", *at)
                                    : (size_t)snprintf(text + length, 5, "\\%03o", *at);
        }
        text[length++] = '.';
    }
    text[length] = '\0';
}

static bool is_octal(char c)
{
    return c >= '0' && c <= '7';
}

/* Route 53 writes octets in octal, zone files in decimal. */
static void append_for_zone_file(struct bs_buffer *text, const char *from)
{
    while (*from != '\0') {
        if (from[0] == '\\' && is_octal(from[1]) && is_octal(from[2]) && is_octal(from[3])) {
            bs_buffer_format(text, "\\%03d",
                             ((from[1] - '0') * 64 + (from[2] - '0') * 8 + from[3] - '0') & 0xFF);
            from += 4;
        } else if (from[0] == '\\' && from[1] != '\0') {
            bs_buffer_append(text, from, 2);
            from += 2;
        } else {
            bs_buffer_append(text, from++, 1);
        }
    }
}

static ldns_rr *make_record(const struct bs_tree *record)
{
    struct bs_buffer text;
    ldns_rr *made = NULL;

    bs_buffer_init(&text, RECORD_TEXT_MAX);
    append_for_zone_file(&text, bs_tree_text(record, "Name", "."));
    bs_buffer_format(&text, " %lld IN %s ", (long long)bs_tree_integer(record, "TTL", 0),
                     bs_tree_text(record, "Type", ""));
    append_for_zone_file(&text, bs_tree_text(record, "Value", ""));
    if (text.failed || ldns_rr_new_frm_str(&made, text.bytes, 0, NULL, NULL) != LDNS_STATUS_OK) {
        made = NULL;
    }
    bs_buffer_clean_up(&text);
    return made;
}

/* RFC 2308: nothing is remembered as not being there for longer than either says. */
static void cap_negative_ttl(ldns_rr *soa)
{
    const uint32_t minimum = ldns_rdf2native_int32(ldns_rr_rdf(soa, SOA_MINIMUM));

    if (minimum < ldns_rr_ttl(soa)) {
        ldns_rr_set_ttl(soa, minimum);
    }
}

static void add_records(ldns_pkt *response, ldns_pkt_section section, const struct bs_tree *records,
                        bool is_negative)
{
    for (const struct bs_tree *record = bs_tree_first(records); record != NULL;
         record = record->next) {
        ldns_rr *made = make_record(record);

        if (made == NULL) {
            ldns_pkt_set_rcode(response, LDNS_RCODE_SERVFAIL);
            continue;
        }
        if (is_negative && ldns_rr_get_type(made) == LDNS_RR_TYPE_SOA) {
            cap_negative_ttl(made);
        }
        (void)ldns_pkt_push_rr(response, section, made);
    }
}

/* ---- Answers ---- */

/* The same question back, and EDNS to whoever speaks it. */
static ldns_pkt *new_response(const ldns_pkt *request)
{
    ldns_pkt *response = ldns_pkt_new();
    const ldns_rr *question = ldns_rr_list_rr(ldns_pkt_question(request), 0);

    BS_ASSERT(response != NULL);
    ldns_pkt_set_id(response, ldns_pkt_id(request));
    ldns_pkt_set_qr(response, true);
    ldns_pkt_set_rd(response, ldns_pkt_rd(request));
    if (question != NULL) {
        (void)ldns_pkt_push_rr(response, LDNS_SECTION_QUESTION, ldns_rr_clone(question));
    }
    if (ldns_pkt_edns(request)) {
        ldns_pkt_set_edns_udp_size(response, BS_DNS_UDP_MAX);
        ldns_pkt_set_edns_do(response, ldns_pkt_edns_do(request));
    }
    return response;
}

static void take_answer(ldns_pkt *response, const struct bs_dns_answer *answer)
{
    const bool is_negative = answer->code == BS_DNS_NXDOMAIN || bs_tree_count(answer->answers) == 0;

    ldns_pkt_set_rcode(response, (uint8_t)answer->code);
    ldns_pkt_set_aa(response, answer->is_authoritative);
    add_records(response, LDNS_SECTION_ANSWER, answer->answers, false);
    add_records(response, LDNS_SECTION_AUTHORITY, answer->authorities, is_negative);
}

static void ask(const struct bs_dns_oracle *oracle, const char *name, const char *type,
                struct bs_dns_answer *answer)
{
    struct bs_dns_question question = {.name = name, .type = type};

    oracle->ask(oracle->subject, &question, answer);
}

static void ask_for_any(const struct bs_dns_oracle *oracle, const char *name,
                        struct bs_dns_answer *answer)
{
    ask(oracle, name, any_types[0], answer);
    for (size_t i = 1;
         i < sizeof(any_types) / sizeof(any_types[0]) && answer->code == BS_DNS_NOERROR &&
         answer->is_authoritative && bs_tree_count(answer->answers) == 0;
         i++) {
        bs_dns_answer_clean_up(answer);
        ask(oracle, name, any_types[i], answer);
    }
}

static void answer_question(const struct bs_dns_oracle *oracle, const ldns_rr *question,
                            ldns_pkt *response)
{
    char *type = ldns_rr_type2str(ldns_rr_get_type(question));
    struct bs_dns_answer answer;
    char name[BS_DOMAIN_SIZE];

    BS_ASSERT(type != NULL);
    write_name(ldns_rr_owner(question), name);
    if (ldns_rr_get_type(question) == LDNS_RR_TYPE_ANY) {
        ask_for_any(oracle, name, &answer);
    } else {
        ask(oracle, name, type, &answer);
    }
    take_answer(response, &answer);
    bs_dns_answer_clean_up(&answer);
    free(type);
}

/* What the question gets that is not for records of the Internet; NOERROR if it is. */
static uint8_t refusal_of(const ldns_rr *question)
{
    const ldns_rr_type type = ldns_rr_get_type(question);

    for (size_t i = 0; i < sizeof(refused_types) / sizeof(refused_types[0]); i++) {
        if (refused_types[i].type == type) {
            return refused_types[i].code;
        }
    }
    return ldns_rr_get_class(question) == LDNS_RR_CLASS_IN ? LDNS_RCODE_NOERROR
                                                           : LDNS_RCODE_REFUSED;
}

/* The library takes OPT out of the additional records and keeps the last. */
static bool has_several_opt(const ldns_pkt *request, const uint8_t *message)
{
    const size_t announced = (size_t)message[10] << 8 | message[11];
    const size_t kept = ldns_rr_list_rr_count(ldns_pkt_additional(request)) +
                        (ldns_pkt_tsig(request) != NULL ? 1 : 0);

    return announced > kept + 1;
}

static ldns_pkt *respond(const struct bs_dns_oracle *oracle, const ldns_pkt *request,
                         const uint8_t *message)
{
    ldns_pkt *response = new_response(request);
    const ldns_rr_list *questions = ldns_pkt_question(request);

    if (ldns_rr_list_rr_count(questions) != 1 || has_several_opt(request, message)) {
        ldns_pkt_set_rcode(response, LDNS_RCODE_FORMERR);
    } else if (ldns_pkt_edns(request) && ldns_pkt_edns_version(request) > 0) {
        ldns_pkt_set_edns_extended_rcode(response, BADVERS_HIGH);
    } else {
        const ldns_rr *question = ldns_rr_list_rr(questions, 0);

        ldns_pkt_set_rcode(response, refusal_of(question));
        if (ldns_pkt_get_rcode(response) == LDNS_RCODE_NOERROR) {
            answer_question(oracle, question, response);
        }
    }
    return response;
}

/* ---- Bytes ---- */

static size_t room_for(const ldns_pkt *request, enum bs_dns_transport transport)
{
    const size_t offered = ldns_pkt_edns(request) ? ldns_pkt_edns_udp_size(request) : 0;

    if (transport == BS_DNS_TCP) {
        return BS_DNS_MESSAGE_MAX;
    }
    if (offered <= BS_DNS_UDP_PLAIN_MAX) {
        return BS_DNS_UDP_PLAIN_MAX;
    }
    return offered < BS_DNS_UDP_MAX ? offered : BS_DNS_UDP_MAX;
}

/* Its size; 0, and nothing is written, if that is more than `room`. */
static size_t write_packet(const ldns_pkt *packet, size_t room,
                           uint8_t response[BS_DNS_MESSAGE_MAX])
{
    uint8_t *wire = NULL;
    size_t size = 0;

    if (ldns_pkt2wire(&wire, packet, &size) != LDNS_STATUS_OK || size > room) {
        size = 0;
    }
    if (size > 0) {
        memcpy(response, wire, size);
    }
    free(wire);
    return size;
}

/* The question alone: by TCP there is room for the rest. */
static size_t write_truncated(const ldns_pkt *request, const ldns_pkt *whole,
                              uint8_t response[BS_DNS_MESSAGE_MAX])
{
    ldns_pkt *truncated = new_response(request);
    size_t size;

    ldns_pkt_set_tc(truncated, true);
    ldns_pkt_set_aa(truncated, ldns_pkt_aa(whole));
    ldns_pkt_set_rcode(truncated, (uint8_t)ldns_pkt_get_rcode(whole));
    size = write_packet(truncated, BS_DNS_UDP_PLAIN_MAX, response);
    ldns_pkt_free(truncated);
    return size;
}

/* To what could not be read: its number, and what is wrong. */
static size_t write_header(const uint8_t *message, uint8_t code,
                           uint8_t response[BS_DNS_MESSAGE_MAX])
{
    memset(response, 0, HEADER_SIZE);
    memcpy(response, message, 2);
    response[2] =
        (uint8_t)(FLAGS_RESPONSE | (message[2] & (FLAGS_OPCODE | FLAGS_RECURSION_DESIRED)));
    response[3] = code;
    return HEADER_SIZE;
}

size_t bs_dns_message_answer(const struct bs_dns_oracle *oracle, enum bs_dns_transport transport,
                             const uint8_t *message, size_t length,
                             uint8_t response[BS_DNS_MESSAGE_MAX])
{
    ldns_pkt *request = NULL;
    ldns_pkt *whole;
    size_t size;

    if (length < HEADER_SIZE || (message[2] & FLAGS_RESPONSE) != 0) {
        return 0;
    }
    if ((message[2] & FLAGS_OPCODE) != 0) {
        return write_header(message, LDNS_RCODE_NOTIMPL, response);
    }
    if (ldns_wire2pkt(&request, message, length) != LDNS_STATUS_OK) {
        return write_header(message, LDNS_RCODE_FORMERR, response);
    }
    whole = respond(oracle, request, message);
    size = write_packet(whole, room_for(request, transport), response);
    if (size == 0 && transport == BS_DNS_UDP) {
        size = write_truncated(request, whole, response);
    }
    ldns_pkt_free(whole);
    ldns_pkt_free(request);
    return size > 0 ? size : write_header(message, LDNS_RCODE_SERVFAIL, response);
}
