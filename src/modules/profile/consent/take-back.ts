import { type Db, execute, query } from "../../../lib/db"
import { CHANNELS, type ConsentState, type Iso } from "../../../types/common"
import { peopleNow } from "../identity/people-now"
import { REFRESH_SUBSCRIBED, TAKE_CONSENTS_BACK } from "../sql/consent"
import { markSegmentsDirty } from "../sync/dirty"

/** A consent that was written, and what stood there before. */
export type WrittenConsent = {
  profileId: number
  channel: string
  topic: string
  state: ConsentState
  at: Iso
  before: { state: ConsentState; since: Iso } | null
}

/** Takes consents back that were written by mistake, as far as the person has said nothing since; the log keeps both. */
export async function takeConsentsBack(
  db: Db,
  written: WrittenConsent[],
  actor: string | null,
  now: Date
): Promise<void> {
  const nowIs = await peopleNow(
    db,
    written.map(({ profileId }) => profileId)
  )
  const rows = written.map(({ before, profileId, ...one }) => ({
    ...one,
    profile_id: nowIs(profileId),
    old_state: before?.state ?? null,
    old_since: before?.since ?? null,
  }))
  const taken = await query<{ profile_id: number }>(db, TAKE_CONSENTS_BACK, {
    rows: JSON.stringify(rows),
    actor,
    now,
  })
  const profiles = [...new Set(taken.map((row) => row.profile_id))]
  await execute(db, REFRESH_SUBSCRIBED, { profiles, channels: [...CHANNELS] })
  await markSegmentsDirty(db, profiles)
}
