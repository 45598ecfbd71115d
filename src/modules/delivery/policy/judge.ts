import { type Db, execute, query, type SqlFragment } from "../../../lib/db"
import { minutesOf, nextOpen } from "../../../lib/zoned-time"
import type { Channel } from "../../../types/common"
import { RULE_KINDS } from "../../../types/policy"
import { SKIP_RULE } from "../ledger/states"
import { LOCK_SLOTS, putOff } from "../sql/chunk"
import {
  countHeldBack,
  heldBack,
  LOCK_POLICY,
  PEOPLE_OF_CHUNK,
  SKIP_SOME,
  SOME_LATER,
} from "../sql/policy"
import { listRules, type RuleRow } from "./rules"

const HOUR_MS = 3_600_000
/** A run may take long: its messages stand under the time of its start. */
export const LONGEST_RUN_MS = 31 * 24 * HOUR_MS
/** Delays end on whole steps of this, so that people who wait about as long leave together. */
const STEP_MS = 5 * 60_000

/** What is to be sent. */
export type Occasion = { id: number; channel: Channel; topic: string | null; kind: string }
export type PolicyClock = { now: Date; zone: string; zones: string[] }

/** Rules that speak of an occasion, in the order in which they decide. Only marketing knows rules. */
export function rulesFor(
  rules: RuleRow[],
  { channel, topic, kind }: Omit<Occasion, "id">
): RuleRow[] {
  if (!(RULE_KINDS as readonly string[]).includes(kind)) return []
  const fits = (wanted: string | null, has: string | null) => wanted === null || wanted === has
  return rules.filter(
    (rule) =>
      rule.enabled &&
      fits(rule.channel, channel) &&
      fits(rule.topic, topic) &&
      fits(rule.kind, kind)
  )
}

/** SQL of the people whom the rules hold back. */
function held(people: SqlFragment, rules: RuleRow[], run: number, clock: PolicyClock): SqlFragment {
  const { now, zone } = clock
  const longest = Math.max(0, ...rules.map((rule) => rule.per_hours ?? 0)) * HOUR_MS
  const own = rules.map((rule, i) => {
    if (rule.type === "quiet") {
      // What is not quiet is open.
      const open = { from: minutesOf(rule.quiet_to!), to: minutesOf(rule.quiet_from!) }
      const opens = clock.zones.map((one) => nextOpen(now, one, open))
      return { [`zones_${i}`]: clock.zones, [`opens_${i}`]: opens }
    }
    return {
      [`per_${i}`]: rule.per_hours,
      [`channel_${i}`]: rule.channel,
      [`topic_${i}`]: rule.topic,
      [`kind_${i}`]: rule.kind,
    }
  })
  return {
    sql: heldBack(
      people.sql,
      rules.map(({ type, no, people, max_messages }) => ({
        type,
        no,
        people,
        max: max_messages ?? 0,
      }))
    ),
    params: Object.assign(
      {
        ...people.params,
        policy_now: now,
        policy_zone: zone,
        of_run: run,
        kinds: [...RULE_KINDS],
        contacts_since: new Date(now.getTime() - longest - LONGEST_RUN_MS),
      },
      ...own
    ),
  }
}

export type Forecast = { rule: RuleRow; skipped: number; delayed: number }[]

/** How many of some people each rule would hold back if the message left now. */
export async function forecastPolicy(
  db: Db,
  occasion: Omit<Occasion, "id">,
  people: SqlFragment,
  clock: PolicyClock
): Promise<Forecast> {
  const rules = rulesFor(await listRules(db), occasion)
  if (!rules.length) return []
  const { sql, params } = held(people, rules, 0, clock)
  const rows = await query<{ rule: number; count: number; too_long: number }>(
    db,
    countHeldBack(sql),
    {
      ...params,
      delays: rules.map((rule) => (rule.behaviour === "delay" ? rule.max_delay_hours : -1)),
    }
  )
  return rows.map(({ rule, count, too_long }) => ({
    rule: rules[rule],
    skipped: too_long,
    delayed: count - too_long,
  }))
}

/** A chunk that this transaction has leased. */
type Work = { id: number; range: { run_id: number }; run: Occasion; planned: Date }
type Verdict = { profile_id: string; rule: RuleRow; until: Date }

/**
 * Applies the rules to the messages of a chunk: those that are too much are skipped with the rule as their reason, or put
 * off until they are allowed.
 * @param rules - from {@link rulesFor}
 */
export async function applyPolicy(
  db: Db,
  rules: RuleRow[],
  { id, range, run, planned }: Work,
  clock: PolicyClock
): Promise<void> {
  await execute(db, LOCK_POLICY)
  const judged = held({ sql: PEOPLE_OF_CHUNK, params: range }, rules, run.id, clock)
  const found = await query<{ profile_id: string; rule: number; until: Date }>(
    db,
    judged.sql,
    judged.params
  )
  const verdicts: Verdict[] = found.map((row) => ({ ...row, rule: rules[row.rule] }))
  const skipped = verdicts.filter((verdict) => isTooLong(verdict, planned))
  const delayed = verdicts.filter((verdict) => !isTooLong(verdict, planned))
  if (skipped.length) {
    await execute(db, SKIP_SOME, {
      ...range,
      skipped: skipped.map((one) => one.profile_id),
      reasons: skipped.map((one) => SKIP_RULE + one.rule.no),
    })
  }
  if (!delayed.length) return
  await execute(db, LOCK_SLOTS, { run_id: range.run_id })
  await execute(db, putOff(SOME_LATER), {
    ...range,
    id,
    late: delayed.map((one) => one.profile_id),
    untils: delayed.map((one) => new Date(Math.ceil(one.until.getTime() / STEP_MS) * STEP_MS)),
  })
}

function isTooLong({ rule, until }: Verdict, planned: Date): boolean {
  if (rule.behaviour === "skip") return true
  return until.getTime() - planned.getTime() > rule.max_delay_hours * HOUR_MS
}
