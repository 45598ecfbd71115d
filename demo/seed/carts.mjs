/** Makes carts, which the data set does not have: those behind the youngest orders, and abandoned ones of the last days. */
import { randomOf } from "./random.mjs"

const DAY = 86_400_000
const MINUTE = 60_000
const ABANDONED = 160
const ABANDONED_DAYS = 14
const COMPLETED_DAYS = 30

/**
 * @param {import("./dataset.mjs").Invoice[]} orders by time
 * @param {{code: string, pence: number}[]} products
 * @param {number} now ms of the shop's clock
 * @returns {{carts: object[], cartLines: object[]}} rows of stage_cart (times in ms) and stage_cart_line
 */
export function makeCarts(orders, products, now) {
  const sold = products.filter((product) => product.pence > 0)
  const recent = orders.filter((order) => order.time > now - COMPLETED_DAYS * DAY)
  const made = [
    ...recent.map(completedCart),
    ...Array.from({ length: ABANDONED }, (_, n) => abandonedCart(n, orders, sold, now)),
  ]
  return { carts: made.map(({ cart }) => cart), cartLines: made.flatMap(({ lines }) => lines) }
}

function completedCart(order) {
  const id = `done_${order.number}`
  const bought = order.lines.filter((line) => line.kind === "product")
  return {
    cart: {
      id,
      customer: order.customer,
      order_number: order.number,
      metadata: null,
      created_at: order.time - 20 * MINUTE,
      updated_at: order.time,
    },
    lines: bought.map((line, position) => ({
      cart_id: id,
      position,
      code: line.code,
      quantity: line.quantity,
    })),
  }
}

/** Most belong to a known customer, who left what people like them buy; some are anonymous. */
function abandonedCart(n, orders, products, now) {
  const random = randomOf(`abandoned cart ${n}`)
  const id = `open_${n + 1}`
  const created = now - random.int(1, ABANDONED_DAYS) * DAY + random.int(8 * 60, 22 * 60) * MINUTE
  const known = random.chance(0.8)
  const codes = new Set(Array.from({ length: random.int(1, 5) }, () => random.pick(products).code))
  return {
    cart: {
      id,
      customer: known ? random.pick(orders).customer : null,
      order_number: null,
      metadata: random.chance(0.4)
        ? { utm_source: "google", utm_medium: "cpc", utm_campaign: "gifts-brand" }
        : null,
      created_at: created,
      updated_at: created + random.int(1, 45) * MINUTE,
    },
    lines: [...codes].map((code, position) => ({
      cart_id: id,
      position,
      code,
      quantity: random.int(1, 6),
    })),
  }
}
