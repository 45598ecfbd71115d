import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max"

export type PhoneFacts = {
  status: "valid" | "invalid" | "missing"
  reason: string | null
  /** E.164 when valid. */
  phone: string | null
  type: "mobile" | "landline" | "unknown" | null
  /** Upper-case ISO 3166-1 country of the number, when it says one. */
  country: string | null
}

const TYPES: Record<string, PhoneFacts["type"]> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
}

/** `standard`: numbers are rewritten; `plan`: only such as the country's number plan has are valid. */
export type PhoneRules = { standard: boolean; plan: boolean }

/**
 * Reads a phone number as the shop has it.
 * @param country - ISO 3166-1 alpha-2 by which a number without + is read: the customer's, else the shop's
 */
export function readPhone(
  raw: string | null,
  country: string | null,
  rules: PhoneRules = { standard: true, plan: true }
): PhoneFacts {
  const text = raw?.trim()
  if (!text) return { status: "missing", reason: null, phone: null, type: null, country: null }
  const home = country?.toUpperCase()
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: home && isSupportedCountry(home) ? (home as CountryCode) : undefined,
  })
  if (!number)
    return invalid(
      home ? "it is not a phone number" : "it has no country code, and the country is not known"
    )
  if (!rules.standard && text !== number.number)
    return invalid("it is not written in the international form, such as +491715551234")
  if (!(rules.plan ? number.isValid() : number.isPossible()))
    return invalid(`no such number exists in ${number.country ?? `+${number.countryCallingCode}`}`)
  return {
    status: "valid",
    reason: null,
    phone: number.number,
    type: TYPES[number.getType() ?? ""] ?? "unknown",
    country: number.country ?? null,
  }
}

function invalid(reason: string): PhoneFacts {
  return { status: "invalid", reason, phone: null, type: null, country: null }
}
