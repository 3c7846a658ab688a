/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/account/route53_select.h"

#include <string.h>

#include "sim/account/elbv2.h"
#include "sim/account/route53.h"

enum { MULTIVALUE_MAX = 8, TARGETS_MAX = 200 };

/* What is chosen from: the sets of a name and type, as far as they may answer. */
struct choice {
    struct bs_account *account;
    const struct bs_dns_question *question;
    const struct bs_tree *sets[BS_ROUTE53_ALTERNATIVES_MAX];
    bool is_healthy[BS_ROUTE53_ALTERNATIVES_MAX];
    size_t count;
};

/* ---- Health ---- */

/* Aliases may lead to aliases, round and round: `budget` is how many more sets are looked at. */
static bool set_is_healthy(struct bs_account *account, const struct bs_tree *set, unsigned *budget);

/* An alias to other sets is as healthy as the best of them. */
static bool target_is_healthy(struct bs_account *account, const struct bs_tree *set,
                              const struct bs_tree *alias, unsigned *budget)
{
    const char *zone_id = bs_tree_text(alias, "HostedZoneId", "");
    const struct bs_account_entry *entry;
    char prefix[BS_ROUTE53_KEY_SIZE];
    bool any = false;

    bs_route53_key(bs_tree_text(alias, "DNSName", ""), bs_tree_text(set, "Type", ""), "", prefix);
    entry = bs_account_find(account, BS_ROUTE53_ANSWER, zone_id, prefix);
    if (entry == NULL) {
        entry = bs_account_next(account, BS_ROUTE53_ANSWER, zone_id, prefix);
    }
    for (; entry != NULL && strncmp(entry->key, prefix, strlen(prefix)) == 0;
         entry = bs_account_next(account, BS_ROUTE53_ANSWER, zone_id, entry->key)) {
        any = true;
        if (set_is_healthy(account, bs_tree_get(entry->attributes, "Set"), budget)) {
            return true;
        }
    }
    return !any; /* What is not known is not unhealthy. */
}

static bool set_is_healthy(struct bs_account *account, const struct bs_tree *set, unsigned *budget)
{
    const struct bs_tree *alias = bs_tree_get(set, "AliasTarget");
    const char *check = bs_tree_text(set, "HealthCheckId", NULL);
    enum bs_elbv2_health health;

    if (check != NULL && !bs_route53_is_healthy(account, check)) {
        return false;
    }
    if (!bs_tree_boolean(alias, "EvaluateTargetHealth", false) || *budget == 0) {
        return true;
    }
    --*budget;
    health = bs_elbv2_health(account, bs_tree_text(alias, "DNSName", ""));
    return health == BS_ELBV2_UNKNOWN ? target_is_healthy(account, set, alias, budget)
                                      : health == BS_ELBV2_HEALTHY;
}

static size_t healthy_count(const struct choice *choice)
{
    size_t count = 0;

    for (size_t i = 0; i < choice->count; i++) {
        count += choice->is_healthy[i] ? 1 : 0;
    }
    return count;
}

/* Whether a set may answer: it is healthy, or nothing is. */
static bool may_answer(const struct choice *choice, size_t i)
{
    return choice->is_healthy[i] || healthy_count(choice) == 0;
}

/* ---- Policies: each gives how many of the choice it has put into `chosen` ---- */

typedef size_t policy_fn(const struct choice *choice, const struct bs_tree **chosen);

static size_t choose_the_one(const struct choice *choice, const struct bs_tree **chosen)
{
    chosen[0] = choice->sets[0];
    return 1;
}

static int64_t weight_of(const struct choice *choice, size_t i)
{
    return bs_tree_integer(choice->sets[i], "Weight", 0);
}

/*
 * Healthy sets with a weight; else healthy ones without; else those with a weight, or all if there are
 * none.
 */
static bool has_part(const struct choice *choice, size_t i, unsigned resort)
{
    switch (resort) {
    case 0:
        return choice->is_healthy[i] && weight_of(choice, i) > 0;
    case 1:
        return choice->is_healthy[i];
    case 2:
        return weight_of(choice, i) > 0;
    default:
        return true;
    }
}

static size_t choose_by_weight(const struct choice *choice, const struct bs_tree **chosen)
{
    const uint64_t bits = bs_bits_derive(choice->question->draw, 0);

    for (unsigned resort = 0; resort < 4; resort++) {
        const bool is_even = resort % 2 == 1; /* Zero weights count alike. */
        int64_t total = 0;
        int64_t drawn;

        for (size_t i = 0; i < choice->count; i++) {
            total += !has_part(choice, i, resort) ? 0 : is_even ? 1 : weight_of(choice, i);
        }
        if (total == 0) {
            continue;
        }
        drawn = (int64_t)bs_bits_below(bits, (uint64_t)total);
        for (size_t i = 0; i < choice->count; i++) {
            drawn -= !has_part(choice, i, resort) ? 0 : is_even ? 1 : weight_of(choice, i);
            if (drawn < 0) {
                chosen[0] = choice->sets[i];
                return 1;
            }
        }
    }
    return 0;
}

