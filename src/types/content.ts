import type { Channel, Iso } from "./common"

export type Template = {
  id: string
  name: string
  channel: Channel
  subject: string
  preheader: string
  html: string
  /** Written by hand; `null` means it is made from the HTML. */
  text: string | null
  created_at: Iso
  updated_at: Iso
}

/** A mistake in a template, with its place in the part it is in. Lines and columns count from 1. */
export type TemplateProblem = {
  part: "subject" | "preheader" | "html" | "text"
  line: number | null
  column: number | null
  message: string
}

/** A message as one person would get it. */
export type RenderedMessage = {
  subject: string
  preheader: string
  html: string
  text: string
}

/** Answer of `POST /admin/engage/templates/preview`. */
export type TemplatePreview = {
  rendered: RenderedMessage | null
  problems: TemplateProblem[]
  /** Size of the HTML in bytes: Gmail cuts a message at about 102 KB. */
  bytes: number
  profile: { id: string; name: string | null; email: string | null } | null
}

/** What a template may say in `{{ }}`. */
export type TemplateVariable = {
  path: string
  label: string
  group: "profile" | "last_order" | "shop" | "message"
  sample: string
  /** Whether it can be empty, so that a fallback is wise. */
  nullable: boolean
}
