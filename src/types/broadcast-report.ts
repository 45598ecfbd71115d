import type { CascadeResult } from "./cascade"
import type { Progress, SkipReason } from "./broadcast"
import type { Goal, WinnerMetric } from "./broadcast-plan"
import type { AttributionTerms } from "./attribution"
import type { CostReport } from "./cost"
import type { Iso } from "./common"

/** How one variant of a test does among those who tested it. */
export type VariantReport = {
  variant: number
  sent: number
  opened: number
  clicked: number
  ordered: number
  /** Minor units of the base currency. */
  revenue: number
  /** Share of sent who clicked, and where it lies with 95 percent certainty. */
  click_rate: number | null
  click_interval: [number, number]
  revenue_per_person: number | null
  /** How likely it differs this much from the first variant by chance alone; `null` for the first. */
  p: { opens: number; clicks: number; revenue: number } | null
}

/** Answer of `GET /admin/engage/broadcasts/:id/report`. Counters are people, not happenings. */
export type BroadcastReport = {
  progress: Progress
  /** When the numbers were counted: a moment ago, but for a large broadcast, whose numbers may be some minutes old. */
  counted_at: Iso
  counters: {
    sent: number
    /** `null` when the provider does not report deliveries. */
    delivered: number | null
    opened: number
    /** Opens by privacy proxies and scanners only. */
    machine_opened: number
    clicked: number
    ordered: number
    /** Refused by the receiving side after the provider had taken the message. */
    bounced: number
    complained: number
    unsubscribed: number
  }
  /** How much of what was sent has its last status, and whether the service tells any. */
  settled: {
    /** People of `counters.sent` of whom it is known whether the message arrived. */
    people: number
    /** Name of the service, and whether deliveries are heard from it at all. */
    provider: string
    reports: boolean
    /** When it last reported anything; null when it never did. */
    last_report_at: Iso | null
  }
  /** By channel, the first one first; empty without a cascade. All other numbers but `progress` are of all channels. */
  cascade: CascadeResult[]
  /** Minor units of `currency`. */
  revenue: number
  revenue_per_recipient: number | null
  currency: string
  /** `null` when no price was known for any message. */
  cost: CostReport | null
  /** What a cascade saved against writing to everybody on its dearest channel at once, in minor units. */
  saved: number | null
  /** With the contact rule, where one is the reason. */
  skipped: { reason: SkipReason; rule: { id: string; name: string } | null; count: number }[]
  failures: { error: string; count: number }[]
  /** `link` is the number by which the people who clicked it are asked for; there is none where contents differ. */
  links: { link: number | null; url: string; people: number; clicks: number }[]
  orders: {
    order_id: string
    display_id: number | null
    placed_at: Iso
    net: number
    currency: string
    profile: { id: string; name: string | null; email: string | null }
    touch: "opened" | "clicked"
    /** Where the order came from: the shop's sales channel, its own code, and the visit that led to it. */
    sales_channel: string | null
    source_code: string | null
    utm: string | null
    device: string | null
  }[]
  /** Opens and clicks by hour since the start. */
  timeline: { hour: Iso; opened: number; clicked: number }[]
  /** The rule that holds, whether it is its own or the shop's. */
  attribution: { days: number; terms: AttributionTerms; computed_at: Iso | null }
  /** `null` for a broadcast without a test. */
  ab: {
    metric: WinnerMetric
    variants: VariantReport[]
    /** The best so far by the metric, and whether that can hardly be chance (p < 0.05 against each other). */
    leader: number | null
    certain: boolean
    /** What those got who waited for the winner. */
    chosen: number | null
    waiting: boolean
  } | null
  /** What was to be reached and what has been. */
  goal:
    | (Goal & {
        reached: number
        /** `open` while what people do may still count. */
        verdict: "reached" | "missed" | "open"
        /** When nothing counts any more; null while it is being sent. */
        until: Iso | null
      })
    | null
  /** The messages it had one after the other, if it was changed on its way, with how many left with each. */
  versions: { at: Iso; subject: string; sent: number }[]
}
