/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/result_files.h"

#include <stdio.h>
#include <string.h>

#include "cli/inputs.h"

enum { FORMAT_NAMES_MAX = 256 };

/* The bit of a name, or 0. */
static uint32_t format_named(const struct bs_format_names *known, const char *name, size_t length)
{
    for (size_t i = 0; i < known->count; i++) {
        if (strlen(known->names[i]) == length && strncmp(known->names[i], name, length) == 0) {
            return UINT32_C(1) << i;
        }
    }
    return 0;
}

static enum bs_status refuse_format(const struct bs_format_names *known, const char *name,
                                    size_t length, struct bs_error *error)
{
    char names[FORMAT_NAMES_MAX] = "";

    for (size_t i = 0; i < known->count; i++) {
        const char *joint = i == 0 ? "" : i + 1 < known->count ? ", " : " and ";

        (void)snprintf(names + strlen(names), sizeof(names) - strlen(names), "%s%s", joint,
                       known->names[i]);
    }
    return bs_error_set(error, BS_ERR_INPUT, NULL,
                        "--format takes %s, with commas between; found '%.*s'", names, (int)length,
                        name);
}

enum bs_status bs_formats_read(const struct bs_format_names *known, const char *list,
                               const char *folder, uint32_t *formats, struct bs_error *error)
{
    const char *left = list != NULL ? list : folder != NULL ? known->usual : known->names[0];

    *formats = 0;
    do {
        const size_t length = strcspn(left, ",");
        const uint32_t format = format_named(known, left, length);

        if (format == 0) {
            return refuse_format(known, left, length, error);
        }
        *formats |= format;
        left += length + (left[length] == ',' ? 1 : 0);
    } while (*left != '\0');
    if (folder == NULL && (*formats & (*formats - 1)) != 0) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--format: standard output takes one format; for several say --out");
    }
    return BS_OK;
}

enum bs_status bs_result_path(const char *folder, const char *name, char *path,
                              struct bs_error *error)
{
    return snprintf(path, BS_PATH_MAX, "%s/%s", folder, name) < BS_PATH_MAX
               ? BS_OK
               : bs_error_set(error, BS_ERR_INPUT, NULL, "--out: the path is too long");
}

enum bs_status bs_result_write(const char *folder, const char *name, const struct bs_buffer *buffer,
                               struct bs_error *error)
{
    char path[BS_PATH_MAX];
    enum bs_status status = bs_result_path(folder, name, path, error);

    if (status == BS_OK && buffer->failed) {
        status = bs_error_set(error, BS_ERR_LIMIT, NULL, "%s does not fit into memory", name);
    }
    return status == BS_OK ? bs_buffer_write_file(buffer, path, error) : status;
}

enum bs_status bs_result_print(const struct bs_buffer *buffer, const char *what,
                               struct bs_error *error)
{
    const bool is_written = !buffer->failed &&
                            fwrite(buffer->bytes, 1, buffer->length, stdout) == buffer->length &&
                            fflush(stdout) == 0;

    return is_written ? BS_OK
                      : bs_error_set(error, BS_ERR_IO, NULL,
                                     "%s could not be written to standard output", what);
}
