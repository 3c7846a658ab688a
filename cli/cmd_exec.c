/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/time.h"
#include "cli/authority_file.h"
#include "cli/child.h"
#include "cli/commands.h"
#include "cli/deeds.h"
#include "cli/exec_environment.h"
#include "cli/exec_judgement.h"
#include "cli/exit_status.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/recording.h"
#include "cli/scaled_sleep.h"
#include "cli/serving.h"
#include "mocks/mock.h"
#include "mocks/proxy.h"

/* A tunnel of the proxy is two connections, one of them to the server. */
enum {
    TUNNELS_MAX = 1024,
    CONNECTIONS_MAX = 4096,
    FAILURE_BYTES = 128,
    REPRODUCE_BYTES_MAX = 1 << 20
};

/* What of the world's time is judged beyond the command's end, unless told otherwise. */
#define AFTERMATH BS_SECONDS(3600)

/* Where nothing breaks, what the world is like before the command comes is still to be seen. */
#define CALM BS_SECONDS(60)

struct exec_words {
    const char *speed;
    const char *start;
    const char *after;
    const char *deadline;
    const char *authority;
    const char *formats;
    const char *folder;
    const char *store;
    struct bs_texts overrides;
    uint64_t seed;
    bool is_quiet;
    char *const *command; /* Ended by NULL. */
    int64_t speed_thousandths;
    struct bs_duration start_at; /* BS_DURATION_UNKNOWN: when something breaks. */
    struct bs_duration aftermath;
    struct bs_duration deadline_in; /* Of real time; BS_DURATION_UNKNOWN: none. */
    uint32_t format_bits;
};

static int run_exec(int count, char **words);

static const struct bs_option exec_option_table[] = {
    {"speed", "X", BS_OPTION_TEXT, offsetof(struct exec_words, speed), NULL,
     "How many times faster than real time the world goes (default 1). Waits of\n"
     "COMMAND's are X times as long in the world; a sleep is of its time."},
    {"start", "DURATION", BS_OPTION_TEXT, offsetof(struct exec_words, start), NULL,
     "When in the scenario COMMAND is started, as 12m; by default when the first\n"
     "fault begins, or after a minute without one."},
    {"after", "DURATION", BS_OPTION_TEXT, offsetof(struct exec_words, after), NULL,
     "How much of the world's time is judged beyond COMMAND's end (default 1h),\n"
     "if the scenario does not last longer anyway."},
    {"deadline", "DURATION", BS_OPTION_TEXT, offsetof(struct exec_words, deadline), NULL,
     "How long COMMAND may take, of real time, as 2h; then it is ended."},
    {"authority", "NAME", BS_OPTION_TEXT, offsetof(struct exec_words, authority), NULL,
     "Who answers for promoting without a fence. It counts if most health\n"
     "checks and alarms see the failure by then."},
    {"seed", "N", BS_OPTION_NUMBER, offsetof(struct exec_words, seed), NULL,
     "Which of the possible courses the world takes. Default 1."},
    {"set", "PATH=VALUE", BS_OPTION_LIST, offsetof(struct exec_words, overrides), NULL,
     "Change a value of the scenario, such as faults.0.at=5m; may be repeated."},
    {"out", "DIR", BS_OPTION_TEXT, offsetof(struct exec_words, folder), NULL,
     "Write the cards, the history and a copy of the inputs there."},
    {"format", "LIST", BS_OPTION_TEXT, offsetof(struct exec_words, formats), NULL,
     BS_OUTPUT_FORMATS_HELP},
    {"store", "FILE", BS_OPTION_TEXT, offsetof(struct exec_words, store), NULL, BS_RECORDING_HELP},
    {"quiet", NULL, BS_OPTION_FLAG, offsetof(struct exec_words, is_quiet), NULL,
     "Print no card; the exit status tells."},
};

