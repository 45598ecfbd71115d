/**
 * Countries with several zones: the zone most people live by, and roughly what share of them (percent, from national
 * population figures by region).
 */
const MAIN_ZONE: Record<string, [zone: string, share: number]> = {
  AR: ["America/Argentina/Buenos_Aires", 95],
  AU: ["Australia/Sydney", 60],
  BR: ["America/Sao_Paulo", 85],
  CA: ["America/Toronto", 60],
  CD: ["Africa/Kinshasa", 50],
  CL: ["America/Santiago", 98],
  CN: ["Asia/Shanghai", 95],
  CY: ["Asia/Nicosia", 95],
  DE: ["Europe/Berlin", 99],
  EC: ["America/Guayaquil", 99],
  ES: ["Europe/Madrid", 95],
  ID: ["Asia/Jakarta", 80],
  KZ: ["Asia/Almaty", 95],
  MX: ["America/Mexico_City", 80],
  MY: ["Asia/Kuala_Lumpur", 99],
  NZ: ["Pacific/Auckland", 99],
  PG: ["Pacific/Port_Moresby", 95],
  PT: ["Europe/Lisbon", 97],
  RU: ["Europe/Moscow", 65],
  UA: ["Europe/Kyiv", 98],
  US: ["America/New_York", 47],
  UZ: ["Asia/Tashkent", 95],
}

export type TimeZoneFacts = {
  zone: string
  source: "address" | "phone" | "shop"
  confidence: number
}

/**
 * The likely zone of a person: their address' country, else their phone's, else the shop's zone. Confidence is in percent:
 * a country with one zone is nearly sure, one with several is as sure as the share of people in its main zone.
 */
export function guessTimeZone(input: {
  country: string | null
  phoneCountry: string | null
  shopZone: string
}): TimeZoneFacts {
  return (
    fromCountry(input.country, "address", 95) ??
    fromCountry(input.phoneCountry, "phone", 85) ?? {
      zone: input.shopZone,
      source: "shop",
      confidence: 20,
    }
  )
}

function fromCountry(
  code: string | null,
  source: "address" | "phone",
  sure: number
): TimeZoneFacts | undefined {
  if (!code) return undefined
  const main = MAIN_ZONE[code.toUpperCase()]
  if (main) return { zone: main[0], source, confidence: Math.round((sure * main[1]) / 100) }
  const zones = zonesOf(code.toUpperCase())
  if (zones.length !== 1) return undefined
  return { zone: zones[0], source, confidence: sure }
}

// A getter in older engines, a method since; the type library knows neither.
type LocaleZones = { timeZones?: string[]; getTimeZones?: () => string[] | undefined }

function zonesOf(country: string): string[] {
  if (!/^[A-Z]{2}$/.test(country)) return []
  const locale = new Intl.Locale(`und-${country}`) as LocaleZones
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}
