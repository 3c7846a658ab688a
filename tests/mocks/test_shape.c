/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "mocks/shape.h"

static const struct bs_service_shape *service(const char *name)
{
    const struct bs_service_shape *found = bs_service_shape(name);

    assert_non_null(found);
    return found;
}

static void test_services_are_found_by_name(void **state)
{
    size_t count = 0;
    const struct bs_service_shape *const *all = bs_service_shapes(&count);

    (void)state;
    assert_int_equal(count, 17);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(bs_service_shape(all[i]->name), all[i]);
        assert_true(i == 0 || strcmp(all[i - 1]->name, all[i]->name) < 0);
    }
    assert_null(bs_service_shape("nothing"));
    assert_string_equal(service("elbv2")->signing_name, "elasticloadbalancing");
    assert_string_equal(service("cloudwatch")->signing_name, "monitoring");
    assert_string_equal(service("cloudwatch")->target_prefix, "GraniteServiceVersion20100801");
    assert_string_equal(service("dynamodbstreams")->signing_name, "dynamodb");
    assert_true(service("s3")->has_bare_errors);
    assert_false(service("route53")->has_bare_errors);
}

static void test_operations_are_found_by_name(void **state)
{
    size_t count = 0;
    const struct bs_service_shape *const *all = bs_service_shapes(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < all[i]->operation_count; j++) {
            const struct bs_operation_shape *operation = &all[i]->operations[j];

            assert_ptr_equal(bs_operation_shape(all[i], operation->name), operation);
            assert_true(operation->uri[0] == '/');
        }
        for (size_t j = 0; all[i]->refused[j] != NULL; j++) {
            assert_null(bs_operation_shape(all[i], all[i]->refused[j]));
        }
    }
    assert_non_null(bs_operation_shape(service("rds"), "SwitchoverGlobalCluster"));
    assert_int_equal(bs_operation_shape(service("route53"), "CreateHostedZone")->status, 201);
}

static void test_errors_are_found_by_shape_and_by_code(void **state)
{
    const struct bs_shape_error *error = bs_shape_error(service("rds"), "DBInstanceNotFoundFault");

    (void)state;
    assert_non_null(error);
    assert_string_equal(error->code, "DBInstanceNotFound");
    assert_int_equal(error->status, 404);
    assert_true(error->is_sender);
    assert_ptr_equal(bs_shape_error(service("rds"), "DBInstanceNotFound"), error);
    assert_null(bs_shape_error(service("rds"), "Nothing"));
    assert_int_equal(bs_shape_error(service("s3"), "NoSuchBucket")->status, 404);
    assert_int_equal(bs_shape_error(service("s3"), "SlowDown")->status, 503);
}

static void test_pages(void **state)
{
    const struct bs_shape_pages *pages =
        &bs_operation_shape(service("rds"), "DescribeDBInstances")->pages;

    (void)state;
    assert_string_equal(pages->input_token, "Marker");
    assert_string_equal(pages->result, "DBInstances");
    assert_string_equal(pages->limit, "MaxRecords");
    assert_int_equal(pages->limit_default, 100);
    /* Three tokens say where the next page begins: no slices. */
    assert_null(bs_operation_shape(service("route53"), "ListResourceRecordSets")->pages.result);
}

static const struct bs_shape_member *member(const struct bs_shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->member_count; i++) {
        if (strcmp(shape->members[i].name, name) == 0) {
            return &shape->members[i];
        }
    }
    fail_msg("no member %s", name);
    return NULL;
}

static void test_shapes_may_contain_themselves(void **state)
{
    const struct bs_shape *item =
        member(bs_operation_shape(service("dynamodb"), "PutItem")->input, "Item")->shape;
    const struct bs_shape *value = item->members[1].shape;

    (void)state;
    assert_int_equal(item->kind, BS_SHAPE_MAP);
    assert_ptr_equal(member(value, "L")->shape->members[0].shape, value);
    assert_ptr_equal(member(value, "M")->shape->members[1].shape, value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_services_are_found_by_name),
        cmocka_unit_test(test_operations_are_found_by_name),
        cmocka_unit_test(test_errors_are_found_by_shape_and_by_code),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_shapes_may_contain_themselves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
