import type { Attachment, MessageCard } from "../../../types/content"

/** What a message says in one language, made ready to send. */
export type FrozenText = {
  subject: string
  preheader: string
  html: string
  text: string
  /** Its links are counted too; `null` for e-mail and text messages. */
  card: MessageCard | null
}

/** A template made ready to send: what is added to every message is in it, and its links are counted. */
export type FrozenContent = FrozenText & {
  /** By number, as written by the author, of all languages; may contain Liquid. */
  links: string[]
  /** What those get who read one of these languages. */
  languages: Record<string, FrozenText>
  /** Files that go along. */
  attachments: Attachment[]
}

/** Everything that a content says, in all its languages, for looking what it speaks of. */
export function sourceOf({ links, languages, attachments: _, ...own }: FrozenContent): string {
  const said = [own, ...Object.values(languages)].flatMap(({ card, ...texts }) => [
    ...Object.values(texts),
    JSON.stringify(card),
  ])
  return [...said, ...links].join(" ")
}
