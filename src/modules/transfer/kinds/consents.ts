import { keptIp } from "../../../lib/ip"
import { type Db, query } from "../../../lib/db"
import { ANY_TOPIC, type Channel, CHANNELS, type ConsentState } from "../../../types/common"
import type { ImportField } from "../../../types/transfer"
import { type ConsentChange, listTopics, writeConsents } from "../../profile/consent/set-consent"
import { takeConsentsBack, type WrittenConsent } from "../../profile/consent/take-back"
import { STORED_CONSENTS } from "../sql/consents"
import type { ImportContext, ImportKind, MappedRow, RowResult } from "./kind"
import { findPeople, PERSON_FIELDS, PERSON_KEYS } from "./people"
import { readTime, readYesNo } from "./read-cell"
import { inRounds } from "./rounds"

const FIELDS: ImportField[] = [
  ...PERSON_FIELDS,
  field("channel", "Channel", `One of ${CHANNELS.join(", ")}; e-mail if there is no column`),
  field("topic", "Topic", "What it is about; everything of the channel if there is no column"),
  { ...field("state", "Subscribed", "yes or no"), required: true },
  field("at", "When", "When the person said so; now if empty"),
  field("method", "How", "For example web form, checkout, paper card"),
  field("ip", "IP address", "Part of the proof"),
  field("text_version", "Text version", "Which wording the person saw"),
]

type Stored = {
  profile_id: number
  channel: string
  topic: string
  state: ConsentState
  since: Date
}
type Said = { row: MappedRow; change: ConsentChange; ip: string | null; text: string | null }

/** What people said about being written to, with its proof. */
export const CONSENTS: ImportKind = {
  key: "consents",
  identifiedBy: PERSON_KEYS,
  fields: async () => FIELDS,

  async apply(db, rows, context) {
    const people = await findPeople(db, rows, context.options)
    const topics = [ANY_TOPIC, ...(await listTopics(db)).map((topic) => topic.key)]
    const read = rows.map((row, i): Said | string => {
      if (people[i].problem) return people[i].problem
      if (people[i].profile === undefined) return "nobody is known by this; import the people first"
      return readConsent(row, people[i].profile, topics, context)
    })
    const said = read.filter((one): one is Said => typeof one !== "string")
    const written = await inRounds(said, keyOf, (round) => writeRound(db, round, context))
    let next = 0
    return read.map((one) =>
      typeof one === "string" ? { outcome: "refused", message: one } : written[next++]
    )
  },

  undo: (db, rows, { now, actor }) => takeConsentsBack(db, rows as WrittenConsent[], actor, now),
}

function keyOf({ change }: Said): string {
  return `${change.profileId} ${change.channel} ${change.topic}`
}

function readConsent(
  row: MappedRow,
  profileId: number,
  topics: string[],
  { options, now }: ImportContext
): Said | string {
  const { values } = row
  const channel = (values.channel || "email").toLowerCase() as Channel
  if (!CHANNELS.includes(channel)) return `channel: must be one of ${CHANNELS.join(", ")}`
  const topic = values.topic || ANY_TOPIC
  if (!topics.includes(topic)) return `topic: must be one of ${topics.join(", ")}`
  const state = readYesNo(values.state ?? "")
  if ("problem" in state) return `state: ${state.problem}`
  const at = values.at ? readTime(values.at, options.timeZone) : { value: now }
  if ("problem" in at) return `at: ${at.problem}`
  if (at.value > now) return "at: lies in the future"
  return {
    row,
    change: {
      profileId,
      channel,
      topic,
      state: state.value ? "subscribed" : "unsubscribed",
      method: values.method?.slice(0, 100) || "import",
      at: at.value,
    },
    ip: keptIp(values.ip, options.privacy.ipAddresses),
    text: values.text_version || null,
  }
}

/** What a person said later stands, whatever an older file says. */
async function writeRound(db: Db, round: Said[], context: ImportContext): Promise<RowResult[]> {
  const stored = await query<Stored>(db, STORED_CONSENTS, {
    profiles: round.map(({ change }) => change.profileId),
  })
  const before = new Map(
    stored.map((one) => [`${one.profile_id} ${one.channel} ${one.topic}`, one])
  )
  const news: Said[] = []
  const results = round.map((said): RowResult => {
    const old = before.get(keyOf(said))
    if (old?.state === said.change.state) return { outcome: "unchanged" }
    if (old && old.since > said.change.at)
      return {
        outcome: "unchanged",
        message: `said otherwise later, on ${old.since.toISOString().slice(0, 10)}`,
      }
    news.push(said)
    const { profileId, channel, topic, state, at } = said.change
    const undo: WrittenConsent = {
      profileId,
      channel,
      topic,
      state,
      at: at.toISOString(),
      before: old ? { state: old.state, since: old.since.toISOString() } : null,
    }
    return { outcome: old ? "updated" : "created", undo }
  })
  for (const proof of new Set(news.map(({ ip, text }) => JSON.stringify([ip, text])))) {
    const [ip, textVersion] = JSON.parse(proof)
    const same = news.filter(({ ip: i, text }) => JSON.stringify([i, text]) === proof)
    await writeConsents(
      db,
      same.map(({ change }) => change),
      { ip, textVersion, actor: context.actor, reason: `import ${context.importId}` }
    )
  }
  return results
}

function field(key: string, label: string, hint: string): ImportField {
  return { key, label, hint, required: false }
}
