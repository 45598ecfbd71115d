import type { Db } from "../../../lib/db"
import type { ContactPolicy } from "../../../types/policy"
import { readBrake } from "./brake"
import { countControlGroup, readControlGroup } from "./control-group"
import { leftOut, listRules, segmentsOfRules } from "./rules"

const COUNTED_MS = 30 * 86_400_000

/** The shop's contact policy, with what each rule has done lately. */
export async function readPolicy(db: Db, now: Date): Promise<ContactPolicy> {
  const counts = await leftOut(db, new Date(now.getTime() - COUNTED_MS))
  const group = await readControlGroup(db)
  const rules = await listRules(db)
  const segments = await segmentsOfRules(
    db,
    rules.flatMap((rule) => rule.segment_ids)
  )
  return {
    rules: rules.map(({ no, updated_at, ...rule }) => ({
      ...rule,
      segments: segments.filter(({ id }) => rule.segment_ids.includes(id)),
      updated_at: updated_at.toISOString(),
      left_out: counts.get(no) ?? 0,
    })),
    control_group: { percent: group?.percent ?? 0, profiles: await countControlGroup(db, group) },
    brake: await readBrake(db),
  }
}
