import { z } from "@medusajs/framework/zod"
import { filed, folder } from "../../../filed"
import { paging, search } from "../../../paging"
import { place } from "../../../place"
import { SENDING_CHANNELS } from "../../../../types/common"
import { IMPORT_AS, MOST_ATTACHED } from "../../../../types/content"
import { documentSchema } from "../../../../modules/content/document/schema"
import { languageSchema } from "../../../../modules/content/languages/schema"

const MAX_HTML = 1_000_000

const name = z.string().trim().min(1, "must not be empty").max(200)
const subject = z.string().max(1_000)
const preheader = z.string().max(1_000)
const html = z.string().max(MAX_HTML)
const text = z.string().max(MAX_HTML).nullable()
/** Blocks instead of HTML: the HTML is made from them. */
const document = documentSchema.nullable()

const channel = z.enum(SENDING_CHANNELS)
const line = z.string().max(1_000)
const card = z
  .strictObject({
    image: line.default(""),
    link: line.default(""),
    buttons: z
      .array(z.strictObject({ label: line, url: line }))
      .max(3)
      .default([]),
    template: z
      .strictObject({
        name: z.string().trim().max(512),
        language: z
          .string()
          .regex(/^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/, "must be a language such as en-GB"),
        parameters: z.array(line).max(20),
      })
      .nullish(),
    place: place.nullish(),
  })
  .nullable()

/** Of files that were uploaded; what else is said of them counts for nothing. */
const attachments = z
  .array(
    z.strictObject({
      id: z.string().max(100),
      name: z.string().max(300).default(""),
      type: z.string().max(200).default(""),
      size: z.number().int().min(0).default(0),
    })
  )
  .max(MOST_ATTACHED.files, `at most ${MOST_ATTACHED.files} files go along with a message`)

/** What a message says in one language. */
const said = {
  subject: subject.default(""),
  preheader: preheader.default(""),
  html: html.default(""),
  text: text.default(null),
  card: card.default(null),
  document: document.default(null),
}

/** The same message in other languages. */
const languages = z
  .array(
    z.strictObject({
      language: languageSchema,
      ...said,
    })
  )
  .max(40)
  .refine(
    (all) => new Set(all.map((one) => one.language)).size === all.length,
    "must name each language once"
  )

export const CreateTemplate = z.strictObject({
  name,
  /** Cannot be changed later. */
  channel: channel.default("email"),
  folder: folder.default(""),
  ...said,
  languages: languages.default([]),
  attachments: attachments.default([]),
})
export type CreateTemplate = z.infer<typeof CreateTemplate>

export const UpdateTemplate = z
  .strictObject({
    name,
    folder,
    subject,
    preheader,
    html,
    text,
    card,
    document,
    languages,
    attachments,
    archived: z.boolean(),
  })
  .partial()
export type UpdateTemplate = z.infer<typeof UpdateTemplate>

export const PreflightTemplate = z.strictObject({
  channel: channel.default("email"),
  ...said,
  languages: languages.default([]),
  attachments: attachments.default([]),
})
export type PreflightTemplate = z.infer<typeof PreflightTemplate>

export const PreviewTemplate = PreflightTemplate.extend({
  profile_id: z.string().nullish(),
  /** The language that is being written; null for the message's own. */
  language: languageSchema.nullish(),
  /** Of the campaign that is to send it: its trigger is as it happened last. */
  campaign_id: z.string().max(100).nullish(),
})
export type PreviewTemplate = z.infer<typeof PreviewTemplate>

export const ListTemplates = z.strictObject({
  ...paging,
  channel: channel.optional(),
  q: search,
  ...filed,
})
export type ListTemplates = z.infer<typeof ListTemplates>

export const ListVariables = z.strictObject({
  profile_id: z.string().optional(),
  campaign_id: z.string().max(100).optional(),
})
export type ListVariables = z.infer<typeof ListVariables>

export const ListProducts = z.strictObject({
  ids: z
    .string()
    .regex(/^\w{1,64}(,\w{1,64}){0,99}$/, "must be ids of products, separated by commas")
    .optional(),
  profile_id: z.string().optional(),
})
export type ListProducts = z.infer<typeof ListProducts>

export const ListPictures = z.strictObject({
  ids: z
    .string()
    .regex(/^\w{1,64}(,\w{1,64}){0,99}$/, "must be ids of templates, separated by commas"),
})
export type ListPictures = z.infer<typeof ListPictures>

export const ImportTemplate = z.strictObject({ as: z.enum(IMPORT_AS).default("html") })
export type ImportTemplate = z.infer<typeof ImportTemplate>
