import { type Db, query } from "../../../lib/db"
import type { CampaignTrigger } from "../../../types/campaign-trigger"
import { LIVE_CAMPAIGNS } from "../sql/round"
import { highestIds, type Look } from "../triggers/marks"
import { lookEvery } from "../triggers/look-every"
import { watchStock } from "../triggers/stock-watch"
import { advance } from "./advance"
import { type Clock, scanTrigger } from "./enter"
import type { Looks } from "./looks"
import { knownVersion } from "./versions"
import { awaited } from "./watch"

/** How long the engine sleeps when nothing is to be done: so long a wait may be over before somebody notices, in ms. */
export const IDLE_MS = 500
/** Batches of one campaign in one round, so that a large one does not hold up the others. */
const BATCHES = 5
/** Campaigns worked on at once: most of what one takes is waiting for the database. */
const AT_ONCE = 3

type Live = { id: string; version: number; scanned_at: Date; due: boolean }

/**
 * One round over the live campaigns: let people in, then move those who are due. A campaign for which nothing is due and
 * nothing has happened is not touched.
 * @param looks - what this process remembers of its rounds
 * @param onError - told of a campaign that failed; the others go on
 * @returns whether there may be more to do at once
 */
export async function campaignRound(
  db: Db,
  clock: Clock,
  looks: Looks,
  onError: (id: string, error: Error) => void
): Promise<boolean> {
  await watchStock(db, clock.now)
  const live = await query<Live>(db, LIVE_CAMPAIGNS, { now: clock.now })
  if (!live.length) return false
  looks.note(await highestIds(db), clock.now)
  let more = false
  const work = async () => {
    for (let one = live.shift(); one; one = live.shift()) {
      try {
        if (await walk(db, one, clock, await lookAt(db, one, clock, looks))) more = true
      } catch (error) {
        looks.again(one.id)
        onError(one.id, error as Error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return more
}

async function lookAt(
  db: Db,
  { id, version, scanned_at }: Live,
  { now }: Clock,
  looks: Looks
): Promise<Look | undefined> {
  const { plan } = await knownVersion(db, id, version)
  const others: CampaignTrigger[] = await awaited(db, id, version, plan)
  const every = lookEvery(plan)
  return looks.at({ id, version, scanned_at, trigger: plan.trigger, every, others }, now)
}

/** @returns whether there may be more to do at once */
async function walk(db: Db, { id, due }: Live, clock: Clock, look?: Look): Promise<boolean> {
  const moved = look ? await scanTrigger(db, id, clock, look) : 0
  if (!due && !moved) return false
  for (let batch = 0; batch < BATCHES; batch++) if (!(await advance(db, id, clock))) return false
  return true
}
