/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_STATISTICS_SUM_H
#define BS_REPORTS_STATISTICS_SUM_H

/**
 * A sum of doubles that carries what rounding has lost. (Neumaier, "Rundungsfehleranalyse einiger Verfahren
 * zur Summation endlicher Summen", 1974.) Initialise with {0}.
 */

struct bs_sum {
    double rounded;
    double lost;
};

static inline void bs_sum_add(struct bs_sum *sum, double term)
{
    const double total = sum->rounded + term;
    const double size = sum->rounded < 0.0 ? -sum->rounded : sum->rounded;
    const double term_size = term < 0.0 ? -term : term;

    sum->lost += size >= term_size ? (sum->rounded - total) + term : (term - total) + sum->rounded;
    sum->rounded = total;
}

static inline double bs_sum_total(const struct bs_sum *sum)
{
    return sum->rounded + sum->lost;
}

#endif
