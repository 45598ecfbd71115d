import { type Db, query } from "../../../lib/db"
import type { AgreeReport } from "../../../providers/provider"
import { ANY_TOPIC } from "../../../types/common"
import { setConsent } from "../../profile/consent/set-consent"
import { invited } from "../chat/invitation"
import { PEOPLE_AT } from "../sql/reports"

/** Shows in the consent log that a link was followed. */
const TEXT_VERSION = "link"

/**
 * Has whoever wrote what stood in a link of theirs get messages on the channel: if they wrote from the number that the shop
 * knows, because that is where messages go.
 * @returns how many of them did
 */
export async function recordAgreements(db: Db, agreements: AgreeReport[]): Promise<number> {
  let known = 0
  for (const { address, channel, invitation, at } of agreements) {
    const guest = await invited(db, invitation)
    const people = await query<{ id: number }>(db, PEOPLE_AT, { channel, address })
    const profileId = people.find(({ id }) => id === guest?.profileId)?.id
    if (profileId === undefined) continue
    known += 1
    await setConsent(db, {
      profileId,
      channel,
      topic: ANY_TOPIC,
      state: "subscribed",
      method: "answer",
      at,
      ip: null,
      textVersion: TEXT_VERSION,
    })
  }
  return known
}
