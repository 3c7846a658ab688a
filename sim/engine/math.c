/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/engine/math.h"

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/assert.h"

/* ln 2 in two parts; the first has its low 21 bits zero, so that a multiple by an exponent is exact. */
#define LN2_HIGH 0x1.62e42feep-1
#define LN2_LOW  0x1.a39ef35793c76p-33
#define LOG2_E   0x1.71547652b82fep+0

enum {
    DOUBLE_FRACTION_BITS = 52,
    DOUBLE_EXPONENT_BIAS = 1023,
};

/* The polynomial in x with the lowest coefficient first; their number is even. Two chains, of the odd and of
   the even powers, take half the time of one. */
static inline double polynomial(const double *coefficients, size_t count, double x)
{
    double square = x * x;
    double odd = coefficients[count - 1];
    double even = coefficients[count - 2];

    for (size_t i = count - 2; i > 0; i -= 2) {
        odd = odd * square + coefficients[i - 1];
        even = even * square + coefficients[i - 2];
    }
    return even + odd * x;
}

/* 2^exponent for the exponents of normal numbers. */
static double power_of_two(int64_t exponent)
{
    uint64_t bits = (uint64_t)(exponent + DOUBLE_EXPONENT_BIAS) << DOUBLE_FRACTION_BITS;
    double value;

    memcpy(&value, &bits, sizeof(value));
    return value;
}

double bs_exp(double x)
{
    /* Taylor: e^r = 1 + r + r^2 (1/2! + r/3! + ..). For |r| <= ln 2 / 2 the first term left out is below
       3 * 10^-20. */
    static const double inverse_factorials[] = {
        1.0 / 2,         1.0 / 6,          1.0 / 24,          1.0 / 120,           1.0 / 720,
        1.0 / 5040,      1.0 / 40320,      1.0 / 362880,      1.0 / 3628800,       1.0 / 39916800,
        1.0 / 479001600, 1.0 / 6227020800, 1.0 / 87178291200, 1.0 / 1307674368000,
    };
    double multiple;
    double high;
    double low;
    double r;

    if (x < -708.0) {
        return 0.0;
    }
    if (x > 709.782712893384) {
        return (double)INFINITY;
    }
    multiple = floor(x * LOG2_E + 0.5);
    high = x - multiple * LN2_HIGH;
    low = multiple * LN2_LOW;
    r = high - low;
    /* What r lost by rounding is added back last. */
    low = (high - r) - low;
    r = 1.0 + (r + (r * r * polynomial(inverse_factorials, 14, r) + low));
    if (multiple > 1023.0) {
        return r * 2.0 * power_of_two((int64_t)multiple - 1);
    }
    return r * power_of_two((int64_t)multiple);
}

double bs_log(double x)
{
    /* With s = f / (2 + f): log(1 + f) = 2 s + 2 s^3 / 3 + 2 s^5 / 5 + ..; |s| < 0.1716, and the first term
       left out is below 10^-19 of the first. */
    static const double two_over_odd[] = {
        2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
        2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23, 2.0 / 25,
    };
    uint64_t bits;
    double exponent;
    double f;
    double s;
    double half_square;
    double rest;

    BS_ASSERT(x >= 0x1p-1022 && x < (double)INFINITY);

    memcpy(&bits, &x, sizeof(bits));
    exponent = (double)((int64_t)(bits >> DOUBLE_FRACTION_BITS) - DOUBLE_EXPONENT_BIAS);
    bits = (bits & ((UINT64_C(1) << DOUBLE_FRACTION_BITS) - 1)) |
           ((uint64_t)DOUBLE_EXPONENT_BIAS << DOUBLE_FRACTION_BITS);
    memcpy(&f, &bits, sizeof(f));
    if (f > 0x1.6a09e667f3bcdp+0) { /* sqrt 2 */
        f *= 0.5;
        exponent += 1.0;
    }
    f -= 1.0;
    s = f / (2.0 + f);
    rest = s * s * polynomial(two_over_odd, 12, s * s);
    /* log(1 + f) = f - (f^2 / 2 - s (f^2 / 2 + rest)) keeps the large term, f, exact. */
    half_square = 0.5 * f * f;
    return exponent * LN2_HIGH -
           ((half_square - (s * (half_square + rest) + exponent * LN2_LOW)) - f);
}

double bs_power(double x, double y)
{
    return x > 0.0 ? bs_exp(y * bs_log(x)) : 0.0;
}

/* AS 241: one rational function near the middle, one for the tails, one for the far tails. */
enum { QUANTILE_TERMS = 8 };

struct rational {
    double numerator[QUANTILE_TERMS];
    double denominator[QUANTILE_TERMS];
};

static const struct rational quantile_middle = {
    .numerator = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                  1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                  3.3430575583588128105e4, 2.5090809287301226727e3},
    .denominator = {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                    2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
                    5.2264952788528545610e3},
};

static const struct rational quantile_tail = {
    .numerator = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                  3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                  2.27238449892691845833e-2, 7.74545014278341407640e-4},
    .denominator = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
                    6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
                    5.47593808499534494600e-4, 1.05075007164441684324e-9},
};

static const struct rational quantile_far_tail = {
    .numerator = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                  2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                  2.71155556874348757815e-5, 2.01033439929228813265e-7},
    .denominator = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
                    1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
                    1.42151175831644588870e-7, 2.04426310338993978564e-15},
};

