/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/shared_config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

enum { SETTINGS_MAX = 20000, FILES = 2 };

enum section { SECTION_NONE, SECTION_PROFILE, SECTION_SERVICES, SECTION_OTHER };

/* Texts lie in the copy of the file. */
struct setting {
    enum section section;
    enum bs_shared_file file;
    const char *name;   /* The section's. */
    const char *parent; /* The key this one stands under, or NULL. */
    const char *key;    /* NULL: the section begins. */
    const char *value;
};

struct bs_shared_config {
    char *texts[FILES];
    size_t lengths[FILES];
    struct setting *settings;
    size_t count;
    size_t capacity;
};

/* Where the reader of a file stands. */
struct reader {
    struct bs_shared_config *config;
    enum bs_shared_file kind;
    struct bs_position where;
    struct bs_error *error;
    struct setting last; /* Section and key that lines belong to. */
    size_t indent;       /* Of that key. */
};

struct bs_shared_config *bs_shared_config_new(void)
{
    return calloc(1, sizeof(struct bs_shared_config));
}

void bs_shared_config_destroy(struct bs_shared_config *config)
{
    if (config == NULL) {
        return;
    }
    for (size_t i = 0; i < FILES; i++) {
        if (config->texts[i] != NULL) {
            OPENSSL_cleanse(config->texts[i], config->lengths[i]);
            free(config->texts[i]);
        }
    }
    free(config->settings);
    free(config);
}

/* ---- Reading ---- */

static enum bs_status refuse(const struct reader *reader, const char *why)
{
    return bs_error_set(reader->error, BS_ERR_INPUT, &reader->where, "%s", why);
}

static enum bs_status keep(struct reader *reader, const struct setting *setting)
{
    struct bs_shared_config *config = reader->config;

    if (config->count == SETTINGS_MAX) {
        return refuse(reader, "too many settings");
    }
    if (config->count == config->capacity) {
        const size_t capacity = config->capacity == 0 ? 32 : config->capacity * 2;
        struct setting *settings = realloc(config->settings, capacity * sizeof(*settings));

        if (settings == NULL) {
            return bs_error_set(reader->error, BS_ERR_MEMORY, NULL, "out of memory");
        }
        config->settings = settings;
        config->capacity = capacity;
    }
    config->settings[config->count++] = *setting;
    return BS_OK;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

/* Without blanks around it. */
static char *trim(char *text)
{
    char *end = text + strlen(text);

    while (is_blank(*text)) {
        text++;
    }
    while (end > text && is_blank(end[-1])) {
        end--;
    }
    *end = '\0';
    return text;
}

/* A name may stand in quotation marks. */
static char *unquote(char *name)
{
    const size_t length = strlen(name);

    if (length >= 2 && (name[0] == '"' || name[0] == '\'') && name[length - 1] == name[0]) {
        name[length - 1] = '\0';
        return name + 1;
    }
    return name;
}

/* What kind of section it is; `name` becomes that of the profile or the services. */
static enum section section_of(enum bs_shared_file kind, char **name)
{
    static const struct {
        const char *word;
        enum section section;
    } kinds[] = {{"profile", SECTION_PROFILE}, {"services", SECTION_SERVICES}};
    const size_t length = strcspn(*name, " \t");

    if (kind == BS_SHARED_CREDENTIALS) {
        *name = unquote(*name);
        return SECTION_PROFILE;
    }
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (length == strlen(kinds[i].word) && strncmp(*name, kinds[i].word, length) == 0 &&
            (*name)[length] != '\0') {
            *name = unquote(trim(*name + length));
            return kinds[i].section;
        }
    }
    return strcmp(*name, "default") == 0 ? SECTION_PROFILE : SECTION_OTHER;
}

static enum bs_status read_section(struct reader *reader, char *line)
{
    char *end = strchr(line, ']');
    char *name;

    if (end == NULL) {
        return refuse(reader, "a section's name has no ']'");
    }
    *end = '\0';
    name = trim(line + 1);
    reader->last = (struct setting){.file = reader->kind};
    reader->last.section = section_of(reader->kind, &name);
    reader->last.name = name;
    return name[0] == '\0' ? refuse(reader, "a section has no name") : keep(reader, &reader->last);
}

