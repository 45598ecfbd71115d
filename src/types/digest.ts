import type { Channel, Iso } from "./common"

/** The numbers of one week and of the week before it; amounts in minor units of the base currency. */
export type DigestFacts = {
  trade: {
    orders: number
    orders_before: number
    revenue: number
    revenue_before: number
    new_buyers: number
    new_buyers_before: number
  }
  consent: {
    channel: Channel
    joined: number
    joined_before: number
    left: number
    left_before: number
  }[]
  segments: { id: string; name: string; before: number; after: number }[]
  sent: {
    broadcasts: number
    sent: number
    sent_before: number
    bounced: number
    bounced_before: number
    clicked: number
  }
}

/** One thing that changed, in words, with where to look at it in the admin. */
export type DigestLine = { text: string; to: string; trend: "up" | "down" | "same" }

/** What changed in a week. */
export type Digest = {
  from: Iso
  /** Its end; the next one is then made. */
  until: Iso
  lines: DigestLine[]
}

/** When the digest is made and who is told. */
export type DigestSettings = {
  /** 0 is Sunday. */
  day: number
  /** Whether it comes into the feed of the admin. */
  feed: boolean
  /** Who gets it by mail too, if the shop has a notification service for e-mail. */
  emails: string[]
}
