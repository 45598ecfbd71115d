import type { Db } from "../../../../lib/db"
import { templateUses } from "../../../../modules/campaign/template-uses"
import type { Template, UsedTemplate } from "../../../../types/content"

/** Templates as the API gives them, with what is still to send them. */
export async function presentTemplates(db: Db, templates: Template[]): Promise<UsedTemplate[]> {
  const uses = await templateUses(
    db,
    templates.map(({ id }) => id)
  )
  return templates.map((template) => ({ ...template, used_in: uses.get(template.id)! }))
}
