/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ROUTE53_RESOLVE_H
#define BS_SIM_ACCOUNT_ROUTE53_RESOLVE_H

/**
 * What the authoritative name servers of the account's hosted zones answer now.
 *
 * They answer with what has propagated, which may lag behind what the API shows. Load balancers' own names
 * (NAME-DIGITS.REGION.elb.amazonaws.com) are answered with their addresses, as if theirs were a zone here.
 * Policies with chance (weights, multivalue) follow from the question's `draw` alone: the same draw gets
 * the same answer as long as nothing changes. The scenario's records are answered as the world answers the
 * resolver with that draw.
 */

#include "sim/account/account.h"

enum bs_dns_code {
    BS_DNS_NOERROR = 0,
    BS_DNS_SERVFAIL = 2, /* Aliases lead nowhere, round and round. */
    BS_DNS_NXDOMAIN = 3,
    BS_DNS_REFUSED = 5, /* No zone of the account holds the name. */
};

struct bs_dns_question {
    const char *name; /* With or without a dot at the end; escapes as in Route 53's API. */
    const char *type; /* "A", "AAAA", .. */
    uint64_t draw;    /* Uniform; a resolver's own, or a new one at each question. */
    const char *
        zone; /* Id of the only zone to ask, private ones included; NULL: the public one that fits best. */
    /* Whence it is asked, each NULL if not known: latency and geolocation go by it. */
    const char *region; /* "us-east-1" */
    const char *continent;
    const char *country;
    const char *subdivision;
};

/** To be cleaned up. Records are structures {Name, Type, TTL (integer), Value (text)}, in order. */
struct bs_dns_answer {
    enum bs_dns_code code;
    bool
        is_authoritative; /* False for a referral to a delegated zone's name servers, and when refused. */
    struct bs_tree *answers;
    struct bs_tree
        *authorities; /* The SOA if there is no such name or no such record; NS of a referral. */
};

/** `answer` is overwritten. Changes nothing but what follows the world. */
void bs_dns_resolve(struct bs_account *account, const struct bs_dns_question *question,
                    struct bs_dns_answer *answer);

void bs_dns_answer_clean_up(struct bs_dns_answer *answer);

#endif
