import type { Align } from "../../../../types/document"
import { all, type Element, type Node, wordsOf } from "./dom"

export type Style = Record<string, string>

/** The declarations of an element: its own over those of its classes and of its name. */
export type StyleSheet = { of(element: Element): Style; source: string }

/** Reads the plain rules (`p`, `.button`, `td.name`) of a message's style sheets; those for some screens only are not for all. */
export function readStyleSheet(root: Node): StyleSheet {
  const source = all("style", root)
    .map((element) => rawText(element))
    .join("\n")
  const rules = new Map<string, Style>()
  for (const [, selectors, body] of unconditional(source).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(",")) {
      const name = selector.trim().toLowerCase()
      rules.set(name, { ...rules.get(name), ...declarations(body) })
    }
  }
  const of = (element: Element): Style => {
    const classes = (element.attribs.class ?? "").toLowerCase().split(/\s+/).filter(Boolean)
    const selectors = [
      element.name,
      ...classes.flatMap((name) => [`.${name}`, `${element.name}.${name}`]),
    ]
    const found = selectors.map((selector) => rules.get(selector))
    return Object.assign({}, ...found, declarations(element.attribs.style ?? "")) as Style
  }
  return { of, source }
}

function rawText(element: Element): string {
  return element.children.map((child) => ("data" in child ? child.data : "")).join("")
}

/** Without comments, and without `@media` and the like with all that is in them. */
function unconditional(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "")
    .replace(/@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[\w-]+[^{;]*;/g, "")
}

function declarations(body: string): Style {
  const style: Style = {}
  for (const declaration of body.split(/;(?![^(]*\))/)) {
    const at = declaration.indexOf(":")
    if (at < 1) continue
    const name = declaration.slice(0, at).trim().toLowerCase()
    style[name] = declaration
      .slice(at + 1)
      .replace(/!important/i, "")
      .trim()
  }
  return style
}

const NAMED: Record<string, string> = {
  white: "#ffffff",
  black: "#000000",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  navy: "#000080",
  gray: "#808080",
  grey: "#808080",
  silver: "#c0c0c0",
  orange: "#ffa500",
  yellow: "#ffff00",
  purple: "#800080",
  teal: "#008080",
  maroon: "#800000",
  whitesmoke: "#f5f5f5",
  lightgray: "#d3d3d3",
  lightgrey: "#d3d3d3",
}

/** A colour as `#rrggbb`; nothing for one that is none or cannot be seen. */
export function colorOf(value: string | undefined): string | undefined {
  const text = value?.trim().toLowerCase() ?? ""
  const hex = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(text)?.[1]
  if (hex) return `#${hex.length === 3 ? hex.replace(/./g, "$&$&") : hex}`
  if (/^[0-9a-f]{6}$/.test(text)) return `#${text}`
  const rgb = /rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+))?/.exec(text)
  if (rgb && rgb[4] !== "0") return `#${rgb.slice(1, 4).map(hexOf).join("")}`
  return text
    .split(/\s+/)
    .map((word) => NAMED[word])
    .find(Boolean)
}

const hexOf = (value: string) => Math.min(255, Number(value)).toString(16).padStart(2, "0")

/** A length in pixels; nothing for one in another unit. */
export function pixels(value: string | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(px)?$/i.exec(value?.trim() ?? "")
  return found ? Number(found[1]) : undefined
}

/** Whether an element is not to be seen, as the line that an inbox shows beside the subject. */
export function isHidden(element: Element, style: Style): boolean {
  return (
    /^none\b/i.test(style.display ?? "") ||
    /^hidden\b/i.test(style.visibility ?? "") ||
    style["mso-hide"] === "all" ||
    (pixels(style["max-height"]) === 0 && wordsOf(element) !== "") ||
    "hidden" in element.attribs
  )
}

/** What an element looks like with what it has from those around it. */
export type Look = {
  background: string
  color: string
  align: Align
  /** In pixels. */
  size: number
  bold: boolean
  font: string
}

export const PLAIN: Look = {
  background: "#ffffff",
  color: "#000000",
  align: "left",
  size: 16,
  bold: false,
  font: "",
}

const BOLD = /^(bold|bolder|[6-9]00)$/i

/** The look of an element within `above`. */
export function lookOf(element: Element, style: Style, above: Look): Look {
  const { attribs, name } = element
  const size = pixels(style["font-size"])
  // A table's own place in the page is not that of the words in it.
  const placed = name === "center" ? name : name === "table" ? "" : (attribs.align ?? "")
  const align = (style["text-align"] ?? placed).toLowerCase()
  return {
    background: ownBackground(element, style) ?? above.background,
    color: colorOf(style.color ?? attribs.color) ?? above.color,
    align: align === "center" || align === "right" || align === "left" ? align : above.align,
    size: size && size >= 8 ? size : above.size,
    bold: style["font-weight"] ? BOLD.test(style["font-weight"]) : above.bold,
    font: style["font-family"] ?? attribs.face ?? above.font,
  }
}

/** The colour that an element itself lies on. */
export function ownBackground({ attribs }: Element, style: Style): string | undefined {
  return colorOf(style["background-color"] ?? style.background ?? attribs.bgcolor)
}

/** Whether a picture lies behind an element, for which blocks have no place. */
export function hasPictureBehind({ attribs }: Element, style: Style): boolean {
  return (
    Boolean(attribs.background) ||
    /url\(/i.test(`${style.background ?? ""}${style["background-image"] ?? ""}`)
  )
}

/** Room above and below in whole pixels, the mean of both; nothing where an element has none. */
export function roomOf(style: Style): number | undefined {
  const sides = (style.padding ?? "").split(/\s+/).map(pixels)
  const top = pixels(style["padding-top"]) ?? sides[0]
  const bottom = pixels(style["padding-bottom"]) ?? sides[2] ?? sides[0]
  if (top === undefined && bottom === undefined) return undefined
  return Math.min(120, Math.round(((top ?? 0) + (bottom ?? 0)) / 2))
}
