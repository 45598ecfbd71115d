import { type Db, execute, query } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { ErrandStep } from "../../../types/campaign-errand"
import { ANY_ERRAND, DROP_ERRANDS, END_ERRANDS, PUT_OFF_ERRANDS, TAKE_ERRANDS } from "../sql/errand"
import { errandKind, retryAfter } from "./kinds"

/** Errands run in one go. */
const BATCH = 100
/** How long errands are held without a sign of life, in ms. */
const LEASE_MS = 120_000

/** Something a step has done elsewhere for one person. */
export type Errand<Step extends ErrandStep = ErrandStep> = {
  id: number
  campaign_id: string
  /** The campaign's name. */
  campaign: string
  version: number
  step: string
  /** Times it was begun, this one included. */
  attempts: number
  enrollment_id: number
  profile_id: number
  settings: Step
  /** What let the person in, and what they were given since. */
  context: Record<string, unknown>
  facts: Record<string, unknown>
}

/** What came of an errand: what the person is given by it, or why it could not be done. */
export type Outcome = { errand: Errand } & (
  { facts: Record<string, unknown>; way?: string } | { error: string; final?: boolean }
)

/** Takes errands that are due, for this worker alone until it has ended them or too much time has passed. */
export async function takeErrands(db: Db, now: Date): Promise<Errand[]> {
  await execute(db, DROP_ERRANDS, { now })
  const until = new Date(now.getTime() + LEASE_MS)
  return query<Errand>(db, TAKE_ERRANDS, { now, until, limit: BATCH })
}

/** Whether an errand is due. */
export async function anyErrand(db: Db, now: Date): Promise<boolean> {
  return (await query(db, ANY_ERRAND, { now })).length > 0
}

/** Writes down what came of errands, in the caller's transaction. What failed is tried again, and given up in the end. */
export async function endErrands(trx: Db, outcomes: Outcome[], now: Date): Promise<void> {
  const ended: { id: number; way: string; error: string | null; facts: string }[] = []
  const later: { id: number; until: Date; error: string }[] = []
  for (const outcome of outcomes) {
    const { id, attempts, settings } = outcome.errand
    const ways = errandKind(settings.type)
    if ("facts" in outcome) {
      const facts = JSON.stringify(outcome.facts)
      ended.push({ id, way: outcome.way ?? ways.done, error: null, facts })
      continue
    }
    const error = outcome.error.slice(0, 500)
    const after = outcome.final ? undefined : retryAfter(attempts)
    if (after === undefined) ended.push({ id, way: ways.failed, error, facts: "{}" })
    else later.push({ id, until: new Date(now.getTime() + after), error })
  }
  await execute(trx, PUT_OFF_ERRANDS, {
    ids: later.map((one) => one.id),
    untils: later.map((one) => one.until),
    errors: later.map((one) => one.error),
  })
  await execute(trx, END_ERRANDS, {
    now,
    ids: ended.map((one) => one.id),
    ways: ended.map((one) => one.way),
    errors: ended.map((one) => one.error),
    facts: ended.map((one) => one.facts),
  })
  await wake(trx, "engage_campaign")
}
