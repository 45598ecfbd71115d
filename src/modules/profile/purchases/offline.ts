import { MedusaError } from "@medusajs/framework/utils"
import { type Db, execute, query } from "../../../lib/db"
import { readEmail } from "../contact/email"
import { readPhone } from "../contact/phone"
import { coerceValue } from "../fields/coerce"
import type { Refusal } from "../fields/assign"
import { listFields } from "../fields/store"
import { resolvePeople } from "../identity/resolve"
import {
  BY_PHONE,
  KNOWN_OFFLINE,
  NEW_BUYERS,
  REPLACE_OFFLINE_LINES,
  UPSERT_OFFLINE,
} from "../sql/offline"
import { DELETE_PURCHASES } from "../sql/purchases"
import { LOCK } from "../sync/pass"
import type { SyncSettings } from "../sync/settings"
import type { Field } from "../../../types/field"

/** Keeps ids of other systems apart from Medusa's. */
const OFFLINE = "offline:"

/** A purchase made outside of the shop. Amounts in minor units of its currency; of a line after its discount. */
export type OfflinePurchase = {
  external_id: string
  profile_id?: string
  customer_id?: string
  email?: string
  phone?: string
  placed_at: string
  currency: string
  canceled: boolean
  discount: number
  refunded: number
  source_code?: string | null
  country?: string | null
  /** The file it came in with. One that changes it later does not count. */
  import_id?: string
  fields: Record<string, unknown>
  lines: OfflineLine[]
}

export type OfflineLine = {
  title: string
  product_id?: string | null
  variant_id?: string | null
  quantity: number
  returned: number
  net: number
  fields: Record<string, unknown>
}

type Input = { index: number; value: OfflinePurchase }
type Ready = Input & { email: string | null; phone: string | null; profile?: number }
type Result = { created: number; updated: number; refused: Refusal[] }

/**
 * Records purchases from outside the shop; wrong ones are refused alone, and the same external id again changes the
 * purchase. A buyer nobody knows becomes a profile of their e-mail, else of their phone number.
 */
export async function recordPurchases(
  db: Db,
  input: Input[],
  settings: SyncSettings
): Promise<Result> {
  const fields = await listFields(db)
  const refused: Refusal[] = []
  const ready = new Map<string, Ready>()
  for (const row of input) {
    try {
      ready.set(row.value.external_id, check(row, fields, settings))
    } catch (error) {
      refused.push({ index: row.index, message: (error as Error).message })
    }
  }
  return db.transaction(async (trx) => {
    // One reader at a time: two could make two profiles of one new e-mail.
    await execute(trx, LOCK)
    const people = await findBuyers(trx, [...ready.values()])
    for (const row of people.filter((p) => p.profile === undefined))
      refused.push({
        index: row.index,
        message: "nobody is known by this profile_id or customer_id",
      })
    const written = await write(
      trx,
      people.filter((p) => p.profile !== undefined),
      fields,
      settings
    )
    const updated = written.filter((w) => w.known).length
    return {
      created: written.length - updated,
      updated,
      refused: refused.sort((a, b) => a.index - b.index),
    }
  })
}

function check({ index, value }: Input, fields: Field[], { options }: SyncSettings): Ready {
  const email = readEmail(value.email ?? null)
  if (email.status === "invalid") throw invalid(`email: ${email.reason}`)
  const phone = readPhone(value.phone ?? null, value.country ?? options.country ?? null)
  if (phone.status === "invalid") throw invalid(`phone: ${phone.reason}`)
  fieldValues(fields, "purchase", value.fields)
  value.lines.forEach((line) => fieldValues(fields, "line", line.fields))
  return { index, value, email: email.email, phone: phone.phone }
}

