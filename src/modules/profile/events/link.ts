import { MedusaError } from "@medusajs/framework/utils"
import { subDays, subMinutes } from "date-fns"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import { ANY_TOPIC, type Channel } from "../../../types/common"
import type { VisitorMerge } from "../../../types/event"
import { writeConsents } from "../consent/set-consent"
import { ENDPOINT_METHOD } from "../endpoints/endpoints"
import { JOIN_ENDPOINTS, LEAVE_ENDPOINTS } from "../sql/endpoints"
import {
  CLOSE_MERGE,
  JOIN_EVENTS,
  JOIN_LOOSE_EVENTS,
  JOIN_SESSIONS,
  KNOWN_CLAIMS,
  LEAVE_EVENTS,
  LEAVE_SESSIONS,
  LEAVE_VISITOR,
  LOCK_MERGE,
  LOCK_VISITOR,
  LOG_MERGE,
  MARK_DIRTY,
  MERGES_OF,
  SET_CLAIM,
  SET_VISITOR,
} from "./sql/link"

type Reason = VisitorMerge["reason"]

/** What only the person could have done. The others never take a device away from somebody. */
const PROOF: Reason[] = ["login", "order", "server"]
/** A visit that was alive so lately is the one in which the person showed who they are. */
const CURRENT_MINUTES = 30

type Link = {
  visitor: string
  profileId: number
  reason: Reason
  now: Date
  /** Days back from `now` whose anonymous events come along. */
  windowDays: number
}

/**
 * Joins a visitor to a profile: the visitor's events of the window that are nobody's become the profile's, and so will
 * those to come. What already belongs to somebody stays theirs, so a shared device mixes nobody's past.
 * @returns whether anything changed
 */
export async function linkVisitor(db: Db, link: Link): Promise<boolean> {
  return db.transaction(async (trx) => {
    const visitor = await queryOne<{ id: number; profile_id: number | null }>(trx, LOCK_VISITOR, {
      key: link.visitor,
    })
    if (!visitor || visitor.profile_id === link.profileId) return false
    if (visitor.profile_id !== null && !PROOF.includes(link.reason)) return false
    const who = { visitor: visitor.id, profile: link.profileId }
    const since = subDays(link.now, link.windowDays)
    await execute(trx, SET_VISITOR, who)
    await joinEndpoints(trx, link)
    const sessions = await execute(trx, JOIN_SESSIONS, {
      ...who,
      since,
      current: subMinutes(link.now, CURRENT_MINUTES),
    })
    const events =
      (await execute(trx, JOIN_EVENTS, { ...who, since })) +
      (await execute(trx, JOIN_LOOSE_EVENTS, { ...who, since }))
    await execute(trx, LOG_MERGE, {
      ...who,
      previous: visitor.profile_id,
      reason: link.reason,
      now: link.now,
      since,
      events,
      sessions,
    })
    await execute(trx, MARK_DIRTY, { profiles: [link.profileId] })
    return true
  })
}

/** What the visitor signed up for messages comes along, with the yes that it meant. */
async function joinEndpoints(trx: Db, { visitor, profileId }: Link): Promise<void> {
  const joined = await query<{ channel: Channel; at: Date }>(trx, JOIN_ENDPOINTS, {
    visitor,
    profile: profileId,
  })
  const changes = joined.map(({ channel, at }) => ({
    profileId,
    channel,
    topic: ANY_TOPIC,
    state: "subscribed" as const,
    method: ENDPOINT_METHOD,
    at,
  }))
  await writeConsents(trx, changes, {})
}

/**
 * Takes a join back: what this visitor brought, then and since, is nobody's again, and the visitor is whose it was.
 * @throws MedusaError `not_found` when the profile has no such join, or it was taken back already
 */
export async function unlinkVisitor(
  db: Db,
  input: { merge: number; profileId: number; actor: string; now: Date }
): Promise<void> {
  await db.transaction(async (trx) => {
    const merge = await queryOne<{
      visitor_id: number
      previous_profile_id: number | null
      since: Date
    }>(trx, LOCK_MERGE, { id: input.merge, profile: input.profileId })
    if (!merge) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        "This device is not joined to the profile: the join may have been undone already"
      )
    }
    const who = { visitor: merge.visitor_id, profile: input.profileId }
    await execute(trx, LEAVE_VISITOR, { ...who, previous: merge.previous_profile_id })
    await execute(trx, LEAVE_ENDPOINTS, { ...who, previous: merge.previous_profile_id })
    await execute(trx, LEAVE_SESSIONS, { ...who, since: merge.since })
    await execute(trx, LEAVE_EVENTS, { ...who, since: merge.since })
    await execute(trx, CLOSE_MERGE, { ...who, now: input.now, actor: input.actor })
    await execute(trx, MARK_DIRTY, { profiles: [input.profileId] })
  })
}

/** Devices joined to a profile, latest first. */
export async function mergesOf(
  db: Db,
  profile: number
): Promise<(Omit<VisitorMerge, "id"> & { id: number })[]> {
  type Row = Omit<VisitorMerge, "id" | "at" | "undone_at"> & {
    id: number
    at: Date
    undone_at: Date | null
  }
  const rows = await query<Row>(db, MERGES_OF, { profile })
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    undone_at: row.undone_at?.toISOString() ?? null,
  }))
}

/** Remembers who a visitor has proven to be until the shop's customer is read in; then {@link linkKnownClaims} joins them. */
export async function claimVisitor(db: Db, visitor: string, customerId: string): Promise<void> {
  await execute(db, SET_CLAIM, { key: visitor, kind: "customer", value: customerId })
}

/** Joins events that came before the shop knew the person: the e-mail or customer they named is a profile's by now. */
export async function linkKnownClaims(db: Db, now: Date, windowDays: number): Promise<boolean> {
  const known = await query<{ key: string; claim_kind: string; profile_id: number }>(
    db,
    KNOWN_CLAIMS
  )
  for (const { key, claim_kind, profile_id } of known) {
    // Who was named by an outside key only is a visitor under that very name.
    const reason = key.startsWith(`${claim_kind}:`) ? "server" : "login"
    await linkVisitor(db, { visitor: key, profileId: profile_id, reason, now, windowDays })
  }
  return known.length === 1000
}
