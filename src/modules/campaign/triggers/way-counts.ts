import { type Db, query } from "../../../lib/db"
import type { Rules } from "../../../rules/ast"
import { compileSorting } from "../../../rules/sort"
import type { CampaignPlan } from "../../../types/campaign-plan"
import type { WayCounts } from "../../../types/campaign-preview"
import { loadRegistry } from "../../segment/registry"
import { watchedScan } from "../../segment/scan"
import { MEMBER_OF } from "../sql/preview"
import { sourceOf } from "./sources"

type Counted = Pick<CampaignPlan, "trigger" | "entry_rules"> & { rules: Rules[] }

/**
 * How many people would go each way of a step that asks about them, as they are now: of the trigger's segment if it has
 * one, else of all people, and of them who may come in.
 * @param rules - of the ways, in order; the first that matches counts
 * @param signal - aborted when nobody waits any more: it stops counting
 * @throws MedusaError `invalid_data` when a rule is not complete, `not_allowed` when it takes too long
 */
export async function countWays(
  db: Db,
  { trigger, entry_rules, rules }: Counted,
  clock: { now: Date; zone: string },
  signal?: AbortSignal
): Promise<WayCounts> {
  const segment = trigger ? (sourceOf(trigger).uses?.(trigger).segments?.[0] ?? null) : null
  const registry = await loadRegistry(db)
  const where = segment ? MEMBER_OF : "true"
  const { sql, params } = compileSorting(rules, entry_rules, where, registry, clock)
  const rows = await watchedScan(db, signal, (trx) =>
    query<{ place: number; people: number }>(trx, sql, { ...params, way_segment: segment })
  )
  const at = (place: number) => rows.find((row) => row.place === place)?.people ?? 0
  return { segment_id: segment, ways: rules.map((_, i) => at(i)), rest: at(-1) }
}
