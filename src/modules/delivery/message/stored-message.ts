import { MedusaError } from "@medusajs/framework/utils"
import { type Db, query, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { joinPieces } from "../../../lib/pieces"
import { publicIds } from "../../../lib/public-id"
import type { StoredMessage } from "../../../types/message"
import type { MessageState } from "../../../types/profile"
import { loadRecipient, type Recipient } from "../../content/render/recipient"
import { linkAddress } from "../../content/render/links"
import { loadRenderer, type Renderer } from "../../content/render/renderer"
import { fullName } from "../../content/render/scope"
import { sampleWithProducts } from "../../content/sample"
import { readSettings } from "../../profile/sync/settings"
import { loadRun, type Run } from "../ledger/runs"
import { asOfMessage } from "../ledger/variants"
import { skipReason } from "../ledger/states"
import { messageSource } from "./source"
import { EVENTS_OF_MESSAGE, MESSAGE_BY_KEY } from "../sql/messages"
import { MAIL_OF_MESSAGE } from "../sql/sandbox"
import { headersOf } from "./sandbox-mail"
import { asksForSalesChannel } from "../senders/choose"
import { composeMessage, shopScope } from "./compose"
import { copyOf } from "./copies"
import { factsOf } from "./facts"
import { openMessageId } from "./token"

type Row = {
  run_id: number
  profile_id: number
  pass: number
  state: MessageState
  reason: number | null
  error: string | null
  sent_at: Date | null
  first_name: string | null
  last_name: string | null
  email: string | null
}

type Copy = Pick<StoredMessage, "to" | "subject" | "html" | "text" | "card" | "headers" | "copy">
type Event = { kind: string; at: Date; verdict: string | null; link: number | null }

/**
 * A message with what happened to it: the captured copy when there is one, else made again from the frozen content and
 * what it said of its person; of messages from before that was kept, with today's data.
 * @throws MedusaError `not_found`
 */
export async function storedMessage(
  db: Db,
  id: string,
  context: { options: EngageOptions; now: Date }
): Promise<StoredMessage> {
  const ids = await publicIds(db)
  const key = openMessageId(ids, id)
  const params = key && { run: key.runId, profile: key.profileId, pass: key.pass }
  const row = params && (await queryOne<Row>(db, MESSAGE_BY_KEY, params))
  if (!key || !row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Message with id ${id} was not found`)
  }
  const run = await asOfMessage(db, await loadRun(db, key.runId), key)
  const renderer = await loadRenderer(db, run.content_id, context.options.timeZone)
  const copy = (await capturedCopy(db, params)) ?? (await renderedCopy(db, run, row, context))
  const events = await query<Event>(db, EVENTS_OF_MESSAGE, params)
  return {
    id,
    channel: run.channel,
    state: row.state,
    reason: skipReason(row.reason) ?? row.error,
    ...copy,
    attachments: renderer.content.attachments,
    sent_at: row.sent_at?.toISOString() ?? null,
    source: messageSource(run),
    profile: { id: ids.seal("prof", row.profile_id), name: fullName(row), email: row.email },
    events: events.map(({ kind, at, verdict, link }) => ({
      kind,
      at: at.toISOString(),
      verdict,
      url:
        link === null
          ? null
          : linkAddress(renderer.content.links[link] ?? "", context.options.storefrontUrl),
    })),
  }
}

async function capturedCopy(db: Db, key: Record<string, number>): Promise<Copy | undefined> {
  const mail = await queryOne<Omit<Copy, "to" | "copy"> & { recipient: string }>(
    db,
    MAIL_OF_MESSAGE,
    key
  )
  if (!mail) return undefined
  const { recipient, ...copy } = mail
  return { ...copy, to: recipient, copy: "captured" }
}

async function renderedCopy(
  db: Db,
  run: Run,
  row: Row,
  { options, now }: { options: EngageOptions; now: Date }
): Promise<Copy> {
  const { currency } = await readSettings(db, options)
  const renderer = await loadRenderer(db, run.content_id, options.timeZone)
  const context = {
    ids: await publicIds(db),
    renderer,
    publicUrl: options.publicUrl,
    shop: shopScope(options, run.sender, currency),
    run,
  }
  const key = { runId: row.run_id, profileId: row.profile_id, pass: row.pass }
  const kept = await copyOf(db, key)
  const person = kept?.person ?? (await personToday(db, run, row, renderer))
  const facts = kept?.facts ?? (await factsOf(db, [key]))[0]
  const message = composeMessage(context, person, row.sent_at ?? now, row.pass, facts)
  return {
    to: message.to || null,
    headers: headersOf(run.channel, message),
    subject: message.subject,
    html: joinPieces(message.html),
    text: joinPieces(message.text),
    card: message.card,
    copy: kept ? "as_sent" : "rendered_now",
  }
}

async function personToday(db: Db, run: Run, row: Row, renderer: Renderer): Promise<Recipient> {
  const person = row.profile_id
    ? await loadRecipient(db, row.profile_id, {
        ...renderer,
        salesChannel: asksForSalesChannel(run.sender),
      })
    : await sampleWithProducts(db, renderer)
  if (person) return person
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    "The message cannot be shown: its person is gone"
  )
}
