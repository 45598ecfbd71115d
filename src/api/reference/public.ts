import { z } from "@medusajs/framework/zod"
import type { PublicRoute } from "./entry"

const page = { description: "A page", type: "text/html" } as const
const unknown = {
  description: "A page that says the link is not valid",
  type: "text/html",
} as const

/** What the links of a message lead to. */
export const publicRoutes: Record<string, PublicRoute> = {
  "GET /engage/c/:token/:link": {
    summary: "Record a click and lead on to the link's target",
    answers: { 302: { description: "To the target" }, 404: unknown },
  },
  "GET /engage/o/:token": {
    summary: "Record an opening",
    details: "Whatever the token is, the answer is the same picture of one pixel.",
    answers: { 200: { description: "A transparent pixel", type: "image/gif" } },
  },
  "GET /engage/u/:token": {
    summary: "Ask whether to unsubscribe; changes nothing",
    answers: { 200: page, 404: unknown },
  },
  "POST /engage/u/:token": {
    summary: "Unsubscribe",
    details:
      "Without `scope` it is a mail program's one-click request (RFC 8058) and means the channel.",
    form: z.object({ scope: z.enum(["topic", "channel"]).optional() }),
    answers: { 200: page, 404: unknown },
  },
  "GET /engage/p/:token": {
    summary: "The preference page; changes nothing",
    answers: { 200: page, 404: unknown },
  },
  "POST /engage/p/:token": {
    summary: "Save which topics a person wants",
    form: z.object({ topics: z.array(z.string()).optional() }),
    answers: { 200: page, 404: unknown },
  },
}
