import type { Template } from "../../../types/content"

/** A template as the database gives it. */
export type TemplateRow = Omit<Template, "archived_at" | "created_at" | "updated_at"> & {
  archived_at: Date | null
  created_at: Date
  updated_at: Date
}

/** The template as the API shows it. */
export function toTemplate(row: TemplateRow): Template {
  return {
    ...row,
    archived_at: row.archived_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}
