import type { Collection, FamilyPart } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { ALL_PURCHASES, PURCHASES } from "../../profile/attributes/purchase"
import { PURCHASE_LINES } from "../../profile/attributes/purchase-line"
import { PROFILE, PURCHASE } from "../../profile/tables"
import { IMPORT } from "../tables"

/** A file by its name and its day, as two may be called the same. */
const NAME = `i.filename || ', ' || to_char(i.created_at, 'YYYY-MM-DD')`

/** The file that a row `from` came in with; `counted` is the table whose rows are counted. */
const cameIn = (group: string, key: string, label: string, sql: string, counted: string) =>
  family(group, [
    {
      key,
      label,
      type: "string",
      sql,
      operators: ["in", "not_in", "empty", "not_empty"],
      anyOf: (values) => `coalesce(${sql} = any(${values}), false)`,
      suggest: `
        select i.id as value, ${NAME} as label, (select count(*)::int from ${counted} x where x.import_id = i.id) as count
        from ${IMPORT} i
        where i.status = 'done' and i.kind in ('profiles', 'purchases') and (:q::text is null or lower(i.filename) like :q)
        order by i.created_at desc limit :limit
      `,
      names: `select i.id as value, ${NAME} as label from ${IMPORT} i where i.id = any(:values::text[])`,
    },
  ])

const ofOrder = (collection: Collection): Collection => ({
  ...collection,
  measures: [],
  attributes: cameIn("Order", "purchase.import", "File it came in with", "u.import_id", PURCHASE),
})

/** What rules can say about the files that people and purchases came in with. */
export const IMPORT_FAMILY: FamilyPart = {
  attributes: cameIn("Origin", "import", "File they came in with", "p.import_id", PROFILE),
  collections: [PURCHASES, ALL_PURCHASES, PURCHASE_LINES].map(ofOrder),
}
