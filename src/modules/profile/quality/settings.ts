import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { QualityRule, QualitySettings } from "../../../types/quality"
import { readState, writeState } from "../state"

const KEY = "quality_settings"

/** What a shop that has not said otherwise gets: everything on, three messages that came back within 30 days. */
const DEFAULT_QUALITY: QualitySettings = {
  phone: true,
  email: true,
  address: true,
  time_zone: true,
  operator: true,
  provider: true,
  invalid_email: true,
  invalid_phone: true,
  soft_bounce: true,
  typo: true,
  soft_bounce_count: 3,
  soft_bounce_days: 30,
}

/** Which rules this shop has on. */
export async function readQualitySettings(db: Db): Promise<QualitySettings> {
  return { ...DEFAULT_QUALITY, ...(await readState<Partial<QualitySettings>>(db, KEY)) }
}

/** Changes some of them. They count for what is read from now on; a repair applies them to everybody. */
async function writeQualitySettings(
  db: Db,
  change: Partial<QualitySettings>
): Promise<QualitySettings> {
  const settings = { ...(await readQualitySettings(db)), ...change }
  await writeState(db, KEY, settings)
  return settings
}

/**
 * Switches a rule on or off, or changes the ladder of soft bounces.
 * @throws MedusaError `invalid_data` when another rule is given a ladder
 */
export async function changeRule(
  db: Db,
  rule: QualityRule,
  { enabled, count, days }: { enabled?: boolean; count?: number; days?: number }
): Promise<void> {
  if (rule !== "soft_bounce" && (count !== undefined || days !== undefined))
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${rule}: only soft_bounce has a count and days`
    )
  await writeQualitySettings(db, {
    ...(enabled !== undefined && { [rule]: enabled }),
    ...(count !== undefined && { soft_bounce_count: count }),
    ...(days !== undefined && { soft_bounce_days: days }),
  })
}
