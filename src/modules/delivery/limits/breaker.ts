import type { Logger } from "@medusajs/framework/types"
import { type Db, execute, queryOne } from "../../../lib/db"
import { BREAKER, LEAVE_PROBE, RECOVERED, REFUSE, TAKE_PROBE } from "../sql/breaker"

/** While another worker finds out whether the account answers again. */
const PROBE_WAIT_MS = 500

/** Whether an account may be asked now. `probing`: with one call, to see whether it answers again. */
export type Turn = { waitMs: number; probing: boolean }

type State = { refusals: number; down: boolean; wait_ms: number | null }

/**
 * What all workers know of an account that holds them back. It costs no message an attempt: nothing is asked of an account
 * during a pause, and after it one worker asks first.
 */
export class Breaker {
  private refusing = false

  constructor(
    private readonly db: Db,
    private readonly account: string,
    private readonly logger: Logger
  ) {}

  /** Whether the account may have refused lately: an answer is then worth writing down. */
  get troubled(): boolean {
    return this.refusing
  }

  /** Whether it is this worker's turn to send through the account. */
  async turn(): Promise<Turn> {
    const state = await this.state()
    this.refusing = Boolean(state?.refusals)
    if (!state?.refusals) return { waitMs: 0, probing: false }
    if (state.wait_ms) return { waitMs: state.wait_ms, probing: false }
    const probing = (await execute(this.db, TAKE_PROBE, { account: this.account })) > 0
    return { waitMs: probing ? 0 : PROBE_WAIT_MS, probing }
  }

  /** Lets another worker try: this one had nothing to send. */
  async leaveProbe(): Promise<void> {
    await execute(this.db, LEAVE_PROBE, { account: this.account })
  }

  /** Whether it has refused everything for a while, so that somebody else should take over. */
  async isDown(): Promise<boolean> {
    return Boolean((await this.state())?.down)
  }

  /**
   * The account takes nothing now.
   * @param askedMs - how long it wants to be left alone, if it said so
   * @returns how long nobody asks it, in ms
   */
  async refused(askedMs: number | null, error: string): Promise<number> {
    this.refusing = true
    try {
      await execute(this.db, REFUSE, { account: this.account, asked_ms: askedMs, error })
      return (await this.state())?.wait_ms ?? 0
    } catch (failure) {
      this.logger.warn(`engage deliver: cannot note a refusal: ${(failure as Error).message}`)
      return 0
    }
  }

  /** The account answers. */
  async answered(): Promise<void> {
    if (!this.refusing) return
    this.refusing = false
    await execute(this.db, RECOVERED, { account: this.account }).catch((failure: Error) =>
      this.logger.warn(`engage deliver: cannot note an answer: ${failure.message}`)
    )
  }

  private state(): Promise<State | undefined> {
    return queryOne<State>(this.db, BREAKER, { account: this.account })
  }
}
