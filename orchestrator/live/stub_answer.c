/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/stub_answer.h"

#include <arpa/inet.h>
#include <ldns/ldns.h>

enum { ALIASES_MAX = 8 };

static bool is_owned_by(const ldns_rr *record, const ldns_rdf *name)
{
    return ldns_dname_compare(ldns_rr_owner(record), name) == 0;
}

/* The record of that name and type; its TTL counts if it is the shortest on the way. */
static const ldns_rr *find_record(const ldns_rr_list *answers, const ldns_rdf *name,
                                  ldns_rr_type type, uint32_t *ttl_s)
{
    for (size_t i = 0; i < ldns_rr_list_rr_count(answers); i++) {
        const ldns_rr *record = ldns_rr_list_rr(answers, i);

        if (ldns_rr_get_type(record) == type && ldns_rr_get_class(record) == LDNS_RR_CLASS_IN &&
            ldns_rr_rd_count(record) > 0 && is_owned_by(record, name)) {
            *ttl_s = ldns_rr_ttl(record) < *ttl_s ? ldns_rr_ttl(record) : *ttl_s;
            return record;
        }
    }
    return NULL;
}

/* Along the aliases. False: there is no address. */
static bool read_address(const ldns_pkt *packet, struct bs_stub_answer *answer)
{
    const ldns_rr_list *answers = ldns_pkt_answer(packet);
    const ldns_rdf *name = ldns_rr_owner(ldns_rr_list_rr(ldns_pkt_question(packet), 0));
    const ldns_rr *record;

    for (int i = 0; i < ALIASES_MAX; i++) {
        record = find_record(answers, name, LDNS_RR_TYPE_A, &answer->ttl_s);
        if (record != NULL) {
            const ldns_rdf *data = ldns_rr_rdf(record, 0);

            return ldns_rdf_size(data) == 4 &&
                   inet_ntop(AF_INET, ldns_rdf_data(data), answer->address, BS_STUB_ADDRESS_MAX) !=
                       NULL;
        }
        record = find_record(answers, name, LDNS_RR_TYPE_CNAME, &answer->ttl_s);
        if (record == NULL) {
            return false;
        }
        name = ldns_rr_rdf(record, 0);
    }
    return false;
}

static bool answers(const ldns_pkt *packet, uint16_t id, const char *name)
{
    const ldns_rr_list *questions = ldns_pkt_question(packet);
    ldns_rdf *asked;
    bool is_it;

    if (!ldns_pkt_qr(packet) || ldns_pkt_tc(packet) || ldns_pkt_id(packet) != id ||
        ldns_rr_list_rr_count(questions) != 1) {
        return false;
    }
    asked = ldns_dname_new_frm_str(name);
    is_it = asked != NULL && is_owned_by(ldns_rr_list_rr(questions, 0), asked);
    ldns_rdf_deep_free(asked);
    return is_it;
}

bool bs_stub_answer_read(const uint8_t *message, size_t length, uint16_t id, const char *name,
                         struct bs_stub_answer *answer)
{
    ldns_pkt *packet = NULL;
    bool is_it;

    *answer = (struct bs_stub_answer){.ttl_s = UINT32_MAX};
    if (ldns_wire2pkt(&packet, message, length) != LDNS_STATUS_OK) {
        return false;
    }
    is_it = answers(packet, id, name);
    if (is_it &&
        (ldns_pkt_get_rcode(packet) != LDNS_RCODE_NOERROR || !read_address(packet, answer))) {
        answer->address[0] = '\0';
    }
    ldns_pkt_free(packet);
    return is_it;
}
