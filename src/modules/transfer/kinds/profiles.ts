import type { Db } from "../../../lib/db"
import type { ImportField } from "../../../types/transfer"
import { listFields } from "../../profile/fields/store"
import { writeValues } from "../../profile/fields/values"
import { giveTags } from "../../profile/tags/store"
import { createPeople, removePeople } from "../../profile/identity/create-people"
import type { ImportContext, ImportKind, MappedRow, RowResult } from "./kind"
import { findPeople, PERSON_FIELDS, PERSON_KEYS, type Who } from "./people"
import { FIELD_PREFIX, METRIC_PREFIX, readPerson, TAGS } from "./read-person"
import { inRounds } from "./rounds"
import { takeValuesBack, type WrittenPerson } from "./take-values-back"
import { changeOf, type Item, writePeople } from "./write-people"

const ATTRIBUTES: ImportField[] = [
  field("first_name", "First name", ""),
  field("last_name", "Last name", ""),
  field("birthday", "Birthday", "For example 1985-05-17 or 17.05.1985"),
  field("gender", "Gender", "For example female, male, other"),
  field("language", "Language", "For example de or en-GB"),
  field("city", "City", ""),
  field("postal_code", "Postcode", ""),
  field("country", "Country", "Code or English name: de, Germany"),
  field(TAGS, "Tags", "For example vip, press; they come on top of what the person has"),
]

/** People: new ones become profiles, known ones get the values that the file has for them. */
export const PROFILES: ImportKind = {
  key: "profiles",
  identifiedBy: PERSON_KEYS,

  async fields(db) {
    const own = await listFields(db)
    const fields = own.flatMap((one) =>
      one.scope === "profile" || one.scope === "metric"
        ? [
            field(
              (one.scope === "profile" ? FIELD_PREFIX : METRIC_PREFIX) + one.key,
              one.label,
              one.description
            ),
          ]
        : []
    )
    return [...PERSON_FIELDS, ...ATTRIBUTES, ...fields]
  },

  async apply(db, rows, context) {
    const known = await listFields(db)
    const read = rows.map((row) => readPerson(row, known))
    const good = rows.flatMap((row, i) => {
      const one = read[i]
      return "problem" in one ? [] : [{ row, person: one.value }]
    })
    const results = await inRounds(
      good,
      ({ row }) => keyOf(row),
      (round) => writeRound(db, round, context)
    )
    let next = 0
    return read.map((one) =>
      "problem" in one ? { outcome: "refused", message: one.problem } : results[next++]
    )
  },

  async undo(db, rows, context) {
    const written = rows as WrittenPerson[]
    await takeValuesBack(db, written, changeOf(context))
    await removePeople(
      db,
      written.flatMap((one) => (one.created ? [one.profile] : []))
    )
  },
}

/** Rows of one person stand in different rounds, so that the second finds what the first has made. */
function keyOf({ values }: MappedRow): string {
  const key = PERSON_KEYS.find((name) => values[name])
  return key ? `${key} ${values[key].toLowerCase()}` : ""
}

async function writeRound(
  db: Db,
  round: Omit<Item, "who">[],
  context: ImportContext
): Promise<RowResult[]> {
  const people = await findPeople(
    db,
    round.map(({ row }) => row),
    context.options
  )
  const items = round.map((item, i) => ({ ...item, who: people[i] }))
  const created = await createNew(db, items, context)
  const results = await writePeople(db, items, created, context)
  const place = placesOf(items, created, results)
  await writeOwnFields(db, items, place, results, context)
  await writeTags(db, items, place, results, context)
  return results
}

async function createNew(
  db: Db,
  items: Item[],
  { settings, importId, now }: ImportContext
): Promise<Map<Who, number>> {
  const fresh = items.filter(
    ({ who }) => settings.create && !who.problem && who.profile === undefined
  )
  const ids = await createPeople(
    db,
    fresh.map(({ person, who }) => ({
      ...person.attributes,
      external_id: who.keys.find((key) => key.kind === "external")?.value,
    })),
    { source: "import", import_id: importId, now }
  )
  return new Map(fresh.map(({ who }, i) => [who, ids[i]]))
}

/** Which row is about which profile, of those that were not refused. */
function placesOf(
  items: Item[],
  created: Map<Who, number>,
  results: RowResult[]
): Map<number, number> {
  const place = new Map<number, number>()
  items.forEach(({ who }, i) => {
    const profile = who.profile ?? created.get(who)
    if (profile !== undefined && results[i].outcome !== "refused") place.set(profile, i)
  })
  return place
}

/** Tags are ours, whoever the person is; those of a new person go with them. */
async function writeTags(
  db: Db,
  items: Item[],
  place: Map<number, number>,
  results: RowResult[],
  context: ImportContext
): Promise<void> {
  const pairs = [...place].flatMap(([profile_id, i]) =>
    items[i].person.tags.map((tag) => ({ profile_id, tag }))
  )
  for (const { profile_id, tag } of await giveTags(db, pairs, changeOf(context))) {
    const written = update(results[place.get(profile_id)!], profile_id)
    if (written) written.tags = [...(written.tags ?? []), tag]
  }
}

/** Notes that a row changed something of a known person; nothing of one that it has made. */
function update(result: RowResult, profile: number): WrittenPerson | undefined {
  if (result.outcome === "created") return undefined
  const written = (result.undo ?? { profile, created: false }) as WrittenPerson
  result.undo = written
  result.outcome = "updated"
  return written
}

/** Fields of the shop's own and assigned metrics are ours, whoever the person is. */
async function writeOwnFields(
  db: Db,
  items: Item[],
  place: Map<number, number>,
  results: RowResult[],
  context: ImportContext
): Promise<void> {
  for (const scope of ["profile", "metric"] as const) {
    const values = [...place].flatMap(([profileId, i]) => {
      const { fields, metrics } = items[i].person
      return Object.entries(scope === "profile" ? fields : metrics).map(([key, value]) => ({
        profileId,
        key,
        value,
      }))
    })
    for (const { profile_id, key, old } of await writeValues(
      db,
      scope,
      values,
      changeOf(context)
    )) {
      const written = update(results[place.get(profile_id)!], profile_id)
      if (written) written.own = [...(written.own ?? []), { scope, key, old }]
    }
  }
}

function field(key: string, label: string, hint: string): ImportField {
  return { key, label, hint, required: false }
}
