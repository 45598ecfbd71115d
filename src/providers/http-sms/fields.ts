/** Whether a body is JSON; otherwise it is a form. */
export function isJson(body: string): boolean {
  return /^\s*[[{]/.test(body)
}

/** A body with its `{names}` filled in, each value encoded for where it stands. Unknown names are left as they are. */
export function fillIn(body: string, values: Record<string, string>): string {
  const encode = isJson(body)
    ? (value: string) => JSON.stringify(value).slice(1, -1)
    : encodeURIComponent
  return body.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(values, name) ? encode(values[name]) : all
  )
}

/** The text or number at a path such as `data.0.id`, or `null`. */
export function valueAt(body: unknown, path: string): string | null {
  let value = body
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null
    value = (value as Record<string, unknown>)[name]
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : null
}
