import { type Db, execute, query } from "../../../lib/db"
import type { EditableAttribute } from "../../../types/profile"
import { markSegmentsDirty } from "../sync/dirty"
import {
  DELETE_PEOPLE,
  INSERT_PEOPLE,
  INSERT_PEOPLE_IDENTITIES,
  INSERT_PEOPLE_RAW,
  NEXT_IDS,
} from "../sql/people"
import { peopleNow } from "./people-now"

/** Somebody whom the shop does not know yet. Contact values stand as they were given; loops normalise them. */
export type NewPerson = Partial<Record<EditableAttribute, string | null>> & {
  /** The person's id in another system. */
  external_id?: string | null
}

/** What brought people in, and when; of an import also which one. */
export type PeopleOrigin = { source: string; import_id: string | null; now: Date }

/**
 * Makes profiles of people who are no customers of the shop, inside the caller's transaction. Should they become customers,
 * their e-mail address joins the two.
 * @param people - nobody with an e-mail or external id that another profile has
 * @returns the profiles' numbers, in order
 */
export async function createPeople(
  db: Db,
  people: NewPerson[],
  origin: PeopleOrigin
): Promise<number[]> {
  if (!people.length) return []
  const ids = (await query<{ id: number }>(db, NEXT_IDS, { n: people.length })).map((row) => row.id)
  const rows = JSON.stringify(people.map((person, i) => ({ ...person, id: ids[i] })))
  await execute(db, INSERT_PEOPLE, { rows, ...origin })
  await execute(db, INSERT_PEOPLE_RAW, { rows })
  await execute(db, INSERT_PEOPLE_IDENTITIES, { rows })
  await markSegmentsDirty(db, ids)
  return ids
}

/**
 * Takes people back that {@link createPeople} made, except who has become a customer, has bought, did anything else or was
 * merged with somebody since. A merge that is under way is waited for.
 * @returns the numbers of those that are gone
 */
export async function removePeople(db: Db, profiles: number[]): Promise<number[]> {
  await peopleNow(db, profiles)
  const gone = (await query<{ id: number }>(db, DELETE_PEOPLE, { profiles })).map((row) => row.id)
  await markSegmentsDirty(db, gone)
  return gone
}
