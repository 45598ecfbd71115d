import { type Db, query } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { readPhone } from "../../profile/contact/phone"
import { currentPeople } from "../../profile/identity/people-now"
import { MATCH } from "../sql/audience"

/** Whom a pasted or uploaded list names, and which of its lines name nobody. */
export type ListMatch = { profiles: number[]; matched: number; unmatched: string[] }

/** The first column of each line of a CSV file or pasted list, without a header and without doubles. */
export function listLines(text: string): string[] {
  const cells = text
    .split(/[\r\n]+/)
    .map((line) => firstCell(line.replace(/^\uFEFF/, "")))
    .filter(Boolean)
  const lines = HEADER.test(cells[0] ?? "") ? cells.slice(1) : cells
  return [...new Set(lines)]
}

const HEADER = /^(e-?mail|phone|id|customer( id)?|profile( id)?|order( number| id)?)$/i

function firstCell(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line)
  if (quoted) return quoted[1].replaceAll('""', '"').trim()
  return line.split(/[,;\t]/)[0].trim()
}

/**
 * Finds the profiles of a list by e-mail address, phone number, profile or Medusa customer id, order id or #number. They are
 * not merged into others until the caller's transaction ends.
 * @param country by which phone numbers without + are read
 */
export async function matchList(
  db: Db,
  lines: string[],
  country: string | undefined
): Promise<ListMatch> {
  const ids = await publicIds(db)
  const found = new Map<string, number>()
  const kinds: string[] = []
  const values: string[] = []
  const lineOf = new Map<string, string[]>()
  for (const line of lines) {
    const profile = ids.open("prof", line)
    if (profile?.length === 1) {
      found.set(line, profile[0])
      continue
    }
    const key = keyOf(line, country)
    if (!key) continue
    kinds.push(key.kind)
    values.push(key.value)
    lineOf.set(key.value, [...(lineOf.get(key.value) ?? []), line])
  }
  const rows = await query<{ value: string; profile_id: number }>(db, MATCH, { kinds, values })
  for (const { value, profile_id } of rows) {
    for (const line of lineOf.get(value) ?? []) found.set(line, profile_id)
  }
  return {
    profiles: await currentPeople(db, [...found.values()]),
    matched: found.size,
    unmatched: lines.filter((line) => !found.has(line)),
  }
}

function keyOf(line: string, country?: string): { kind: string; value: string } | undefined {
  if (line.includes("@")) return { kind: "email", value: line.toLowerCase() }
  if (/^cus_/i.test(line)) return { kind: "customer", value: line }
  if (/^order_/i.test(line)) return { kind: "order", value: line }
  if (/^#\d{1,9}$/.test(line)) return { kind: "order_number", value: line.slice(1) }
  const { phone } = readPhone(line, country ?? null)
  return phone ? { kind: "phone", value: phone } : undefined
}
