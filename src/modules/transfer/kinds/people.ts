import { type Db, query } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import type { ImportField } from "../../../types/transfer"
import { readEmail } from "../../profile/contact/email"
import { readPhone } from "../../profile/contact/phone"
import { peopleNow } from "../../profile/identity/people-now"
import { PROFILE_ID } from "../../profile/read/row"
import { FIND_PEOPLE } from "../sql/people"
import type { MappedRow } from "./kind"

/** The fields by which a row says whom it is about, the surest first. */
export const PERSON_FIELDS: ImportField[] = [
  field("email", "E-mail", "Finds the person, whoever has this address"),
  field("customer_id", "Medusa customer ID", "For example cus_01J…"),
  field("external_id", "ID in another system", "Kept, so that later files find the person by it"),
  field("phone", "Phone", "With country code, or as people of the shop's country write it"),
  field("profile_id", "Engage profile ID", "For example prof_…, as exports have it"),
]
export const PERSON_KEYS = PERSON_FIELDS.map((one) => one.key)

export type PersonKey = { kind: string; value: string }
/** Whom a row is about: a profile's number, nobody known (with the keys it gave), or a key that is no key. */
export type Who = { keys: PersonKey[]; profile?: number; problem?: string }

/**
 * Finds whom rows are about, who are not merged into others until the caller's transaction ends. Rows whose keys mean
 * different people are refused.
 */
export async function findPeople(
  db: Db,
  rows: MappedRow[],
  options: Pick<EngageOptions, "country">
): Promise<Who[]> {
  const ids = await publicIds(db)
  const read = rows.map((row) => readKeys(row, ids, options.country))
  const keys = read.flatMap((one) => one.keys)
  const found = await query<PersonKey & { id: number }>(db, FIND_PEOPLE, {
    kinds: keys.map((key) => key.kind),
    values: keys.map((key) => key.value),
  })
  const nowIs = await peopleNow(
    db,
    found.map(({ id }) => id)
  )
  const known = new Map(found.map(({ kind, value, id }) => [`${kind}:${value}`, nowIs(id)]))
  return read.map((who) => {
    if (who.problem) return who
    const sure = who.keys.filter((key) => key.kind !== "phone")
    // A phone number is shared in families: it finds a person only when nothing surer does.
    const asked = sure.length ? sure : who.keys
    const people = new Set(asked.flatMap((key) => known.get(`${key.kind}:${key.value}`) ?? []))
    if (people.size > 1)
      return {
        ...who,
        problem: `${asked.map((k) => k.kind).join(" and ")} belong to different people`,
      }
    const [profile] = people
    if (!profile && sure.some((key) => key.kind === "profile"))
      return { ...who, problem: "profile_id: no such profile" }
    return { ...who, profile }
  })
}

function readKeys(
  { values }: MappedRow,
  ids: Awaited<ReturnType<typeof publicIds>>,
  country: string | undefined
): Who {
  const keys: PersonKey[] = []
  if (values.profile_id) {
    const number = ids.open(PROFILE_ID, values.profile_id)?.[0]
    if (number === undefined) return { keys, problem: "profile_id: no such profile" }
    keys.push({ kind: "profile", value: String(number) })
  }
  if (values.email) {
    const email = readEmail(values.email)
    if (email.status !== "valid") return { keys, problem: `email: ${email.reason}` }
    keys.push({ kind: "email", value: email.email! })
  }
  if (values.customer_id) keys.push({ kind: "customer", value: values.customer_id })
  if (values.external_id) keys.push({ kind: "external", value: values.external_id })
  if (values.phone) {
    const phone = readPhone(values.phone, values.country || country || null)
    if (phone.phone) keys.push({ kind: "phone", value: phone.phone })
    else if (!keys.length) return { keys, problem: `phone: ${phone.reason}` }
  }
  return keys.length ? { keys } : { keys, problem: "says nowhere whom it is about" }
}

function field(key: string, label: string, hint: string): ImportField {
  return { key, label, hint, required: false }
}
