import type { MessageCard } from "../../../types/content"

/** A template made ready to send: what is added to every message is in it, and its links are counted. */
export type FrozenContent = {
  subject: string
  preheader: string
  html: string
  text: string
  /** By number, as written by the author; may contain Liquid. */
  links: string[]
  /** Its links are counted too; `null` for e-mail and text messages. */
  card: MessageCard | null
}
