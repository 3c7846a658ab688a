/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/stub_resolver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <arpa/inet.h>
#include <ldns/ldns.h>
#include <netinet/in.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include "orchestrator/live/stub_answer.h"

enum {
    PORT = 53,
    MESSAGE_MAX = 4096,
    PAYLOAD_MAX = 1232, /* Fits into one packet anywhere. */
    TRIES = 3,
    TTL_MAX_S = 7 * 86400,
    THOUSAND = 1000,
};

#define TRY_AFTER BS_SECONDS(2) /* In real time. */

struct asked_name {
    struct bs_stub *dns;
    char name[BS_STUB_NAME_MAX];
    char address[BS_STUB_ADDRESS_MAX];
    struct bs_instant good_until;
    bool was_answered; /* Once, with an address. */
    uint16_t id;       /* Of the query under way; 0: none. */
    int tries;
    struct bs_loop_timer timer;
    struct bs_stub_waiter *waiters;
};

struct bs_stub {
    struct bs_loop *loop;
    int descriptor;
    struct asked_name names[BS_STUB_NAMES_MAX];
    size_t count;
    int64_t first_share_thousandths; /* How much of their TTL first answers are kept for. */
};

static void ready(void *self);

/* ---- Being made ---- */

static bool read_address(const char *text, struct sockaddr_in *address)
{
    char host[BS_STUB_NAME_MAX];
    const char *colon = strchr(text, ':');
    const size_t length = colon != NULL ? (size_t)(colon - text) : strlen(text);
    char *end = NULL;
    long port = PORT;

    if (length >= sizeof(host)) {
        return false;
    }
    memcpy(host, text, length);
    host[length] = '\0';
    if (colon != NULL) {
        port = strtol(colon + 1, &end, 10);
        if (end == colon + 1 || *end != '\0' || port < 1 || port > UINT16_MAX) {
            return false;
        }
    }
    *address = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    return inet_pton(AF_INET, host, &address->sin_addr) == 1;
}

enum bs_status bs_stub_new(struct bs_loop *loop, const char *resolver, struct bs_stub **dns,
                           struct bs_error *error)
{
    struct sockaddr_in address;
    struct bs_stub *made;

    if (!read_address(resolver, &address)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "'%s' is no resolver's address: 192.0.2.53 or 192.0.2.53:5353",
                            resolver);
    }
    made = calloc(1, sizeof(*made));
    if (made == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    made->loop = loop;
    made->first_share_thousandths = THOUSAND;
    made->descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made->descriptor < 0 ||
        connect(made->descriptor, (const struct sockaddr *)&address, sizeof(address)) != 0) {
        bs_stub_destroy(made);
        return bs_error_set(error, BS_ERR_IO, NULL, "the resolver %s cannot be reached", resolver);
    }
    bs_loop_watch(loop, made->descriptor, ready, made);
    *dns = made;
    return BS_OK;
}

void bs_stub_shorten_first(struct bs_stub *dns, int64_t share_thousandths)
{
    dns->first_share_thousandths = share_thousandths;
}

void bs_stub_destroy(struct bs_stub *dns)
{
    if (dns == NULL) {
        return;
    }
    for (size_t i = 0; i < dns->count; i++) {
        bs_loop_clear(dns->loop, &dns->names[i].timer);
    }
    if (dns->descriptor >= 0) {
        bs_loop_unwatch(dns->loop, dns->descriptor);
        (void)close(dns->descriptor);
    }
    free(dns);
}

/* ---- Asking ---- */

static void tell(struct asked_name *asked, const char *address)
{
    struct bs_stub_waiter *waiter = asked->waiters;

    asked->waiters = NULL;
    asked->id = 0;
    bs_loop_clear(asked->dns->loop, &asked->timer);
    while (waiter != NULL) {
        struct bs_stub_waiter *next = waiter->next;

        waiter->is_waiting = false;
        waiter->told(waiter->self, address);
        waiter = next;
    }
}

