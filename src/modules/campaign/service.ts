import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { noteFailure } from "../../lib/failures"
import { type EngageOptions, parseOptions } from "../../lib/options"
import type { WebhookSettings } from "../../lib/webhook/post"
import { readSettings } from "../profile/sync/settings"
import { syncNow } from "../profile/sync/step"
import type { SeriesAction } from "../../types/broadcast-series"
import { steerSeries } from "./broadcast/series-runs"
import { scheduledAt, startBroadcast } from "./broadcast/start"
import { type BroadcastChange, updateBroadcast } from "./broadcast/store"
import { broadcastStep } from "./engine"
import { anyErrand } from "./errand/store"
import { campaignRound, IDLE_MS as CAMPAIGN_IDLE_MS } from "./flow/loop"
import { Looks } from "./flow/looks"
import { dropOldNews } from "./privacy"
import { publishCampaign } from "./flow/publish"

type Container = { __pg_connection__: Db; logger: Logger }

const IDLE_MS = 5_000
/** Longest that freezing waits for the shop's latest changes, in ms. */
const SYNC_MS = 10_000

/** Broadcasts, and campaigns people walk through. Owns the loop of each. */
export default class CampaignModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost
  private readonly walk: EngineHost
  private readonly logger: Logger
  private readonly looks = new Looks()

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
    this.walk = new EngineHost({
      name: "campaigns",
      topic: "engage_campaign",
      idleMs: CAMPAIGN_IDLE_MS,
      step: () => this.walkOn(),
      db: this.db,
      logger: container.logger,
      options: this.options,
      workerMode: declaration?.worker_mode,
    })
    this.logger = container.logger
  }

  __hooks = {
    onApplicationStart: async () => {
      await this.engine.start()
      await this.walk.start()
    },
    onApplicationPrepareShutdown: async () => {
      await this.walk.stop()
      await this.engine.stop()
    },
  }

  /** Drops what the triggers of campaigns have long looked at. */
  async dropOldNews(): Promise<void> {
    await dropOldNews(this.db)
  }

  /** One round over the live campaigns; @returns whether there may be more to do. */
  async walkOn(now = new Date()): Promise<boolean> {
    const clock = { now, zone: this.options.timeZone }
    return campaignRound(this.db, clock, this.looks, (id, error) => {
      this.logger.error(`engage campaign ${id}: ${error.stack ?? error.message}`)
      void noteFailure(this.db, "campaigns", error, now)
    })
  }

  /** Whether something waits to be done for a step elsewhere; never where no engines run. */
  async hasErrands(now = new Date()): Promise<boolean> {
    return this.options.engines && anyErrand(this.db, now)
  }

  /** What time it is here. */
  async clock(now = new Date()): Promise<{ now: Date; zone: string }> {
    return { now, zone: this.options.timeZone }
  }

  /** How other systems are called. */
  async webhookSettings(): Promise<WebhookSettings> {
    const { allowPrivateAddresses, timeoutSeconds } = this.options.webhooks
    return { allowPrivate: allowPrivateAddresses, timeoutMs: timeoutSeconds * 1_000 }
  }

  /** Makes a campaign's draft its live version, people inside moved to it or not. @returns the version */
  async publish(id: string, people?: { move?: boolean }): Promise<number> {
    return publishCampaign(this.db, id, this.options, new Date(), people)
  }

  /** Starts or schedules a broadcast with the sender and provider of the options. */
  async start(id: string): Promise<void> {
    await startBroadcast(this.db, id, this.options, new Date())
  }

  /** Holds, resumes or ends a repeating broadcast. */
  async steerSeries(id: string, action: SeriesAction): Promise<void> {
    await steerSeries(this.db, id, action, this.options, new Date())
  }

  /** Changes a broadcast as far as its state allows. */
  async update(id: string, change: BroadcastChange): Promise<void> {
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
