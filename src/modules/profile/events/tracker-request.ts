import { z } from "@medusajs/framework/zod"
import { isStorable, UNSTORABLE_SAYS } from "../../../lib/storable"
import { deviceOf } from "./device"
import type { NewEvent, VisitContext, VisitPulse } from "./event"

const id = z.string().regex(/^[0-9a-f]{32}$/, "must be 32 hexadecimal digits")
/** Visits of many browsers are written together, so that one that cannot be stored must not get so far. */
const upTo = (most: number) => z.string().max(most).refine(isStorable, UNSTORABLE_SAYS)
const text = upTo(500)
/** Ends of time in ms that fit a Date of this age of the world. */
const instant = z.number().int().min(0).max(8e12)

/** What the storefront script sends; its short names are explained in `src/tracker/types.ts`. */
export const TrackerRequest = z.object({
  key: upTo(200).min(1),
  visitor: id,
  visit: z.object({
    id,
    l: text,
    r: text.optional(),
    c: upTo(50).optional(),
    u: z.record(z.string(), upTo(200)).optional(),
    g: upTo(50).optional(),
    z: upTo(50).optional(),
  }),
  sent: instant,
  events: z
    .array(
      z.object({
        n: z.string(),
        t: instant,
        m: z.string(),
        p: z.record(z.string(), z.unknown()).default({}),
      })
    )
    .max(100),
  who: z.object({ customer_id: text.optional(), email: text.optional() }).optional(),
  proof: text.optional(),
})
export type TrackerRequest = z.infer<typeof TrackerRequest>

/** Longest that a browser may have kept an event before it could send it, in ms. */
const MAX_DELAY_MS = 7 * 24 * 3600_000

/**
 * The events of a request, and the sign of life it is. The browser's clock is not trusted: only how long before the
 * request an event happened, counted back from when the request arrived.
 */
export function readTrackerRequest(
  request: TrackerRequest,
  userAgent: string,
  now: Date
): { events: NewEvent[]; pulse: VisitPulse } {
  const visit = { key: request.visit.id, context: contextOf(request.visit, userAgent) }
  const events = request.events.map(({ n, t, m, p }) => ({
    name: n,
    at: new Date(now.getTime() - Math.min(MAX_DELAY_MS, Math.max(0, request.sent - t))),
    source: "tracker",
    messageId: `${request.visitor}.${m}`,
    properties: p,
    visitor: request.visitor,
    visit,
  }))
  return { events, pulse: { visitor: request.visitor, visit, at: now } }
}

function contextOf(visit: TrackerRequest["visit"], userAgent: string): VisitContext {
  const utm = visit.u ?? {}
  return {
    ...deviceOf(userAgent),
    language: visit.g ?? null,
    time_zone: visit.z ?? null,
    landing: visit.l,
    referrer: visit.r ?? null,
    utm_source: utm.source ?? null,
    utm_medium: utm.medium ?? null,
    utm_campaign: utm.campaign ?? null,
    utm_term: utm.term ?? null,
    utm_content: utm.content ?? null,
    click_id: visit.c ?? null,
  }
}
