/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_SHAPES_TABLE_H
#define BS_MOCKS_SHAPES_TABLE_H

/** How the generated files of this folder write their rows; for them alone. */

#include "mocks/shape.h"

#define COUNT(ARRAY) (sizeof(ARRAY) / sizeof((ARRAY)[0]))
#define SHAPE(NAME)  (&shapes[SHAPE_##NAME])

/* A member whose names are all the same, and one that has others on the wire. */
#define MEMBER(NAME, OF) .name = #NAME, .wire_name = #NAME, .query_name = #NAME, .shape = SHAPE(OF)
#define MEMBER_AS(NAME, WIRE, QUERY, OF) \
    .name = #NAME, .wire_name = (WIRE), .query_name = (QUERY), .shape = SHAPE(OF)

/* An element of the table of shapes, up to its closing brace. */
#define SCALAR(NAME, KIND) [SHAPE_##NAME] = {.name = #NAME, .kind = BS_SHAPE_##KIND
#define COMPOUND(NAME, KIND) \
    SCALAR(NAME, KIND), .members = members_##NAME, .member_count = COUNT(members_##NAME)

#define WORDS(NAME)      .words = words_##NAME
#define BOUNDS(MIN, MAX) .min = (MIN), .max = (MAX)

#endif
