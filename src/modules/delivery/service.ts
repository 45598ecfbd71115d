import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { ensureMonthPartitions } from "../../lib/partitions"
import { createEmailProvider } from "../../providers/create"
import { publicIds } from "../../lib/public-id"
import type { Provider, WebhookRequest } from "../../providers/provider"
import { Deliverer } from "./engine/deliverer"
import { storeMail } from "./message/sandbox-mail"
import {
  sendOne,
  sendTest,
  type SingleMessage,
  type TestMessage,
  type TestResult,
} from "./message/test-message"
import { countMailboxes } from "./reports/mailboxes"
import { type Received, receiveReports } from "./reports/receive"
import { MESSAGE, MESSAGE_EVENT, MESSAGE_FILLFACTOR } from "./tables"

const IDLE_MS = 1_000

type Cradle = { logger: Logger; [ContainerRegistrationKeys.PG_CONNECTION]: Db }

/** Owns the message ledger and its provider, and runs the deliver engine where engines run. */
export default class DeliveryModuleService {
  readonly options: EngageOptions
  readonly provider: Provider
  private readonly db: Db
  private readonly logger: Logger
  private readonly deliverer: Deliverer
  private readonly host: EngineHost

  constructor(cradle: Cradle, options: unknown, declaration?: { worker_mode?: string }) {
    const { logger } = cradle
    const db = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    this.db = db
    this.logger = logger
    this.options = parseOptions(options)
    this.provider = createEmailProvider(this.options, (messages) => storeMail(db, messages))
    this.deliverer = new Deliverer({
      db,
      logger,
      options: this.options,
      provider: this.provider,
    })
    this.host = new EngineHost({
      name: "deliver",
      topic: "engage_deliver",
      idleMs: IDLE_MS,
      step: (signal) => this.deliverer.step(signal),
      db,
      logger,
      options: this.options,
      workerMode: declaration?.worker_mode,
    })
  }

  __hooks = {
    onApplicationStart: async () => {
      try {
        await this.keepPartitions()
        await this.host.start()
      } catch (error) {
        // Medusa drops what is thrown here; nobody would learn that nothing is being sent.
        this.logger.error(`engage deliver: cannot start: ${(error as Error).message}`)
      }
    },
    onApplicationPrepareShutdown: async () => {
      await this.host.stop()
      await this.deliverer.drain()
    },
  }

  /** Makes the months to come of the ledger and its events. */
  async keepPartitions(): Promise<void> {
    const now = new Date()
    await ensureMonthPartitions(this.db, MESSAGE, now, MESSAGE_FILLFACTOR)
    await ensureMonthPartitions(this.db, MESSAGE_EVENT, now)
  }

  /** One round of the deliver loop; @returns whether there may be more to do. */
  async step(): Promise<boolean> {
    return this.deliverer.step(new AbortController().signal)
  }

  /** Takes a call of a provider's webhook; `undefined` when that provider is not the shop's or does not report. */
  async receiveReports(provider: string, request: WebhookRequest): Promise<Received | undefined> {
    const { reports } = this.provider
    if (this.provider.name !== provider || !reports) return undefined
    const ids = await publicIds(this.db)
    return receiveReports(this.db, ids, { name: provider, reports }, request)
  }

  /** Brings the counters per mailbox provider up to date, for some runs at a time. */
  async countMailboxes(now: Date): Promise<void> {
    await countMailboxes(this.db, now)
  }

  /** Sends one message to an address of the staff, from the shop's sender. */
  async sendTest(test: Omit<TestMessage, "sender">): Promise<TestResult> {
    const sender = this.options.sender
    return sendTest(
      this.db,
      { provider: this.provider, options: this.options },
      { ...test, sender }
    )
  }

  /** Sends one message that somebody waits for, such as a request to confirm, from the shop's sender. */
  async sendSingle(message: Omit<SingleMessage, "sender" | "isTest">): Promise<TestResult> {
    const { sender } = this.options
    const sending = { provider: this.provider, options: this.options }
    return sendOne(this.db, sending, { ...message, sender, isTest: false })
  }
}
