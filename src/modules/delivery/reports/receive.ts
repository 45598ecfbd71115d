import type { Db } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import { NotSignedError, type ReportReader, type WebhookRequest } from "../../../providers/provider"
import { noteRefusal, recordReports } from "./record"

export type Received = { signed: true; known: number } | { signed: false; reason: string }

/**
 * Takes one call of a provider's webhook: proves who made it, and has written what it says when it returns.
 * @throws Error when the provider sends what it never sends; it may call again
 */
export async function receiveReports(
  db: Db,
  ids: PublicIds,
  provider: { name: string; reports: ReportReader },
  request: WebhookRequest
): Promise<Received> {
  try {
    const reports = await provider.reports.read(request)
    const known = await recordReports(db, ids, {
      provider: provider.name,
      reports,
      now: request.now,
    })
    return { signed: true, known }
  } catch (error) {
    if (!(error instanceof NotSignedError)) throw error
    await noteRefusal(db, { provider: provider.name, reason: error.message, now: request.now })
    return { signed: false, reason: error.message }
  }
}
