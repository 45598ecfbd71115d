import type { TimeZoneSource } from "../../../types/quality"
import { zonesOfPhone } from "./prefixes"
import { REGION_ZONE } from "./region-zones"

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
  source: TimeZoneSource
  confidence: number
}

/** A guess that is less sure gives way to a surer one from the next source. */
const LIKELY = 60

/**
 * The likely zone of a person: what they said, else the region and country of their address, else where their phone number
 * was given out, else what their browser said, else the shop's zone. Confidence is in percent: a place with one zone is nearly sure, one with several is as
 * sure as the share of people in its main zone. A number of North America often lives elsewhere than it was given out.
 */
export function guessTimeZone(input: {
  explicit?: string | null
  country: string | null
  /** ISO 3166-2 */
  region?: string | null
  /** E.164 */
  phone?: string | null
  phoneCountry: string | null
  /** IANA zone of the latest visit */
  browser?: string | null
  shopZone: string
}): TimeZoneFacts {
  if (input.explicit && isZone(input.explicit))
    return { zone: input.explicit, source: "explicit", confidence: 100 }
  const guesses = [
    fromRegion(input.region),
    fromCountry(input.country, "address", 95),
    fromPhone(input.phone, input.phoneCountry),
    fromCountry(input.phoneCountry, "phone", 85),
    fromBrowser(input.browser),
  ].filter((guess) => guess !== undefined)
  return (
    guesses.find(({ confidence }) => confidence >= LIKELY) ??
    guesses[0] ?? { zone: input.shopZone, source: "shop", confidence: 20 }
  )
}

function fromRegion(region: string | null | undefined): TimeZoneFacts | undefined {
  const main = REGION_ZONE.get(region ?? "")
  return main && { zone: main[0], source: "address", confidence: Math.round(0.95 * main[1]) }
}

function fromPhone(
  phone: string | null | undefined,
  country: string | null
): TimeZoneFacts | undefined {
  const zones = phone ? zonesOfPhone(phone) : []
  if (zones.length !== 1) return undefined
  return {
    zone: zones[0],
    source: "phone",
    confidence: country === "US" || country === "CA" ? 70 : 85,
  }
}

/** People travel, and some browsers hide where they are. */
function fromBrowser(zone: string | null | undefined): TimeZoneFacts | undefined {
  return zone && isZone(zone) ? { zone, source: "browser", confidence: 75 } : undefined
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    return zone.includes("/") || zone === "UTC"
  } catch {
    return false
  }
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
