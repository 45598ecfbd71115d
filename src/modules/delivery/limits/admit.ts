import type { SendingLimit } from "../../../types/sending"

/** What of a limit is left now. */
export type Room = Pick<SendingLimit, "destination"> & { id: number; left: number }

/** Whether an address belongs to a destination: a domain or what stands below it in e-mail, a beginning of a number else. */
export function belongsTo(destination: string, address: string): boolean {
  if (!destination) return true
  if (destination.startsWith("+")) return address.startsWith(destination)
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase()
  return domain === destination || domain.endsWith(`.${destination}`)
}

/**
 * Who of some people may be written to now, in their order: whoever finds a place in all limits that speak of their address.
 * Takes the places from `rooms`.
 */
export function admit(rooms: Room[], addresses: string[]): boolean[] {
  return addresses.map((address) => {
    const own = rooms.filter(({ destination }) => belongsTo(destination, address))
    if (own.some(({ left }) => left < 1)) return false
    for (const room of own) room.left -= 1
    return true
  })
}

/** Patterns of `like` for the addresses of destinations. */
export function patternsOf(destinations: string[]): string[] {
  const quoted = destinations.map((one) => one.replace(/[\\%_]/g, "\\$&"))
  return quoted.flatMap((one) => (one.startsWith("+") ? [`${one}%`] : [`%@${one}`, `%.${one}`]))
}
