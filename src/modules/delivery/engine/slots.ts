/** How many calls to a provider may be open in this process at once. */
export class Slots {
  private free: number
  private readonly waiting = new Set<() => void>()

  constructor(count: number) {
    this.free = count
  }

  /** Takes a slot if one is free. */
  take(): boolean {
    if (!this.free) return false
    this.free -= 1
    return true
  }

  /** Gives a slot back and tells everybody who waits for one. */
  release(): void {
    this.free += 1
    for (const wake of this.waiting) wake()
  }

  /** Calls `wake` whenever a slot comes free, until the returned function is called. */
  onFree(wake: () => void): () => void {
    this.waiting.add(wake)
    return () => this.waiting.delete(wake)
  }
}
