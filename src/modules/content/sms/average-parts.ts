import type { Db, SqlFragment } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { joinPieces } from "../../../lib/pieces"
import { bakeConstants } from "../constants/bake"
import { constantValues } from "../constants/store"
import type { ContentParts } from "../parts"
import { SHORT_PREVIEW_TOKEN, shopScopeOf } from "../preview"
import { composeContent } from "../publish/compose"
import { messageLinks } from "../render/links"
import { loadRecipients } from "../render/recipient"
import { createRenderer } from "../render/renderer"
import { buildScope } from "../render/scope"
import { someOf } from "../sql/preflight"
import { validateTemplate } from "../validate"
import { smsLength } from "./segments"

const SAMPLE = 100

/**
 * Of how many parts a text message is on average, tried out on some of the people that a select of `profile_id` names; 1 when
 * it cannot be told.
 */
export async function averageParts(
  db: Db,
  parts: ContentParts,
  people: SqlFragment,
  { options, now }: { options: EngageOptions; now: Date }
): Promise<number> {
  if (validateTemplate(parts).length) return 1
  const content = composeContent(bakeConstants(parts, await constantValues(db)))
  const renderer = createRenderer(content, options.timeZone)
  const sample = { sql: someOf(people.sql), params: { ...people.params, sample_size: SAMPLE } }
  const recipients = await loadRecipients(db, sample, renderer)
  const shop = await shopScopeOf(db, options)
  const links = messageLinks(options.publicUrl, SHORT_PREVIEW_TOKEN, now)
  const lengths = recipients.flatMap((person) => {
    try {
      const { text } = renderer.render(buildScope(person, shop, links))
      return [smsLength(joinPieces(text)).segments]
    } catch {
      // The check of the template says for whom it does not work.
      return []
    }
  })
  return lengths.length ? lengths.reduce((sum, one) => sum + one, 0) / lengths.length : 1
}
