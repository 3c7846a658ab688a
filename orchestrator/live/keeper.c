/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/live/keeper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "base/assert.h"
#include "base/buffer.h"

enum { PATH_MAX_BYTES = 4096, AGAIN_S = 10 };

struct bs_keeper {
    struct bs_loop *loop;
    struct bs_chain_settings settings;
    struct bs_chain *chain;
    struct bs_loop_timer timer;
    struct bs_http_exchange *exchange; /* NULL: none under way. */
    bool is_opening;
};

static void go_on(struct bs_keeper *keeper);

struct bs_keeper *bs_keeper_new(const struct bs_keeper_settings *settings)
{
    struct bs_keeper *keeper = calloc(1, sizeof(*keeper));

    if (keeper == NULL) {
        return NULL;
    }
    keeper->loop = settings->loop;
    keeper->settings = settings->chain;
    keeper->chain = bs_chain_new(&keeper->settings);
    if (keeper->chain == NULL) {
        free(keeper);
        return NULL;
    }
    return keeper;
}

void bs_keeper_destroy(struct bs_keeper *keeper)
{
    if (keeper == NULL) {
        return;
    }
    if (keeper->exchange != NULL) {
        bs_http_client_cancel(bs_loop_http(keeper->loop), keeper->exchange);
    }
    bs_loop_clear(keeper->loop, &keeper->timer);
    bs_chain_destroy(keeper->chain);
    free(keeper);
}

/* ---- What the chain asks for ---- */

/* "~/" is the home directory. */
static bool expand(const struct bs_keeper *keeper, const char *path, char *expanded)
{
    const char *home = bs_environment_get(&keeper->settings.environment, "HOME");
    const bool is_at_home = strncmp(path, "~/", 2) == 0;
    const int length =
        snprintf(expanded, PATH_MAX_BYTES, "%s%s", is_at_home && home != NULL ? home : "",
                 path + (is_at_home ? 1 : 0));

    return length > 0 && length < PATH_MAX_BYTES && (!is_at_home || home != NULL);
}

static void read_file(struct bs_keeper *keeper, const char *path)
{
    char expanded[PATH_MAX_BYTES];
    struct bs_buffer buffer;

    bs_buffer_init(&buffer, BS_SHARED_CONFIG_MAX);
    if (expand(keeper, path, expanded) && bs_buffer_read_file(&buffer, expanded, NULL) == BS_OK) {
        bs_chain_file(keeper->chain, buffer.length > 0 ? buffer.bytes : "", buffer.length);
    } else {
        bs_chain_file(keeper->chain, NULL, 0);
    }
    if (buffer.bytes != NULL) {
        OPENSSL_cleanse(buffer.bytes, buffer.capacity);
    }
    bs_buffer_clean_up(&buffer);
}

static void answered(void *self, const struct bs_http_result *result)
{
    struct bs_keeper *keeper = self;
    const bool is_answer = result->outcome == BS_HTTP_ANSWERED;

    keeper->exchange = NULL;
    bs_chain_http(keeper->chain, is_answer ? result->status : 0, result->body, result->body_length);
    go_on(keeper);
}

/* Hosts' own endpoints are spoken to without TLS, and never through a proxy. */
static bool ask(struct bs_keeper *keeper, const struct bs_chain_want *want)
{
    const struct bs_http_sending request = {
        .method = want->method,
        .url = want->url,
        .headers = want->headers,
        .header_count = want->header_count,
        .body = want->body,
        .body_length = want->body_length,
        .timeout = BS_MILLIS(want->timeout_ms),
        .body_max = BS_CHAIN_ANSWER_MAX,
        .traits = BS_HTTP_FRESH | (strncmp(want->url, "http:", 5) == 0 ? BS_HTTP_DIRECT : 0U) |
                  (want->must_be_loopback ? BS_HTTP_LOOPBACK_ONLY : 0U),
    };

    keeper->exchange = bs_http_client_begin(bs_loop_http(keeper->loop), &request, answered, keeper);
    return keeper->exchange != NULL;
}

/* ---- Beginning, and beginning anew ---- */

static void begin(void *self)
{
    struct bs_keeper *keeper = self;

    bs_chain_begin(keeper->chain, bs_loop_wall_s());
    go_on(keeper);
}

static void begin_in(struct bs_keeper *keeper, int64_t real_s)
{
    const struct bs_duration wait = bs_loop_scaled(keeper->loop, BS_SECONDS(real_s));

    bs_loop_set(keeper->loop, &keeper->timer, bs_instant_add(bs_loop_now(keeper->loop), wait),
                begin, keeper);
}

static void come_to_an_end(struct bs_keeper *keeper)
{
    const int64_t due_s = bs_chain_refresh_at_s(keeper->chain);
    const int64_t now_s = bs_loop_wall_s();

    if (keeper->is_opening) {
        bs_loop_stop(keeper->loop);
    }
    if (bs_chain_state(keeper->chain) == BS_CHAIN_FAILED) {
        begin_in(keeper, AGAIN_S);
    } else if (due_s != INT64_MAX) {
        begin_in(keeper, due_s - now_s > AGAIN_S ? due_s - now_s : AGAIN_S);
    }
}

static void go_on(struct bs_keeper *keeper)
{
    while (bs_chain_state(keeper->chain) == BS_CHAIN_WANTS) {
        const struct bs_chain_want *want = bs_chain_want(keeper->chain);

        if (want->kind == BS_CHAIN_FILE) {
            read_file(keeper, want->path);
        } else if (ask(keeper, want)) {
            return;
        } else {
            bs_chain_http(keeper->chain, 0, NULL, 0);
        }
    }
    come_to_an_end(keeper);
}

enum bs_status bs_keeper_open(struct bs_keeper *keeper, struct bs_error *error)
{
    keeper->is_opening = true;
    begin(keeper);
    if (bs_chain_state(keeper->chain) == BS_CHAIN_WANTS) {
        bs_loop_run(keeper->loop);
    }
    keeper->is_opening = false;
    if (bs_chain_state(keeper->chain) == BS_CHAIN_FAILED) {
        return bs_error_set(error, BS_ERR_INPUT, NULL, "no credentials: %s",
                            bs_chain_error(keeper->chain)->message);
    }
    return bs_chain_state(keeper->chain) == BS_CHAIN_DONE
               ? BS_OK
               : bs_error_set(error, BS_ERR_LIMIT, NULL, "stopped before there were credentials");
}

const struct bs_credentials *bs_keeper_credentials(const struct bs_keeper *keeper)
{
    return bs_chain_credentials(keeper->chain, bs_loop_wall_s());
}

const struct bs_chain *bs_keeper_chain(const struct bs_keeper *keeper)
{
    return keeper->chain;
}
