import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { joinPieces } from "../../../lib/pieces"
import { publicIds } from "../../../lib/public-id"
import { loadRecipient } from "../../content/render/recipient"
import { loadRenderer } from "../../content/render/renderer"
import { readSettings } from "../../profile/sync/settings"
import { loadRun } from "../ledger/runs"
import { asOfMessage } from "../ledger/variants"
import { composeMessage, shopScope } from "./compose"

/** Letters of a message without a subject that stand for it. */
const MAX_BEGINNING = 200

/**
 * The subjects of one person's messages in some runs, by run number, made again from the frozen content. A run whose
 * subject cannot be made for this person is left out.
 */
export async function renderSubjects(
  db: Db,
  profileId: number,
  runIds: number[],
  { options, now }: { options: EngageOptions; now: Date }
): Promise<Map<number, string>> {
  const person = runIds.length ? await loadRecipient(db, profileId) : undefined
  if (!person) return new Map()
  const ids = await publicIds(db)
  const { currency } = await readSettings(db, options)
  const subjects = new Map<number, string>()
  for (const runId of new Set(runIds)) {
    const run = await asOfMessage(db, await loadRun(db, runId), { profileId, pass: 0 })
    const renderer = await loadRenderer(db, run.content_id, options.timeZone)
    const shop = shopScope(options, run.sender, currency)
    try {
      const message = composeMessage(
        { ids, renderer, publicUrl: options.publicUrl, shop, run },
        person,
        now
      )
      subjects.set(runId, message.subject || joinPieces(message.text).slice(0, MAX_BEGINNING))
    } catch {
      // The message itself says why it could not be made; its list entry keeps the template's subject.
    }
  }
  return subjects
}
