import type { Align, Block, BlockOf, SocialNetwork } from "../../../../types/document"
import { all, type Element, hasContent, isElement, type Node, wordsOf } from "./dom"
import {
  colorOf,
  type Look,
  lookOf,
  ownBackground,
  pixels,
  roomOf,
  type Style,
  type StyleSheet,
} from "./styles"

type Made<Type extends Block["type"]> = Omit<BlockOf<Type>, "id">

const MAX_LABEL = 80
const ALIGNS: Align[] = ["left", "center", "right"]
const HOSTS: [RegExp, SocialNetwork][] = [
  [/instagram\.com/i, "instagram"],
  [/facebook\.com|fb\.com/i, "facebook"],
  [/tiktok\.com/i, "tiktok"],
  [/youtube\.com|youtu\.be/i, "youtube"],
  [/pinterest\./i, "pinterest"],
  [/(?:\/\/|\.)(?:twitter|x)\.com/i, "x"],
  [/linkedin\.com/i, "linkedin"],
]

/** A picture, with the link around it. @param room - how wide its place is, in pixels */
export function imageOf(
  image: Element,
  href: string,
  at: { look: Look; styles: StyleSheet; room: number }
): Made<"image"> | null {
  const { attribs } = image
  const style = at.styles.of(image)
  const src = attribs.src?.trim()
  if (!src || isPixel(attribs, style)) return null
  return {
    type: "image",
    background: at.look.background,
    padding: 0,
    src,
    alt: (attribs.alt ?? "").trim().slice(0, 1_000),
    href,
    // Mail programs want the width in pixels; in styles it often says "as wide as there is room".
    width: shareOf(pixels(attribs.width) ? attribs.width : style.width, at.room),
    align: alignOf(style, at.look),
  }
}

/** One that only counts openings. */
export function isPixel(attribs: Record<string, string>, style: Style): boolean {
  const sides = [attribs.width ?? style.width, attribs.height ?? style.height].map(pixels)
  return sides.some((side) => side !== undefined && side <= 1)
}

function shareOf(width: string | undefined, room: number): number {
  const text = width?.trim() ?? ""
  const share = text.endsWith("%") ? parseFloat(text) : ((pixels(text) ?? room) / room) * 100
  return Math.max(5, Math.min(100, Math.round(share) || 100))
}

/** `margin: 0 auto` is how a picture is put into the middle. */
function alignOf(style: Style, { align }: Look) {
  return /\bauto\b/.test(style.margin ?? "") ? ("center" as const) : align
}

export type FoundButton = { button: Made<"button">; color: string; radius: number }

/** The button that an element is or holds and nothing else: a link that lies on a colour of its own, or in a frame. */
export function buttonIn(element: Element, above: Look, styles: StyleSheet): FoundButton | null {
  const chain = soleLink(element)
  const link = chain?.at(-1)
  if (!chain || !link || !/^a$/.test(link.name)) return null
  const label = wordsOf(link)
  const href = link.attribs.href?.trim()
  if (!label || label.length > MAX_LABEL || !href) return null
  const worn = chain.map((one) => styles.of(one))
  const own = worn.at(-1)!
  const colors = chain.flatMap((one, at) => ownBackground(one, worn[at]) ?? [])
  const color = colors.at(-1)
  const framed = /[1-9]\d*px\s+(solid|dashed)/i.test(own.border ?? "")
  const filled = color !== undefined && color !== above.background
  const plain = (own["text-decoration"] ?? "").includes("none") || ownBackground(link, own)
  if (!(filled && plain) && !framed) return null
  const look = chain.reduce((outer, one, at) => lookOf(one, worn[at], outer), above)
  const inner = worn.map((style) => pixels(style["border-radius"]?.split(/\s+/)[0]))
  return {
    button: {
      type: "button",
      background: above.background,
      padding: roomOf(worn[0]) ?? 12,
      label,
      href,
      align: chain.length > 1 ? outerAlign(chain, styles, above) : above.align,
      wide: own.display === "block" && own.width === "100%",
    },
    color: filled ? color : (colorOf(own.border) ?? look.color),
    radius: inner.find((radius) => radius !== undefined) ?? 0,
  }
}

/** Where the button lies, not its words: as what is around the innermost frame says. */
function outerAlign(chain: Element[], styles: StyleSheet, above: Look) {
  const frame = chain.map(({ name }) => name).lastIndexOf("table")
  const around = chain
    .slice(0, Math.max(frame + 1, 1))
    .reduce((look, one) => lookOf(one, styles.of(one), look), above).align
  return ALIGNS.find((align) => align === chain[frame]?.attribs.align?.toLowerCase()) ?? around
}

/** From an element down to the one link that holds all that is in it. */
function soleLink(element: Element): Element[] | null {
  if (all("img", element).length) return null
  const chain = [element]
  for (let one = element; one.name !== "a"; chain.push(one)) {
    const inner = one.children.filter(hasContent)
    if (inner.length !== 1 || !isElement(inner[0])) return null
    one = inner[0]
  }
  return chain
}

/** Links to the shop's places elsewhere, when there is nothing but such links. */
export function socialIn(nodes: Node[], look: Look): Made<"social"> | null {
  const links = nodes.flatMap((node) => all("a", node))
  const count = (within: Node[]) => [
    within
      .map((node) => wordsOf(node))
      .join("")
      .replace(/\s/g, ""),
    within.flatMap((node) => all("img", node)).length,
  ]
  if (String(count(nodes)) !== String(count(links))) return null
  const found = new Map<SocialNetwork, string>()
  for (const { attribs } of links) {
    const network = HOSTS.find(([host]) => host.test(attribs.href ?? ""))?.[1]
    if (!network) return null
    found.set(network, attribs.href.trim())
  }
  if (found.size < 2) return null
  return {
    type: "social",
    background: look.background,
    padding: 8,
    align: look.align,
    links: [...found].map(([network, url]) => ({ network, url })),
  }
}
