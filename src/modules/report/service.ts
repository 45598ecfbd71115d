import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import type { Db } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { attributeChanged, attributeNew } from "./attribution/compute"
import { decideNext } from "./broadcast/ab"
import { decideNextSplit } from "./campaign/split"

type Container = { __pg_connection__: Db; logger: Logger }

/** A purchase shows on its broadcast's report within this time of being read. */
const IDLE_MS = 10_000

/** Reports: read-only questions over all modules, and which message a purchase is credited to. */
export default class ReportModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "attribution",
      topic: "engage_report",
      idleMs: IDLE_MS,
      step: () => this.step(new Date()),
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

  /** One round of the loop: credit new purchases, and those whose rule has changed, then choose winners by them; @returns whether there may be more to do. */
  async step(now: Date): Promise<boolean> {
    const { timeZone } = this.options
    const credited = await attributeNew(this.db, now, timeZone)
    const again = await attributeChanged(this.db, now, timeZone)
    const decided = (await decideNext(this.db, now)) || (await decideNextSplit(this.db, now))
    return decided || credited || again
  }
}
