/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/name_server.h"

#include "mocks/mock_state.h"

void bs_name_server_ask(void *mock, struct bs_dns_question *question, struct bs_dns_answer *answer)
{
    struct bs_mock *asked = mock;

    (void)pthread_mutex_lock(&asked->mutex);
    (void)bs_mock_move_to_now(asked);
    question->draw = bs_account_draw(asked->account, "mock", "question", asked->question_count++);
    bs_dns_resolve(asked->account, question, answer);
    (void)pthread_mutex_unlock(&asked->mutex);
}
