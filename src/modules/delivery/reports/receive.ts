import type { Db } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import {
  type AgreeReport,
  type ChatReport,
  type DeliveryReport,
  NotSignedError,
  type ReportReader,
  type StopReport,
  type WebhookRequest,
} from "../../../providers/provider"
import type { Channel } from "../../../types/common"
import type { EndpointChannel } from "../../profile/endpoints/endpoints"
import { recordChats } from "../chat/record"
import { recordAgreements } from "./agreements"
import { recordStops } from "./stops"
import { noteRefusal, recordReports } from "./record"

export type Received = { signed: true; known: number } | { signed: false; reason: string }

/**
 * Takes one call of a provider's webhook: proves who made it, and has written what it says when it returns.
 * @throws Error when the provider sends what it never sends; it may call again
 */
export async function receiveReports(
  db: Db,
  ids: PublicIds,
  provider: { name: string; channel: Channel; reports: ReportReader },
  request: WebhookRequest
): Promise<Received> {
  try {
    const told = await provider.reports.read(request)
    const { name, channel } = provider
    const { now } = request
    const chats = told.filter(isChat)
    const stops = told.filter((report) => report.kind === "stopped")
    const agreements = told.filter((report) => report.kind === "agreed")
    const reports = told.filter(isDelivery)
    const known =
      (await recordReports(db, ids, { provider: name, reports, now })) +
      (await recordStops(db, provider, stops)) +
      (await recordAgreements(db, agreements)) +
      (await recordChats(db, { name, channel: channel as EndpointChannel }, chats, now))
    return { signed: true, known }
  } catch (error) {
    if (!(error instanceof NotSignedError)) throw error
    await noteRefusal(db, { provider: provider.name, reason: error.message, now: request.now })
    return { signed: false, reason: error.message }
  }
}

const CHAT_KINDS = ["joined", "left", "pressed"]

type Report = DeliveryReport | StopReport | AgreeReport | ChatReport

function isChat(report: Report): report is ChatReport {
  return CHAT_KINDS.includes(report.kind)
}

function isDelivery(report: Report): report is DeliveryReport {
  return !isChat(report) && report.kind !== "stopped" && report.kind !== "agreed"
}
