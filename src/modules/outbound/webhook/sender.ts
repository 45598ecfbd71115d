import type { Logger } from "@medusajs/framework/types"
import { type Db, query } from "../../../lib/db"
import type { WebhookSettings } from "../../../lib/webhook/post"
import { DUE_WEBHOOKS, TAKE_DELIVERIES } from "../sql/delivery"
import { type Call, makeCall } from "./call"
import { FEW_FAILURES } from "./retry"

/** Calls of one webhook, and of all, that are open at the same time. */
const OF_ONE = 10
const OF_ALL = 50
/** A process is gone when it has said nothing for so long after a call should have ended, in ms. */
const GRACE_MS = 30_000

type Deps = {
  db: Db
  settings: WebhookSettings
  logger: Logger
  /** Told whenever a call has ended: there is room for another. */
  onEnd: () => void
}

/**
 * Tells webhooks what waits for them, several at a time. A slow one has its own few calls and holds up nobody else.
 */
export class WebhookSender {
  private readonly open = new Map<string, Set<Promise<void>>>()

  constructor(private readonly deps: Deps) {}

  /** Begins what is due and has room; @returns whether anything was begun */
  async begin(now: () => Date = () => new Date()): Promise<boolean> {
    let begun = false
    const due = await query<{ id: string; failures: number }>(this.deps.db, DUE_WEBHOOKS, {
      now: now(),
    })
    for (const { id, failures } of due) {
      const most = failures >= FEW_FAILURES ? 1 : OF_ONE
      const limit = Math.min(most - (this.open.get(id)?.size ?? 0), OF_ALL - this.count())
      if (limit <= 0) continue
      for (const call of await this.take(id, limit, now())) {
        begun = true
        this.run(call, now)
      }
    }
    return begun
  }

  /** Resolves when every call that is open has ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.open.values()].flatMap((calls) => [...calls]))
  }

  private take(webhook: string, limit: number, now: Date): Promise<Call[]> {
    const until = new Date(now.getTime() + this.deps.settings.timeoutMs + GRACE_MS)
    return query<Call>(this.deps.db, TAKE_DELIVERIES, { webhook, now, until, limit })
  }

  private run(call: Call, now: () => Date): void {
    const { db, settings, logger, onEnd } = this.deps
    const calls = this.open.get(call.webhook_id) ?? new Set()
    this.open.set(call.webhook_id, calls)
    // What cannot be written down is tried again when the lease has ended.
    const running: Promise<void> = makeCall(db, call, settings, now)
      .catch((error: Error) => logger.error(`engage webhook ${call.webhook_id}: ${error.message}`))
      .finally(() => {
        calls.delete(running)
        if (!calls.size) this.open.delete(call.webhook_id)
        onEnd()
      })
    calls.add(running)
  }

  private count(): number {
    return [...this.open.values()].reduce((sum, calls) => sum + calls.size, 0)
  }
}
