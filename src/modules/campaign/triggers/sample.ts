import { subDays } from "date-fns"
import { type Db, prefixed, queryOne } from "../../../lib/db"
import { getCampaign } from "../flow/store"
import { LAST_ENTRANT, lastOccurrence } from "../sql/sample"
import { saidBy } from "./says"
import { sourceOf } from "./sources"
import { happenedSince } from "./triggered"

/** How far back it is looked for when nobody has come in yet, in days. */
const DAYS = 90

/** What messages of a campaign can say of what let somebody in, and what it was the last time: `at` is null if never. */
export type TriggerSample = {
  name: string
  keys: string[]
  trigger: Record<string, unknown>
  at: Date | null
}

type Occurrence = { at: Date; context: Record<string, unknown> }

/** The sample of a campaign, of its draft as saved. @throws MedusaError `not_found` */
export async function triggerSample(
  db: Db,
  id: string,
  clock: { now: Date; zone: string }
): Promise<TriggerSample> {
  const { name, plan } = await getCampaign(db, id)
  if (!plan.trigger) return { name, keys: [], trigger: {}, at: null }
  const { type } = plan.trigger
  const found =
    (await queryOne<Occurrence>(db, LAST_ENTRANT, { id, type })) ??
    (sourceOf(plan.trigger).stock ? undefined : await latest(db, plan.trigger, clock))
  const trigger = found?.context ?? {}
  return { name, keys: saidBy(plan.trigger, trigger), trigger, at: found?.at ?? null }
}

async function latest(
  db: Db,
  trigger: Parameters<typeof happenedSince>[0],
  { now, zone }: { now: Date; zone: string }
): Promise<Occurrence | undefined> {
  const since = subDays(now, DAYS)
  const { sql, params } = prefixed(happenedSince(trigger, { since, now, zone }), "trigger")
  return queryOne<Occurrence>(db, lastOccurrence(sql), params)
}
