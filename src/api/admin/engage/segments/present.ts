import { usesOf } from "../../../../modules/campaign/broadcast/uses"
import { query } from "../../../../lib/db"
import { USER_NAMES } from "../../../../modules/profile/shop/users"
import { ruleNames } from "../../../../modules/segment/names"
import { averages, baseTotals } from "../../../../modules/segment/read"
import { loadRegistry } from "../../../../modules/segment/registry"
import type { SegmentRow } from "../../../../modules/segment/store"
import type { Rules } from "../../../../rules/ast"
import { describeRegistry, type RuleRegistry } from "../../../../rules/definitions"
import { describeRules } from "../../../../rules/sentence"
import type { Segment } from "../../../../types/segment"
import type { EngageContext } from "../../../context"
import { moneyWriter } from "../../../../lib/money"

/** Segments as the API gives them. */
export async function presentSegments(
  context: EngageContext,
  rows: SegmentRow[]
): Promise<Segment[]> {
  const { db, currency } = context
  const base = await baseTotals(db)
  const registry = await loadRegistry(db)
  const uses = await usesOf(
    db,
    rows.map((row) => row.id)
  )
  const owners = await userNames(
    context,
    rows.map((row) => row.owner_id)
  )
  return Promise.all(
    rows.map(async (row) => {
      const names = await ruleNames(db, row.rules, registry)
      return {
        id: row.id,
        name: row.name,
        description: row.description,
        folder: row.folder,
        tags: row.tags,
        owner: owners.get(row.owner_id ?? "") ?? null,
        version: row.version,
        archived_at: row.archived_at?.toISOString() ?? null,
        rules: row.rules,
        sentence: sentence(context, row.rules, registry, names),
        names: Object.fromEntries(names),
        profiles: row.profiles,
        share: row.profiles === null ? null : ratio(row.profiles, base.profiles),
        reachable_email: row.reachable_email,
        reachable_sms: row.reachable_sms,
        orders: row.orders,
        revenue: row.revenue,
        revenue_share: row.revenue === null ? null : ratio(row.revenue, base.revenue),
        ...averages(row.profiles, row.orders, row.revenue),
        currency,
        evaluated_at: row.evaluated_at?.toISOString() ?? null,
        due_at: row.due_at?.toISOString() ?? null,
        duration_ms: row.duration_ms,
        error: row.error,
        used_in: uses.get(row.id) ?? [],
        created_at: row.created_at.toISOString(),
        updated_at: row.updated_at.toISOString(),
      }
    })
  )
}

/** One segment as the API gives it. */
export async function presentSegment(context: EngageContext, row: SegmentRow): Promise<Segment> {
  return (await presentSegments(context, [row]))[0]
}

/** The rule in English, and the names of what its ids stand for. */
export async function ruleInWords(context: EngageContext, rules: Rules) {
  const registry = await loadRegistry(context.db)
  const names = await ruleNames(context.db, rules, registry)
  return {
    sentence: sentence(context, rules, registry, names),
    names: Object.fromEntries(names),
  }
}

function sentence(
  { currency }: EngageContext,
  rules: Rules,
  registry: RuleRegistry,
  names: Map<string, string>
): string {
  return describeRules(rules, describeRegistry(registry), { money: moneyWriter(currency), names })
}

/** Names of admin users by id. */
export async function userNames(
  { db }: EngageContext,
  users: (string | null)[]
): Promise<Map<string, string>> {
  const ids = [...new Set(users.filter((id) => id !== null))]
  if (!ids.length) return new Map()
  const rows = await query<{ id: string; name: string }>(db, USER_NAMES, { ids })
  return new Map(rows.map((row) => [row.id, row.name]))
}

function ratio(part: number, whole: number): number {
  return whole ? part / whole : 0
}
