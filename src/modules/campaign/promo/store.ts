import { addDays } from "date-fns"
import { type Db, execute, query } from "../../../lib/db"
import type { GivenCode, PromoStep } from "../../../types/campaign-errand"
import type { Errand } from "../errand/store"
import {
  CODES_OF_PROFILE,
  CODES_TO_END,
  END_CODES,
  INSERT_CODES,
  NOTE_REDEEMED,
} from "../sql/promo"

/** Codes ended in one go. */
const BATCH = 200
/** Codes of one person that are told of. */
const SHOWN = 50

/** A code that was made for an errand, as a promotion of the shop. */
export type MadeCode = { errand: Errand<PromoStep>; code: string; promotion_id: string }
export type CodeToEnd = { errand_id: number; promotion_id: string; ended_by: string }

/** Until when a code given now can be used; null for good. */
export function expiryOf({ days }: PromoStep, now: Date): Date | null {
  return days === null ? null : addDays(now, days)
}

/** Writes down codes that were given, in the caller's transaction. */
export async function saveCodes(trx: Db, made: MadeCode[], now: Date): Promise<void> {
  const column = <Value>(of: (one: Errand<PromoStep>) => Value) =>
    made.map(({ errand }) => of(errand))
  await execute(trx, INSERT_CODES, {
    errands: column(({ id }) => id),
    campaigns: column(({ campaign_id }) => campaign_id),
    versions: column(({ version }) => version),
    steps: column(({ step }) => step),
    enrollments: column(({ enrollment_id }) => enrollment_id),
    profiles: column(({ profile_id }) => profile_id),
    codes: made.map(({ code }) => code),
    promotions: made.map(({ promotion_id }) => promotion_id),
    issued: column(() => now),
    expires: column(({ settings }) => expiryOf(settings, now)),
    on_exit: column(({ settings }) => settings.revoke_on_exit),
    on_refund: column(({ settings }) => settings.revoke_on_refund),
  })
}

/** Notes codes that were used, and finds unused ones whose time is over or that are to be taken back. */
export async function codesToEnd(db: Db, now: Date): Promise<CodeToEnd[]> {
  await execute(db, NOTE_REDEEMED)
  return query<CodeToEnd>(db, CODES_TO_END, { now, limit: BATCH })
}

/** Writes down that codes can be used no longer. */
export async function endCodes(db: Db, codes: CodeToEnd[], now: Date): Promise<void> {
  await execute(db, END_CODES, {
    now,
    errands: codes.map(({ errand_id }) => errand_id),
    ended_by: codes.map(({ ended_by }) => ended_by),
  })
}

type Row = Omit<GivenCode, "campaign" | "issued_at" | "expires_at" | "redeemed_at"> & {
  campaign_id: string
  campaign_name: string
  issued_at: Date
  expires_at: Date | null
  redeemed_at: Date | null
}

/** The latest codes that campaigns gave to a person, and what became of them. */
export async function codesOf(db: Db, profile: number, now: Date): Promise<GivenCode[]> {
  const rows = await query<Row>(db, CODES_OF_PROFILE, { profile, now, limit: SHOWN })
  return rows.map(({ campaign_id, campaign_name, ...row }) => ({
    ...row,
    campaign: { id: campaign_id, name: campaign_name },
    issued_at: row.issued_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    redeemed_at: row.redeemed_at?.toISOString() ?? null,
  }))
}
