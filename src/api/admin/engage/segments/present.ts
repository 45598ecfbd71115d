import { ruleNames } from "../../../../modules/profile/read/rule-names"
import { broadcastsUsing } from "../../../../modules/campaign/broadcast/store"
import { countProfiles } from "../../../../modules/segment/read"
import { loadRegistry } from "../../../../modules/segment/registry"
import type { SegmentRow } from "../../../../modules/segment/store"
import type { Rules } from "../../../../rules/ast"
import { describeRegistry } from "../../../../rules/definitions"
import { describeRules } from "../../../../rules/sentence"
import type { Segment } from "../../../../types/segment"
import type { EngageContext } from "../../../context"
import { moneyWriter } from "../../../money"

/** Segments as the API gives them. */
export async function presentSegments(
  context: EngageContext,
  rows: SegmentRow[]
): Promise<Segment[]> {
  const { db, currency } = context
  const base = await countProfiles(db)
  const uses = await broadcastsUsing(
    db,
    rows.map((row) => row.id)
  )
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      description: row.description,
      rules: row.rules,
      sentence: await sentenceOf(context, row.rules),
      names: Object.fromEntries(await ruleNames(db, row.rules)),
      profiles: row.profiles,
      share: row.profiles === null ? null : ratio(row.profiles, base),
      reachable_email: row.reachable_email,
      orders: row.orders,
      revenue: row.revenue,
      ...averages(row.profiles, row.orders, row.revenue),
      currency,
      evaluated_at: row.evaluated_at?.toISOString() ?? null,
      duration_ms: row.duration_ms,
      error: row.error,
      used_in: uses
        .filter((use) => use.segment_id === row.id)
        .map(({ segment_id: _, ...use }) => use),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    }))
  )
}

/** One segment as the API gives it. */
export async function presentSegment(context: EngageContext, row: SegmentRow): Promise<Segment> {
  return (await presentSegments(context, [row]))[0]
}

/** The rule in English, products by their names. */
export async function sentenceOf({ db, currency }: EngageContext, rules: Rules): Promise<string> {
  const names = await ruleNames(db, rules)
  const registry = describeRegistry(await loadRegistry(db))
  return describeRules(rules, registry, { money: moneyWriter(currency), names })
}

/** Average order value and mean revenue per profile, in minor units; `null` when there is nothing to divide by. */
export function averages(
  profiles: number | null,
  orders: number | null,
  revenue: number | null
): { aov: number | null; ltv: number | null } {
  return {
    aov: orders && revenue !== null ? Math.round(revenue / orders) : null,
    ltv: profiles && revenue !== null ? Math.round(revenue / profiles) : null,
  }
}

function ratio(part: number, whole: number): number {
  return whole ? part / whole : 0
}
