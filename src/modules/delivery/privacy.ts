import { type Db, execute } from "../../lib/db"
import { type PersonalData, readStored } from "../profile/privacy/personal-data"

const OF_PERSON = `t.profile_id = any(:profiles::bigint[])`

/** Messages to somebody and what became of them. */
export function deliveryData(db: Db, profiles: number[]): Promise<PersonalData> {
  return readStored(
    db,
    [
      ["Messages", "engage_message", OF_PERSON],
      ["Opens and clicks", "engage_message_event", OF_PERSON],
      ["What messages said besides", "engage_message_facts", OF_PERSON],
      ["What messages said of the person", "engage_message_copy", OF_PERSON],
      ["Messages in the shop", "engage_in_app_message", OF_PERSON],
      ["Kept copies of messages", "engage_sandbox_mail", OF_PERSON],
    ],
    profiles
  )
}

const FORGET_MESSAGES = `
  update engage_message set provider_id = null, error = null
  where profile_id = any(:profiles::bigint[]) and (provider_id is not null or error is not null)
`
const FORGET_DETAILS = `
  update engage_message_event set detail = null where profile_id = any(:profiles::bigint[]) and detail is not null
`
const DELETE_IN_APP = `delete from engage_in_app_message where profile_id = any(:profiles::bigint[])`
const DELETE_FACTS = `delete from engage_message_facts where profile_id = any(:profiles::bigint[])`
const DELETE_SAID = `delete from engage_message_copy where profile_id = any(:profiles::bigint[])`
const DELETE_COPIES = `delete from engage_sandbox_mail where profile_id = any(:profiles::bigint[])`

/**
 * Takes what is personal away from somebody's messages; that they were sent stays, so that reports stay true. An address on the
 * list of those that must never be written to stays there: that is what the list is for.
 * @returns rows changed, by table
 */
export async function eraseMessages(db: Db, profiles: number[]): Promise<Record<string, number>> {
  await execute(db, FORGET_DETAILS, { profiles })
  return {
    engage_message: await execute(db, FORGET_MESSAGES, { profiles }),
    engage_in_app_message: await execute(db, DELETE_IN_APP, { profiles }),
    engage_message_facts: await execute(db, DELETE_FACTS, { profiles }),
    engage_message_copy: await execute(db, DELETE_SAID, { profiles }),
    engage_sandbox_mail: await execute(db, DELETE_COPIES, { profiles }),
  }
}
