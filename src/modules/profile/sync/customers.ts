import { type Db, execute, query } from "../../../lib/db"
import type { Channel, ConsentState } from "../../../types/common"
import { ANY_TOPIC } from "../../../types/common"
import { writeConsents } from "../consent/set-consent"
import {
  AFFECTED_PROFILES,
  ASSIGN_TARGETS,
  CUSTOMER_FACTS,
  DROP_DELETED_IDENTITIES,
  INSERT_EMAIL_IDENTITIES,
  KEEP_RENAMED,
  MATCH_CUSTOMERS,
  MOVE_PURCHASES,
  UPSERT_CUSTOMER_IDENTITIES,
} from "../shop/customers"
import { CUSTOMER_FIELDS } from "../shop/metadata"
import { LOG_FACTS, NEW_OPT_INS, RELEASE_PROFILES, UPSERT_PROFILES, UPSERT_RAW } from "../sql/facts"
import { MARK_AFFECTED_DIRTY, TAKE_PENDING_CONSENTS } from "../sql/sync"
import { withPulled } from "./pulled"
import type { SyncSettings } from "./settings"
import { writeShopEvents } from "./visits"

/**
 * Brings the profiles of some Medusa customers in line with the shop, inside the caller's transaction. Works for new,
 * changed, renamed, deleted and vanished customers alike.
 */
export async function syncCustomers(db: Db, ids: string[], settings: SyncSettings): Promise<void> {
  if (!ids.length) return
  await withPulled(db, ids, ["matched", "affected", "facts", "pending_consent"], async () => {
    await execute(db, MATCH_CUSTOMERS)
    for (const statement of [
      KEEP_RENAMED,
      ASSIGN_TARGETS,
      INSERT_EMAIL_IDENTITIES,
      UPSERT_CUSTOMER_IDENTITIES,
      DROP_DELETED_IDENTITIES,
      MOVE_PURCHASES,
      AFFECTED_PROFILES,
      `analyze affected`,
    ]) {
      await execute(db, statement)
    }
    await execute(db, CUSTOMER_FACTS, metadataKeys(settings))
    for (const statement of [
      LOG_FACTS,
      UPSERT_RAW,
      UPSERT_PROFILES,
      RELEASE_PROFILES,
      CUSTOMER_FIELDS,
      MARK_AFFECTED_DIRTY,
    ]) {
      await execute(db, statement)
    }
    await applyOptIns(db)
    await writeShopEvents(db, "customer", new Date())
  })
}

async function applyOptIns(db: Db): Promise<void> {
  await execute(
    db,
    `create temp table pending_consent (profile_id bigint, channel text, state text, method text, at text) on commit drop`
  )
  await execute(db, NEW_OPT_INS)
  const pending = await query<{
    profile_id: string
    channel: Channel
    state: ConsentState
    method: string
    at: string | null
  }>(db, TAKE_PENDING_CONSENTS)
  const now = new Date()
  const changes = pending.map((row) => ({
    ...row,
    profileId: Number(row.profile_id),
    topic: ANY_TOPIC,
    at: pastInstant(row.at, now),
  }))
  await writeConsents(db, changes, { actor: "shop" })
}

/** When the shop says that consent was given; a text that is no date, or a day to come, counts as now. */
function pastInstant(text: string | null, now: Date): Date {
  const at = new Date(text ?? NaN)
  return at.getTime() <= now.getTime() ? at : now
}

function metadataKeys({ options }: SyncSettings): Record<string, string> {
  const keys = options.customerMetadata
  return {
    birthday: keys.birthday,
    gender: keys.gender,
    language: keys.language,
    time_zone: keys.timeZone,
    email_opt_in: keys.emailOptIn,
    sms_opt_in: keys.smsOptIn,
    consent_at: keys.consentAt,
    consent_source: keys.consentSource,
    utm_source: keys.utmSource,
    utm_medium: keys.utmMedium,
    utm_campaign: keys.utmCampaign,
  }
}
