import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { ANY_TOPIC, type Channel, type ConsentState } from "../../../types/common"
import type { ConsentEntry, ProfileDetail, Utm } from "../../../types/profile"
import { listTopics } from "../consent/set-consent"
import { listEndpoints } from "../endpoints/endpoints"
import { predictionState } from "../metrics/predict"
import { CONSENTS_OF } from "../sql/consent"
import { MERGED_INTO, PROFILE_OF_CUSTOMER, PROFILE_ROW } from "../sql/read"
import { dataAsOf } from "./freshness"
import { readFields } from "./fields"
import type { OperatorFacts } from "../contact/prefixes"
import { readAssigned, readMetrics } from "./metrics"
import { type ProfileRow, toListItem } from "./row"

/** Channels whose consent the profile page always shows. */
const SHOWN_CHANNELS: Channel[] = ["email", "sms", "viber", "whatsapp", "push", "telegram"]

type DetailRow = ProfileRow & {
  gender: string | null
  birthday: string | null
  age: number | null
  language: string | null
  postal_code: string | null
  registered_at: Date | null
  source: string | null
  utm_source: string | null
  utm_medium: string | null
  utm_campaign: string | null
  last_utm: Utm | null
  email_status: "valid" | "invalid" | "missing"
  email_provider: string | null
  email_reason: string | null
  raw_email: string | null
  phone_status: "valid" | "invalid" | "missing"
  phone_type: string | null
  phone_reason: string | null
  raw_phone: string | null
  email_invalid_at: Date | null
  phone_invalid_at: Date | null
  suggested_email: string | null
  phone_operator: string | null
  phone_operator_state: OperatorFacts["state"] | null
  region: string | null
  raw_region: string | null
  raw_city: string | null
  raw_postal_code: string | null
  time_zone: string | null
  time_zone_source: string | null
  time_zone_confidence: number
  customer_ids: string[] | null
}

export type DetailContext = { now: Date; zone: string; currency: string }

/** Everything the profile module knows of one person; `undefined` when there is no such profile. */
export async function readProfile(
  db: Db,
  id: number,
  context: DetailContext
): Promise<Omit<ProfileDetail, "segments" | "audiences" | "tags"> | undefined> {
  const { now, zone, currency } = context
  const row = await queryOne<DetailRow>(db, PROFILE_ROW, { id, now, zone })
  if (!row) return undefined
  const [{ fields, sources }, metrics, assigned, consent, predictions, endpoints] =
    await Promise.all([
      readFields(db, id),
      readMetrics(db, id, context),
      readAssigned(db, id),
      readConsents(db, id),
      predictionState(db),
      listEndpoints(db, id),
    ])
  const known = [
    row.first_name,
    row.last_name,
    row.email,
    row.phone,
    row.gender,
    row.birthday,
    row.language,
    row.city,
  ].concat(fields.map((field) => (field.value === null ? null : field.key)))
  return {
    ...toListItem(row, await publicIds(db), currency),
    first_name: row.first_name,
    last_name: row.last_name,
    gender: row.gender,
    birthday: row.birthday,
    age: row.age,
    language: row.language,
    postal_code: row.postal_code,
    registered_at: row.registered_at?.toISOString() ?? null,
    source: row.source,
    utm: { source: row.utm_source, medium: row.utm_medium, campaign: row.utm_campaign },
    last_utm: row.last_utm ?? { source: null, medium: null, campaign: null },
    completeness: Math.round((known.filter(Boolean).length / known.length) * 100),
    fields,
    sources,
    assigned,
    predictions: predictions?.state ?? "pending",
    contact: {
      email: {
        value: row.email,
        raw: row.raw_email,
        status: row.email_status,
        reason: row.email_reason,
        invalid_since: row.email_invalid_at?.toISOString() ?? null,
        suggestion: row.suggested_email,
        detail: row.email_provider,
      },
      phone: {
        value: row.phone,
        raw: row.raw_phone,
        status: row.phone_status,
        reason: row.phone_reason,
        invalid_since: row.phone_invalid_at?.toISOString() ?? null,
        suggestion: null,
        detail: row.phone_type,
      },
    },
    operator: row.phone_operator_state && {
      name: row.phone_operator,
      state: row.phone_operator_state,
    },
    region: row.region,
    address_as_given: {
      city: row.raw_city,
      region: row.raw_region,
      postal_code: row.raw_postal_code,
    },
    time_zone: {
      value: row.time_zone ?? zone,
      source: row.time_zone_source ?? "shop",
      confidence: row.time_zone_confidence,
    },
    customer_ids: row.customer_ids ?? [],
    endpoints,
    metrics,
    consent,
    data_as_of: await dataAsOf(db),
  }
}

/** The profile that stands for `id` today: itself, or the one that it was merged into. */
export async function livingProfile(db: Db, id: number): Promise<number> {
  return (await queryOne<{ id: number }>(db, MERGED_INTO, { id }))?.id ?? id
}

/** The number of the profile that a Medusa customer belongs to. */
export async function profileOfCustomer(db: Db, customer: string): Promise<number | undefined> {
  return (await queryOne<{ id: number }>(db, PROFILE_OF_CUSTOMER, { customer }))?.id
}

/** What is stored, and "none" for the rest of the grid of shown channels and topics. */
async function readConsents(db: Db, id: number): Promise<ConsentEntry[]> {
  const stored = await query<{
    channel: Channel
    topic: string
    state: ConsentState
    since: Date
    method: string
    proof: ConsentEntry["proof"]
    frequency: ConsentEntry["frequency"]
  }>(db, CONSENTS_OF, { profile: id })
  const said = new Set(stored.map(({ topic }) => topic))
  const open = (await listTopics(db)).filter(({ key, archived }) => !archived || said.has(key))
  const topics = [{ key: ANY_TOPIC, name: "All messages" }, ...open]
  const channels = [...new Set([...SHOWN_CHANNELS, ...stored.map((row) => row.channel)])]
  return channels.flatMap((channel) =>
    topics.map(({ key, name }) => {
      const row = stored.find((s) => s.channel === channel && s.topic === key)
      return {
        channel,
        topic: key,
        topic_name: name,
        state: row?.state ?? "none",
        since: row?.since.toISOString() ?? null,
        method: row?.method ?? null,
        proof: row?.proof ?? null,
        frequency: row?.frequency ?? "every",
      }
    })
  )
}
