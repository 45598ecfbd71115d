const LIQUID = /\{\{[\s\S]*?\}\}|\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}|\{%[\s\S]*?%\}/g

// From Unicode's private use area: neither HTML nor a person's text has a meaning for it.
const FILL = "\uE000"
const OPEN = "\uE001"
const CLOSE = "\uE002"

/** The source with every Liquid tag blanked out, same length, so that an HTML tokenizer sees only HTML. */
export function blankLiquid(source: string): string {
  return source.replace(LIQUID, (tag) => FILL.repeat(tag.length))
}

/** Runs `change` on the source with each Liquid tag replaced by a short mark, and puts the tags back afterwards. */
export function aroundLiquid(source: string, change: (marked: string) => string): string {
  const tags: string[] = []
  const marked = source.replace(LIQUID, (tag) => `${OPEN}${tags.push(tag) - 1}${CLOSE}`)
  return change(marked).replace(/\uE001(\d+)\uE002/g, (_, no: string) => tags[Number(no)] ?? "")
}
