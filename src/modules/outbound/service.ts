import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { subDays } from "date-fns"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import type { WebhookSettings } from "../../lib/webhook/post"
import { dropNews } from "../profile/news/news"
import { follow } from "./feed/follow"
import { dropOld, noteEvents } from "./webhook/deliveries"
import { WebhookSender } from "./webhook/sender"
import { wantedTypes } from "./webhook/store"

type Container = { __pg_connection__: Db; logger: Logger }

const IDLE_MS = 1_000
/** How long deliveries are kept, and news that nobody has read, in days. */
const KEPT_DAYS = 30
const NEWS_DAYS = 7

/** What others are told of: webhooks of the owner, and Medusa's event bus. Owns the loop that tells webhooks. */
export default class OutboundModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost
  private readonly sender: WebhookSender

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "webhooks",
      topic: "engage_outbound",
      idleMs: IDLE_MS,
      step: () => this.step(),
      db: this.db,
      logger: container.logger,
      options: this.options,
      workerMode: declaration?.worker_mode,
    })
    this.sender = new WebhookSender({
      db: this.db,
      settings: this.settings(),
      logger: container.logger,
      onEnd: () => this.engine.wake(),
    })
  }

  __hooks = {
    onApplicationStart: async () => this.engine.start(),
    onApplicationPrepareShutdown: async () => {
      await this.engine.stop()
      await this.sender.idle()
    },
  }

  /** How other systems are called. */
  async webhookSettings(): Promise<WebhookSettings> {
    return this.settings()
  }

  /** One round: note what happened, and begin to tell it. @returns whether there may be more to do at once */
  async step(now?: Date): Promise<boolean> {
    const types = await wantedTypes(this.db)
    const at = () => now ?? new Date()
    const more =
      types.length > 0 &&
      (await follow(this.db, "webhooks", types, (trx, events) => noteEvents(trx, events, at())))
    const begun = await this.sender.begin(at)
    return more || begun
  }

  /** Does rounds until nothing is due any more, and waits for the answers. */
  async drain(now?: Date): Promise<void> {
    for (let more = true; more;) {
      more = await this.step(now)
      await this.sender.idle()
    }
  }

  /** Whether the event bus may have to be told of something; never where no engines run. */
  async tellsBus(): Promise<boolean> {
    return this.options.engines
  }

  /** News from before this time nobody will ask for any more. */
  async newsBefore(now = new Date()): Promise<Date> {
    return subDays(now, NEWS_DAYS)
  }

  /** Forgets what is too old. */
  async dropOld(now = new Date()): Promise<void> {
    await dropOld(this.db, subDays(now, KEPT_DAYS))
    await dropNews(this.db, await this.newsBefore(now))
  }

  private settings(): WebhookSettings {
    const { allowPrivateAddresses, timeoutSeconds } = this.options.webhooks
    return { allowPrivate: allowPrivateAddresses, timeoutMs: timeoutSeconds * 1_000 }
  }
}
