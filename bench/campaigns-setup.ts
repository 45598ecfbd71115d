/** Database, people and campaigns of the campaign benchmark. */
import { createDatabase } from "../integration-tests/fault/support/database"
import { type Db, execute } from "../src/lib/db"
import type { CampaignPlan } from "../src/types/campaign-plan"

const MODULES = ["profile", "content", "delivery", "segment", "transfer", "campaign"]

/** People come in by an event of the campaign's own, are split, and wait for a month. */
export const planOf = (no: number): CampaignPlan => ({
  trigger: { type: "event", name: eventOf(no) },
  entry_rules: null,
  reentry: { mode: "always" },
  exit_on_order: false,
  topic: "news",
  attribution_days: 5,
  graph: {
    version: 2,
    first: "split",
    steps: {
      split: { type: "split", shares: [50, 50], next: { a: "rest", b: "rest" } },
      rest: { type: "wait", for: { amount: 30, unit: "days" }, next: { next: null } },
    },
  },
})
/** Name of the event that lets people into a campaign. */
export const eventOf = (no: number) => `Bench ${no}`
export const campaignId = (no: number) => `cmp_bench_${no}`

/** A database with people who wait in campaigns. @returns its address */
export async function makeDatabase(server: string): Promise<string> {
  return createDatabase(server, `engage_bench_campaigns`, MODULES)
}

/** Fills campaigns evenly with people who wait for a month, spread over as many profiles as one campaign has people. */
export async function fill(db: Db, campaigns: number, people: number): Promise<void> {
  const each = Math.ceil(people / campaigns)
  await execute(
    db,
    `insert into engage_profile (email, email_status) select 'person' || i || '@shop.example', 'valid' from generate_series(1, :each::int) i`,
    { each }
  )
  for (let no = 0; no < campaigns; no++) {
    const plan = JSON.stringify(planOf(no))
    await execute(
      db,
      `insert into engage_campaign (id, name, status, version, plan, scanned_at, watched_at, live_since)
       values (:id, :id, 'live', 1, :plan::jsonb, now(), now(), now())`,
      { id: campaignId(no), plan }
    )
    await execute(
      db,
      `insert into engage_campaign_version (campaign_id, version, plan, runs, published_at) values (:id, 1, :plan::jsonb, '{}', now())`,
      { id: campaignId(no), plan }
    )
    await execute(
      db,
      `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at, moves, path)
       select :id, 1, id, 'waits', 'rest', now() + interval '30 days', now(), 2, '[["entrance","in",0],["split","a",0]]'
       from engage_profile`,
      { id: campaignId(no) }
    )
  }
  await db.raw(`analyze engage_enrollment`)
}

/** Adds people who are due at the split, evenly in all campaigns, `due_at` from `:from` on every `every` ms. */
export async function addDue(
  db: Db,
  { campaigns, due, from, every }: { campaigns: number; due: number; from: Date; every: number }
): Promise<void> {
  await execute(
    db,
    `insert into engage_enrollment (campaign_id, version, profile_id, trigger_key, step, due_at, entered_at, moves, path)
     select 'cmp_bench_' || i % :campaigns::int, 1, 1 + (i / :campaigns::int) % (select count(*) from engage_profile)::int, 'due ' || i, 'split',
       :from::timestamptz + i * :every::float8 * interval '1 ms', now(), 1, '[["entrance","in",0]]'
     from generate_series(0, :due::int - 1) i`,
    { campaigns, due, from, every }
  )
}

/** Takes those out again that {@link addDue} put in. @returns the numbers of those who had done the split */
export async function dropDone(db: Db): Promise<number[]> {
  const { rows } = await db.raw(
    `delete from engage_enrollment where trigger_key like 'due %' and step = 'rest' returning substr(trigger_key, 5)::int as no`
  )
  return rows.map(({ no }: { no: number }) => no)
}
