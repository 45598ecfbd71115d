import { z } from "@medusajs/framework/zod"
import type { SqlFragment } from "../../../../lib/db"
import { PROMO_CODE } from "../../tables"
import { MINUTE_MS, type TriggerSource } from "../source"

/** Codes of people's own for which some moment has come. */
function codes(what: string, at: string, where: string, params: object): SqlFragment {
  return {
    sql: `
      select c.profile_id, '${what} ' || c.errand_id as key, ${at} as at,
        jsonb_build_object('code', c.code, 'expires_at', c.expires_at) as context
      from ${PROMO_CODE} c
      where c.profile_id is not null and ${at} > :since::timestamptz and ${at} <= :now::timestamptz
        and ${at} >= :live_since::timestamptz and ${where}
    `,
    params: { ...params },
  }
}

/** A campaign gives somebody a promo code of their own. */
export const promoIssued: TriggerSource<"promo_issued"> = {
  schema: {},
  every: MINUTE_MS,
  find: () => codes("promo issued", "c.issued_at", "true", {}),
}

const BEFORE_END = "c.expires_at - make_interval(days => :days)"

/** A promo code ends soon, or has just ended, and was not used. One that was withdrawn before does not count. */
export const promoUnused: TriggerSource<"promo_unused"> = {
  schema: { days: z.number().int().min(0).max(365) },
  every: MINUTE_MS,
  find: ({ days }) =>
    codes(
      "promo unused",
      BEFORE_END,
      `c.redeemed_at is null and (c.ended_at is null or c.ended_at >= ${BEFORE_END})`,
      { days }
    ),
}
