/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/*
 * Any bytes as what AWS answers: the first chooses the operation, the second the status, the rest is
 * the body, and is also read as shared files and as what each link of the credential chain is told.
 * Nothing crashes; an answer without an error is one of a success; a chain ends.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/assert.h"
#include "orchestrator/aws/credential_chain.h"
#include "orchestrator/aws/wire_experiment.h"
#include "tests/aws/wire_samples.h"

enum { NOW_S = 1795225500, STEPS_MAX = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_answer(const struct bs_call_answer *answer)
{
    BS_ASSERT(memchr(answer->code, '\0', sizeof(answer->code)) != NULL);
    BS_ASSERT(memchr(answer->source, '\0', sizeof(answer->source)) != NULL);
    BS_ASSERT((answer->outcome == BS_OUTCOME_OK) == (answer->error == BS_CALL_ERROR_NONE));
    BS_ASSERT((answer->outcome == BS_OUTCOME_OK) == (answer->code[0] == '\0'));
    BS_ASSERT((size_t)answer->state < BS_STATE_COUNT);
    BS_ASSERT(answer->running >= 0 || answer->desired != 0 || answer->running != 0);
    BS_ASSERT(answer->change >= 0);
    BS_ASSERT(!answer->has_metric || answer->metric.ns >= 0);
}

static void decode_experiment(uint8_t choice, const struct bs_wire_response *response)
{
    const enum bs_wire_experiment_operation operation =
        (enum bs_wire_experiment_operation)(choice % BS_EXPERIMENT_OPERATION_COUNT);
    struct bs_wire_experiment_template about;
    struct bs_wire_experiment experiment;
    struct bs_error error = {0};

    if (operation == BS_EXPERIMENT_GET_TEMPLATE) {
        if (bs_wire_decode_template(response, &about, &error) == BS_OK) {
            BS_ASSERT(about.action_count >= 0 && about.stop_count >= 0);
        }
    } else if (bs_wire_decode_experiment(operation, response, &experiment, &error) == BS_OK) {
        BS_ASSERT(experiment.id[0] != '\0' || experiment.status[0] != '\0' || !experiment.is_over);
    }
    BS_ASSERT(error.status == BS_OK || error.message[0] != '\0');
}

static void decode(uint8_t choice, int32_t status, const char *body, size_t length)
{
    const struct bs_call_request call =
        sample_call((enum bs_operation)(choice % BS_OPERATION_COUNT));
    const struct bs_wire_response response = {
        .status = status, .body = body, .body_length = length};
    struct sample_account account;
    struct bs_call_answer answer;

    decode_experiment(choice, &response);
    if (bs_wire_is_aws(call.operation)) {
        sample_account_init(&account);
        bs_wire_decode(&call, &account.context, &response, &answer);
        check_answer(&answer);
    }
}

/* ---- Credentials ---- */

/* Which link there is, by the bits of the choice. */
static const char *get(void *context, const char *name)
{
    static const struct {
        const char *name;
        const char *value;
    } variables[] = {
        {"AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost/"},
        {"AWS_WEB_IDENTITY_TOKEN_FILE", "/token"},
        {"AWS_ROLE_ARN", "arn:aws:iam::1:role/r"},
        {"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token"},
    };
    const uint8_t choice = *(const uint8_t *)context;

    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
        if (strcmp(variables[i].name, name) == 0 && (choice >> i & 1) != 0) {
            return variables[i].value;
        }
    }
    return NULL;
}

static void run_chain(uint8_t choice, const char *body, size_t length)
{
    const struct bs_chain_settings settings = {.environment = {get, &choice},
                                               .region = "us-east-1"};
    struct bs_chain *chain = bs_chain_new(&settings);
    int steps = 0;

    if (chain == NULL) {
        return;
    }
    bs_chain_begin(chain, NOW_S);
    for (; bs_chain_state(chain) == BS_CHAIN_WANTS; steps++) {
        const struct bs_chain_want *want = bs_chain_want(chain);

        BS_ASSERT(steps < STEPS_MAX);
        if (want->kind == BS_CHAIN_HTTP) {
            bs_chain_http(chain, 200, body, length);
        } else if (want->path[0] == '~' && (choice & 0x80) != 0) {
            bs_chain_file(chain, NULL, 0);
        } else {
            bs_chain_file(chain, body, length);
        }
    }
    if (bs_chain_state(chain) == BS_CHAIN_FAILED) {
        BS_ASSERT(bs_chain_error(chain)->message[0] != '\0');
        BS_ASSERT(bs_chain_credentials(chain, NOW_S) == NULL);
    }
    bs_chain_destroy(chain);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const int32_t statuses[] = {200, 400, 403, 404, 429, 500, 503};
    const char *body = (const char *)bytes + 2;

    if (size < 2) {
        return 0;
    }
    decode(bytes[0], 200, body, size - 2);
    decode(bytes[0], statuses[bytes[1] % (sizeof(statuses) / sizeof(statuses[0]))], body, size - 2);
    run_chain(bytes[1], body, size - 2);
    return 0;
}
