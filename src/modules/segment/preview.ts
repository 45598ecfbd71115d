import { type Db, query, queryOne } from "../../lib/db"
import type { Rules } from "../../rules/ast"
import type { CompiledRule, RuleContext } from "../../rules/compile"
import type { RuleRegistry } from "../../rules/definitions"
import { compileCounts, compileWhy, placedNodes } from "../../rules/explain"
import {
  REACH_CHANNELS,
  type Reach,
  type ReachChannel,
  type RulePartCount,
  type RulePartReason,
} from "../../types/segment"
import { channelBit } from "../profile/consent/channel-bit"
import { hasEndpoint } from "../profile/sql/endpoints"

export type RuleTotals = { count: number; orders: number; revenue: number } & Reach

const BY_PHONE = {
  missing: "p.phone_status = 'missing'",
  invalid: "p.phone_status = 'invalid' or p.phone_status = 'valid' and p.phone_type = 'landline'",
}
/** For a channel: whether the person has nothing to be reached by, or something that does not work; over profile `p`. */
const REACHED: Record<ReachChannel, { missing: string; invalid: string }> = {
  email: { missing: "p.email_status = 'missing'", invalid: "p.email_status = 'invalid'" },
  sms: BY_PHONE,
  viber: BY_PHONE,
  whatsapp: BY_PHONE,
  push: { missing: `not ${hasEndpoint("push")}`, invalid: "false" },
  telegram: { missing: `not ${hasEndpoint("telegram")}`, invalid: "false" },
}

/** What a person is on a channel: the first of these that holds. */
const STANDINGS = ["missing", "invalid", "unsubscribed", "reachable"] as const

/** A person's standing on a channel as its place in {@link STANDINGS}. */
function standingSql(channel: ReachChannel): string {
  const { missing, invalid } = REACHED[channel]
  const agreed = `p.subscribed & ${channelBit(channel)} > 0`
  return `case when ${missing} then 0 when ${invalid} then 1 when ${agreed} then 3 else 2 end`
}

/**
 * Matching people by their standing on all channels, as one number with a digit for each: each row is looked at once,
 * however many channels there are.
 */
const TOTALS = (matching: string) => `
  select ${REACH_CHANNELS.map((name, i) => `${STANDINGS.length ** i} * (${standingSql(name)})`).join(" + ")} as standing,
    count(*)::int as count, sum(p.orders)::float8 as orders, sum(p.revenue)::float8 as revenue
  ${matching}
  group by 1
`

type Together = { standing: number; count: number; orders: number; revenue: number }

/** What a rule matches right now, without saving anything. Revenue is in minor units of the base currency. */
export async function previewRules(db: Db, compiled: CompiledRule): Promise<RuleTotals> {
  if (asksForColumns(compiled.matching)) await shareScan(db)
  const rows = await query<Together>(db, TOTALS(compiled.matching), compiled.params)
  const sum = (of: (row: Together) => number) => rows.reduce((all, row) => all + of(row), 0)
  const reach = REACH_CHANNELS.map((name, i) => {
    const digit = ({ standing }: Together) =>
      Math.floor(standing / STANDINGS.length ** i) % STANDINGS.length
    const people = STANDINGS.map((kind, no) => [
      kind,
      sum((row) => (digit(row) === no ? row.count : 0)),
    ])
    return [name, Object.fromEntries(people)]
  })
  return {
    count: sum(({ count }) => count),
    orders: sum(({ orders }) => orders),
    revenue: sum(({ revenue }) => revenue),
    ...(Object.fromEntries(reach) as Reach),
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

/** Whether a rule's SQL looks at columns of profiles alone. */
export const asksForColumns = (matching: string) => !/\bselect\b/.test(matching)

/** Processes that share one scan. */
const WORKERS = 2

/**
 * Lets several processes share scans that ask for columns alone, for the rest of the transaction; each of them would build
 * the hash of every subquery anew.
 */
export async function shareScan(db: Db): Promise<void> {
  await queryOne(db, `select set_config('max_parallel_workers_per_gather', '${WORKERS}', true)`)
}

/** Settings under which rules run: hashes in memory, no compiling, and one process unless {@link shareScan} allows more. */
export async function applyScanSettings(db: Db, timeoutMs: number): Promise<void> {
  await queryOne(
    db,
    `select set_config('work_mem', '128MB', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true), set_config('statement_timeout', :timeout, true)`,
    { timeout: String(timeoutMs) }
  )
}
