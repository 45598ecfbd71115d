import { request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { isIP } from "node:net"
import { isPrivateAddress, lookupPublic, refused } from "./address"
import { signedHeaders } from "./sign"

/** More of an answer is not read, in bytes. */
const MOST_READ = 65_536

export type WebhookSettings = {
  /** Whether addresses inside the own network may be called. */
  allowPrivate: boolean
  timeoutMs: number
}

export type WebhookCall = {
  url: string
  secrets: string[]
  id: string
  body: string
  now: Date
}
export type WebhookAnswer = { status: number; text: string }

/**
 * Sends a signed body to an address and reads the answer, of which 64 KB count. Leads to other addresses are not followed.
 * @throws Error when nothing answers in time, or the address is inside the own network
 */
export function postWebhook(call: WebhookCall, settings: WebhookSettings): Promise<WebhookAnswer> {
  const { url, body } = call
  return callOutside(url, { method: "POST", headers: webhookHeaders(call), body }, settings)
}

/**
 * Calls an address that somebody has typed, which may lead anywhere, and reads the answer as {@link postWebhook} does.
 * @throws Error when nothing answers in time, or the address is inside the own network
 */
export async function callOutside(
  url: string,
  { body, ...what }: { method: string; headers: Record<string, string>; body?: string },
  { allowPrivate, timeoutMs }: WebhookSettings
): Promise<WebhookAnswer> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, "")
  // A name is looked at when it is looked up; an address never is.
  if (!allowPrivate && isIP(host) && isPrivateAddress(host)) throw refused(host)
  const request = target.protocol === "https:" ? requestHttps : requestHttp
  const options = {
    ...what,
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(!allowPrivate && { lookup: lookupPublic }),
  } as const
  return new Promise((resolve, reject) => {
    const call = request(target, options, (response) => {
      const parts: Buffer[] = []
      let size = 0
      const end = () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") })
      response.on("data", (part: Buffer) => {
        parts.push(part.subarray(0, MOST_READ - size))
        size += part.length
        if (size < MOST_READ) return
        end()
        response.destroy()
      })
      response.on("end", end)
      response.on("error", reject)
    })
    call.on("error", (error) =>
      reject(error.name === "AbortError" || error.name === "TimeoutError" ? late(timeoutMs) : error)
    )
    call.end(body)
  })
}

/** What a call says of itself, signed. */
export function webhookHeaders({
  secrets,
  ...call
}: Omit<WebhookCall, "url">): Record<string, string> {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(call.body)),
    "user-agent": "medusa-plugin-engage",
    ...signedHeaders(secrets, call),
  }
}

function late(timeoutMs: number): Error {
  return new Error(`No answer within ${timeoutMs / 1_000} seconds`)
}
