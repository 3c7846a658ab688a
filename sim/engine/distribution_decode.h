/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_DISTRIBUTION_DECODE_H
#define BS_SIM_ENGINE_DISTRIBUTION_DECODE_H

/**
 * Distributions as people write them:
 *
 *     90s                                     the same as {constant: 90s}
 *     {uniform: {low: 60s, high: 2m}}
 *     {normal: {mean: 4m, sd: 30s}}
 *     {lognormal: {median: 1200ms, p95: 8s}}
 *     {exponential: {mean: 850ms}}
 *     {weibull: {shape: 1.5, scale: 10s}}
 *     {pareto: {minimum: 15m, shape: 1}}
 *     {gamma: {shape: 2, scale: 3s}}
 *     {empirical: [1s, 2s, 2s, 9s]}
 *     {mixture: [{weight: 90%, of: 5s}, {weight: 10%, of: {exponential: {mean: 1m}}}]}
 *
 * each with `truncate: {min: 1s, max: 5m}` beside the shape, either bound optional. Weights are relative to
 * their sum.
 */

#include "base/arena.h"
#include "base/document.h"
#include "base/status.h"
#include "sim/engine/variate.h"

enum {
    BS_EMPIRICAL_VALUES_MAX = 10000,
    BS_MIXTURE_PARTS_MAX = 1000,
};

/**
 * Reads a distribution. What it points to lives in `arena`. BS_ERR_INPUT with the position of what is wrong:
 * no shape or several, a parameter that is missing, misspelt or out of bounds, a truncation that leaves
 * nothing. BS_ERR_MEMORY if the arena is full.
 */
enum bs_status bs_distribution_decode(const struct bs_node *node, struct bs_arena *arena,
                                      struct bs_distribution *out, struct bs_error *error);

/** Whether a node is a map with a shape among its keys, as no other map of scenario files has one. */
bool bs_distribution_is_written(const struct bs_node *node);

#endif
