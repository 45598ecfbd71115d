/** Text as it stands anywhere in a `like` pattern over lower-case text. */
export function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`
}
