/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_APPLICATION_H
#define BS_MOCKS_APPLICATION_H

/**
 * The application behind the account's load balancers, for requests that come to a load balancer's address
 * (mocks/listen.h: a mock may listen at all of them), or whose Host is a record of the scenario's or a load
 * balancer's own DNS name. Nobody has to sign.
 *
 * An address is the load balancer's, whatever the Host is. A record leads where the world's canary of it
 * goes: to what a resolver that honours the TTL knows by now. What the request meets there is the world's
 * to say, as for an HTTP_REQUEST call of an orchestrator: 200 or 503 with a few words of JSON, no
 * connection (it is closed without a word), or no answer at all, for ever. Reads are of /read, /read-back,
 * and writes of /write, whatever the method; any other path is as the health path, which needs no store. A
 * write may have two numbers, as in POST /write?run=1&sequence=7, which come back with the
 * acknowledgement; reading with the same numbers is answered by 404 where the write is not
 * (sim/world/numbered_write.h). X-Blackstart-Region names the Region that the request is sent from; else
 * it is none.
 *
 * Load balancers that clients have made answer 200 while their targets are healthy, else 503.
 */

#include "mocks/mock.h"

/** Takes the exchange over if it is for the application. False: it is for somebody else. */
bool bs_application_handle(struct bs_mock *mock, struct bs_server_exchange *exchange);

/** Who waits for the application's answers. */
struct bs_callers;

struct bs_callers *bs_callers_new(void);

/** Nobody waits any more. */
void bs_callers_destroy(struct bs_callers *callers);

/** Drops everybody whose answer is still to come, and counts from the beginning again. */
void bs_callers_drop(struct bs_callers *callers);

#endif
