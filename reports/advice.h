/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#ifndef BS_REPORTS_ADVICE_H
#define BS_REPORTS_ADVICE_H

/**
 * How the posture could cost less, each with its arithmetic and what it would do to RTO and RPO:
 * - `smaller_replica`: an hour of a replica's class costs more than half of one of its primary's. Saved: the
 *   difference to the dearest class of the table, with its engine, that does not.
 * - `idle_tasks`: a service in a Region that does not serve has more than the one task that health checks
 *   need. Saved: what the others cost.
 * - `archive_copies`: a bucket's copy holds more than is written in 90 days, in objects of 128 KB at least
 *   (S3 Glacier Instant Retrieval bills smaller ones as such). Saved: the difference in price for the rest.
 * - `batch_replication`: what is replicated all the time may be lost for 5 min or more, by the store's
 *   objective. Batches of 5 min save the transfer of what is overwritten within them; how much that is a
 *   history does not say.
 */

#include "reports/cost.h"

/** Fills the advice of a cost whose charges are there. */
void bs_advice_find(struct bs_evidence *evidence, struct bs_cost *cost);

#endif
