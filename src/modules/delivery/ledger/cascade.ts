import { type Db, execute, query, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type { CascadeResult } from "../../../types/cascade"
import { readControlGroup } from "../policy/control-group"
import {
  CASCADE_RESULTS,
  CASCADES,
  COPY_FACTS,
  FOLLOWERS,
  insertTakenOver,
  LOCK_FOLLOWER,
  TAKE_OVER,
} from "../sql/cascade"
import { CHUNK_OF_SLOT, GROW_RUN, NEXT_SLOT } from "../sql/more-messages"
import type { LockedRun } from "./freeze"
import { judgement } from "./judgement"
import { atOnce } from "./plan"
import { createRun, type NewRun } from "./runs"

/** A channel after the first one: what it says, and after how long without delivery. */
export type CascadeStep = Pick<NewRun, "channel" | "provider" | "contentId"> & {
  afterMinutes: number
}

/** Makes the runs that take over from a run, one after the other. @returns their numbers */
export async function createCascade(
  trx: Db,
  first: number,
  base: NewRun,
  steps: CascadeStep[]
): Promise<number[]> {
  const runs: number[] = []
  for (const { afterMinutes, ...step } of steps) {
    const follows = { run: runs.at(-1) ?? first, afterMinutes }
    runs.push(await createRun(trx, { ...base, ...step, follows }))
  }
  return runs
}

/** The runs that take over from a run, in their order. */
export async function followersOf(db: Db, run: number): Promise<number[]> {
  return (await query<{ id: number }>(db, FOLLOWERS, { run })).map(({ id }) => id)
}

/** Lets channels take over what did not arrive by the one before. @returns whether there may be more to do at once */
export async function cascadeRound(db: Db, now: Date): Promise<boolean> {
  let any = false
  for (const { id } of await query<{ id: number }>(db, CASCADES, { now })) {
    const moved = await db.transaction((trx) => takeOver(trx, id, null, now))
    any = any || moved.size > 0
  }
  return any
}

/**
 * Has the channels after a run take over, at once, those of some people who were refused by it.
 * @returns who of them waits for a message now
 */
export async function cascadeRefused(
  trx: Db,
  run: number,
  profiles: number[],
  now: Date
): Promise<Set<number>> {
  const waiting = new Set<number>()
  let left = profiles
  for (const follower of await followersOf(trx, run)) {
    const moved = await takeOver(trx, follower, left, now)
    left = [...moved].flatMap(([id, reason]) => (reason === null ? [] : [id]))
    for (const [id, reason] of moved) if (reason === null) waiting.add(id)
  }
  return waiting
}

/** What came of each channel of a run's cascade; empty for a run without one. */
export async function cascadeResults(db: Db, run: number): Promise<CascadeResult[]> {
  const followers = await followersOf(db, run)
  if (!followers.length) return []
  return query<CascadeResult>(db, CASCADE_RESULTS, { runs: [run, ...followers] })
}

type Follower = LockedRun & { after_minutes: number; before_id: number; before_at: Date }

/** @returns the people taken over, with the number of the reason that keeps each from a message, or null */
async function takeOver(
  trx: Db,
  run: number,
  profiles: number[] | null,
  now: Date
): Promise<Map<number, number | null>> {
  const follower = (await queryOne<Follower>(trx, LOCK_FOLLOWER, { run }))!
  const { before_id, before_at, after_minutes, started_at: run_at, channel } = follower
  const taken = await query<{ profile_id: number; pass: number }>(trx, TAKE_OVER, {
    before_id,
    before_at,
    after_minutes,
    profiles,
    now,
  })
  if (!taken.length) return new Map()
  const who = { profiles: taken.map((m) => m.profile_id), passes: taken.map((m) => m.pass) }
  const { slot } = (await queryOne<{ slot: number }>(trx, NEXT_SLOT, { run }))!
  const audience = {
    sql: `select unnest(:profiles::bigint[]) as profile_id`,
    params: { profiles: who.profiles },
  }
  const plan = { ...atOnce(now), control: await readControlGroup(trx) }
  const judged = judgement({ audience, exclude: null, plan, ...follower })
  const key = { run, run_at, slot, channel }
  const added = await query<{ profile_id: number; reason: number | null }>(
    trx,
    insertTakenOver(judged.sql),
    { ...judged.params, ...key, ...who }
  )
  await execute(trx, COPY_FACTS, { run, before_id, ...who })
  await execute(trx, CHUNK_OF_SLOT, { ...key, profiles: who.profiles })
  await execute(trx, GROW_RUN, { run, more: added.length })
  await wake(trx, "engage_deliver")
  return new Map(added.map(({ profile_id, reason }) => [profile_id, reason]))
}
