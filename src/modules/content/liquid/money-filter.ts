type Format = { format: Intl.NumberFormat; digits: number }

// Making a formatter, or asking it for its digits, costs more than a render.
const formats = new Map<string, Format>()

/**
 * Liquid filter `money`: an amount in minor units as text with its currency, e.g. `{{ 1250 | money: "eur" }}` is €12.50.
 * Without a currency the bare amount is shown with two decimals.
 */
export function moneyFilter(minor: unknown, currency?: unknown): string {
  const amount = Number(minor)
  if (minor === null || minor === undefined || minor === "" || !Number.isFinite(amount)) return ""
  const { format, digits } = formatOf(typeof currency === "string" ? currency.toUpperCase() : "")
  return format.format(amount / 10 ** digits)
}

function formatOf(currency: string): Format {
  let known = formats.get(currency)
  if (!known) {
    const format = new Intl.NumberFormat(
      "en",
      /^[A-Z]{3}$/.test(currency)
        ? { style: "currency", currency }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    )
    known = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
    formats.set(currency, known)
  }
  return known
}
