import { type Db, queryOne } from "../../../lib/db"
import type { Channel } from "../../../types/common"
import type { ChannelMoney, MailboxStat } from "../../../types/deliverability"
import { costReport } from "../cost"
import { CHANNEL_ORDERS } from "../sql/channel"

/**
 * What a channel brought and what it cost; in minor units of `currency`.
 * @param counted - its messages, by where they went
 * @param since - beginning of the runs that count
 */
export async function channelMoney(
  db: Db,
  counted: MailboxStat[],
  { channel, currency, since }: { channel: Channel; currency: string; since: Date }
): Promise<ChannelMoney> {
  const brought = await queryOne<{ orders: number; revenue: number }>(db, CHANNEL_ORDERS, {
    channel,
    since,
  })
  const sum = (key: "accepted" | "delivered" | "opened" | "clicked" | "cost" | "unpriced") =>
    counted.reduce((total, row) => total + row[key], 0)
  const spent = { cost: sum("cost"), unpriced: sum("unpriced") }
  return {
    sent: sum("accepted"),
    delivered: sum("delivered"),
    opened: sum("opened"),
    clicked: sum("clicked"),
    ...brought!,
    cost: costReport(spent, { sent: sum("accepted"), ...brought! }),
    currency,
  }
}
