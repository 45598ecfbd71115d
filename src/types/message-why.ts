import type { Iso } from "./common"
import type { MessageState } from "./profile"

/** What has to hold for a message to arrive, in the order in which it is looked at. */
export const DELIVERY_CHECKS = [
  "person",
  "excluded",
  "address",
  "suppression",
  "consent",
  "topic",
  "cap",
  "draw",
  "reached",
  "stopped",
  "time",
  "frequency",
  "policy",
  "content",
  "service",
  "arrival",
] as const
export type DeliveryCheckKey = (typeof DELIVERY_CHECKS)[number]

export type DeliveryCheck = {
  key: DeliveryCheckKey
  /** `open`: it came to nothing before, or is not known yet. */
  result: "pass" | "fail" | "open"
  /** What was found at that time: an address, a state of consent, a rule's name, a service's answer. */
  value: string | null
  /** Since when that was so. */
  since: Iso | null
  /** The same now, where it has changed since. */
  now: string | null
}

/** Answer of `GET /admin/engage/messages/:id/why`. */
export type DeliveryStory = {
  state: MessageState
  /** As of when the values are told. */
  at: Iso
  checks: DeliveryCheck[]
  /** The first check that failed; null while none has. */
  failed: DeliveryCheckKey | null
  /** What kind of trouble, where a service told one: `hard`, `soft`, `sender` or `rejected`. */
  trouble: string | null
}
