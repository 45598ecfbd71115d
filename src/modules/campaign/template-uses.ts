import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query } from "../../lib/db"
import type { TemplateUse } from "../../types/content"
import { TEMPLATE_USES } from "./sql/uses"

/** What is still to send some templates, latest first, by the id of the template. */
export async function templateUses(db: Db, ids: string[]): Promise<Map<string, TemplateUse[]>> {
  const rows = await query<TemplateUse & { template: string }>(db, TEMPLATE_USES, {
    templates: ids,
  })
  const uses = new Map(ids.map((id): [string, TemplateUse[]] => [id, []]))
  for (const { template, ...use } of rows) uses.get(template)?.push(use)
  return uses
}

/**
 * Refuses to delete a template that is still to be sent.
 * @throws MedusaError `not_allowed` naming what sends it
 */
export async function assertTemplateUnused(db: Db, id: string): Promise<void> {
  const uses = (await templateUses(db, [id])).get(id)!
  if (!uses.length) return
  const names = uses.map(({ kind, name }) => `the ${kind} "${name}"`).join(", ")
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The template is used by ${names}: choose another there first, or archive it instead`
  )
}
