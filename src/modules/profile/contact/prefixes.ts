import operators from "./data/operators.json"
import portable from "./data/portable.json"
import zones from "./data/prefix-zones.json"

// From google/libphonenumber (Apache License 2.0); scripts/number-plan.mjs makes the tables anew.
const OPERATOR = byPrefix(operators)
const ZONES = byPrefix(zones)
const PORTABLE = new Set(portable)
const LONGEST = 12

export type OperatorFacts = {
  /** Who was given the range of numbers. */
  operator: string | null
  /** `given`: numbers stay with their operator there; `may_have_moved`: people may take them to another. */
  state: "given" | "may_have_moved" | "unknown"
}

/**
 * The mobile operator that was given the range a number lies in. Who serves it today only the networks know.
 * @param phone - E.164
 * @param country - upper-case ISO 3166-1 code of the number
 */
export function operatorOf(phone: string, country: string | null): OperatorFacts {
  const operator = lookUp(OPERATOR, phone)
  if (!operator) return { operator: null, state: "unknown" }
  return { operator, state: country && !PORTABLE.has(country) ? "given" : "may_have_moved" }
}

/** IANA zones in which numbers that begin like this one were given out; empty when that is not known. */
export function zonesOfPhone(phone: string): string[] {
  return lookUp(ZONES, phone)?.split("&") ?? []
}

function byPrefix(table: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([value, prefixes]) =>
      prefixes.split(" ").map((prefix) => [prefix, value] as const)
    )
  )
}

/** The value of the longest prefix that the number begins with. */
function lookUp(table: Map<string, string>, phone: string): string | undefined {
  const digits = phone.replace("+", "")
  for (let length = Math.min(LONGEST, digits.length); length > 0; length--) {
    const value = table.get(digits.slice(0, length))
    if (value) return value
  }
  return undefined
}
