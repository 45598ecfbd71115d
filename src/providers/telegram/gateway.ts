import { joinPieces } from "../../lib/pieces"
import type { Endpoint, EndpointResult, Gateway } from "../endpoint/gateway"
import { callApi } from "../http/call"
import { refusal, unreadable } from "../http/outcome"
import type { OutgoingMessage } from "../provider"

export const TELEGRAM = "telegram"

/** Letters under a picture, and in a message without one. */
const MAX_CAPTION = 1_024
const MAX_TEXT = 4_096
/** The person blocked the bot or is no more. */
const NO_CHAT = /chat not found|user is deactivated|PEER_ID_INVALID/i

export type TelegramOptions = { token: string; url: string }

type Answer = {
  ok?: boolean
  result?: { message_id?: number }
  description?: string
  parameters?: { retry_after?: number }
}

/** Sends to chats with the shop's bot by Telegram's Bot API. */
export class TelegramGateway implements Gateway {
  readonly name = TELEGRAM

  constructor(private readonly options: TelegramOptions) {}

  async send({ address }: Endpoint, message: OutgoingMessage): Promise<EndpointResult> {
    const { method, ...body } = telegramMessage(message)
    const outcome = await this.call(method, { chat_id: address, ...body })
    if (outcome.kind !== "answer") return refusal(TELEGRAM, outcome, explain)!
    const { ok, result, description = "", parameters } = (outcome.body ?? {}) as Answer
    if (ok) return { state: "accepted", providerId: String(result?.message_id ?? "") || null }
    if (outcome.status < 300) return unreadable(TELEGRAM, outcome.status)
    const error = `telegram: ${outcome.status} ${description}`.slice(0, 500)
    if (outcome.status === 429) {
      const seconds = parameters?.retry_after
      return {
        state: "deferred",
        scope: "provider",
        retryAfterMs: seconds ? seconds * 1_000 : null,
        error,
      }
    }
    if (outcome.status === 403 || NO_CHAT.test(description)) return { state: "gone", error }
    // 404 is what a wrong token is answered with.
    if (outcome.status === 404)
      return { state: "deferred", scope: "provider", retryAfterMs: null, error }
    return refusal(TELEGRAM, outcome, explain) ?? { state: "failed", class: "rejected", error }
  }

  /** Ends the waiting that a press on a button shows. Nothing hangs on it. */
  async answerPress(id: string): Promise<void> {
    await this.call("answerCallbackQuery", { callback_query_id: id })
  }

  private call(method: string, body: object) {
    const { url, token } = this.options
    return callApi(`${url}/bot${token}/${method}`, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    })
  }
}

/** A message as the Bot API takes it. A text that is too long for a caption stands below the picture's preview. */
function telegramMessage(message: OutgoingMessage) {
  const text = joinPieces(message.text)
  const { image = "", buttons = [] } = message.card ?? {}
  const rows = buttons
    .map(({ label, url }, i) => [
      url ? { text: label, url } : { text: label, callback_data: pressData(message.token, i) },
    ])
    .filter(([button]) => button.text)
  const markup = rows.length ? { reply_markup: { inline_keyboard: rows } } : {}
  if (image && text.length <= MAX_CAPTION)
    return { method: "sendPhoto", photo: image, caption: text, ...markup }
  return {
    method: "sendMessage",
    text: text.slice(0, MAX_TEXT),
    link_preview_options: image ? { url: image, show_above_text: true } : { is_disabled: true },
    ...markup,
  }
}

/** What comes back with a press: which button of which message. At most 64 bytes. */
function pressData(token: string, button: number): string {
  return `${token}:${button}`
}

/** Reads what {@link pressData} wrote. */
export function readPress(data: string): { token: string; button: number } | undefined {
  const [, token, button] = /^(\w+):(\d)$/.exec(data) ?? []
  return token ? { token, button: Number(button) } : undefined
}

function explain(body: unknown): string {
  return ((body ?? {}) as Answer).description ?? ""
}
