import type { Channel } from "../../types/common"
import type { Attachment, MessageCard } from "../../types/content"

/** What a marketer writes: Liquid in every part. */
export type ContentParts = {
  /** E-mail when left out. */
  channel?: Channel
  /** The title, where a channel has one. */
  subject: string
  preheader: string
  /** Of e-mail only. */
  html: string
  /** Written by hand; `null` makes it from the HTML. All other channels have nothing but this. */
  text: string | null
  card?: MessageCard | null
  /** The same in other languages, each for those who read it. */
  languages?: LanguageParts[]
  /** Of e-mail, in all its languages. */
  attachments?: Attachment[]
}

/** What a message says in one more language. */
export type LanguageParts = Omit<ContentParts, "channel" | "languages" | "attachments"> & {
  /** As BCP 47 writes it. */
  language: string
}
