/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * The live driver's parts, one at a time, for tests that play the other side:
 *
 *   live_tool fetch METHOD URL [body=TEXT] [connect=HOST:PORT] [timeout=MS] [max=BYTES] [traits=N] [times=N]
 *   live_tool credentials
 *   live_tool identity URL
 *   live_tool call URL OPERATION REGION RESOURCE [count] [target] [timeout=MS]
 *   live_tool resolve RESOLVER NAME [times=N] [every=MS] [scale=THOUSANDTHS]
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "orchestrator/live/caller.h"

static int word_count;
static char **words;

static const char *variable(void *context, const char *name)
{
    (void)context;
    return getenv(name);
}

static const struct bs_environment environment = {variable, NULL};

/* The value of KEY=VALUE among the words, or the default. */
static const char *option(const char *key, const char *otherwise)
{
    const size_t length = strlen(key);

    for (int i = 1; i < word_count; i++) {
        if (strncmp(words[i], key, length) == 0 && words[i][length] == '=') {
            return words[i] + length + 1;
        }
    }
    return otherwise;
}

static int64_t number(const char *key, int64_t otherwise)
{
    const char *text = option(key, NULL);

    return text != NULL ? strtoll(text, NULL, 10) : otherwise;
}

struct fixture {
    struct bs_http_client *http;
    struct bs_loop *loop;
    int64_t left;
    struct bs_stub *dns;
    struct bs_stub_waiter waiter;
    struct bs_loop_timer timer;
};

static void open_fixture(struct fixture *fixture)
{
    struct bs_loop_settings settings = {.scale = number("scale", BS_LOOP_SCALE_ONE)};

    *fixture = (struct fixture){.http = bs_http_client_new(&environment)};
    settings.http = fixture->http;
    fixture->loop = bs_loop_new(&settings);
    if (fixture->http == NULL || fixture->loop == NULL) {
        exit(70);
    }
}

static void close_fixture(struct fixture *fixture)
{
    bs_loop_destroy(fixture->loop);
    bs_http_client_destroy(fixture->http);
}

/* ---- fetch ---- */

static void begin_fetch(struct fixture *fixture);

static void print_result(void *self, const struct bs_http_result *result)
{
    struct fixture *fixture = self;

    (void)printf("%s %d %zu\n", bs_http_outcome_name(result->outcome), (int)result->status,
                 result->body_length);
    for (size_t i = 0; i < result->header_count; i++) {
        (void)printf("header %s=%s\n", result->headers[i].name, result->headers[i].value);
    }
    (void)printf("body %.*s\n", (int)result->body_length, result->body);
    (void)fprintf(stderr, "%s\n", result->words);
    if (--fixture->left > 0) {
        begin_fetch(fixture);
    } else {
        bs_loop_stop(fixture->loop);
    }
}

static void begin_fetch(struct fixture *fixture)
{
    const struct bs_http_header headers[] = {{"X-Test", "kept"}};
    const char *body = option("body", NULL);
    const struct bs_http_sending request = {
        .method = words[2],
        .url = words[3],
        .headers = headers,
        .header_count = 1,
        .body = body,
        .body_length = body != NULL ? strlen(body) : 0,
        .timeout = BS_MILLIS(number("timeout", 5000)),
        .body_max = (size_t)number("max", 65536),
        .connect_to = option("connect", NULL),
        .traits = (uint32_t)number("traits", 0),
    };

    if (bs_http_client_begin(fixture->http, &request, print_result, fixture) == NULL) {
        exit(70);
    }
}

static int fetch(void)
{
    struct fixture fixture;

    open_fixture(&fixture);
    fixture.left = number("times", 1);
    begin_fetch(&fixture);
    bs_loop_run(fixture.loop);
    close_fixture(&fixture);
    return 0;
}

/* ---- With credentials ---- */

