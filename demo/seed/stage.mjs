/** Turns the data set into rows of the staging tables (sql/stage.sql): people, products, orders, refunds and carts. */
import { matchCancellations } from "./cancellations.mjs"
import { makeCarts } from "./carts.mjs"
import { readDataset } from "./dataset.mjs"
import { makePerson } from "./people.mjs"
import { makeProducts, titleOf } from "./products.mjs"

const DAY = 86_400_000

/**
 * All rows by staging table, and what could not be matched. Times are moved by whole days so that the last invoice
 * falls on the day before `today`.
 *
 * @param {string} today the shop's date, YYYY-MM-DD
 * @returns {{tables: Record<string, object[]>, unmatched: import("./cancellations.mjs").Unmatched[], cancellations: number}}
 */
export function makeRows(today) {
  const { orders, cancellations, descriptions } = readDataset()
  const last = Math.max(...[...orders, ...cancellations].map((invoice) => invoice.time))
  const shift = Date.parse(`${today}T00:00:00Z`) - DAY - Math.floor(last / DAY) * DAY
  for (const invoice of [...orders, ...cancellations]) {
    invoice.time += shift
  }
  const people = makePeople(orders, cancellations)
  const products = makeProducts(orders, descriptions)
  const { cancelled, refunds, unmatched } = matchCancellations(orders, cancellations)
  const { carts, cartLines } = makeCarts(orders, products, Date.parse(`${today}T00:00:00Z`))
  const lineIds = numberLines(orders)
  const titles = new Map(
    [...descriptions.keys()].map((code) => [code, titleOf(code, descriptions)])
  )
  return {
    tables: {
      stage_product: products.map(({ first, ...product }) => ({
        ...product,
        first_sold: local(first),
      })),
      stage_customer: people.flatMap(customerRows),
      stage_order: orderRows(orders, people, cancelled),
      stage_line: orders.flatMap((order) => lineRows(order, lineIds, titles)),
      stage_refund: refundRows(orders, refunds, lineIds),
      stage_cart: carts.map((cart) => ({
        ...cart,
        created_at: local(cart.created_at),
        updated_at: local(cart.updated_at),
      })),
      stage_cart_line: cartLines,
    },
    unmatched,
    cancellations: cancellations.length,
  }
}

function makePeople(orders, cancellations) {
  const seen = new Map()
  for (const invoice of [...orders, ...cancellations].sort((a, b) => a.time - b.time)) {
    const known = seen.get(invoice.customer) ?? {
      id: invoice.customer,
      first: invoice.time,
      orders: 0,
    }
    known.last = invoice.time
    known.country = invoice.country
    known.orders += invoice.number.startsWith("C") ? 0 : 1
    seen.set(invoice.customer, known)
  }
  return [...seen.values()].map(makePerson)
}

/** A person who once bought as a guest has a second row under the same e-mail, as in a real Medusa shop. */
function customerRows(person) {
  const { id, email, phone, address, metadata } = person
  const row = {
    id,
    guest: false,
    email,
    phone,
    first_name: person.firstName,
    last_name: person.lastName,
    has_account: person.account,
    country: address.country,
    city: address.city,
    postal_code: address.postalCode,
    street: address.street,
    metadata,
    created_at: local(person.createdAt),
    updated_at: local(person.updatedAt),
  }
  return person.twin
    ? [row, { ...row, guest: true, has_account: false, metadata: {}, updated_at: row.created_at }]
    : [row]
}

function orderRows(orders, people, cancelled) {
  const cancelledBy = new Map(cancelled.map((entry) => [entry.order, entry]))
  const guestOrders = new Set(people.filter((person) => person.twin).map((person) => person.id))
  return orders.map((order, index) => {
    const cancellation = cancelledBy.get(order.number)
    const shipping = order.lines.filter((line) => line.kind === "shipping")
    return {
      number: order.number,
      position: index + 1,
      customer: order.customer,
      // The first order of such a person was the guest's.
      guest: guestOrders.delete(order.customer),
      placed_at: local(order.time),
      shipping: shipping.reduce((sum, line) => sum + line.quantity * line.pence, 0),
      cancelled_at: cancellation ? local(cancellation.time) : null,
      cancellation: cancellation?.cancellation ?? null,
    }
  })
}

/** An id for each order line that is not shipping, by order number and position. */
function numberLines(orders) {
  let next = 1
  return new Map(
    orders.map((order) => [
      order.number,
      order.lines.map((line) => (line.kind === "shipping" ? null : next++)),
    ])
  )
}

function lineRows(order, lineIds, titles) {
  const ids = lineIds.get(order.number)
  return order.lines.flatMap((line, position) => {
    if (ids[position] === null) {
      return []
    }
    const { code, kind, quantity, pence } = line
    const row = { id: ids[position], order_number: order.number, quantity, pence }
    return [{ ...row, code: kind === "product" ? code : null, title: titles.get(code) }]
  })
}

function refundRows(orders, refunds, lineIds) {
  const byNumber = new Map(orders.map((order) => [order.number, order]))
  return refunds.map(({ cancellation, time, order, line, quantity }) => ({
    cancellation,
    order_number: order,
    line_id: lineIds.get(order)[line],
    quantity,
    pence: byNumber.get(order).lines[line].pence,
    refunded_at: local(time),
  }))
}

/** The moved clock is the shop's own; PostgreSQL turns it into an instant. */
function local(time) {
  return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} Europe/London`
}
