/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_SIM_ACCOUNT_ACCOUNT_H
#define BS_SIM_ACCOUNT_ACCOUNT_H

/**
 * An AWS account as its clients see it: operations by AWS's names on resources that they make and change.
 *
 * An operation is performed at one instant of the simulation, by the service's behaviour (one file per
 * service, sim/account/NAME.c) on trees that hold what AWS's models call input and output, whatever the
 * protocol (base/tree.h). What takes time in AWS takes time here: behaviours schedule it. What the world
 * models (sim/world) stays the world's: for a scenario's own resources a behaviour asks and tells the world,
 * so that a client's promotion is the world's promotion. Everything else is kept in the store below.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/stream.h"
#include "base/tree.h"
#include "sim/engine/simulation.h"
#include "sim/world/world.h"

/** The one account there is; as in AWS's own examples. */
#define BS_ACCOUNT_ID "123456789012"

/** Of services that are not bound to a Region: Route 53, STS as the scope of names, IAM. */
#define BS_ACCOUNT_GLOBAL "global"

enum bs_account_pace {
    BS_ACCOUNT_REALISTIC, /* Creating lasts as long as it lasts. */
    BS_ACCOUNT_INSTANT,   /* For who only wants an endpoint: every transition is over at once. */
};

struct bs_account;

struct bs_account_options {
    struct bs_simulation *simulation; /* Borrowed, as all here. */
    struct bs_world *world;           /* NULL: no scenario. */
    struct bs_stream_root root;
    int64_t epoch_s; /* What instant 0 of the run is on the calendar, in seconds since 1970. */
    enum bs_account_pace pace;
};

/** Registers every service and brings the scenario's resources in. Never NULL. */
struct bs_account *bs_account_new(const struct bs_account_options *options);
void bs_account_destroy(struct bs_account *account);

const struct bs_account_options *bs_account_options(const struct bs_account *account);
struct bs_instant bs_account_now(const struct bs_account *account);

/* ---- Operations ---- */

struct bs_account_request {
    const char *service;         /* "rds": botocore's name of the service. */
    const char *operation;       /* "CreateDBInstance". */
    const char *region;          /* Of the credential scope or the endpoint: "us-east-1". */
    const char *access_key_id;   /* Who asks; NULL if nobody has been verified. */
    const struct bs_tree *input; /* A structure; all that the model calls required is there. */
    uint64_t receipt;            /* Numbers requests from 1 on. */
    int64_t
        signing_s; /* By the clock that credentials age by, seconds since 1970: the world's or the wall's. */
};

enum { BS_ACCOUNT_MESSAGE_MAX = 1024 };

/** Either `output`, or an error. To be cleaned up. */
struct bs_account_answer {
    struct bs_tree *output; /* A structure, never NULL. */
    const char
        *error; /* NULL, or the shape's name in the service's model: "DBInstanceNotFoundFault". */
    char message[BS_ACCOUNT_MESSAGE_MAX];
    struct bs_tree *details; /* Further members of the error; NULL or a structure. */
    bool is_unanswered;      /* Nothing is to come back: a fault keeps the answer. */
};

void bs_account_answer_clean_up(struct bs_account_answer *answer);

/** Makes the answer an error. `error` is a literal: a shape's name, or a code of the service's own. */
__attribute__((format(printf, 3, 4))) void
bs_account_fail(struct bs_account_answer *answer, const char *error, const char *format, ...);

typedef void bs_account_operation_fn(struct bs_account *account,
                                     const struct bs_account_request *request,
                                     struct bs_account_answer *answer);

enum bs_account_depth {
    BS_ACCOUNT_MODELLED, /* Has consequences. */
    BS_ACCOUNT_RECORDED, /* Is remembered and given back, and changes nothing else. */
};

/** A row of a service's table. */
struct bs_account_operation {
    const char *name;
    bs_account_operation_fn *perform;
    enum bs_account_depth depth;
    /*
     * The answer's list is whole, and whoever serves it cuts it into pages by the service's model. Else the
     * behaviour cuts it itself, since its pages are no mere slices.
     */
    bool is_paged_by_server;
};

/** A code that the service documents and its model has no status of. */
struct bs_account_code {
    const char *name;
    int status; /* HTTP. */
};

/** What a service's file gives; BS_ACCOUNT_SERVICES in account.c lists them all. */
struct bs_account_service {
    const char *name; /* "rds". */
    const struct bs_account_operation *operations;
    size_t operation_count;
    bool is_global; /* Its resources are the same whatever Region is asked. */
    /* Up to one without a name; NULL: the model has them all. They count before the model's statuses. */
    const struct bs_account_code *codes;
    /* Brings the scenario's resources in; NULL: it has none. Called once, at instant 0. */
    void (*start)(struct bs_account *account);
};

