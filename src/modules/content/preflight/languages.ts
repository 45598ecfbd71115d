import type { PreflightCheck } from "../../../types/preflight"
import { languageFor, languageName } from "../languages/choose"
import type { ContentParts } from "../parts"
import { list } from "./checks"

const WEIGHT: Record<PreflightCheck["level"], number> = { ok: 0, warning: 1, blocker: 2 }

/** The checks of each language as one list: each weighs as in the language where it is worst, and says in which it is. */
export function acrossLanguages(
  said: { language: string | null; checks: PreflightCheck[] }[]
): PreflightCheck[] {
  if (said.length === 1) return said[0].checks
  // What fails in one language is not judged further, so that it may lack a check.
  const keys = new Set(said.flatMap(({ checks }) => checks.map(({ key }) => key)))
  return [...keys].map((key) => {
    const all = said.flatMap(({ language, checks }) =>
      checks.filter((check) => check.key === key).map((check) => ({ language, check }))
    )
    const bad = all.filter(({ check }) => check.level !== "ok")
    if (!bad.length) return all[0].check
    const [message, ...details] = bad.flatMap(({ language, check }) =>
      [check.message, ...check.details].map((line) => `${nameOf(language)}: ${line}`)
    )
    const level = bad.reduce(
      (worst, { check }) => (WEIGHT[check.level] > WEIGHT[worst] ? check.level : worst),
      bad[0].check.level
    )
    return { key, level, message, details: details.slice(0, 20) }
  })
}

/** Which language each of some people gets, and how many get which. */
export function languageCheck(
  { languages = [] }: ContentParts,
  people: { language: string | null }[]
): { readers: (string | null)[]; check: PreflightCheck[] } {
  const available = languages.map(({ language }) => language)
  const readers = people.map(({ language }) => languageFor(available, language))
  if (!available.length || !people.length) return { readers, check: [] }
  const counted = [...available, null].map((language) => {
    const count = readers.filter((one) => one === language).length
    return `${nameOf(language)} ${count}`
  })
  const message = `Who gets which language, of ${people.length} people: ${counted.join(", ")}`
  return { readers, check: [list("languages", message, "warning", [])] }
}

function nameOf(language: string | null): string {
  return language ? languageName(language) : "Default"
}
