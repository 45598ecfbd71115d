import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { CampaignGraph, SplitStep } from "../../../types/campaign-plan"
import {
  BEGIN_AGAIN,
  BEGIN_TESTS,
  CLAIM_TEST,
  DECIDE,
  END_TESTS,
  NOTE_LOOK,
  TEST_BY_KEY,
} from "../sql/split-test"
import { reachable } from "./problems"

/** A split of a campaign that looks for its best way. `decided_by` is null when it was decided by itself. */
export type SplitTest = {
  campaign_id: string
  step: string
  began_at: Date
  way: string | null
  decided_at: Date | null
  decided_by: string | null
  split: SplitStep
}

/**
 * Begins the tests of a version that goes live. A split with the same ways and shares as in the version before goes on, and
 * keeps its winner; whatever else was changed around it is the same for all its ways.
 */
export async function beginTests(
  trx: Db,
  id: string,
  graph: CampaignGraph,
  before: CampaignGraph | undefined,
  now: Date
): Promise<void> {
  const steps = reachable(graph).filter((step) => testOf(graph, step))
  const kept = steps.filter(
    (step) => before && String(testOf(before, step)) === String(testOf(graph, step))
  )
  await execute(trx, END_TESTS, { id, steps })
  if (steps.length) await execute(trx, BEGIN_TESTS, { id, steps, kept, now })
}

/** The shares of a split that looks for its best way. */
function testOf({ steps }: CampaignGraph, id: string): number[] | undefined {
  const step = steps[id]
  return step?.type === "split" && step.winner ? step.shares : undefined
}

/** @throws MedusaError `not_found` when the live version has no such test */
export async function getTest(db: Db, id: string, step: string): Promise<SplitTest> {
  const test = await queryOne<SplitTest>(db, TEST_BY_KEY, { id, step })
  if (test) return test
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "This split is not live with a winner to be found: set that up and publish it first"
  )
}

/**
 * Sends everybody one way from now on, or, without a way, splits them again and counts anew.
 * @param actor - who decides, or null for the test itself
 * @throws MedusaError `not_found`, or `invalid_data` for a way that the split does not have
 */
export async function decideTest(
  trx: Db,
  { id, step, way }: { id: string; step: string; way: string | null },
  actor: string | null,
  now: Date
): Promise<void> {
  const { split } = await getTest(trx, id, step)
  if (way === null) return void (await execute(trx, BEGIN_AGAIN, { id, step, now }))
  if (!(way in split.next))
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `way: the split has no way ${way}`)
  await execute(trx, DECIDE, { id, step, way, actor, now })
}

/** Takes the next test to be decided by itself, so that nobody else looks at it for some minutes; `undefined` if none is due. */
export async function claimTest(trx: Db, now: Date): Promise<SplitTest | undefined> {
  const due = await queryOne<{ campaign_id: string; step: string }>(trx, CLAIM_TEST, { now })
  if (!due) return undefined
  await execute(trx, NOTE_LOOK, { id: due.campaign_id, step: due.step, now })
  return getTest(trx, due.campaign_id, due.step)
}
