import { type Db, query } from "../../../lib/db"
import type { CampaignReport, StepReport } from "../../../types/campaign"
import { EMAILS, ENDED, HERE, ORDERED, PASSED } from "../sql/campaign"

type ByStep<Row> = Row & { step: string }
const NOTHING = { here: 0, sent: 0, opened: 0, clicked: 0, ordered: 0 }

/** What became of everybody who came into a campaign, as a whole and step by step, over all its versions. */
export async function campaignReport(
  db: Db,
  id: string,
  currency: string
): Promise<CampaignReport> {
  const [here, passed, ended, emails, ordered] = await Promise.all([
    query<ByStep<{ here: number }>>(db, HERE, { id }),
    query<ByStep<{ way: string; people: number }>>(db, PASSED, { id }),
    query<{ reason: string; people: number }>(db, ENDED, { id }),
    query<ByStep<{ sent: number; opened: number; clicked: number }>>(db, EMAILS, { id }),
    query<ByStep<{ orders: number; revenue: number }>>(db, ORDERED, { id }),
  ])
  const steps = new Map<string, StepReport>()
  const at = (step: string) => {
    const known = steps.get(step) ?? { step, passed: {}, ...NOTHING }
    steps.set(step, known)
    return known
  }
  for (const row of here) at(row.step).here = row.here
  for (const row of passed) at(row.step).passed[row.way] = row.people
  for (const { step, ...counts } of emails) Object.assign(at(step), counts)
  for (const row of ordered) at(row.step).ordered = row.orders
  const inside = sum(here.map((row) => row.here))
  return {
    entered: inside + sum(ended.map((row) => row.people)),
    inside,
    ended: Object.fromEntries(ended.map((row) => [row.reason, row.people])),
    orders: sum(ordered.map((row) => row.orders)),
    revenue: sum(ordered.map((row) => row.revenue)),
    currency,
    steps: [...steps.values()],
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
