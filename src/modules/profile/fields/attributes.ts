import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
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

/**
 * Changes attributes of one person with their history, inside the caller's transaction. Contact values are normalised by
 * whoever reads due contacts next.
 * @returns the values before, of those that changed
 * @throws MedusaError `not_found`, or `duplicate_error` when the e-mail is another person's
 */
export async function writeAttributes(
  db: Db,
  profile: number,
  wanted: Attributes,
  change: Change
): Promise<Attributes> {
  const known = await queryOne<Known>(db, READ_ATTRIBUTES, { profile })
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Profile was not found")
  const next = { ...known, ...blankToNull(wanted) }
  const changed = (Object.keys(known) as EditableAttribute[]).filter((k) => known[k] !== next[k])
  if (!changed.length) return {}
  if (changed.includes("email")) await moveEmail(db, profile, known.email, next.email)
  await execute(db, WRITE_ATTRIBUTES, { profile, ...next })
  if (changed.some((key) => CONTACT.includes(key)))
    await execute(db, WRITE_RAW, { profile, ...next })
  const news = changed.map((key) => ({ profile_id: profile, key, old: known[key], new: next[key] }))
  await logChanges(db, "attribute", news, change)
  return Object.fromEntries(changed.map((key) => [key, known[key]]))
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
