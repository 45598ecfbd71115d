import { createHmac } from "node:crypto"
import {
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type StopReport,
  type WebhookRequest,
} from "../provider"
import { sameSecret } from "../reports/signed"
import { isStop } from "../reports/stop-word"
import { classOfCode } from "./errors"

/** Stands in the address that Twilio reports to, and so comes back with every report. */
export const TOKEN_PARAM = "m"

/**
 * Twilio's status calls and answers of people. The signature is over the address as it was given to Twilio and the
 * form's fields in order.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export class TwilioReports implements ReportReader {
  constructor(
    private readonly authToken: string,
    private readonly hook: string
  ) {}

  async read({
    headers,
    target = "",
    body,
    now,
  }: WebhookRequest): Promise<(DeliveryReport | StopReport)[]> {
    const query = target.includes("?") ? target.slice(target.indexOf("?")) : ""
    const form = new URLSearchParams(body.toString("utf8"))
    const expected = twilioSignature(this.authToken, this.hook + query, form)
    if (!sameSecret(headers["x-twilio-signature"] ?? "", expected))
      throw new NotSignedError("wrong signature")
    if (form.has("Body")) return stops(form, now)
    const token = new URLSearchParams(query).get(TOKEN_PARAM)
    return token ? statusReport(token, form, now) : []
  }
}

/** The signature of a call to `url` with these form fields. */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const fields = [...form].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => key + value)
  return createHmac("sha1", authToken)
    .update(url + fields.join(""))
    .digest("base64")
}

function statusReport(token: string, form: URLSearchParams, at: Date): DeliveryReport[] {
  const status = form.get("MessageStatus")
  const code = form.get("ErrorCode")
  const base = {
    token,
    at,
    code,
    detail: [code, form.get("ErrorMessage")].filter(Boolean).join(" "),
  }
  if (status === "delivered") return [{ ...base, kind: "delivered" }]
  if (status !== "undelivered" && status !== "failed") return []
  return [{ ...base, kind: "bounced", class: classOfCode(Number(code)) }]
}

function stops(form: URLSearchParams, at: Date): StopReport[] {
  const text = form.get("Body") ?? ""
  const stop = form.get("OptOutType") === "STOP" || isStop(text)
  return stop ? [{ kind: "stopped", address: form.get("From") ?? "", at, detail: text }] : []
}
