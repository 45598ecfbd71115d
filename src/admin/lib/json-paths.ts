const MAX_PATHS = 200

/**
 * Dotted paths to the values of a JSON text, for suggestions; with `each`, those inside the first entry of that list.
 * Text that is no JSON has none.
 */
export function pathsOf(text: string, each: string): string[] {
  try {
    const document: unknown = JSON.parse(text)
    const start = each
      .split(".")
      .filter(Boolean)
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document)
    return walk(Array.isArray(start) ? start[0] : start, "").slice(0, MAX_PATHS)
  } catch {
    return []
  }
}

function walk(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return path ? [path] : []
  const inner = Object.entries(value).flatMap(([key, child]) =>
    walk(child, path ? `${path}.${key}` : key)
  )
  return path ? [path, ...inner] : inner
}
