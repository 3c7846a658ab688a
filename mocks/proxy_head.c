/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/proxy_head.h"

#include <string.h>
#include <strings.h>

enum { HTTP_PORT = 80, METHOD_MAX = 32, PORT_DIGITS_MAX = 5 };

/* A stretch of bytes, within others. */
struct text {
    const char *at;
    size_t length;
};

static const char http_scheme[] = "http://";

/* ---- Pieces ---- */

static bool text_is(struct text text, const char *word)
{
    return text.length == strlen(word) && strncasecmp(text.at, word, text.length) == 0;
}

/* What stands before the first `end`, or all of it; `rest` is left with what follows. */
static struct text take(struct text *rest, char end)
{
    const char *found = rest->length > 0 ? memchr(rest->at, end, rest->length) : NULL;
    const struct text taken = {rest->at, found != NULL ? (size_t)(found - rest->at) : rest->length};
    const size_t skipped = taken.length + (found != NULL ? 1 : 0);

    rest->at += skipped;
    rest->length -= skipped;
    return taken;
}

static struct text take_line(struct text *rest)
{
    struct text line = take(rest, '\n');

    line.length -= line.length > 0 && line.at[line.length - 1] == '\r' ? 1 : 0;
    return line;
}

/* Up to and with the empty line, lines ending in LF alone allowed; 0: it has not come yet. */
static size_t head_length(const char *bytes, size_t length)
{
    struct text rest = {bytes, length};

    while (rest.length > 0 && memchr(rest.at, '\n', rest.length) != NULL) {
        if (take_line(&rest).length == 0) {
            return length - rest.length;
        }
    }
    return 0;
}

/* ---- Hosts ---- */

static bool is_alphanumeric(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

static char lower(char character)
{
    return (char)(character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character);
}

static bool copy_host(struct text name, const char *also_allowed, char host[BS_PROXY_HOST_MAX])
{
    if (name.length > 1 && name.at[name.length - 1] == '.') {
        name.length--;
    }
    if (name.length == 0 || name.length >= BS_PROXY_HOST_MAX) {
        return false;
    }
    for (size_t i = 0; i < name.length; i++) {
        host[i] = lower(name.at[i]);
        if (!is_alphanumeric(host[i]) &&
            (host[i] == '\0' || strchr(also_allowed, host[i]) == NULL)) {
            return false;
        }
    }
    host[name.length] = '\0';
    return is_alphanumeric(host[0]) || host[0] == ':' || host[0] == '_';
}

static bool read_port(struct text digits, uint16_t *port)
{
    uint32_t number = 0;

    if (digits.length == 0 || digits.length > PORT_DIGITS_MAX) {
        return false;
    }
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.at[i] < '0' || digits.at[i] > '9') {
            return false;
        }
        number = number * 10 + (uint32_t)(digits.at[i] - '0');
    }
    *port = (uint16_t)number;
    return number > 0 && number <= UINT16_MAX;
}

/* "host:port", "[address]:port"; the port may be missing, or empty, and is then left as it is. */
static bool read_authority(struct text authority, struct bs_proxy_head *head)
{
    const bool is_address6 = authority.length > 0 && authority.at[0] == '[';
    struct text host;

    if (is_address6) {
        (void)take(&authority, '[');
    }
    host = take(&authority, is_address6 ? ']' : ':');
    if (!copy_host(host, is_address6 ? ":." : "-._", head->host)) {
        return false;
    }
    if (is_address6 && authority.length > 0 && take(&authority, ':').length > 0) {
        return false;
    }
    return authority.length == 0 || read_port(authority, &head->port);
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text);
    const size_t end_length = strlen(end);

    return length > end_length && strcmp(text + length - end_length, end) == 0;
}

bool bs_proxy_host_is_amazon(const char *host)
{
    return ends_with(host, ".amazonaws.com") || ends_with(host, ".amazonaws.com.cn") ||
           ends_with(host, ".api.aws");
}

