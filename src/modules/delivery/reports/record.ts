import { type Db, execute, query } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import { onePer, Together } from "../../../lib/together"
import { wake } from "../../../lib/wake"
import type { BounceClass, DeliveryReport } from "../../../providers/provider"
import type { Channel } from "../../../types/common"
import {
  type BounceReport,
  isAddressed,
  recordBounces,
  recordDelivered,
} from "../../profile/quality/bounce"
import { tell } from "../../profile/news/news"
import { type MessageKey, openMessageToken } from "../message/token"
import { RECOUNT } from "../sql/engine"
import { CHUNKS_OF, NOTE_REFUSAL, NOTE_REPORT, RECORD_REPORTS } from "../sql/reports"

const MAX_DETAIL = 500
/** Of one transaction. */
const REPORTS_AT_ONCE = 2_000
/** Reached by a phone number that may well be right although nobody has the app there. */
const APPS: Channel[] = ["viber", "whatsapp"]

type News = {
  run_id: number
  profile_id: number
  pass: number
  channel: Channel
  bounces: boolean
  delivers: boolean
  was_uncertain: boolean
  bounce: { class: Exclude<BounceClass, "ignore">; code: string | null; text: string } | null
  bounced_at: Date | null
  delivered_at: Date | null
}

type KeyedReport = { key: MessageKey; report: DeliveryReport }
type ReportCall = { provider: string; reports: KeyedReport[]; now: Date }

/**
 * Writes what a provider reports about messages of ours, and has the addresses judged anew by it. A report without a
 * valid token is dropped: nobody can have an address suppressed by naming it.
 * @returns how many reports were about messages of ours
 */
export async function recordReports(
  db: Db,
  ids: PublicIds,
  input: { provider: string; reports: DeliveryReport[]; now: Date }
): Promise<number> {
  const { provider, now } = input
  const reports = input.reports.flatMap((report): KeyedReport[] => {
    const key = openMessageToken(ids, report.token)
    const says = report.kind !== "bounced" || report.class !== "ignore"
    return key && says ? [{ key, report }] : []
  })
  await writerOf(db).do({ provider, now, reports })
  return reports.length
}

/** Providers call thousands of times a second, some of them for each message: what comes together is written together. */
const writerOf = onePer(
  (db: Db) =>
    new Together((calls: ReportCall[]) => writeCalls(db, calls), {
      most: REPORTS_AT_ONCE,
      size: ({ reports }) => reports.length,
    })
)

async function writeCalls(db: Db, calls: ReportCall[]): Promise<void[]> {
  const told = [...new Set(calls.map(({ provider }) => provider))].map((provider) => {
    const own = calls.filter((call) => call.provider === provider)
    return { provider, now: own[own.length - 1].now, reports: own.flatMap((call) => call.reports) }
  })
  for (const call of told) await execute(db, NOTE_REPORT, call)
  await db.transaction(async (trx) => {
    for (const call of told) if (call.reports.length) await write(trx, call)
  })
  return calls.map(() => undefined)
}

async function write(trx: Db, { provider, reports, now }: ReportCall): Promise<void> {
  const news = await query<News>(trx, RECORD_REPORTS, { provider, ...columns(reports, now) })
  await recount(trx, news)
  await judgeAddresses(trx, news)
  await tellDelivered(trx, news, now)
}

async function tellDelivered(trx: Db, news: News[], now: Date): Promise<void> {
  const runs = new Map<number, [number, number][]>()
  for (const { delivers, run_id, profile_id, pass } of news)
    if (delivers) runs.set(run_id, [...(runs.get(run_id) ?? []), [profile_id, pass]])
  for (const [run_id, messages] of runs)
    await tell(trx, "message.delivered", now, { run_id, messages })
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

/** What came back counts against the address, unless it was the sender's doing; what arrived counts for it. */
async function judgeAddresses(db: Db, news: News[]): Promise<void> {
  const bounced = news.flatMap(
    ({ profile_id, channel, bounces, bounce, bounced_at: at }): BounceReport[] => {
      const ofAddress = isAddressed(channel) && !APPS.includes(channel)
      if (!bounces || !bounce || !at || bounce.class === "sender" || !ofAddress) return []
      const reason = bounce.text || bounce.code || "the provider gave no reason"
      return [{ profileId: profile_id, channel, kind: bounce.class, reason, at }]
    }
  )
  const delivered = news.flatMap(({ profile_id, channel, delivered_at: at }) =>
    at ? [{ profileId: profile_id, channel, at }] : []
  )
  const counted = await recordBounces(db, bounced)
  const cleared = await recordDelivered(db, delivered)
  if (counted || cleared) await wake(db, "engage_sync")
}
