import type { QueuedEvent, Session } from "./types"

/** What the tracker remembers between pages. */
export type State = { v: string; s?: Session; q: QueuedEvent[] }

const KEY = "engage"
const CONSENT_KEY = "engage-consent"

/** 128 random bits as text. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((b) => (b + 256).toString(16).slice(1))
    .join("")

// Storage may be blocked by the browser's settings; then everything lives as long as the page.
const read = (key: string) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const write = (key: string, text?: string) => {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Nothing to do: see above.
  }
}

/** The state of an earlier page, or a new visitor. */
export function recall(): State {
  try {
    const state = JSON.parse(read(KEY)!)
    if (state.v) return state
  } catch {
    // What cannot be read is replaced.
  }
  return { v: newId(), q: [] }
}

export const keep = (state: State) => write(KEY, JSON.stringify(state))
export const forget = () => write(KEY)

/** What the visitor said on an earlier page, if anything. */
export const recallConsent = () => {
  const said = read(CONSENT_KEY)
  return said === null ? undefined : said === "1"
}
export const keepConsent = (given: boolean) => write(CONSENT_KEY, given ? "1" : "0")
