import { subDays } from "date-fns"
import { type Db, execute, queryOne } from "../../../lib/db"
import { wake } from "../../../lib/wake"
import type {
  Attribution,
  AttributionDefault,
  AttributionPreview,
  AttributionTerms,
} from "../../../types/attribution"
import type { BroadcastRow } from "../../campaign/broadcast/store"
import { CREDITED_IF, CREDITED_NOW } from "../sql/attribution"
import { NEXT_RUN, READ_RULE, SAVE_RULE } from "../sql/attribution-rule"

/** Orders of so many days are looked at before a change. */
const PREVIEW_DAYS = 30

type RuleRow = { days: number; terms: AttributionTerms; broadcasts: number; campaigns: number }

/** The shop's own rule of attribution, and what follows it. */
export async function readAttribution(db: Db): Promise<AttributionDefault> {
  const { days, terms, ...followers } = (await queryOne<RuleRow>(db, READ_RULE))!
  return { days, terms, followers, computing: Boolean(await queryOne(db, NEXT_RUN)) }
}

/** Changes the shop's own rule. The orders of what follows it are credited anew by the loop. */
export async function saveAttribution(
  db: Db,
  { days, terms }: { days: number; terms: AttributionTerms }
): Promise<void> {
  await execute(db, SAVE_RULE, { days, terms: JSON.stringify(terms) })
  await wake(db, "engage_report")
}

/**
 * What a change would do to the orders of the last 30 days, without doing it.
 * @param ref - the broadcast or campaign that the rule is for; `null` for the shop's own
 */
export async function previewAttribution(
  db: Db,
  ref: string | null,
  { days, terms }: Attribution,
  { now, zone, currency }: { now: Date; zone: string; currency: string }
): Promise<AttributionPreview> {
  const of = { ref, zone, since: subDays(now, PREVIEW_DAYS) }
  const changed = { ...of, days, terms: JSON.stringify(terms) }
  const [before, then] = await Promise.all([
    queryOne<AttributionPreview["now"]>(db, CREDITED_NOW, of),
    queryOne<AttributionPreview["now"]>(db, CREDITED_IF, changed),
  ])
  return { days: PREVIEW_DAYS, now: before!, then: then!, currency }
}

/** The rule that holds for a broadcast or a campaign: its own, or the shop's. */
export async function attributionOf(
  db: Db,
  own: Pick<BroadcastRow, "attribution_days" | "attribution_terms">
): Promise<{ days: number; terms: AttributionTerms }> {
  const { attribution_days: days, attribution_terms: terms } = own
  if (days !== null) return { days, terms }
  const shop = (await queryOne<RuleRow>(db, READ_RULE))!
  return { days: shop.days, terms: shop.terms }
}
