/**
 * Finds what each cancellation invoice cancels. The data set does not say it, so it is inferred: the same customer,
 * the same stock code and the same price on an invoice that is not younger. What finds no such line stays unmatched.
 */

/**
 * @typedef {object} Refund
 * @property {string} cancellation number of the cancellation invoice
 * @property {number} time ms, when it was made
 * @property {string} order number of the invoice it refunds
 * @property {number} line position of the line on that invoice
 * @property {number} quantity
 *
 * @typedef {object} Unmatched
 * @property {string} cancellation
 * @property {string} customer
 * @property {string} code
 * @property {number} quantity
 * @property {number} pence unit price in pence
 *
 * @typedef {object} Cancelled
 * @property {string} order number of an invoice that one cancellation covers completely
 * @property {string} cancellation
 * @property {number} time ms
 */

/**
 * Matches cancellations, oldest first. An order that one cancellation covers line by line is cancelled; otherwise each
 * line refunds the youngest line of exactly its quantity, or else as much as is left of the youngest ones.
 *
 * @param {import("./dataset.mjs").Invoice[]} orders by time
 * @param {import("./dataset.mjs").Invoice[]} cancellations by time
 * @returns {{cancelled: Cancelled[], refunds: Refund[], unmatched: Unmatched[]}}
 */
export function matchCancellations(orders, cancellations) {
  const ledger = new Ledger(orders)
  const result = { cancelled: [], refunds: [], unmatched: [] }
  for (const cancellation of cancellations) {
    const whole = ledger.untouchedTwin(cancellation)
    if (whole) {
      ledger.close(whole)
      result.cancelled.push({
        order: whole.number,
        cancellation: cancellation.number,
        time: cancellation.time,
      })
      continue
    }
    for (const line of cancellation.lines) {
      let left = line.quantity
      for (const { entry, quantity } of ledger.take(cancellation, line)) {
        left -= quantity
        const { order, position } = entry
        const { number, time } = cancellation
        result.refunds.push({
          cancellation: number,
          time,
          order: order.number,
          line: position,
          quantity,
        })
      }
      if (left > 0) {
        const { number, customer } = cancellation
        result.unmatched.push({
          cancellation: number,
          customer,
          code: line.code,
          quantity: left,
          pence: line.pence,
        })
      }
    }
  }
  return result
}

/** What of each order line is still there to be refunded. */
class Ledger {
  constructor(orders) {
    this.byCustomer = groupBy(orders, (order) => order.customer)
    const entriesByAge = []
    this.ofOrder = new Map()
    for (const order of orders) {
      const entries = order.lines.map((line, position) => ({
        order,
        position,
        line,
        left: line.quantity,
      }))
      this.ofOrder.set(order.number, entries)
      entriesByAge.push(...entries)
    }
    this.entries = groupBy(entriesByAge.reverse(), (entry) =>
      lineKey(entry.order.customer, entry.line)
    )
  }

  /** The youngest order with exactly the lines of the cancellation, none of them refunded yet. */
  untouchedTwin(cancellation) {
    const wanted = fingerprint(cancellation)
    return this.byCustomer
      .get(cancellation.customer)
      ?.findLast(
        (order) =>
          order.time <= cancellation.time &&
          order.lines.length === cancellation.lines.length &&
          this.ofOrder.get(order.number).every((entry) => entry.left === entry.line.quantity) &&
          fingerprint(order) === wanted
      )
  }

  close(order) {
    for (const entry of this.ofOrder.get(order.number)) {
      entry.left = 0
    }
  }

  *take(cancellation, line) {
    const open = (this.entries.get(lineKey(cancellation.customer, line)) ?? []).filter(
      (entry) => entry.left > 0 && entry.order.time <= cancellation.time
    )
    const exact = open.find((entry) => entry.left === line.quantity)
    let wanted = line.quantity
    for (const entry of exact ? [exact] : open) {
      const quantity = Math.min(wanted, entry.left)
      if (quantity > 0) {
        entry.left -= quantity
        wanted -= quantity
        yield { entry, quantity }
      }
    }
  }
}

function lineKey(customer, line) {
  return `${customer}|${line.code}|${line.pence}`
}

function fingerprint(invoice) {
  return invoice.lines
    .map((line) => `${line.code}|${line.pence}|${line.quantity}`)
    .sort()
    .join(",")
}

function groupBy(items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) {
      group.push(item)
    } else {
      groups.set(key, [item])
    }
  }
  return groups
}
