import type { Iso, SendingChannel } from "./common"
import type { Block, MessageDocument } from "./document"
import type { Use } from "./use"

/** What a message shows beside its title and text, on channels that can. Every value may hold Liquid; empty is none. */
export type MessageCard = {
  /** Address of a picture. */
  image: string
  /** Where a press on the message leads. */
  link: string
  buttons: { label: string; url: string }[]
  /** Sent in place of the text, where a channel takes only what it approved; left out or null for none. */
  template?: ApprovedTemplate | null
  /** Where in the shop it is shown, as the storefront calls its places; {@link CORNER} when left out or null. */
  place?: string | null
}

/** The place that the tracker shows messages in by itself. */
export const CORNER = "corner"

/** A message that the channel's owner has approved, with what is put into its gaps. */
export type ApprovedTemplate = {
  name: string
  /** Its language as BCP 47 says it, such as `en-GB`. */
  language: string
  /** In the order of its gaps. Values may hold Liquid. */
  parameters: string[]
}

/** A file that goes along with an e-mail. It lies among the shop's files, as a private one. */
export type Attachment = {
  id: string
  name: string
  /** MIME type. */
  type: string
  /** In bytes. */
  size: number
}

/** On the way a file takes a third more: this much stays below the 10 MB that every mail service takes. */
export const MOST_ATTACHED = { files: 10, bytes: 7_000_000 }

/** How a text message travels and what it is billed as. */
export type SmsLength = {
  encoding: "gsm-7" | "ucs-2"
  /** Places taken: of 7 bits in GSM 7-bit, of 16 bits in UCS-2. */
  units: number
  /** Messages that are billed. */
  segments: number
  /** Places left in the last of them. */
  left: number
  /** Letters because of which the dearer encoding is needed, at most ten. */
  special: string[]
}

export type Template = {
  id: string
  name: string
  channel: SendingChannel
  subject: string
  preheader: string
  /** Made from `document` when there is one. */
  html: string
  /** Written by hand; `null` means it is made from the HTML. All there is of a text message. */
  text: string | null
  /** `null` for e-mail and text messages. */
  card: MessageCard | null
  /** The message as blocks; `null` when it is written as HTML. */
  document: MessageDocument | null
  /** The same message in other languages; who reads none of them gets it as it stands above. */
  languages: TemplateLanguage[]
  /** Of e-mail, in all its languages. */
  attachments: Attachment[]
  /** The empty one is none. */
  folder: string
  /** Words by which it is found again, in the order of the alphabet. */
  tags: string[]
  archived_at: Iso | null
  created_at: Iso
  updated_at: Iso
}

/** A template with what sends it: broadcasts, and campaigns whose draft or published version has it. */
export type UsedTemplate = Template & { used_in: TemplateUse[] }

/** A template as lists have it: without its message. */
export type ListedTemplate = Omit<
  UsedTemplate,
  "preheader" | "html" | "text" | "card" | "document" | "languages" | "attachments"
> & {
  /** How the text of a message without a subject begins; `null` for one with a subject. */
  excerpt: string | null
}
export type TemplateUse = Use<"broadcast" | "campaign">

/** An e-mail as the sample person would get it today, to be shown small beside its name. */
export type TemplatePicture = { id: string; html: string }

/** A template in one more language; it says everything anew. */
export type TemplateLanguage = Pick<
  Template,
  "subject" | "preheader" | "html" | "text" | "card" | "document"
> & {
  /** As BCP 47 writes it: `de`, `pt-BR`. */
  language: string
}

/** A mistake in a template, with its place in the part it is in. Lines and columns count from 1. */
export type TemplateProblem = {
  /** Left out in the template's own language. */
  language?: string
  part: "subject" | "preheader" | "html" | "text" | "card"
  line: number | null
  column: number | null
  message: string
}

/** How a message of another tool comes in: as blocks of the editor, or as its HTML letter by letter. */
export const IMPORT_AS = ["blocks", "html"] as const
export type ImportAs = (typeof IMPORT_AS)[number]

/** What could not be taken over from another tool's message, with up to 20 examples. */
export type ImportProblem = {
  kind:
    | "mjml"
    | "removed"
    | "style_sheet"
    | "placeholder"
    | "picture_missing"
    | "picture_elsewhere"
    | "unsubscribe"
    | "kept_html"
    | "no_blocks"
  details: string[]
  count: number
}

/** Answer of `POST /admin/engage/templates/import`. */
export type ImportedTemplate = {
  template: Template
  /** How many parts can be changed in the editor, and how many stay HTML; `null` for a message as HTML. */
  parts: { editable: number; html: number } | null
  problems: ImportProblem[]
}

/** A message as one person would get it. */
export type RenderedMessage = {
  subject: string
  preheader: string
  html: string
  text: string
  card: MessageCard | null
}

/** Answer of `POST /admin/engage/templates/preview`. */
export type TemplatePreview = {
  /** HTML of the language that is being written, made from its blocks if it has any. */
  html: string
  /** The text part in the language that is being written. */
  text: string
  /**
   * Which language is shown (`null`: the template's own) and which the chosen person reads, if that is known; nothing for a
   * template of one language.
   */
  language: { shown: string | null; reads: string | null } | null
  rendered: RenderedMessage | null
  attachments: Attachment[]
  problems: TemplateProblem[]
  /** Size of the HTML in bytes: Gmail cuts a message at about 102 KB. */
  bytes: number
  /** Length of a text message; `null` for others. */
  sms: SmsLength | null
  profile: { id: string; name: string | null; email: string | null } | null
  /** The campaign for which it is shown, and from when what let somebody in is taken: `null` before it ever happened. */
  campaign: { name: string; at: Iso | null } | null
}

/** What a template may say in `{{ }}`. */
export type TemplateVariable = {
  path: string
  label: string
  group:
    | "profile"
    | "last_order"
    | "products"
    | "shop"
    | "constants"
    | "campaign"
    | "trigger"
    | "message"
  sample: string
  /** How its value is most likely wanted. */
  format: "plain" | "money" | "date"
  /** What stands in `{{ }}` to write it so. */
  liquid: string
  /** Whether it can be empty, so that a fallback is wise. */
  nullable: boolean
}

/** What kind of value a constant holds. */
export const CONSTANT_KINDS = ["text", "link", "image", "color"] as const
export type ConstantKind = (typeof CONSTANT_KINDS)[number]

/** A value that many messages share, named `{{ constants.<key> }}` in them. */
export type Constant = {
  key: string
  label: string
  kind: ConstantKind
  value: string
  /** Comes with every shop and cannot be deleted. */
  built_in: boolean
  used_in: { id: string; name: string }[]
}

/** A block that is used in many messages. */
export type SavedBlock = {
  id: string
  name: string
  block: Block
  /** Templates that have it. */
  used_in: { id: string; name: string }[]
  updated_at: Iso
}

/** A finished message to begin with. */
export type ReadyTemplate = {
  key: string
  name: string
  description: string
  subject: string
  preheader: string
  document: MessageDocument
  /** How it looks with the shop's products and colour. */
  html: string
}
