import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import type { TemplateProblem } from "../../../types/content"
import { bakeConstants } from "../constants/bake"
import { constantValues } from "../constants/store"
import { languageName } from "../languages/choose"
import type { ContentParts } from "../parts"
import { INSERT_CONTENT } from "../sql/content"
import { validateTemplate } from "../validate"
import type { WrittenParts } from "../templates/compile"
import { markSent } from "../files/store"
import { composeContent } from "./compose"
import { assertFallbacks } from "./fallbacks"

/**
 * Freezes a template for sending. What was published never changes, whatever happens to the template.
 * @param at.draft - for a copy to the staff, in which not everything has to be finished
 * @returns the number of the frozen content
 * @throws MedusaError `invalid_data` naming the first mistake of the template, or when it is for another channel
 */
export async function publishContent(
  db: Db,
  parts: WrittenParts & { name?: string },
  at: { channel: Channel; now: Date; draft?: boolean }
): Promise<number> {
  assertTemplate(parts)
  if (!at.draft) assertFallbacks(parts)
  assertChannel(parts, at.channel)
  const content = composeContent(bakeConstants(parts, await constantValues(db)))
  const row = await queryOne<{ id: number }>(db, INSERT_CONTENT, {
    ...content,
    links: JSON.stringify(content.links),
    languages: JSON.stringify(content.languages),
    attachments: JSON.stringify(content.attachments),
    card: content.card && JSON.stringify(content.card),
    channel: at.channel,
    now: at.now,
  })
  await markSent(db, content, at.now)
  return row!.id
}

/** @throws MedusaError `invalid_data` naming the first mistake of a template and its place */
export function assertTemplate(parts: ContentParts): void {
  const [problem] = validateTemplate(parts)
  if (problem) throw new MedusaError(MedusaError.Types.INVALID_DATA, describeProblem(problem))
}

/** @throws MedusaError `invalid_data` for a template that was written for another channel */
export function assertChannel({ channel = "email" }: ContentParts, wanted: Channel): void {
  if (channel === wanted) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `template_id: the template is for ${channel}; choose one for ${wanted}`
  )
}

/** A mistake as one line: part, place, what is wrong. */
export function describeProblem({
  language,
  part,
  line,
  column,
  message,
}: TemplateProblem): string {
  const place = line === null ? "" : `, line ${line}, column ${column}`
  const where = language ? `${part} in ${languageName(language)}` : part
  return `${where}${place}: ${message}`
}
