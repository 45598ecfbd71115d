import { type Db, queryOne } from "../../../lib/db"
import type { EngageOptions } from "../../../lib/options"
import { publicIds } from "../../../lib/public-id"
import type { EventOutcome } from "../../../types/event"
import { openClickProof } from "./click-proof"
import { claimVisitor, linkVisitor } from "./link"
import { readTrackerRequest, type TrackerRequest } from "./tracker-request"
import { eventWriter } from "./writer"

const PROFILE_BY_IDENTITY = `
  select profile_id::float8 as id from engage_identity where kind = :kind and value = :value
`

type Browser = {
  userAgent: string
  /** The Medusa customer whose login came with the request, checked by Medusa itself. */
  customerId?: string
}

/** Stores what a storefront saw, and joins the visitor to the profile that the request proves. */
export async function track(
  db: Db,
  options: EngageOptions,
  request: TrackerRequest,
  browser: Browser,
  now: Date
): Promise<EventOutcome> {
  const { events, pulse } = readTrackerRequest(request, browser.userAgent, now)
  const outcome = await eventWriter(db).write(events, now, [pulse])
  const proven = await provenProfile(db, options, request, browser, now)
  if (proven) {
    await linkVisitor(db, {
      visitor: request.visitor,
      now,
      windowDays: options.tracker.joinDays,
      ...proven,
    })
  }
  return outcome
}

async function provenProfile(
  db: Db,
  options: EngageOptions,
  { visitor, who, proof }: TrackerRequest,
  { customerId }: Browser,
  now: Date
): Promise<{ profileId: number; reason: "login" | "link" | "claim" } | undefined> {
  const find = async (kind: string, value: string) =>
    (await queryOne<{ id: number }>(db, PROFILE_BY_IDENTITY, { kind, value }))?.id
  if (who && customerId) {
    const profileId = await find("customer", customerId)
    if (profileId !== undefined) return { profileId, reason: "login" }
    await claimVisitor(db, visitor, customerId)
    return undefined
  }
  if (proof) {
    const profileId = openClickProof(await publicIds(db), proof, now)
    if (profileId !== undefined) return { profileId, reason: "link" }
  }
  // Anybody can type anybody's address: it counts only where the shop says so.
  if (who?.email && options.tracker.trustIdentify) {
    const profileId = await find("email", who.email.trim().toLowerCase())
    if (profileId !== undefined) return { profileId, reason: "claim" }
  }
  return undefined
}
