import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query } from "../../../lib/db"
import { inTransaction } from "../../../lib/transaction"
import {
  ANY_TOPIC,
  type Channel,
  CHANNELS,
  type ConsentState,
  type Topic,
} from "../../../types/common"
import { CONSENTS_OF, REFRESH_SUBSCRIBED, TOPICS, WRITE_CONSENT } from "../sql/consent"
import { peopleNow } from "../identity/people-now"
import { markSegmentsDirty } from "../sync/dirty"

export type ConsentChange = {
  profileId: number
  channel: Channel
  /** A key of `engage_topic`, or `*` for the channel as a whole. */
  topic: string
  state: ConsentState
  /** How it was given or taken back, e.g. `unsubscribe_link`, `staff`, `checkout`. */
  method: string
  at: Date
}

/** What proves the changes of one act. */
export type ConsentProof = {
  ip?: string | null
  /** Which wording the person saw. */
  textVersion?: string | null
  reason?: string | null
  actor?: string | null
}

/**
 * Records what a person said about one channel and topic, with its proof. Saying the same again changes nothing. Of who was
 * merged into somebody, it is that person who said so.
 * @returns whether it was news
 * @throws MedusaError `invalid_data` for an unknown channel or topic
 */
export async function setConsent(db: Db, change: ConsentChange & ConsentProof): Promise<boolean> {
  await checkTopic(db, change)
  const written = await inTransaction(db, async (trx) => {
    const nowIs = await peopleNow(trx, [change.profileId])
    return writeConsents(trx, [{ ...change, profileId: nowIs(change.profileId) }], change)
  })
  return written.length > 0
}

/**
 * Like {@link setConsent} for many people in one statement, inside the caller's transaction, which keeps them from being
 * merged meanwhile; returns who changed.
 */
export async function writeConsents(
  db: Db,
  changes: ConsentChange[],
  proof: ConsentProof
): Promise<number[]> {
  if (!changes.length) return []
  const rows = await query<{ profile_id: string }>(db, WRITE_CONSENT, {
    profiles: changes.map((c) => c.profileId),
    channels: changes.map((c) => c.channel),
    topics: changes.map((c) => c.topic),
    states: changes.map((c) => c.state),
    methods: changes.map((c) => c.method),
    times: changes.map((c) => c.at),
    ip: proof.ip ?? null,
    text_version: proof.textVersion ?? null,
    reason: proof.reason ?? null,
    actor: proof.actor ?? null,
  })
  const profiles = [...new Set(rows.map((row) => Number(row.profile_id)))]
  if (profiles.length) {
    await query(db, REFRESH_SUBSCRIBED, { profiles, channels: [...CHANNELS] })
    await markSegmentsDirty(db, profiles)
  }
  return profiles
}

/** The topics a person can choose between. */
export function listTopics(db: Db): Promise<Topic[]> {
  return query(db, TOPICS)
}

async function checkTopic(db: Db, { channel, topic }: ConsentChange): Promise<void> {
  if (!CHANNELS.includes(channel)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `channel: must be one of ${CHANNELS.join(", ")}`
    )
  }
  if (topic === ANY_TOPIC) return
  const known = (await listTopics(db)).map((t) => t.key)
  if (!known.includes(topic)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `topic: must be ${ANY_TOPIC} or one of ${known.join(", ")}`
    )
  }
}

/** What a person last said about a channel and topic; `none` when nothing is stored. */
export async function consentState(
  db: Db,
  { profileId, channel, topic }: Pick<ConsentChange, "profileId" | "channel" | "topic">
): Promise<ConsentState> {
  const stored = await query<{ channel: string; topic: string; state: ConsentState }>(
    db,
    CONSENTS_OF,
    {
      profile: profileId,
    }
  )
  return stored.find((row) => row.channel === channel && row.topic === topic)?.state ?? "none"
}
