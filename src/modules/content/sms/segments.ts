import type { SmsLength } from "../../../types/content"

/** The default alphabet of GSM 03.38, and the letters of its extension, which take two places. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
const EXTENDED = new Set("\f^{}\\[~]|€")

const LIMITS = { "gsm-7": { single: 160, part: 153 }, "ucs-2": { single: 70, part: 67 } }

/**
 * How a text travels: in septets of GSM 7-bit while every letter is in its alphabet, else in 16-bit units; and in how
 * many messages it is billed. A letter that takes two places is never cut in two. (3GPP TS 23.038, 23.040)
 */
export function smsLength(text: string): SmsLength {
  const letters = [...text]
  const special = letters.filter((letter) => !BASIC.has(letter) && !EXTENDED.has(letter))
  const encoding = special.length ? "ucs-2" : "gsm-7"
  const sizes = letters.map((letter) =>
    encoding === "ucs-2" ? letter.length : EXTENDED.has(letter) ? 2 : 1
  )
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { single, part } = LIMITS[encoding]
  const segments = units <= single ? Math.min(units, 1) : parts(sizes, part)
  return {
    encoding,
    units,
    segments,
    /** What is left in the last message. */
    left: (segments <= 1 ? single : segments * part) - units,
    special: [...new Set(special)].slice(0, 10),
  }
}

function parts(sizes: number[], part: number): number {
  let count = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > part) {
      count += 1
      used = 0
    }
    used += size
  }
  return count
}
