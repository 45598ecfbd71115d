import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../lib/db"
import type { Channel } from "../../types/common"
import type { EngageOptions } from "../../lib/options"
import { joinPieces } from "../../lib/pieces"
import { publicIds } from "../../lib/public-id"
import { PRODUCT_SOURCES } from "../../types/document"
import type { RenderedMessage, TemplatePreview, TemplateVariable } from "../../types/content"
import type { ProductScope } from "../../types/product"
import { readSettings } from "../profile/sync/settings"
import { bakeConstants } from "./constants/bake"
import { constantValues } from "./constants/store"
import { languageFor } from "./languages/choose"
import { inLanguage } from "./languages/parts"
import type { ContentParts } from "./parts"
import { composeContent } from "./publish/compose"
import { messageLinks } from "./render/links"
import { loadRecipient, type Recipient, type RelatedNeeds } from "./render/recipient"
import { createRenderer, type Rendering } from "./render/renderer"
import { buildScope, fullName, type Scope, type ShopScope } from "./render/scope"
import { sampleFacts, sampleWithProducts } from "./sample"
import { smsLength } from "./sms/segments"
import { validateTemplate } from "./validate"
import { listFields } from "../profile/fields/store"
import { constantVariables, fieldVariables, triggerVariables, VARIABLES } from "./variables"

/** Stands in the links of a preview: such a token opens nothing. */
const PREVIEW_TOKEN = "preview"
/** As long as the short token of a text message, so that its length is that of the real one. */
export const SHORT_PREVIEW_TOKEN = `s_${"preview".padEnd(21, "0")}`

/** `campaign` is that for which a message is shown: what it would say of what let somebody in, and from when that is. */
export type PreviewContext = {
  options: EngageOptions
  now: Date
  campaign?: { name: string; at: Date | null; keys: string[]; trigger: Record<string, unknown> }
}

/**
 * A message as one person would get it, in their language, or as the sample person in the language that is being written
 * when none is chosen. Mistakes of all languages come back as problems.
 * @param written - the language that is being written; `null` for the message's own
 * @throws MedusaError `not_found` when there is no such profile
 */
export async function previewContent(
  db: Db,
  parts: ContentParts,
  profileId: string | undefined,
  context: PreviewContext,
  written: string | null = null
): Promise<TemplatePreview> {
  const problems = validateTemplate(parts)
  const baked = bakeConstants(parts, await constantValues(db))
  const rendererIn = (language: string | null) =>
    createRenderer(composeContent(inLanguage(baked, language)), context.options.timeZone)
  const needs = problems.length
    ? { lastOrder: false }
    : createRenderer(composeContent(baked), context.options.timeZone)
  const person = await choosePerson(db, profileId, needs, written)
  const scope = await previewScope(db, person.recipient, context, parts.channel)
  const available = (parts.languages ?? []).map(({ language }) => language)
  const reads = person.profile && person.recipient.language
  const shown = person.profile ? languageFor(available, reads) : written
  const rendered = problems.length ? null : asText(rendererIn(shown).render(scope))
  const own = rendered && shown !== written ? asText(rendererIn(written).render(scope)) : rendered
  return {
    html: inLanguage(parts, written).html,
    text: own?.text ?? "",
    language: available.length ? { shown, reads } : null,
    rendered,
    attachments: parts.attachments ?? [],
    problems,
    bytes: rendered ? Buffer.byteLength(rendered.html) : 0,
    sms: rendered && parts.channel === "sms" ? smsLength(rendered.text) : null,
    profile: person.profile,
    campaign: context.campaign
      ? { name: context.campaign.name, at: context.campaign.at?.toISOString() ?? null }
      : null,
  }
}

/**
 * What a template may say, with the values of one person, or samples.
 * @throws MedusaError `not_found` when there is no such profile
 */
export async function listVariables(
  db: Db,
  profileId: string | undefined,
  context: PreviewContext
): Promise<TemplateVariable[]> {
  const { campaign } = context
  const said = campaign && triggerVariables(campaign.keys, campaign.trigger)
  const variables = [
    ...(said ?? []),
    ...VARIABLES.filter(({ group }) => !said || group !== "trigger"),
    ...fieldVariables(await listFields(db)),
    ...constantVariables(await constantValues(db)),
  ]
  if (!profileId) return variables
  const { recipient } = await choosePerson(db, profileId, {
    lastOrder: true,
    promoCode: true,
    products: null,
  })
  const scope = await previewScope(db, recipient, context)
  return variables.map((variable) =>
    ["constants", "products", "campaign", "trigger"].includes(variable.group)
      ? variable
      : { ...variable, sample: shown(scope, variable.path) }
  )
}

/**
 * The products that a message could show to one person, of every source, and those with the given ids.
 * @throws MedusaError `not_found` when there is no such profile
 */
export async function messageProducts(
  db: Db,
  ids: string[],
  profileId: string | undefined
): Promise<ProductScope> {
  const sources = PRODUCT_SOURCES.filter((source) => source !== "manual")
  const needs = { lastOrder: false, products: { sources, ids, languages: [] } }
  return (await choosePerson(db, profileId, needs)).recipient.products
}

function asText(rendering: Rendering): RenderedMessage {
  return { ...rendering, html: joinPieces(rendering.html), text: joinPieces(rendering.text) }
}

/** Everything a message shown to staff can see: one person, the shop, links that open nothing, and sample facts. */
export async function previewScope(
  db: Db,
  person: Recipient,
  { options, now, campaign }: PreviewContext,
  channel?: Channel
): Promise<Scope> {
  const shop = await shopScopeOf(db, options)
  const token = channel === "sms" ? SHORT_PREVIEW_TOKEN : PREVIEW_TOKEN
  return buildScope(person, shop, messageLinks(options.publicUrl, token, now), {
    ...sampleFacts(),
    ...(campaign && { trigger: campaign.trigger }),
  })
}

/** What a message without a broadcast knows of the shop. */
export async function shopScopeOf(db: Db, options: EngageOptions): Promise<ShopScope> {
  const { currency } = await readSettings(db, options)
  return {
    name: options.sender.name,
    url: options.storefrontUrl,
    address: options.sender.postalAddress ?? null,
    currency,
  }
}

/** @param language - which the sample person reads, if nobody is chosen */
async function choosePerson(
  db: Db,
  id: string | undefined,
  needs: RelatedNeeds,
  language: string | null = null
) {
  if (!id) return { recipient: await sampleWithProducts(db, needs, language), profile: null }
  const profileId = (await publicIds(db)).openOne("prof", id, "Profile")
  const recipient = await loadRecipient(db, profileId, needs)
  if (!recipient) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Profile with id ${id} was not found`)
  }
  return { recipient, profile: { id, name: fullName(recipient), email: recipient.email } }
}

function shown(scope: Scope, path: string): string {
  const [group, key] = path.split(".") as [keyof Scope, string]
  const value = (scope[group] as Record<string, unknown> | null)?.[key]
  if (Array.isArray(value)) return `${value.length} items`
  return value === null || value === undefined ? "" : String(value)
}
