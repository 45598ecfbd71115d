import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max"
import { type Cursor, decodeCursor, page, readAfter } from "../../../lib/cursor"
import { type Db, query, type SqlFragment } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import type { ListedProfile, ProfileFilter } from "../../../types/profile"
import { FULL_NAME, LIST_COLUMNS, SEARCH } from "../sql/read"
import { HAS_TAG, TAGS_OF_MANY } from "../sql/tags"
import { PROFILE, PROFILE_SEARCH } from "../tables"
import { type ProfileRow, toListItem } from "./row"

const BY_NAME = `${PROFILE_SEARCH} s join ${PROFILE} p on p.id = s.profile_id`

/** What the list can be sorted by, the expression behind it, and the tables whose index gives that order. */
export const PROFILE_ORDERS = {
  last_order_at: { sql: "p.last_order_at", type: "timestamptz", from: `${PROFILE} p` },
  revenue: { sql: "p.revenue", type: "bigint", from: `${PROFILE} p` },
  orders: { sql: "p.orders", type: "int", from: `${PROFILE} p` },
  created_at: { sql: "p.id", type: "bigint", from: `${PROFILE} p` },
  name: { sql: FULL_NAME, type: "text", from: BY_NAME },
} as const

/** Quick filters, and the condition behind each. */
const FILTERS: Record<ProfileFilter, string> = {
  account: "p.has_account",
  guest: "not p.has_account",
  bought: "p.orders > 0",
  never_bought: "p.orders = 0",
  subscribed: "p.subscribed > 0",
  at_risk: "p.churn_band = 'high'",
}

type OrderKey = keyof typeof PROFILE_ORDERS

export type ProfileListInput = {
  q?: string
  /** A key of {@link PROFILE_ORDERS}; a leading minus turns it around. */
  order: OrderKey | `-${OrderKey}`
  limit: number
  cursor?: string
  /** Only people of these kinds; all must hold. */
  filters?: ProfileFilter[]
  /** Only people with this tag. */
  tag?: string
  /** Only these: a select of `profile_id`. */
  among?: SqlFragment
  /** ISO 3166-1 alpha-2 of the shop, by which a searched national phone number is read. */
  country?: string
  currency: string
}

type SortedRow = ProfileRow & { sort: string | number | null }

/** A page of profiles. People without the value sorted by come last in both directions. */
export async function listProfiles(
  db: Db,
  input: ProfileListInput
): Promise<{ profiles: ListedProfile[]; next_cursor: string | null }> {
  const cursor = decodeCursor(input.cursor)
  const wanted = input.limit + 1
  const rows =
    cursor?.value === null
      ? []
      : await readAfter(cursor, () => readPart(db, input, "known", cursor, wanted))
  if (rows.length < wanted) {
    const rest = cursor?.value === null ? cursor : undefined
    rows.push(...(await readPart(db, input, "unknown", rest, wanted - rows.length)))
  }
  const ids = await publicIds(db)
  const cut = page(rows, input.limit, (row) => ({ value: row.sort, id: row.id }))
  const tags = await tagsOf(
    db,
    cut.rows.map(({ id }) => id)
  )
  return {
    profiles: cut.rows.map((row) => ({
      ...toListItem(row, ids, input.currency),
      tags: tags.get(row.id) ?? [],
    })),
    next_cursor: cut.next_cursor,
  }
}

async function tagsOf(db: Db, profiles: number[]): Promise<Map<number, string[]>> {
  const rows = await query<{ profile_id: number; tags: string[] }>(db, TAGS_OF_MANY, { profiles })
  return new Map(rows.map(({ profile_id, tags }) => [profile_id, tags]))
}

// Known and unknown values are read apart, so that each is one walk along an index.
async function readPart(
  db: Db,
  input: ProfileListInput,
  part: "known" | "unknown",
  cursor: Cursor | undefined,
  limit: number
): Promise<SortedRow[]> {
  const descending = input.order.startsWith("-")
  const { sql, type, from } = PROFILE_ORDERS[input.order.replace("-", "") as OrderKey]
  const search = searchParams(input)
  const conditions = ["p.removed_at is null", `${sql} is ${part === "known" ? "not " : ""}null`]
  if (cursor) conditions.push(after(part, sql, type, descending))
  if (search) conditions.push(SEARCH(search.phones.length, search.order !== null))
  for (const filter of input.filters ?? []) conditions.push(FILTERS[filter])
  if (input.tag) conditions.push(HAS_TAG)
  if (input.among) conditions.push(`p.id in (${input.among.sql})`)
  return query<SortedRow>(
    db,
    `select ${LIST_COLUMNS}, ${sql}::text as sort from ${from}
     where ${conditions.join(" and ")}
     order by ${part === "known" ? `${sql} ${descending ? "desc" : "asc"}, ` : ""}p.id ${descending ? "asc" : "desc"}
     limit :limit`,
    {
      ...input.among?.params,
      ...searchValues(search),
      tag: input.tag,
      limit,
      value: cursor?.value,
      id: cursor?.id,
    }
  )
}

function after(part: "known" | "unknown", sql: string, type: string, descending: boolean): string {
  const next = `p.id ${descending ? ">" : "<"} :id`
  if (part === "unknown") return next
  const value = `:value::text::${type}`
  return `${sql} ${descending ? "<=" : ">="} ${value} and (${sql} <> ${value} or ${next})`
}

type Search = { text: string; phones: string[]; order: number | null }

/** What is searched for, as patterns: the text itself, and if it may be a phone number, how such numbers begin. */
function searchParams({ q, country }: ProfileListInput): Search | undefined {
  if (!q) return undefined
  const text = q.trim().toLowerCase()
  const digits = /^[+\d\s()/.-]+$/.test(text) ? text.replace(/\D/g, "") : ""
  const home = country?.toUpperCase()
  const calling = home && isSupportedCountry(home) ? getCountryCallingCode(home) : undefined
  const phones = digits.length < 3 ? [] : [`+${digits}%`]
  if (phones.length && calling) phones.push(`+${calling}${digits.replace(/^0+/, "")}%`)
  const number = /^#?\d{1,9}$/.test(text) ? Number(text.replace("#", "")) : null
  return { order: number, text: `${text.replace(/[\\%_]/g, "\\$&")}%`, phones }
}

function searchValues(search: Search | undefined): Record<string, string | number | null> {
  if (!search) return {}
  return {
    text: search.text,
    order_number: search.order,
    order_text: String(search.order ?? ""),
    ...Object.fromEntries(search.phones.map((phone, i) => [`phone${i}`, phone])),
  }
}
