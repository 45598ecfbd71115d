import { addDays, subDays } from "date-fns"
import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { ANY_TOPIC } from "../../../types/common"
import { readEmail } from "../contact/email"
import type { ProfilePatch } from "../fields/plan"
import {
  CONFIRM_REQUEST,
  ENSURE_PROFILE,
  INSERT_REQUEST,
  RECENT_REQUESTS,
  REQUEST_BY_ID,
} from "../sql/opt-in"
import { LOCK } from "../sync/pass"
import { listTopics, setConsent } from "./set-consent"

const KIND = "opt"
const VALID_DAYS = 7
/** Requests a day: more from one address or network are somebody filling a mailbox. */
const MAX_FOR_ADDRESS = 3
const MAX_FROM_NETWORK = 30

export type OptInRequest = {
  email: string
  /** Keys of topics; empty means all that are offered. */
  topics: string[]
  /** What the form said of the person; written once they have confirmed. */
  data: ProfilePatch
  ip: string | null
  /** Which wording the person saw. */
  textVersion: string | null
  now: Date
}

/** A request that is waiting to be confirmed. */
export type OptIn = {
  id: number
  profile_id: number
  topics: string[]
  email: string
  data: ProfilePatch
  expires_at: Date
  confirmed_at: Date | null
  text_version: string | null
}

/**
 * Notes that somebody asked for mail, and gives the token that confirms it. Nothing is subscribed by asking.
 * @returns `undefined` when this address or network asked too often today: no mail is to be sent
 * @throws MedusaError `invalid_data` for a wrong address or a topic that is not offered
 */
export async function requestOptIn(
  db: Db,
  request: OptInRequest
): Promise<{ token: string; profileId: number; email: string } | undefined> {
  const { status, email, reason } = readEmail(request.email)
  if (status !== "valid" || !email)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `email: ${reason ?? "is missing"}`)
  const topics = await offeredTopics(db, request.topics)
  return db.transaction(async (trx) => {
    // One at a time: two requests could make two profiles of one new e-mail.
    await execute(trx, LOCK)
    const { now, ip } = request
    const owner = await queryOne<{ id: number }>(trx, ENSURE_PROFILE, { email, now })
    const recent = await queryOne<{ address: number; network: number }>(trx, RECENT_REQUESTS, {
      profile: owner!.id,
      email,
      ip,
      since: subDays(now, 1),
    })
    if (recent!.address >= MAX_FOR_ADDRESS || recent!.network >= MAX_FROM_NETWORK) return undefined
    const row = await queryOne<{ id: number }>(trx, INSERT_REQUEST, {
      profile: owner!.id,
      topics,
      email,
      data: JSON.stringify(request.data),
      now,
      expires: addDays(now, VALID_DAYS),
      ip,
      text_version: request.textVersion,
    })
    return { token: (await publicIds(trx)).seal(KIND, row!.id), profileId: owner!.id, email }
  })
}

/** The request that a confirmation link belongs to; `undefined` when this shop did not make it. Changes nothing. */
export async function openOptIn(db: Db, token: string): Promise<OptIn | undefined> {
  const [id] = (await publicIds(db)).open(KIND, token) ?? []
  return id === undefined ? undefined : queryOne<OptIn>(db, REQUEST_BY_ID, { id })
}

/**
 * Subscribes whoever confirmed, with time and network address as proof. Confirming again changes nothing.
 * @returns whether it was the first time and in time
 */
export async function confirmOptIn(
  db: Db,
  request: OptIn,
  { ip, now }: { ip: string | null; now: Date }
): Promise<boolean> {
  if (!(await execute(db, CONFIRM_REQUEST, { id: request.id, now }))) return false
  for (const topic of [ANY_TOPIC, ...request.topics]) {
    await setConsent(db, {
      profileId: request.profile_id,
      channel: "email",
      topic,
      state: "subscribed",
      method: "double_opt_in",
      at: now,
      ip,
      textVersion: request.text_version,
    })
  }
  return true
}

async function offeredTopics(db: Db, wanted: string[]): Promise<string[]> {
  const offered = (await listTopics(db))
    .filter((topic) => !topic.private && !topic.archived)
    .map(({ key }) => key)
  const unknown = wanted.find((key) => !offered.includes(key))
  if (unknown) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `topics: ${unknown} is not offered; there are ${offered.join(", ")}`
    )
  }
  return wanted.length ? wanted : offered
}
