import type { Iso } from "./common"

/** Where an event came in: the storefront script, your own server, the shop itself, or an inbound source by its id. */
export type EventSource = "tracker" | "server" | "shop" | (string & {})

/** What became of one event of a call, by its place in the list. */
export type EventOutcome = {
  accepted: number
  duplicates: number
  rejected: { index: number; reason: string }[]
}

/** An event as it is stored; it never changes. */
export type EventItem = {
  id: string
  name: string
  at: Iso
  received_at: Iso
  source: EventSource
  message_id: string
  properties: Record<string, unknown>
  profile: { id: string; name: string | null } | null
  visitor_id: string | null
  session_id: string | null
}

/** One name of the catalogue with its volume. */
export type EventName = {
  name: string
  sources: EventSource[]
  total: number
  last_30_days: number
  /** Events a day, oldest first, the last 30 days. */
  days: number[]
  first_day: string
  last_at: Iso
}

/** Makes an event of a click on something in the storefront, without a line of code there. */
export type ClickRule = {
  id: string
  /** Of the event. */
  name: string
  /** CSS selector of what is clicked on; a click on something inside it counts too. */
  selector: string
  /** What the page's address contains; empty for every page. */
  page: string
  /** Whether the event keeps the text of what was clicked on. */
  keep_text: boolean
  active: boolean
  /** Events of this name from the storefront. */
  seen: number
  last_at: Iso | null
  created_at: Iso
}

/** What the properties of a name look like, from its latest events. */
export type EventSchema = {
  name: string
  /** How many of the latest events were looked at. */
  looked_at: number
  properties: {
    key: string
    types: ("text" | "number" | "yes/no" | "list" | "object" | "empty")[]
    /** Share of events that have it, 0 to 1. */
    share: number
    values: { value: string; count: number }[]
  }[]
  sample: EventItem | null
}

/** A visit of the storefront: one sitting on one device. */
export type Visit = {
  id: string
  started_at: Iso
  last_at: Iso
  /** Seconds between its first and its last sign of life. */
  seconds: number
  device: "desktop" | "mobile" | "tablet" | null
  os: string | null
  browser: string | null
  landing: string | null
  referrer: string | null
  utm: {
    source: string | null
    medium: string | null
    campaign: string | null
    term: string | null
    content: string | null
  }
  /** Name of the advertising network's click id, e.g. `gclid`. */
  click_id: string | null
  pages: number
  products: number
  cart_actions: number
  events: number
  /** The first steps of the visit, oldest first. */
  steps: { at: Iso; name: string; title: string | null }[]
}

/** A device that was joined to a person: why, what came along, and whether it was taken back. */
export type VisitorMerge = {
  id: string
  at: Iso
  reason: "login" | "order" | "link" | "server" | "claim"
  events: number
  sessions: number
  device: string | null
  undone_at: Iso | null
}

/** Which value of a received document becomes which part of an event; each is a dotted path, or fixed text after `=`. */
export type SourceMapping = {
  /** Path of the list whose entries are events; empty: the document is one event. */
  each: string
  name: string
  at: string
  message_id: string
  email: string
  customer_id: string
  /** Property name → path. Empty: the whole entry becomes the properties. */
  properties: Record<string, string>
}

/** Somewhere else that sends events in. */
export type InboundSource = {
  id: string
  name: string
  url: string
  active: boolean
  /** The last four characters; the whole secret is shown only when it is made. */
  secret_hint: string
  mapping: SourceMapping
  requests: number
  last_request_at: Iso | null
  created_at: Iso
}

/** One call of a source as it arrived, and what became of it. */
export type SourceRequest = {
  id: string
  at: Iso
  body: string
  accepted: number
  duplicates: number
  rejected: { index: number; reason: string }[]
  replay_of: string | null
}

/** What the mapping makes of a document, without storing anything. */
export type SourceTrial = {
  events: {
    name: string
    at: Iso
    message_id: string
    person: string | null
    properties: Record<string, unknown>
  }[]
  rejected: { index: number; reason: string }[]
}

/** Names of events as one text: separated by commas; a comma that belongs to a name has a backslash before it. */
export function joinNames(names: string[]): string {
  return names.map((name) => name.replace(/[\\,]/g, "\\$&")).join(",")
}

/** The names in such a text. */
export function splitNames(text: string): string[] {
  const parts = text.match(/(?:\\[^]|[^,])+/g) ?? []
  return parts.map((part) => part.replace(/\\([^])/g, "$1"))
}
