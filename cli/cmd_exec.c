/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/time.h"
#include "cli/authority_file.h"
#include "cli/child.h"
#include "cli/commands.h"
#include "cli/exec_environment.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/serving.h"
#include "mocks/mock.h"
#include "mocks/proxy.h"

/* A tunnel of the proxy is two connections, one of them to the server. */
enum { TUNNELS_MAX = 1024, CONNECTIONS_MAX = 4096 };

struct exec_words {
    const char *speed;
    const char *deadline;
    char *const *command; /* Ended by NULL. */
    int64_t deadline_ns;
    int64_t speed_thousandths;
};

static int run_exec(int count, char **words);

static const struct bs_option exec_option_table[] = {
    {"speed", "X", BS_OPTION_TEXT, offsetof(struct exec_words, speed), NULL,
     "How many times faster than real time the world's clock goes (default 1)."},
    {"deadline", "DURATION", BS_OPTION_TEXT, offsetof(struct exec_words, deadline), NULL,
     "How long COMMAND may take, of real time, as 2h; then it is ended."},
};

const struct bs_command bs_command_exec = {
    .name = "exec",
    .arguments = "SCENARIO",
    .tail = " -- COMMAND...",
    .about = "Run a command, a runbook for instance, against a scenario's AWS.\n"
             "Its environment has an endpoint, a key, a Region, and a proxy that leads clients "
             "there which ask for\nAWS, or for the scenario's own host names, by name. Hosts of "
             "others are refused and listed.",
    .details = "Exit status: 0 if COMMAND ended with 0; 1 if with anything else, by a signal, or "
               "at its deadline;\n64 if it cannot be run.\n",
    .options = exec_option_table,
    .option_count = sizeof(exec_option_table) / sizeof(exec_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_exec,
};

/* ---- What is served ---- */

struct stage {
    const struct bs_scenario *scenario;
    struct bs_exec_key key;
    struct bs_mock_credential credential;
    struct bs_mock *mock;
    struct bs_server *server;
    struct bs_proxy *proxy;
    struct bs_authority_file authority;
};

static void log_line(void *subject, const char *line)
{
    (void)subject;
    (void)fprintf(stderr, "blackstart exec: %s\n", line);
}

/* The application's names are those of the scenario's records. */
static bool knows_host(void *subject, const char *host)
{
    const struct bs_scenario *scenario = subject;

    for (size_t i = 0; i < scenario->record_count; i++) {
        if (strcmp(scenario->records[i].name, host) == 0) {
            return true;
        }
    }
    return false;
}

static enum bs_status start_mock(struct stage *stage, const struct exec_words *words,
                                 struct bs_error *error)
{
    const struct bs_mock_options options = {
        .scenario = stage->scenario,
        .pace = BS_ACCOUNT_REALISTIC,
        .seed = 1,
        .epoch_s = bs_serving_epoch_s(),
        .speed_thousandths = words->speed_thousandths,
        .verifies = true,
        .credentials = &stage->credential,
        .credential_count = 1,
        .steady_ns = bs_serving_steady_ns,
        .log = log_line,
    };

    stage->mock = bs_mock_new(&options, error);
    return stage->mock != NULL ? BS_OK : error->status;
}

static enum bs_status start_listeners(struct stage *stage, struct bs_error *error)
{
    const struct bs_server_options server_options = {.listen = "127.0.0.1:0",
                                                     .connection_max = CONNECTIONS_MAX,
                                                     .handle = bs_mock_handle,
                                                     .subject = stage->mock};
    struct bs_proxy_options proxy_options = {
        .connection_max = TUNNELS_MAX, .knows = knows_host, .subject = (void *)stage->scenario};
    enum bs_status status = bs_server_start(&server_options, &stage->server, error);

    if (status == BS_OK) {
        proxy_options.server_port = bs_server_port(stage->server);
        status = bs_proxy_start(&proxy_options, &stage->proxy, error);
    }
    return status;
}

static enum bs_status set_stage(struct stage *stage, const struct exec_words *words,
                                struct bs_error *error)
{
    enum bs_status status;

    bs_exec_draw_key(&stage->key);
    stage->credential = (struct bs_mock_credential){stage->key.id, stage->key.secret};
    status = start_mock(stage, words, error);
    if (status == BS_OK) {
        status = start_listeners(stage, error);
    }
    if (status == BS_OK) {
        status =
            bs_authority_file_write(bs_proxy_authority(stage->proxy), &stage->authority, error);
    }
    return status;
}

static void clear_stage(struct stage *stage)
{
    if (stage->authority.path[0] != '\0') {
        bs_authority_file_remove(&stage->authority);
    }
    bs_proxy_stop(stage->proxy);
    bs_server_stop(stage->server);
    if (stage->mock != NULL) {
        bs_mock_destroy(stage->mock);
    }
}

/* ---- The command ---- */

static const char *default_region(const struct bs_scenario *scenario)
{
    const int32_t primary = bs_scenario_region(scenario, "primary");

    return scenario->regions[primary == BS_NONE ? 0 : primary].name;
}

static enum bs_status run_command(struct stage *stage, const struct exec_words *words,
                                  const struct bs_child_signals *signals, struct bs_child_end *end,
                                  struct bs_error *error)
{
    const struct bs_exec_surroundings surroundings = {
        .key = &stage->key,
        .region = default_region(stage->scenario),
        .authority_path = stage->authority.path,
        .mock_port = bs_server_port(stage->server),
        .proxy_port = bs_proxy_port(stage->proxy),
    };
    char **environment = bs_exec_environment_new(&surroundings);
    const struct bs_child_options options = {
        .words = words->command, .environment = environment, .deadline_ns = words->deadline_ns};
    const enum bs_status status = bs_child_run(&options, signals, end, error);

    bs_exec_environment_destroy(environment);
    return status;
}

static void list_refusals(struct bs_proxy *proxy)
{
    struct bs_proxy_refusals refusals;

    bs_proxy_list_refusals(proxy, &refusals);
    for (size_t i = 0; i < refusals.count; i++) {
        const struct bs_proxy_refusal *refusal = &refusals.items[i];

        (void)fprintf(stderr,
                      "blackstart exec: refused %s:%u, asked for %" PRIu64
                      " time%s: nobody answers for it here\n",
                      refusal->host, refusal->port, refusal->count, refusal->count == 1 ? "" : "s");
    }
    if (refusals.further > 0) {
        (void)fprintf(stderr, "blackstart exec: refused %" PRIu64 " more to further hosts\n",
                      refusals.further);
    }
}

static int judge(const struct bs_child_end *end, const struct exec_words *words)
{
    const char *name = words->command[0];

    if (end->is_overdue) {
        (void)fprintf(stderr, "blackstart exec: %s was ended at its deadline of %s\n", name,
                      words->deadline);
    } else if (end->exit_status < 0) {
        (void)fprintf(stderr, "blackstart exec: %s was killed by signal %d\n", name, end->signal);
    } else if (end->exit_status > 0) {
        (void)fprintf(stderr, "blackstart exec: %s ended with status %d\n", name, end->exit_status);
    }
    return end->exit_status == 0 && !end->is_overdue ? BS_EXIT_OK : BS_EXIT_MISSED;
}

static enum bs_status perform(const struct bs_scenario *scenario, const struct exec_words *words,
                              int *exit_status, struct bs_error *error)
{
    struct stage stage = {.scenario = scenario};
    struct bs_child_signals signals;
    struct bs_child_end end;
    enum bs_status status;

    bs_serving_allow_files(2 * TUNNELS_MAX + CONNECTIONS_MAX);
    bs_child_hold_signals(&signals);
    status = set_stage(&stage, words, error);
    if (status == BS_OK) {
        status = run_command(&stage, words, &signals, &end, error);
    }
    if (status == BS_OK) {
        list_refusals(stage.proxy);
        *exit_status = judge(&end, words);
    }
    clear_stage(&stage);
    return status;
}

/* ---- Words ---- */

/* What stands behind the first "--" is the command's own. */
static enum bs_status take_command(int *count, char **words, struct exec_words *options,
                                   struct bs_error *error)
{
    for (int i = 0; i < *count; i++) {
        if (strcmp(words[i], "--") == 0) {
            options->command = words + i + 1;
            *count = i;
            break;
        }
    }
    if (options->command == NULL || options->command[0] == NULL) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "COMMAND follows '--': blackstart exec SCENARIO -- ./failover.sh");
    }
    return BS_OK;
}

