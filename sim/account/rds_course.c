/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** RDS: what takes time. A status lasts as long as drawn; then comes the next one of the course. */

#include <string.h>

#include "base/assert.h"
#include "sim/account/rds.h"
#include "sim/engine/variate.h"

enum { LEGS_MAX = 3 };

/* ---- How long ---- */

enum lasting {
    CREATION,
    RESTORE,
    FIRST_BACKUP,
    MODIFICATION,
    REBOOT,
    START,
    STOP,
    PROMOTION,
    DELETION,
    SNAPSHOT,
    FAR_COPY,
    CLUSTER_CREATION,
    CLUSTER_FAILOVER,
    GLOBAL_CREATION,
    GLOBAL_FAILOVER,
    LASTING_COUNT,
};

/* Lognormal, all of them. */
static const struct {
    const char *purpose; /* Of the stream that it is drawn from. */
    int64_t median_s;
    int64_t p95_s;
} lastings[LASTING_COUNT] = {
    [CREATION] = {"creation", 360, 720},  /* Unsourced. */
    [RESTORE] = {"restore", 900, 2400},   /* Unsourced: as scenarios' rds_replica.creation. */
    [FIRST_BACKUP] = {"backup", 60, 180}, /* Unsourced. */
    [MODIFICATION] = {"modification", 300, 900}, /* Unsourced. */
    [REBOOT] = {"reboot", 60, 180},              /* Unsourced. */
    [START] = {"start", 300, 600},               /* Unsourced. */
    [STOP] = {"stop", 180, 480},                 /* Unsourced. */
    [PROMOTION] = {"promotion", 225, 900}, /* C04: three quarters of it; the rest is the reboot. */
    [DELETION] = {"deletion", 300, 900},   /* Unsourced: as scenarios' rds_instance.deletion. */
    [SNAPSHOT] = {"snapshot", 180, 600},   /* Unsourced. */
    [FAR_COPY] = {"copy", 600, 1800},      /* Unsourced. */
    [CLUSTER_CREATION] = {"creation", 60, 180}, /* Unsourced. */
    /* "Typically within 60 seconds, often within 30" (Aurora User Guide); the shape is unsourced. */
    [CLUSTER_FAILOVER] = {"failover", 30, 60},
    [GLOBAL_CREATION] = {"creation", 30, 60},  /* Unsourced. */
    [GLOBAL_FAILOVER] = {"failover", 60, 300}, /* Unsourced. */
};

/* ---- What ---- */

struct leg {
    const char *status;
    enum lasting lasts;
    const char *category; /* Of the event at the end of the leg; NULL: there is none. */
    const char *message;
};