static double ratio(const struct rational *rational, double x)
{
    return polynomial(rational->numerator, QUANTILE_TERMS, x) /
           polynomial(rational->denominator, QUANTILE_TERMS, x);
}

double bs_normal_quantile(double p)
{
    double q = p - 0.5;
    double r;
    double magnitude;

    BS_ASSERT(p > 0.0 && p < 1.0);

    if (q >= -0.425 && q <= 0.425) {
        return q * ratio(&quantile_middle, 0.180625 - q * q);
    }
    r = sqrt(-bs_log(q < 0.0 ? p : 1.0 - p));
    magnitude = r <= 5.0 ? ratio(&quantile_tail, r - 1.6) : ratio(&quantile_far_tail, r - 5.0);
    return q < 0.0 ? -magnitude : magnitude;
}

/* The two incomplete gamma functions, and x times the density. */
struct gamma_point {
    double p;
    double q;
    double slope; /* d p / d log x = x^shape e^-x / Gamma(shape) */
};

/* The remainder of Stirling's series for log Gamma(a); the first term left out is below 2 * 10^-18 for
   a >= 10. */
static double stirling_rest(double a)
{
    static const double coefficients[] = {
        1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
        1.0 / 1188, -691.0 / 360360, 1.0 / 156,  -3617.0 / 122400,
    };

    return polynomial(coefficients, 8, 1.0 / (a * a)) / a;
}

/* Split as shape (log t - t + 1), t = x / shape, times a constant, so that large terms do not cancel. Small
   shapes are shifted up: Gamma(a) = Gamma(a + n) / (a (a + 1) .. (a + n - 1)). */
static double gamma_slope(double shape, double x)
{
    static const double log_root_two_pi = 0.91893853320467274178;
    double a = shape;
    double product = 1.0;

    if (a >= 10.0) {
        return bs_exp(a * bs_log(x / a) - (x - a) - stirling_rest(a) - log_root_two_pi +
                      0.5 * bs_log(a));
    }
    while (a < 10.0) {
        product *= a;
        a += 1.0;
    }
    return product * bs_exp(shape * bs_log(x) - x - (a - 0.5) * bs_log(a) + a - log_root_two_pi -
                            stirling_rest(a));
}

/* p by its power series (DLMF 8.7.1), for x < shape + 1: terms fall from the start. */
static double gamma_series(double shape, double x, double slope)
{
    double term = 1.0 / shape;
    double sum = term;

    for (double n = shape + 1.0; term > sum * 0x1p-54; n += 1.0) {
        term *= x / n;
        sum += term;
    }
    return slope * sum;
}

/* q by its continued fraction (DLMF 8.9.2) in Lentz's way, for x >= shape + 1. */
static double gamma_fraction(double shape, double x, double slope)
{
    enum { STEPS_MAX = 2000 };
    double b = x + 1.0 - shape;
    double c = 0x1p+1000;
    double d = 1.0 / b;
    double h = d;

    for (int i = 1; i <= STEPS_MAX; i++) {
        double a = -(double)i * ((double)i - shape);
        double change;

        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        change = d * c;
        h *= change;
        if (change > 1.0 - 0x1p-52 && change < 1.0 + 0x1p-52) {
            break;
        }
    }
    return slope * h;
}

static struct gamma_point gamma_at(double shape, double x)
{
    struct gamma_point point = {.slope = gamma_slope(shape, x)};

    if (x < shape + 1.0) {
        point.p = gamma_series(shape, x, point.slope);
        point.q = 1.0 - point.p;
    } else {
        point.q = gamma_fraction(shape, x, point.slope);
        point.p = 1.0 - point.q;
    }
    return point;
}

/* Wilson and Hilferty's cube of a normal variate, or the first term of the series where that fails. */
static double gamma_first_guess(double shape, double p)
{
    double spread = 1.0 / (9.0 * shape);
    double root = 1.0 - spread + bs_normal_quantile(p) * sqrt(spread);

    if (shape >= 1.0 && root > 0.3) {
        return bs_log(shape * root * root * root);
    }
    /* p = x^shape / Gamma(shape + 1), where x = 1 gives slope = 1 / (e Gamma(shape)). */
    return (bs_log(p) - bs_log(gamma_slope(shape, 1.0) / shape) - 1.0) / shape;
}

double bs_gamma_quantile(double shape, double p, double q)
{
    enum { STEPS_MAX = 100 };
    /* In y = log x. Both log p and log q are concave in y, so that Newton's steps on the lesser of the two
       converge; the bracket is for what rounding may do. */
    double low = -690.0;
    double high = 9.0;
    double y;

    BS_ASSERT(shape >= 0.01 && shape <= 1000.0);
    BS_ASSERT(p > 0.0 && q > 0.0);

    y = gamma_first_guess(shape, p);
    for (int i = 0; i < STEPS_MAX; i++) {
        struct gamma_point point;
        double step;

        y = y > low && y < high ? y : 0.5 * (low + high);
        point = gamma_at(shape, bs_exp(y));
        if (p < 0.5 ? point.p < p : point.q > q) {
            low = y;
        } else {
            high = y;
        }
        if (point.slope <= 0.0 || point.p <= 0.0 || point.q <= 0.0) {
            y = 0.5 * (low + high);
            continue;
        }
        step = p < 0.5 ? bs_log(p / point.p) * point.p / point.slope
                       : bs_log(point.q / q) * point.q / point.slope;
        y += step;
        if (step > -0x1p-48 && step < 0x1p-48) {
            break;
        }
    }
    return bs_exp(y);
}
