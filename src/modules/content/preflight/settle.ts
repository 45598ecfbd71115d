const TAG = /\{%-?\s*(if|unless|case|for|elsif|else|when|end(?:if|unless|case|for))\b[\s\S]*?%\}/g
const DECIDED = /^\{%-?\s*if\s+(["'])([^"']*)\1\s*(==|!=)\s*(["'])([^"']*)\4\s*-?%\}$/

/**
 * The HTML without the sections that nobody sees because the shop's constants, written in already, decide so: a social
 * link without an address, the place of a logo that is not there. For reading only: Liquid that is left may not be whole.
 */
export function settle(html: string): string {
  // For each section that is open whether it is shown: not known where people decide.
  const open: (boolean | undefined)[] = []
  let shown = ""
  let at = 0
  for (const { 0: tag, 1: kind, index } of html.matchAll(TAG)) {
    if (!open.includes(false)) shown += html.slice(at, index)
    at = index + tag.length
    if (kind.startsWith("end")) open.pop()
    else if (kind === "elsif" || kind === "else") open.push(otherwise(open.pop(), kind))
    else if (kind !== "when") open.push(decided(tag))
    if (!open.includes(false)) shown += tag
  }
  return open.includes(false) ? shown : shown + html.slice(at)
}

function decided(tag: string): boolean | undefined {
  const found = DECIDED.exec(tag)
  return found ? (found[2] === found[5]) === (found[3] === "==") : undefined
}

/** What follows a section that is shown is not, and the other way round. */
function otherwise(before: boolean | undefined, kind: string): boolean | undefined {
  if (before === undefined) return undefined
  if (before) return false
  return kind === "else" ? true : undefined
}
