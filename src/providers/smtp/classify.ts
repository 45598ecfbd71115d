import type { SendResult } from "../provider"
import type { Reply } from "./reply"

/** At which command a server refused. */
export type Stage = "mail" | "rcpt" | "data" | "body"

const SERVICE_CODES = new Set([421, 454])
const DEAD_ADDRESS = new Set(["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"])
const DEAD_ADDRESS_CODES = new Set([550, 551, 553])

/**
 * What a server's refusal means. 4xx is never an error: 421 and 454, and any 4xx on the sender, hold everybody back,
 * others only this recipient. A 5xx kills an address only when it speaks of the address: refusals of the sender or of
 * the content (5.7.x, a full mailbox) are ours or pass.
 */
export function classifyRefusal(stage: Stage, reply: Reply): SendResult {
  const error = `${reply.code} ${reply.text.replace(/\s+/g, " ")}`.slice(0, 500)
  if (reply.code < 500) {
    const service = stage === "mail" || SERVICE_CODES.has(reply.code)
    return { state: "deferred", scope: service ? "provider" : "message", retryAfterMs: null, error }
  }
  return { state: "failed", class: isDead(stage, reply) ? "hard" : "rejected", error }
}

function isDead(stage: Stage, { code, enhanced }: Reply): boolean {
  if (stage === "mail") return false
  if (enhanced) return DEAD_ADDRESS.has(enhanced)
  return stage === "rcpt" && DEAD_ADDRESS_CODES.has(code)
}
