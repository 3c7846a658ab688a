/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/serving.h"
#include "cli/tls_identity.h"
#include "mocks/dns_server.h"
#include "mocks/listen.h"
#include "mocks/mock.h"
#include "mocks/name_server.h"

enum { CONNECTIONS_MAX = 4096, RECORDS_MAX = 8192 };

struct mock_words {
    struct bs_texts credentials;
    const char *listen;
    const char *dns;
    const char *tls;
    const char *speed;
    const char *spool;
    uint64_t seed;
    int32_t transitions;
    bool is_unverified;
};

static int run_mock(int count, char **words);

static const char *const transition_names[] = {
    [BS_ACCOUNT_REALISTIC] = "realistic", [BS_ACCOUNT_INSTANT] = "instant", NULL};

static const struct bs_option mock_option_table[] = {
    {"listen", "HOST:PORT", BS_OPTION_TEXT, offsetof(struct mock_words, listen), NULL,
     "Where to listen; port 0 picks a free one (default 127.0.0.1:4566). The HOST 127.0.0.0/8 is\n"
     "every address of the loopback network: load balancers have theirs there."},
    {"tls", "FILE", BS_OPTION_TEXT, offsetof(struct mock_words, tls), NULL,
     "Serve HTTPS instead of HTTP. FILE is written: the certificate that clients have to trust,\n"
     "as by AWS_CA_BUNDLE."},
    {"dns", "HOST:PORT", BS_OPTION_TEXT, offsetof(struct mock_words, dns), NULL,
     "Where name servers answer for the hosted zones, by UDP and TCP (default: nowhere)."},
    {"speed", "X", BS_OPTION_TEXT, offsetof(struct mock_words, speed), NULL,
     "How many times faster than real time the world's clock goes (default 1)."},
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct mock_words, seed), NULL,
     "Which of the possible worlds (default 1)."},
    {"transitions", "PACE", BS_OPTION_CHOICE, offsetof(struct mock_words, transitions),
     transition_names,
     "realistic: making a database takes its time; instant: it is there at once (default "
     "realistic)."},
    {"credential", "ID:SECRET", BS_OPTION_LIST, offsetof(struct mock_words, credentials), NULL,
     "A key that may sign; may be repeated (default test:test)."},
    {"spool", "FOLDER", BS_OPTION_TEXT, offsetof(struct mock_words, spool), NULL,
     "For the temporary file of past requests and history (default: TMPDIR, or /var/tmp)."},
    {"no-verify", NULL, BS_OPTION_FLAG, offsetof(struct mock_words, is_unverified), NULL,
     "Serve whatever comes, however it is signed."},
};

const struct bs_command bs_command_mock = {
    .name = "mock",
    .arguments = "[SCENARIO]",
    .about =
        "Serve AWS's APIs over HTTP or HTTPS, from an account that is simulated.\n"
        "Point any AWS client at the URL that is printed, as with --endpoint-url. Signatures "
        "are verified.\nBeside the APIs: GET /_blackstart/health, POST /_blackstart/reset, "
        "GET and POST /_blackstart/clock\n(as {\"advance\": \"5m\"}, {\"speed\": 10}, "
        "{\"pause\": true}), GET, POST and DELETE /_blackstart/faults\n(in the scenario's grammar, "
        "`at` from now on), GET /_blackstart/history and /_blackstart/requests.",
    .options = mock_option_table,
    .option_count = sizeof(mock_option_table) / sizeof(mock_option_table[0]),
    .arguments_min = 0,
    .arguments_max = 1,
    .run = run_mock,
};

/* ---- Credentials ---- */

/* Options split in two, texts of their own. */
struct keys {
    struct bs_mock_credential items[BS_TEXTS_MAX];
    char *texts[BS_TEXTS_MAX];
    size_t count;
};

/* The secret is never part of a message. */
static enum bs_status add_key(const char *word, struct keys *keys, struct bs_error *error)
{
    const char *colon = strchr(word, ':');
    char *text;

    if (colon == NULL || colon == word || colon[1] == '\0') {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--credential is ID:SECRET, as test:test is; found one with%s",
                            colon == NULL ? "out a colon" : " a part that is empty");
    }
    text = strdup(word);
    if (text == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    text[colon - word] = '\0';
    keys->texts[keys->count] = text;
    keys->items[keys->count++] = (struct bs_mock_credential){text, text + (colon - word) + 1};
    return BS_OK;
}

static enum bs_status read_keys(const struct bs_texts *words, struct keys *keys,
                                struct bs_error *error)
{
    enum bs_status status = BS_OK;

    for (size_t i = 0; i < words->count && status == BS_OK; i++) {
        status = add_key(words->items[i], keys, error);
    }
    return words->count == 0 ? add_key("test:test", keys, error) : status;
}

static void free_keys(struct keys *keys)
{
    for (size_t i = 0; i < keys->count; i++) {
        free(keys->texts[i]);
    }
}

/* ---- Serving ---- */

static void log_line(void *subject, const char *line)
{
    (void)subject;
    (void)fprintf(stderr, "blackstart mock: %s\n", line);
}

/* All threads that come after have them blocked, too: only sigwait() gets them. */
static void block_signals(sigset_t *signals)
{
    (void)signal(SIGPIPE, SIG_IGN);
    (void)sigemptyset(signals);
    (void)sigaddset(signals, SIGINT);
    (void)sigaddset(signals, SIGTERM);
    (void)pthread_sigmask(SIG_BLOCK, signals, NULL);
}

