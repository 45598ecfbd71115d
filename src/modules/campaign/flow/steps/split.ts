import { type Db, queryOne } from "../../../../lib/db"
import type { SplitStep } from "../../../../types/campaign-plan"
import { WON } from "../../sql/split-test"
import { shareOf } from "../split"

/**
 * How a split sends people: everybody the way that has won, or each by their share.
 * @param at - the campaign and the step, by which it is drawn too
 */
export async function splitter(
  db: Db,
  { winner, shares, next }: SplitStep,
  { campaign, step }: { campaign: string; step: string }
): Promise<(profile: number) => string> {
  const won = winner
    ? (await queryOne<{ way: string }>(db, WON, { id: campaign, step }))?.way
    : undefined
  // In an older version the way that won may not be there.
  if (won !== undefined && won in next) return () => won
  return (profile) => shareOf(`${campaign} ${step}`, profile, shares)
}
