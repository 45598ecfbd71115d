import { type Db, query } from "../../../lib/db"
import type { Field, FieldUsage } from "../../../types/field"
import { fieldAttribute } from "../../profile/attributes/field"
import { countValues } from "../../profile/fields/store"
import { USED_IN } from "../sql/field-usage"

/** How many have a value of a field, and which segments and templates speak of it. */
export async function fieldUsage(db: Db, field: Field): Promise<FieldUsage> {
  const { key } = fieldAttribute(field)
  const part = field.scope === "metric" ? "metrics" : "fields"
  const [values, used_in] = await Promise.all([
    countValues(db, field),
    query<FieldUsage["used_in"][number]>(db, USED_IN, {
      attribute: `%"${like(key)}"%`,
      variable: `%profile.${part}.${like(field.key)}%`,
    }),
  ])
  return { values, used_in }
}

const like = (text: string) => text.replace(/_/g, "\\_")