static const struct {
    struct leg legs[LEGS_MAX];
    const char *rest;         /* The status afterwards; NULL: the resource is no more. */
    bs_account_due_fn *ended; /* What follows from the first leg's end; NULL: nothing. */
} courses[BS_DB_COURSE_COUNT] = {
    [BS_DB_CREATES] = {{{"creating", CREATION, "creation", "DB instance created"},
                        {"backing-up", FIRST_BACKUP, "backup", "Finished DB Instance backup"}},
                       "available",
                       NULL},
    [BS_DB_REPLICATES] = {{{"creating", RESTORE, "creation", "DB instance created"}},
                          "available",
                          NULL},
    [BS_DB_RESTORES] = {{{"creating", RESTORE, "restoration", "Restored from snapshot"},
                         {"backing-up", FIRST_BACKUP, "backup", "Finished DB Instance backup"}},
                        "available",
                        NULL},
    [BS_DB_MODIFIES] = {{{"modifying", MODIFICATION, "configuration change",
                          "Finished applying modification to DB instance"}},
                        "available",
                        bs_db_modification_ends},
    [BS_DB_RENAMES] = {{{"renaming", REBOOT, "configuration change", "DB instance renamed"}},
                       NULL /* The old name is no more. */,
                       bs_db_instance_renaming_ends},
    [BS_DB_REBOOTS] = {{{"rebooting", REBOOT, "availability", "DB instance restarted"}},
                       "available",
                       NULL},
    [BS_DB_STARTS] = {{{"starting", START, "notification", "DB instance started"}},
                      "available",
                      NULL},
    [BS_DB_STOPS] = {{{"stopping", STOP, "notification", "DB instance stopped"}}, "stopped", NULL},
    [BS_DB_PROMOTES] = {{{"modifying", PROMOTION, "read replica",
                          "The read replica was promoted to a standalone DB instance"},
                         {"rebooting", REBOOT, "availability", "DB instance restarted"},
                         {"backing-up", FIRST_BACKUP, "backup", "Finished DB Instance backup"}},
                        "available",
                        bs_db_promotion_ends},
    [BS_DB_BACKS_UP] = {{{"backing-up", SNAPSHOT, "backup", "Finished DB Instance backup"}},
                        "available",
                        NULL},
    [BS_DB_DELETES] = {{{"deleting", DELETION, "deletion", "DB instance deleted"}},
                       NULL,
                       bs_db_instance_deletion_ends},
    [BS_DB_SNAPSHOT_CREATES] = {{{"creating", SNAPSHOT, "creation", "Snapshot created"}},
                                "available",
                                NULL},
    [BS_DB_SNAPSHOT_COPIES] = {{{"creating", SNAPSHOT, "creation", "Snapshot copied"}},
                               "available",
                               NULL},
    [BS_DB_SNAPSHOT_COPIES_FAR] = {{{"creating", FAR_COPY, "creation", "Snapshot copied"}},
                                   "available",
                                   NULL},
    [BS_DB_CLUSTER_CREATES] = {{{"creating", CLUSTER_CREATION, "creation", "DB cluster created"}},
                               "available",
                               NULL},
    [BS_DB_CLUSTER_RESTORES] = {{{"creating", RESTORE, "creation", "DB cluster created"}},
                                "available",
                                NULL},
    [BS_DB_CLUSTER_MODIFIES] = {{{"modifying", MODIFICATION, "configuration change",
                                  "Finished applying modification to DB cluster"}},
                                "available",
                                bs_db_cluster_modification_ends},
    [BS_DB_CLUSTER_FAILS_OVER] = {{{"failing-over", CLUSTER_FAILOVER, "failover",
                                    "Completed failover of the DB cluster"}},
                                  "available",
                                  bs_db_cluster_failover_ends},
    [BS_DB_CLUSTER_PROMOTES] = {{{"promoting", PROMOTION, "notification",
                                  "The read replica DB cluster was promoted"}},
                                "available",
                                bs_db_cluster_promotion_ends},
    [BS_DB_CLUSTER_STARTS] = {{{"starting", START, "notification", "DB cluster started"}},
                              "available",
                              NULL},
    [BS_DB_CLUSTER_STOPS] = {{{"stopping", STOP, "notification", "DB cluster stopped"}},
                             "stopped",
                             NULL},
    [BS_DB_CLUSTER_BACKS_UP] = {{{"backing-up", SNAPSHOT, "backup", "Finished DB cluster backup"}},
                                "available",
                                NULL},
    [BS_DB_CLUSTER_DELETES] = {{{"deleting", CLUSTER_CREATION, "deletion", "DB cluster deleted"}},
                               NULL,
                               bs_db_cluster_deletion_ends},
    [BS_DB_GLOBAL_CREATES] = {{{"creating", GLOBAL_CREATION, NULL, NULL}}, "available", NULL},
    [BS_DB_GLOBAL_FAILS_OVER] = {{{"failing-over", GLOBAL_FAILOVER, NULL, NULL}},
                                 "available",
                                 bs_db_global_failover_ends},
    [BS_DB_GLOBAL_SWITCHES_OVER] = {{{"switching-over", GLOBAL_FAILOVER, NULL, NULL}},
                                    "available",
                                    bs_db_global_failover_ends},
    [BS_DB_GLOBAL_DELETES] = {{{"deleting", GLOBAL_CREATION, NULL, NULL}}, NULL, NULL},
};

/* ---- When ---- */