function fieldValues(fields: Field[], scope: Field["scope"], values: Record<string, unknown>) {
  const entries = Object.entries(values).map(([key, value]) => {
    const field = fields.find((f) => f.scope === scope && f.key === key)
    if (!field) throw invalid(`fields.${key}: there is no such field; register it under Fields`)
    return [key, coerceValue(field, value)] as const
  })
  const known = entries.filter(([, value]) => value !== null)
  return known.length ? Object.fromEntries(known) : null
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

async function findBuyers(db: Db, rows: Ready[]): Promise<Ready[]> {
  const named = await resolvePeople(
    db,
    rows.map(({ value, email }) => ({ ...value, email: email ?? undefined }))
  )
  const phones = await query<{ phone: string; id: number }>(db, BY_PHONE, {
    phones: rows.flatMap((row) => row.phone ?? []),
  })
  const byPhone = new Map(phones.map((p) => [p.phone, p.id]))
  const found = rows.map((row, i) => ({
    ...row,
    profile: named[i] ?? (row.phone ? byPhone.get(row.phone) : undefined),
  }))
  const fresh = new Map<string, Ready>()
  for (const row of found) if (row.profile === undefined && keyOf(row)) fresh.set(keyOf(row)!, row)
  const made = await query<{ id: number; email: string | null; phone: string | null }>(
    db,
    NEW_BUYERS,
    {
      emails: [...fresh.values()].map((row) => row.email),
      phones: [...fresh.values()].map((row) => row.phone),
      times: [...fresh.values()].map((row) => row.value.placed_at),
      imports: [...fresh.values()].map((row) => row.value.import_id ?? null),
    }
  )
  const byKey = new Map(made.map((m) => [m.email ?? m.phone, m.id]))
  return found.map((row) => ({ ...row, profile: row.profile ?? byKey.get(keyOf(row) ?? null) }))
}

const keyOf = (row: Ready) =>
  row.value.profile_id || row.value.customer_id ? null : (row.email ?? row.phone)

async function write(db: Db, rows: Ready[], fields: Field[], { currency }: SyncSettings) {
  const purchases = rows.map(({ value, profile }) => ({
    order_id: OFFLINE + value.external_id,
    profile_id: profile,
    placed_at: value.placed_at,
    canceled: value.canceled,
    gross: value.lines.reduce((sum, line) => sum + line.net, 0) + value.discount,
    discount: value.discount,
    refunded: value.refunded,
    items: value.lines.reduce((sum, line) => sum + line.quantity - line.returned, 0),
    returned: value.lines.reduce((sum, line) => sum + line.returned, 0),
    currency: value.currency,
    source_code: value.source_code ?? null,
    country: value.country ?? null,
    import_id: value.import_id ?? null,
    custom: fieldValues(fields, "purchase", value.fields),
  }))
  const written = await query<{ id: number; order_id: string; known: boolean }>(
    db,
    UPSERT_OFFLINE,
    { rows: JSON.stringify(purchases), currency }
  )
  const numbers = new Map(written.map((row) => [row.order_id, row.id]))
  const lines = rows.flatMap(({ value }) =>
    value.lines.map(({ fields: custom, ...line }, i) => ({
      ...line,
      purchase_id: numbers.get(OFFLINE + value.external_id),
      line_id: String(i + 1),
      quantity: line.quantity - line.returned,
      net: value.canceled ? 0 : line.net,
      custom: fieldValues(fields, "line", custom),
    }))
  )
  await execute(db, REPLACE_OFFLINE_LINES, {
    lines: JSON.stringify(lines),
    purchases: written.map((row) => row.id),
  })
  return written
}

/** Which of some external ids stand for purchases that are recorded already. */
export async function knownPurchases(db: Db, externalIds: string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(db, KNOWN_OFFLINE, {
    orders: externalIds.map((id) => OFFLINE + id),
  })
  return new Set(rows.map((row) => row.id.slice(OFFLINE.length)))
}

/** Removes purchases that {@link recordPurchases} made as if they had never been. */
export async function removePurchases(db: Db, externalIds: string[]): Promise<void> {
  await execute(db, DELETE_PURCHASES, { orders: externalIds.map((id) => OFFLINE + id) })
}
