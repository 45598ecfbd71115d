import { domainToASCII } from "node:url"

const LOCAL = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(\.[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*$/

/**
 * An address as it may stand in an SMTP command, with its domain in ASCII; `undefined` when it is not an address. Quoted
 * local parts are refused: no real mailbox needs one, and they can carry anything.
 */
export function wireAddress(address: string): string | undefined {
  // A URL parser, which reads the domain, would drop line breaks without a word.
  if (/[\s\p{Cc}]/u.test(address)) return undefined
  const at = address.lastIndexOf("@")
  const local = address.slice(0, at)
  const domain = domainToASCII(address.slice(at + 1))
  const valid = at > 0 && local.length <= 64 && LOCAL.test(local) && domain.length <= 253
  return valid && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain) ? `${local}@${domain}` : undefined
}
