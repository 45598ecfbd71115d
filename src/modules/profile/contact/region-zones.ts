/**
 * Zones of regions in countries that have several: the zone most people of the region live by, and roughly what share of
 * them (percent; 100 where the whole region, or all but a few villages, has it). From the IANA time zone database.
 */
const ZONES: Record<string, string> = {
  "America/New_York":
    "US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT US-WV US-MI:98 US-FL:93 US-IN:80 US-KY:80",
  "America/Chicago":
    "US-AL US-AR US-IA US-IL US-LA US-MN US-MO US-MS US-OK US-WI US-TX:97 US-KS:98 US-NE:93 US-ND:85 US-SD:75 US-TN:65",
  "America/Denver": "US-CO US-MT US-NM US-UT US-WY",
  "America/Boise": "US-ID:80",
  "America/Phoenix": "US-AZ:97",
  "America/Los_Angeles": "US-CA US-NV US-WA US-OR:98",
  "America/Anchorage": "US-AK",
  "Pacific/Honolulu": "US-HI",
  "America/Puerto_Rico": "US-PR",
  "America/Toronto": "CA-ON:97 CA-QC",
  "America/Vancouver": "CA-BC:97",
  "America/Edmonton": "CA-AB CA-NT",
  "America/Regina": "CA-SK",
  "America/Winnipeg": "CA-MB",
  "America/Halifax": "CA-NS CA-PE",
  "America/Moncton": "CA-NB",
  "America/St_Johns": "CA-NL:95",
  "America/Whitehorse": "CA-YT",
  "Australia/Sydney": "AU-NSW AU-ACT",
  "Australia/Melbourne": "AU-VIC",
  "Australia/Brisbane": "AU-QLD",
  "Australia/Adelaide": "AU-SA",
  "Australia/Perth": "AU-WA",
  "Australia/Hobart": "AU-TAS",
  "Australia/Darwin": "AU-NT",
  "Atlantic/Canary": "ES-CN ES-GC ES-TF",
  "Africa/Ceuta": "ES-CE ES-ML",
  "Atlantic/Azores": "PT-20",
  "Atlantic/Madeira": "PT-30",
}

/** Zone and share by ISO 3166-2 code. */
export const REGION_ZONE = new Map(
  Object.entries(ZONES).flatMap(([zone, regions]) =>
    regions.split(" ").map((entry): [string, [zone: string, share: number]] => {
      const [region, share] = entry.split(":")
      return [region, [zone, Number(share ?? 100)]]
    })
  )
)
