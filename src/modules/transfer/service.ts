import { subDays } from "date-fns"
import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { type Db, execute } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { importStep } from "./import/run"
import { DROP_PARTS } from "./sql/export-parts"
import { DROP_OLD_ROWS } from "./sql/imports"

type Container = { __pg_connection__: Db; logger: Logger }

const IDLE_MS = 5_000
/** How long the rows of an imported file are kept, and it can be undone. */
const ROWS_KEPT_DAYS = 30
/** How long a download that broke off can go on. */
const FILES_KEPT_DAYS = 1

/** Files in and out. Owns the loop that checks, runs and undoes imports. */
export default class TransferModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "imports",
      topic: "engage_transfer",
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

  /** One round of the import loop; @returns whether there may be more to do. */
  async step(): Promise<boolean> {
    return importStep(this.db, this.options, new Date())
  }

  /** Uploaded rows and files taken out are personal data that nobody needs for long. */
  async dropOldRows(now = new Date()): Promise<void> {
    await execute(this.db, DROP_OLD_ROWS, { before: subDays(now, ROWS_KEPT_DAYS) })
    await execute(this.db, DROP_PARTS, { before: subDays(now, FILES_KEPT_DAYS) })
  }
}
