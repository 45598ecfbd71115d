/**
 * Packs the CSV of UCI's Online Retail data set (plain or gzipped) into demo/data/online-retail.json.br.
 *
 *   node scripts/pack-online-retail.mjs path/to/online-retail.csv.gz
 *
 * Kept are the invoices that name a customer. The file holds columns, because columns compress best:
 * `codes`, `descriptions` (the most frequent one of each code), `countries`, `invoices` (number, customer, country,
 * time, count of lines, ordered by time) and `lines` (code, quantity, price in pence, in the order of the invoices).
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import zlib from "node:zlib"

const TARGET = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  "../demo/data/online-retail.json.br"
)

function* parseCsv(text) {
  let row = []
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ",") {
      if (row.length > 1) {
        yield row
      }
      row = []
    }
  }
}

function indexer() {
  const values = []
  const positions = new Map()
  const indexOf = (value) => {
    if (!positions.has(value)) {
      positions.set(value, values.push(value) - 1)
    }
    return positions.get(value)
  }
  return { values, indexOf }
}

function mostFrequent(counts) {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ""
}

/** Minutes since 2010-12-01 00:00 of the data's own clock. */
function minutes(text) {
  return (Date.parse(`${text.replace(" ", "T")}Z`) - Date.UTC(2010, 11, 1)) / 60_000
}

function collect(rows) {
  const invoices = new Map()
  const descriptions = new Map()
  for (const [number, code, description, quantity, time, price, customer, country] of rows) {
    const counts = descriptions.get(code) ?? descriptions.set(code, new Map()).get(code)
    const text = description.trim()
    if (text) {
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    if (customer) {
      const invoice = invoices.get(number) ?? {
        number,
        customer: Number(customer),
        country,
        time: minutes(time),
        lines: [],
      }
      invoice.time = Math.min(invoice.time, minutes(time))
      invoice.lines.push([code, Number(quantity), Math.round(Number(price) * 1000) / 10])
      invoices.set(number, invoice)
    }
  }
  return { invoices: [...invoices.values()].sort((a, b) => a.time - b.time), descriptions }
}

function pack({ invoices, descriptions }) {
  const codes = indexer()
  const countries = indexer()
  const lines = invoices.flatMap((invoice) => invoice.lines)
  const columns = {
    start: "2010-12-01",
    invoices: {
      number: invoices.map((invoice) => invoice.number),
      customer: invoices.map((invoice) => invoice.customer),
      country: invoices.map((invoice) => countries.indexOf(invoice.country)),
      minute: invoices.map((invoice) => invoice.time),
      lines: invoices.map((invoice) => invoice.lines.length),
    },
    lines: {
      code: lines.map(([code]) => codes.indexOf(code)),
      quantity: lines.map(([, quantity]) => quantity),
      pence: lines.map(([, , pence]) => pence),
    },
  }
  return {
    ...columns,
    countries: countries.values,
    codes: codes.values,
    descriptions: codes.values.map((code) => mostFrequent(descriptions.get(code))),
  }
}

const source = process.argv[2]
if (!source) {
  throw new Error("Name the CSV: node scripts/pack-online-retail.mjs path/to/online-retail.csv.gz")
}
const raw = fs.readFileSync(source)
const text = (source.endsWith(".gz") ? zlib.gunzipSync(raw) : raw).toString("utf8")
const [, ...rows] = parseCsv(text)
const packed = Buffer.from(JSON.stringify(pack(collect(rows))))
const parameters = {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
  [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
}
fs.writeFileSync(TARGET, zlib.brotliCompressSync(packed, { params: parameters }))
console.log(
  `${rows.length} rows, ${packed.length} bytes, packed ${fs.statSync(TARGET).size} bytes in ${TARGET}`
)
