import { type Db, query, queryOne } from "../../../lib/db"
import type { Provider } from "../../../providers/provider"
import type { Deliverability, MailboxStat, Trouble } from "../../../types/deliverability"
import { bounceStorms } from "./storms"
import { MAILBOXES, PROVIDER_STATUS, TROUBLES } from "../sql/deliverability"

type Status = {
  last_report_at: Date | null
  last_refused_at: Date | null
  last_refusal: string | null
  mailbox_read_at: Date | null
  mailbox_error: string | null
  counted_at: Date | null
  suppressed: number
}

/**
 * How messages through a provider arrived over the last `days` days: by mailbox provider, and what went wrong and why.
 * @param since - where the days begin
 * @param publicUrl - where this server is reached from outside
 */
export async function readDeliverability(
  db: Db,
  provider: Pick<Provider, "name" | "reports" | "mailbox" | "channel">,
  { days, publicUrl, since, now }: { days: number; publicUrl: string; since: Date; now: Date }
): Promise<Omit<Deliverability, "money">> {
  const { channel } = provider
  const [mailboxes, troubles, status, storms] = await Promise.all([
    query<MailboxStat>(db, MAILBOXES, { since, channel }),
    query<Omit<Trouble, "last_at"> & { last_at: Date }>(db, TROUBLES, { since, channel }),
    queryOne<Status>(db, PROVIDER_STATUS, { provider: provider.name, channel }),
    channel === "email" ? bounceStorms(db, now) : [],
  ])
  return {
    days,
    channel,
    provider: {
      name: provider.name,
      reports: Boolean(provider.reports),
      webhook_url:
        provider.name !== "sandbox"
          ? `${publicUrl.replace(/\/$/, "")}/engage/hooks/${provider.name}`
          : null,
      last_report_at: status!.last_report_at?.toISOString() ?? null,
      last_refused_at: status!.last_refused_at?.toISOString() ?? null,
      last_refusal: status!.last_refusal,
      mailbox: provider.mailbox
        ? {
            read_at: status!.mailbox_read_at?.toISOString() ?? null,
            error: status!.mailbox_error,
          }
        : null,
    },
    mailboxes,
    troubles: troubles.map((row) => ({ ...row, last_at: row.last_at.toISOString() })),
    suppressed: status!.suppressed,
    storms,
    counted_at: status!.counted_at?.toISOString() ?? null,
  }
}
