const COUNTRY_ATTRIBUTES = ["country", "purchase.country"]
const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" })

/** The English name of an ISO 3166-1 country code; the code itself when nobody knows it. */
export function countryName(code: string): string {
  return /^[a-z]{2}$/i.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code
}

/** Whether an attribute's values are country codes. */
export function isCountry(attribute: string): boolean {
  return COUNTRY_ATTRIBUTES.includes(attribute)
}
