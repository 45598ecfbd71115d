import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { readSettings } from "../profile/sync/settings"
import { syncNow } from "../profile/sync/step"
import { scheduledAt, startBroadcast } from "./broadcast/start"
import { type BroadcastInput, updateBroadcast } from "./broadcast/store"
import { broadcastStep } from "./engine"

type Container = { __pg_connection__: Db; logger: Logger }

const IDLE_MS = 5_000
/** Longest that freezing waits for the shop's latest changes, in ms. */
const SYNC_MS = 10_000

/** Broadcasts: one-time sends. Owns the loop that freezes and closes them. */
export default class CampaignModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "broadcasts",
      topic: "engage_broadcast",
      idleMs: IDLE_MS,
      step: () => this.step(),
      db: this.db,
      logger: container.logger,
      options: this.options,
      workerMode: declaration?.worker_mode,
    })
  }

  __hooks = {
    onApplicationStart: async () => this.engine.start(),
    onApplicationPrepareShutdown: async () => this.engine.stop(),
  }

  /** Starts or schedules a broadcast with the sender and provider of the options. */
  async start(id: string): Promise<void> {
    await startBroadcast(this.db, id, this.options, new Date())
  }

  /** Changes a broadcast as far as its state allows. */
  async update(id: string, change: Partial<BroadcastInput>): Promise<void> {
    const { db, options } = this
    await updateBroadcast(db, id, change, (plan) =>
      scheduledAt(db, plan, options.timeZone, new Date())
    )
  }

  /** One round of the broadcast loop; @returns whether there may be more to do. */
  async step(now = new Date()): Promise<boolean> {
    return broadcastStep(this.db, this.options, now, async () => {
      const settings = await readSettings(this.db, this.options)
      await syncNow(this.db, settings, now, new Date(now.getTime() + SYNC_MS))
    })
  }
}
