import { type Db, query } from "../../../lib/db"
import { LOCK_PEOPLE } from "../sql/merge"

/**
 * Who people are now: whoever was merged into somebody is that person. They stay so until the caller's transaction ends,
 * because a merge waits for it; one that is under way is waited for.
 */
export async function peopleNow(db: Db, profiles: number[]): Promise<(profile: number) => number> {
  const into = new Map<number, number | null>()
  for (let asked = [...new Set(profiles)]; asked.length;) {
    const rows = await query<{ id: number; merged_into: number | null }>(db, LOCK_PEOPLE, {
      ids: asked,
    })
    for (const { id, merged_into } of rows) into.set(id, merged_into)
    asked = rows.flatMap(({ merged_into: id }) => (id !== null && !into.has(id) ? [id] : []))
  }
  return (profile) => {
    let now = profile
    for (let next = into.get(now); next; next = into.get(now)) now = next
    return now
  }
}

/** {@link peopleNow} of a list of people: each once, who they are now. */
export async function currentPeople(db: Db, profiles: number[]): Promise<number[]> {
  const nowIs = await peopleNow(db, profiles)
  return [...new Set(profiles.map(nowIs))]
}
