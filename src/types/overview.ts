import type { Broadcast } from "./broadcast"
import type { Channel, Iso, MessageSource } from "./common"
import type { EventSource } from "./event"
import type { RfmGroup } from "./profile"

/** Answer of `GET /admin/engage/overview`. Money is in minor units of `currency`. */
export type Overview = {
  profiles: number
  buyers: number
  revenue: number
  currency: string
  reachable: { channel: Channel; count: number }[]
  /** Last 30 days. */
  assisted: { revenue: number; orders: number; total_revenue: number; total_orders: number }
  rfm: {
    /** One cell for each recency × frequency score that has people. */
    cells: { r: number; f: number; profiles: number; revenue: number; group: RfmGroup }[]
    groups: { group: RfmGroup; profiles: number; revenue: number }[]
  }
  broadcasts: Broadcast[]
  checklist: {
    key:
      "sender" | "provider" | "data" | "tracker" | "segment" | "template" | "broadcast" | "recipe"
    done: boolean
  }[]
  freshness: Freshness
}

/** How far the shop's data has arrived. */
export type Freshness = {
  data_as_of: Iso | null
  /** While history is read in: rows done and rows to come. */
  backfill: { done: number; total: number } | null
  sources: { source: string; high_at: Iso | null; passed_at: Iso | null; rows: number }[]
  drift: { source: string; checked_at: Iso; shop: number; ours: number; repaired: number }[]
}

/** Answer of `GET /admin/engage/health`. */
export type Health = {
  freshness: Freshness
  provider: { channel: Channel; name: string; capabilities: string[] }[]
  sender: { name: string; email: string }
  /** What browsers sign up with for push messages; null when none are sent to browsers. */
  push_public_key: string | null
  /** Runs whose ledger does not add up; always empty unless something is broken. */
  broken_runs: { run_id: number; frozen: number; counted: number }[]
  queues: { waiting: number; uncertain: number; inbox: number; dirty: number }
  arrivals: Arrival[]
  failures: Failure[]
  /** The changes of the database that this version of the plugin brings, oldest first. */
  migrations: Migration[]
  /** What it runs on. */
  server: { node: string; postgres: string }
}

/** A change of the database; `ran_at` is null until Medusa has made it. */
export type Migration = { module: string; name: string; ran_at: Iso | null }

/** When events last came in from a source, and how many in the last 7 days. */
export type Arrival = {
  source: EventSource
  /** Of a source that the shop made itself. */
  name: string | null
  last_at: Iso | null
  week: number
  /** `silent`: it used to send every day and has not for a day; `quiet`: it sends now and then. */
  state: "waiting" | "current" | "quiet" | "silent"
}

/** Something that failed in the background; its text holds no secrets. */
export type Failure = {
  place: string
  message: string
  first_at: Iso
  last_at: Iso
  times: number
}

/** Answer of `GET /admin/engage/orders/:id/attribution`. */
export type OrderAttribution = {
  touches: {
    source: MessageSource | null
    channel: Channel
    kind: "opened" | "clicked"
    interaction_at: Iso
    sent_at: Iso
    credit: number
  }[]
  profile: { id: string; name: string | null } | null
}
