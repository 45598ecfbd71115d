/** The picture by which an opening is noticed; staff looking at a copy must not count. */
const PIXEL = /<img\b[^>]*\/engage\/o\/[^>]*>/gi
const DARK = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi
const LIGHT = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi
const ALWAYS = "(min-width: 0px)"
const NEVER = "(max-width: 0px)"

/** A message without its open pixel, for looking at it without being counted. */
export const withoutPixel = (html: string) => html.replace(PIXEL, "")

/** A message whose links open in a new tab instead of inside of its frame. */
export const withNewTabLinks = (html: string) => withHead(html, `<base target="_blank">`)

/**
 * A message as a mail program in light or dark mode shows it, whatever the reader's own mode is: a frame cannot be told
 * which mode it is in, so the conditions on it are decided here.
 */
export function inColorScheme(html: string, scheme: "light" | "dark"): string {
  const decided = html
    .replace(DARK, scheme === "dark" ? ALWAYS : NEVER)
    .replace(LIGHT, scheme === "light" ? ALWAYS : NEVER)
  return withHead(decided, `<style>:root { color-scheme: ${scheme} }</style>`)
}

function withHead(html: string, extra: string): string {
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + extra)
    : extra + html
}
