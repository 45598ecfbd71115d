import type { Logger } from "@medusajs/framework/types"

type EngineInput = {
  /** Shown in logs and on the health card. */
  name: string
  /** Does one claim's worth of work; true when there may be more at once. `signal` aborts on shutdown. */
  step: (signal: AbortSignal) => Promise<boolean>
  /** Longest time between two looks for work, in ms. */
  idleMs: number
  logger: Logger
  /** Keeps what failed. */
  onFailure?: (error: unknown) => void
}

const MAX_BACKOFF_MS = 30_000

/**
 * A loop that works while there is work and sleeps until it is woken or `idleMs` is over. A failing step is logged and
 * tried again after a growing pause: nothing is lost, because each step claims its work from Postgres.
 */
export class Engine {
  private running?: Promise<void>
  private abort = new AbortController()
  private wakeUp?: () => void
  private woken = false
  private failures = 0

  constructor(private readonly input: EngineInput) {}

  /** Starts the loop; does nothing when it runs already. */
  start(): void {
    if (this.running) return
    this.abort = new AbortController()
    this.running = this.loop()
  }

  /** Makes a sleeping loop look for work now. */
  wake(): void {
    this.woken = true
    this.wakeUp?.()
  }

  /** Asks the step to stop and waits until it has. */
  async stop(): Promise<void> {
    this.abort.abort()
    this.wakeUp?.()
    await this.running
    this.running = undefined
  }

  private async loop(): Promise<void> {
    while (!this.abort.signal.aborted) {
      this.woken = false
      const more = await this.tryStep()
      if (!more && !this.woken) await this.sleep(this.pause())
    }
  }

  private async tryStep(): Promise<boolean> {
    try {
      const more = await this.input.step(this.abort.signal)
      this.failures = 0
      return more
    } catch (error) {
      this.failures += 1
      this.input.logger.error(`engage ${this.input.name}: ${(error as Error).stack ?? error}`)
      this.input.onFailure?.(error)
      return false
    }
  }

  private pause(): number {
    if (!this.failures) return this.input.idleMs
    return Math.min(MAX_BACKOFF_MS, 500 * 2 ** this.failures)
  }

  private sleep(ms: number): Promise<void> {
    if (this.abort.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      const wake = () => done()
      function done() {
        clearTimeout(timer)
        resolve()
      }
      this.wakeUp = wake
    })
  }
}
