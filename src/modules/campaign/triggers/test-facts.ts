import { type Db, queryOne } from "../../../lib/db"
import type { TestContext } from "../../../types/campaign-preview"
import type { MessageFacts } from "../../content/render/facts"
import { sampleFacts } from "../../content/sample"
import { messageFacts } from "../flow/steps/message-facts"
import { LAST_WAY_OF } from "../sql/sample"
import { triggerSample } from "./sample"

type Way = {
  id: number
  entered_at: Date
  context: Record<string, unknown>
  facts: Record<string, unknown>
}

/**
 * What a test message of a campaign says of its occasion: of the chosen person's last way through it; else of what let
 * somebody in last, or would have; else samples. Its cart link opens nobody's cart.
 * @throws MedusaError `not_found`
 */
export async function testFacts(
  db: Db,
  campaign: string,
  profile: number | undefined,
  clock: { now: Date; zone: string }
): Promise<{ facts: MessageFacts; context: TestContext }> {
  const samples = sampleFacts()
  const own =
    profile === undefined
      ? undefined
      : await queryOne<Way>(db, LAST_WAY_OF, { id: campaign, profile })
  if (own) {
    const { promo_code, promo_ends_at, trigger } = messageFacts(own)
    const code = promo_code === null ? {} : { promo_code, promo_ends_at }
    const at = own.entered_at.toISOString()
    return { facts: { ...samples, ...code, trigger }, context: { of: "person", at } }
  }
  const { trigger, at } = await triggerSample(db, campaign, clock)
  if (at) return { facts: { ...samples, trigger }, context: { of: "last", at: at.toISOString() } }
  return { facts: samples, context: { of: "sample", at: null } }
}
