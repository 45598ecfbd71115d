/** How long a link between two domains carries the visitor, in ms: a copied address must not make two people one. */
const FRESH_MS = 120_000
export const PARAM = "_eng"

const belongs = (host: string, domains: string[]) =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`))

/** The address with the visitor's id and the time, when it leads to another listed domain; else as it is. */
export function decorate(
  href: string,
  visitor: string,
  here: string,
  domains: string[],
  now: number
): string {
  try {
    const url = new URL(href)
    if (url.host === here || !belongs(url.host, domains)) return href
    url.searchParams.set(PARAM, `${visitor}.${now.toString(36)}`)
    return url.href
  } catch {
    return href
  }
}

/** The visitor that an address brings, when it is fresh and the page before was one of the listed domains. */
export function arriving(
  address: URL,
  referrer: string,
  domains: string[],
  now: number
): string | undefined {
  const [visitor, at] = (address.searchParams.get(PARAM) ?? "").split(".")
  const age = now - parseInt(at, 36)
  if (!/^[0-9a-f]{32}$/.test(visitor) || !(age >= -FRESH_MS && age < FRESH_MS)) return undefined
  try {
    return belongs(new URL(referrer).host, domains) ? visitor : undefined
  } catch {
    return undefined
  }
}