static bool send_query(struct asked_name *asked)
{
    ldns_rdf *name = ldns_dname_new_frm_str(asked->name);
    ldns_pkt *query =
        name != NULL ? ldns_pkt_query_new(name, LDNS_RR_TYPE_A, LDNS_RR_CLASS_IN, LDNS_RD) : NULL;
    uint8_t *wire = NULL;
    size_t length = 0;
    bool is_sent = false;

    if (query == NULL) {
        ldns_rdf_deep_free(name);
        return false;
    }
    ldns_pkt_set_id(query, asked->id);
    ldns_pkt_set_edns_udp_size(query, PAYLOAD_MAX);
    if (ldns_pkt2wire(&wire, query, &length) == LDNS_STATUS_OK) {
        is_sent = send(asked->dns->descriptor, wire, length, 0) == (ssize_t)length;
    }
    LDNS_FREE(wire);
    ldns_pkt_free(query);
    return is_sent;
}

static void ask(void *self)
{
    struct asked_name *asked = self;
    struct bs_loop *loop = asked->dns->loop;

    if (asked->tries == TRIES) {
        tell(asked, NULL);
        return;
    }
    asked->tries++;
    if (getrandom(&asked->id, sizeof(asked->id), 0) != (ssize_t)sizeof(asked->id)) {
        asked->id = 1;
    }
    asked->id = asked->id != 0 ? asked->id : 1;
    (void)send_query(asked); /* One that was not sent is as one that was lost. */
    bs_loop_set(loop, &asked->timer,
                bs_instant_add(bs_loop_now(loop), bs_loop_scaled(loop, TRY_AFTER)), ask, asked);
}

static struct asked_name *find(struct bs_stub *dns, const char *name)
{
    for (size_t i = 0; i < dns->count; i++) {
        if (strcasecmp(dns->names[i].name, name) == 0) {
            return &dns->names[i];
        }
    }
    if (dns->count == BS_STUB_NAMES_MAX || strlen(name) >= BS_STUB_NAME_MAX) {
        return NULL;
    }
    dns->names[dns->count].dns = dns;
    (void)snprintf(dns->names[dns->count].name, BS_STUB_NAME_MAX, "%s", name);
    return &dns->names[dns->count++];
}

void bs_stub_resolve(struct bs_stub *dns, const char *name, struct bs_stub_waiter *waiter)
{
    struct asked_name *asked = find(dns, name);

    if (asked == NULL) {
        waiter->told(waiter->self, NULL);
        return;
    }
    if (bs_loop_now(dns->loop).ns < asked->good_until.ns) {
        waiter->told(waiter->self, asked->address[0] != '\0' ? asked->address : NULL);
        return;
    }
    waiter->is_waiting = true;
    waiter->next = asked->waiters;
    asked->waiters = waiter;
    if (asked->id == 0) {
        asked->tries = 0;
        ask(asked);
    }
}

void bs_stub_cancel(struct bs_stub *dns, struct bs_stub_waiter *waiter)
{
    for (size_t i = 0; i < dns->count && waiter->is_waiting; i++) {
        struct bs_stub_waiter **link = &dns->names[i].waiters;

        while (*link != NULL && *link != waiter) {
            link = &(*link)->next;
        }
        if (*link == waiter) {
            *link = waiter->next;
            waiter->is_waiting = false;
        }
    }
}

/* ---- Being answered ---- */

static struct bs_duration kept_for(const struct asked_name *asked, uint32_t ttl_s)
{
    const int64_t share_thousandths =
        asked->was_answered ? THOUSAND : asked->dns->first_share_thousandths;

    return (struct bs_duration){(int64_t)ttl_s * share_thousandths * BS_NS_PER_MS};
}

static void take_answer(struct asked_name *asked, const struct bs_stub_answer *answer)
{
    (void)snprintf(asked->address, sizeof(asked->address), "%s", answer->address);
    /* What is not there is asked for again the next time: nobody is to be kept from coming back. */
    if (answer->address[0] == '\0') {
        tell(asked, NULL);
        return;
    }
    asked->good_until =
        bs_instant_add(bs_loop_now(asked->dns->loop),
                       kept_for(asked, answer->ttl_s < TTL_MAX_S ? answer->ttl_s : TTL_MAX_S));
    asked->was_answered = true;
    tell(asked, asked->address);
}

static void ready(void *self)
{
    struct bs_stub *dns = self;
    uint8_t message[MESSAGE_MAX];
    const ssize_t length = recv(dns->descriptor, message, sizeof(message), 0);
    struct bs_stub_answer answer;

    for (size_t i = 0; length > 0 && i < dns->count; i++) {
        struct asked_name *asked = &dns->names[i];

        if (asked->id != 0 &&
            bs_stub_answer_read(message, (size_t)length, asked->id, asked->name, &answer)) {
            take_answer(asked, &answer);
            return;
        }
    }
}