static struct bs_keeper *open_keeper(struct fixture *fixture, const char *url)
{
    const struct bs_keeper_settings settings = {.loop = fixture->loop,
                                                .chain = {.environment = environment, .url = url}};
    struct bs_keeper *keeper = bs_keeper_new(&settings);
    struct bs_error error = {0};

    if (bs_keeper_open(keeper, &error) != BS_OK) {
        (void)printf("%s\n", error.message);
        exit(1);
    }
    return keeper;
}

static int credentials(void)
{
    struct fixture fixture;
    struct bs_keeper *keeper;

    open_fixture(&fixture);
    keeper = open_keeper(&fixture, NULL);
    (void)printf("%s %s\n", bs_chain_source(bs_keeper_chain(keeper)),
                 bs_keeper_credentials(keeper)->access_key_id);
    bs_keeper_destroy(keeper);
    close_fixture(&fixture);
    return 0;
}

static void print_answer(const struct bs_call_answer *answer)
{
    const char *error = bs_call_error_name(answer->error);

    (void)printf("%s %s %s state=%s running=%lld change=%lld http=%d\n",
                 bs_call_outcome_name(answer->outcome), error != NULL ? error : "-",
                 answer->code[0] != '\0' ? answer->code : "-",
                 bs_resource_state_name(answer->state), (long long)answer->running,
                 (long long)answer->change, (int)answer->http_status);
}

/* What a scenario would say of names. */
static struct bs_wire_record record = {
    .resource = "app.example.com",
    .hosted_zone = "Z1",
    .name = "app.example.com",
    .ttl_s = 60,
    .targets = {{"lb", 0}, {"lb-dr", 0}},
    .target_count = 2,
};
static const struct bs_wire_name rows[] = {
    {BS_WIRE_DNS_NAME, "lb", NULL, "lb.elb.amazonaws.com"},
    {BS_WIRE_DNS_NAME, "lb-dr", NULL, "localhost"},
    {BS_WIRE_ALIAS_ZONE, "lb", NULL, "ZLB"},
    {BS_WIRE_ALIAS_ZONE, "lb-dr", NULL, "ZLBDR"},
    {BS_WIRE_CLUSTER, "app", NULL, "cluster"},
    {BS_WIRE_TOPIC_ARN, "alerts", NULL, "arn:aws:sns:us-east-2:123456789012:alerts"},
};

static enum bs_operation operation_named(const char *name)
{
    for (int i = 0; i < BS_OPERATION_COUNT; i++) {
        if (strcmp(bs_operation_info((enum bs_operation)i)->full_name, name) == 0) {
            return (enum bs_operation)i;
        }
    }
    exit(64);
}

static struct bs_caller *open_caller(struct fixture *fixture, struct bs_keeper *keeper,
                                     struct bs_wire_names *names,
                                     struct bs_application *application)
{
    static struct bs_wire_change_book book;
    const char *url = words[2];
    struct bs_caller_settings settings = {.loop = fixture->loop,
                                          .keeper = keeper,
                                          .names = names,
                                          .application = application,
                                          .environment = &environment,
                                          .url = url,
                                          .home_region = "us-east-2"};

    *names = (struct bs_wire_names){rows, sizeof(rows) / sizeof(rows[0]), &record, 1,
                                    bs_wire_changes_of(&book)};
    *application = (struct bs_application){
        .scheme = "http",
        .port = number("port", 0),
        .host = "app.example.com",
        .paths = {"/health", "/read", "/w/{run}/{sequence}", "/r/{run}/{sequence}"},
        .run = 7,
    };
    if (option("reads-only", NULL) != NULL) {
        settings.mode = BS_CALLER_READS_ONLY;
    }
    return bs_caller_new(&settings);
}

