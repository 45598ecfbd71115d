import { type Db, query } from "../../../lib/db"
import type { StopReport } from "../../../providers/provider"
import { ANY_TOPIC, type Channel } from "../../../types/common"
import { setConsent } from "../../profile/consent/set-consent"
import { PEOPLE_AT } from "../sql/reports"

/** Shows in the consent log which words were answered. */
const TEXT_VERSION = "answer"

/**
 * Has everybody who is reached at an address that answered "stop" get no more on the channel.
 * @returns how many of the answers came from somebody we know
 */
export async function recordStops(
  db: Db,
  { channel: own }: { channel: Channel },
  stops: StopReport[]
): Promise<number> {
  let known = 0
  for (const { address, at, channel = own } of stops) {
    const people = await query<{ id: number }>(db, PEOPLE_AT, { channel, address })
    if (people.length) known += 1
    for (const { id } of people)
      await setConsent(db, {
        profileId: id,
        channel,
        topic: ANY_TOPIC,
        state: "unsubscribed",
        method: "answer",
        at,
        ip: null,
        textVersion: TEXT_VERSION,
      })
  }
  return known
}
