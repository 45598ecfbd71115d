import { load } from "./index"
import type { Options } from "./types"

/** A call made before the script was there: the method's name and its arguments. */
type EarlyCall = [name: string, ...args: unknown[]]
type Global = { engage?: unknown }

// The settings stand at the script's own tag; its address says where the server is.
const tag = document.currentScript as HTMLScriptElement
const { key, consent, domains, auto, url, messages } = tag.dataset
const early = (window as Global).engage
const tracker = load({
  key: key ?? "",
  url: url ?? new URL(tag.src).origin,
  consent: consent as Options["consent"],
  domains: domains?.split(/[\s,]+/),
  auto: auto !== "false",
  messages: messages !== undefined && messages !== "false",
}) as unknown as Record<string, (...args: unknown[]) => unknown>
;(window as Global).engage = tracker
if (Array.isArray(early)) {
  for (const [name, ...args] of early as EarlyCall[]) tracker[name]?.(...args)
}
