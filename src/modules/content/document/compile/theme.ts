import type { MessageStyle } from "../../../../types/document"
import type { Slots } from "./slots"

/** The shop's colour, and what is read on it, until the shop has chosen one. */
const DEFAULT_ACCENT = "#18181b"
const DEFAULT_ON_ACCENT = "#ffffff"

const FONTS: Record<MessageStyle["font"], string> = {
  sans: "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  mono: "'Courier New', Courier, monospace",
}

/** What every block of a message is drawn with. */
export type Theme = {
  style: MessageStyle
  font: string
  accent: string
  /** Text on the accent colour. */
  onAccent: string
  quiet: string
  line: string
}

/** The look of a message; without a colour of its own it takes the shop's when it is published. */
export function themeOf(style: MessageStyle, slots: Slots): Theme {
  return {
    style,
    font: FONTS[style.font],
    accent:
      style.accent ?? slots.put(`{{ constants.accent_color | default: "${DEFAULT_ACCENT}" }}`),
    onAccent: style.accent
      ? readableOn(style.accent)
      : slots.put(`{{ constants.accent_text | default: "${DEFAULT_ON_ACCENT}" }}`),
    quiet: mix(style.text, style.surface, 0.35),
    line: mix(style.text, style.surface, 0.88),
  }
}

/** Black or white, whichever is read better on a `#rrggbb` colour (relative luminance of WCAG 2.2). */
export function readableOn(color: string): string {
  const [r, g, b] = channels(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  // Where white's contrast (1.05 / (l + 0.05)) equals black's ((l + 0.05) / 0.05).
  return luminance > 0.179 ? "#18181b" : "#ffffff"
}

function mix(color: string, into: string, share: number): string {
  const target = channels(into)
  return `#${channels(color)
    .map((value, at) => Math.round(value + (target[at] - value) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
}
