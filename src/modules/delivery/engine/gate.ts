import type { Breaker } from "../limits/breaker"

const FIRST_PAUSE_MS = 1_000
const DEFERRALS_IN_A_ROW = 20

/** What this worker knows of an account that may hold it back; it tells the others, and hears how long the pause is. */
export class Gate {
  private closedUntil = 0
  private deferrals = 0
  private told: Promise<void> = Promise.resolve()

  /** @param onClose - called each time the account begins to hold everybody back */
  constructor(
    private readonly breaker: Breaker,
    private readonly onClose: () => void
  ) {}

  /** Milliseconds until the account may be asked again; 0 when it may be now. */
  waitMs(now = Date.now()): number {
    return Math.max(0, this.closedUntil - now)
  }

  /** The account answered about a message: whatever held it back is over. */
  answered(): void {
    this.deferrals = 0
    this.tellAnswered()
  }

  /** One recipient was put off. Many in a row mean that it is not about the recipients. */
  messageDeferred(error: string): void {
    this.deferrals += 1
    if (this.deferrals >= DEFERRALS_IN_A_ROW) this.close(null, error)
    else this.tellAnswered()
  }

  /** Closes for what the account asked for, else for longer each time. */
  close(askedMs: number | null, error: string, now = Date.now()): void {
    if (this.waitMs(now)) return
    this.deferrals = 0
    this.closedUntil = now + (askedMs ?? FIRST_PAUSE_MS)
    this.onClose()
    this.tell(async () => {
      const wait = await this.breaker.refused(askedMs, error)
      this.closedUntil = Math.max(this.closedUntil, Date.now() + wait)
    })
  }

  /** Resolves when the others know all that happened here. */
  settled(): Promise<void> {
    return this.told
  }

  private tellAnswered(): void {
    if (this.breaker.troubled) this.tell(() => this.breaker.answered())
  }

  private tell(what: () => Promise<void>): void {
    this.told = this.told.then(what)
  }
}
