/** Writes amounts of minor units in English with their currency, e.g. 123450 as `£1,234.50`. */
export function moneyWriter(currency: string): (minor: number) => string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => format.format(minor / 10 ** digits)
}
