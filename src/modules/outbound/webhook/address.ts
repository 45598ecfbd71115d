import { isIP } from "node:net"
import { isPrivateAddress } from "../../../lib/webhook/address"

/**
 * Why an address cannot be told, or `undefined`. Names are looked up only when they are called: what they lead to may
 * change.
 */
export function addressProblem(url: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(url)) return "url: not an address; it begins with https://"
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== "https:" && protocol !== "http:") return "url: must begin with https://"
  if (username || password)
    return "url: must not hold a password; what is sent is signed with the secret instead"
  const host = hostname.replace(/^\[|\]$/g, "")
  const inside = host === "localhost" || (isIP(host) !== 0 && isPrivateAddress(host))
  if (inside && !allowPrivate)
    return "url: an address inside your own network; to allow those, set webhooks.allowPrivateAddresses in medusa-config.ts"
  return undefined
}