const struct bs_command bs_command_exec = {
    .name = "exec",
    .arguments = "SCENARIO",
    .tail = " -- COMMAND...",
    .about = "Run a command, a runbook for instance, against a scenario's AWS, and judge it.\n"
             "Its environment has an endpoint, a key, a Region, and a proxy that leads clients "
             "there which ask for\nAWS, or for the scenario's own host names, by name. Hosts of "
             "others are refused and listed. It is\nstarted when the scenario breaks; its calls to "
             "AWS are the steps of the report card.",
    .details =
        "Examples:\n"
        "  blackstart exec scenarios/runbooks/warm-standby-asg.yaml --speed 60 -- "
        "./failover.sh\n\n"
        "Exit status: that of the verdict, however COMMAND ended: 0 objectives met, 1 missed "
        "or an invariant\nbroken, 2 could not judge; 64 usage, bad input or COMMAND cannot be "
        "run, 69 nothing can be served,\n70 internal error.\n",
    .options = exec_option_table,
    .option_count = sizeof(exec_option_table) / sizeof(exec_option_table[0]),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run_exec,
};

/* ---- What is served ---- */

struct stage {
    const char *path;
    const struct exec_words *words;
    const struct bs_inputs *inputs;
    const struct bs_scenario *scenario;
    struct bs_duration duration; /* What the scenario says of itself. */
    struct bs_deeds *deeds;
    int64_t began_ns;
    struct bs_exec_key key;
    struct bs_mock_credential credential;
    struct bs_mock *mock;
    struct bs_server *server;
    struct bs_proxy *proxy;
    struct bs_authority_file authority;
    struct bs_scaled_sleep sleep;
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

static enum bs_status start_mock(struct stage *stage, struct bs_error *error)
{
    const struct bs_mock_options options = {
        .scenario = stage->scenario,
        .pace = BS_ACCOUNT_REALISTIC,
        .seed = stage->words->seed,
        .epoch_s = bs_serving_epoch_s(),
        .speed_thousandths = stage->words->speed_thousandths,
        .verifies = true,
        .credentials = &stage->credential,
        .credential_count = 1,
        .steady_ns = bs_serving_steady_ns,
        .log = log_line,
        .witness = bs_deeds_witness(stage->deeds),
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

/* What the command is called on the card: without the folder it lies in. */
static const char *command_name(const struct exec_words *words)
{
    const char *slash = strrchr(words->command[0], '/');

    return slash != NULL && slash[1] != '\0' ? slash + 1 : words->command[0];
}

static enum bs_status set_stage(struct stage *stage, struct bs_error *error)
{
    const struct bs_deeds_options deeds = {.scenario = stage->scenario,
                                           .name = command_name(stage->words),
                                           .authority = stage->words->authority};
    enum bs_status status;

    bs_exec_draw_key(&stage->key);
    stage->credential = (struct bs_mock_credential){stage->key.id, stage->key.secret};
    stage->deeds = bs_deeds_new(&deeds);
    if (stage->deeds == NULL) {
        return bs_error_set(error, BS_ERR_MEMORY, NULL, "out of memory");
    }
    status = start_mock(stage, error);
    if (status == BS_OK) {
        status = start_listeners(stage, error);
    }
    if (status == BS_OK) {
        status =
            bs_authority_file_write(bs_proxy_authority(stage->proxy), &stage->authority, error);
    }
    if (status == BS_OK) {
        status = bs_scaled_sleep_write(stage->authority.folder, stage->words->speed_thousandths,
                                       &stage->sleep, error);
    }
    return status;
}

static void clear_stage(struct stage *stage)
{
    bs_scaled_sleep_remove(&stage->sleep);
    if (stage->authority.path[0] != '\0') {
        bs_authority_file_remove(&stage->authority);
    }
    bs_proxy_stop(stage->proxy);
    bs_server_stop(stage->server);
    if (stage->mock != NULL) {
        bs_mock_destroy(stage->mock);
    }
    bs_deeds_destroy(stage->deeds);
}

/* ---- The world's clock ---- */

static void hold_clock(struct bs_mock *mock, bool is_held)
{
    const struct bs_mock_clock_change change = {.is_paused = &is_held};

    bs_mock_change_clock(mock, &change);
}

/* To an instant that the world has not reached yet, while its clock is held. */
static void move_to(struct bs_mock *mock, struct bs_duration to)
{
    const struct bs_instant now = bs_mock_time(mock).now;
    const struct bs_mock_clock_change change = {.advance = {to.ns - now.ns}};

    if (to.ns > now.ns) {
        bs_mock_change_clock(mock, &change);
    }
}

static struct bs_duration start_of(const struct stage *stage)
{
    struct bs_instant onset;

    if (stage->words->start_at.ns != BS_DURATION_UNKNOWN.ns) {
        return stage->words->start_at;
    }
    onset = bs_mock_first_onset(stage->mock);
    return onset.ns == BS_INSTANT_NEVER.ns ? CALM : (struct bs_duration){onset.ns};
}

/* The world ends after its day, and what is to be judged after the command belongs to it. */
static int64_t time_for_command_ns(const struct stage *stage)
{
    const int64_t left_ns = stage->scenario->duration.ns - stage->words->aftermath.ns -
                            bs_mock_time(stage->mock).now.ns;

    return left_ns <= 0 ? 1 : left_ns / stage->words->speed_thousandths * BS_CLOCK_REAL_TIME + 1;
}

/* Whole seconds, as clients are counted by them. */
static struct bs_duration horizon_of(const struct stage *stage)
{
    const int64_t now_ns = bs_mock_time(stage->mock).now.ns;
    int64_t end_ns = now_ns + stage->words->aftermath.ns;

    end_ns = end_ns < stage->duration.ns ? stage->duration.ns : end_ns;
    end_ns = end_ns > stage->scenario->duration.ns ? stage->scenario->duration.ns : end_ns;
    return BS_SECONDS((end_ns + BS_NS_PER_S - 1) / BS_NS_PER_S);
}

/* ---- The command ---- */

static const char *default_region(const struct bs_scenario *scenario)
{
    const int32_t primary = bs_scenario_region(scenario, "primary");

    return scenario->regions[primary == BS_NONE ? 0 : primary].name;
}

static enum bs_status spawn(const struct stage *stage, const struct bs_child_signals *signals,
                            struct bs_child_end *end, struct bs_error *error)
{
    const struct bs_exec_surroundings surroundings = {
        .key = &stage->key,
        .region = default_region(stage->scenario),
        .authority_path = stage->authority.path,
        .search_path = stage->sleep.search_path,
        .mock_port = bs_server_port(stage->server),
        .proxy_port = bs_proxy_port(stage->proxy),
    };
    const int64_t most_ns = time_for_command_ns(stage);
    const int64_t deadline_ns = stage->words->deadline_in.ns;
    char **environment = bs_exec_environment_new(&surroundings);
    const struct bs_child_options options = {
        .words = stage->words->command,
        .environment = environment,
        .deadline_ns = deadline_ns > 0 && deadline_ns < most_ns ? deadline_ns : most_ns,
    };
    const enum bs_status status = bs_child_run(&options, signals, end, error);

    bs_exec_environment_destroy(environment);
    return status;
}

/* The world stands still but for the command. */
static enum bs_status run_command(const struct stage *stage, const struct bs_child_signals *signals,
                                  struct bs_child_end *end, struct bs_error *error)
{
    enum bs_status status;

    hold_clock(stage->mock, true);
    move_to(stage->mock, start_of(stage));
    bs_mock_write_down(stage->mock, bs_deeds_begin, stage->deeds);
    hold_clock(stage->mock, false);
    status = spawn(stage, signals, end, error);
    hold_clock(stage->mock, true);
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

/* How the command ended if that was not well; else NULL. */
static const char *failure_of(const struct stage *stage, const struct bs_child_end *end,
                              char text[FAILURE_BYTES])
{
    if (end->is_overdue) {
        (void)snprintf(text, FAILURE_BYTES, "was ended at its deadline%s%s",
                       stage->words->deadline != NULL ? " of " : ", the end of the world's day",
                       stage->words->deadline != NULL ? stage->words->deadline : "");
    } else if (end->exit_status < 0) {
        (void)snprintf(text, FAILURE_BYTES, "was killed by signal %d", end->signal);
    } else if (end->exit_status > 0) {
        (void)snprintf(text, FAILURE_BYTES, "ended with status %d", end->exit_status);
    } else {
        return NULL;
    }
    (void)fprintf(stderr, "blackstart exec: %s %s\n", stage->words->command[0], text);
    return text;
}

/* ---- The card ---- */

struct last_deed {
    struct bs_deeds *deeds;
    const char *failure;
};

static void write_last_deed(void *self, struct bs_history *history, struct bs_instant now)
{
    const struct last_deed *last = self;

    bs_deeds_end(last->deeds, history, now, last->failure);
}

static void write_reproduce(const struct stage *stage, struct bs_buffer *text)
{
    const struct exec_words *words = stage->words;
    const struct {
        const char *option;
        const char *value;
    } options[] = {{"speed", words->speed},
                   {"start", words->start},
                   {"after", words->after},
                   {"deadline", words->deadline},
                   {"authority", words->authority}};

    bs_buffer_text(text, "blackstart exec ");
    bs_output_append_word(text, stage->path);
    bs_buffer_format(text, " --seed %" PRIu64, words->seed);
    for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
        if (options[i].value != NULL) {
            bs_buffer_format(text, " --%s ", options[i].option);
            bs_output_append_word(text, options[i].value);
        }
    }
    for (size_t i = 0; i < words->overrides.count; i++) {
        bs_buffer_text(text, " --set ");
        bs_output_append_word(text, words->overrides.items[i]);
    }
    bs_buffer_text(text, " --");
    for (char *const *word = words->command; *word != NULL; word++) {
        bs_buffer_text(text, " ");
        bs_output_append_word(text, *word);
    }
}

/* The world goes on without the command until it can be judged. */
static enum bs_status go_on(const struct stage *stage, struct bs_duration horizon,
                            struct bs_error *error)
{
    enum bs_status status;

    move_to(stage->mock, horizon);
    status = bs_mock_finish(stage->mock);
    return status == BS_OK
               ? BS_OK
               : bs_error_set(error, status, NULL, "the world: %s", bs_status_name(status));
}

static enum bs_status judge(const struct stage *stage, const struct bs_child_end *end,
                            int *exit_status, struct bs_error *error)
{
    char failure[FAILURE_BYTES];
    struct last_deed last = {stage->deeds, failure_of(stage, end, failure)};
    struct bs_exec_judgement judgement = {
        .scenario_path = stage->path,
        .inputs = stage->inputs,
        .deeds = stage->deeds,
        .seed = stage->words->seed,
        .formats = stage->words->format_bits,
        .folder = stage->words->folder,
        .store = stage->words->store,
        .is_quiet = stage->words->is_quiet,
    };
    struct bs_buffer reproduce;
    enum bs_status status;

    bs_mock_write_down(stage->mock, write_last_deed, &last);
    judgement.horizon = horizon_of(stage);
    status = go_on(stage, judgement.horizon, error);
    bs_buffer_init(&reproduce, REPRODUCE_BYTES_MAX);
    write_reproduce(stage, &reproduce);
    judgement.reproduce = reproduce.failed ? NULL : reproduce.bytes;
    judgement.wall_s = (double)(bs_serving_steady_ns(NULL) - stage->began_ns) / 1e9;
    if (status == BS_OK) {
        status = bs_exec_judge(stage->mock, &judgement, exit_status, error);
    }
    bs_buffer_clean_up(&reproduce);
    return status;
}

static enum bs_status perform(struct stage *stage, int *exit_status, struct bs_error *error)
{
    struct bs_child_signals signals;
    struct bs_child_end end;
    enum bs_status status;

    stage->began_ns = bs_serving_steady_ns(NULL);
    bs_serving_allow_files(2 * TUNNELS_MAX + CONNECTIONS_MAX);
    bs_child_hold_signals(&signals);
    status = set_stage(stage, error);
    if (status == BS_OK) {
        status = run_command(stage, &signals, &end, error);
    }
    if (status == BS_OK) {
        list_refusals(stage->proxy);
        bs_proxy_stop(stage->proxy);
        stage->proxy = NULL;
        status = judge(stage, &end, exit_status, error);
    }
    clear_stage(stage);
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

/* A duration that was given; as it was, if none was. */
static enum bs_status read_duration(const char *option, const char *text, struct bs_duration *value,
                                    struct bs_error *error)
{
    if (text != NULL && (!bs_duration_parse(text, strlen(text), value) || value->ns < 0)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--%s is a duration, as 2h or 90s is; found '%s'", option, text);
    }
    return BS_OK;
}

static enum bs_status read_durations(struct exec_words *options, struct bs_error *error)
{
    enum bs_status status;

    options->start_at = BS_DURATION_UNKNOWN;
    options->deadline_in = BS_DURATION_UNKNOWN;
    options->aftermath = AFTERMATH;
    status = read_duration("start", options->start, &options->start_at, error);
    if (status == BS_OK) {
        status = read_duration("after", options->after, &options->aftermath, error);
    }
    if (status == BS_OK) {
        status = read_duration("deadline", options->deadline, &options->deadline_in, error);
    }
    if (status == BS_OK && options->deadline_in.ns == 0) {
        status = bs_error_set(error, BS_ERR_INPUT, NULL, "--deadline is more than 0");
    }
    return status;
}

static enum bs_status read_values(struct exec_words *options, struct bs_error *error)
{
    if (!bs_clock_parse_speed(options->speed, &options->speed_thousandths)) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--speed is more than 0 and at most 100000, as 10 is; found '%s'",
                            options->speed);
    }
    if (read_durations(options, error) != BS_OK) {
        return error->status;
    }
    return bs_output_formats(options->formats, options->folder, &options->format_bits, error);
}

/* What no table of options can say: what does not fit into the world's day. */
static enum bs_status check_times(const struct stage *stage, struct bs_error *error)
{
    const struct exec_words *words = stage->words;
    const int64_t day_ns = stage->scenario->duration.ns;

