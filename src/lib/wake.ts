import type { Logger } from "@medusajs/framework/types"
import { Client } from "@medusajs/framework/pg"
import { type Db, execute } from "./db"

const RECONNECT_MS = 5_000

/** What can be woken: one Postgres notification channel for each engine. */
export type WakeTopic =
  | "engage_sync"
  | "engage_segment"
  | "engage_deliver"
  | "engage_broadcast"
  | "engage_campaign"
  | "engage_report"
  | "engage_transfer"
  | "engage_outbound"

/** Wakes every process' engine of that topic when the surrounding transaction commits. */
export async function wake(db: Db, topic: WakeTopic): Promise<void> {
  await execute(db, `select pg_notify(:topic, '')`, { topic })
}

/**
 * Listens for {@link wake} on a connection of its own (a pooled one would be handed to others). Losing it costs only
 * speed: engines also look for work on their own.
 */
export class WakeListener {
  private client?: Client
  private timer?: NodeJS.Timeout
  private stopped = false

  constructor(
    private readonly db: Db,
    private readonly topic: WakeTopic,
    private readonly onWake: () => void,
    private readonly logger: Logger
  ) {}

  /** Connects, and reconnects whenever the connection breaks. */
  async start(): Promise<void> {
    if (this.stopped) return
    const client = new Client(this.db.client.connectionSettings)
    this.client = client
    client.on("notification", this.onWake)
    client.on("error", () => this.reconnect(client))
    try {
      await client.connect()
      await client.query(`listen ${this.topic}`)
      this.onWake()
    } catch (error) {
      this.logger.warn(`engage: cannot listen on ${this.topic}: ${(error as Error).message}`)
      this.reconnect(client)
    }
  }

  /** Closes the connection for good. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.client?.end().catch(() => undefined)
  }

  private reconnect(broken: Client): void {
    if (this.stopped || this.client !== broken) return
    this.client = undefined
    broken.end().catch(() => undefined)
    this.timer = setTimeout(() => void this.start(), RECONNECT_MS)
    this.timer.unref()
  }
}
