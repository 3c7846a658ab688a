/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
int main(void)
{
    return 0;
}
