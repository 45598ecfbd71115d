import { addHours, subMinutes } from "date-fns"
import { type Db, execute, query } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import { readDueContacts } from "../contact/due"
import { predictionState, scorePredictions } from "../metrics/predict"
import { measureSpread } from "../metrics/spread"
import { CLAIM_INBOX, PUT_INBOX } from "../sql/sync"
import { joinCorrected } from "../identity/duplicates"
import { keepQuality } from "../quality/keep"
import { updateInterests } from "../interests/update"
import { linkKnownClaims } from "../events/link"
import { readState, writeState } from "../state"
import { updateDueMetrics, scoreRfm } from "./metrics"
import { createWatermarks, dueSources, LOCK, passBatch, readAgain } from "./pass"
import type { SyncSettings } from "./settings"
import { type Source, SOURCES } from "../shop/changes"

/** Minutes between two passes over a source, beside what shop events start. */
const PASS_EVERY_MIN = 1
const INBOX_BATCH = 1_000

/**
 * One round of the sync loop: what the inbox names, a batch of each source that is due, contacts, metrics, scores.
 * @returns whether there may be more to do at once
 */
export async function syncStep(db: Db, settings: SyncSettings, now: Date): Promise<boolean> {
  await createWatermarks(db)
  const inbox = await readInbox(db, settings)
  const passes = await passDue(db, settings, now)
  const claims = await linkKnownClaims(db, now, settings.options.tracker.joinDays)
  const contacts = await readDueContacts(db, settings.options)
  const joined = await joinCorrected(db, settings, now)
  // History comes in first and is computed once: metrics of half a history would only be thrown away.
  const metrics = passes ? false : await updateDueMetrics(db, now)
  const interests = passes || metrics ? false : await updateInterests(db, settings, now)
  const quality = passes || contacts ? false : await keepQuality(db, settings.options, now)
  if (!passes && !metrics) {
    await keepScores(db, settings, now)
    await keepPredictions(db, settings, now)
  }
  return inbox || passes || claims || contacts || joined || metrics || interests || quality
}

/**
 * Runs rounds until nothing is left to read, so that what follows sees the shop as it is now.
 * @param deadline - stop then, whatever is left
 */
export async function syncNow(
  db: Db,
  settings: SyncSettings,
  now: Date,
  deadline: Date
): Promise<void> {
  await createWatermarks(db)
  for (const source of SOURCES) {
    while (new Date() < deadline) {
      if (!(await passBatch(db, source, settings, now, true)).more) break
    }
  }
  while (new Date() < deadline && (await syncStep(db, settings, now))) {
    // Each round is its own work; there is nothing to do between two.
  }
}

async function readInbox(db: Db, settings: SyncSettings): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await execute(trx, LOCK)
    const named = await query<{ source: Source; ref: string }>(trx, CLAIM_INBOX, {
      limit: INBOX_BATCH,
    })
    for (const source of new Set(named.map((row) => row.source))) {
      const refs = named.filter((row) => row.source === source).map((row) => row.ref)
      await readAgain(trx, source, refs, settings)
    }
    return named.length === INBOX_BATCH
  })
}

async function passDue(db: Db, settings: SyncSettings, now: Date): Promise<boolean> {
  let more = false
  for (const source of await dueSources(db, subMinutes(now, PASS_EVERY_MIN))) {
    const batch = await passBatch(db, source, settings, now)
    more = more || batch.more
    // A source is read to its end before those that lean on it.
    if (batch.more) return true
  }
  return more
}

/** Predictions and the spread of metrics, once a day: both look at everybody and change little from hour to hour. */
async function keepPredictions(db: Db, { options }: SyncSettings, now: Date): Promise<void> {
  const last = await predictionState(db)
  const metrics = await readState<{ at: string }>(db, "metrics")
  if (!metrics || (last && now < addHours(new Date(last.at), 24))) return
  await scorePredictions(db, now, options.timeZone)
  await measureSpread(db, now, options.timeZone)
}

/** Scores compare everybody with everybody, so they are renewed as a whole: when metrics changed, and each day. */
async function keepScores(db: Db, { options }: SyncSettings, now: Date): Promise<void> {
  const scored = await readState<{ at: string; ms: number }>(db, "rfm")
  if (scored && !(await scoresDue(db, scored, now))) return
  const started = Date.now()
  await scoreRfm(db, now, options.timeZone, Boolean(scored))
  await writeState(db, "rfm", { at: now.toISOString(), ms: Date.now() - started })
}

async function scoresDue(db: Db, scored: { at: string; ms: number }, now: Date): Promise<boolean> {
  const last = new Date(scored.at)
  if (now >= addHours(last, 24)) return true
  const metrics = await readState<{ at: string }>(db, "metrics")
  const changed = metrics !== undefined && new Date(metrics.at) >= last
  // At most a hundredth of the time goes into scoring, however large the shop.
  return changed && now.getTime() - last.getTime() >= 100 * scored.ms
}

/** Puts shop rows on the list of what to read again; the rows of one call are one statement. */
export async function putInbox(
  db: Db,
  source: Source,
  refs: string[],
  name: string
): Promise<void> {
  await execute(db, PUT_INBOX, { source, refs, name })
}
