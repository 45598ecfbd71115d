import { TEMPLATE } from "../../content/tables"
import { SEGMENT } from "../../segment/tables"

/** Segments whose rules name an attribute, and templates whose text does: `:attribute` and `:variable` are like-patterns. */
export const USED_IN = `
  select 'segment' as kind, id, name from ${SEGMENT} where deleted_at is null and rules::text like :attribute
  union all
  select 'template', id, name from ${TEMPLATE} t where t.deleted_at is null and to_jsonb(t)::text like :variable
  order by 1, 3
  limit 100
`
