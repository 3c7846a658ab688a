/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_CLOUDWATCH_H
#define BS_SIM_ACCOUNT_CLOUDWATCH_H

/**
 * Amazon CloudWatch, and what its files share.
 *
 * cloudwatch_metric.c   keeps what was put, and asks the world for what is the world's;
 * cloudwatch_series.c   makes series of it: one value per period;
 * cloudwatch_math.c     computes with series;
 * cloudwatch_data.c     GetMetricData and GetMetricStatistics;
 * cloudwatch_alarm.c    what alarms there are; cloudwatch_evaluation.c what state they are in;
 * cloudwatch_rule.c     the rules of composite alarms;
 * cloudwatch.c          dashboards, tags, the service.
 *
 * Periods lie on the calendar: seconds here count from 1970.
 */

#include "sim/account/account.h"

/**
 * (kind, Region, name): what DescribeAlarms shows, under the same names; "Tags"; "IsComposite"; "IsWorlds"
 * of a scenario's own; "IsScheduled" once somebody evaluates it by itself.
 */
#define BS_CLOUDWATCH_ALARM  "cloudwatch:alarm"
#define BS_CLOUDWATCH_METRIC "cloudwatch:metric"
#define BS_CLOUDWATCH_SLOT   "cloudwatch:slot"

enum { BS_CLOUDWATCH_SLOT_KEY_MAX = 80 };

/* ---- Numbers and time ---- */

/** An integer or decimal member, or `otherwise`. */
double bs_cloudwatch_number(const struct bs_tree *structure, const char *name, double otherwise);

/** @{ Whole seconds since 1970, rounded down, and back. */
int64_t bs_cloudwatch_seconds(const struct bs_account *account, struct bs_instant at);
struct bs_instant bs_cloudwatch_instant(const struct bs_account *account, int64_t seconds);
/** @} */

/** A period that metrics may have: 1, 5, 10, 30 or a multiple of 60, up to a day. */
bool bs_cloudwatch_is_period(int64_t period_s);

/* ---- Metrics ---- */

/**
 * The metric {Namespace, MetricName, Dimensions}, after the world has been asked for it if it is the world's.
 * NULL: there are no data of it.
 */
const struct bs_account_entry *bs_cloudwatch_metric(struct bs_account *account, const char *region,
                                                    const struct bs_tree *metric);

/** Whether both say the same dimensions, in whatever order. */
bool bs_cloudwatch_has_same_dimensions(const struct bs_tree *a, const struct bs_tree *b);

/** Of the metric's slot of that time and unit. Keys ascend in time; those of a metric are together. */
void bs_cloudwatch_write_slot_key(const struct bs_account_entry *metric, int64_t seconds,
                                  const char *unit, char key[BS_CLOUDWATCH_SLOT_KEY_MAX]);

/* ---- Series ---- */

/** One value per period that has data, ascending. `seconds` is where the period begins. */
struct bs_cloudwatch_series {
    int64_t *seconds;
    double *values;
    size_t count;
};

enum bs_cloudwatch_statistic_kind {
    BS_CLOUDWATCH_SAMPLE_COUNT,
    BS_CLOUDWATCH_AVERAGE,
    BS_CLOUDWATCH_SUM,
    BS_CLOUDWATCH_MINIMUM,
    BS_CLOUDWATCH_MAXIMUM,
    BS_CLOUDWATCH_PERCENTILE,
};

struct bs_cloudwatch_statistic {
    enum bs_cloudwatch_statistic_kind kind;
    double percent; /* Of a percentile. */
};

/** "Average", "p99.9"; false if it is none that is served. */
bool bs_cloudwatch_read_statistic(const char *text, struct bs_cloudwatch_statistic *statistic);

/** From, inclusive, to, exclusive; whole periods that begin in it. */
struct bs_cloudwatch_range {
    int64_t from_s;
    int64_t to_s;
    int64_t period_s;
};

/**
 * The metric's series, to be freed with the function below. `metric` may be NULL; `unit` NULL takes all.
 */
struct bs_cloudwatch_series bs_cloudwatch_series_of(struct bs_account *account,
                                                    const struct bs_account_entry *metric,
                                                    const char *unit,
                                                    struct bs_cloudwatch_statistic statistic,
                                                    struct bs_cloudwatch_range range);
void bs_cloudwatch_series_clean_up(struct bs_cloudwatch_series *series);

/* ---- MetricDataQueries ---- */

struct bs_cloudwatch_data;

/**
 * Works out all queries over the range, metrics and expressions. NULL: something is wrong with them, which
 * the answer says. To be destroyed.
 */
struct bs_cloudwatch_data *bs_cloudwatch_data_new(struct bs_account *account, const char *region,
                                                  const struct bs_tree *queries, int64_t from_s,
                                                  int64_t to_s, struct bs_account_answer *answer);
void bs_cloudwatch_data_destroy(struct bs_cloudwatch_data *data);

/** The series of the query, by its place in the list. */
const struct bs_cloudwatch_series *bs_cloudwatch_data_series(const struct bs_cloudwatch_data *data,
                                                             size_t place);

/* ---- Alarms ---- */

bool bs_cloudwatch_is_composite(const struct bs_account_entry *alarm);

/** Looks at its data now, or its rule, and changes its state if they say so. */
void bs_cloudwatch_evaluate(struct bs_account *account, struct bs_account_entry *alarm);

/** All alarms of the Region, if transitions are instant: then no time evaluates them. */
void bs_cloudwatch_evaluate_all(struct bs_account *account, const char *region);

/** Lets time evaluate the alarm from now on, once per period. */
void bs_cloudwatch_schedule(struct bs_account *account, struct bs_account_entry *alarm);

/** Puts the alarm into the state, with what follows: history, actions, composite alarms. */
void bs_cloudwatch_set_state(struct bs_account *account, struct bs_account_entry *alarm,
                             const char *state, const char *reason, const char *reason_data);

/** Takes the state of a scenario's own alarm from the world. False: no answer is to come of it. */
bool bs_cloudwatch_ask_world(struct bs_account *account, struct bs_account_entry *alarm,
                             uint64_t receipt);

void bs_cloudwatch_note(struct bs_account *account, const struct bs_account_entry *alarm,
                        const char *type, const char *summary);

/** Whether the rule is one, about alarms that exist; `is_true` what it says now. */
bool bs_cloudwatch_read_rule(struct bs_account *account, const char *region, const char *rule,
                             bool *is_true);

/** Whether the rule speaks of the alarm. */
bool bs_cloudwatch_rule_names(struct bs_account *account, const char *region, const char *rule,
                              const char *alarm);

/** @{ Operations. */
bs_account_operation_fn bs_cloudwatch_delete_alarms;
bs_account_operation_fn bs_cloudwatch_describe_alarm_history;
bs_account_operation_fn bs_cloudwatch_describe_alarms;
bs_account_operation_fn bs_cloudwatch_describe_alarms_for_metric;
bs_account_operation_fn bs_cloudwatch_disable_alarm_actions;
bs_account_operation_fn bs_cloudwatch_enable_alarm_actions;
bs_account_operation_fn bs_cloudwatch_get_metric_data;
bs_account_operation_fn bs_cloudwatch_get_metric_statistics;
bs_account_operation_fn bs_cloudwatch_list_metrics;
bs_account_operation_fn bs_cloudwatch_put_composite_alarm;
bs_account_operation_fn bs_cloudwatch_put_metric_alarm;
bs_account_operation_fn bs_cloudwatch_put_metric_data;
bs_account_operation_fn bs_cloudwatch_set_alarm_state;
/** @} */

#endif
