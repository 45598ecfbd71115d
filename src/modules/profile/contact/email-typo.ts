import { PROVIDER_DOMAINS } from "./email"

/** Ends that are slips of the hand for `com`. None of them is a top-level domain that shops meet, except `co` and `cm`. */
const SLIPS_OF_COM = new Set(
  "con cmo ocm om vom xom comm coom cpm dom clm cim co cm ccom come coml".split(" ")
)

/** Real providers whose names are one letter from those of bigger ones. */
const REAL = new Set(
  "mail email ymail rmail hmail zmail gmx me mac live msn free o2 wp op".split(" ")
)

/** Shorter names have too many honest neighbours. */
const SHORTEST = 5

const PARTS = PROVIDER_DOMAINS.map(split)
const KNOWN = new Set(PROVIDER_DOMAINS)

/**
 * The well-known domain that somebody probably meant: one slip in the name (a letter too many, too few, wrong, or two
 * swapped), or in `.com`. Undefined when the domain is well-known itself or near to none. A suggestion only: the domain may be real.
 */
export function suggestDomain(domain: string): string | undefined {
  if (KNOWN.has(domain)) return undefined
  const { name, end } = split(domain)
  if (REAL.has(name)) return undefined
  const meant = SLIPS_OF_COM.has(end) ? "com" : end
  const near = PARTS.filter(
    (known) =>
      known.end === meant &&
      (known.name === name || (known.name.length >= SHORTEST && oneSlip(name, known.name)))
  )
  const best = near.find((known) => known.name === name) ?? near[0]
  return best && `${best.name}.${best.end}`
}

function split(domain: string): { name: string; end: string } {
  const dot = domain.indexOf(".")
  return { name: domain.slice(0, dot), end: domain.slice(dot + 1) }
}

/** Whether one insertion, deletion, replacement or swap of neighbours makes one text the other. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
