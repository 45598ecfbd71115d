import type { Channel, Iso, MessageSource } from "./common"
import type { Attachment, MessageCard } from "./content"
import type { MessageState } from "./profile"

/** A message as it was sent, for the sandbox outbox and the profile's timeline. */
export type StoredMessage = {
  id: string
  channel: Channel
  state: MessageState
  reason: string | null
  to: string | null
  subject: string
  html: string
  text: string
  card: MessageCard | null
  headers: Record<string, string>
  attachments: Attachment[]
  sent_at: Iso | null
  source: MessageSource | null
  profile: { id: string; name: string | null; email: string | null }
  /**
   * `captured`: the stored bytes of the sandbox. `as_sent`: made again from the frozen content and what was kept of the person.
   * `rendered_now`: the same with today's data, as nothing was kept.
   */
  copy: "captured" | "as_sent" | "rendered_now"
  events: { kind: string; at: Iso; verdict: string | null; url: string | null }[]
}

/** One message of the sandbox outbox. */
export type OutboxItem = {
  id: string
  channel: Channel
  /** What it begins with, where a channel has no subject. */
  subject: string
  to: string
  at: Iso
  source: MessageSource | null
  profile: { id: string; name: string | null; email: string | null }
}
