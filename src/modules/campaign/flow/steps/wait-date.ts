import { type Db, query } from "../../../../lib/db"
import { NEVER_CLOSED, nextOpenDay, zonedInstant } from "../../../../lib/zoned-time"
import type { CampaignStep } from "../../../../types/campaign-plan"
import { isDay } from "../../../profile/fields/coerce"
import { closedDays } from "../../holidays/store"
import { DAYS_OF } from "../../sql/errand"

const DAY_MS = 86_400_000

/**
 * The moment that each person waits for, on the next other day where holidays are left out; who has no date is left out.
 * @param zone - for those whose own is not known
 */
export async function datesOf(
  db: Db,
  { field, offset, time, skip_holidays }: Extract<CampaignStep, { type: "wait_date" }>,
  profiles: number[],
  zone: string
): Promise<Map<number, Date>> {
  const rows = await query<{ id: number; day: string | null; zone: string }>(db, DAYS_OF, {
    profiles,
    field,
    zone,
  })
  const closed = skip_holidays ? await closedDays(db) : NEVER_CLOSED
  const momentOf = (day: string, lives: string) =>
    nextOpenDay(moment(day, offset, time, lives), lives, closed)
  return new Map(
    rows.flatMap(({ id, day, zone: lives }) =>
      day && isDay(day) ? [[id, momentOf(day, lives)] as const] : []
    )
  )
}

/** A time of day so many days after a day, where somebody lives. */
export function moment(day: string, offset: number, time: string, zone: string): Date {
  const shifted = new Date(Date.parse(`${day}T00:00Z`) + offset * DAY_MS)
  return zonedInstant(`${shifted.toISOString().slice(0, 10)}T${time}`, zone)
}
