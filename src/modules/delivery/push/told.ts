import { type Db, execute } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { openMessageToken } from "../message/token"
import { ARRIVED } from "../sql/tracking"
import { recordEvent } from "../tracking/record"

/** What a device tells of a message: it showed it, the person pressed it, or closed it. */
export const DEVICE_ACTIONS = ["shown", "opened", "dismissed"] as const
export type DeviceAction = (typeof DEVICE_ACTIONS)[number]

/**
 * Notes what a device did with a message: shown is delivered.
 * @returns whether there is such a message
 */
export async function noteOnDevice(
  db: Db,
  token: string,
  action: DeviceAction,
  now: Date
): Promise<boolean> {
  const key = openMessageToken(await publicIds(db), token)
  if (!key) return false
  if (action !== "shown") await recordEvent(db, key, { kind: action, verdict: "human", now })
  const { runId, profileId, pass } = key
  await execute(db, ARRIVED, { now, runs: [runId], profiles: [profileId], passes: [pass] })
  return true
}
