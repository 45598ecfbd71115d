import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import { type ClosedDays, NEVER_CLOSED } from "../../../lib/zoned-time"
import type { HolidayPlace, HolidaySettings } from "../../../types/calendar"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { readState, writeState } from "../../profile/state"
import { isHoliday } from "./holidays"
import { countries, regionsOf } from "./public-days"

const KEY = "holidays"
const NONE: HolidaySettings = { places: [], own: [] }

/** Which days the shop keeps as holidays; none until somebody says so. */
export async function readHolidays(db: Db): Promise<HolidaySettings> {
  return (await readState<HolidaySettings>(db, KEY)) ?? NONE
}

/**
 * Sets all of them.
 * @throws MedusaError `invalid_data` naming a country or region that is not known, or days that end before they begin
 */
export async function saveHolidays(db: Db, { places, own }: HolidaySettings): Promise<void> {
  for (const place of places) assertKnown(place)
  for (const { name, from, to } of own)
    if (to < from) refuse(`own: "${name}" ends before it begins: let it end on ${from} or later`)
  const once = new Map(places.map((place) => [`${place.country} ${place.region}`, place]))
  const sorted = [...own].sort((a, b) => a.from.localeCompare(b.from))
  await writeState(db, KEY, { places: [...once.values()], own: sorted })
}

/** The days on which the shop's holidays keep it from writing. */
export async function closedDays(db: Db): Promise<ClosedDays> {
  const settings = await readHolidays(db)
  return (day) => isHoliday(settings, day)
}

/** {@link closedDays} for the waits of a campaign; nothing is read for one that does not mind them. */
export async function closedFor(db: Db, { graph }: CampaignPlan): Promise<ClosedDays> {
  const minds = Object.values(graph.steps).some(
    (step) => (step.type === "wait" || step.type === "wait_until") && step.skip_holidays
  )
  return minds ? closedDays(db) : NEVER_CLOSED
}

function assertKnown({ country, region }: HolidayPlace): void {
  if (!countries().some(({ code }) => code === country))
    refuse(
      `places: the holidays of ${country} are not known; leave it out, or add them as own days`
    )
  if (region !== null && !regionsOf(country).some(({ code }) => code === region))
    refuse(`places: ${country} has no region ${region} with holidays of its own`)
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
