import { type Db, query } from "../../../lib/db"
import { writeAttributes } from "../../profile/fields/attributes"
import type { Attributes } from "../../profile/fields/plan"
import type { Change } from "../../profile/fields/values"
import { SHOP_CUSTOMERS } from "../sql/people"
import type { ImportContext, MappedRow, RowResult } from "./kind"
import type { Who } from "./people"
import type { PersonValues } from "./read-person"
import { inRounds } from "./rounds"

/** A row, whom it is about, and what it says. */
export type Item = { row: MappedRow; who: Who; person: PersonValues }

/** How what an import writes stands in the history. */
export function changeOf({ importId, actor, now }: ImportContext): Change {
  return { source: "import", actor, reason: importId, at: now }
}

/**
 * Writes what rows say about the attributes of known people, and tells what became of every row.
 * @param created the profiles that rows of this round have made
 */
export async function writePeople(
  db: Db,
  items: Item[],
  created: Map<Who, number>,
  context: ImportContext
): Promise<RowResult[]> {
  const customers = await query<{ id: number }>(db, SHOP_CUSTOMERS, {
    profiles: items.flatMap(({ who }) => who.profile ?? []),
  })
  const shopCustomers = new Set(customers.map(({ id }) => id))
  return inRounds(
    items,
    ({ who, row }) => (who.profile === undefined ? `row ${row.row}` : String(who.profile)),
    (once) => writeOnce(db, once, created, shopCustomers, context)
  )
}

async function writeOnce(
  db: Db,
  items: Item[],
  created: Map<Who, number>,
  shopCustomers: Set<number>,
  context: ImportContext
): Promise<RowResult[]> {
  const changes = new Map<Item, Attributes | undefined>()
  const ours = items.flatMap((item) => {
    const { problem, profile } = item.who
    if (problem || profile === undefined || shopCustomers.has(profile)) return []
    return [{ item, profile, wanted: newsOf(item) }]
  })
  const before = await writeAttributes(db, ours, changeOf(context))
  ours.forEach(({ item }, i) => changes.set(item, before[i]))
  return items.map((item) => resultOf(item, created.get(item.who), changes))
}

/** The key that found the person is no news about them. */
function newsOf({ person }: Item): Attributes {
  const { email: _, ...wanted } = person.attributes
  return wanted
}

function resultOf(
  item: Item,
  fresh: number | undefined,
  changes: Map<Item, Attributes | undefined>
): RowResult {
  const { problem, profile } = item.who
  if (problem) return { outcome: "refused", message: problem }
  if (fresh !== undefined) return { outcome: "created", undo: { profile: fresh, created: true } }
  const wanted = newsOf(item)
  if (profile !== undefined && !changes.has(item))
    return { outcome: "unchanged", message: keptMessage(wanted) }
  const before = changes.get(item)
  if (!before)
    return {
      outcome: "refused",
      message: "nobody is known by this, and new people are not to be made",
    }
  if (!Object.keys(before).length) return { outcome: "unchanged" }
  return { outcome: "updated", undo: { profile, created: false, before, wanted } }
}

/** Medusa is the master of its customers' names and contacts. */
function keptMessage(wanted: object): string | null {
  const kept = Object.keys(wanted)
  return kept.length ? `a customer of the shop: ${kept.join(", ")} stay as Medusa has them` : null
}
