import fs from "node:fs"
import path from "node:path"
import zlib from "node:zlib"

const FILE = path.join(__dirname, "../../demo/data/online-retail.json.br")

export type Invoice = {
  number: string
  customer: number
  lines: { code: string; quantity: number; pence: number }[]
}

/** The packed file, read without the seed's own code. Quantities keep their sign; prices are rounded to pence. */
export function readInvoices(): Invoice[] {
  const packed = JSON.parse(zlib.brotliDecompressSync(fs.readFileSync(FILE)).toString("utf8"))
  let next = 0
  return packed.invoices.number.map((number: string, index: number) => ({
    number,
    customer: packed.invoices.customer[index],
    lines: Array.from({ length: packed.invoices.lines[index] }, () => {
      const line = next++
      return {
        code: packed.codes[packed.lines.code[line]],
        quantity: packed.lines.quantity[line],
        pence: Math.round(packed.lines.pence[line]),
      }
    }),
  }))
}

/** What the invoice's lines come to, in pence; negative for a cancellation. */
export function totalOf(invoice: Invoice): number {
  return invoice.lines.reduce((sum, line) => sum + line.quantity * line.pence, 0)
}
