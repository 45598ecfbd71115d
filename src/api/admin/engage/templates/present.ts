import type { Db } from "../../../../lib/db"
import { templateUses } from "../../../../modules/campaign/template-uses"
import type { TemplateUse } from "../../../../types/content"

/** Templates as the API gives them, with what is still to send them. */
export async function presentTemplates<Template extends { id: string }>(
  db: Db,
  templates: Template[]
): Promise<(Template & { used_in: TemplateUse[] })[]> {
  const uses = await templateUses(
    db,
    templates.map(({ id }) => id)
  )
  return templates.map((template) => ({ ...template, used_in: uses.get(template.id)! }))
}
