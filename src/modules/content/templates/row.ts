import type { Template } from "../../../types/content"

type Times = Pick<Template, "archived_at" | "created_at" | "updated_at">

/** A template, or what a list shows of one, as the database gives it. */
export type Stored<Row extends Times> = Omit<Row, keyof Times> & {
  archived_at: Date | null
  created_at: Date
  updated_at: Date
}
export type TemplateRow = Stored<Template>

/** The same as the API shows it. */
export function withTimes<Row extends Times>(row: Stored<Row>): Row {
  return {
    ...row,
    archived_at: row.archived_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  } as Row
}
