/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/baseline_inputs.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/inputs.h"
#include "cli/sweep_output.h"
#include "reports/compare/baseline_file.h"

/* The first bytes of every SQLite database: "The SQLite database file format", section 1.3. */
static const char sqlite_header[] = "SQLite format 3";

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool is_database(const char *path)
{
    char bytes[sizeof(sqlite_header)] = "";
    FILE *file = fopen(path, "rb");
    size_t count = 0;

    if (file != NULL) {
        count = fread(bytes, 1, sizeof(bytes), file);
        (void)fclose(file);
    }
    return count == sizeof(bytes) && memcmp(bytes, sqlite_header, sizeof(bytes)) == 0;
}

static enum bs_status take_table(const char *path, const char *file, struct bs_arena *arena,
                                 struct bs_baseline *baseline, struct bs_error *error)
{
    struct bs_trial_table *table = NULL;
    enum bs_status status = bs_trial_table_open(file, &table, error);

    if (status == BS_OK) {
        status = bs_baseline_take(table, path, arena, baseline, error);
    }
    bs_trial_table_close(table);
    return status;
}

enum bs_status bs_baseline_load(const char *path, struct bs_arena *arena,
                                struct bs_baseline *baseline, struct bs_error *error)
{
    char file[BS_PATH_MAX];

    if (is_folder(path)) {
        if (snprintf(file, sizeof(file), "%s/%s", path, BS_SWEEP_FILE) >= (int)sizeof(file)) {
            return bs_error_set(error, BS_ERR_INPUT, NULL, "the path is too long");
        }
        return take_table(path, file, arena, baseline, error);
    }
    return is_database(path) ? take_table(path, path, arena, baseline, error)
                             : bs_baseline_read(path, arena, baseline, error);
}
