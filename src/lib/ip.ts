import { isIPv4, isIPv6 } from "node:net"

/** How network addresses are kept: as they are, without what tells one machine of a network from another, or not at all. */
export const IP_KEEPING = ["whole", "cut", "none"] as const
export type IpKeeping = (typeof IP_KEEPING)[number]

/**
 * A network address as it may be kept. Cut, an IPv4 address loses its last number (`203.0.113.0`) and an IPv6 address all
 * but the first three groups (`2001:db8:85a3::`); what is no address is not kept then.
 */
export function keptIp(ip: string | null | undefined, keep: IpKeeping): string | null {
  if (!ip || keep === "none") return null
  if (keep === "whole") return ip
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/i, "")
  if (isIPv4(mapped)) return mapped.replace(/\d+$/, "0")
  return isIPv6(ip) ? `${firstGroups(ip)}::` : null
}

function firstGroups(ip: string): string {
  const [head, tail] = ip.split("%")[0].split("::")
  const known = head ? head.split(":") : []
  const rest = tail ? tail.split(":").length : 0
  const zeros = tail === undefined ? 0 : 8 - known.length - rest
  return [...known, ...Array<string>(zeros).fill("0"), ...(tail ? tail.split(":") : [])]
    .slice(0, 3)
    .join(":")
}
