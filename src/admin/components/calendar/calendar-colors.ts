import type { CSSProperties } from "react"
import type { BroadcastStatus } from "../../../types/broadcast"

type Tone = "grey" | "blue" | "purple" | "orange" | "green" | "red"

/** The tone of each status, as in the lists. */
const tones: Record<BroadcastStatus, Tone> = {
  draft: "grey",
  scheduled: "purple",
  freezing: "blue",
  sending: "blue",
  paused: "orange",
  cancelled: "grey",
  completed: "green",
  partly_failed: "red",
}

/** Background and text of an entry, in light and dark. */
export function entryColors(status: BroadcastStatus) {
  const tone = tones[status] === "grey" ? "neutral" : tones[status]
  return {
    color: `var(--tag-${tone}-bg)`,
    contrastColor: `var(--tag-${tone}-text)`,
  }
}

/** What campaigns send stands back behind the broadcasts. */
export const CAMPAIGN_COLORS = {
  color: "var(--bg-component)",
  contrastColor: "var(--fg-subtle)",
}

/** Days off are told apart from what is sent on them. */
export const HOLIDAY_COLORS = {
  color: "var(--tag-orange-bg)",
  contrastColor: "var(--tag-orange-text)",
}

/** The calendar in the dashboard's own colours, which know light and dark by themselves. */
export const PALETTE = {
  "--fc-classic-button": "var(--button-neutral)",
  "--fc-classic-button-border": "var(--border-base)",
  "--fc-classic-button-strong": "var(--button-neutral-pressed)",
  "--fc-classic-button-strong-border": "var(--border-strong)",
  "--fc-classic-button-outline": "var(--border-interactive)",
  "--fc-classic-button-foreground": "var(--fg-base)",
  "--fc-classic-primary": "var(--bg-interactive)",
  "--fc-classic-primary-foreground": "var(--fg-on-color)",
  "--fc-classic-event": "var(--tag-blue-bg)",
  "--fc-classic-event-contrast": "var(--tag-blue-text)",
  "--fc-classic-highlight": "var(--bg-highlight)",
  "--fc-classic-today": "var(--bg-base-hover)",
  "--fc-classic-now": "var(--tag-red-icon)",
  "--fc-classic-small-dot-width": "8px",
  "--fc-classic-large-dot-width": "10px",
  "--fc-classic-background": "var(--bg-base)",
  "--fc-classic-faint": "var(--bg-subtle)",
  "--fc-classic-muted": "var(--bg-component)",
  "--fc-classic-strong": "var(--bg-component-hover)",
  "--fc-classic-foreground": "var(--fg-base)",
  "--fc-classic-faint-foreground": "var(--fg-subtle)",
  "--fc-classic-muted-foreground": "var(--fg-subtle)",
  "--fc-classic-border": "var(--border-base)",
  "--fc-classic-strong-border": "var(--border-strong)",
} as CSSProperties
