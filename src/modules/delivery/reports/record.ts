import { type Db, execute, query } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import type { BounceClass, DeliveryReport } from "../../../providers/provider"
import { type MessageKey, openMessageToken } from "../message/token"
import { RECOUNT } from "../sql/engine"
import { CHUNKS_OF, NOTE_REFUSAL, NOTE_REPORT, RECORD_REPORTS } from "../sql/reports"

const MAX_DETAIL = 500

/** A bounce that was not known before. */
export type NewBounce = {
  profileId: number
  channel: string
  class: Exclude<BounceClass, "ignore">
  code: string | null
  text: string
  at: Date
}

type News = {
  run_id: number
  profile_id: number
  channel: string
  bounces: boolean
  was_uncertain: boolean
  bounce: { class: NewBounce["class"]; code: string | null; text: string } | null
  bounced_at: Date | null
}

type KeyedReport = { key: MessageKey; report: DeliveryReport }

/**
 * Writes what a provider reports about messages of ours. A report without a valid token is dropped: nobody can have
 * an address suppressed by naming it.
 * @returns how many reports were about messages of ours, and the bounces that are news
 */
export async function recordReports(
  db: Db,
  ids: PublicIds,
  input: { provider: string; reports: DeliveryReport[]; now: Date }
): Promise<{ known: number; bounces: NewBounce[] }> {
  const { provider, reports, now } = input
  await execute(db, NOTE_REPORT, { provider, now })
  const ours = reports.flatMap((report): KeyedReport[] => {
    const key = openMessageToken(ids, report.token)
    const says = report.kind !== "bounced" || report.class !== "ignore"
    return key && says ? [{ key, report }] : []
  })
  if (!ours.length) return { known: 0, bounces: [] }
  const news = await db.transaction(async (trx) => {
    const found = await query<News>(trx, RECORD_REPORTS, { provider, ...columns(ours, now) })
    await recount(trx, found)
    return found
  })
  return { known: ours.length, bounces: news.flatMap(toBounce) }
}

/** Somebody called a provider's webhook and could not prove to be the provider. */
export async function noteRefusal(
  db: Db,
  refusal: { provider: string; reason: string; now: Date }
): Promise<void> {
  await execute(db, NOTE_REFUSAL, { ...refusal, reason: refusal.reason.slice(0, MAX_DETAIL) })
}

function columns(ours: KeyedReport[], now: Date) {
  return {
    runs: ours.map(({ key }) => key.runId),
    profiles: ours.map(({ key }) => key.profileId),
    passes: ours.map(({ key }) => key.pass),
    kinds: ours.map(({ report }) => report.kind),
    classes: ours.map(({ report }) => (report.kind === "bounced" ? report.class : null)),
    codes: ours.map(({ report }) => report.code),
    details: ours.map(({ report }) => report.detail.replaceAll("\0", "").slice(0, MAX_DETAIL)),
    times: ours.map(({ report }) => timeOf(report, now)),
  }
}

/** A provider's clock may be wrong, and its dates no dates; the future is never believed. */
function timeOf({ at }: DeliveryReport, now: Date): Date {
  return Number.isNaN(at.getTime()) || at > now ? now : at
}

async function recount(db: Db, news: News[]): Promise<void> {
  const closed = news.filter(({ was_uncertain }) => was_uncertain)
  if (!closed.length) return
  const chunks = await query<{ id: number }>(db, CHUNKS_OF, {
    runs: closed.map(({ run_id }) => run_id),
    profiles: closed.map(({ profile_id }) => profile_id),
  })
  await execute(db, RECOUNT, { ids: chunks.map(({ id }) => id) })
}

function toBounce({ profile_id, channel, bounces, bounce, bounced_at }: News): NewBounce[] {
  if (!bounces || !bounce || !bounced_at) return []
  return [{ profileId: profile_id, channel, ...bounce, at: bounced_at }]
}