/* A line that is indented more than the key above belongs to it. */
static enum bs_status read_setting(struct reader *reader, char *line, size_t indent)
{
    const struct setting *last = &reader->last;
    const bool is_nested = last->key != NULL && indent > reader->indent;
    struct setting setting = *last;
    char *equals = strchr(line, '=');

    if (last->section == SECTION_NONE) {
        return refuse(reader, "a setting stands before the first section");
    }
    if (equals == NULL || equals == line) {
        return refuse(reader, "neither a section nor 'key = value'");
    }
    if (is_nested && last->value[0] != '\0') {
        return refuse(reader, "indented more than the key above, which has a value already");
    }
    *equals = '\0';
    setting.parent = is_nested ? last->key : NULL;
    setting.key = trim(line);
    setting.value = trim(equals + 1);
    if (!is_nested) {
        reader->last = setting;
        reader->indent = indent;
    }
    return keep(reader, &setting);
}

static enum bs_status read_line(struct reader *reader, char *line)
{
    size_t indent = 0;

    while (is_blank(line[indent])) {
        indent++;
    }
    line = trim(line);
    if (line[0] == '\0' || line[0] == '#' || line[0] == ';') {
        return BS_OK;
    }
    return line[0] == '[' ? read_section(reader, line) : read_setting(reader, line, indent);
}

enum bs_status bs_shared_config_add(struct bs_shared_config *config, enum bs_shared_file kind,
                                    const char *file, const char *bytes, size_t length,
                                    struct bs_error *error)
{
    struct reader reader = {
        .config = config, .kind = kind, .where = {.file = file, .column = 1}, .error = error};
    enum bs_status status = BS_OK;
    char *text;

    if (length > BS_SHARED_CONFIG_MAX || config->texts[kind] != NULL ||
        (length > 0 && memchr(bytes, '\0', length) != NULL)) {
        return refuse(&reader, "the file is too long, or not of text, or was read before");
    }
    text = malloc(length + 1);
    if (text == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    if (length > 0) {
        memcpy(text, bytes, length);
    }
    text[length] = '\0';
    config->texts[kind] = text;
    config->lengths[kind] = length;
    while (text != NULL && *text != '\0' && status == BS_OK) {
        char *end = strchr(text, '\n');

        if (end != NULL) {
            *end = '\0';
        }
        reader.where.line++;
        status = read_line(&reader, text);
        text = end != NULL ? end + 1 : NULL;
    }
    return status;
}

/* ---- Asking ---- */

static bool is_same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The last one counts, and one of the credentials file before all of the other. */
static const char *find(const struct bs_shared_config *config, const struct setting *wanted)
{
    const struct setting *found = NULL;

    for (size_t i = 0; config != NULL && i < config->count; i++) {
        const struct setting *setting = &config->settings[i];

        if (setting->section == wanted->section && setting->key != NULL &&
            is_same(setting->name, wanted->name) && is_same(setting->parent, wanted->parent) &&
            is_same(setting->key, wanted->key) && (found == NULL || setting->file >= found->file)) {
            found = setting;
        }
    }
    return found != NULL && found->value[0] != '\0' ? found->value : NULL;
}

bool bs_shared_config_has_profile(const struct bs_shared_config *config, const char *profile)
{
    for (size_t i = 0; config != NULL && i < config->count; i++) {
        if (config->settings[i].section == SECTION_PROFILE &&
            strcmp(config->settings[i].name, profile) == 0) {
            return true;
        }
    }
    return false;
}

const char *bs_shared_config_profile(const struct bs_shared_config *config, const char *profile,
                                     const char *key)
{
    return find(config, &(struct setting){.section = SECTION_PROFILE, .name = profile, .key = key});
}

const char *bs_shared_config_service(const struct bs_shared_config *config, const char *services,
                                     const char *service, const char *key)
{
    return find(config,
                &(struct setting){
                    .section = SECTION_SERVICES, .name = services, .parent = service, .key = key});
}