bool bs_proxy_host_is_metadata(const char *host)
{
    static const char *const hosts[] = {"169.254.169.254", "169.254.170.2", "169.254.170.23",
                                        "fd00:ec2::254", "fd00:ec2::23"};

    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
        if (strcmp(host, hosts[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- Heads ---- */

static struct text authority_of(struct text target)
{
    struct text authority = {target.at + sizeof(http_scheme) - 1,
                             target.length - (sizeof(http_scheme) - 1)};
    size_t length = 0;

    while (length < authority.length && strchr("/?#", authority.at[length]) == NULL) {
        length++;
    }
    authority.length = length;
    return authority;
}

static bool is_absolute(struct text target)
{
    return target.length > sizeof(http_scheme) - 1 &&
           strncasecmp(target.at, http_scheme, sizeof(http_scheme) - 1) == 0;
}

/* A method and a version are a server's to judge; here they only have to look like one. */
static bool is_request(struct text method, struct text version)
{
    if (method.length == 0 || method.length > METHOD_MAX || version.length <= 5 ||
        strncmp(version.at, "HTTP/", 5) != 0) {
        return false;
    }
    for (size_t i = 0; i < method.length; i++) {
        if (method.at[i] < 'A' || method.at[i] > 'Z') {
            return false;
        }
    }
    return true;
}

static enum bs_proxy_head_kind read_target(struct text method, struct text target,
                                           struct bs_proxy_head *head)
{
    if (text_is(method, "CONNECT")) {
        return read_authority(target, head) && head->port != 0 ? BS_PROXY_HEAD_CONNECT
                                                               : BS_PROXY_HEAD_BROKEN;
    }
    if (is_absolute(target)) {
        head->port = HTTP_PORT;
        return read_authority(authority_of(target), head) ? BS_PROXY_HEAD_ABSOLUTE
                                                          : BS_PROXY_HEAD_BROKEN;
    }
    return target.length > 0 && target.at[0] == '/' ? BS_PROXY_HEAD_DIRECT : BS_PROXY_HEAD_BROKEN;
}

void bs_proxy_head_read(const char *bytes, size_t length, struct bs_proxy_head *head)
{
    struct text line = {bytes, length};
    struct text method;
    struct text target;

    *head = (struct bs_proxy_head){.length = head_length(bytes, length)};
    if (head->length == 0) {
        head->kind = BS_PROXY_HEAD_PARTIAL;
        return;
    }
    line = take_line(&line);
    method = take(&line, ' ');
    target = take(&line, ' ');
    head->kind = memchr(bytes, '\0', head->length) == NULL && is_request(method, line)
                     ? read_target(method, target, head)
                     : BS_PROXY_HEAD_BROKEN;
}

/* ---- Forwarding ---- */

/* Said to the proxy, or said anew. */
static bool is_dropped(struct text name)
{
    static const char *const names[] = {"Host",       "Connection",          "Proxy-Connection",
                                        "Keep-Alive", "Proxy-Authorization", "Upgrade"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (text_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* Clients sign a Host without the port that goes without saying. */
static void append_host(const struct bs_proxy_head *head, struct bs_buffer *forwarded)
{
    const bool is_address6 = strchr(head->host, ':') != NULL;

    bs_buffer_format(forwarded, is_address6 ? "Host: [%s]" : "Host: %s", head->host);
    if (head->port != HTTP_PORT) {
        bs_buffer_format(forwarded, ":%u", (unsigned)head->port);
    }
    bs_buffer_text(forwarded, "\r\nConnection: close\r\n");
}

/* A line that goes on the one before (RFC 9112, 5.2) shares its fate. */
static void append_headers(struct text rest, struct bs_buffer *forwarded)
{
    bool is_left_out = true;

    while (rest.length > 0) {
        const struct text line = take_line(&rest);
        struct text name = line;

        if (line.length == 0) {
            return;
        }
        if (line.at[0] != ' ' && line.at[0] != '\t') {
            is_left_out = is_dropped(take(&name, ':'));
        }
        if (!is_left_out) {
            bs_buffer_append(forwarded, line.at, line.length);
            bs_buffer_text(forwarded, "\r\n");
        }
    }
}

void bs_proxy_head_forward(const char *bytes, const struct bs_proxy_head *head,
                           struct bs_buffer *forwarded)
{
    struct text rest = {bytes, head->length};
    struct text line = take_line(&rest);
    const struct text method = take(&line, ' ');
    const struct text target = take(&line, ' ');
    const struct text authority = authority_of(target);
    const char *path = authority.at + authority.length;

    bs_buffer_append(forwarded, method.at, method.length);
    bs_buffer_text(forwarded, path < target.at + target.length && *path == '/' ? " " : " /");
    bs_buffer_append(forwarded, path, (size_t)(target.at + target.length - path));
    bs_buffer_text(forwarded, " ");
    bs_buffer_append(forwarded, line.at, line.length);
    bs_buffer_text(forwarded, "\r\n");
    append_host(head, forwarded);
    append_headers(rest, forwarded);
    bs_buffer_text(forwarded, "\r\n");
}
