import { type Db, execute, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { NEWS_KINDS, type NewsKind, wantNews } from "../../profile/news/news"
import { begin, FORGET_MARKS, highest, SAVE_MARK, TAKE_MARK, WRITERS } from "../sql/mark"
import type { OutboundEvent, OutboundType } from "./catalogue"
import { FEEDS, type Feed } from "./feeds"

/** Who reads the feeds: those who tell other systems, and those who tell Medusa's event bus. */
export type Follower = "webhooks" | "bus"

/** Rows of a feed read in one transaction. */
const BATCH = 2_000

type Mark = { mark: number; bound: number | null; writers: string[] }

/**
 * Says what a follower wants to hear of from now on. What it has begun to read it goes on reading where it is.
 * @param types - all of them, each time
 */
export async function listen(trx: Db, follower: Follower, types: Iterable<string>): Promise<void> {
  const wanted = new Set(types)
  const feeds = feedsOf(wanted)
  const kinds = NEWS_KINDS.filter((kind) => KIND_TYPES[kind].some((type) => wanted.has(type)))
  await wantNews(trx, follower, kinds)
  await execute(trx, FORGET_MARKS, { follower, feeds: feeds.map(({ name }) => name) })
  for (const { name, table } of feeds) await execute(trx, begin(table), { follower, feed: name })
}

const KIND_TYPES: Record<NewsKind, OutboundType[]> = {
  "message.sent": ["engage.message.sent"],
  "message.failed": ["engage.message.failed"],
  "message.delivered": ["engage.message.delivered"],
  "campaign.step": ["engage.campaign.step_done"],
  "campaign.left": ["engage.campaign.left", "engage.campaign.goal_reached"],
  "order.attributed": ["engage.order.attributed"],
}

/**
 * Reads on in every feed that tells of what is wanted, and hands it over in the transaction that remembers how far the
 * follower got: nothing is missed, and what is handed over is not read again once that is committed.
 * @returns whether there may be more
 */
export async function follow(
  db: Db,
  follower: Follower,
  types: Iterable<string>,
  handOver: (trx: Db, events: OutboundEvent[]) => Promise<void>
): Promise<boolean> {
  const wanted = new Set(types)
  const ids = await publicIds(db)
  let more = false
  for (const feed of feedsOf(wanted)) {
    const read = await db.transaction(async (trx) => {
      const rows = await readOn(trx, follower, feed)
      const events = rows.length ? await feed.events(trx, rows, ids) : []
      const told = events.filter(({ type }) => wanted.has(type))
      if (told.length) await handOver(trx, told)
      return rows.length
    })
    more ||= read === BATCH
  }
  return more
}

function feedsOf(wanted: Set<string>): Feed[] {
  return FEEDS.filter(({ types }) => types.some((type) => wanted.has(type)))
}

/**
 * Numbers are given out before their rows are committed, so a row may appear below one that was read. So nothing is read
 * beyond a bound, and up to it only when everybody who was writing as it was set has ended.
 */
async function readOn(trx: Db, follower: Follower, feed: Feed): Promise<{ id: number }[]> {
  const at = { follower, feed: feed.name }
  const found = await queryOne<Mark>(trx, TAKE_MARK, at)
  if (!found) return []
  const { mark } = found
  const bound = found.bound ?? (await queryOne<{ id: number }>(trx, highest(feed.table)))!.id
  if (bound <= mark) return []
  const open = (await queryOne<{ writers: string[] }>(trx, WRITERS, { table: feed.table }))!.writers
  const writers =
    found.bound === null ? open : open.filter((writer) => found.writers.includes(writer))
  if (writers.length) {
    await execute(trx, SAVE_MARK, { ...at, mark, bound, writers })
    return []
  }
  const rows = await query<{ id: number }>(trx, feed.sql, { mark, upto: bound, limit: BATCH })
  const all = rows.length < BATCH
  const next = all ? bound : rows[rows.length - 1].id
  await execute(trx, SAVE_MARK, { ...at, mark: next, bound: all ? null : bound, writers: [] })
  return rows
}
