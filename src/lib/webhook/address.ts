import { lookup as resolve } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"

const PRIVATE_V4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
]
const PRIVATE_V6: [string, number][] = [
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
]

const blocked = new BlockList()
for (const [net, prefix] of PRIVATE_V4) blocked.addSubnet(net, prefix, "ipv4")
for (const [net, prefix] of PRIVATE_V6) blocked.addSubnet(net, prefix, "ipv6")

/**
 * Whether an IP address belongs to this machine or a network of its owner (IANA special-purpose registries), so that a call
 * there could reach what is not meant for the outside. IPv4 written as IPv6 counts as what it stands for.
 */
export function isPrivateAddress(ip: string): boolean {
  const version = isIP(ip)
  return version === 0 || blocked.check(ip, version === 6 ? "ipv6" : "ipv4")
}

/** Looks a host up for a connection, and refuses one that leads to a private address: whatever the name says later counts. */
export const lookupPublic: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, "", 0)
    const hidden = found.find(({ address }) => isPrivateAddress(address))
    if (hidden) return done(refused(host), "", 0)
    if (options.all) return done(null, found)
    done(null, found[0].address, found[0].family)
  })
}

/** Why a host is not called. */
export function refused(host: string): Error {
  return Object.assign(new Error(`${host} is an address inside your own network`), {
    code: "ERR_PRIVATE_ADDRESS",
  })
}
