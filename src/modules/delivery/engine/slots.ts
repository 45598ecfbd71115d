/**
 * How many calls to a provider may be open in this process at once. It narrows when the provider holds everybody back, and
 * widens again by one for as many answers as it is wide: as TCP does it.
 */
export class Slots {
  private used = 0
  private width: number
  private answers = 0
  private readonly waiting = new Set<() => void>()

  constructor(private readonly count: number) {
    this.width = count
  }

  /** Takes a slot if one is free. */
  take(): boolean {
    if (this.used >= this.width) return false
    this.used += 1
    return true
  }

  /** How many of these taken slots may be used once more. */
  usable(taken: number): number {
    return Math.max(0, taken - Math.max(0, this.used - this.width))
  }

  /** Gives a slot back and tells everybody who waits for one. */
  release(): void {
    this.used -= 1
    for (const wake of this.waiting) wake()
  }

  /** Half as many from now on, or so many. */
  narrow(to = Math.floor(this.width / 2)): void {
    this.width = Math.max(1, Math.min(this.width, to))
    this.answers = 0
  }

  /** The provider took something. */
  answered(): void {
    if (this.width >= this.count || ++this.answers < this.width) return
    this.width += 1
    this.answers = 0
  }

  /** Calls `wake` whenever a slot comes free, until the returned function is called. */
  onFree(wake: () => void): () => void {
    this.waiting.add(wake)
    return () => this.waiting.delete(wake)
  }
}
