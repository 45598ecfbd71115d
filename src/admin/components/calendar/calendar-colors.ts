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
