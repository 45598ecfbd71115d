import { type Db, execute, prefixed, queryOne, type SqlFragment } from "../../../lib/db"
import type { Frequency } from "../../../types/common"
import { RULE_KINDS } from "../../../types/policy"
import { SKIP_TOO_FREQUENT, tooFrequent, WISHING_OF_CHUNK } from "../sql/frequency"
import { LOCK_POLICY } from "../sql/policy"
import { LONGEST_RUN_MS, type Occasion } from "./judge"

const HOUR_MS = 3_600_000
/**
 * How many hours have to lie between two messages. A little less than the time itself: who wants one a week gets every Monday's
 * letter, though the last one left a minute later in the day, and who wants one a month that of every fourth week.
 */
const HOURS: Record<Exclude<Frequency, "every">, number> = { weekly: 156, monthly: 660 }

/** Leaves out those of a chunk who want to hear about its topic less often. */
export async function obeyFrequency(
  db: Db,
  range: { run_id: number },
  run: Occasion,
  now: Date
): Promise<void> {
  if (!knowsFrequency(run)) return
  const params = { ...range, ...frequencyParams(run, run.id, now) }
  if (!(await queryOne(db, WISHING_OF_CHUNK, params))) return
  // Two runs must not both be the one message of the week.
  await execute(db, LOCK_POLICY)
  await execute(db, SKIP_TOO_FREQUENT, params)
}

/** How many of some people would be left out because they want to hear about the topic less often, and the others. */
export async function forecastFrequency(
  db: Db,
  run: Omit<Occasion, "id">,
  people: SqlFragment,
  now: Date
): Promise<{ left_out: number; others: SqlFragment }> {
  const none = { left_out: 0, others: people }
  if (!knowsFrequency(run)) return none
  const often = prefixed(
    {
      sql: tooFrequent(people.sql),
      params: { ...people.params, ...frequencyParams(run, 0, now) },
    },
    "often"
  )
  const count = `select count(*)::float8 as left_out from (${often.sql}) often`
  const { left_out } = (await queryOne<{ left_out: number }>(db, count, often.params))!
  if (!left_out) return none
  const others = `select profile_id from (${people.sql}) all_of_them where profile_id not in (${often.sql})`
  return { left_out, others: { sql: others, params: { ...people.params, ...often.params } } }
}

/** Only marketing about a topic knows how often it is wanted. */
const knowsFrequency = ({ topic, kind }: Omit<Occasion, "id">) =>
  topic !== null && (RULE_KINDS as readonly string[]).includes(kind)

function frequencyParams({ channel, topic }: Omit<Occasion, "id">, run: number, now: Date) {
  const longest = Math.max(...Object.values(HOURS)) * HOUR_MS
  return {
    hours: JSON.stringify(HOURS),
    of_channel: channel,
    of_topic: topic,
    of_run: run,
    kinds: [...RULE_KINDS],
    policy_now: now,
    contacts_since: new Date(now.getTime() - longest - LONGEST_RUN_MS),
  }
}
