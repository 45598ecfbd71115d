import { subDays } from "date-fns"
import { type Db, query, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import type { Overview } from "../../../types/overview"
import type { RfmGroup } from "../../../types/profile"
import { REACH_CHANNELS, showsReach, type ReachChannel } from "../../../types/segment"
import { channelBit } from "../../profile/consent/channel-bit"
import { freshness } from "../../profile/read/freshness"
import { ASSISTED, CHECKLIST, RFM_CELLS, RFM_GROUPS, TOTALS } from "../sql/overview"

const ASSISTED_DAYS = 30

type Totals = { profiles: number; buyers: number; revenue: number } & Record<ReachChannel, number>

/** The headline numbers of the shop; amounts in minor units of `currency`. */
export async function readOverview(
  db: Db,
  context: { options: EngageOptions; now: Date; currency: string }
): Promise<Omit<Overview, "broadcasts">> {
  const { options, now, currency } = context
  const bits = Object.fromEntries(
    REACH_CHANNELS.map((channel) => [`${channel}_bit`, channelBit(channel)])
  )
  const [totals, assisted, cells, groups, done, fresh] = await Promise.all([
    queryOne<Totals>(db, TOTALS, bits),
    queryOne<Overview["assisted"]>(db, ASSISTED, { since: subDays(now, ASSISTED_DAYS) }),
    query<Overview["rfm"]["cells"][number]>(db, RFM_CELLS),
    query<{ group: RfmGroup; profiles: number; revenue: number }>(db, RFM_GROUPS),
    queryOne<Record<"tracker" | "segment" | "template" | "broadcast" | "recipe", boolean>>(
      db,
      CHECKLIST
    ),
    freshness(db),
  ])
  const { profiles, buyers, revenue } = totals!
  return {
    profiles,
    buyers,
    revenue,
    currency,
    reachable: REACH_CHANNELS.map((channel) => ({ channel, count: totals![channel] })).filter(
      ({ channel, count }) => showsReach(channel, count)
    ),
    assisted: assisted!,
    rfm: { cells, groups },
    checklist: [
      { key: "sender", done: !options.sender.email.endsWith("@localhost.example") },
      { key: "provider", done: options.channels.email.provider !== "sandbox" },
      { key: "data", done: fresh.data_as_of !== null && profiles > 0 },
      { key: "tracker", done: done!.tracker },
      { key: "segment", done: done!.segment },
      { key: "template", done: done!.template },
      { key: "broadcast", done: done!.broadcast },
      { key: "recipe", done: done!.recipe },
    ],
    freshness: fresh,
  }
}
