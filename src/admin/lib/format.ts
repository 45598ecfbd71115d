const fallback = "–"

/** Digits after the point in a currency, e.g. 2 for eur and 0 for jpy. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", {
      style: "currency",
      currency: currency.toUpperCase(),
    }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** Minor units (cents) as major units (euros). */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** currencyDigits(currency)
}

/** Major units (euros) as whole minor units (cents). */
export function toMinor(major: number, currency: string): number {
  return Math.round(major * 10 ** currencyDigits(currency))
}

/** Thousandths of a minor unit, in which prices of messages are kept, in one minor unit. */
const PRICE_SCALE = 1_000

/** A price in major units (euros) as whole thousandths of a minor unit. */
export function toPrice(major: number, currency: string): number {
  return Math.round(major * PRICE_SCALE * 10 ** currencyDigits(currency))
}

/** The opposite of {@link toPrice}, as it stands in a field of a form. */
export function toPriceInput(price: number, currency: string): string {
  return String(toMajor(price / PRICE_SCALE, currency))
}

/** The reader's time zone with its offset, e.g. `Europe/Berlin (GMT+1)`. */
export function zoneName(at: Date, locale: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const offset = new Intl.DateTimeFormat(locale, { timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value
  return offset ? `${timeZone} (${offset})` : timeZone
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** How long ago (or ahead) `at` is, in the largest fitting unit, e.g. `3 days ago`. */
export function relativeTime(at: Date, now: Date, locale: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, "minute")
}

/** `£5` for five pounds; the compiler's library does not know the option yet. */
const WHOLE_WITHOUT_ZEROS = { trailingZeroDisplay: "stripIfInteger" }

/** What a code is called; the code itself where it is none, as imports may bring them. */
function named(locale: string, type: "region" | "language", code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** Formatters for one locale. `null` and `undefined` become a dash everywhere. */
export function formatters(locale: string) {
  const number = (value: number | null | undefined, options?: Intl.NumberFormatOptions) =>
    value === null || value === undefined
      ? fallback
      : new Intl.NumberFormat(locale, options).format(value)
  const moment = (iso: string | null | undefined, options: Intl.DateTimeFormatOptions) =>
    iso ? new Intl.DateTimeFormat(locale, options).format(new Date(iso)) : fallback

  return {
    locale,
    number: (value: number | null | undefined) => number(value),
    decimal: (value: number | null | undefined, digits = 1) =>
      number(value, { maximumFractionDigits: digits }),
    compact: (value: number | null | undefined) =>
      number(value, { notation: "compact", maximumFractionDigits: 1 }),
    /** A share of 0 to 1 as percent. Small shares keep a second digit, so that they never read as 0. */
    share: (value: number | null | undefined) =>
      number(value, {
        style: "percent",
        maximumFractionDigits: value && Math.abs(value) < 0.01 ? 2 : 1,
      }),
    money: (minor: number | null | undefined, currency: string) =>
      minor === null || minor === undefined
        ? fallback
        : number(toMajor(minor, currency), { style: "currency", currency: currency.toUpperCase() }),
    /** A price in thousandths of a minor unit, with as many digits as it needs. */
    price: (price: number, currency: string) =>
      number(toMajor(price / PRICE_SCALE, currency), {
        style: "currency",
        currency: currency.toUpperCase(),
        maximumFractionDigits: currencyDigits(currency) + 3,
      }),
    /** Money in little room: thousands and more are rounded, less is told to the penny. */
    moneyCompact: (minor: number | null | undefined, currency: string) => {
      if (minor === null || minor === undefined) return fallback
      const major = toMajor(minor, currency)
      return number(major, {
        style: "currency",
        currency: currency.toUpperCase(),
        ...WHOLE_WITHOUT_ZEROS,
        ...(Math.abs(major) >= 1_000 && { notation: "compact", maximumFractionDigits: 1 }),
      })
    },
    date: (iso: string | null | undefined) => moment(iso, { dateStyle: "medium" }),
    /** A calendar date such as a birthday, which has no time zone. */
    day: (date: string | null | undefined) =>
      moment(date, { dateStyle: "medium", timeZone: "UTC" }),
    time: (iso: string | null | undefined) => moment(iso, { timeStyle: "short" }),
    dateTime: (iso: string | null | undefined) =>
      moment(iso, { dateStyle: "medium", timeStyle: "short" }),
    hour: (iso: string) =>
      moment(iso, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }),
    exact: (iso: string) =>
      `${moment(iso, { dateStyle: "full", timeStyle: "medium" })}, ${zoneName(new Date(iso), locale)}`,
    relative: (iso: string) => relativeTime(new Date(iso), new Date(), locale),
    /** A length of time in milliseconds, e.g. `420 ms`, `3.2 s`, `2 min`. */
    duration: (ms: number | null | undefined) => {
      if (ms === null || ms === undefined) return fallback
      if (ms < 1000) return `${number(Math.round(ms))} ms`
      if (ms < 60_000) return `${number(ms / 1000, { maximumFractionDigits: 1 })} s`
      if (ms < 3_600_000) return `${number(Math.ceil(ms / 60_000))} min`
      return `${number(ms / 3_600_000, { maximumFractionDigits: 1 })} h`
    },
    bytes: (value: number) =>
      value < 1_000_000
        ? `${number(Math.max(value, 103) / 1024, { maximumFractionDigits: 1 })} KB`
        : `${number(value / 1_000_000, { maximumFractionDigits: 1 })} MB`,
    country: (code: string | null | undefined) =>
      code ? named(locale, "region", code.toUpperCase()) : fallback,
    language: (code: string | null | undefined) =>
      code ? named(locale, "language", code.replaceAll("_", "-")) : fallback,
  }
}

export type Formatters = ReturnType<typeof formatters>
