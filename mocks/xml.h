/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_MOCKS_XML_H
#define BS_MOCKS_XML_H

/** Trees as XML and back, by shapes; what the protocols wrap around them is in mocks/codec_xml.c. */

#include "mocks/codec_protocol.h"

/* ---- Writing ---- */

struct bs_xml_writer {
    struct bs_buffer *text;
    int64_t epoch_s;
};

/** Text with the escapes that XML requires; characters that XML cannot hold are U+FFFD. */
void bs_xml_text(struct bs_buffer *xml, const char *text, size_t length);

/** `<name>text</name>`. */
void bs_xml_element(struct bs_buffer *xml, const char *name, const char *text);

/** The members of a structure that travel in the body, one element after the other. */
void bs_xml_members(const struct bs_xml_writer *writer, const struct bs_shape *shape,
                    const struct bs_tree *structure);

/** A structure as an element; `xml_namespace` may be NULL. */
void bs_xml_structure(const struct bs_xml_writer *writer, const char *name,
                      const char *xml_namespace, const struct bs_shape *shape,
                      const struct bs_tree *structure);

/* ---- Reading ---- */

enum bs_xml_fault {
    BS_XML_FINE,
    BS_XML_NOT_WELL_FORMED, /* Or an element is another than it must be. */
    BS_XML_WRONG_VALUE,     /* Not of the member's type. */
    BS_XML_TOO_LARGE,
};

struct bs_xml_document {
    const char *bytes;
    size_t length;
    const char *root; /* What the outermost element must be called. */
    int64_t epoch_s;
};

/**
 * The document as a structure of that shape: members that travel in the body. NULL and a fault if it cannot
 * be read; `where` is then the name of the element at fault or empty. There are no document types and no
 * entities but XML's own five.
 */
struct bs_tree *bs_xml_read(const struct bs_xml_document *document, const struct bs_shape *shape,
                            enum bs_xml_fault *fault, char where[64]);

#endif