/** NULL if there is no such service. */
const struct bs_account_service *bs_account_service(const char *name);
/** All services, `count` of them, by name. */
const struct bs_account_service *const *bs_account_services(size_t *count);
/** NULL if the service has no such operation. */
const struct bs_account_operation *bs_account_operation(const struct bs_account_service *service,
                                                        const char *name);

/**
 * Performs an operation now. `answer` is overwritten. The service and the operation exist.
 */
void bs_account_perform(struct bs_account *account, const struct bs_account_request *request,
                        struct bs_account_answer *answer);

/* ---- Credentials ---- */

/** Who may sign. Texts are borrowed from the account. */
struct bs_account_credential {
    const char *secret_access_key;
    const char *session_token; /* NULL: long-term. */
    const char *arn;           /* Of who holds it. */
    const char *user_id;
    int64_t expires_s; /* Seconds since 1970 by the signing clock; INT64_MAX: never. */
};

/** A long-term key of the account's own, in the place of an older one of that id. */
void bs_account_add_credential(struct bs_account *account, const char *access_key_id,
                               const char *secret_access_key);

/** False if there is no such key. One that has expired is still there. */
bool bs_account_credential(struct bs_account *account, const char *access_key_id,
                           struct bs_account_credential *credential);

/* ---- The store ---- */

/**
 * What is kept of a resource: a structure, under (kind, Region, key). Kinds are the service's own
 * ("rds:db"). Entries of a kind and Region are in the order of their keys, byte by byte. An entry is never
 * moved: pointers to it are good until it is removed.
 */
struct bs_account_entry {
    struct bs_tree *attributes; /* A structure. */
    const char *kind;
    const char *region;
    const char *key;
    uint64_t generation; /* Differs from that of every other entry that ever was. */
    /* What a service keeps in structures of its own, and what frees it with the entry; both or neither. */
    void *own;
    void (*destroy_own)(void *own);
};

/** The entry, or NULL. */
struct bs_account_entry *bs_account_find(struct bs_account *account, const char *kind,
                                         const char *region, const char *key);

/** Makes an entry with empty attributes; there is none of that key. */
struct bs_account_entry *bs_account_add(struct bs_account *account, const char *kind,
                                        const char *region, const char *key);

/** Destroys it and its attributes. */
void bs_account_remove(struct bs_account *account, struct bs_account_entry *entry);

/**
 * The first entry of the kind and Region whose key is greater than `after` (NULL: the very first), or NULL.
 * So a loop survives that its entry is removed.
 */
struct bs_account_entry *bs_account_next(struct bs_account *account, const char *kind,
                                         const char *region, const char *after);

/* ---- Time ---- */

typedef void bs_account_due_fn(struct bs_account *account, struct bs_account_entry *entry);

/**
 * Calls `due` with the entry after `delay`, unless it has been removed by then. If transitions are instant,
 * it is called before this function returns.
 */
void bs_account_later(struct bs_account *account, struct bs_account_entry *entry,
                      struct bs_duration delay, bs_account_due_fn *due);

/** A draw for an entity and purpose, the k-th of it: uniform 64 bits, the same in every run of the seed. */
uint64_t bs_account_draw(const struct bs_account *account, const char *entity, const char *purpose,
                         uint64_t k);

/** `prefix` and `length` (12 to 32) lower-case hex digits, other ones at each call: ids as EC2's. */
void bs_account_new_id(struct bs_account *account, const char *prefix, size_t length, char *id,
                       size_t id_size);

/** A random-looking UUID, in 36 characters and NUL. */
void bs_account_new_uuid(struct bs_account *account, char uuid[37]);

/* ---- The world behind it ---- */

/** The scenario of the world, or NULL. */
const struct bs_scenario *bs_account_scenario(const struct bs_account *account);

/**
 * The scenario's resource of the kind whose name in AWS is `name`, in the Region, or NULL. `region` may be
 * BS_ACCOUNT_GLOBAL.
 */
const struct bs_resource *bs_account_resource(const struct bs_account *account,
                                              enum bs_resource_kind kind, const char *region,
                                              const char *name);

/**
 * Lets the world do what a call of the orchestrator's kind asks, now: the one way in which a behaviour
 * changes what the world models. Texts are borrowed for the call. `answer` is overwritten; its error is to
 * be put into the service's own words. False: the world wants no answer to come of it, and the operation
 * says so by bs_account_answer.is_unanswered.
 */
bool bs_account_ask_world(struct bs_account *account, const struct bs_account_request *request,
                          const struct bs_call_request *call, struct bs_call_answer *answer);

/* ---- Tags ---- */

/**
 * Tags are kept in the attribute "Tags" of an entry: a list of structures {Key, Value}, as most services
 * have them. Merging replaces values of keys that are there; removing takes a list of keys.
 */
void bs_account_merge_tags(struct bs_tree *attributes, const struct bs_tree *tags);
void bs_account_remove_tags(struct bs_tree *attributes, const struct bs_tree *keys);

#endif
