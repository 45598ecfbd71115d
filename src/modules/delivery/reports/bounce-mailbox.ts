import { type Db, execute } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { Provider } from "../../../providers/provider"
import { NOTE_MAILBOX } from "../sql/reports"
import { recordReports } from "./record"

const MAX_ERROR = 500

/** Reads one provider's mailbox of bounces when it is time to, and notes how that went. */
export class MailboxReader {
  private readAt = -Infinity

  constructor(
    private readonly db: Db,
    private readonly provider: Pick<Provider, "name" | "mailbox">
  ) {}

  /** @returns whether there may be more to read at once, which there never is */
  async step(now: Date, signal: AbortSignal): Promise<false> {
    const { mailbox, name: provider } = this.provider
    if (!mailbox || now.getTime() - this.readAt < mailbox.everyMs) return false
    this.readAt = now.getTime()
    const ids = await publicIds(this.db)
    const keep = async (reports: Parameters<typeof recordReports>[2]["reports"]) => {
      if (reports.length) await recordReports(this.db, ids, { provider, reports, now })
    }
    const error = await mailbox.read(keep, now, signal).then(
      () => null,
      (cause: Error) => cause.message.slice(0, MAX_ERROR)
    )
    await execute(this.db, NOTE_MAILBOX, { provider, error, now })
    return false
  }
}
