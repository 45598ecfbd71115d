import { Parser } from "htmlparser2"

/**
 * Where the elements of a message lie deeper in each other than they may: what goes through them one inside the other, such
 * as the making of the plain text, would run out of room.
 * @returns the index of the first element that is too deep; nothing when none is
 */
export function nestedDeeperThan(html: string, limit: number): number | undefined {
  let depth = 0
  let at: number | undefined
  const parser = new Parser({
    onopentag() {
      depth += 1
      if (depth > limit) at ??= parser.startIndex
    },
    onclosetag() {
      depth -= 1
    },
  })
  parser.end(html)
  return at
}
