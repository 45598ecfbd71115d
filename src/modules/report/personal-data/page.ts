import type { PersonalData } from "../../profile/privacy/personal-data"

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#18181b;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}div{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #d4d4d8;padding:.3rem .5rem;text-align:left;vertical-align:top;max-width:32rem;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#f4f4f5;background:#18181b}th,td{border-color:#3f3f46}}`

/** Somebody's data as a page to read, which needs nothing from elsewhere. */
export function personalDataPage(data: PersonalData, shop: string, now: Date): string {
  const sections = data.map(({ title, rows }) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const head = columns.map((column) => `<th scope="col">${escape(column)}</th>`).join("")
    const body = rows
      .map((row) => `<tr>${columns.map((c) => `<td>${escape(shown(row[c]))}</td>`).join("")}</tr>`)
      .join("\n")
    return `<h2>${escape(title)} (${rows.length})</h2>\n<div><table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Personal data</title><style>${STYLE}</style></head>
<body><h1>What ${escape(shop)} has stored about you</h1>
<p>As of ${now.toISOString()} (UTC). Amounts are in the smallest unit of their currency.</p>
${sections.join("\n")}
</body></html>
`
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

function escape(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
  return text.replace(/[&<>"]/g, (sign) => entities[sign])
}
