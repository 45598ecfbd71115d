/**
 * A subject with its variables told in words instead of Liquid, for lists: the fallback of a variable where it has one,
 * else its last name in brackets.
 */
export function plainLiquid(text: string): string {
  return text
    .replace(/\{\{-?\s*([\w.]+)([^}]*?)-?\}\}/g, (_, path: string, filters: string) => {
      const fallback = /\|\s*default:\s*["']([^"']*)["']/.exec(filters)
      return fallback ? fallback[1] : `[${path.split(".").pop()?.replace(/_/g, " ")}]`
    })
    .replace(/\{%.*?%\}/g, "")
}
