import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { EditableAttribute } from "../../../types/profile"
import {
  OWNER_OF_EMAIL,
  READ_ATTRIBUTES,
  REPLACE_EMAIL,
  WRITE_ATTRIBUTES,
  WRITE_RAW,
} from "../sql/attributes"
import type { Attributes } from "./plan"
import { type Change, logChanges } from "./values"

/** Values that are kept as they were given, beside what is read from them. */
const CONTACT: EditableAttribute[] = ["email", "phone", "country", "city", "postal_code"]

type Known = Record<EditableAttribute, string | null>

/** What is to be written about a person. */
export type WantedAttributes = { profile: number; wanted: Attributes }

type Plan = { profile: number; known: Known; next: Known; changed: EditableAttribute[] }

/**
 * Changes attributes of people, each of whom is named once, with their history, inside the caller's transaction. Contact
 * values are normalised by whoever reads due contacts next.
 * @returns in the order of the people the values before, of those that changed; undefined for who is not there any more
 * @throws MedusaError `duplicate_error` when an e-mail is another person's
 */
export async function writeAttributes(
  db: Db,
  people: WantedAttributes[],
  change: Change
): Promise<(Attributes | undefined)[]> {
  if (!people.length) return []
  const rows = await query<Known & { profile: number }>(db, READ_ATTRIBUTES, {
    profiles: people.map(({ profile }) => profile),
  })
  const found = new Map(rows.map(({ profile, ...known }) => [profile, known]))
  const plans = people.map(({ profile, wanted }) => {
    const known = found.get(profile)
    return known && planOf(profile, known, wanted)
  })
  await carryOut(db, plans.filter((plan) => plan?.changed.length) as Plan[], change)
  return plans.map((plan) => plan && pick(plan.known, plan.changed))
}

function planOf(profile: number, known: Known, wanted: Attributes): Plan {
  const next = { ...known, ...blankToNull(wanted) }
  const keys = Object.keys(known) as EditableAttribute[]
  return { profile, known, next, changed: keys.filter((key) => known[key] !== next[key]) }
}

async function carryOut(db: Db, plans: Plan[], change: Change): Promise<void> {
  if (!plans.length) return
  for (const { profile, known, next, changed } of plans)
    if (changed.includes("email")) await moveEmail(db, profile, known.email, next.email)
  const contacts = plans.filter(({ changed }) => changed.some((key) => CONTACT.includes(key)))
  await execute(db, WRITE_ATTRIBUTES, { people: rowsOf(plans) })
  if (contacts.length) await execute(db, WRITE_RAW, { people: rowsOf(contacts) })
  const news = plans.flatMap(({ profile, known, next, changed }) =>
    changed.map((key) => ({ profile_id: profile, key, old: known[key], new: next[key] }))
  )
  await logChanges(db, "attribute", news, change)
}

function rowsOf(plans: Plan[]): string {
  return JSON.stringify(plans.map(({ profile, next }) => ({ profile, ...next })))
}

function pick(known: Known, keys: EditableAttribute[]): Attributes {
  return Object.fromEntries(keys.map((key) => [key, known[key]]))
}

async function moveEmail(
  db: Db,
  profile: number,
  old: string | null,
  email: string | null
): Promise<void> {
  const owner = email && (await queryOne<{ id: number }>(db, OWNER_OF_EMAIL, { email }))
  if (owner && owner.id !== profile) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      "email: another profile has this address; merge the two on the Duplicates page"
    )
  }
  await execute(db, REPLACE_EMAIL, { profile, old, email })
}

function blankToNull(values: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value?.trim() ? value.trim() : null])
  )
}
