import type { Db } from "../../../lib/db"
import type { ReadyTemplate } from "../../../types/content"
import { compileDocument } from "../document/compile/message"
import { type PreviewContext, previewContent } from "../preview"
import { READY_TEMPLATES } from "./templates"

/** The finished messages with a picture of each: as the sample person would get it from this shop today. */
export async function readyTemplates(db: Db, context: PreviewContext): Promise<ReadyTemplate[]> {
  const templates: ReadyTemplate[] = []
  for (const template of READY_TEMPLATES) {
    const parts = { ...template, html: compileDocument(template.document), text: null }
    const { rendered } = await previewContent(db, parts, undefined, context)
    templates.push({ ...template, html: rendered?.html ?? "" })
  }
  return templates
}
