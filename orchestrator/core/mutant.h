/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_ORCHESTRATOR_CORE_MUTANT_H
#define BS_ORCHESTRATOR_CORE_MUTANT_H

/**
 * Mistakes that an orchestrator could make, to be switched on one at a time by tests that ask whether the
 * invariants would notice. Only a build with BS_MUTANTS has them; in any other BS_MUTANT() is false and what
 * it guards is not compiled into anything.
 */

/*  id                         what it gets wrong */
#define BS_MUTANT_LIST(X)                                                       \
    X(SKIP_FENCE, "takes a fence for done without doing anything")              \
    X(FENCE_AFTER_PROMOTE, "fences only once the promotion is done")            \
    X(IGNORE_LAG, "takes any lag for small enough")                             \
    X(NO_LEASE_CHECK, "acts without holding the lease")                         \
    X(REPEAT_PROMOTE, "promotes again at once when an answer did not come")     \
    X(FORGET_TIMEOUT, "never ends a step for its timeout")                      \
    X(RETRY_TERMINAL, "repeats what was refused for good")                      \
    X(INFO_IS_OK, "takes silence for success")                                  \
    X(UNKNOWN_IS_HEALTHY, "takes a source that says nothing for healthy")       \
    X(UNKNOWN_IS_UNHEALTHY, "takes a source that says nothing for unhealthy")   \
    X(RELEASE_LATCH_EARLY, "forgets a latch when its execution ends")           \
    X(NO_LATCH, "never latches a fence")                                        \
    X(DNS_BEFORE_PROMOTE, "moves traffic before the standby can be written")    \
    X(BREAKER_NEVER_OPENS, "hammers a service that does not answer")            \
    X(UNDO_UNDONE, "undoes steps that never began")                             \
    X(UNDO_ACROSS_PROMOTE, "rolls back across a promotion")                     \
    X(SKIP_CONFIRMATION, "decides on the first sign")                           \
    X(IGNORE_VETO, "decides against a veto")                                    \
    X(APPROVE_BY_ITSELF, "does not wait for the approver")                      \
    X(IGNORE_DECLINE, "goes on although the approver declined")                 \
    X(CONTINUE_AFTER_FAILURE, "goes on after a step that failed")               \
    X(SECOND_EXECUTION, "fails over again from a Region that no longer serves") \
    X(FORGET_SIDE, "forgets at a takeover which Region serves")                 \
    X(NO_ROLLBACK, "leaves half a cutover as it is")

enum bs_mutant {
    BS_MUTANT_NONE,
#define BS_MUTANT_ID(id, about) BS_MUTANT_##id,
    BS_MUTANT_LIST(BS_MUTANT_ID)
#undef BS_MUTANT_ID
        BS_MUTANT_COUNT,
};

#ifdef BS_MUTANTS

/** The mistake that is switched on; set by whoever drives the test. */
extern enum bs_mutant bs_mutant;

#define BS_MUTANT(id) (bs_mutant == BS_MUTANT_##id)

#else

#define BS_MUTANT(id) 0

#endif

#endif
