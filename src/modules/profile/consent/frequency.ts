import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { ANY_TOPIC, type Channel, type Frequency } from "../../../types/common"
import { FORGET_FREQUENCIES, FREQUENCY_OF, WRITE_FREQUENCIES } from "../sql/frequency"

/** How often a person wants to hear about some topics on a channel; topics that are not named stay as they are. */
export type FrequencyChoice = {
  profileId: number
  channel: Channel
  frequencies: ReadonlyMap<string, Frequency>
  /** How it was chosen, e.g. `preference_page`, `staff`. */
  method: string
  actor?: string | null
  at: Date
}

/**
 * Records how often a person wants to hear about topics.
 * @throws MedusaError `invalid_data` for a channel as a whole: how often is a matter of topics
 */
export async function setFrequencies(
  db: Db,
  { profileId, channel, frequencies, method, actor = null, at }: FrequencyChoice
): Promise<void> {
  if (frequencies.has(ANY_TOPIC)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "frequency: how often is chosen for a topic; name one"
    )
  }
  const params = {
    profile: profileId,
    channel,
    topics: [...frequencies.keys()],
    frequencies: [...frequencies.values()],
  }
  await db.transaction(async (trx) => {
    await execute(trx, WRITE_FREQUENCIES, { ...params, method, actor, at })
    await execute(trx, FORGET_FREQUENCIES, params)
  })
}

/** How often a person wants to hear about a topic on a channel. */
export async function frequencyOf(
  db: Db,
  at: { profileId: number; channel: Channel; topic: string }
): Promise<Frequency> {
  const row = await queryOne<{ frequency: Frequency }>(db, FREQUENCY_OF, {
    profile: at.profileId,
    channel: at.channel,
    topic: at.topic,
  })
  return row?.frequency ?? "every"
}
