/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/drill_file.h"

#include <stdio.h>
#include <string.h>

#include "base/decode.h"
#include "base/json_writer.h"

enum { FILE_BYTES_MAX = 64 * 1024 };

#define SCHEMA "drill/1"

struct file_text {
    const char *schema;
    struct bs_drill_file file;
};

#define FIELD(key, field_kind, member) \
    .name = key, .kind = field_kind, .offset = offsetof(struct file_text, member)

static const struct bs_field file_fields[] = {
    {FIELD("blackstart", BS_FIELD_TEXT, schema), .required = true},
    {FIELD("scenario", BS_FIELD_TEXT, file.scenario), .required = true},
    {FIELD("scenario_sha256", BS_FIELD_TEXT, file.scenario_sha256), .required = true},
    {FIELD("account", BS_FIELD_TEXT, file.account), .required = true},
    {FIELD("reason", BS_FIELD_TEXT, file.reason), .required = true},
    {FIELD("endpoint_url", BS_FIELD_TEXT, file.url)},
    {FIELD("people", BS_FIELD_TEXT, file.people)},
    {FIELD("out", BS_FIELD_TEXT, file.out)},
    {FIELD("store", BS_FIELD_TEXT, file.store)},
    {FIELD("scale_thousandths", BS_FIELD_COUNT, file.scale), .required = true, .minimum = 1,
     .maximum = INT64_C(1000000)},
    {FIELD("epoch_ns", BS_FIELD_COUNT, file.epoch_ns), .required = true},
    {FIELD("orchestrator", BS_FIELD_COUNT, file.orchestrator), .required = true, .minimum = 1,
     .maximum = UINT32_MAX},
};
static const struct bs_fields file_table = {"drill", file_fields,
                                            sizeof(file_fields) / sizeof(file_fields[0])};

bool bs_drill_path(const char *journal, const char *what, char *path, size_t path_size)
{
    const int length = snprintf(path, path_size, "%s.%s", journal, what);

    return length > 0 && (size_t)length < path_size;
}

enum bs_status bs_drill_file_write(const char *path, const struct bs_drill_file *file,
                                   struct bs_error *error)
{
    struct bs_buffer buffer;
    struct bs_json_writer writer = {.buffer = &buffer, .indent = 2};
    enum bs_status status;

    bs_buffer_init(&buffer, FILE_BYTES_MAX);
    bs_json_begin_object(&writer);
    bs_json_member_text(&writer, "blackstart", SCHEMA);
    bs_json_member_text(&writer, "scenario", file->scenario);
    bs_json_member_text(&writer, "scenario_sha256", file->scenario_sha256);
    bs_json_member_text(&writer, "account", file->account);
    bs_json_member_text(&writer, "reason", file->reason);
    bs_json_member_text(&writer, "endpoint_url", file->url);
    bs_json_member_text(&writer, "people", file->people);
    bs_json_member_text(&writer, "out", file->out);
    bs_json_member_text(&writer, "store", file->store);
    bs_json_member_integer(&writer, "scale_thousandths", file->scale);
    bs_json_member_integer(&writer, "epoch_ns", file->epoch_ns);
    bs_json_member_integer(&writer, "orchestrator", file->orchestrator);
    bs_json_end_object(&writer);
    bs_buffer_text(&buffer, "\n");
    status = buffer.failed ? bs_error_set(error, BS_ERR_LIMIT, NULL, "the reason is too long")
                           : bs_buffer_write_file(&buffer, path, error);
    bs_buffer_clean_up(&buffer);
    return status;
}

enum bs_status bs_drill_file_read(const char *path, struct bs_drill_file *file,
                                  struct bs_document **document, struct bs_error *error)
{
    struct file_text text = {.schema = NULL};
    enum bs_status status = bs_document_load(path, document, error);

    if (status != BS_OK) {
        return status;
    }
    status = bs_decode_map(bs_document_root(*document), &file_table, &text, error);
    if (status == BS_OK && strcmp(text.schema, SCHEMA) != 0) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL, "%s is no drill of this version", path);
    }
    if (status != BS_OK) {
        bs_document_destroy(*document);
    }
    *file = text.file;
    return status;
}
