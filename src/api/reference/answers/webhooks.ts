import type {
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEventType,
} from "../../../types/webhook"
import type { Deleted, Listed } from "./shapes"

/** @internal */
export type WebhookAnswers = {
  "GET /admin/engage/webhooks": { webhooks: Webhook[] }
  "POST /admin/engage/webhooks": { webhook: Webhook; secret: string }
  "GET /admin/engage/webhooks/:id": { webhook: Webhook }
  "POST /admin/engage/webhooks/:id": { webhook: Webhook }
  "DELETE /admin/engage/webhooks/:id": Deleted<"webhook">
  "POST /admin/engage/webhooks/:id/secret": { webhook: Webhook; secret: string }
  "POST /admin/engage/webhooks/:id/trial": { delivery: WebhookDeliveryDetail }
  "POST /admin/engage/webhooks/:id/replay": { deliveries: number }
  "GET /admin/engage/webhooks/:id/deliveries": Listed<"deliveries", WebhookDelivery>
  "GET /admin/engage/webhooks/:id/deliveries/:delivery": { delivery: WebhookDeliveryDetail }
  "POST /admin/engage/webhooks/:id/deliveries/:delivery/replay": { delivery: WebhookDeliveryDetail }
  "GET /admin/engage/webhook-event-types": { types: WebhookEventType[] }
}
