import { type Db, query } from "../../../lib/db"
import type { CampaignReport, LostFile, StepReport } from "../../../types/campaign"
import { costReport, type Spent } from "../cost"
import {
  CAME,
  EMAILS,
  ENDED,
  ENTERED,
  HERE,
  LOST_FILES,
  ORDERED,
  PASSED,
  REDEEMED,
} from "../sql/campaign"

type ByStep<Row> = Row & { step: string }
/** Of which time (ISO, UTC) and of which version; left out means all. */
export type ReportOf = { from?: string; to?: string; version?: number }

const NOTHING = {
  came: 0,
  here: 0,
  sent: 0,
  opened: 0,
  clicked: 0,
  cost: 0,
  unpriced: 0,
  ordered: 0,
  revenue: 0,
  redeemed: 0,
}

/**
 * What became of everybody who came into a campaign, as a whole and step by step. Who is where is told as of now, whatever
 * the time asked about; e-mails count in the time in which they were sent, orders in the time in which they were placed.
 */
export async function campaignReport(
  db: Db,
  id: string,
  currency: string,
  { from, to, version }: ReportOf = {}
): Promise<Omit<CampaignReport, "entry">> {
  const of = { id, from: from ?? null, to: to ?? null, version: version ?? null }
  const [here, came, passed, entered, ended, emails, ordered, redeemed, lost] = await Promise.all([
    query<ByStep<{ here: number }>>(db, HERE, of),
    query<ByStep<{ came: number }>>(db, CAME, of),
    query<ByStep<{ way: string; people: number }>>(db, PASSED, of),
    query<{ people: number }>(db, ENTERED, of),
    query<{ reason: string; people: number }>(db, ENDED, of),
    query<ByStep<{ sent: number; opened: number; clicked: number } & Spent>>(db, EMAILS, of),
    query<ByStep<{ orders: number; revenue: number }>>(db, ORDERED, of),
    query<ByStep<{ redeemed: number }>>(db, REDEEMED, of),
    query<Omit<LostFile, "since"> & { since: Date }>(db, LOST_FILES, { id, version: of.version }),
  ])
  const steps = new Map<string, StepReport>()
  const at = (step: string) => {
    const known = steps.get(step) ?? { step, passed: {}, ...NOTHING }
    steps.set(step, known)
    return known
  }
  for (const row of here) at(row.step).here = row.here
  for (const row of came) at(row.step).came = row.came
  for (const row of passed) at(row.step).passed[row.way] = row.people
  for (const { step, ...counts } of emails) Object.assign(at(step), counts)
  for (const { step, orders: placed, revenue: brought } of ordered)
    Object.assign(at(step), { ordered: placed, revenue: brought })
  for (const row of redeemed) at(row.step).redeemed = row.redeemed
  const orders = sum(ordered.map((row) => row.orders))
  const revenue = sum(ordered.map((row) => row.revenue))
  const spent = {
    cost: sum(emails.map((row) => row.cost)),
    unpriced: sum(emails.map((row) => row.unpriced)),
  }
  return {
    entered: sum(entered.map((row) => row.people)),
    inside: sum(here.map((row) => row.here)),
    ended: Object.fromEntries(ended.map((row) => [row.reason, row.people])),
    orders,
    revenue,
    cost: costReport(spent, { sent: sum(emails.map((row) => row.sent)), orders, revenue }),
    currency,
    steps: [...steps.values()],
    lost_files: lost.map((row) => ({ ...row, since: row.since.toISOString() })),
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
