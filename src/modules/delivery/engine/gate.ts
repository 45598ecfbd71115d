const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
const DEFERRALS_IN_A_ROW = 20

/** Whether a provider wants messages now. It closes for a growing time when the provider holds everybody back. */
export class Gate {
  private closedUntil = 0
  private pauses = 0
  private deferrals = 0

  /** Milliseconds until the provider may be asked again; 0 when it may be now. */
  waitMs(now = Date.now()): number {
    return Math.max(0, this.closedUntil - now)
  }

  /** The provider took a message: whatever it was, it is over. */
  accepted(): void {
    this.pauses = 0
    this.deferrals = 0
  }

  /** One recipient was put off. Many in a row mean that it is not about the recipients. */
  messageDeferred(now = Date.now()): void {
    this.deferrals += 1
    if (this.deferrals >= DEFERRALS_IN_A_ROW) this.close(null, now)
  }

  /** Closes for what the provider asked for, else for twice the last pause. */
  close(askedMs: number | null, now = Date.now()): void {
    if (this.waitMs(now)) return
    const pause = askedMs ?? FIRST_PAUSE_MS * 2 ** this.pauses
    this.pauses += 1
    this.deferrals = 0
    this.closedUntil = now + Math.min(pause, LONGEST_PAUSE_MS)
  }
}
