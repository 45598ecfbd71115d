import { type Db, queryOne } from "../../../lib/db"
import { readState, writeState } from "../../profile/state"
import type { ControlGroup } from "../ledger/plan"
import { CONTROL_PROFILES } from "../sql/policy"

const KEY = "control_group"

/** Who gets no marketing at all; `null` when nobody is kept out. */
export async function readControlGroup(db: Db): Promise<ControlGroup | null> {
  const group = await readState<ControlGroup>(db, KEY)
  return group && group.percent > 0 ? group : null
}

/**
 * Sets the share of people who are never written to. The same people stay in it while the share grows, and none joins
 * while it shrinks, until it is drawn anew.
 */
export async function setControlGroup(
  db: Db,
  { percent, redraw }: { percent: number; redraw: boolean },
  now: Date
): Promise<void> {
  const before = await readState<ControlGroup>(db, KEY)
  const seed = before?.seed ?? 1
  const same = !redraw && before && before.percent > 0 && percent <= before.percent
  await writeState(db, KEY, {
    percent,
    seed: redraw ? seed + 1 : seed,
    since: same ? before.since : now.toISOString(),
  })
}

/** How many people are in the group now. */
export async function countControlGroup(db: Db, group: ControlGroup | null): Promise<number> {
  if (!group) return 0
  const row = await queryOne<{ count: number }>(db, CONTROL_PROFILES, {
    seed: group.seed,
    share: Math.round(group.percent * 100),
  })
  return row!.count
}
