const digits = new Map<string, number>()

/** Minor units as a plain decimal number of the currency's main unit. */
export function toMajor(minor: number | null, currency: string): string | null {
  if (minor === null) return null
  const places = placesOf(currency)
  return (minor / 10 ** places).toFixed(places)
}

/** An amount in the currency's main unit as whole minor units. */
export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** placesOf(currency))
}

/** Whether there is a currency with this code. */
export function isCurrency(code: string): boolean {
  return /^[a-z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code.toUpperCase())
}

function placesOf(currency: string): number {
  let places = digits.get(currency)
  if (places === undefined) {
    const options = { style: "currency", currency: currency.toUpperCase() } as const
    places = new Intl.NumberFormat("en", options).resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, places)
  }
  return places
}

/** Writes amounts of minor units in English with their currency, e.g. 123450 as `£1,234.50`. */
export function moneyWriter(currency: string): (minor: number) => string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => format.format(minor / 10 ** digits)
}
