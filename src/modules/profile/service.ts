import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { type Db, query } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { ensureMonthPartitions } from "../../lib/partitions"
import { wake } from "../../lib/wake"
import type { SmallServer } from "../../lib/small-server"
import { createCollector } from "./collector/collector"
import { readDueContacts } from "./contact/due"
import { type CustomersProfile, profilesOfCustomers } from "./read/by-number"
import { type BounceReport, recordBounces } from "./quality/bounce"
import { putInbox, syncNow, syncStep } from "./sync/step"
import { dropOldFailures } from "../../lib/failures"
import { dropOldFacts } from "./privacy/retention"
import { readSettings, type SyncSettings } from "./sync/settings"
import { ensureSyncIndexes } from "./sync/indexes"
import { reconcileDaily } from "./sync/reconcile"
import type { Source } from "./shop/changes"
import { ORDERS_OF_PAYMENTS } from "./shop/payments"
import { EVENT } from "./events/tables"
import { CONSENT_LOG, VALUE_LOG } from "./tables"

type Container = { __pg_connection__: Db; logger: Logger }

/** How long the loop sleeps when no shop event wakes it: a lost event costs no more than this. */
const IDLE_MS = 60_000

/** Profiles: who the shop's people are, what they bought, what they agreed to. Owns the sync loop. */
export default class ProfileModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost
  private readonly collector?: SmallServer

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "sync",
      topic: "engage_sync",
      idleMs: IDLE_MS,
      step: () => this.step(),
      db: this.db,
      logger: container.logger,
      options: this.options,
      workerMode: declaration?.worker_mode,
    })
    const { collector } = this.options
    if (collector && this.engine.allowed)
      this.collector = createCollector({ ...collector, db: this.db, logger: container.logger })
  }

  __hooks = {
    onApplicationStart: async () => {
      await this.engine.start()
      await this.collector?.start()
    },
    onApplicationPrepareShutdown: async () => {
      await this.collector?.stop()
      await this.engine.stop()
    },
  }

  /** Notes that something happened to some rows of the shop, and wakes the sync loop. */
  async notice(source: Source, refs: string[], name: string): Promise<void> {
    await putInbox(this.db, source, refs, name)
    await wake(this.db, "engage_sync")
  }

  /** Like {@link notice} for payments, which belong to orders that their events do not name. */
  async noticePayments(payments: string[], name: string): Promise<void> {
    const orders = await query<{ id: string }>(this.db, ORDERS_OF_PAYMENTS, { payments })
    await this.notice(
      "order",
      orders.map((row) => row.id),
      name
    )
  }

  /** Reads everything that changed in the shop, for at most `maxMs`; for work that must see the shop as it is now. */
  async syncNow(maxMs: number): Promise<void> {
    const now = new Date()
    const settings = await readSettings(this.db, this.options)
    await syncNow(this.db, settings, now, new Date(now.getTime() + maxMs))
  }

  /** Wakes the sync loop, in whichever process it runs. */
  async wake(): Promise<void> {
    await wake(this.db, "engage_sync")
  }

  /** Profiles of customers. The name is the one that Medusa's query calls through the link of both. */
  async list({ customer_id }: { customer_id: string | string[] }): Promise<CustomersProfile[]> {
    const { currency } = await this.syncSettings()
    return profilesOfCustomers(this.db, [customer_id].flat(), currency)
  }

  /** The plugin's options, for workflows: their containers reach a service only by its methods. */
  async settings(): Promise<EngageOptions> {
    return this.options
  }

  /** What the sync needs to know of the shop, for workflows. */
  async syncSettings(): Promise<SyncSettings> {
    return readSettings(this.db, this.options)
  }

  /** Normalises contact values that have changed and wait for it. */
  async readContacts(): Promise<void> {
    await readDueContacts(this.db, this.options)
  }

  /**
   * Notes that a message did not arrive, for whoever delivers: a hard bounce makes the address invalid, soft ones when they
   * come as often as the shop's rule says. At most a minute later nothing is sent there any more.
   * @returns whether the person still has an address that it can belong to
   */
  async recordBounce(bounce: BounceReport): Promise<boolean> {
    const noted = await recordBounces(this.db, [bounce])
    await this.wake()
    return noted
  }

  private async step(): Promise<boolean> {
    const now = new Date()
    await ensureSyncIndexes(this.db)
    const settings = await readSettings(this.db, this.options)
    const more = await syncStep(this.db, settings, now)
    if (!more) await reconcileDaily(this.db, settings, now)
    return more
  }

  /** Makes the months to come of the logs and the events. */
  async keepPartitions(): Promise<void> {
    await ensureMonthPartitions(this.db, EVENT, new Date())
    await ensureMonthPartitions(this.db, VALUE_LOG, new Date())
    await ensureMonthPartitions(this.db, CONSENT_LOG, new Date())
  }

  /** Forgets what has been kept for longer than the options say. */
  async dropOldFacts(): Promise<void> {
    const now = new Date()
    await dropOldFacts(this.db, this.options.retention, now)
    await dropOldFailures(this.db, now)
  }
}
