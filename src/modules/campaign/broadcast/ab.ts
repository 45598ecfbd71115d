import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { inTurn } from "../../../lib/in-turn"
import type { AbTest, BroadcastPlan } from "../../../types/broadcast-plan"
import type { WrittenParts } from "../../content/templates/compile"
import { publishContent } from "../../content/publish/publish"
import { getTemplate } from "../../content/templates/templates"
import type { Segment } from "../../delivery/ledger/plan"
import type { Sender } from "../../delivery/ledger/runs"
import { senderOf } from "../../delivery/senders/choose"
import { addVariants, chooseVariant } from "../../delivery/ledger/variants"
import { getBroadcast, type BroadcastRow } from "./store"

/** The shares of a plan's test in basis points: its variants, those who wait for the winner, those who get nothing. */
export function splitOf({ ab }: BroadcastPlan): Segment[] {
  if (!ab) return []
  const variants = ab.variants.map(({ share }) => ({
    share: Math.round(share * 100),
    role: "variant" as const,
  }))
  const held_out = { share: Math.round(ab.holdout * 100), role: "held_out" as const }
  const used = [...variants, held_out].reduce((sum, { share }) => sum + share, 0)
  return [...variants, { share: 10_000 - used, role: "waiting" as const }, held_out].filter(
    ({ share }) => share > 0
  )
}

/** @throws MedusaError `invalid_data` when the shares of a test do not add up */
export function assertShares(ab: AbTest): void {
  const sum = ab.variants.reduce((total, { share }) => total + share, ab.holdout)
  const whole = Math.abs(sum - 100) < 0.005
  if (ab.winner ? sum < 99.995 : whole) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    ab.winner
      ? "plan.ab: leave some percent for the winner: the shares must be less than 100 together"
      : "plan.ab: without a winner the shares must be 100 percent together"
  )
}

/** What each variant says: its own template or the broadcast's, with subjects of its own in the languages that it has one for. */
export async function variantParts(
  db: Db,
  broadcast: BroadcastRow,
  ab: AbTest
): Promise<WrittenParts[]> {
  return inTurn(ab.variants, async ({ template_id, subject, subjects = {} }) => {
    const template = await getTemplate(db, template_id ?? broadcast.template_id!)
    return {
      ...template,
      subject: subject || template.subject,
      languages: template.languages.map((one) => ({
        ...one,
        subject: subjects[one.language] || one.subject,
      })),
    }
  })
}

/** Freezes the contents of a test and gives them to its run. */
export async function publishVariants(
  db: Db,
  run: number,
  broadcast: BroadcastRow,
  ab: AbTest,
  context: { sender: Sender; options: EngageOptions; now: Date }
): Promise<void> {
  assertShares(ab)
  const { channel } = broadcast
  const variants: { contentId: number; sender: Sender }[] = []
  for (const [i, parts] of (await variantParts(db, broadcast, ab)).entries()) {
    const contentId = await publishContent(db, parts, { channel, now: context.now })
    const { sender: choice, sender_name } = ab.variants[i]
    const sender = choice ? await senderOf(db, choice, context.options) : context.sender
    variants.push({ contentId, sender: sender_name ? renamed(sender, sender_name) : sender })
  }
  await addVariants(db, run, variants)
}

/** A sender under another name, whoever of them writes. */
function renamed({ rules, ...sender }: Sender, name: string): Sender {
  return {
    ...sender,
    name,
    rules: rules?.map((rule) => ({ ...rule, sender: { ...rule.sender, name } })),
  }
}

/**
 * Sends a variant to those who wait for the winner.
 * @throws MedusaError `not_allowed` when nobody does
 */
export async function pickVariant(db: Db, id: string, variant: number): Promise<void> {
  const { run_id, plan } = await getBroadcast(db, id)
  const known = plan.ab?.variants[variant]
  if (run_id !== null && known && (await chooseVariant(db, run_id, variant))) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Nobody waits for a winner: it has been chosen, or the broadcast has no such variant"
  )
}
