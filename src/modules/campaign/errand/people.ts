import type { Db } from "../../../lib/db"
import { loadRecipients } from "../../content/render/recipient"
import { profileScope } from "../../content/render/scope"
import { messageFacts } from "../flow/steps/message-facts"
import type { Errand } from "./store"

/** What can be told of the person of an errand: who they are, what let them in, and what they were given. */
export type Told = { profile: ReturnType<typeof profileScope> } & ReturnType<typeof messageFacts>

type Known = Pick<Errand, "id" | "profile_id" | "context" | "facts">

/** What can be told of each errand's person; who is gone is left out. */
export async function tellOf(db: Db, errands: Known[]): Promise<Map<number, Told>> {
  const people = {
    sql: `select distinct unnest(:profiles::bigint[]) as profile_id`,
    params: { profiles: errands.map(({ profile_id }) => profile_id) },
  }
  const found = await loadRecipients(db, people, { lastOrder: false })
  const profiles = new Map(found.map((person) => [person.profile_id, profileScope(person)]))
  return new Map(
    errands.flatMap((errand) => {
      const profile = profiles.get(errand.profile_id)
      return profile ? [[errand.id, { profile, ...messageFacts(errand) }] as const] : []
    })
  )
}
