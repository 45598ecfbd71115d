const FORMULA = /^[\s\u0000-\u001f]*[=+\-@|]/
const NUMBER = /^[+-]?\d+([.,]\d+)?$/

/** Rows as CSV (RFC 4180); what a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(rows: (string | number | null)[][]): string {
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("")
}

function cell(value: string | number | null): string {
  const text = String(value ?? "")
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Has the browser save a text as a CSV file that spreadsheets take for UTF-8. */
export function saveCsv(filename: string, text: string): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }))
  const link = Object.assign(document.createElement("a"), { href: url, download: filename })
  link.click()
  URL.revokeObjectURL(url)
}
