/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_JUNIT_TEXT_H
#define BS_REPORTS_JUNIT_TEXT_H

/** Words of a history in JUnit XML, in which they mean nothing but themselves. */

#include "base/buffer.h"

/** Appends `text`, cleaned and escaped for elements and attributes; "?" for NULL. */
void bs_junit_text(struct bs_buffer *buffer, const char *text);

/** ` NAME="VALUE"`; `name` is written as it is. */
void bs_junit_attribute(struct bs_buffer *buffer, const char *name, const char *value);

#endif
