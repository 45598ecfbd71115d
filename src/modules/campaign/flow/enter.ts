import { type Db, execute, prefixed, queryOne, type SqlFragment } from "../../../lib/db"
import { compileRules } from "../../../rules/compile"
import type { CampaignPlan } from "../../../types/campaign"
import { loadRegistry } from "../../segment/registry"
import { getSegments } from "../../segment/store"
import { HIGHEST_IDS } from "../sql/campaign"
import {
  enter,
  EVENTS_HAPPENED,
  ORDERS_PLACED,
  PEOPLE_JOINED,
  SAVE_SCAN,
  SEGMENT_ENTRIES,
  SEGMENT_MEMBERS,
  TAKE_SCAN,
} from "../sql/enter"
import { ENTRANCE } from "./due"
import { loadVersion } from "./versions"

type Clock = { now: Date; zone: string }
type Scan = {
  id: string
  version: number
  scanned_at: Date
  live_since: Date
  last_purchase: number
  last_profile: number
}
type HighestIds = { last_purchase: number; last_profile: number }

/**
 * Looks for what lets people into one live campaign, and lets them in. One at a time for a campaign, whoever asks.
 * @returns how many came in
 */
export async function scanTrigger(db: Db, id: string, clock: Clock): Promise<number> {
  return db.transaction(async (trx) => {
    const scan = await queryOne<Scan>(trx, TAKE_SCAN, { id })
    if (!scan) return 0
    const { plan } = await loadVersion(trx, id, scan.version)
    const highest = (await queryOne<HighestIds>(trx, HIGHEST_IDS))!
    const found = await triggered(trx, plan, {
      ...scan,
      now: clock.now,
    })
    const entered = found ? await letIn(trx, id, scan.version, plan, found, clock) : 0
    await execute(trx, SAVE_SCAN, { id, now: clock.now, ...highest })
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
  const [segment] = await getSegments(trx, [trigger.segment_id])
  if (!segment) return 0
  const found = {
    sql: SEGMENT_MEMBERS,
    params: { segment_no: segment.no, now: clock.now },
  }
  return letIn(trx, id, version, plan, found, clock)
}

async function triggered(
  db: Db,
  { trigger }: CampaignPlan,
  since: HighestIds & { scanned_at: Date; live_since: Date; now: Date }
): Promise<SqlFragment | undefined> {
  switch (trigger?.type) {
    case "order_placed":
      return { sql: ORDERS_PLACED, params: since }
    case "joined":
      return { sql: PEOPLE_JOINED, params: since }
    case "event":
      return { sql: EVENTS_HAPPENED, params: { ...since, name: trigger.name } }
    case "segment_entered": {
      const [segment] = await getSegments(db, [trigger.segment_id])
      return segment && { sql: SEGMENT_ENTRIES, params: { ...since, segment_no: segment.no } }
    }
    default:
      return undefined
  }
}

async function letIn(
  trx: Db,
  id: string,
  version: number,
  { entry_rules, reentry }: CampaignPlan,
  found: SqlFragment,
  clock: Clock
): Promise<number> {
  const trigger = prefixed(found, "trigger")
  const may = entry_rules && compileRules(entry_rules, await loadRegistry(trx), clock)
  const rule = may && prefixed(may, "may")
  return execute(trx, enter(trigger.sql, rule?.sql ?? null), {
    ...trigger.params,
    ...rule?.params,
    id,
    version,
    entrance: ENTRANCE,
    now: clock.now,
    mode: reentry.mode,
    days: reentry.mode === "after_days" ? reentry.days : 0,
  })
}
