import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { SkipReason } from "../../../types/broadcast"
import type { Channel } from "../../../types/common"
import {
  DELIVERY_CHECKS,
  type DeliveryCheck,
  type DeliveryCheckKey,
  type DeliveryStory,
} from "../../../types/message-why"
import type { MessageState } from "../../../types/profile"
import { FAILURE, skipReason } from "../ledger/states"
import { CONSENT_THEN, FACTS_OF_MESSAGE, SUPPRESSED_ADDRESS } from "../sql/why"
import { openMessageId } from "./token"

export type MessageFactsRow = {
  state: MessageState
  reason: number | null
  error: string | null
  sent_at: Date | null
  run_at: Date
  delivered_at: Date | null
  opened_at: Date | null
  clicked_at: Date | null
  bounced_at: Date | null
  provider: string
  channel: Channel
  topic: string | null
  address: string | null
  rule: string | null
  bounce: { class?: string; code?: string | null; text?: string } | null
}
type ConsentRow = { topic: string; state: string | null; at: Date | null; now: string | null }
type Suppressed = { reason: string; at: Date }
type Found = Pick<DeliveryCheck, "value"> & Partial<Pick<DeliveryCheck, "since" | "now">>

/** Which check each reason for leaving somebody out belongs to. */
const CHECK_OF: Record<SkipReason, DeliveryCheckKey> = {
  removed: "person",
  excluded: "excluded",
  no_address: "address",
  invalid_address: "address",
  suppressed: "suppression",
  not_subscribed: "consent",
  topic_unsubscribed: "topic",
  capped: "cap",
  control_group: "draw",
  held_out: "draw",
  sampled_out: "draw",
  reached: "reached",
  cancelled: "stopped",
  expired: "time",
  frequency: "frequency",
  policy: "policy",
  render_error: "content",
}

/**
 * Why a message arrived or did not: every check with what was found at that time.
 * @throws MedusaError `not_found`
 */
export async function whyDelivered(db: Db, id: string): Promise<DeliveryStory> {
  const key = openMessageId(await publicIds(db), id)
  const params = key && { run: key.runId, profile: key.profileId, pass: key.pass }
  const row = params && (await queryOne<MessageFactsRow>(db, FACTS_OF_MESSAGE, params))
  if (!row)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Message with id ${id} was not found`)
  const { channel, address, topic } = row
  const at = row.sent_at ?? row.run_at
  const [consent, suppressed] = await Promise.all([
    query<ConsentRow>(db, CONSENT_THEN, { profile: key!.profileId, channel, topic, at }),
    queryOne<Suppressed>(db, SUPPRESSED_ADDRESS, { channel, address }),
  ])
  return tellStory(row, { at, consent, suppressed })
}

/** Puts what is known of a message in the order of the checks. */
export function tellStory(
  row: MessageFactsRow,
  known: { at: Date; consent: ConsentRow[]; suppressed: Suppressed | undefined }
): DeliveryStory {
  const failed = failedCheck(row)
  const results = DELIVERY_CHECKS.map((key): DeliveryCheck => {
    const { value, since = null, now = null } = foundOf(key, row, known)
    return { key, result: resultOf(key, failed, row), value, since, now }
  })
  return {
    state: row.state,
    at: known.at.toISOString(),
    checks: results,
    failed,
    trouble: row.bounce?.class ?? (row.state === "failed" ? failureOf(row.reason) : null),
  }
}

function failedCheck({ state, reason, bounced_at }: MessageFactsRow): DeliveryCheckKey | null {
  if (state === "skipped") return CHECK_OF[skipReason(reason) ?? "cancelled"]
  if (state === "failed") return "service"
  return bounced_at ? "arrival" : null
}

function resultOf(
  key: DeliveryCheckKey,
  failed: DeliveryCheckKey | null,
  { state, delivered_at, opened_at, clicked_at }: MessageFactsRow
): DeliveryCheck["result"] {
  if (key === failed) return "fail"
  const place = DELIVERY_CHECKS.indexOf(key)
  if (failed) return place < DELIVERY_CHECKS.indexOf(failed) ? "pass" : "open"
  // What waits has only been looked at when its audience was taken.
  if (state === "waiting" || state === "sending")
    return place <= DELIVERY_CHECKS.indexOf("draw") ? "pass" : "open"
  if (key === "arrival") return (delivered_at ?? opened_at ?? clicked_at) ? "pass" : "open"
  return key === "service" && state === "uncertain" ? "open" : "pass"
}

function foundOf(
  key: DeliveryCheckKey,
  row: MessageFactsRow,
  { consent, suppressed, at }: { consent: ConsentRow[]; suppressed?: Suppressed; at: Date }
): Found {
  if (key === "address") return { value: row.address }
  if (key === "consent" || key === "topic") {
    const said = consent.find(({ topic }) => (topic === "*") === (key === "consent"))
    if (!said) return { value: null }
    const { state, at: since, now } = said
    return {
      // Who was never asked about a topic has nothing against it.
      value: state ?? (key === "consent" ? "none" : null),
      since: since?.toISOString() ?? null,
      now: now && now !== (state ?? "none") ? now : null,
    }
  }
  if (key === "suppression" && suppressed) {
    const then = suppressed.at <= at
    const { reason } = suppressed
    return then
      ? { value: reason, since: suppressed.at.toISOString() }
      : { value: null, now: reason }
  }
  if (key === "policy") return { value: row.rule }
  if (key === "draw")
    return { value: row.state === "skipped" ? (skipReason(row.reason) ?? null) : null }
  if (key === "content") return { value: row.state === "skipped" ? row.error : null }
  if (key === "service") {
    const answer = row.state === "skipped" ? null : (row.error ?? row.provider)
    return { value: answer, since: row.sent_at?.toISOString() ?? null }
  }
  if (key === "arrival") return arrivalOf(row)
  return { value: null }
}

function arrivalOf({ bounce, bounced_at, ...row }: MessageFactsRow): Found {
  const since = bounced_at ?? row.delivered_at ?? row.opened_at ?? row.clicked_at
  const text = [bounce?.code, bounce?.text].filter(Boolean).join(" ")
  return { value: text || null, since: since?.toISOString() ?? null }
}

function failureOf(reason: number | null): string {
  return reason === FAILURE.hard ? "hard" : "rejected"
}
