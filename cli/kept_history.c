/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/kept_history.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/time.h"
#include "cli/drill_file.h"
#include "cli/inputs.h"

static const char history_suffix[] = ".history";

/* "DIR/host.json" beside "DIR/history.jsonl". */
static bool path_of_host(const char *file, char path[BS_PATH_MAX])
{
    const char *slash = strrchr(file, '/');
    const int folder = slash != NULL ? (int)(slash - file) + 1 : 0;

    return snprintf(path, BS_PATH_MAX, "%.*shost.json", folder, file) < BS_PATH_MAX;
}

/* "JOURNAL.drill" beside "JOURNAL.history". */
static bool path_of_drill(const char *file, char path[BS_PATH_MAX])
{
    const size_t length = strlen(file);
    const size_t suffix = sizeof(history_suffix) - 1;

    return length > suffix && strcmp(file + length - suffix, history_suffix) == 0 &&
           snprintf(path, BS_PATH_MAX, "%.*s.drill", (int)(length - suffix), file) < BS_PATH_MAX;
}

static const char *text_of(const struct bs_node *node, const char *key)
{
    const struct bs_node *found =
        node != NULL && node->kind == BS_NODE_MAP ? bs_node_get(node, key) : NULL;

    return found != NULL && found->kind == BS_NODE_SCALAR && found->quoted ? found->text : NULL;
}

static enum bs_status read_host(const char *path, struct bs_kept_circumstances *circumstances,
                                struct bs_document **document, struct bs_error *error)
{
    const struct bs_position where = {.file = path};
    struct bs_utc_span written;
    const struct bs_node *root;
    const char *text;
    const enum bs_status status = bs_document_load(path, document, error);

    if (status != BS_OK) {
        return status;
    }
    root = bs_document_root(*document);
    text = text_of(root, "written_at");
    if (text == NULL || !bs_utc_parse(text, &written)) {
        return bs_error_set(error, BS_ERR_INPUT, &where,
                            "'written_at' must be a date, as " BS_UTC_DATE_HELP);
    }
    circumstances->held_at_s = written.first_s;
    circumstances->backend = text_of(root, "backend");
    circumstances->reproduce = text_of(root, "reproduce");
    return BS_OK;
}

static enum bs_status read_drill(const char *path, struct bs_kept_circumstances *circumstances,
                                 struct bs_document **document, struct bs_error *error)
{
    struct bs_drill_file drill;
    const enum bs_status status = bs_drill_file_read(path, &drill, document, error);

    if (status != BS_OK) {
        *document = NULL;
        return status;
    }
    circumstances->held_at_s = drill.epoch_ns / BS_NS_PER_S;
    circumstances->backend = "aws";
    return BS_OK;
}

enum bs_status bs_kept_history_circumstances(const char *file,
                                             struct bs_kept_circumstances *circumstances,
                                             struct bs_document **document, struct bs_error *error)
{
    char path[BS_PATH_MAX];

    *circumstances = (struct bs_kept_circumstances){.held_at_s = BS_UTC_UNKNOWN};
    *document = NULL;
    if (path_of_drill(file, path) && access(path, F_OK) == 0) {
        return read_drill(path, circumstances, document, error);
    }
    if (path_of_host(file, path) && access(path, F_OK) == 0) {
        return read_host(path, circumstances, document, error);
    }
    return BS_OK;
}
