/** `paused` and `stopped` keep what happens until they go on; `stopped` failed for too long. */
export type WebhookStatus = "active" | "paused" | "stopped"
/** `waiting` is tried, at once or later; `failed` was given up. */
export type DeliveryState = "waiting" | "done" | "failed"

/** An address that is told of what happens. */
export type Webhook = {
  id: string
  url: string
  description: string
  /** Names of the events it is told of. */
  types: string[]
  status: WebhookStatus
  /** Why it is stopped: it failed for three days, or said that it is gone. */
  stopped_because: "failing" | "gone" | null
  /** The last four characters of the secret. */
  secret_hint: string
  /** Since when every call has failed. */
  failing_since: string | null
  /** When something was last told or given up. */
  last_delivery_at: string | null
  /** Deliveries that wait and that were given up; 1,001 stands for more than a thousand. */
  waiting: number
  failed: number
  created_at: string
}

/** Something told to a webhook, or to be told. */
export type WebhookDelivery = {
  id: string
  /** The `webhook-id` it is sent with: the same for each try. */
  event_id: string
  type: string
  /** When it happened. */
  at: string
  state: DeliveryState
  attempts: number
  done_at: string | null
  /** When it is tried next, while it waits. */
  next_at: string | null
  /** HTTP status of the last answer. */
  last_status: number | null
  last_error: string | null
}

export type WebhookDeliveryDetail = WebhookDelivery & {
  /** What is sent, as JSON text. */
  body: string
  /** Each try, newest first, at most 100. */
  tries: {
    at: string
    ms: number
    status: number | null
    error: string | null
    /** The beginning of the answer. */
    response: string | null
  }[]
}

/** An event that webhooks can be told of. */
export type WebhookEventType = { type: string; when: string }
