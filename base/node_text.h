/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_BASE_NODE_TEXT_H
#define BS_BASE_NODE_TEXT_H

/** A node of a document written again, on one line. */

#include "base/buffer.h"
#include "base/document.h"

/** YAML's flow style; read again, it is the same node. */
void bs_node_write(const struct bs_node *node, struct bs_buffer *buffer);

#endif
