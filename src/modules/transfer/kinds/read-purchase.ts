import type { OfflineLine, OfflinePurchase } from "../../profile/purchases/offline"
import { isCurrency, toMinor } from "../../../lib/money"
import type { MappedRow } from "./kind"
import { type Read, readNumber, readTime } from "./read-cell"

const MAX_LINES = 500
const MAX_AMOUNT = 1e12

/**
 * The purchase that some rows are the lines of; what all lines share is read off the first.
 * @param currency - the shop's, for rows that name none
 * @param zone - IANA zone of times without an offset
 */
export function readPurchase(
  rows: MappedRow[],
  currency: string,
  zone: string,
  now: Date
): Read<OfflinePurchase> {
  const [{ values }] = rows
  const id = values.purchase_id
  if (!id || id.length > 100) return { problem: "purchase_id: 1 to 100 characters" }
  if (rows.length > MAX_LINES) return { problem: `more than ${MAX_LINES} rows of one purchase` }
  const at = readTime(values.placed_at ?? "", zone)
  if ("problem" in at) return { problem: `placed_at: ${at.problem}` }
  if (at.value > now) return { problem: "placed_at: lies in the future" }
  const code = (values.currency || currency).toLowerCase()
  if (!isCurrency(code)) return { problem: `currency: "${values.currency}" is no currency` }
  const lines: OfflineLine[] = []
  for (const row of rows) {
    const line = readLine(row, code)
    if ("problem" in line) return { problem: `row ${row.row}: ${line.problem}` }
    lines.push(line.value)
  }
  return {
    value: {
      external_id: id,
      profile_id: values.profile_id || undefined,
      customer_id: values.customer_id || undefined,
      email: values.email || undefined,
      phone: values.phone || undefined,
      placed_at: at.value.toISOString(),
      currency: code,
      canceled: false,
      discount: 0,
      refunded: 0,
      source_code: values.source_code || null,
      fields: {},
      lines,
    },
  }
}

function readLine({ values }: MappedRow, currency: string): Read<OfflineLine> {
  const quantity = readNumber(values.quantity || "1")
  if ("problem" in quantity) return { problem: `quantity: ${quantity.problem}` }
  if (!Number.isInteger(quantity.value) || quantity.value < 1 || quantity.value > 1_000_000)
    return { problem: "quantity: must be a whole number from 1 on" }
  const amount = readNumber(values.net || values.unit_price || "0")
  if ("problem" in amount) return { problem: `price: ${amount.problem}` }
  const net = toMinor(values.net ? amount.value : amount.value * quantity.value, currency)
  if (net < 0 || net > MAX_AMOUNT)
    return { problem: "price: must not be negative or beyond measure" }
  return {
    value: {
      title: values.title?.slice(0, 300) || "Purchase",
      product_id: values.product_id || null,
      variant_id: values.variant_id || null,
      quantity: quantity.value,
      returned: 0,
      net,
      fields: {},
    },
  }
}
