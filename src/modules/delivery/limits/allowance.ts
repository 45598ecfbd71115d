import type { Logger } from "@medusajs/framework/types"
import type { Permits } from "./permits"

/**
 * The permits of one chunk: taken before its messages leave, settled when it is known what became of them. When the database
 * does not answer, nothing more leaves, and what is not settled goes on counting.
 */
export class Allowance {
  private unused = 0
  private answered: string[] = []

  constructor(
    private readonly permits: Permits,
    private readonly holder: string,
    private readonly logger: Logger
  ) {}

  /** Who of these addresses may be written to now. */
  async admit(addresses: string[]): Promise<boolean[]> {
    const nobody = addresses.map(() => false)
    const take = this.permits.take(this.holder, addresses)
    const admitted = await take.catch((error) => this.warn(error, nobody))
    this.unused += admitted.filter(Boolean).length
    return admitted
  }

  /** What became of the messages to these addresses is known. */
  answer(addresses: string[]): void {
    this.answered.push(...addresses)
  }

  /** Writes what is known. @param alive - whether to show a sign of life as well */
  async settle(alive: boolean): Promise<void> {
    const answered = this.answered
    this.answered = []
    try {
      await this.permits.settle(this.holder, answered)
      this.unused -= answered.length
    } catch (error) {
      this.answered.push(...answered)
      return this.warn(error as Error, undefined)
    }
    if (alive) await this.permits.keep(this.holder).catch((error) => this.warn(error, undefined))
  }

  /** Gives back what was not used. */
  async end(): Promise<void> {
    await this.settle(false)
    if (this.answered.length) return
    await this.permits.letGo(this.holder, this.unused).catch((error) => this.warn(error, undefined))
  }

  private warn<Value>(error: Error, instead: Value): Value {
    this.logger.warn(`engage deliver: cannot keep account of limits: ${error.message}`)
    return instead
  }
}
