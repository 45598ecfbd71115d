import { createHmac } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

/**
 * What Twilio promises (developer pages of November 2026): form fields in, JSON out, 201 for a message that was taken, a
 * numbered code for one that was not; calls signed by HMAC-SHA1 over the address and the fields in order.
 * https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/usage/security
 */
export const TWILIO = {
  account: `AC${"0a".repeat(16)}`,
  token: "12345",
  fields: z.strictObject({
    To: z.string().regex(/^\+[1-9]\d{6,14}$/),
    From: z.string().min(1).optional(),
    MessagingServiceSid: z.string().regex(/^MG/).optional(),
    Body: z.string().min(1).max(1_600),
    StatusCallback: z.url(),
  }),
  /** The example of the developer page, whose signature is known. */
  example: {
    url: "https://mycompany.com/myapp.php?foo=1&bar=2",
    fields: {
      CallSid: "CA1234567890ABCDE",
      Caller: "+14158675309",
      Digits: "1234",
      From: "+14158675309",
      To: "+18005551212",
    },
    signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  },
}

/** Answers as Twilio does. */
export function twilioApi(call: Call): Answer {
  const login = `Basic ${Buffer.from(`${TWILIO.account}:${TWILIO.token}`).toString("base64")}`
  if (call.headers.authorization !== login)
    return { status: 401, body: { code: 20003, message: "Authenticate" } }
  if (call.path !== `/2010-04-01/Accounts/${TWILIO.account}/Messages.json`)
    return { status: 404, body: { code: 20404, message: "Not found" } }
  const fields = TWILIO.fields.safeParse(Object.fromEntries(new URLSearchParams(String(call.body))))
  if (!fields.success)
    return { status: 400, body: { code: 21211, message: "Invalid 'To' Phone Number" } }
  if (fields.data.To === "+15005550009")
    return { status: 400, body: { code: 21614, message: "'To' number is not a mobile number" } }
  if (fields.data.To === "+15005550004")
    return {
      status: 400,
      body: { code: 21610, message: "Attempt to send to unsubscribed recipient" },
    }
  return { status: 201, body: { sid: `SM of ${fields.data.To}`, status: "queued" } }
}

/** A call as Twilio makes it to an address of ours. */
export function twilioCall(url: string, fields: Record<string, string>, token = TWILIO.token) {
  const text = Object.keys(fields)
    .sort()
    .map((key) => key + fields[key])
    .join("")
  const signature = createHmac("sha1", token)
    .update(url + text)
    .digest("base64")
  return {
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": signature,
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  }
}
