import { type Db, query, queryOne } from "../../../lib/db"
import { ANY_TOPIC, type Channel } from "../../../types/common"
import type { ProfileEndpoint } from "../../../types/profile"
import { setConsent } from "../consent/set-consent"
import { DROP_ENDPOINTS, ENDPOINTS_OF, LIST_ENDPOINTS, SIGN_OFF, SIGN_UP } from "../sql/endpoints"
import { markSegmentsDirty } from "../sync/dirty"

/** Channels whose messages go to what people have signed up: browsers and apps, or chats. */
export type EndpointChannel = Extract<Channel, "push" | "telegram">

/** A browser, app or chat that takes messages. */
export type Endpoint = {
  id: number
  profile_id: number
  /** Through whom it is reached, e.g. `web-push`. */
  provider: string
  address: string
  /** What a browser's messages are encrypted for; null for others. */
  keys: { p256dh: string; auth: string } | null
}

export type SignUp = Pick<Endpoint, "provider" | "address" | "keys"> & {
  channel: EndpointChannel
  /** Whose it is, as far as that is proven. */
  profileId: number | null
  /** The tracker's visitor, whose profile it will join. */
  visitor: string | null
  /** What people call it, e.g. `Chrome · Windows`. */
  device: string | null
}
type Proof = { ip: string | null; now: Date }

/**
 * Notes that a browser, app or chat takes messages from now on: the yes that it gave is the person's consent. Doing it again
 * changes nothing.
 * @returns the profile that it belongs to, if any yet
 */
export async function signUp(db: Db, input: SignUp, { ip, now }: Proof): Promise<number | null> {
  const { profileId, keys, ...rest } = input
  const row = await queryOne<{ profile_id: number | null }>(db, SIGN_UP, {
    ...rest,
    keys: keys && JSON.stringify(keys),
    profile: profileId,
    now,
  })
  const owner = row!.profile_id
  if (owner === null) return null
  await say(db, owner, input.channel, "subscribed", { ip, now })
  await markSegmentsDirty(db, [owner])
  return owner
}

/** Notes that it takes no more. With the last one, the person has said no to the channel. */
export async function signOff(
  db: Db,
  { channel, address }: Pick<SignUp, "channel" | "address">,
  proof: Proof
): Promise<void> {
  const gone = await queryOne<{ profile_id: number | null; others: boolean }>(db, SIGN_OFF, {
    channel,
    address,
  })
  if (!gone?.profile_id) return
  if (!gone.others) await say(db, gone.profile_id, channel, "unsubscribed", proof)
  await markSegmentsDirty(db, [gone.profile_id])
}

/** Where some people take messages of a channel. */
export function endpointsOf(
  db: Db,
  channel: EndpointChannel,
  profiles: number[]
): Promise<Endpoint[]> {
  return query(db, ENDPOINTS_OF, { channel, profiles })
}

/** Forgets endpoints that are gone: nobody said no, but nothing reaches them there. */
export async function dropEndpoints(db: Db, ids: number[]): Promise<void> {
  const rows = await query<{ profile_id: number | null }>(db, DROP_ENDPOINTS, { ids })
  const owners = rows.flatMap(({ profile_id }) => (profile_id === null ? [] : [profile_id]))
  if (owners.length) await markSegmentsDirty(db, [...new Set(owners)])
}

/** What a person has signed up, for people to read. */
export async function listEndpoints(db: Db, profile: number): Promise<ProfileEndpoint[]> {
  type Row = Omit<ProfileEndpoint, "created_at" | "seen_at"> & { created_at: Date; seen_at: Date }
  const rows = await query<Row>(db, LIST_ENDPOINTS, { profile })
  return rows.map((row) => ({
    ...row,
    created_at: row.created_at.toISOString(),
    seen_at: row.seen_at.toISOString(),
  }))
}

async function say(
  db: Db,
  profileId: number,
  channel: Channel,
  state: "subscribed" | "unsubscribed",
  { ip, now }: Proof
): Promise<void> {
  await setConsent(db, {
    profileId,
    channel,
    topic: ANY_TOPIC,
    state,
    method: ENDPOINT_METHOD,
    at: now,
    ip,
  })
}

/** How such a consent was given or taken back, in the consent log. */
export const ENDPOINT_METHOD = "device"
