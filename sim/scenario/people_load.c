/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <string.h>

#include "sim/scenario/load.h"

struct person_text {
    const struct bs_node *page;
    const struct bs_node *decides;
    int64_t absent_ppb;
    struct bs_duration accepts;
    int32_t on_failure;
};

static const char *const on_failure_names[] = {"retry", "skip", "cancel", NULL};

static const struct bs_field person_fields[] = {
    {.name = "page", .kind = BS_FIELD_NODE, .offset = offsetof(struct person_text, page)},
    {.name = "decides", .kind = BS_FIELD_NODE, .offset = offsetof(struct person_text, decides)},
    {.name = "absent",
     .kind = BS_FIELD_SHARE,
     .offset = offsetof(struct person_text, absent_ppb),
     .maximum = BS_PPB_ONE},
    {.name = "accepts",
     .kind = BS_FIELD_DURATION,
     .offset = offsetof(struct person_text, accepts),
     .maximum = INT64_MAX},
    {.name = "on_failure",
     .kind = BS_FIELD_CHOICE,
     .offset = offsetof(struct person_text, on_failure),
     .choices = on_failure_names},
};
static const struct bs_fields person_table = {"person", person_fields,
                                              BS_FIELD_COUNT_OF(person_fields)};

static enum bs_status load_person(const struct bs_load *load, const struct bs_node *node,
                                  struct bs_person *person)
{
    struct person_text text = {.accepts = BS_DURATION_UNKNOWN};
    enum bs_status status = bs_load_id(load, node);

    if (status == BS_OK) {
        status = bs_load_map(load, node, "person", &person_table, &text);
    }
    if (status != BS_OK) {
        return status;
    }
    *person = (struct bs_person){
        .role = node->key,
        .absent_ppb = text.absent_ppb,
        .accepts = text.accepts,
        .on_failure = (enum bs_person_wish)text.on_failure,
    };
    status = bs_load_distribution(load, text.page, &person->page);
    return status == BS_OK ? bs_load_distribution(load, text.decides, &person->decides) : status;
}

enum bs_status bs_load_people(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_PEOPLE_MAX,
                                          sizeof(struct bs_person), &scenario->people);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_person(load, item, &scenario->people[scenario->person_count++]);
    }
    return status;
}

int32_t bs_scenario_person(const struct bs_scenario *scenario, const char *role)
{
    for (size_t i = 0; i < scenario->person_count; i++) {
        if (strcmp(scenario->people[i].role, role) == 0) {
            return (int32_t)i;
        }
    }
    return BS_NONE;
}

struct order_text {
    const struct bs_node *at;
    const struct bs_node *after;
    const struct bs_node *delay;
    const char *wish;
};

static const struct bs_field order_fields[] = {
    {.name = "at", .kind = BS_FIELD_NODE, .offset = offsetof(struct order_text, at)},
    {.name = "after", .kind = BS_FIELD_NODE, .offset = offsetof(struct order_text, after)},
    {.name = "delay", .kind = BS_FIELD_NODE, .offset = offsetof(struct order_text, delay)},
    {.name = "do",
     .kind = BS_FIELD_NAME,
     .offset = offsetof(struct order_text, wish),
     .required = true},
};
static const struct bs_fields order_table = {"order", order_fields,
                                             BS_FIELD_COUNT_OF(order_fields)};

static const char *fault_name(const struct bs_scenario *scenario, size_t index)
{
    return scenario->faults[index].name;
}

static enum bs_status load_order(const struct bs_load *load, const struct bs_node *node,
                                 struct bs_order *order)
{
    const struct bs_load_names faults = {"fault", load->scenario->fault_count, fault_name};
    struct order_text text = {0};
    const struct bs_node *when;
    enum bs_status status = bs_decode_map(node, &order_table, &text, load->error);

    if (status != BS_OK) {
        return status;
    }
    if ((text.at != NULL) == (text.after != NULL)) {
        return bs_error_set(load->error, BS_ERR_INPUT, &node->at,
                            "an order needs either 'at' or 'after' (with 'delay')");
    }
    if (text.at != NULL && text.delay != NULL) {
        return bs_error_set(load->error, BS_ERR_INPUT, &text.delay->key_at,
                            "'delay' goes with 'after', not with 'at'");
    }
    order->wish = text.wish;
    order->after = BS_NONE;
    when = text.at != NULL ? text.at : text.delay;
    if (text.after != NULL) {
        status = bs_load_reference(load, text.after, &faults, &order->after);
    }
    if (status != BS_OK || when == NULL) {
        return status;
    }
    return bs_load_distribution(load, when, &order->when);
}

enum bs_status bs_load_orders(const struct bs_load *load, const struct bs_node *node)
{
    struct bs_scenario *scenario = load->scenario;
    enum bs_status status = bs_load_array(load, node, BS_SCENARIO_ORDERS_MAX,
                                          sizeof(struct bs_order), &scenario->orders);

    for (const struct bs_node *item = node->first; status == BS_OK && item != NULL;
         item = item->next) {
        status = load_order(load, item, &scenario->orders[scenario->order_count++]);
    }
    return status;
}
