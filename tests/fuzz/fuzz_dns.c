/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/**
 * A DNS message of any kind, by UDP and by TCP. Whatever it asks for, there are records of every type that
 * values can be made for. A response answers this message, and fits.
 */

#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/dns_message.h"

enum { COUNTS = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const struct {
    const char *type;
    const char *value;
} values[] = {{"A", "192.0.2.1"},
              {"AAAA", "2001:db8::1"},
              {"CNAME", "www.example.com"},
              {"MX", "10 mx.example.com"},
              {"TXT", "\"a\\042b\" \"c\""},
              {"NS", "ns.example.com"},
              {"SOA", "ns.example.com. hostmaster.example.com. 1 7200 900 1209600 60"},
              {"PTR", "www.example.com"},
              {"SRV", "1 2 443 www.example.com"},
              {"CAA", "0 issue \"ca.example.net\""}};

/* By the length of the name, so many: some answers are too large for UDP. */
static void ask(void *subject, struct bs_dns_question *question, struct bs_dns_answer *answer)
{
    (void)subject;
    *answer = (struct bs_dns_answer){.code = BS_DNS_NOERROR,
                                     .is_authoritative = true,
                                     .answers = bs_tree_new_list(),
                                     .authorities = bs_tree_new_list()};
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        for (size_t n = 0;
             n <= strlen(question->name) % COUNTS && strcmp(values[i].type, question->type) == 0;
             n++) {
            struct bs_tree *record = bs_tree_append_structure(answer->answers);

            bs_tree_set_text(record, "Name", question->name);
            bs_tree_set_text(record, "Type", question->type);
            bs_tree_set_integer(record, "TTL", 60);
            bs_tree_set_text(record, "Value", values[i].value);
        }
    }
}

static void try(enum bs_dns_transport transport, const uint8_t *bytes, size_t size)
{
    static const struct bs_dns_oracle oracle = {ask, NULL};
    static uint8_t response[BS_DNS_MESSAGE_MAX];
    const size_t length = bs_dns_message_answer(&oracle, transport, bytes, size, response);

    BS_ASSERT(length <= (transport == BS_DNS_UDP ? (size_t)BS_DNS_UDP_MAX : BS_DNS_MESSAGE_MAX));
    BS_ASSERT((length == 0) == (size < 12 || (bytes[2] & 0x80) != 0));
    BS_ASSERT(length == 0 || (memcmp(response, bytes, 2) == 0 && (response[2] & 0x80) != 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size <= BS_DNS_MESSAGE_MAX) {
        try(BS_DNS_UDP, bytes, size);
        try(BS_DNS_TCP, bytes, size);
    }
    return 0;
}
