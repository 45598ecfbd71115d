import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { escapeHtml, pageAnswer, unknownLink } from "../../../lib/page"
import { publicIds } from "../../../lib/public-id"
import type { Answer } from "../../../lib/small-server"
import type { StoredMessage } from "../../../types/message"
import { storedMessage } from "../message/stored-message"
import { messageId, openMessageToken } from "../message/token"

/** A message brings its own styles and pictures; nothing in it runs, and nobody can frame it. */
const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; img-src * data:; style-src 'unsafe-inline' *; font-src *; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  "X-Robots-Tag": "noindex, nofollow",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
}

/** A message as a page of the web, by the token in its links; as any unknown link when it cannot be shown any more. */
export async function messageAnswer(
  { db, options, now }: { db: Db; options: EngageOptions; now: Date },
  token: string
): Promise<Answer> {
  const ids = await publicIds(db)
  const key = openMessageToken(ids, token)
  if (!key) return unknownLink()
  const message = await storedMessage(db, messageId(ids, key), { options, now }).catch(isGone)
  if (!message) return unknownLink()
  const { subject, html, text } = message
  if (html) return { status: 200, headers: HEADERS, body: html }
  return pageAnswer({
    title: subject || options.sender.name,
    body: `<p>${escapeHtml(text).replace(/\n/g, "<br>")}</p>`,
  })
}

function isGone(error: Error): StoredMessage | undefined {
  if ((error as Partial<MedusaError>).type === MedusaError.Types.NOT_FOUND) return undefined
  throw error
}
