/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/recording.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cli/exit_status.h"
#include "cli/inputs.h"

enum { ARENA_BYTES_MAX = 256 * 1024 * 1024 };

const char *bs_recording_path(const char *given)
{
    const char *path = given != NULL ? given : getenv("BLACKSTART_STORE");

    /* An empty variable is as good as none; an empty option is somebody's mistake. */
    return given == NULL && path != NULL && path[0] == '\0' ? NULL : path;
}

int64_t bs_recording_now_s(void)
{
    struct timespec clock = {0};

    (void)clock_gettime(CLOCK_REALTIME, &clock);
    return bs_utc_is_valid(clock.tv_sec) ? clock.tv_sec : 0;
}

static enum bs_status open_store(const char *path, struct bs_drills **drills,
                                 struct bs_error *error)
{
    const struct bs_drills_options options = {path, BS_DRILLS_RECORD, BS_DRILLS_WAIT_MS};

    return bs_drills_open(&options, drills, error);
}

/* It is closed again: a game day takes hours, in which the file may be moved. */
enum bs_status bs_recording_check(const char *path, struct bs_error *error)
{
    struct bs_drills *drills = NULL;
    enum bs_status status = BS_OK;

    if (path != NULL) {
        status = open_store(path, &drills, error);
        bs_drills_close(drills);
    }
    return status;
}

static void say(const char *path, enum bs_drills_addition addition)
{
    static const char *const words[] = {
        [BS_DRILLS_ADDED] = "recorded in",
        [BS_DRILLS_COMPLETED] = "when and where it was held is now recorded, too, in",
        [BS_DRILLS_KNOWN] = "already recorded in",
    };

    (void)fprintf(stderr, "%s %s\n", words[addition], path);
}

static enum bs_status add(const char *path, const struct bs_kept_drill *drill,
                          struct bs_error *error)
{
    enum bs_drills_addition addition = BS_DRILLS_ADDED;
    struct bs_drills *drills = NULL;
    enum bs_status status = open_store(path, &drills, error);

    if (status == BS_OK) {
        status = bs_drills_add(drills, drill, &addition, error);
    }
    if (status == BS_OK) {
        say(path, addition);
    }
    bs_drills_close(drills);
    return status;
}

int bs_recording_add(const char *path, const struct bs_report *report,
                     struct bs_kept_circumstances circumstances)
{
    struct bs_error error = {0};
    struct bs_kept_drill drill;
    struct bs_arena arena;
    enum bs_status status;

    if (path == NULL) {
        return BS_EXIT_OK;
    }
    circumstances.recorded_at_s = bs_recording_now_s();
    bs_arena_init(&arena, ARENA_BYTES_MAX);
    status = bs_kept_drill_of_report(report, &circumstances, &arena, &drill, &error);
    if (status == BS_OK) {
        status = add(path, &drill, &error);
    }
    bs_arena_clean_up(&arena);
    return status == BS_OK ? BS_EXIT_OK : bs_inputs_report(&error);
}
