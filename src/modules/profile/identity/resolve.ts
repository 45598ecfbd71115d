import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { PROFILE_ID } from "../read/row"

/** Whom somebody outside means: by exactly one of these. */
export type PersonRef = { profile_id?: string; customer_id?: string; email?: string }

const BY_IDENTITY = `
  select i.kind, i.value, i.profile_id::float8 as id
  from unnest(:kinds::text[], :values::text[]) as w (kind, value)
  join engage_identity i on i.kind = w.kind and i.value = w.value
`

/** The profiles' numbers in the order of the references; `undefined` where nobody is known. */
export async function resolvePeople(db: Db, refs: PersonRef[]): Promise<(number | undefined)[]> {
  const ids = await publicIds(db)
  const keys = refs.map(identityOf)
  const asked = keys.flatMap((key) => (key ? [key] : []))
  const rows = await query<{ kind: string; value: string; id: number }>(db, BY_IDENTITY, {
    kinds: asked.map((key) => key.kind),
    values: asked.map((key) => key.value),
  })
  const found = new Map(rows.map((row) => [`${row.kind}:${row.value}`, row.id]))
  return refs.map((ref, i) => {
    const key = keys[i]
    return key
      ? found.get(`${key.kind}:${key.value}`)
      : ids.open(PROFILE_ID, ref.profile_id ?? "")?.[0]
  })
}

function identityOf(ref: PersonRef): { kind: string; value: string } | undefined {
  if (ref.email) return { kind: "email", value: ref.email.trim().toLowerCase() }
  if (ref.customer_id) return { kind: "customer", value: ref.customer_id }
  return undefined
}
