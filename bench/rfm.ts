/**
 * The RFM page over everybody, and all scores renewed: DATABASE_URL=… npm run bench:rfm
 * On a database as for bench:segments. Everything is taken back.
 */
import { scoreRfm } from "../src/modules/profile/sync/metrics"
import { applyScanSettings } from "../src/modules/segment/preview"
import { type RfmInput, rfmMoves, rfmReport } from "../src/modules/segment/rfm/report"
import type { Db } from "../src/lib/db"
import { execute } from "../src/lib/db"
import { connect } from "./connect"
import { describeMachine, measure, report, rolledBack } from "./measure"

const MOST_MS = 120_000
const DAY_MS = 86_400_000

/** What buyers did in a time, which is the least that any answer has to find. */
const BOUGHT = `
  select count(*), max(days), max(orders), max(revenue) from (
    select profile_id, now()::date - max(placed_at)::date as days, count(*) as orders, sum(net_base) as revenue
    from engage_purchase
    where counted and placed_at > now() - interval '364 days'
    group by profile_id
  ) bought
`
const CELLS = `select r, f, m, count(*), sum(revenue_365) from engage_profile where removed_at is null group by r, f, m`

/** Work under the settings of the page. */
const asPage = (db: Db, work: (trx: Db) => Promise<unknown>) => () =>
  rolledBack(db, async (trx) => {
    await applyScanSettings(trx, MOST_MS)
    await work(trx)
  })

async function main(): Promise<void> {
  const { db, settings } = connect()
  await describeMachine(db)
  const now = new Date()
  const zone = settings.options.timeZone
  const day = (ago: number) => new Date(now.getTime() - ago * DAY_MS).toISOString().slice(0, 10)
  const page = (name: string, input: Pick<RfmInput, "mode" | "window_days">) =>
    measure(
      name,
      asPage(db, (trx) => rfmReport(trx, { ...input, now, zone }))
    )

  const cells = await measure(
    "by hand",
    asPage(db, (trx) => execute(trx, CELLS))
  )
  report(await page("the page as it opens", { mode: "quintile", window_days: 365 }), cells)
  const bought = await measure(
    "by hand",
    asPage(db, (trx) => execute(trx, BOUGHT))
  )
  report(await page("fifths over 364 days", { mode: "quintile", window_days: 364 }), bought)
  report(await page("usual limits over 364 days", { mode: "fixed", window_days: 364 }), bought)
  const moves = await measure(
    "who moved in 90 days",
    asPage(db, (trx) => rfmMoves(trx, { from: day(90), to: day(0), window_days: 365, zone }))
  )
  report(moves, bought)
  const scored = await measure("everybody scored", () =>
    rolledBack(db, (trx) => scoreRfm(trx, now, zone))
  )
  report(scored, bought)
  await db.destroy()
}

void main()
