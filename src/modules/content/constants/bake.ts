import { readableOn } from "../document/compile/theme"
import { quoted } from "../document/compile/liquid"
import type { ContentParts } from "../parts"

/** Values by key, as templates name them after `constants.`. */
export type ConstantValues = ReadonlyMap<string, string>

const WHOLE = /\{\{-?\s*constants\.(\w+)\s*-?\}\}/g
const TAG = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g
const NAME = /\bconstants\.(\w+)\b/g

/**
 * Writes the shop's constants into a template, so that what was published never changes when they do. A constant that
 * does not exist is empty. `constants.accent_text` is what can be read on the brand colour.
 */
export function bakeConstants<Parts extends ContentParts>(
  parts: Parts,
  values: ConstantValues
): Parts {
  const valueOf = (key: string) =>
    key === "accent_text"
      ? readableOn(values.get("accent_color") || "#18181b")
      : (values.get(key) ?? "")
  const bake = (source: string, escape: (text: string) => string) =>
    // Most say nothing of them, and to look for the ends of tags that have none takes long.
    !source.includes("constants.")
      ? source
      : source
          .replace(WHOLE, (_, key: string) => escape(valueOf(key)))
          .replace(TAG, (tag) => tag.replace(NAME, (_, key: string) => quoted(valueOf(key))))
  const plain = (text: string) => text
  const inAll = <T extends Omit<ContentParts, "languages">>(parts: T): T => ({
    ...parts,
    subject: bake(parts.subject, plain),
    preheader: bake(parts.preheader, plain),
    html: bake(parts.html, escapeHtml),
    text: parts.text === null ? null : bake(parts.text, plain),
    card: parts.card && {
      place: parts.card.place,
      image: bake(parts.card.image, plain),
      link: bake(parts.card.link, plain),
      buttons: parts.card.buttons.map(({ label, url }) => ({
        label: bake(label, plain),
        url: bake(url, plain),
      })),
      ...(parts.card.template && {
        template: {
          ...parts.card.template,
          parameters: parts.card.template.parameters.map((value) => bake(value, plain)),
        },
      }),
    },
  })
  return { ...inAll(parts), languages: parts.languages?.map(inAll) }
}

/** Constants that a template names and the shop does not have. */
export function unknownConstants(parts: ContentParts, values: ConstantValues): string[] {
  const source = [
    parts.subject,
    parts.preheader,
    parts.html,
    parts.text ?? "",
    JSON.stringify(parts.card ?? ""),
    JSON.stringify(parts.languages ?? ""),
  ].join("\n")
  const names = [...source.matchAll(TAG)].flatMap(([tag]) =>
    [...tag.matchAll(NAME)].map(([, key]) => key)
  )
  return [...new Set(names)].filter((key) => key !== "accent_text" && !values.has(key))
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
}
