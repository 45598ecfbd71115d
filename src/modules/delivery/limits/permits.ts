import { type Db, execute, query, queryOne } from "../../../lib/db"
import { wallTime } from "../../../lib/zoned-time"
import type { SendingLimit, WarmUpPlan } from "../../../types/sending"
import {
  ADD_ACCOUNT,
  COUNT_DAY,
  HOLD,
  IS_LIMITED,
  KEEP_HOLDING,
  LET_GO,
  LIMITS_NOW,
  LOCK_ACCOUNT,
  SETTLE,
  SWEEP_HOLDS,
  SWEEP_USE,
  WARM_UP_NOW,
} from "../sql/limits"
import { admit, belongsTo, type Room } from "./admit"
import { capOn } from "./warm-up"

/** How long a worker goes on without looking whether somebody has set a limit. */
const LOOK_MS = 1_000
/** A permit that is out may come back at any moment. */
const HELD_WAIT_MS = 50
/** A warm-up's cap frees at midnight; a change of the plan is to be seen sooner. */
const CAPPED_WAIT_MS = 60_000

export type LimitNow = SendingLimit & {
  id: number
  held: number
  used: number
  frees_in_ms: number
}

/** How much may leave now. */
export type Place = {
  /** Messages in all; infinite without a limit. */
  left: number
  /** When to look again if there is no place, in ms. */
  waitMs: number
  /** Destinations that take nothing now. */
  full: string[]
  /** When to look again for those, in ms. */
  fullWaitMs: number
}

const OPEN: Place = { left: Infinity, waitMs: 0, full: [], fullWaitMs: 0 }

/**
 * The permits of an account, kept in Postgres and shared by all workers: no time as long as a limit's window ever has more
 * messages than the limit. An account without limits costs one look a second.
 */
export class Permits {
  private limited = false
  private lookedAt = -Infinity
  private limits: LimitNow[] = []

  /** @param holdMs - how long permits are kept for a worker that shows no sign of life */
  constructor(
    private readonly db: Db,
    private readonly account: string,
    private readonly timeZone: string,
    private readonly holdMs: number
  ) {}

  /** What may leave now, at most: {@link take} decides. */
  async place(): Promise<Place> {
    if (!(await this.isLimited())) return OPEN
    const { limits, cap } = await this.look(this.db)
    const rooms = limits.map((limit) => ({ ...limit, left: leftOf(limit) }))
    const all = rooms.filter(({ destination }) => !destination)
    const full = rooms.filter(({ destination, left }) => destination && left < 1)
    const left = Math.min(cap ?? Infinity, ...all.map((room) => room.left))
    const wait = (list: LimitNow[]) => Math.max(HELD_WAIT_MS, ...list.map(waitOf))
    return {
      left: Math.max(0, left),
      waitMs: cap === null || cap > 0 ? wait(all.filter((room) => room.left < 1)) : CAPPED_WAIT_MS,
      full: full.map(({ destination }) => destination),
      fullWaitMs: wait(full),
    }
  }

  /** Asks for a permit for each address, in order. @returns who got one */
  async take(holder: string, addresses: string[]): Promise<boolean[]> {
    if (!addresses.length || !(await this.isLimited())) return addresses.map(() => true)
    return this.db.transaction(async (trx) => {
      await execute(trx, ADD_ACCOUNT, { account: this.account })
      await execute(trx, LOCK_ACCOUNT, { account: this.account })
      const { limits, cap } = await this.look(trx)
      const rooms: Room[] = limits.map((limit) => ({ ...limit, left: leftOf(limit) }))
      if (cap !== null) rooms.push({ id: 0, destination: "", left: cap })
      const admitted = admit(rooms, addresses)
      const taken = addresses.filter((_, i) => admitted[i])
      const hold_ms = this.holdMs
      await execute(trx, HOLD, { holder, hold_ms, ...this.countsOf(taken) })
      await this.countDay(trx, taken.length)
      return admitted
    })
  }

  /** What happened to these addresses is known: their permits count as used from now on. */
  async settle(holder: string, addresses: string[]): Promise<void> {
    if (!this.limited || !addresses.length) return
    await execute(this.db, SETTLE, { holder, ...this.countsOf(addresses) })
  }

  /** A sign of life. */
  async keep(holder: string): Promise<void> {
    if (this.limited) await execute(this.db, KEEP_HOLDING, { holder, hold_ms: this.holdMs })
  }

  /** Gives back all that a holder still has, of which so many were for messages that did not leave. */
  async letGo(holder: string, unused: number): Promise<void> {
    if (!this.limited) return
    await execute(this.db, LET_GO, { holder })
    await this.countDay(this.db, -unused)
  }

  /** Forgets what counts no more. */
  async sweep(): Promise<void> {
    if (!this.limited) return
    await execute(this.db, SWEEP_HOLDS)
    await execute(this.db, SWEEP_USE)
  }

  private async isLimited(): Promise<boolean> {
    if (Date.now() - this.lookedAt > LOOK_MS) {
      const found = await queryOne<{ limited: boolean }>(this.db, IS_LIMITED, {
        account: this.account,
      })
      this.limited = found!.limited
      this.lookedAt = Date.now()
    }
    return this.limited
  }

  /** The limits as they are now, and how many messages a warm-up leaves for today; null without one. */
  private async look(db: Db): Promise<{ limits: LimitNow[]; cap: number | null }> {
    const { account } = this
    this.limits = await query<LimitNow>(db, LIMITS_NOW, { account })
    const day = this.today()
    const plan = await queryOne<WarmUpPlan & { started_on: string; sent: number }>(
      db,
      WARM_UP_NOW,
      { account, day }
    )
    const cap = plan ? capOn(plan, day) : null
    return { limits: this.limits, cap: cap === null ? null : Math.max(0, cap - plan!.sent) }
  }

  private countsOf(addresses: string[]) {
    const counted = this.limits
      .map(({ id, destination }) => ({
        id,
        count: addresses.filter((address) => belongsTo(destination, address)).length,
      }))
      .filter(({ count }) => count)
    return { limits: counted.map(({ id }) => id), counts: counted.map(({ count }) => count) }
  }

  private async countDay(db: Db, count: number): Promise<void> {
    if (count) await execute(db, COUNT_DAY, { account: this.account, day: this.today(), count })
  }

  private today(): string {
    return wallTime(new Date(), this.timeZone).slice(0, 10)
  }
}

function leftOf({ max, held, used }: LimitNow): number {
  return Math.max(0, max - held - used)
}

function waitOf({ max, held, frees_in_ms }: LimitNow): number {
  return held >= max || !frees_in_ms ? HELD_WAIT_MS : frees_in_ms
}
