import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query, queryOne } from "../../../lib/db"
import type { ContactRule } from "../../../types/policy"
import { minutesOf, timeOf } from "../../../lib/zoned-time"
import {
  DELETE_RULE,
  INSERT_RULE,
  LEFT_OUT,
  LIST_RULES,
  RULE_BY_ID,
  UPDATE_RULE,
} from "../sql/policy"
import { RULES_USING, SEGMENTS_BY_ID } from "../sql/rule-people"

export type RuleInput = Omit<ContactRule, "id" | "updated_at">

/** A rule with the number that stands for it in the ledger. */
export type RuleRow = RuleInput & { id: string; no: number; updated_at: Date }

type Stored = Omit<RuleRow, "quiet_from" | "quiet_to"> & {
  quiet_from: number | null
  quiet_to: number | null
}

/** All rules, in the order in which they decide. */
export async function listRules(db: Db): Promise<RuleRow[]> {
  return (await query<Stored>(db, LIST_RULES)).map(toRow)
}

/** @throws MedusaError `not_found` */
async function getRule(db: Db, id: string): Promise<RuleRow> {
  const row = await queryOne<Stored>(db, RULE_BY_ID, { id })
  if (row) return toRow(row)
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contact rule with id ${id} was not found`)
}

/** Saves a new rule. @returns its id; @throws MedusaError `invalid_data` when it does not say enough */
export async function createRule(db: Db, input: RuleInput): Promise<string> {
  const id = generateEntityId(undefined, "crule")
  await assertSegments(db, input)
  await execute(db, INSERT_RULE, { id, ...toStored(input) })
  return id
}

/** Changes a rule; what is left out stays. @throws MedusaError `not_found`, or `invalid_data` as {@link createRule} */
export async function updateRule(db: Db, id: string, change: Partial<RuleInput>): Promise<void> {
  const before = await getRule(db, id)
  const rule = { ...before, ...change }
  if (change.segment_ids || change.people) await assertSegments(db, rule)
  await execute(db, UPDATE_RULE, { ...toStored(rule), id })
}

/** Takes a rule away. What it left out stays known. @throws MedusaError `not_found` */
export async function deleteRule(db: Db, id: string): Promise<void> {
  await getRule(db, id)
  await execute(db, DELETE_RULE, { id })
}

/** How many messages each rule has left out since a time, by the rule's number. */
export async function leftOut(db: Db, since: Date): Promise<Map<number, number>> {
  const rows = await query<{ no: number; count: number }>(db, LEFT_OUT, { since })
  return new Map(rows.map(({ no, count }) => [no, count]))
}

/** Segments that there are, of some ids. */
export async function segmentsOfRules(
  db: Db,
  ids: string[]
): Promise<{ id: string; name: string }[]> {
  return ids.length ? query(db, SEGMENTS_BY_ID, { ids }) : []
}

/** Rules that are for people in or outside some segments. */
export async function rulesUsing(
  db: Db,
  segments: string[]
): Promise<{ id: string; name: string; enabled: boolean; segment_id: string }[]> {
  return query(db, RULES_USING, { segments })
}

async function assertSegments(db: Db, { people, segment_ids }: RuleInput): Promise<void> {
  if (people === "all") return
  if (!segment_ids.length) refuse("segment_ids: choose the segments, or let the rule be for all")
  const known = await segmentsOfRules(db, segment_ids)
  const gone = segment_ids.find((id) => !known.some((one) => one.id === id))
  if (gone) refuse(`segment_ids: there is no segment ${gone}`)
}

function toRow(row: Stored): RuleRow {
  const time = (minutes: number | null) => (minutes === null ? null : timeOf(minutes))
  return { ...row, quiet_from: time(row.quiet_from), quiet_to: time(row.quiet_to) }
}

function toStored(rule: RuleInput) {
  const limit = rule.type === "limit"
  if (limit && !(rule.max_messages && rule.per_hours)) {
    refuse("max_messages, per_hours: say how many messages in how many hours are too much")
  }
  if (!limit && !(rule.quiet_from && rule.quiet_to)) {
    refuse("quiet_from, quiet_to: say from when until when it is quiet")
  }
  const minutes = (time: string | null) => (limit || time === null ? null : minutesOf(time))
  return {
    ...rule,
    segment_ids: rule.people === "all" ? [] : rule.segment_ids,
    max_messages: limit ? rule.max_messages : null,
    per_hours: limit ? rule.per_hours : null,
    quiet_from: minutes(rule.quiet_from),
    quiet_to: minutes(rule.quiet_to),
  }
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