static size_t choose_by_failover(const struct choice *choice, const struct bs_tree **chosen)
{
    size_t primary = choice->count;
    size_t secondary = choice->count;

    for (size_t i = 0; i < choice->count; i++) {
        if (strcmp(bs_tree_text(choice->sets[i], "Failover", ""), "PRIMARY") == 0) {
            primary = i;
        } else {
            secondary = i;
        }
    }
    if (primary == choice->count || (secondary < choice->count && !choice->is_healthy[primary] &&
                                     choice->is_healthy[secondary])) {
        primary = secondary;
    }
    chosen[0] = choice->sets[primary];
    return 1;
}

/*
 * How far two Regions are apart: as in the scenario; else the same, the same part of the world, or
 * another.
 */
static int64_t distance(const struct choice *choice, const char *from, const char *to)
{
    const struct bs_scenario *scenario = bs_account_scenario(choice->account);
    const int32_t a = scenario == NULL ? BS_NONE : bs_scenario_region(scenario, from);
    const int32_t b = scenario == NULL ? BS_NONE : bs_scenario_region(scenario, to);

    if (strcmp(from, to) == 0) {
        return 0;
    }
    if (a != BS_NONE && b != BS_NONE) {
        return bs_scenario_latency(scenario, a, b).ns;
    }
    return strcspn(from, "-") == strcspn(to, "-") && strncmp(from, to, strcspn(from, "-")) == 0
               ? 80 * BS_NS_PER_MS
               : 200 * BS_NS_PER_MS;
}

static size_t choose_by_latency(const struct choice *choice, const struct bs_tree **chosen)
{
    const char *from = choice->question->region == NULL ? "" : choice->question->region;
    int64_t best = INT64_MAX;

    for (size_t i = 0; i < choice->count; i++) {
        const int64_t far = distance(choice, from, bs_tree_text(choice->sets[i], "Region", ""));

        if (may_answer(choice, i) && far < best) {
            best = far;
            chosen[0] = choice->sets[i];
        }
    }
    return best == INT64_MAX ? 0 : 1;
}

static bool is_text(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/*
 * How closely a location fits the question: 3 the subdivision, 2 the country, 1 the continent, 0
 * anywhere, -1 not.
 */
static int fit(const struct bs_dns_question *question, const struct bs_tree *location)
{
    const char *continent = bs_tree_text(location, "ContinentCode", NULL);
    const char *country = bs_tree_text(location, "CountryCode", NULL);
    const char *subdivision = bs_tree_text(location, "SubdivisionCode", NULL);

    if (continent != NULL) {
        return is_text(continent, question->continent) ? 1 : -1;
    }
    if (is_text(country, "*")) {
        return 0;
    }
    if (!is_text(country, question->country)) {
        return -1;
    }
    if (subdivision == NULL) {
        return 2;
    }
    return is_text(subdivision, question->subdivision) ? 3 : -1;
}

/* The closest that is healthy; if none of those that fit is, the closest. */
static size_t choose_by_location(const struct choice *choice, const struct bs_tree **chosen)
{
    int best = -1;

    for (size_t i = 0; i < choice->count; i++) {
        const int fits = fit(choice->question, bs_tree_get(choice->sets[i], "GeoLocation"));
        const int rank = fits < 0 ? -1 : fits + (choice->is_healthy[i] ? 4 : 0);

        if (rank > best) {
            best = rank;
            chosen[0] = choice->sets[i];
        }
    }
    return best < 0 ? 0 : 1;
}

/* Up to eight, beginning at a drawn one. */
static size_t choose_several(const struct choice *choice, const struct bs_tree **chosen)
{
    const size_t first =
        (size_t)bs_bits_below(bs_bits_derive(choice->question->draw, 0), choice->count);
    size_t count = 0;

    for (size_t k = 0; k < choice->count && count < MULTIVALUE_MAX; k++) {
        const size_t i = (first + k) % choice->count;

        if (may_answer(choice, i)) {
            chosen[count++] = choice->sets[i];
        }
    }
    return count;
}

static const struct {
    const char *member;
    policy_fn *choose;
} policies[] = {
    {"Weight", choose_by_weight},         {"Failover", choose_by_failover},
    {"Region", choose_by_latency},        {"GeoLocation", choose_by_location},
    {"MultiValueAnswer", choose_several},
};

size_t bs_route53_select(struct bs_account *account, const struct bs_dns_question *question,
                         const struct bs_tree *const *sets, size_t count,
                         const struct bs_tree *chosen[BS_ROUTE53_ALTERNATIVES_MAX])
{
    struct choice choice = {.account = account, .question = question, .count = count};
    const char *policy = count == 0 ? NULL : bs_route53_policy(sets[0]);

    for (size_t i = 0; i < count; i++) {
        unsigned budget = TARGETS_MAX;

        choice.sets[i] = sets[i];
        choice.is_healthy[i] = set_is_healthy(account, sets[i], &budget);
    }
    for (size_t i = 0; policy != NULL && i < sizeof(policies) / sizeof(policies[0]); i++) {
        if (strcmp(policies[i].member, policy) == 0) {
            return policies[i].choose(&choice, chosen);
        }
    }
    return count == 0 ? 0 : choose_the_one(&choice, chosen);
}
