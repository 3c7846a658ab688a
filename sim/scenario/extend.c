/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "sim/scenario/extend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/scenario.h"

enum { PATH_BYTES_MAX = 4096 };

/* The files read so far, each with the canonical path by which it is known again. */
struct chain {
    struct bs_document *documents[BS_SCENARIO_CHAIN_MAX];
    char *paths[BS_SCENARIO_CHAIN_MAX]; /* NULL: bytes that were given are no file. */
    size_t count;
};

enum bs_status bs_scenario_check_schema(const struct bs_node *root, struct bs_error *error)
{
    const struct bs_node *schema =
        root->kind == BS_NODE_MAP ? bs_node_get(root, "blackstart") : NULL;

    if (schema == NULL || schema->kind != BS_NODE_SCALAR ||
        strcmp(schema->text, "scenario/1") == 0) {
        return BS_OK;
    }
    return bs_error_set(error, BS_ERR_INPUT, &schema->at,
                        "'%s' is not known; this version reads 'blackstart: scenario/1'",
                        schema->text);
}

bool bs_scenario_path_beside(const char *file, const char *path, char *joined, size_t joined_size)
{
    const char *slash = strrchr(file, '/');
    const int folder_length = path[0] == '/' || slash == NULL ? 0 : (int)(slash - file) + 1;
    const int length = snprintf(joined, joined_size, "%.*s%s", folder_length, file, path);

    return length >= 0 && (size_t)length < joined_size;
}

/* What stands under `extends`, or NULL. */
static const struct bs_node *find_extends(const struct bs_document *document)
{
    const struct bs_node *root = bs_document_root(document);
    const struct bs_node *extends = root->kind == BS_NODE_MAP ? bs_node_get(root, "extends") : NULL;

    return extends == NULL || bs_node_is_null(extends) ? NULL : extends;
}

/* These say what this file is, so that another file's would be wrong, and the reader is told at once. */
static enum bs_status check_own_words(const struct bs_node *root, struct bs_error *error)
{
    static const char *const own[] = {"blackstart", "name", "about"};

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        if (bs_node_get(root, own[i]) == NULL) {
            return bs_error_set(
                error, BS_ERR_INPUT, &root->at,
                "missing key '%s': a scenario that extends another needs 'blackstart', "
                "'name' and 'about' of its own",
                own[i]);
        }
    }
    return BS_OK;
}

static enum bs_status check_extends(const struct chain *chain, const struct bs_node *extends,
                                    struct bs_error *error)
{
    if (extends->kind != BS_NODE_SCALAR || extends->length == 0) {
        return bs_error_set(error, BS_ERR_INPUT, &extends->at,
                            "'extends' must be the path of a scenario file");
    }
    if (chain->count == BS_SCENARIO_CHAIN_MAX) {
        return bs_error_set(error, BS_ERR_INPUT, &extends->at,
                            "extends '%s': a chain of more than %d files", extends->text,
                            BS_SCENARIO_CHAIN_MAX);
    }
    return check_own_words(bs_document_root(chain->documents[chain->count - 1]), error);
}

/* A file that cannot be read has no line of its own: the place to mend is where it is named. */
static enum bs_status read_next(struct chain *chain, const struct bs_node *extends,
                                const char *path, struct bs_error *error)
{
    struct bs_error inner = {0};
    enum bs_status status = bs_document_load(path, &chain->documents[chain->count], &inner);

    if (status == BS_OK) {
        chain->paths[chain->count] = realpath(path, NULL);
        return chain->paths[chain->count++] != NULL
                   ? BS_OK
                   : bs_error_set(error, BS_ERR_IO, NULL, "%s: its path cannot be resolved", path);
    }
    if (extends == NULL || inner.where.line > 0) {
        return bs_error_set(error, status, &inner.where, "%s", inner.message);
    }
    return bs_error_set(error, status, &extends->at,
                        "extends '%s': %s; a relative path counts from this file's folder", path,
                        inner.message);
}

static enum bs_status check_last(const struct chain *chain, const struct bs_node *extends,
                                 struct bs_error *error)
{
    const size_t last = chain->count - 1;

    for (size_t i = 0; i < last; i++) {
        if (chain->paths[i] != NULL && strcmp(chain->paths[i], chain->paths[last]) == 0) {
            return bs_error_set(error, BS_ERR_INPUT, &extends->at,
                                "extends '%s': a circle, as that file extends this one",
                                extends->text);
        }
    }
    return bs_scenario_check_schema(bs_document_root(chain->documents[last]), error);
}

/* Reads what the first file, which has been read, extends. */
static enum bs_status read_chain(struct chain *chain, struct bs_error *error)
{
    const struct bs_node *extends = find_extends(chain->documents[0]);
    enum bs_status status = BS_OK;

    if (extends != NULL) {
        status = bs_scenario_check_schema(bs_document_root(chain->documents[0]), error);
    }
    while (status == BS_OK && extends != NULL) {
        char joined[PATH_BYTES_MAX];

        status = check_extends(chain, extends, error);
        if (status == BS_OK &&
            !bs_scenario_path_beside(extends->at.file, extends->text, joined, sizeof(joined))) {
            status = bs_error_set(error, BS_ERR_INPUT, &extends->at, "the path is too long");
        }
        if (status == BS_OK) {
            status = read_next(chain, extends, joined, error);
        }
        if (status == BS_OK) {
            status = check_last(chain, extends, error);
        }
        if (status == BS_OK) {
            extends = find_extends(chain->documents[chain->count - 1]);
        }
    }
    return status;
}

/* Lays the first file, which has been read, over those that it extends. */
static enum bs_status lay_chain(struct chain *chain, struct bs_document **document,
                                struct bs_error *error)
{
    enum bs_status status = read_chain(chain, error);
    size_t separate = chain->count;

    while (status == BS_OK && separate > 1) {
        status = bs_document_underlay(chain->documents[separate - 2],
                                      chain->documents[separate - 1], error);
        separate -= status == BS_OK ? 1 : 0;
    }
    for (size_t i = 0; i < chain->count; i++) {
        free(chain->paths[i]);
    }
    if (status != BS_OK) {
        for (size_t i = 0; i < separate; i++) {
            bs_document_destroy(chain->documents[i]);
        }
        return status;
    }
    *document = chain->documents[0];
    return BS_OK;
}

enum bs_status bs_scenario_documents_load(const char *path, struct bs_document **document,
                                          struct bs_error *error)
{
    struct chain chain = {.count = 0};
    const enum bs_status status = read_next(&chain, NULL, path, error);

    if (status != BS_OK) {
        bs_document_destroy(chain.documents[0]);
        return status;
    }
    return lay_chain(&chain, document, error);
}

enum bs_status bs_scenario_documents_parse(const char *name, const char *bytes, size_t length,
                                           struct bs_document **document, struct bs_error *error)
{
    struct chain chain = {.count = 1};
    const enum bs_status status =
        bs_document_parse(name, bytes, length, &chain.documents[0], error);

    return status == BS_OK ? lay_chain(&chain, document, error) : status;
}
