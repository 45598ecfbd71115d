import regions from "./data/regions.json"

/** Letters of a post code: 9 is a digit, A a letter, anything else stands as it is. Universal Postal Union, by country. */
const POST_CODES: Record<string, string[]> = {
  AT: ["9999"],
  AU: ["9999"],
  BE: ["9999"],
  BG: ["9999"],
  BR: ["99999-999"],
  CA: ["A9A 9A9"],
  CH: ["9999"],
  CZ: ["999 99"],
  DE: ["99999"],
  DK: ["9999"],
  EE: ["99999"],
  ES: ["99999"],
  FI: ["99999"],
  FR: ["99999"],
  GB: ["A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"],
  GR: ["999 99"],
  HR: ["99999"],
  HU: ["9999"],
  IN: ["999999"],
  IT: ["99999"],
  JP: ["999-9999"],
  KR: ["99999"],
  LT: ["LT-99999"],
  LU: ["9999"],
  LV: ["LV-9999"],
  MX: ["99999"],
  NL: ["9999 AA"],
  NO: ["9999"],
  NZ: ["9999"],
  PL: ["99-999"],
  PT: ["9999-999"],
  RO: ["999999"],
  RU: ["999999"],
  SE: ["999 99"],
  SI: ["9999"],
  SK: ["999 99"],
  TR: ["99999"],
  UA: ["99999"],
  US: ["99999", "99999-9999"],
  ZA: ["9999"],
}

/** Words that stand small inside the name of a town. */
const SMALL = new Set(
  "am an auf aan aux bei da das de del della delle den der des di do dos du e el en et im in la las le les lez los ob of on op sous sul sur the under unter upon van von vor y zu zum zur".split(
    " "
  )
)

/** One country's regions by every way they are written: code, code with the country, name. Folded as {@link fold}. */
const REGIONS = new Map<string, Map<string, string>>()

/**
 * A post code as the country's post writes it. One that does not fit stays as it is: it may be right in a way not known here.
 * @param country - ISO 3166-1 alpha-2
 */
export function readPostCode(raw: string | null, country: string | null): string | null {
  const text = tidy(raw)
  if (!text) return null
  const home = country?.toUpperCase() ?? ""
  const prefix = new RegExp(`^(${home}|${home[0]})[- ]`, "i")
  const bare = (text: string) => text.toUpperCase().replace(/[\s.-]/g, "")
  for (const form of POST_CODES[home] ?? []) {
    const found = fit(bare(text), form) ?? (home && fit(bare(text.replace(prefix, "")), form))
    if (found) return found
  }
  return text.toUpperCase()
}

/** Puts the letters of `bare` where the form has them; undefined when they do not fit. */
function fit(bare: string, form: string): string | undefined {
  let next = 0
  let written = ""
  for (const sign of form) {
    if (sign !== "9" && sign !== "A") {
      if (bare[next] === sign) next++
      written += sign
      continue
    }
    const letter = bare[next++]
    if (!letter || !(sign === "9" ? /\d/ : /[A-Z]/).test(letter)) return undefined
    written += letter
  }
  return next === bare.length ? written : undefined
}

/** ISO 3166-2 code of a region that is written as its code, with or without the country, or by its name; else as it is. */
export function readRegion(raw: string | null, country: string | null): string | null {
  const text = tidy(raw)
  if (!text) return null
  return (country && regionsOf(country.toUpperCase()).get(fold(text))) || text
}

function regionsOf(country: string): Map<string, string> {
  const known = REGIONS.get(country)
  if (known) return known
  const names = (regions as Record<string, Record<string, string>>)[country] ?? {}
  const found = new Map<string, string>()
  // A code wins over a name: "CA" is California, whatever else is called so.
  for (const [code, name] of Object.entries(names)) found.set(fold(name), `${country}-${code}`)
  for (const code of Object.keys(names)) {
    found.set(fold(code), `${country}-${code}`)
    found.set(fold(`${country}-${code}`), `${country}-${code}`)
  }
  REGIONS.set(country, found)
  return found
}

/**
 * The name of a town without stray spaces, and with capitals when it was typed without any or with nothing else.
 * @param known - how the shop's addresses mostly spell it
 */
export function readCity(raw: string | null, known: string | null): string | null {
  const text = known ?? tidy(raw)
  if (!text) return null
  const shouted = text === text.toUpperCase()
  return shouted || text === text.toLowerCase() ? capitals(text.toLowerCase()) : text
}

function capitals(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word, at: number) => {
    const elided = text[at - 1] === "'" || text[at - 1] === "’"
    const small = at > 0 && (SMALL.has(word) || (elided && word === "s"))
    return small ? word : word[0].toUpperCase() + word.slice(1)
  })
}

function tidy(raw: string | null): string {
  return raw?.trim().replace(/\s+/g, " ") ?? ""
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** Countries by their English names and their own, folded. */
let countries: Map<string, string> | undefined

/** Lower-case ISO 3166-1 code of a country that is written as its code or its name; else as it is, in lower case. */
export function readCountry(raw: string | null): string | null {
  const text = tidy(raw)
  if (!text) return null
  if (/^[a-z]{2}$/i.test(text)) return text.toLowerCase()
  countries ??= countryNames()
  return countries.get(fold(text)) ?? text.toLowerCase()
}

function countryNames(): Map<string, string> {
  return new Map(
    Object.keys(regions).flatMap((code) => {
      const own = new Intl.Locale(`und-${code}`).maximize().language
      return [own, "en"].map((language): [string, string] => [
        fold(new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code),
        code.toLowerCase(),
      ])
    })
  )
}
