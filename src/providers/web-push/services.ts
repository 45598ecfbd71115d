/** Push services of Chrome, Edge, Opera and Samsung; Firefox; old Edge; Safari. */
const KNOWN = [
  /^fcm\.googleapis\.com$/,
  /^(.+\.)?push\.services\.mozilla\.com$/,
  /^.+\.notify\.windows\.com$/,
  /^(.+\.)?push\.apple\.com$/,
]

/**
 * Whether an address that a browser named is one of a push service. The server calls nothing else, whatever somebody who
 * is no browser may name.
 * @param more - origins beside the well-known ones
 */
export function isPushService(address: string, more: string[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin, port } = new URL(address)
  if (more.includes(origin)) return true
  return protocol === "https:" && !port && KNOWN.some((known) => known.test(hostname))
}