static enum bs_status read_values(struct exec_words *options, struct bs_error *error)
{
    struct bs_duration deadline = {0};

    if (!bs_clock_parse_speed(options->speed, &options->speed_thousandths)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--speed is more than 0 and at most 100000, as 10 is; found '%s'",
                            options->speed);
    }
    if (options->deadline != NULL &&
        (!bs_duration_parse(options->deadline, strlen(options->deadline), &deadline) ||
         deadline.ns <= 0)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--deadline is a duration of more than 0, as 2h or 90s is; found '%s'",
                            options->deadline);
    }
    options->deadline_ns = deadline.ns;
    return BS_OK;
}

static enum bs_status start(const char *path, struct exec_words *options, int *exit_status,
                            struct bs_error *error)
{
    const struct bs_texts overrides = {.count = 0};
    struct bs_inputs inputs;
    enum bs_status status = read_values(options, error);

    if (status == BS_OK) {
        status = bs_inputs_load(path, &overrides, &inputs, error);
    }
    if (status != BS_OK) {
        return status;
    }
    bs_serving_prolong(inputs.scenario);
    status = perform(inputs.scenario, options, exit_status, error);
    bs_inputs_clean_up(&inputs);
    return status;
}

static int run_exec(int count, char **words)
{
    struct exec_words options = {.speed = "1"};
    struct bs_texts positional = {.count = 0};
    struct bs_error error = {0};
    int exit_status = BS_EXIT_OK;
    bool wants_help = false;
    int own_count = count;
    const enum bs_status found = take_command(&own_count, words, &options, &error);
    enum bs_status status;

    status = bs_options_parse(&bs_command_exec, own_count, words, &options, &positional,
                              &wants_help, &error);
    if (wants_help) {
        bs_options_print_help(&bs_command_exec);
        return BS_EXIT_OK;
    }
    status = found != BS_OK ? found : status;
    if (status == BS_OK) {
        status = start(positional.items[0], &options, &exit_status, &error);
    }
    if (status == BS_ERR_IO) {
        (void)fprintf(stderr, "blackstart exec: %s\n", error.message);
        return BS_EXIT_UNAVAILABLE;
    }
    return status == BS_OK ? exit_status : bs_inputs_report(&error);
}
