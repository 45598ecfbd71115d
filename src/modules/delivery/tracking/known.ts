import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { onePer, Together } from "../../../lib/together"
import type { MessageFacts } from "../../content/render/facts"
import { loadRecipients, type Recipient } from "../../content/render/recipient"
import { readSettings } from "../../profile/sync/settings"
import { factsOf } from "../message/facts"
import type { MessageKey } from "../message/token"

/** What a link can say that is not the same for everybody. */
export type Known = { person: Recipient | undefined; facts: MessageFacts; currency: string }
type Asked = { key: MessageKey; options: EngageOptions }

/**
 * What is known of the person and the message of a personal link. Whoever clicks at the same time is looked up together, so
 * that a flood of clicks takes few statements and leaves the database to the others.
 */
export function knownOf(db: Db, asked: Asked): Promise<Known> {
  return lookUp(db).do(asked)
}

const lookUp = onePer((db: Db) => new Together((asked: Asked[]) => find(db, asked)))

async function find(db: Db, asked: Asked[]): Promise<Known[]> {
  const profiles = [...new Set(asked.map(({ key }) => key.profileId))]
  const people = { sql: `select unnest(:profiles::bigint[]) as profile_id`, params: { profiles } }
  const found = await loadRecipients(db, people, { lastOrder: true, promoCode: true })
  const byNumber = new Map(found.map((person) => [person.profile_id, person]))
  const facts = await factsOf(
    db,
    asked.map(({ key }) => key)
  )
  const { currency } = await readSettings(db, asked[0].options)
  return asked.map(({ key }, i) => ({
    person: byNumber.get(key.profileId),
    facts: facts[i],
    currency,
  }))
}
