import { type Db, query } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import { messageId } from "../../delivery/message/token"
import type { NewsKind } from "../../profile/news/news"
import { ORDERS } from "../sql/feeds"
import type { OutboundEvent, OutboundType } from "./catalogue"
import { readRuns, type SentBy } from "./runs"
import { type Case, together } from "./together"

type Row = { kind: NewsKind; at: Date; data: unknown }
type Messages = { run_id: number; messages: [profile: number, pass: number][] }
type Steps = { campaign_id: string; version: number; step: string; people: Told[] }
type Left = { campaign_id: string; people: Told[] }
type Told = [enrollment: number, profile: number, what: string]
type Credit = [purchase: number, run: number, pass: number]
type Order = {
  id: number
  order_id: string
  profile_id: number
  net: number
  currency: string
  placed_at: Date
}

const MESSAGES: Partial<Record<NewsKind, OutboundType>> = {
  "message.sent": "engage.message.sent",
  "message.failed": "engage.message.failed",
  "message.delivered": "engage.message.delivered",
}

/** Events of what was written down because somebody listens. */
export async function writtenNews(
  trx: Db,
  rows: { id: number }[],
  ids: PublicIds
): Promise<OutboundEvent[]> {
  const news = rows as unknown as Row[]
  return [
    ...together("messages", await messages(trx, news, ids)),
    ...together("people", people(news, ids)),
    ...together("orders", await orders(trx, news, ids)),
  ]
}

async function messages(trx: Db, news: Row[], ids: PublicIds): Promise<Case[]> {
  const ours = news.flatMap(({ kind, at, data }) => {
    const type = MESSAGES[kind]
    return type ? [{ type, at, ...(data as Messages) }] : []
  })
  const runs = await readRuns(trx, ours)
  return ours.flatMap(({ type, at, run_id, messages: keys }) => {
    const run = runs.get(run_id)
    if (!run) return []
    return keys.map(([profileId, pass]) => ({
      type,
      at,
      item: {
        message_id: messageId(ids, { runId: run_id, profileId, pass }),
        profile_id: ids.seal("prof", profileId),
        ...run,
      },
    }))
  })
}

function people(news: Row[], ids: PublicIds): Case[] {
  const one = (campaign_id: string, [enrollment, profile]: Told) => ({
    campaign_id,
    enrollment_id: ids.seal("enr", enrollment),
    profile_id: ids.seal("prof", profile),
  })
  return news.flatMap(({ kind, at, data }): Case[] => {
    if (kind === "campaign.step") {
      const { campaign_id, version, step, people: told } = data as Steps
      return told.map((who) => {
        const item = { ...one(campaign_id, who), version, step, way: who[2] }
        return { type: "engage.campaign.step_done", at, item }
      })
    }
    if (kind !== "campaign.left") return []
    const { campaign_id, people: told } = data as Left
    return told.flatMap((who): Case[] => {
      const item = one(campaign_id, who)
      const left: Case = { type: "engage.campaign.left", at, item: { ...item, reason: who[2] } }
      return who[2] === "goal" ? [{ type: "engage.campaign.goal_reached", at, item }, left] : [left]
    })
  })
}

async function orders(trx: Db, news: Row[], ids: PublicIds): Promise<Case[]> {
  const credits = news.flatMap(({ kind, data }) =>
    kind === "order.attributed" ? (data as { orders: Credit[] }).orders : []
  )
  if (!credits.length) return []
  const bought = await query<Order>(trx, ORDERS, { ids: credits.map(([id]) => id) })
  const byId = new Map(bought.map((order) => [order.id, order]))
  const runs = await readRuns(
    trx,
    credits.map(([, run_id]) => ({ run_id }))
  )
  return credits.flatMap(([id, run, pass]): Case[] => {
    const [order, by] = [byId.get(id), runs.get(run)]
    return order && by ? [credited(order, by, { run, pass }, ids)] : []
  })
}

function credited(
  { order_id, profile_id, net, currency, placed_at }: Order,
  { source, source_id }: SentBy,
  { run, pass }: { run: number; pass: number },
  ids: PublicIds
): Case {
  const message_id = messageId(ids, { runId: run, profileId: profile_id, pass })
  const profile = ids.seal("prof", profile_id)
  const item = { order_id, profile_id: profile, message_id, source, source_id, net, currency }
  return { type: "engage.order.attributed", at: placed_at, item }
}
