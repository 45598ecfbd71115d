import type { Origin } from "./types"

const CLICK_IDS = [
  "gclid",
  "gbraid",
  "wbraid",
  "fbclid",
  "msclkid",
  "ttclid",
  "twclid",
  "li_fat_id",
  "yclid",
]

/** Where this page view came from, as its address and referrer say. */
export function originOf(address: URL, referrer: string): Origin {
  const origin: Origin = { l: address.pathname }
  const from = hostOf(referrer)
  if (from && from !== address.host) origin.r = from
  const click = CLICK_IDS.find((name) => address.searchParams.has(name))
  if (click) origin.c = click
  for (const [name, value] of address.searchParams) {
    if (name.startsWith("utm_")) (origin.u ??= {})[name.slice(4)] = value.slice(0, 200)
  }
  return origin
}

/** Whether somebody was led here anew, which begins a visit of its own. */
export const isCampaign = ({ u, c }: Origin) => Boolean(u || c)

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host
  } catch {
    return undefined
  }
}
