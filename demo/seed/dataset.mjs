/** Reads the packed Online Retail data set into orders, cancellations and the codes they name. */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import zlib from "node:zlib"

const FILE = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  "../data/online-retail.json.br"
)
const PRODUCT_CODE = /^\d{5}[A-Za-z]{0,2}$/
const SHIPPING_CODES = new Set(["POST", "C2", "DOT"])
const MINUTE = 60_000

/**
 * @typedef {object} Line
 * @property {string} code stock code
 * @property {number} quantity always positive, on cancellations too
 * @property {number} pence unit price in pence
 * @property {"product" | "shipping" | "other"} kind postage and carriage are shipping; fees and manual entries are other
 *
 * @typedef {object} Invoice
 * @property {string} number
 * @property {string} customer the data set's customer id
 * @property {string} country as the data set spells it
 * @property {number} time ms of the data set's own clock, as if it were UTC
 * @property {Line[]} lines
 */

/**
 * @returns {{orders: Invoice[], cancellations: Invoice[], descriptions: Map<string, string>}} both lists by time; the
 *   most frequent description of each stock code
 */
export function readDataset() {
  const packed = JSON.parse(zlib.brotliDecompressSync(fs.readFileSync(FILE)).toString("utf8"))
  const start = Date.parse(`${packed.start}T00:00:00Z`)
  let next = 0
  const invoices = packed.invoices.number.map((number, index) => {
    const first = next
    next += packed.invoices.lines[index]
    return {
      number,
      customer: String(packed.invoices.customer[index]),
      country: packed.countries[packed.invoices.country[index]],
      time: start + packed.invoices.minute[index] * MINUTE,
      lines: Array.from({ length: next - first }, (_, offset) => readLine(packed, first + offset)),
    }
  })
  return {
    orders: invoices.filter((invoice) => !isCancellation(invoice)),
    cancellations: invoices.filter(isCancellation),
    descriptions: new Map(packed.codes.map((code, index) => [code, packed.descriptions[index]])),
  }
}

function readLine(packed, index) {
  const code = packed.codes[packed.lines.code[index]]
  return {
    code,
    quantity: Math.abs(packed.lines.quantity[index]),
    // The data set has four lines at a tenth of a penny; no shop can charge that.
    pence: Math.round(packed.lines.pence[index]),
    kind: kindOf(code),
  }
}

/**
 * Whether a stock code names a product, the shipping, or neither.
 * @param {string} code
 * @returns {Line["kind"]}
 */
export function kindOf(code) {
  if (PRODUCT_CODE.test(code)) {
    return "product"
  }
  return SHIPPING_CODES.has(code) ? "shipping" : "other"
}

function isCancellation(invoice) {
  return invoice.number.startsWith("C")
}
