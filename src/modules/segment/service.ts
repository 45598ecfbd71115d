import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { type Db, execute } from "../../lib/db"
import { EngineHost } from "../../lib/engine-host"
import { type EngageOptions, parseOptions } from "../../lib/options"
import { ensureMonthPartitions } from "../../lib/partitions"
import { moveWithPeople } from "../profile/identity/moved-tables"
import { segmentStep } from "./engine"
import { refreshSegment } from "./refresh"
import type { Clock } from "./schedule"
import { DROP_SEGMENT_NEWS, THIN_HISTORY } from "./sql/membership"
import { getSegment } from "./store"
import { AUDIENCE_MEMBER, MEMBERSHIP_LOG } from "./tables"

moveWithPeople({ table: AUDIENCE_MEMBER, key: ["audience_no"], once: true })

type Container = { __pg_connection__: Db; logger: Logger }

/** Changed profiles are looked at within this time. */
const IDLE_MS = 10_000

/** Where windows of time keep closing, a segment is looked at over everybody at most this often. */
const GAP_MS = 60_000

/** Segments: saved rules and who matches them. Owns the loop that keeps membership current. */
export default class SegmentModuleService {
  readonly db: Db
  readonly options: EngageOptions
  private readonly engine: EngineHost

  constructor(container: Container, options: unknown, declaration?: InternalModuleDeclaration) {
    this.db = container.__pg_connection__
    this.options = parseOptions(options)
    this.engine = new EngineHost({
      name: "segments",
      topic: "engage_segment",
      idleMs: IDLE_MS,
      step: () => segmentStep(this.db, this.clock()),
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

  /** Computes a segment's members as of now. */
  async refresh(id: string): Promise<void> {
    await refreshSegment(this.db, await getSegment(this.db, id), this.clock())
  }

  /** Forgets who moved, once everybody has heard of it long ago. */
  async dropNews(before: Date): Promise<void> {
    await execute(this.db, DROP_SEGMENT_NEWS, { before })
  }

  /** Keeps one point of the history for each past day of the shop. */
  async thinHistory(now = new Date()): Promise<void> {
    await execute(this.db, THIN_HISTORY, { now, zone: this.options.timeZone })
  }

  private clock(): Clock {
    const { timeZone, segments } = this.options
    const pace = { fullEveryMin: segments.fullEveryMinutes, gapMs: GAP_MS }
    return { now: new Date(), zone: timeZone, pace }
  }

  /** Makes the months to come of the membership log. */
  async keepPartitions(): Promise<void> {
    await ensureMonthPartitions(this.db, MEMBERSHIP_LOG, new Date())
  }
}
