import type { Db } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import { NotSignedError, type ReportReader, type WebhookRequest } from "../../../providers/provider"
import type { Channel } from "../../../types/common"
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
    const reports = told.filter((report) => report.kind !== "stopped")
    const { name } = provider
    const known = await recordReports(db, ids, { provider: name, reports, now: request.now })
    const stops = told.filter((report) => report.kind === "stopped")
    return { signed: true, known: known + (await recordStops(db, provider, stops)) }
  } catch (error) {
    if (!(error instanceof NotSignedError)) throw error
    await noteRefusal(db, { provider: provider.name, reason: error.message, now: request.now })
    return { signed: false, reason: error.message }
  }
}
