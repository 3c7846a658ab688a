/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "cli/authority_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum bs_status make_folder(struct bs_authority_file *file, struct bs_error *error)
{
    const char *above = getenv("TMPDIR");
    int length;

    above = above != NULL && above[0] == '/' ? above : "/tmp";
    length = snprintf(file->folder, sizeof(file->folder), "%s/blackstart-XXXXXX", above);
    if (length < 0 || (size_t)length + sizeof("/authority.pem") > sizeof(file->folder)) {
        return bs_error_set(error, BS_ERR_IO, NULL, "TMPDIR is too long");
    }
    if (mkdtemp(file->folder) == NULL) {
        return bs_error_set(error, BS_ERR_IO, NULL, "cannot make a folder in %s: %s", above,
                            strerror(errno));
    }
    memcpy(file->path, file->folder, (size_t)length);
    memcpy(file->path + length, "/authority.pem", sizeof("/authority.pem"));
    return BS_OK;
}

static enum bs_status write_whole(const char *path, const char *text, struct bs_error *error)
{
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const size_t length = strlen(text);
    const bool is_whole = descriptor >= 0 && write(descriptor, text, length) == (ssize_t)length;
    const int reason = errno;

    if (descriptor >= 0 && close(descriptor) == 0 && is_whole) {
        return BS_OK;
    }
    return bs_error_set(error, BS_ERR_IO, NULL, "cannot write %s: %s", path, strerror(reason));
}

enum bs_status bs_authority_file_write(const char *pem, struct bs_authority_file *file,
                                       struct bs_error *error)
{
    enum bs_status status = make_folder(file, error);

    if (status != BS_OK) {
        return status;
    }
    status = write_whole(file->path, pem, error);
    if (status != BS_OK) {
        bs_authority_file_remove(file);
    }
    return status;
}

void bs_authority_file_remove(const struct bs_authority_file *file)
{
    (void)unlink(file->path);
    (void)rmdir(file->folder);
}
