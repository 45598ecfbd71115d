import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, prefixed, queryOne, type SqlFragment } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import { compileRules } from "../../../rules/compile"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { loadRegistry } from "../../segment/registry"
import {
  AWAIT_SCAN,
  enter,
  NAMED_PEOPLE,
  SAVE_SCAN,
  SEGMENT_MEMBERS,
  TAKE_SCAN,
} from "../sql/enter"
import { type Look, markFor, type Marks, openMarks } from "../triggers/marks"
import { type TriggerWindow, triggered } from "../triggers/triggered"
import { lookEvery } from "../triggers/look-every"
import { COUNT_ONE_WAY } from "../sql/move"
import { ENTRANCE } from "./due"
import { reentryParams } from "./reentry-params"
import { isWait } from "./timing"
import { applyStepSettings } from "./settings"
import { knownVersion } from "./versions"
import { watch } from "./watch"

export type Clock = { now: Date; zone: string }
type Scan = {
  id: string
  version: number
  scanned_at: Date
  live_since: Date
  watched_at: Date | null
  marks: Marks
}

/** Clocks differ: each scan looks so much further back than the last one's end, in ms. */
const OVERLAP_MS = 15 * 60_000
/** Nobody comes in for what is longer ago, in ms: after a long rest of the shop it would be too late. */
const LATEST_MS = 3 * 86_400_000
const FOREVER = new Date(0)

/**
 * Looks for what lets people into one live campaign, lets them in, and tells those inside whose goal is reached or who
 * waited for something. One at a time for a campaign, whoever asks.
 * @returns how many came in
 */
export async function scanTrigger(db: Db, id: string, clock: Clock, look: Look): Promise<number> {
  return db.transaction(async (trx) => {
    await applyStepSettings(trx)
    const scan = await queryOne<Scan>(trx, TAKE_SCAN, { id })
    if (!scan) return 0
    const { plan } = await knownVersion(trx, id, scan.version)
    const due = isDue(plan, scan.scanned_at, clock.now)
    const window = { ...since(scan.scanned_at, clock), live_since: scan.live_since }
    const mark = plan.trigger && markFor(plan.trigger, look, scan.marks.trigger)
    const found = due && plan.trigger ? triggered(plan.trigger, window, mark ?? 0) : null
    const entered = found ? await letIn(trx, id, scan.version, plan, found, clock) : 0
    // After the entries: who comes in late may have reached the goal already, and is not to be written to.
    const watched_at = scan.watched_at ?? scan.live_since
    const seen = await watch(trx, id, scan.version, plan, {
      ...since(watched_at, clock),
      live_since: FOREVER,
      marks: scan.marks,
      look,
    })
    await execute(trx, SAVE_SCAN, {
      id,
      scanned_at: due ? clock.now : scan.scanned_at,
      watched_at: clock.now,
      marks: JSON.stringify({
        ...seen,
        ...(due && openMarks({ trigger: plan.trigger }, look.highest)),
      }),
    })
    return entered
  })
}

/** Lets in who is in the trigger's segment when the campaign is published, if it is to. */
export async function enterMembers(
  trx: Db,
  id: string,
  version: number,
  plan: CampaignPlan,
  clock: Clock
): Promise<number> {
  const { trigger } = plan
  if (trigger?.type !== "segment_entered" || !trigger.members) return 0
  const found = {
    sql: SEGMENT_MEMBERS,
    params: { segment: trigger.segment_id, now: clock.now },
  }
  return letIn(trx, id, version, plan, found, clock)
}

export type ByHand = {
  profiles: number[]
  /** Of what lets them in: nobody comes in twice by the same. */
  key: string
  /** What rules and messages of the campaign know as `trigger`. */
  context: Record<string, unknown>
}

/**
 * Lets people into a live campaign, as its trigger would: whoever may not enter, or is inside and may not be again, stays
 * out. @returns how many came in
 * @throws MedusaError `not_allowed` unless the campaign is live
 */
export async function enterByHand(
  db: Db,
  id: string,
  { profiles, key, context }: ByHand,
  clock: Clock
): Promise<number> {
  return db.transaction(async (trx) => {
    const scan = await queryOne<Scan>(trx, AWAIT_SCAN, { id })
    if (!scan)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The campaign ${id} is not live: publish or resume it first`
      )
    const { plan } = await knownVersion(trx, id, scan.version)
    const found = {
      sql: NAMED_PEOPLE,
      params: { profiles, key: `code ${key}`, context: JSON.stringify(context), now: clock.now },
    }
    const entered = await letIn(trx, id, scan.version, plan, found, clock)
    await wake(trx, "engage_campaign")
    return entered
  })
}

/** What is done at everybody's expense is not done at every round; a clock that was put back begins anew. */
function isDue(plan: CampaignPlan, scanned: Date, now: Date): boolean {
  const every = lookEvery(plan) ?? 0
  return now < scanned || now.getTime() >= scanned.getTime() + every
}

function since(last: Date, { now, zone }: Clock): Omit<TriggerWindow, "live_since"> {
  const looked = Math.min(last.getTime(), now.getTime())
  const from = Math.max(looked - OVERLAP_MS, now.getTime() - LATEST_MS)
  return { since: new Date(from), now, zone }
}

async function letIn(
  trx: Db,
  id: string,
  version: number,
  { entry_rules, reentry, graph, holdout = 0 }: CampaignPlan,
  found: SqlFragment,
  clock: Clock
): Promise<number> {
  const trigger = prefixed(found, "trigger")
  const may = entry_rules && compileRules(entry_rules, await loadRegistry(trx), clock)
  const rule = may && prefixed(may, "may")
  const step = firstAtOnce(graph)
  const { entered } = (await queryOne<{ entered: number }>(
    trx,
    enter(trigger.sql, rule?.sql ?? null),
    {
      ...trigger.params,
      ...rule?.params,
      id,
      version,
      step: step ?? ENTRANCE,
      moves: step ? 1 : 0,
      path: JSON.stringify(step ? [[ENTRANCE, "in", Math.floor(clock.now.getTime() / 1_000)]] : []),
      now: clock.now,
      holdout: holdout * 100,
      ...reentryParams(reentry),
    }
  ))!
  if (step && entered) {
    const at = { id, version, step: ENTRANCE, way: "in", now: clock.now }
    await execute(trx, COUNT_ONE_WAY, { ...at, people: entered })
  }
  return entered
}

/** The first step, if it is due for everybody at once. When a wait is over can depend on where a person lives. */
function firstAtOnce({ first, steps }: CampaignPlan["graph"]): string | undefined {
  const step = first === null ? undefined : steps[first]
  return first !== null && step && !isWait(step) ? first : undefined
}
