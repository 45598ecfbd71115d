import {
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { jsonBody, sameSecret } from "../reports/signed"
import { isJson, valueAt } from "./fields"

export type GatewayWebhook = {
  secret: string
  header: string
  idPath?: string
  statusPath: string
  delivered: string[]
  dead: string[]
  failed: string[]
}

/** Reports of any gateway, by the words that the options say it uses. A shared secret proves where they come from. */
export class GatewayReports implements ReportReader {
  constructor(private readonly webhook: GatewayWebhook) {}

  async read({ headers, target = "", body, now }: WebhookRequest): Promise<DeliveryReport[]> {
    const { secret, header, idPath, statusPath, delivered, dead, failed } = this.webhook
    const query = new URLSearchParams(target.split("?")[1] ?? "")
    const given = headers[header.toLowerCase()] ?? query.get("secret") ?? ""
    if (!sameSecret(given, secret)) throw new NotSignedError("wrong secret")
    const report = fieldsOf(body.toString("utf8"))
    const token = idPath ? valueAt(report, idPath) : query.get("id")
    const status = valueAt(report, statusPath)
    if (!token || !status) return []
    const base = { token, at: now, code: null, detail: status }
    if (delivered.includes(status)) return [{ ...base, kind: "delivered" }]
    if (dead.includes(status)) return [{ ...base, kind: "bounced", class: "hard" }]
    return failed.includes(status) ? [{ ...base, kind: "bounced", class: "soft" }] : []
  }
}

function fieldsOf(text: string): unknown {
  return isJson(text) ? jsonBody(Buffer.from(text)) : Object.fromEntries(new URLSearchParams(text))
}
