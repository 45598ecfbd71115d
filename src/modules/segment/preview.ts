import { type Db, queryOne } from "../../lib/db"
import type { Rules } from "../../rules/ast"
import type { CompiledRule, RuleContext } from "../../rules/compile"
import type { RuleRegistry } from "../../rules/definitions"
import { compileCounts, compileWhy, placedNodes } from "../../rules/explain"
import type { Reach, RulePartCount, RulePartReason } from "../../types/segment"
import { channelBit } from "../profile/consent/channel-bit"

export type RuleTotals = { count: number; orders: number; revenue: number } & Reach

/** Why people cannot be reached on a channel; each is counted under the first reason that holds. */
const TOTALS = (matching: string) => `
  select count(*)::int as count, coalesce(sum(p.orders), 0)::float8 as orders, coalesce(sum(p.revenue), 0)::float8 as revenue,
    count(*) filter (where p.email_status = 'missing')::int as email_missing,
    count(*) filter (where p.email_status = 'invalid')::int as email_invalid,
    count(*) filter (where p.email_status = 'valid' and p.subscribed & :email_bit = 0)::int as email_unsubscribed,
    count(*) filter (where p.email_status = 'valid' and p.subscribed & :email_bit > 0)::int as email_reachable,
    count(*) filter (where p.phone_status = 'missing')::int as sms_missing,
    count(*) filter (where p.phone_status = 'invalid' or p.phone_status = 'valid' and p.phone_type = 'landline')::int as sms_invalid,
    count(*) filter (where p.phone_status = 'valid' and p.phone_type is distinct from 'landline' and p.subscribed & :sms_bit = 0)::int
      as sms_unsubscribed,
    count(*) filter (where p.phone_status = 'valid' and p.phone_type is distinct from 'landline' and p.subscribed & :sms_bit > 0)::int
      as sms_reachable
  ${matching}
`

/** What a rule matches right now, without saving anything. Revenue is in minor units of the base currency. */
export async function previewRules(db: Db, compiled: CompiledRule): Promise<RuleTotals> {
  const row = (await queryOne<Record<string, number>>(db, TOTALS(compiled.matching), {
    ...compiled.params,
    email_bit: channelBit("email"),
    sms_bit: channelBit("sms"),
  }))!
  const channel = (name: string) => ({
    reachable: row[`${name}_reachable`],
    missing: row[`${name}_missing`],
    invalid: row[`${name}_invalid`],
    unsubscribed: row[`${name}_unsubscribed`],
  })
  return {
    count: row.count,
    orders: row.orders,
    revenue: row.revenue,
    email: channel("email"),
    sms: channel("sms"),
  }
}

/** How many people each part of a rule finds by itself, leaves, and costs. */
export async function countParts(
  db: Db,
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext
): Promise<RulePartCount[]> {
  const { sql, params } = compileCounts(rules, registry, context)
  const row = (await queryOne<Record<string, number>>(db, sql, params))!
  return placedNodes(rules).map(({ path }, i) => ({
    path,
    alone: row[`alone_${i}`],
    left: row[`left_${i}`] ?? null,
    without: row[`without_${i}`] ?? null,
  }))
}

/** How many people each of some rules finds, in one scan. */
export async function countTemplates(
  db: Db,
  all: Rules[],
  registry: RuleRegistry,
  context: RuleContext
): Promise<number[]> {
  const children = all.map((rules) => rules.root)
  const together: Rules = { version: 1, root: { type: "group", op: "or", children } }
  const parts = await countParts(db, together, registry, context)
  return all.map((_, i) => parts.find((part) => part.path === `root.children.${i}`)!.alone)
}

/**
 * The parts that make a rule match nobody: those that find nobody themselves, else those without which somebody would
 * match.
 */
export function emptying(parts: RulePartCount[]): string[] {
  const top = parts.filter((part) => part.without !== null)
  const nobody = top.filter((part) => part.alone === 0)
  const guilty = nobody.length ? nobody : top.filter((part) => part.without! > 0)
  return guilty.map((part) => part.path)
}

/** Whether each part of a rule holds for one profile, and by what value; `null` for a profile that is not there. */
export async function whyIn(
  db: Db,
  rules: Rules,
  registry: RuleRegistry,
  context: RuleContext,
  profile: number
): Promise<RulePartReason[] | null> {
  const { sql, params } = compileWhy(rules, registry, context)
  const row = await queryOne<Record<string, boolean | string | null>>(db, sql, {
    ...params,
    profile,
  })
  if (!row) return null
  return placedNodes(rules).map(({ path }, i) => ({
    path,
    holds: row[`holds_${i}`] as boolean,
    value: (row[`value_${i}`] as string | null | undefined) ?? null,
    has_value: `value_${i}` in row,
  }))
}

/**
 * Settings under which rules run: hashes in memory, no compiling, and one process, because parallel workers would build
 * every subquery's hash anew.
 */
export async function applyScanSettings(db: Db, timeoutMs: number): Promise<void> {
  await queryOne(
    db,
    `select set_config('work_mem', '128MB', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true), set_config('statement_timeout', :timeout, true)`,
    { timeout: String(timeoutMs) }
  )
}