    if (words->start_at.ns >= day_ns || words->aftermath.ns >= day_ns) {
        return bs_error_set(error, BS_ERR_INPUT, NULL,
                            "--start and --after lie within the world's time, which is %" PRId64
                            " hours long",
                            day_ns / BS_SECONDS(3600).ns);
    }
    return BS_OK;
}

static enum bs_status start(const char *path, struct exec_words *options, int *exit_status,
                            struct bs_error *error)
{
    struct stage stage = {.path = path, .words = options};
    struct bs_inputs inputs;
    enum bs_status status = read_values(options, error);

    if (status == BS_OK) {
        status = bs_inputs_load(path, &options->overrides, &inputs, error);
    }
    if (status != BS_OK) {
        return status;
    }
    stage.inputs = &inputs;
    stage.scenario = inputs.scenario;
    stage.duration = inputs.scenario->duration;
    bs_serving_prolong(inputs.scenario);
    status = check_times(&stage, error);
    if (status == BS_OK && options->folder != NULL) {
        status = bs_output_make_folder(options->folder, error);
    }
    if (status == BS_OK) {
        options->store = bs_recording_path(options->store);
        status = bs_recording_check(options->store, error);
    }
    if (status == BS_OK) {
        status = perform(&stage, exit_status, error);
    }
    bs_inputs_clean_up(&inputs);
    return status;
}

static int run_exec(int count, char **words)
{
    struct exec_words options = {.speed = "1", .seed = 1};
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