static void print_url(const char *scheme, const char *listen_at, uint16_t port)
{
    const int host_length = (int)(strrchr(listen_at, ':') - listen_at);
    const bool is_loopback =
        strncmp(listen_at, BS_LISTEN_LOOPBACK ":", sizeof(BS_LISTEN_LOOPBACK)) == 0;

    (void)printf("%s://%.*s:%u\n", scheme, is_loopback ? 9 : host_length,
                 is_loopback ? "127.0.0.1" : listen_at, (unsigned)port);
}

/* What the mock is served by. */
struct servers {
    struct bs_tls_identity identity; /* If it is HTTPS. */
    struct bs_server *http;
    struct bs_dns_server *dns; /* NULL: nobody asks for it. */
};

static enum bs_status start_servers(const struct mock_words *words,
                                    const struct bs_scenario *scenario, struct bs_mock *mock,
                                    struct servers *servers, struct bs_error *error)
{
    struct bs_server_options http = {.listen = words->listen,
                                     .connection_max = CONNECTIONS_MAX,
                                     .handle = bs_mock_handle,
                                     .subject = mock};
    const struct bs_dns_server_options dns = {.listen = words->dns,
                                              .oracle = {bs_name_server_ask, mock}};
    enum bs_status status = BS_OK;

    if (words->tls != NULL) {
        status =
            bs_tls_identity_make(scenario, words->listen, words->tls, &servers->identity, error);
        http.tls_certificate = servers->identity.certificate.bytes;
        http.tls_key = servers->identity.key.bytes;
    }
    if (status == BS_OK) {
        status = bs_server_start(&http, &servers->http, error);
    }
    if (status == BS_OK && words->dns != NULL) {
        status = bs_dns_server_start(&dns, &servers->dns, error);
    }
    return status;
}

static void print_urls(const struct mock_words *words, const struct servers *servers)
{
    print_url(words->tls != NULL ? "https" : "http", words->listen, bs_server_port(servers->http));
    if (servers->dns != NULL) {
        print_url("dns", words->dns, bs_dns_server_port(servers->dns));
    }
    (void)fflush(stdout);
}

static enum bs_status serve(const struct mock_words *words, const struct bs_mock_options *options,
                            struct bs_error *error)
{
    struct servers servers = {.http = NULL};
    struct bs_mock *mock;
    enum bs_status status;
    sigset_t signals;
    int signal_number;

    bs_serving_allow_files(CONNECTIONS_MAX);
    block_signals(&signals);
    mock = bs_mock_new(options, error);
    if (mock == NULL) {
        return error->status;
    }
    status = start_servers(words, options->scenario, mock, &servers, error);
    if (status == BS_OK) {
        print_urls(words, &servers);
        (void)sigwait(&signals, &signal_number);
    }
    bs_dns_server_stop(servers.dns);
    bs_server_stop(servers.http);
    bs_tls_identity_clean_up(&servers.identity);
    bs_mock_destroy(mock);
    return status;
}

/* The scenario, if one is named. Nobody executes its plan: clients are who acts. */
static enum bs_status load(const struct bs_texts *positional, struct bs_inputs *inputs,
                           struct bs_error *error)
{
    const struct bs_texts overrides = {.count = 0};
    enum bs_status status = BS_OK;

    if (positional->count > 0) {
        status = bs_inputs_load(positional->items[0], &overrides, inputs, error);
    }
    if (status == BS_OK && inputs->scenario != NULL) {
        bs_serving_prolong(inputs->scenario);
    }
    return status;
}

static enum bs_status start(const struct mock_words *words, const struct bs_texts *positional,
                            struct bs_error *error)
{
    struct bs_mock_options options = {
        .pace = (enum bs_account_pace)words->transitions,
        .seed = words->seed,
        .epoch_s = bs_serving_epoch_s(),
        .verifies = !words->is_unverified,
        .spool = words->spool != NULL ? words->spool : getenv("TMPDIR"),
        .records_max = RECORDS_MAX,
        .steady_ns = bs_serving_steady_ns,
        .log = log_line,
    };
    struct bs_inputs inputs = {.scenario = NULL};
    struct keys keys = {.count = 0};
    enum bs_status status;

    if (!bs_clock_parse_speed(words->speed, &options.speed_thousandths)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--speed is more than 0 and at most 100000, as 10 is; found '%s'",
                            words->speed);
    }
    status = load(positional, &inputs, error);
    if (status == BS_OK) {
        status = read_keys(&words->credentials, &keys, error);
    }
    options.scenario = inputs.scenario;
    options.credentials = keys.items;
    options.credential_count = keys.count;
    if (status == BS_OK) {
        status = serve(words, &options, error);
    }
    free_keys(&keys);
    bs_inputs_clean_up(&inputs);
    return status;
}

static int run_mock(int count, char **words)
{
    struct mock_words options = {.listen = "127.0.0.1:4566", .speed = "1", .seed = 1};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    bool wants_help = false;
    enum bs_status status = bs_options_parse(&bs_command_mock, count, words, &options, &positional,
                                             &wants_help, &error);

    if (status == BS_OK && wants_help) {
        bs_options_print_help(&bs_command_mock);
        return BS_EXIT_OK;
    }
    if (status == BS_OK) {
        status = start(&options, &positional, &error);
    }
    if (status == BS_ERR_IO) {
        (void)fprintf(stderr, "blackstart mock: %s\n", error.message);
        return BS_EXIT_UNAVAILABLE;
    }
    return status == BS_OK ? BS_EXIT_OK : bs_inputs_report(&error);
}
