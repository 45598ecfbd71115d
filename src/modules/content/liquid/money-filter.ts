const formats = new Map<string, Intl.NumberFormat>()

/**
 * Liquid filter `money`: an amount in minor units as text with its currency, e.g. `{{ 1250 | money: "eur" }}` is €12.50.
 * Without a currency the bare amount is shown with two decimals.
 */
export function moneyFilter(minor: unknown, currency?: unknown): string {
  const amount = Number(minor)
  if (minor === null || minor === undefined || minor === "" || !Number.isFinite(amount)) return ""
  const format = formatOf(typeof currency === "string" ? currency.toUpperCase() : "")
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits)
}

function formatOf(currency: string): Intl.NumberFormat {
  let format = formats.get(currency)
  if (!format) {
    const known = /^[A-Z]{3}$/.test(currency)
    format = new Intl.NumberFormat(
      "en",
      known
        ? { style: "currency", currency }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    )
    formats.set(currency, format)
  }
  return format
}
