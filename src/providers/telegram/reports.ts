import {
  type ChatReport,
  NotSignedError,
  type ReportReader,
  type WebhookRequest,
} from "../provider"
import { jsonBody, sameSecret } from "../reports/signed"
import { isStop } from "../reports/stop-word"
import { readPress } from "./gateway"

type Chat = {
  id: number
  type?: string
  first_name?: string
  last_name?: string
  username?: string
}
type Update = {
  message?: { date: number; chat: Chat; text?: string }
  my_chat_member?: { date: number; chat: Chat; new_chat_member: { status: string } }
  callback_query?: { id: string; data?: string; message?: { chat: Chat } }
}

/** Telegram's updates, which carry the secret that was given with the webhook. */
export class TelegramReports implements ReportReader {
  /** @param answerPress - ends the waiting that a press on a button shows */
  constructor(
    private readonly secret: string,
    private readonly answerPress: (id: string) => Promise<void>
  ) {}

  async read({ headers, body, now }: WebhookRequest): Promise<ChatReport[]> {
    if (!sameSecret(headers["x-telegram-bot-api-secret-token"] ?? "", this.secret))
      throw new NotSignedError("wrong secret token")
    const { message, my_chat_member: member, callback_query: press } = jsonBody(body) as Update
    if (message?.chat.type === "private") return fromMessage(message)
    if (member?.new_chat_member.status === "kicked") {
      const at = new Date(member.date * 1_000)
      return [{ kind: "left", address: String(member.chat.id), at }]
    }
    if (!press?.message) return []
    await this.answerPress(press.id)
    const pressed = readPress(press.data ?? "")
    if (!pressed) return []
    return [
      {
        kind: "pressed",
        id: press.id,
        address: String(press.message.chat.id),
        at: now,
        ...pressed,
      },
    ]
  }
}

const START = /^\/start(?:\s+(\w+))?$/

function fromMessage({ chat, text = "", date }: NonNullable<Update["message"]>): ChatReport[] {
  const base = { address: String(chat.id), at: new Date(date * 1_000) }
  const start = START.exec(text.trim())
  if (start) return [{ ...base, kind: "joined", invitation: start[1] ?? null, name: nameOf(chat) }]
  return isStop(text.trim().replace(/^\//, "")) ? [{ ...base, kind: "left" }] : []
}

function nameOf({ username, first_name, last_name }: Chat): string | null {
  if (username) return `@${username}`
  return [first_name, last_name].filter(Boolean).join(" ") || null
}
