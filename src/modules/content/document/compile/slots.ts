const OPEN = "\uE001"
const CLOSE = "\uE002"

/**
 * Text that has to come through React unchanged: Liquid, and HTML that React has no words for. React is given a short
 * mark in its place, from Unicode's private use area.
 */
export class Slots {
  private readonly sources: string[] = []

  /** A mark for this source, which stands unescaped in the result. */
  put(source: string): string {
    return `${OPEN}${this.sources.push(source) - 1}${CLOSE}`
  }

  /** A text for React to escape, but for the Liquid in it. */
  text(value: string): string {
    return value.replace(LIQUID, (tag) => this.put(tag))
  }

  /** The markup with every mark replaced by its source. */
  fill(markup: string): string {
    return markup.replace(/\uE001(\d+)\uE002/g, (_, no: string) => this.sources[Number(no)] ?? "")
  }
}

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g