static struct bs_duration draw(struct bs_account *account, struct bs_account_entry *entry,
                               enum lasting lasts)
{
    struct bs_tree *internal = bs_db_internal(entry);
    const int64_t turn = bs_tree_integer(internal, "Turn", 0);
    const struct bs_distribution distribution = {
        .kind = BS_DISTRIBUTION_LOGNORMAL,
        .lognormal = {BS_SECONDS(lastings[lasts].median_s), BS_SECONDS(lastings[lasts].p95_s)},
    };

    bs_tree_set_integer(internal, "Turn", turn + 1);
    if (bs_account_options(account)->pace == BS_ACCOUNT_INSTANT) {
        return BS_SECONDS(0);
    }
    return bs_distribution_sample(
        &distribution,
        bs_account_draw(account, bs_db_arn(entry), lastings[lasts].purpose, (uint64_t)turn));
}

static bs_account_due_fn go_on;

static void begin_leg(struct bs_account *account, struct bs_account_entry *entry, int64_t leg,
                      struct bs_account_answer *answer)
{
    struct bs_tree *internal = bs_db_internal(entry);
    const struct leg *now = &courses[bs_tree_integer(internal, "Course", 0)].legs[leg];
    const struct bs_instant since = bs_account_now(account);
    const struct bs_duration lasts = draw(account, entry, now->lasts);

    bs_tree_set_text(entry->attributes, bs_db_kind_of(entry)->status, now->status);
    bs_tree_set_integer(internal, "Leg", leg);
    bs_tree_set_instant(internal, "Since", since);
    bs_tree_set_instant(internal, "Until", (struct bs_instant){since.ns + lasts.ns});
    if (answer != NULL) {
        bs_db_answer(account, entry, answer);
    }
    bs_account_later(account, entry, lasts, go_on);
}

static void come_to_rest(struct bs_account *account, struct bs_account_entry *entry,
                         const char *rest)
{
    if (rest == NULL) {
        bs_account_remove(account, entry);
        return;
    }
    (void)bs_tree_remove(bs_db_internal(entry), "Until");
    bs_tree_set_text(entry->attributes, bs_db_kind_of(entry)->status, rest);
}

/* Without backups there is none to make. */
static bool is_left_out(const struct bs_account_entry *entry, const struct leg *leg)
{
    return leg->status == NULL ||
           (leg->lasts == FIRST_BACKUP &&
            bs_tree_integer(entry->attributes, "BackupRetentionPeriod", 1) == 0);
}

static void go_on(struct bs_account *account, struct bs_account_entry *entry)
{
    struct bs_tree *internal = bs_db_internal(entry);
    const struct bs_instant until = bs_tree_instant(internal, "Until", BS_INSTANT_NEVER);
    const int64_t course = bs_tree_integer(internal, "Course", 0);
    int64_t leg = bs_tree_integer(internal, "Leg", 0);
    const struct leg *over = &courses[course].legs[leg];

    if (until.ns > bs_account_now(account).ns) {
        return; /* Another course has taken the place of the one that this belonged to. */
    }
    if (over->category != NULL) {
        bs_db_note(account, entry, over->category, over->message);
    }
    if (leg == 0 && courses[course].ended != NULL) {
        courses[course].ended(account, entry);
    }
    do {
        leg++;
    } while (leg < LEGS_MAX && is_left_out(entry, &courses[course].legs[leg]));
    if (leg < LEGS_MAX) {
        begin_leg(account, entry, leg, NULL);
    } else {
        come_to_rest(account, entry, courses[course].rest);
    }
}

void bs_db_begin(struct bs_account *account, struct bs_account_entry *entry,
                 enum bs_db_course course, struct bs_account_answer *answer)
{
    bs_tree_set_integer(bs_db_internal(entry), "Course", (int64_t)course);
    begin_leg(account, entry, 0, answer);
}

int64_t bs_db_progress_percent(struct bs_account *account, const struct bs_account_entry *entry)
{
    const struct bs_tree *internal = bs_tree_get(entry->attributes, "Internal");
    const struct bs_instant now = bs_account_now(account);
    const struct bs_instant until = bs_tree_instant(internal, "Until", now);
    const struct bs_instant since = bs_tree_instant(internal, "Since", now);

    return until.ns <= now.ns ? 100 : (now.ns - since.ns) / ((until.ns - since.ns) / 100 + 1);
}
