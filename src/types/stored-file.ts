import type { Iso } from "./common"

/** A picture that was uploaded for messages. */
export type Picture = {
  id: string
  name: string
  /** In bytes. */
  size: number
  /** Where everybody can see it. */
  url: string
}

/** What was uploaded for messages: a picture, or a file that goes along with e-mail. */
export type StoredFile = {
  id: string
  kind: "picture" | "attachment"
  name: string
  /** MIME type. */
  type: string
  /** In bytes. */
  size: number
  /** Of a picture. */
  url: string | null
  created_at: Iso
  /** Since when it cannot be read, though a message needs it; `null` as long as nothing is wrong. */
  lost_at: Iso | null
  /** Whether it was in a message, or is in a published version of a campaign; then it is kept. */
  sent: boolean
  /** What can still be sent with it; a `replacement` is a template or block as it was before, which can be put back. */
  used_in: { kind: "template" | "block" | "constant" | "replacement"; id: string; name: string }[]
}

/** What nothing uses any more. */
export type UnusedFiles = {
  count: number
  bytes: number
}
