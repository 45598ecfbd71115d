import { isDeepStrictEqual } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import { type Db, queryOne } from "../../../lib/db"
import { joinPieces, type Pieces } from "../../../lib/pieces"
import type { Liquid } from "liquidjs"
import { languageFor } from "../languages/choose"
import type { MessageCard } from "../../../types/content"
import { compileTemplate } from "../liquid/compile"
import { engines } from "../liquid/engine"
import { type FrozenContent, type FrozenText, sourceOf } from "../publish/frozen"
import { type ProductNeeds, productNeeds } from "../products/needs"
import { CONTENT_BY_ID } from "../sql/content"
import { saysFacts } from "./facts"
import { saysField } from "./said"
import type { Scope } from "./scope"

/** A message for one person. */
export type Rendering = {
  subject: string
  preheader: string
  html: Pieces
  text: Pieces
  card: MessageCard | null
}

/** A frozen content made ready to render, once for all its messages. */
export type Renderer = {
  content: FrozenContent
  /** Whether it speaks of the last order, which then has to be loaded. */
  lastOrder: boolean
  /** Whether it says the last promo code of its person, as that has to be looked up. */
  promoCode: boolean
  /** Whether it says what a campaign knows beside the person. */
  facts: boolean
  /** Whether it may say a field of its person. */
  says: (field: string) => boolean
  /** The products it shows, which have to be loaded too. */
  products: ProductNeeds | null
  /**
   * The message for one person, in their language if it is there.
   * @throws Error when the template cannot be rendered with these values
   */
  render(scope: Scope): Rendering
}

const MAX_CACHED = 50
const cached = new Map<string, Renderer>()

/** Parses a content once. Dates are shown in the given IANA zone. */
export function createRenderer(content: FrozenContent, timeZone: string): Renderer {
  const own = textRenderer(content, timeZone)
  const available = Object.keys(content.languages)
  const others = new Map(
    available.map((language) => [language, textRenderer(content.languages[language], timeZone)])
  )
  const all = sourceOf(content)
  return {
    content,
    lastOrder: /\blast_order\b/.test(all),
    promoCode: /\blast_promo_code\b/.test(all),
    facts: saysFacts(all),
    says: saysField(all),
    products: productNeeds(all, available),
    render: (scope) => {
      const language = languageFor(available, scope.profile.language as string | null)
      return ((language && others.get(language)) || own)(scope)
    },
  }
}

/** What a message says in one language, parsed once. */
function textRenderer(content: FrozenText, timeZone: string): (scope: Scope) => Rendering {
  const { html, text } = engines(timeZone)
  const subject = compileTemplate(text, text.parse(content.subject))
  const preheader = compileTemplate(text, text.parse(content.preheader))
  const htmlPart = compileTemplate(html, html.parse(content.html))
  const textPart = compileTemplate(text, text.parse(content.text))
  const card = content.card && cardRenderer(text, content.card)
  return (scope) => ({
    subject: oneLine(joinPieces(subject(scope))),
    preheader: oneLine(joinPieces(preheader(scope))),
    html: htmlPart(scope),
    text: textPart(scope),
    card: card && card(scope),
  })
}

function cardRenderer(engine: Liquid, { image, link, buttons, template, place }: MessageCard) {
  const part = (source: string) => compileTemplate(engine, engine.parse(source))
  const one = (render: ReturnType<typeof part>, scope: Scope) => oneLine(joinPieces(render(scope)))
  const [picture, target] = [part(image), part(link)]
  const pressed = buttons.map(({ label, url }) => ({ label: part(label), url: part(url) }))
  const parameters = (template?.parameters ?? []).map(part)
  return (scope: Scope): MessageCard => ({
    image: one(picture, scope),
    link: one(target, scope),
    buttons: pressed.map(({ label, url }) => ({ label: one(label, scope), url: one(url, scope) })),
    ...(place && { place }),
    ...(template && {
      template: { ...template, parameters: parameters.map((value) => one(value, scope)) },
    }),
  })
}

/**
 * The renderer of a published content, parsed once as long as it is in use.
 * @throws MedusaError `not_found`
 */
export async function loadRenderer(db: Db, contentId: number, timeZone: string): Promise<Renderer> {
  const content = await loadContent(db, contentId)
  const key = `${contentId} ${timeZone}`
  let renderer = cached.get(key)
  if (!renderer || !isDeepStrictEqual(renderer.content, content)) {
    renderer = createRenderer(content, timeZone)
    cached.delete(key)
    cached.set(key, renderer)
    if (cached.size > MAX_CACHED) cached.delete(cached.keys().next().value as string)
  }
  return renderer
}

/** The frozen content with this number. @throws MedusaError `not_found` */
export async function loadContent(db: Db, id: number): Promise<FrozenContent> {
  const content = await queryOne<FrozenContent>(db, CONTENT_BY_ID, { id })
  if (!content) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Content ${id} was not found`)
  }
  return content
}

/** Header text is one line: a line break in a name must not start another header. */
function oneLine(value: string): string {
  return value.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim()
}
