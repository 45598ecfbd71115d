import type { BroadcastStatus } from "./broadcast"
import type { CampaignStatus } from "./campaign"

/** Where a broadcast or campaign stands; a segment is live or archived, a contact rule live or paused. */
export type Status = BroadcastStatus | CampaignStatus

/** What needs a segment, an audience or a template. */
export type Use<Kind extends string = "broadcast" | "segment" | "contact_rule"> = {
  kind: Kind
  id: string
  name: string
  status: Status
}
