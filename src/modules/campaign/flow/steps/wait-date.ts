import { type Db, query } from "../../../../lib/db"
import { zonedInstant } from "../../../../lib/zoned-time"
import type { CampaignStep } from "../../../../types/campaign"
import { isDay } from "../../../profile/fields/coerce"
import { DAYS_OF } from "../../sql/errand"

const DAY_MS = 86_400_000

/** The moment that each person waits for; who has no date is left out. @param zone - for those whose own is not known */
export async function datesOf(
  db: Db,
  { field, offset, time }: Extract<CampaignStep, { type: "wait_date" }>,
  profiles: number[],
  zone: string
): Promise<Map<number, Date>> {
  const rows = await query<{ id: number; day: string | null; zone: string }>(db, DAYS_OF, {
    profiles,
    field,
    zone,
  })
  return new Map(
    rows.flatMap(({ id, day, zone: lives }) =>
      day && isDay(day) ? [[id, moment(day, offset, time, lives)] as const] : []
    )
  )
}

/** A time of day so many days after a day, where somebody lives. */
export function moment(day: string, offset: number, time: string, zone: string): Date {
  const shifted = new Date(Date.parse(`${day}T00:00Z`) + offset * DAY_MS)
  return zonedInstant(`${shifted.toISOString().slice(0, 10)}T${time}`, zone)
}
