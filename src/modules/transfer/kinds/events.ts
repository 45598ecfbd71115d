import { createHash } from "node:crypto"
import type { ImportField } from "../../../types/transfer"
import { writeBatch } from "../../profile/events/batch"
import { eventProblem } from "../../profile/events/check"
import type { NewEvent } from "../../profile/events/event"
import { removeEvents } from "../../profile/events/remove"
import type { ImportContext, ImportKind, MappedRow, RowResult } from "./kind"
import { findPeople, PERSON_FIELDS, PERSON_KEYS, type Who } from "./people"
import { readTime } from "./read-cell"

const FIELDS: ImportField[] = [
  ...PERSON_FIELDS,
  { ...field("name", "Event", "What happened, for example Shop visited"), required: true },
  { ...field("at", "When", "For example 2026-05-17 14:30"), required: true },
  field(
    "message_id",
    "Event ID",
    "The same ID again counts once; made from the row if there is no column"
  ),
  field("properties", "Properties", 'As JSON, for example {"shop":"Berlin"}'),
]

/** Things that people did, from other systems. */
export const EVENTS: ImportKind = {
  key: "events",
  identifiedBy: PERSON_KEYS,
  fields: async () => FIELDS,

  async apply(db, rows, context) {
    const people = await findPeople(db, rows, context.options)
    const read = rows.map((row, i) => readEvent(row, people[i], context))
    const events = read.filter((one): one is NewEvent => typeof one !== "string")
    const { fresh } = await writeBatch(db, events, [], context.now, new Set())
    let next = 0
    return read.map((one): RowResult => {
      if (typeof one === "string") return { outcome: "refused", message: one }
      if (!fresh[next++]) return { outcome: "unchanged", message: "came in before" }
      return { outcome: "created", undo: { at: one.at.toISOString(), message_id: one.messageId } }
    })
  },

  async undo(db, rows) {
    await removeEvents(db, "import", rows as { at: string; message_id: string }[])
  },
}

function readEvent(row: MappedRow, who: Who, { options, now }: ImportContext): NewEvent | string {
  if (who.problem) return who.problem
  if (who.profile === undefined) return "nobody is known by this; import the people first"
  const { values } = row
  const at = readTime(values.at ?? "", options.timeZone)
  if ("problem" in at) return `at: ${at.problem}`
  const properties = readProperties(values.properties)
  if (!properties) return "properties: must be a JSON object"
  const event: NewEvent = {
    name: values.name ?? "",
    at: at.value,
    source: "import",
    messageId: values.message_id || hashOf(values),
    properties,
    person: { kind: "profile", value: String(who.profile) },
  }
  return eventProblem(event, now) ?? event
}

function readProperties(text: string | undefined): Record<string, unknown> | undefined {
  if (!text) return {}
  try {
    const value = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function hashOf(values: Record<string, string>): string {
  return createHash("sha256")
    .update(JSON.stringify(Object.entries(values).sort()))
    .digest("hex")
}

function field(key: string, label: string, hint: string): ImportField {
  return { key, label, hint, required: false }
}
