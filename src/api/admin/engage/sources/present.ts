import type { EngageOptions } from "../../../../lib/options"
import type { PublicIds } from "../../../../lib/public-id"
import type { RequestRow, SourceRow } from "../../../../modules/profile/sources/store"
import type { InboundSource, SourceRequest } from "../../../../types/event"

const REQUEST_ID = "call"

/** A source as the API gives it: without its secret. */
export function presentSource(row: SourceRow, { publicUrl }: EngageOptions): InboundSource {
  return {
    id: row.id,
    name: row.name,
    url: `${publicUrl.replace(/\/+$/, "")}/engage/in/${row.id}`,
    active: row.active,
    secret_hint: row.secret.slice(-4),
    mapping: row.mapping,
    requests: row.requests,
    last_request_at: row.last_request_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  }
}

/** A call of a source as the API gives it. */
export function presentRequest(row: RequestRow, ids: PublicIds): SourceRequest {
  return {
    id: ids.seal(REQUEST_ID, row.id),
    at: row.at.toISOString(),
    body: row.body,
    accepted: row.accepted,
    duplicates: row.duplicates,
    rejected: row.rejected,
    replay_of: row.replay_of === null ? null : ids.seal(REQUEST_ID, row.replay_of),
  }
}

/** The number behind the id of a call. @throws MedusaError `not_found` */
export function requestNumber(ids: PublicIds, id: string): number {
  return ids.openOne(REQUEST_ID, id, "Call")
}
