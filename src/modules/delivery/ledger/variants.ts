import { type Db, execute, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import { CHOOSE_VARIANT, CONTENT_OF_MESSAGE, INSERT_VARIANT } from "../sql/variants"
import type { Run, Sender } from "./runs"

/** What a share of a run's audience gets instead of the run's own content. */
export type Variant = { contentId: number; sender: Sender }

/** Gives a run its variants, in the order of the shares of its plan. */
export async function addVariants(db: Db, runId: number, variants: Variant[]): Promise<void> {
  for (const [variant, { contentId, sender }] of variants.entries()) {
    await execute(db, INSERT_VARIANT, {
      run: runId,
      variant,
      content_id: contentId,
      sender: JSON.stringify(sender),
    })
  }
}

/** Sends a variant to everybody who waits for the winner. @returns whether anybody did */
export async function chooseVariant(db: Db, runId: number, variant: number): Promise<boolean> {
  const chunks = await execute(db, CHOOSE_VARIANT, { run: runId, variant })
  await wake(db, "engage_deliver")
  return chunks > 0
}

/** A run as one of its messages knows it: with the content and sender that the message has or had. */
export async function asOfMessage(
  db: Db,
  run: Run,
  key: { profileId: number; pass: number }
): Promise<Run> {
  const own = await queryOne<{ content_id: number; sender: Sender }>(db, CONTENT_OF_MESSAGE, {
    run: run.id,
    profile: key.profileId,
    pass: key.pass,
  })
  return { ...run, ...own }
}
