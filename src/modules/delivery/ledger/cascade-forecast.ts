import { type Db, queryOne, type SqlFragment } from "../../../lib/db"
import type { CascadeForecast, CascadeStep } from "../../../types/cascade"
import { NOT_ON_THIS_CHANNEL } from "../sql/cascade"
import { judgement } from "./judgement"
import type { ReviewInput } from "./review"
import { atOnce } from "./plan"

/**
 * Whom the channels after the first will write to: at once those whom none before can, and at most everybody who can be
 * reached by it, if nothing arrives before.
 */
export async function forecastCascade(
  db: Db,
  input: Omit<ReviewInput, "kind">,
  steps: CascadeStep[]
): Promise<CascadeForecast[]> {
  const found: CascadeForecast[] = []
  const planned = judgement(input)
  const chosen = {
    sql: `select profile_id from (${planned.sql}) j
      where reason is null or reason in (${NOT_ON_THIS_CHANNEL.join(", ")})`,
    params: planned.params,
  }
  let left = unreached(planned)
  for (const { channel, after_minutes } of steps) {
    const judge = (audience: SqlFragment) =>
      judgement({ ...input, audience, exclude: null, channel, plan: atOnce(input.now) })
    const judged = judge(left)
    found.push({
      channel,
      after_minutes,
      at_once: await countOpen(db, judged),
      at_most: await countOpen(db, judge(chosen)),
    })
    left = unreached(judged)
  }
  return found
}

function unreached({ sql, params }: SqlFragment): SqlFragment {
  return {
    sql: `select profile_id from (${sql}) j where reason in (${NOT_ON_THIS_CHANNEL.join(", ")})`,
    params,
  }
}

async function countOpen(db: Db, { sql, params }: SqlFragment): Promise<number> {
  const row = await queryOne<{ n: number }>(
    db,
    `select count(*)::int as n from (${sql}) j where reason is null`,
    params
  )
  return row!.n
}
