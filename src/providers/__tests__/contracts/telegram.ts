import { z } from "@medusajs/framework/zod"
import type { Answer, Call } from "./fake-api"

/**
 * What Telegram promises of its Bot API (documentation as of November 2026): methods by POST with JSON, answers
 * `{ ok, result }` or `{ ok: false, error_code, description, parameters }`, limits of texts and buttons, and updates with
 * the webhook's secret in a header.
 * https://core.telegram.org/bots/api, https://core.telegram.org/bots/features#deep-linking
 */
export const TELEGRAM_BOT = {
  token: "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11",
  secret: "a-secret-of-the-webhook",
}

const button = z.union([
  z.strictObject({ text: z.string().min(1), url: z.url() }),
  z.strictObject({
    text: z.string().min(1),
    callback_data: z.string().refine((data) => Buffer.byteLength(data) <= 64),
  }),
])
const reply_markup = z.strictObject({ inline_keyboard: z.array(z.array(button)) }).optional()
const chat_id = z.string().regex(/^-?\d+$/)

const METHODS: Record<string, z.ZodType> = {
  sendMessage: z.strictObject({
    chat_id,
    text: z.string().min(1).max(4_096),
    link_preview_options: z
      .strictObject({
        is_disabled: z.boolean(),
        url: z.url(),
        show_above_text: z.boolean(),
      })
      .partial(),
    reply_markup,
  }),
  sendPhoto: z.strictObject({
    chat_id,
    photo: z.url(),
    caption: z.string().max(1_024),
    reply_markup,
  }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string() }),
}

const problem = (code: number, description: string, parameters?: object): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
})

/** What it says when a bot is too fast. */
export const TELEGRAM_SLOW_DOWN = problem(429, "Too Many Requests: retry after 7", {
  retry_after: 7,
})

/** Answers as the Bot API does. */
export function telegramApi(call: Call): Answer {
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(call.path) ?? []
  if (token !== TELEGRAM_BOT.token) return problem(404, "Not Found")
  const parsed = METHODS[method]?.safeParse(call.body)
  if (!parsed?.success) return problem(400, "Bad Request: wrong parameters")
  const { chat_id: chat } = call.body as { chat_id?: string }
  if (chat === "403") return problem(403, "Forbidden: bot was blocked by the user")
  if (chat === "400") return problem(400, "Bad Request: chat not found")
  return {
    status: 200,
    body: { ok: true, result: method.startsWith("send") ? { message_id: 77 } : true },
  }
}

/** An update as Telegram calls the webhook with it. */
export function telegramUpdate(update: object, secret = TELEGRAM_BOT.secret) {
  return {
    headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ update_id: 1, ...update })),
  }
}
