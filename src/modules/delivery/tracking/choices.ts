import { type Db, query, queryOne } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { ANY_TOPIC, type Channel, type Frequency } from "../../../types/common"
import { channelBit } from "../../profile/consent/channel-bit"
import { livingProfile } from "../../profile/read/detail"
import { readPageText } from "../../profile/consent/page-text"
import { setFrequencies } from "../../profile/consent/frequency"
import { setConsent } from "../../profile/consent/set-consent"
import { type MessageKey, openMessageToken } from "../message/token"
import { CHOICES, SUBJECT_OF_TOKEN } from "../sql/tracking"
import { recordEvent } from "./record"

/** Which wording the unsubscribe page shows; goes into the consent log as proof. */
const TEXT_VERSION = "2026-11"

/** Whose choice a link in a message opens, and what the message was about. */
export type ChoiceSubject = {
  key: MessageKey
  channel: Channel
  topic: string | null
  topic_name: string | null
  /** Name of the shop that sent the message. */
  shop: string
}

export type TopicChoice = {
  key: string
  name: string
  description: string
  chosen: boolean
  frequency: Frequency
}
export type ChoiceProof = { ip: string | null; now: Date }

/** What an unsubscribe or preference link is about; `undefined` when it was not made by this shop. Changes nothing. */
export async function choiceSubject(db: Db, token: string): Promise<ChoiceSubject | undefined> {
  const key = openMessageToken(await publicIds(db), token)
  if (!key) return undefined
  const row = await queryOne<Omit<ChoiceSubject, "key">>(db, SUBJECT_OF_TOKEN, {
    run: key.runId,
    profile: key.profileId,
  })
  return row && { key, ...row }
}

/** Unsubscribes from the message's topic or from the whole channel. Doing it again changes nothing. */
export async function unsubscribe(
  db: Db,
  subject: ChoiceSubject,
  choice: { scope: "topic" | "channel"; method: "unsubscribe_link" | "one_click" },
  { ip, now }: ChoiceProof
): Promise<void> {
  const topic = choice.scope === "topic" && subject.topic ? subject.topic : ANY_TOPIC
  const news = await setConsent(db, {
    profileId: await livingProfile(db, subject.key.profileId),
    channel: subject.channel,
    topic,
    state: "unsubscribed",
    method: choice.method,
    at: now,
    ip,
    textVersion: TEXT_VERSION,
  })
  if (news) await recordEvent(db, subject.key, { kind: "unsubscribed", verdict: "human", now })
}

/** The topics with what the person has chosen for the message's channel. */
export async function topicChoices(
  db: Db,
  { key, channel }: ChoiceSubject
): Promise<TopicChoice[]> {
  return query<TopicChoice>(db, CHOICES, {
    profile: await livingProfile(db, key.profileId),
    channel,
    bit: channelBit(channel),
  })
}

/**
 * Saves the preference page: the topics that are wanted, and how often; every other known topic is not wanted, unknown keys are
 * ignored.
 */
export async function saveChoices(
  db: Db,
  subject: ChoiceSubject,
  wanted: string[],
  often: ReadonlyMap<string, Frequency>,
  { ip, now }: ChoiceProof
): Promise<void> {
  const profileId = await livingProfile(db, subject.key.profileId)
  const topics = await topicChoices(db, subject)
  const { version } = await readPageText(db)
  const any = topics.some((topic) => wanted.includes(topic.key))
  const changes = [
    { topic: ANY_TOPIC, chosen: any },
    ...topics.map(({ key }) => ({ topic: key, chosen: wanted.includes(key) })),
  ]
  for (const { topic, chosen } of changes) {
    await setConsent(db, {
      profileId,
      channel: subject.channel,
      topic,
      state: chosen ? "subscribed" : "unsubscribed",
      method: "preference_page",
      at: now,
      ip,
      textVersion: version,
    })
  }
  const known = topics.flatMap(({ key }): [string, Frequency][] => {
    const frequency = often.get(key)
    return frequency ? [[key, frequency]] : []
  })
  await setFrequencies(db, {
    profileId,
    channel: subject.channel,
    frequencies: new Map(known),
    method: "preference_page",
    at: now,
  })
  const had = topics.some((topic) => topic.chosen)
  if (had && !any)
    await recordEvent(db, subject.key, { kind: "unsubscribed", verdict: "human", now })
}
