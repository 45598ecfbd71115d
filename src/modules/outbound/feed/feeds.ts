import type { Db } from "../../../lib/db"
import type { PublicIds } from "../../../lib/public-id"
import { ENROLLMENT } from "../../campaign/tables"
import { messageId } from "../../delivery/message/token"
import { MESSAGE_EVENT } from "../../delivery/tables"
import { CONSENT_LOG, MERGE, NEWS, PRIVACY_LOG, PROFILE, VALUE_LOG } from "../../profile/tables"
import { SEGMENT_NEWS } from "../../segment/tables"
import {
  CHANGED_CONSENTS,
  CHANGED_VALUES,
  ENTRIES,
  ERASED_PROFILES,
  MERGED_PROFILES,
  MESSAGE_RESPONSES,
  NEW_PROFILES,
  SEGMENT_MOVES,
  WRITTEN_NEWS,
} from "../sql/feeds"
import type { OutboundEvent, OutboundType } from "./catalogue"
import { together } from "./together"
import { readRuns } from "./runs"
import { writtenNews } from "./written-news"

/** A log that tells of what happened: its rows have ascending numbers and never change. */
export type Feed = {
  name: string
  table: string
  /** The types it can tell of. */
  types: OutboundType[]
  /** Select of its rows behind `:mark` up to `:upto`. */
  sql: string
  events: (trx: Db, rows: { id: number }[], ids: PublicIds) => Promise<OutboundEvent[]>
}

/** A feed whose rows are each about one person. */
function ofPeople<Row extends { id: number; profile_id: number; at: Date }>(
  feed: Pick<Feed, "name" | "table" | "sql"> & { type: OutboundType; list: string },
  says: (row: Row, ids: PublicIds) => Record<string, unknown> | undefined = () => ({})
): Feed {
  const { type, list, ...rest } = feed
  return {
    ...rest,
    types: [type],
    events: async (_, rows, ids) =>
      together(
        list,
        (rows as Row[]).flatMap((row) => {
          const said = says(row, ids)
          const item = { profile_id: ids.seal("prof", row.profile_id), ...said }
          return said ? [{ type, at: row.at, item }] : []
        })
      ),
  }
}

type Person = { id: number; profile_id: number; at: Date }
type Value = Person & { kind: string; key: string; source: string }
type Consent = Person & { channel: string; topic: string; state: string; method: string }
type Moves = { segment_id: string | null; entered: boolean; at: Date; profile_ids: string[] }
type Response = Person & {
  kind: string
  verdict: string | null
  link: number | null
  detail: { class?: string } | null
  run_id: number
  pass: number
}

const RESPONSES = ["opened", "clicked", "bounced", "complained", "unsubscribed"] as const
const typeOf = (kind: string) => `engage.message.${kind}` as OutboundType

const responses: Feed = {
  name: "responses",
  table: MESSAGE_EVENT,
  types: RESPONSES.map(typeOf),
  sql: MESSAGE_RESPONSES,
  events: async (trx, rows, ids) => {
    const people = (rows as Response[]).filter(
      ({ kind, verdict }) =>
        RESPONSES.some((one) => one === kind) &&
        (verdict === "human" || !["opened", "clicked"].includes(kind))
    )
    const runs = await readRuns(trx, people)
    const items = people.flatMap((row) => {
      const run = runs.get(row.run_id)
      if (!run) return []
      const key = { runId: row.run_id, profileId: row.profile_id, pass: row.pass }
      const item = {
        message_id: messageId(ids, key),
        profile_id: ids.seal("prof", row.profile_id),
        ...run,
        ...(row.kind === "clicked" && { link: row.link ?? 0 }),
        ...(row.kind === "bounced" && { bounce: row.detail?.class ?? "" }),
      }
      return [{ type: typeOf(row.kind), at: row.at, item }]
    })
    return together("messages", items)
  },
}

const segmentMoves: Feed = {
  name: "segments",
  table: SEGMENT_NEWS,
  types: ["engage.segment.entered", "engage.segment.left"],
  sql: SEGMENT_MOVES,
  events: async (_, rows, ids) =>
    (rows as unknown as Moves[]).flatMap(({ segment_id, entered, at, profile_ids }) => {
      if (!segment_id) return []
      const people = profile_ids.map((id) => ids.seal("prof", Number(id)))
      const data = { segment_id, profile_ids: people, at: at.toISOString() }
      return [{ type: entered ? "engage.segment.entered" : "engage.segment.left", at, data }]
    }),
}

/** Every feed there is. */
export const FEEDS: Feed[] = [
  ofPeople({
    name: "profiles",
    table: PROFILE,
    sql: NEW_PROFILES,
    type: "engage.profile.created",
    list: "profiles",
  }),
  ofPeople<Value>(
    {
      name: "values",
      table: VALUE_LOG,
      sql: CHANGED_VALUES,
      type: "engage.profile.changed",
      list: "profiles",
    },
    ({ kind, key, source }) => ({ kind, key, source })
  ),
  ofPeople<Consent>(
    {
      name: "consents",
      table: CONSENT_LOG,
      sql: CHANGED_CONSENTS,
      type: "engage.profile.consent_changed",
      list: "profiles",
    },
    ({ channel, topic, state, method }) => ({ channel, topic, state, method })
  ),
  ofPeople<Person & { gone: number }>(
    {
      name: "merges",
      table: MERGE,
      sql: MERGED_PROFILES,
      type: "engage.profile.merged",
      list: "profiles",
    },
    ({ gone }, ids) => ({ merged_profile_id: ids.seal("prof", gone) })
  ),
  ofPeople<Person & { action: string }>(
    {
      name: "privacy",
      table: PRIVACY_LOG,
      sql: ERASED_PROFILES,
      type: "engage.profile.erased",
      list: "profiles",
    },
    ({ action }) => (action === "erase" ? {} : undefined)
  ),
  segmentMoves,
  responses,
  ofPeople<Person & { campaign_id: string; held_out: boolean }>(
    {
      name: "entries",
      table: ENROLLMENT,
      sql: ENTRIES,
      type: "engage.campaign.entered",
      list: "people",
    },
    ({ id, campaign_id, held_out }, ids) =>
      held_out ? undefined : { campaign_id, enrollment_id: ids.seal("enr", id) }
  ),
  {
    name: "news",
    table: NEWS,
    types: [
      "engage.message.sent",
      "engage.message.failed",
      "engage.message.delivered",
      "engage.campaign.step_done",
      "engage.campaign.left",
      "engage.campaign.goal_reached",
      "engage.order.attributed",
    ],
    sql: WRITTEN_NEWS,
    events: writtenNews,
  },
]
