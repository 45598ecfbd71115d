import { type Db, query, queryOne } from "../../../lib/db"
import { moneyWriter } from "../../../lib/money"
import { wallTime } from "../../../lib/zoned-time"
import type { Digest, DigestFacts, DigestSettings } from "../../../types/digest"
import { readState, writeState } from "../../profile/state"
import { CONSENT, GROWTH, SENT, TRADE } from "../sql/digest"
import { digestLines } from "./lines"
import { lastWeek, type Week } from "./week"

const MONDAY = 1
/** A segment has to change by so many people to be spoken of. */
const LEAST = 5
/** From this hour of the shop's day on people are told. */
const MORNING = 7

export type DigestContext = { now: Date; zone: string; currency: string }
type Kept = { digest: Digest; currency: string }

/** When it is made and who is told; on Mondays and into the feed until somebody says otherwise. */
export async function digestSettings(db: Db): Promise<DigestSettings> {
  const kept = await readState<DigestSettings>(db, "digest_settings")
  return kept ?? { day: MONDAY, feed: true, emails: [] }
}

export async function saveDigestSettings(db: Db, settings: DigestSettings): Promise<void> {
  await writeState(db, "digest_settings", settings)
}

/** What changed in the last full week. It is counted once and then stays as it was told. */
export async function readDigest(db: Db, context: DigestContext): Promise<Digest> {
  const { now, zone, currency } = context
  const { day } = await digestSettings(db)
  const week = lastWeek(now, day, zone)
  const kept = await readState<Kept>(db, "digest")
  if (kept?.digest.until === week.until.toISOString() && kept.currency === currency)
    return kept.digest
  const digest: Digest = {
    from: week.from.toISOString(),
    until: week.until.toISOString(),
    lines: digestLines(await factsOf(db, week), moneyWriter(currency)),
  }
  await writeState(db, "digest", { digest, currency } satisfies Kept)
  return digest
}

/** The digest that people are still to be told of, once it is morning in the shop; `null` when there is none. */
export async function untoldDigest(db: Db, context: DigestContext): Promise<Digest | null> {
  const settings = await digestSettings(db)
  if (!settings.feed && !settings.emails.length) return null
  if (Number(wallTime(context.now, context.zone).slice(11, 13)) < MORNING) return null
  const digest = await readDigest(db, context)
  const told = await readState<string>(db, "digest_told")
  return digest.lines.length && told !== digest.until ? digest : null
}

/** Remembers that people have been told. */
export async function markTold(db: Db, digest: Digest): Promise<void> {
  await writeState(db, "digest_told", digest.until)
}

async function factsOf(db: Db, week: Week): Promise<DigestFacts> {
  const [trade, consent, segments, sent] = await Promise.all([
    queryOne<DigestFacts["trade"]>(db, TRADE, week),
    query<DigestFacts["consent"][number]>(db, CONSENT, week),
    query<DigestFacts["segments"][number]>(db, GROWTH, { ...week, least: LEAST }),
    queryOne<DigestFacts["sent"]>(db, SENT, week),
  ])
  return { trade: trade!, consent, segments, sent: sent! }
}
