import { type Db, query } from "../../../lib/db"
import { joinPieces } from "../../../lib/pieces"
import type { TemplatePicture } from "../../../types/content"
import { bakeConstants, type ConstantValues } from "../constants/bake"
import { constantValues } from "../constants/store"
import { type PreviewContext, previewScope } from "../preview"
import { composeContent } from "../publish/compose"
import { createRenderer } from "../render/renderer"
import { sampleWithProducts } from "../sample"
import { PICTURED_TEMPLATES } from "../sql/templates"

type Pictured = { id: string; subject: string; preheader: string; html: string }

/**
 * E-mails as the sample person would get them today, for small pictures in a list. What is no e-mail, is too large for a
 * small picture (above 300 KB), or cannot be rendered any more is left out.
 */
export async function templatePictures(
  db: Db,
  ids: string[],
  context: PreviewContext
): Promise<TemplatePicture[]> {
  const templates = await query<Pictured>(db, PICTURED_TEMPLATES, { ids })
  const constants = await constantValues(db)
  const pictures: TemplatePicture[] = []
  for (const template of templates) {
    const html = await picture(db, template, constants, context)
    if (html !== null) pictures.push({ id: template.id, html })
  }
  return pictures
}

async function picture(
  db: Db,
  { subject, preheader, html }: Pictured,
  constants: ConstantValues,
  context: PreviewContext
): Promise<string | null> {
  const parts = bakeConstants({ subject, preheader, html, text: null }, constants)
  const renderer = orNull(() => createRenderer(composeContent(parts), context.options.timeZone))
  if (!renderer) return null
  const person = await sampleWithProducts(db, renderer)
  const scope = await previewScope(db, person, context)
  return orNull(() => joinPieces(renderer.render(scope).html))
}

/** A list must not fail because of one message: its own page says what is wrong with it. */
function orNull<Result>(make: () => Result): Result | null {
  try {
    return make()
  } catch {
    return null
  }
}
