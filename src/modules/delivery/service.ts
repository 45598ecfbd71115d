import { subMonths } from "date-fns"
import type { Logger } from "@medusajs/framework/types"
import {
  sendTransactional,
  type TransactionalMessage,
  type TransactionalResult,
} from "./message/transactional"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { dropMonthsBefore, ensureMonthPartitions } from "../../lib/partitions"
import { createFallbacks, createProviders, type ProviderStores } from "../../providers/create"
import { publicIds } from "../../lib/public-id"
import type { SmallServer } from "../../lib/small-server"
import type { Channel } from "../../types/common"
import { SHOP_SENDER } from "../../types/sender"
import type { Provider, WebhookRequest } from "../../providers/provider"
import { Deliverer } from "./engine/deliverer"
import { type Account, accountsOf } from "./limits/account"
import { dropEndpoints, type EndpointChannel, endpointsOf } from "../profile/endpoints/endpoints"
import { createPublicServer } from "./public/server"
import { ownVapidKeys } from "./push/keys"
import { cascadeRound } from "./ledger/cascade"
import { storeInApp } from "./in-app/messages"
import { notifyByMedusa } from "./message/medusa-notification"
import { storeCopies } from "./message/sandbox-mail"
import {
  sendOne,
  sendTest,
  type SingleMessage,
  type TestMessage,
  type TestResult,
} from "./message/test-message"
import { MailboxReader } from "./reports/bounce-mailbox"
import { countMailboxes } from "./reports/mailboxes"
import { type Received, receiveReports } from "./reports/receive"
import { senderOf } from "./senders/choose"
import { MESSAGE, MESSAGE_COPY, MESSAGE_EVENT, MESSAGE_FILLFACTOR } from "./tables"

const IDLE_MS = 1_000
/** Channels that are used seldom are woken, and look by themselves only this often. */
const SLOW_IDLE_MS = 3_000
/** How late a channel may take over at most. */
const CASCADE_IDLE_MS = 15_000

type Cradle = { logger: Logger; [ContainerRegistrationKeys.PG_CONNECTION]: Db }

/** Owns the message ledger and the providers, and runs a deliver engine for each where engines run. */
export default class DeliveryModuleService {
  readonly options: EngageOptions
  /** One a channel. */
  readonly providers: Provider[]
  /** Those of {@link providers}, then their fallbacks. */
  readonly accounts: Account[]
  private readonly db: Db
  private readonly logger: Logger
  private readonly deliverers: Deliverer[]
  private readonly hosts: EngineHost[]
  private readonly publicServer?: SmallServer

  constructor(cradle: Cradle, input: unknown, declaration?: { worker_mode?: string }) {
    const { logger } = cradle
    const db = cradle[ContainerRegistrationKeys.PG_CONNECTION]
    this.db = db
    this.logger = logger
    this.options = parseOptions(input)
    const stores: ProviderStores = {
      sandbox: (channel) => (messages) => storeCopies(db, channel, messages),
      endpoints: {
        of: (channel, profiles) => endpointsOf(db, channel as EndpointChannel, profiles),
        drop: (ids) => dropEndpoints(db, ids),
      },
      vapidKeys: () => ownVapidKeys(db),
      notify: notifyByMedusa,
      inApp: (messages) => storeInApp(db, messages, this.options.channels.in_app.days),
    }
    this.providers = createProviders(this.options, stores)
    const { options, providers } = this
    this.accounts = accountsOf(providers, createFallbacks(options, stores), {
      db,
      logger,
      timeZone: options.timeZone,
    })
    const idempotent = providers.filter((p) => p.capabilities.idempotent).map((p) => p.name)
    this.deliverers = this.accounts.map(
      (account) =>
        new Deliverer({ db, logger, options, provider: account.provider, account, idempotent })
    )
    this.hosts = this.deliverers.map(
      (deliverer, i) =>
        new EngineHost({
          name: `deliver ${this.accounts[i].name}`,
          topic: "engage_deliver",
          idleMs: this.accounts[i].provider.channel === "email" ? IDLE_MS : SLOW_IDLE_MS,
          step: (signal) => deliverer.step(signal),
          db,
          logger,
          options,
          workerMode: declaration?.worker_mode,
        })
    )
    this.hosts.push(
      new EngineHost({
        name: "cascades",
        topic: "engage_deliver",
        idleMs: CASCADE_IDLE_MS,
        step: () => cascadeRound(db, new Date()),
        db,
        logger,
        options,
        workerMode: declaration?.worker_mode,
      })
    )
    for (const { provider, name } of this.accounts) {
      if (!provider.mailbox) continue
      const reader = new MailboxReader(db, provider)
      this.hosts.push(
        new EngineHost({
          name: `bounce mailbox ${name}`,
          topic: "engage_deliver",
          idleMs: provider.mailbox.everyMs,
          step: (signal) => reader.step(new Date(), signal),
          db,
          logger,
          options,
          workerMode: declaration?.worker_mode,
        })
      )
    }
    const { links } = options
    const receive: DeliveryModuleService["receiveReports"] = (provider, request) =>
      this.receiveReports(provider, request)
    if (links && this.hosts.every((host) => host.allowed))
      this.publicServer = createPublicServer({ ...links, db, options, logger, receive })
  }

