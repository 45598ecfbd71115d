import { addHours, subDays } from "date-fns"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { InterestSettings, InterestSignal } from "../../../types/interest"
import { readState, writeState } from "../state"
import { applyBatchSettings, applyWholeSettings } from "../../../lib/bulk"
import type { SyncSettings } from "../sync/settings"
import { readInterestSettings } from "./settings"
import {
  COMPUTE_INTERESTS,
  DELETE_FADED,
  SEGMENTS_DIRTY_INTERESTED,
  UPSERT_INTERESTS,
} from "./sql/compute"
import { CLAIM_INTERESTED, MARK_AGED } from "./sql/dirty"
import { CLEAR_TOTALS, COUNT_TOTALS } from "./sql/read"

/** Profiles computed in one transaction. */
const BATCH = 5_000

/** What happened longer ago than so many half-lives counts less than a thousandth, and is not read. */
const HALF_LIVES = 10

/** Names of events, as in the Segment and RudderStack e-commerce spec, and what they show. */
const SIGNAL_OF: Record<string, InterestSignal> = {
  "Product Viewed": "viewed",
  "Product Clicked": "clicked",
  "Product Added": "added",
  "Product Removed": "removed",
  "Product Added to Wishlist": "wished",
  "Product List Viewed": "category_viewed",
}

/** When interests were last computed, summed up over everybody, and aged. Times are ISO 8601. */
type InterestState = { at?: string; totals_at?: string; totals_ms?: number; aged_at?: string }
const STATE = "interests"

/**
 * Computes the interests of people who did something since, and, when nobody waits, what everybody's come to.
 * @returns whether there may be more to do
 */
export async function updateInterests(db: Db, settings: SyncSettings, now: Date): Promise<boolean> {
  const state = (await readState<InterestState>(db, STATE)) ?? {}
  if (!state.aged_at || now >= addHours(new Date(state.aged_at), 24)) {
    await execute(db, MARK_AGED, { now })
    await note(db, { aged_at: now.toISOString() })
  }
  const computed = await computeSome(db, settings, now)
  if (computed) await note(db, { at: now.toISOString() })
  else if (totalsDue(state, now)) await countTotals(db, now)
  return computed > 0
}

async function computeSome(db: Db, settings: SyncSettings, now: Date): Promise<number> {
  const rules = await readInterestSettings(db)
  return db.transaction(async (trx) => {
    await applyBatchSettings(trx)
    await execute(trx, CLAIM_INTERESTED, { limit: BATCH })
    const due = await queryOne<{ n: number }>(trx, `select count(*)::int as n from interested`)
    if (!due!.n) return 0
    await execute(trx, `analyze interested`)
    await execute(trx, COMPUTE_INTERESTS, parameters(rules, settings, now))
    await execute(trx, DELETE_FADED)
    await execute(trx, UPSERT_INTERESTS, { now })
    await execute(trx, SEGMENTS_DIRTY_INTERESTED)
    return due!.n
  })
}

function parameters(rules: InterestSettings, { currency, options }: SyncSettings, now: Date) {
  const names = Object.keys(SIGNAL_OF)
  return {
    now,
    currency,
    zone: options.timeZone,
    since: subDays(now, HALF_LIVES * rules.half_life_days),
    half_life: rules.half_life_days,
    limits: rules.price_limits,
    ordered: rules.weights.ordered,
    names,
    signals: names.map((name) => SIGNAL_OF[name]),
    weights: names.map((name) => rules.weights[SIGNAL_OF[name]]),
  }
}

/** At most a hundredth of the time goes into the sums, however large the shop. */
function totalsDue({ at, totals_at, totals_ms = 0 }: InterestState, now: Date): boolean {
  if (!at) return false
  if (!totals_at) return true
  return at >= totals_at && now.getTime() - new Date(totals_at).getTime() >= 100 * totals_ms
}

async function countTotals(db: Db, now: Date): Promise<void> {
  const started = Date.now()
  await db.transaction(async (trx) => {
    await applyWholeSettings(trx)
    await execute(trx, CLEAR_TOTALS)
    await execute(trx, COUNT_TOTALS, { now })
  })
  // A computation in the same millisecond would be taken as summed up already; one millisecond tells them apart.
  const totals_at = new Date(now.getTime() + 1).toISOString()
  await note(db, { totals_at, totals_ms: Date.now() - started })
}

async function note(db: Db, change: InterestState): Promise<void> {
  const state = (await readState<InterestState>(db, STATE)) ?? {}
  await writeState(db, STATE, { ...state, ...change })
}

/** When the sums over everybody were last made; `null` before the first time. */
export async function totalsComputedAt(db: Db): Promise<string | null> {
  return (await readState<InterestState>(db, STATE))?.totals_at ?? null
}
