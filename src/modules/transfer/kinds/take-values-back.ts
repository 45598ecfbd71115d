import { type Db, query } from "../../../lib/db"
import type { FieldValue, FieldType } from "../../../types/field"
import { type Attributes } from "../../profile/fields/plan"
import { writeAttributes } from "../../profile/fields/attributes"
import { peopleNow } from "../../profile/identity/people-now"
import { takeTags } from "../../profile/tags/store"
import { listFields } from "../../profile/fields/store"
import { type Change, writeValues } from "../../profile/fields/values"
import { CHANGED_SINCE } from "../sql/people"
import { inRounds } from "./rounds"

/** What an import has written about one person, as far as it has to be taken back. */
export type WrittenPerson = {
  profile: number
  created: boolean
  /** Values that were there before, and what was written over them. */
  before?: Attributes
  wanted?: Attributes
  /** Tags that they had not had. */
  tags?: string[]
  own?: { scope: "profile" | "metric"; key: string; old: string | null }[]
}

type Changed = { profile_id: number; kind: string; key: string }

/**
 * Writes the old values back, except those that somebody has changed since. Of who was merged into somebody meanwhile, that
 * person loses what came with them.
 */
export async function takeValuesBack(
  db: Db,
  people: WrittenPerson[],
  { reason, ...change }: Change
): Promise<void> {
  const known = people.filter((person) => !person.created)
  if (!known.length) return
  const nowIs = await peopleNow(
    db,
    known.map(({ profile }) => profile)
  )
  const kept = known.map((person) => ({ ...person, profile: nowIs(person.profile) }))
  const changed = await query<Changed>(db, CHANGED_SINCE, {
    profiles: kept.map((person) => person.profile),
    import: reason,
  })
  const touched = new Set(changed.map((c) => `${c.profile_id} ${c.kind} ${c.key}`))
  const back = { ...change, source: "import_undone" }
  const former = kept.map(({ profile, before = {} }) => ({
    profile,
    wanted: Object.fromEntries(
      Object.entries(before).filter(([key]) => !touched.has(`${profile} attribute ${key}`))
    ),
  }))
  await inRounds(
    former,
    ({ profile }) => String(profile),
    (round) => writeAttributes(db, round, back)
  )
  const tags = kept.flatMap(({ profile, tags = [] }) =>
    tags.map((tag) => ({ profile_id: profile, tag }))
  )
  await takeTags(db, tags, back)
  const fields = await listFields(db)
  for (const scope of ["profile", "metric"] as const) {
    const kind = scope === "metric" ? "metric" : "field"
    const values = kept.flatMap(({ profile, own = [] }) =>
      own.flatMap(({ scope: of, key, old }) => {
        const field = fields.find((one) => one.scope === scope && one.key === key)
        if (of !== scope || !field || touched.has(`${profile} ${kind} ${key}`)) return []
        return [{ profileId: profile, key, value: typed(field.type, old) }]
      })
    )
    await writeValues(db, scope, values, back)
  }
}

/** A value as its log entry has it, in its own type again. */
function typed(type: FieldType, text: string | null): FieldValue {
  if (text === null) return null
  return ["number", "boolean", "multi_enum"].includes(type) ? JSON.parse(text) : text
}
