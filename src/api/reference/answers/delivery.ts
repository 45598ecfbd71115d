import type { Deliverability, Suppression } from "../../../types/deliverability"
import type { Senders } from "../../../types/sender"
import type { Sending } from "../../../types/sending"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type DeliveryAnswers = {
  "GET /admin/engage/deliverability": { deliverability: Deliverability }
  "GET /admin/engage/sending": { sending: Sending }
  "POST /admin/engage/sending/limits": { sending: Sending }
  "POST /admin/engage/sending/prices": { sending: Sending }
  "POST /admin/engage/sending/warm-up": { sending: Sending }
  "GET /admin/engage/senders": Senders
  "POST /admin/engage/senders": Senders
  "POST /admin/engage/senders/:id": Senders
  "DELETE /admin/engage/senders/:id": Deleted<"sender">
  "POST /admin/engage/senders/:id/check": Senders
  "POST /admin/engage/sender-rules": Senders
  "GET /admin/engage/suppressions": Listed<"suppressions", Suppression>
  "POST /admin/engage/suppressions": { address: string }
  "POST /admin/engage/suppressions/release": { address: string }
  "POST /admin/engage/suppressions/storms": { addresses: number }
}
