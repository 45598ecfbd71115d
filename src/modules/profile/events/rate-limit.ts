const MINUTE_MS = 60_000
/** Addresses remembered at most; with more, the ones seen longest ago are forgotten. */
const MAX_ADDRESSES = 50_000

/**
 * Lets each address make so many requests a minute, spread evenly (a leaky bucket). Kept in the memory of the process:
 * several servers allow that much each.
 */
export class RateLimit {
  private readonly free = new Map<string, number>()

  constructor(private readonly perMinute: number) {}

  /** Whether one more request may pass now; if so, it counts. `now` is in ms. */
  allows(address: string, now: number): boolean {
    const step = MINUTE_MS / this.perMinute
    const freeAt = Math.max(this.free.get(address) ?? 0, now - MINUTE_MS)
    if (freeAt + step > now) return false
    this.free.delete(address)
    this.free.set(address, freeAt + step)
    if (this.free.size > MAX_ADDRESSES) this.free.delete(this.free.keys().next().value!)
    return true
  }
}
