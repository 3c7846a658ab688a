/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as what a resolver answers to a question for app.example.com, of whatever id they have: an
 * address is one, and comes with a TTL.
 */

#include <arpa/inet.h>
#include <stddef.h>
#include <stdint.h>

#include "base/assert.h"
#include "orchestrator/live/stub_answer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint16_t id = size < 2 ? 1 : (uint16_t)(bytes[0] << 8 | bytes[1]);
    struct bs_stub_answer answer;
    struct in_addr address;

    if (!bs_stub_answer_read(bytes, size, id, "app.example.com", &answer)) {
        BS_ASSERT(answer.address[0] == '\0');
    } else if (answer.address[0] != '\0') {
        BS_ASSERT(inet_pton(AF_INET, answer.address, &address) == 1);
        BS_ASSERT(!bs_stub_answer_read(bytes, size, id, "other.example.com", &answer));
    }
    return 0;
}
