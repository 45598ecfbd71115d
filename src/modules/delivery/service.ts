import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { ensureMonthPartitions } from "../../lib/partitions"
import { createProviders } from "../../providers/create"
import { publicIds } from "../../lib/public-id"
import type { Channel } from "../../types/common"
import type { Provider, WebhookRequest } from "../../providers/provider"
import { Deliverer } from "./engine/deliverer"
import { dropEndpoints, type EndpointChannel, endpointsOf } from "../profile/endpoints/endpoints"
import { ownVapidKeys } from "./push/keys"
import { storeInApp } from "./in-app/messages"
import { storeCopies } from "./message/sandbox-mail"
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
/** Channels that are used seldom are woken, and look by themselves only this often. */
const SLOW_IDLE_MS = 3_000

type Cradle = { logger: Logger; [ContainerRegistrationKeys.PG_CONNECTION]: Db }

/** Owns the message ledger and the providers, and runs a deliver engine for each where engines run. */
export default class DeliveryModuleService {
  readonly options: EngageOptions
  readonly providers: Provider[]
  private readonly db: Db
  private readonly logger: Logger
  private readonly deliverers: Deliverer[]
  private readonly hosts: EngineHost[]

  constructor(cradle: Cradle, input: unknown, declaration?: { worker_mode?: string }) {
    const { logger } = cradle
    const db = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    this.db = db
    this.logger = logger
    this.options = parseOptions(input)
    this.providers = createProviders(this.options, {
      sandbox: (channel) => (messages) => storeCopies(db, channel, messages),
      endpoints: {
        of: (channel, profiles) => endpointsOf(db, channel as EndpointChannel, profiles),
        drop: (ids) => dropEndpoints(db, ids),
      },
      vapidKeys: () => ownVapidKeys(db),
      inApp: (messages) => storeInApp(db, messages, this.options.channels.in_app.days),
    })
    const { options, providers } = this
    const idempotent = providers.filter((p) => p.capabilities.idempotent).map((p) => p.name)
    this.deliverers = providers.map(
      (provider) => new Deliverer({ db, logger, options, provider, idempotent })
    )
    this.hosts = this.deliverers.map(
      (deliverer, i) =>
        new EngineHost({
          name: `deliver ${providers[i].channel}`,
          topic: "engage_deliver",
          idleMs: providers[i].channel === "email" ? IDLE_MS : SLOW_IDLE_MS,
          step: (signal) => deliverer.step(signal),
          db,
          logger,
          options,
          workerMode: declaration?.worker_mode,
        })
    )
  }

  __hooks = {
    onApplicationStart: async () => {
      try {
        await this.keepPartitions()
        for (const host of this.hosts) await host.start()
      } catch (error) {
        // Medusa drops what is thrown here; nobody would learn that nothing is being sent.
        this.logger.error(`engage deliver: cannot start: ${(error as Error).message}`)
      }
    },
    onApplicationPrepareShutdown: async () => {
      await Promise.all(this.hosts.map((host) => host.stop()))
      await Promise.all(this.deliverers.map((deliverer) => deliverer.drain()))
    },
  }

  /** Makes the months to come of the ledger and its events. */
  async keepPartitions(): Promise<void> {
    const now = new Date()
    await ensureMonthPartitions(this.db, MESSAGE, now, MESSAGE_FILLFACTOR)
    await ensureMonthPartitions(this.db, MESSAGE_EVENT, now)
  }

  /** One round of the deliver loops; @returns whether there may be more to do. */
  async step(): Promise<boolean> {
    const { signal } = new AbortController()
    let more = false
    for (const deliverer of this.deliverers) more = (await deliverer.step(signal)) || more
    return more
  }

  /** Who sends on a channel. @throws MedusaError `not_allowed` when nobody does */
  providerOf(channel: Channel): Provider {
    const provider = this.providers.find((one) => one.channel === channel)
    if (provider) return provider
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Nothing can be sent by ${channel}`)
  }

  /** Takes a call of a provider's webhook; `undefined` when that provider is not the shop's or does not report. */
  async receiveReports(provider: string, request: WebhookRequest): Promise<Received | undefined> {
    const found = this.providers.find(({ name, reports }) => name === provider && reports)
    if (!found?.reports) return undefined
    const { name, channel, reports } = found
    return receiveReports(this.db, await publicIds(this.db), { name, channel, reports }, request)
  }

  /** Brings the counters per mailbox provider up to date, for some runs at a time. */
  async countMailboxes(now: Date): Promise<void> {
    await countMailboxes(this.db, now)
  }

  /** Sends one message to an address of the staff, from the shop's sender. */
  async sendTest(channel: Channel, test: Omit<TestMessage, "sender">): Promise<TestResult> {
    const { options } = this
    const sending = { provider: this.providerOf(channel), options }
    return sendTest(this.db, sending, { ...test, sender: options.sender })
  }

  /** Sends one e-mail that somebody waits for, such as a request to confirm, from the shop's sender. */
  async sendSingle(message: Omit<SingleMessage, "sender" | "isTest">): Promise<TestResult> {
    const { sender } = this.options
    const sending = { provider: this.providerOf("email"), options: this.options }
    return sendOne(this.db, sending, { ...message, sender, isTest: false })
  }
}
