import { MedusaError } from "@medusajs/framework/utils"
import type { EngageOptions } from "../../../../lib/options"
import type { PublicIds } from "../../../../lib/public-id"
import { addressProblem } from "../../../../modules/outbound/webhook/address"
import { bodyOf, eventId } from "../../../../modules/outbound/webhook/call"
import type { AttemptRow, DeliveryRow } from "../../../../modules/outbound/webhook/deliveries"
import type { WebhookRow } from "../../../../modules/outbound/webhook/store"
import type { Webhook, WebhookDelivery, WebhookDeliveryDetail } from "../../../../types/webhook"

const DELIVERY_ID = "wdel"

/** A webhook as the API gives it: without its secret. */
export function presentWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    types: row.types,
    status: row.status,
    stopped_because: row.stopped_because as Webhook["stopped_because"],
    secret_hint: row.secret_hint,
    failing_since: row.failing_since?.toISOString() ?? null,
    last_delivery_at: row.last_at?.toISOString() ?? null,
    waiting: row.waiting,
    failed: row.failed,
    created_at: row.created_at.toISOString(),
  }
}

/** A delivery as the API gives it. */
export function presentDelivery(row: DeliveryRow, ids: PublicIds): WebhookDelivery {
  return {
    id: ids.seal(DELIVERY_ID, row.id),
    event_id: eventId(row.event_id),
    type: row.type,
    at: row.at.toISOString(),
    state: row.state,
    attempts: row.attempts,
    done_at: row.done_at?.toISOString() ?? null,
    next_at: row.state === "waiting" ? row.not_before.toISOString() : null,
    last_status: row.last_status,
    last_error: row.last_error,
  }
}

/** A delivery with what is sent and each try. */
export function presentDetail(
  row: DeliveryRow & { data: unknown; tries: AttemptRow[] },
  ids: PublicIds
): WebhookDeliveryDetail {
  const tries = row.tries.map((one) => ({ ...one, at: one.at.toISOString() }))
  return { ...presentDelivery(row, ids), body: bodyOf(row), tries }
}

/** The number behind the id of a delivery. @throws MedusaError `not_found` */
export function deliveryNumber(ids: PublicIds, id: string): number {
  return ids.openOne(DELIVERY_ID, id, "Delivery")
}

/** @throws MedusaError `invalid_data` when an address cannot be told */
export function checkAddress(url: string | undefined, { webhooks }: EngageOptions): void {
  const problem =
    url === undefined ? undefined : addressProblem(url, webhooks.allowPrivateAddresses)
  if (problem) throw new MedusaError(MedusaError.Types.INVALID_DATA, problem)
}
