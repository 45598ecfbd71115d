import { isbot } from "isbot"

/** Who fetched a pixel or a link: a person, a privacy proxy that loads everything, or a scanner. */
export type Verdict = "human" | "proxy" | "scanner"

/**
 * Gmail and Yahoo load pictures through a proxy at the moment the person opens the message, so theirs are real opens,
 * although bot lists name them.
 */
const OPEN_PROXIES = /GoogleImageProxy|YahooMailProxy/i

/** Apple's Mail Privacy Protection loads every picture of every message ahead of time, and says only this. */
const APPLE_PRIVACY = /^Mozilla\/5\.0$/

const SCANNERS =
  /Barracuda|Mimecast|Proofpoint|SafeLinks|Microsoft Office|ms-office|urldefense|Symantec|Trend ?Micro|Fortinet|Cloudmark/i

/** What the request for an open pixel says about who opened. */
export function openVerdict(userAgent: string | undefined): Verdict {
  if (!userAgent) return "scanner"
  if (OPEN_PROXIES.test(userAgent)) return "human"
  if (APPLE_PRIVACY.test(userAgent.trim())) return "proxy"
  return isScanner(userAgent) ? "scanner" : "human"
}

/** What the request for a link says about who clicked. People never ask by HEAD. */
export function clickVerdict(method: string, userAgent: string | undefined): Verdict {
  return method === "HEAD" || !userAgent || isScanner(userAgent) ? "scanner" : "human"
}

function isScanner(userAgent: string): boolean {
  return SCANNERS.test(userAgent) || isbot(userAgent)
}
