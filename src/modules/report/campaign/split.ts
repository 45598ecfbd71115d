import { type Db, query } from "../../../lib/db"
import type { SplitMetric, SplitReport } from "../../../types/campaign-split"
import { claimTest, decideTest, getTest, type SplitTest } from "../../campaign/flow/split-test"
import { compareMeans, compareShares } from "../broadcast/significance"
import { leadOf } from "../lead"
import { ARMS } from "../sql/split"

type Arm = {
  way: string
  people: number
  clicked: number
  reached: number
  ordered: number
  revenue: number
  squares: number
}

/**
 * How the ways of a split do, of the people who were split since its test began and until a way won.
 * @param currency - the shop's base currency, of which the revenue is
 * @throws MedusaError `not_found` when the live version has no such test
 */
export async function splitReport(
  db: Db,
  id: string,
  step: string,
  currency: string
): Promise<SplitReport> {
  const test = await getTest(db, id, step)
  const { metric } = test.split.winner!
  const arms = await readArms(db, test)
  const lead = leaderOf(arms, metric)
  return {
    metric,
    currency,
    began_at: test.began_at.toISOString(),
    arms: arms.map(({ squares: _, ...arm }, i) => ({
      ...arm,
      p: i === 0 ? null : chance(arms[i], arms[0], metric),
    })),
    leader: lead.leader?.way ?? null,
    certain: lead.certain,
    won:
      test.way === null
        ? null
        : {
            way: test.way,
            at: test.decided_at!.toISOString(),
            by_hand: test.decided_by !== null,
          },
  }
}

/**
 * Decides the next test whose days are over or whose people have come: the leader by its metric wins, certain or not.
 * While nobody has done anything there is none, and it goes on.
 * @returns whether there was a test to look at
 */
export async function decideNextSplit(db: Db, now: Date): Promise<boolean> {
  return db.transaction(async (trx) => {
    const test = await claimTest(trx, now)
    if (!test) return false
    const { leader } = leaderOf(await readArms(trx, test), test.split.winner!.metric)
    if (!leader) return true
    const chosen = { id: test.campaign_id, step: test.step, way: leader.way }
    await decideTest(trx, chosen, null, now)
    return true
  })
}

/** One row a way, also for those that nobody has gone yet. */
async function readArms(db: Db, test: SplitTest): Promise<Arm[]> {
  const { campaign_id: id, step, began_at: from, decided_at: to, split } = test
  const ways = split.shares.map((_, i) => String.fromCharCode(97 + i))
  const rows = await query<Arm>(db, ARMS, { id, step, ways, from, to })
  const none = { people: 0, clicked: 0, reached: 0, ordered: 0, revenue: 0, squares: 0 }
  return ways.map((way) => rows.find((row) => row.way === way) ?? { way, ...none })
}

function leaderOf(arms: Arm[], metric: SplitMetric) {
  const rate = (arm: Arm) => (arm.people ? valueOf(arm, metric) / arm.people : 0)
  return leadOf(arms, rate, (a, b) => chance(a, b, metric))
}

const VALUES = { clicks: "clicked", goal: "reached", revenue: "revenue" } as const

function valueOf(arm: Arm, metric: SplitMetric): number {
  return arm[VALUES[metric]]
}

function chance(a: Arm, b: Arm, metric: SplitMetric): number {
  if (metric !== "revenue") {
    const share = (arm: Arm) => ({ people: arm.people, hits: valueOf(arm, metric) })
    return compareShares(share(a), share(b))
  }
  const values = ({ people, revenue: sum, squares }: Arm) => ({ people, sum, squares })
  return compareMeans(values(a), values(b))
}
