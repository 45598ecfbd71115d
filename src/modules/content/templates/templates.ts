import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import type { SendingChannel } from "../../../types/common"
import type { Template } from "../../../types/content"
import { knownAttachments } from "../attachments/store"
import { assertTemplate } from "../publish/publish"
import {
  ARCHIVE_TEMPLATE,
  DELETE_TEMPLATE,
  INSERT_TEMPLATE,
  RESTORE_TEMPLATE,
  TEMPLATE_BY_ID,
  UPDATE_TEMPLATE,
} from "../sql/templates"
import { compileParts, type WrittenParts } from "./compile"
import { type TemplateRow, withTimes } from "./row"

export type TemplateInput = Omit<WrittenParts, "channel"> & {
  /** Fixed for good when the template is made; e-mail when left out. */
  channel?: SendingChannel
  name: string
  folder?: string
}

/** Saves a new template. @throws MedusaError `invalid_data` naming the first mistake and its place */
export async function createTemplate(db: Db, input: TemplateInput, now: Date): Promise<Template> {
  const template = compileParts(input)
  assertTemplate(template)
  const row = await queryOne<TemplateRow>(db, INSERT_TEMPLATE, {
    ...columns(template),
    attachments: JSON.stringify(await knownAttachments(db, template.attachments ?? [])),
    id: generateEntityId(undefined, "tmpl"),
    channel: input.channel ?? "email",
    now,
  })
  return withTimes<Template>(row!)
}

/** The template with this id. @throws MedusaError `not_found` */
export async function getTemplate(db: Db, id: string): Promise<Template> {
  const row = await queryOne<TemplateRow>(db, TEMPLATE_BY_ID, { id })
  return row ? withTimes<Template>(row) : missing(id)
}

/**
 * Changes what is given and leaves the rest.
 * @throws MedusaError `not_found`, or `invalid_data` naming the first mistake and its place
 */
export async function updateTemplate(
  db: Db,
  id: string,
  change: Partial<TemplateInput>,
  now: Date
): Promise<Template> {
  const before = await getTemplate(db, id)
  const next = compileParts({ ...before, ...change, channel: before.channel })
  assertTemplate(next)
  const row = await queryOne<TemplateRow>(db, UPDATE_TEMPLATE, {
    ...columns(next),
    attachments: JSON.stringify(await knownAttachments(db, next.attachments ?? [])),
    id,
    now,
  })
  return row ? withTimes<Template>(row) : missing(id)
}

/** Puts a template away or takes it out again; what uses it goes on. @throws MedusaError `not_found` */
export async function archiveTemplate(
  db: Db,
  id: string,
  archived: boolean,
  now: Date
): Promise<Template> {
  const row = await queryOne<TemplateRow>(db, ARCHIVE_TEMPLATE, { id, archived, now })
  return row ? withTimes<Template>(row) : missing(id)
}

/** Takes a template out of every list; messages sent with it keep their content. @throws MedusaError `not_found` */
export async function deleteTemplate(db: Db, id: string, now: Date): Promise<void> {
  if (!(await execute(db, DELETE_TEMPLATE, { id, now }))) missing(id)
}

/** Takes {@link deleteTemplate} back. */
export async function restoreTemplate(db: Db, id: string): Promise<void> {
  await execute(db, RESTORE_TEMPLATE, { id })
}

function columns(input: TemplateInput) {
  const { name, folder, subject, preheader, html, text, card, document, languages } = input
  return {
    name,
    folder: folder ?? "",
    subject,
    preheader,
    html,
    text,
    card: card ? JSON.stringify(card) : null,
    document: document ? JSON.stringify(document) : null,
    languages: JSON.stringify(languages ?? []),
  }
}

function missing(id: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Template with id ${id} was not found`)
}
