import { Readable, type Transform } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import { parse } from "csv-parse"
import { parser } from "stream-json"
import { streamArray } from "stream-json/streamers/StreamArray"
import { streamValues } from "stream-json/streamers/StreamValues"
import { sniffDelimiter, sniffEncoding, sniffFormat } from "./sniff"
import { flatten, TableColumns } from "./columns"

const HEAD_BYTES = 65_536
const MAX_RECORD_CHARS = 1_000_000

export type TableRow = { cells: string[]; problem: string | null }
export type Table = { columns: TableColumns; rows: AsyncIterable<TableRow> }

/**
 * Reads a CSV, JSON or NDJSON file row by row, whatever its size, encoding and delimiter. What is wrong with one row comes
 * with the row.
 * @throws MedusaError `invalid_data` when it is no such file; from `rows` too, as far as it was read
 */
export async function readTable(file: AsyncIterable<Buffer>): Promise<Table> {
  const source = file[Symbol.asyncIterator]()
  const head = await readHead(source)
  if (!head.length) throw invalid("the file is empty")
  const encoding = sniffEncoding(head)
  const text = new TextDecoder(encoding).decode(head)
  const stream = Readable.from(decoded(head, source, encoding), { objectMode: false })
  const format = sniffFormat(text)
  return format === "csv"
    ? readCsv(stream, sniffDelimiter(text))
    : readJson(stream, format === "json")
}

async function readHead(source: AsyncIterator<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let bytes = 0; bytes < HEAD_BYTES;) {
    const { value, done } = await source.next()
    if (done) break
    pieces.push(value)
    bytes += value.length
  }
  return Buffer.concat(pieces)
}

async function* decoded(head: Buffer, rest: AsyncIterator<Buffer>, encoding: string) {
  const decoder = new TextDecoder(encoding)
  yield decoder.decode(head, { stream: true })
  for (let next = await rest.next(); !next.done; next = await rest.next())
    yield decoder.decode(next.value, { stream: true })
  yield decoder.decode()
}

async function readCsv(stream: Readable, delimiter: string): Promise<Table> {
  const lines = stream.pipe(
    parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MAX_RECORD_CHARS,
    })
  )
  forwardErrors(stream, lines)
  const records = iterate<string[]>(lines, "CSV")
  const header = await records.next()
  if (header.done) throw invalid("the file has no header line")
  const columns = new TableColumns(header.value)
  return { columns, rows: csvRows(records, columns) }
}

async function* csvRows(records: AsyncIterable<string[]>, columns: TableColumns) {
  for await (const cells of records) {
    const width = columns.names.length
    const problem =
      cells.length > width ? `has ${cells.length} cells, the header has ${width}` : null
    yield checked(cells.slice(0, width), problem)
  }
}

async function readJson(stream: Readable, isArray: boolean): Promise<Table> {
  const json = stream.pipe(parser({ jsonStreaming: !isArray }))
  const values = json.pipe(isArray ? streamArray() : streamValues())
  forwardErrors(stream, json)
  forwardErrors(json, values)
  const columns = new TableColumns([])
  return { columns, rows: jsonRows(iterate<{ value: unknown }>(values, "JSON"), columns) }
}

async function* jsonRows(values: AsyncIterable<{ value: unknown }>, columns: TableColumns) {
  for await (const { value } of values) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      yield { cells: [], problem: "is not an object with named values" }
    else yield checked(columns.place(flatten(value)), null)
  }
}

async function* iterate<T>(stream: Transform, format: string): AsyncGenerator<T> {
  try {
    for await (const item of stream) yield item as T
  } catch (error) {
    if (error instanceof MedusaError) throw error
    throw invalid(`the file is not readable as ${format}: ${(error as Error).message}`)
  }
}

function checked(cells: string[], problem: string | null): TableRow {
  const found =
    problem ??
    (cells.some((cell) => cell.includes("\0")) ? "has a character that no text may hold" : null) ??
    (cells.some((cell) => cell.includes("\uFFFD"))
      ? "has characters in another encoding than the rest of the file; save it as UTF-8"
      : null)
  return { cells: cells.map((cell) => cell.replaceAll("\0", "")), problem: found }
}

function forwardErrors(from: Readable, to: Transform): void {
  from.on("error", (error) => to.destroy(error))
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${message}`)
}
