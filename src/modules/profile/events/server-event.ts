import { z } from "@medusajs/framework/zod"
import type { PublicIds } from "../../../lib/public-id"
import { isStorable, UNSTORABLE_SAYS } from "../../../lib/storable"
import { PROFILE_ID } from "../read/row"
import type { NewEvent, PersonKey } from "./event"

const short = z.string().trim().min(1).max(320).refine(isStorable, UNSTORABLE_SAYS)

/** An event as your own server sends it. It is trusted: whom it names is believed. */
export const ServerEvent = z.strictObject({
  name: z.string(),
  /** When it happened; now, if left out. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** Your own id of it. The same id again counts once. */
  message_id: z.string(),
  profile_id: short.optional(),
  customer_id: short.optional(),
  email: short.optional(),
  /** The tracker's visitor id, for what your server does on behalf of a browser. */
  anonymous_id: short.optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
})
export type ServerEvent = z.input<typeof ServerEvent>

type Read = { event: NewEvent } | { problem: string }

/** Reads one event of a server's list, or says why it cannot be. */
export function readServerEvent(
  input: unknown,
  context: { ids: PublicIds; now: Date; source: string }
): Read {
  const parsed = ServerEvent.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { problem: `${issue.path.join(".") || "event"}: ${issue.message}` }
  }
  const { name, at, message_id, anonymous_id, properties, ...who } = parsed.data
  const person = personOf(who, context.ids)
  if (person === "unknown") return { problem: `profile_id: ${who.profile_id} was not found` }
  if (!person && !anonymous_id)
    return { problem: "one of profile_id, customer_id, email or anonymous_id is needed" }
  return {
    event: {
      name,
      at: at ? new Date(at) : context.now,
      source: context.source,
      messageId: message_id,
      properties,
      person,
      visitor: anonymous_id,
    },
  }
}

function personOf(
  who: { profile_id?: string; customer_id?: string; email?: string },
  ids: PublicIds
): PersonKey | "unknown" | undefined {
  if (who.profile_id) {
    const number = ids.open(PROFILE_ID, who.profile_id)?.[0]
    return number === undefined ? "unknown" : { kind: "profile", value: String(number) }
  }
  if (who.customer_id) return { kind: "customer", value: who.customer_id }
  return who.email ? { kind: "email", value: who.email.toLowerCase() } : undefined
}