static int call(void)
{
    struct fixture fixture;
    struct bs_wire_names names;
    struct bs_application application;
    struct bs_keeper *keeper;
    struct bs_caller *caller;
    struct bs_call_answer answer;
    struct bs_call_request request = {
        .operation = operation_named(words[3]),
        .region = words[4],
        .resource = words[5],
        .target = option("target", NULL),
        .count = number("count", 0),
        .check = (enum bs_http_check)number("check", 0),
    };

    open_fixture(&fixture);
    keeper = open_keeper(&fixture, words[2]);
    caller = open_caller(&fixture, keeper, &names, &application);
    for (int64_t i = 0; i < number("times", 1); i++) {
        bs_caller_ask(caller, &request, BS_MILLIS(number("timeout", 5000)), &answer);
        print_answer(&answer);
        request.check = request.check == BS_HTTP_WRITE ? BS_HTTP_READ_BACK : request.check;
    }
    for (size_t i = 0; i < record.target_count; i++) {
        (void)printf("%s %lld\n", record.targets[i].resource, (long long)record.targets[i].weight);
    }
    bs_caller_destroy(caller);
    bs_keeper_destroy(keeper);
    close_fixture(&fixture);
    return 0;
}

static int identity(void)
{
    struct fixture fixture;
    struct bs_wire_names names;
    struct bs_application application;
    struct bs_keeper *keeper;
    struct bs_caller *caller;
    struct bs_wire_identity who = {{0}, {0}};
    struct bs_error error = {0};
    enum bs_status status;

    open_fixture(&fixture);
    keeper = open_keeper(&fixture, words[2]);
    caller = open_caller(&fixture, keeper, &names, &application);
    status = bs_caller_identity(caller, &who, &error);
    (void)printf("%s %s\n", status == BS_OK ? who.account : error.message, who.arn);
    if (status == BS_OK) {
        status = bs_caller_read_record(caller, &record, &error);
        (void)printf("%s %lld %lld\n", status == BS_OK ? "record" : error.message,
                     (long long)record.targets[0].weight, (long long)record.targets[1].weight);
    }
    bs_caller_destroy(caller);
    bs_keeper_destroy(keeper);
    close_fixture(&fixture);
    return 0;
}

/* ---- resolve ---- */

static void resolve_again(void *self)
{
    struct fixture *fixture = self;

    bs_stub_resolve(fixture->dns, words[3], &fixture->waiter);
}

static void resolved(void *self, const char *address)
{
    struct fixture *fixture = self;

    (void)printf("%s\n", address != NULL ? address : "none");
    if (--fixture->left == 0) {
        bs_loop_stop(fixture->loop);
        return;
    }
    bs_loop_set(fixture->loop, &fixture->timer,
                bs_instant_add(bs_loop_now(fixture->loop),
                               bs_loop_scaled(fixture->loop, BS_MILLIS(number("every", 100)))),
                resolve_again, fixture);
}

static int resolve(void)
{
    struct fixture fixture;
    struct bs_error error = {0};

    open_fixture(&fixture);
    fixture.left = number("times", 1);
    if (bs_stub_new(fixture.loop, words[2], &fixture.dns, &error) != BS_OK) {
        (void)printf("%s\n", error.message);
        close_fixture(&fixture);
        return 1;
    }
    bs_stub_shorten_first(fixture.dns, number("first", 1000));
    fixture.waiter = (struct bs_stub_waiter){.told = resolved, .self = &fixture};
    bs_loop_set(fixture.loop, &fixture.timer, bs_loop_now(fixture.loop), resolve_again, &fixture);
    bs_loop_run(fixture.loop);
    bs_stub_destroy(fixture.dns);
    close_fixture(&fixture);
    return 0;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        int words_min;
        int (*run)(void);
    } commands[] = {
        {"fetch", 4, fetch}, {"credentials", 2, credentials}, {"identity", 3, identity},
        {"call", 6, call},   {"resolve", 4, resolve},
    };

    word_count = argc;
    words = argv;
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        if (argc >= commands[i].words_min && strcmp(argv[1], commands[i].name) == 0) {
            return commands[i].run();
        }
    }
    return 64;
}
