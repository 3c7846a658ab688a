/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ENGINE_MATH_H
#define BS_SIM_ENGINE_MATH_H

/**
 * The few functions that samplers need, from IEEE-754 addition, multiplication, division, sqrt and floor
 * alone, so that every machine gets the same bits. (Libraries' log and exp differ in the last bit.)
 *
 * Errors are bounds observed by tests/engine/test_math.c over dense grids, against a library in extended
 * precision.
 */

/**
 * e^x. Error below 1 ulp for results that are normal numbers. Below 2^-1022: 0. Above the greatest double:
 * infinity.
 */
double bs_exp(double x);

/** The natural logarithm of a normal number x > 0; error below 1 ulp. */
double bs_log(double x);

/** x^y for x > 0 as bs_exp(y * bs_log(x)): relative error about (1 + |y log x|) * 2^-52. x = 0, y > 0: 0. */
double bs_power(double x, double y);

/**
 * The standard normal quantile of p in (0, 1). Relative error below 2 * 10^-15.
 * M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics
 * 37(3), 1988, 477-484: routine PPND16 and its coefficients.
 */
double bs_normal_quantile(double p);

/**
 * The quantile of the gamma distribution of `shape` in [0.01, 1000] and scale 1, given both p in (0, 1) and
 * q = 1 - p (so that neither tail loses digits). Relative error below 10^-12.
 */
double bs_gamma_quantile(double shape, double p, double q);

#endif