  __hooks = {
    onApplicationStart: async () => {
      try {
        await this.keepPartitions()
        for (const host of this.hosts) await host.start()
        await this.publicServer?.start()
      } catch (error) {
        // Medusa drops what is thrown here; nobody would learn that nothing is being sent.
        this.logger.error(`engage deliver: cannot start: ${(error as Error).message}`)
      }
    },
    onApplicationPrepareShutdown: async () => {
      await this.publicServer?.stop()
      await Promise.all(this.hosts.map((host) => host.stop()))
      await Promise.all(this.deliverers.map((deliverer) => deliverer.drain()))
    },
  }

  /** Makes the months to come of the ledger and its events. */
  async keepPartitions(): Promise<void> {
    const now = new Date()
    await ensureMonthPartitions(this.db, MESSAGE, now, MESSAGE_FILLFACTOR)
    await ensureMonthPartitions(this.db, MESSAGE_EVENT, now)
    await ensureMonthPartitions(this.db, MESSAGE_COPY, now)
  }

  /** Forgets what messages said of their people, as long ago as the options say. */
  async dropOldCopies(now = new Date()): Promise<void> {
    const { copyMonths } = this.options.retention
    if (copyMonths) await dropMonthsBefore(this.db, MESSAGE_COPY, "at", subMonths(now, copyMonths))
  }

  /** One round of the deliver loops and the cascades; @returns whether there may be more to do. */
  async step(): Promise<boolean> {
    const { signal } = new AbortController()
    let more = await cascadeRound(this.db, new Date())
    for (const deliverer of this.deliverers) more = (await deliverer.step(signal)) || more
    return more
  }

  /** Who sends on a channel. @throws MedusaError `not_allowed` when nobody does */
  providerOf(channel: Channel): Provider {
    const provider = this.providers.find((one) => one.channel === channel)
    if (provider) return provider
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Nothing can be sent by ${channel}`)
  }

  /**
   * Takes a call of a provider's webhook; `undefined` when that provider is not the shop's or does not report. Two accounts with
   * one service have secrets of their own: the call is of the one that it proves to be of.
   */
  async receiveReports(provider: string, request: WebhookRequest): Promise<Received | undefined> {
    let received: Received | undefined
    for (const { name, channel, reports } of this.accounts.map((account) => account.provider)) {
      if (name !== provider || !reports || received?.signed) continue
      const ids = await publicIds(this.db)
      received = await receiveReports(this.db, ids, { name, channel, reports }, request)
    }
    return received
  }

  /** Through which account a single message leaves: the fallback's while the first one is down. */
  private async accountOf(channel: Channel): Promise<Account> {
    const provider = this.providerOf(channel)
    const first = this.accounts.find((account) => account.provider === provider)!
    const fallback = this.accounts.find(({ standsInFor }) => standsInFor === first)
    return fallback && (await first.breaker.isDown()) ? fallback : first
  }

  /** Brings the counters per mailbox provider up to date, for some runs at a time. */
  async countMailboxes(now: Date): Promise<void> {
    await countMailboxes(this.db, now)
  }

  /**
   * Sends one message to an address of the staff.
   * @param from - whom it comes from: `shop`, `rules`, or the id of a sender
   */
  async sendTest(
    channel: Channel,
    test: Omit<TestMessage, "sender">,
    from = SHOP_SENDER
  ): Promise<TestResult> {
    const { options, db } = this
    const sending = { account: await this.accountOf(channel), options }
    return sendTest(db, sending, { ...test, sender: await senderOf(db, from, options) })
  }

  /** Sends one e-mail that somebody waits for, such as a request to confirm, from the shop's sender. */
  async sendSingle(message: Omit<SingleMessage, "sender" | "isTest">): Promise<TestResult> {
    const { sender } = this.options
    const sending = { account: await this.accountOf("email"), options: this.options }
    return sendOne(this.db, sending, { ...message, sender, isTest: false })
  }

  /** Sends a mail that somebody needs, once for its key, from the sender of the options. */
  async sendTransactional(message: TransactionalMessage): Promise<TransactionalResult> {
    return sendTransactional(this.db, message, (single) => this.sendSingle(single))
  }
}
