import { type Db, query } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import { onePer, Together } from "../../../lib/together"
import { messageLinks, withProduct } from "../../content/render/links"
import { buildScope } from "../../content/render/scope"
import { withClickProof } from "../../profile/events/click-proof"
import type { Sender } from "../ledger/runs"
import { shopScope } from "../message/compose"
import { type MessageKey, openMessageToken } from "../message/token"
import { LINKS } from "../sql/tracking"
import { knownOf } from "./known"
import { isPersonal, linkTarget } from "./link-target"
import { recordEvent } from "./record"
import { clickVerdict } from "./verdict"

type Link = { ref: string; title: string; channel: string; sender: Sender; url: string | null }

type LinkKey = { key: MessageKey; no: number }

export type ClickRequest = {
  token: string
  /** The link's number, as it stands in the path. */
  link: string
  method: string
  userAgent: string | undefined
  /** Handle of the product, for links of product lists. */
  product?: string
}

/**
 * Follows a link of a message and records the click. Only links that the author wrote are ever followed.
 * @returns where to, or `undefined` when the link is not of this shop
 */
export async function followLink(
  db: Db,
  options: EngageOptions,
  request: ClickRequest,
  now: Date
): Promise<string | undefined> {
  const key = openMessageToken(await publicIds(db), request.token)
  if (!key || !/^\d{1,4}$/.test(request.link)) return undefined
  const no = Number(request.link)
  const stored = await linksOf(db).do({ key, no })
  if (!stored?.url) return undefined
  const link = { ...stored, url: withProduct(stored.url, request.product) }
  const scope = isPersonal(link.url)
    ? await scopeOf(db, options, key, request, link, now)
    : undefined
  const target = linkTarget(link.url, options.storefrontUrl, link, scope)
  if (!target) return undefined
  const verdict = clickVerdict(request.method, request.userAgent)
  await recordEvent(db, key, { kind: "clicked", verdict, link: no, now })
  const toShop = new URL(target).origin === new URL(options.storefrontUrl).origin
  if (!toShop || verdict !== "human") return target
  return withClickProof(await publicIds(db), target, key.profileId, now)
}

const linksOf = onePer((db: Db) => new Together((asked: LinkKey[]) => findLinks(db, asked)))

async function findLinks(db: Db, asked: LinkKey[]): Promise<(Link | undefined)[]> {
  const found = await query<Link & { no: number }>(db, LINKS, {
    runs: asked.map(({ key }) => key.runId),
    profiles: asked.map(({ key }) => key.profileId),
    passes: asked.map(({ key }) => key.pass),
    links: asked.map(({ no }) => no),
  })
  const byPlace = new Map(found.map((link) => [link.no, link]))
  return asked.map((_, i) => byPlace.get(i + 1))
}

async function scopeOf(
  db: Db,
  options: EngageOptions,
  key: MessageKey,
  request: ClickRequest,
  link: Link,
  now: Date
) {
  const { person, facts, currency } = await knownOf(db, { key, options })
  if (!person) return undefined
  const links = messageLinks(options.publicUrl, request.token, now)
  return buildScope(person, shopScope(options, link.sender, currency), links, facts)
}
