import type { Db } from "../../../lib/db"
import type { ImportField } from "../../../types/transfer"
import {
  knownPurchases,
  type OfflinePurchase,
  recordPurchases,
  removePurchases,
} from "../../profile/purchases/offline"
import { removePeople } from "../../profile/identity/create-people"
import { readSettings } from "../../profile/sync/settings"
import type { ImportContext, ImportKind, MappedRow, RowResult } from "./kind"
import { findPeople, PERSON_FIELDS } from "./people"
import { readPurchase } from "./read-purchase"

const PERSON = PERSON_FIELDS.filter((one) => one.key !== "external_id")
const FIELDS: ImportField[] = [
  {
    ...field(
      "purchase_id",
      "Receipt or order number",
      "Rows with the same number are the lines of one purchase"
    ),
    required: true,
  },
  ...PERSON,
  { ...field("placed_at", "When", "For example 2026-05-17 14:30"), required: true },
  field("title", "Product", "What was bought; “Purchase” if there is no column"),
  field("quantity", "Quantity", "1 if there is no column"),
  field("unit_price", "Price of one", "In the main unit of the currency, after discounts"),
  field("net", "Total of the row", "Instead of the price of one"),
  field("currency", "Currency", "For example EUR; the shop's if there is no column"),
  field("product_id", "Medusa product ID", "So that rules about products see it"),
  field("variant_id", "Medusa variant ID", ""),
  field("source_code", "Place", "For example the name of the store"),
]

type Undo = { purchase: string; people: number[] }
type Group = { rows: MappedRow[]; purchase?: OfflinePurchase; problem?: string }

/** Purchases made outside of the shop. */
export const PURCHASES: ImportKind = {
  key: "purchases",
  identifiedBy: PERSON.map((one) => one.key),
  groupedBy: "purchase_id",
  fields: async () => FIELDS,

  async apply(db, rows, context) {
    const { currency } = await readSettings(db, context.options)
    const groups = grouped(rows).map((group): Group => {
      const read = readPurchase(group, currency, context.options.timeZone, context.now)
      return "problem" in read ? { rows: group, ...read } : { rows: group, purchase: read.value }
    })
    await refuseUnknown(db, groups, context)
    const results = await record(db, groups, context)
    return rows.map((row) => results.get(row)!)
  },

  async undo(db, rows) {
    const written = rows as Undo[]
    await removePurchases(
      db,
      written.map((one) => one.purchase)
    )
    await removePeople(
      db,
      written.flatMap((one) => one.people)
    )
  },
}

function grouped(rows: MappedRow[]): MappedRow[][] {
  const groups: MappedRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && row.values.purchase_id && last[0].values.purchase_id === row.values.purchase_id)
      last.push(row)
    else groups.push([row])
  }
  return groups
}

async function refuseUnknown(db: Db, groups: Group[], context: ImportContext): Promise<void> {
  const people = await findPeople(
    db,
    groups.map((group) => group.rows[0]),
    context.options
  )
  groups.forEach((group, i) => {
    const { problem, profile } = people[i]
    if (group.problem) return
    if (problem) group.problem = problem
    else if (profile === undefined && !context.settings.create)
      group.problem = "nobody is known by this, and new people are not to be made"
  })
}

async function record(
  db: Db,
  groups: Group[],
  context: ImportContext
): Promise<Map<MappedRow, RowResult>> {
  const good = groups.filter((group) => group.purchase && !group.problem)
  const ids = good.map((group) => group.purchase!.external_id)
  const known = await knownPurchases(db, ids)
  const before = await findPeople(
    db,
    good.map((group) => group.rows[0]),
    context.options
  )
  const { refused } = await recordPurchases(
    db,
    good.map((group, index) => ({
      index,
      value: { ...group.purchase!, import_id: context.importId },
    })),
    await readSettings(db, context.options)
  )
  for (const { index, message } of refused) good[index].problem = message
  const after = await findPeople(
    db,
    good.map((group) => group.rows[0]),
    context.options
  )
  const results = new Map<MappedRow, RowResult>()
  for (const { rows, problem } of groups)
    for (const row of rows) if (problem) results.set(row, { outcome: "refused", message: problem })
  good.forEach((group, i) => {
    if (group.problem) return
    const outcome = known.has(ids[i]) ? "updated" : "created"
    const made = before[i].profile === undefined ? after[i].profile : undefined
    const undo: Undo = { purchase: ids[i], people: made === undefined ? [] : [made] }
    group.rows.forEach((row, n) =>
      results.set(row, {
        outcome,
        message:
          outcome === "updated" ? "changed a purchase that was there; undoing leaves it" : null,
        undo: outcome === "created" && n === 0 ? undo : undefined,
      })
    )
  })
  return results
}

function field(key: string, label: string, hint: string): ImportField {
  return { key, label, hint, required: false }
}
