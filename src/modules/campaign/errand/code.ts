import { createHmac } from "node:crypto"

/** Without letters and digits that are mistaken for each other. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
/** Most letters that are drawn: as many as there are bytes. */
export const PLACES = 32

/**
 * The promo code of an errand: the same for the same errand, so that an errand that is run again after a crash finds the
 * code it made. Nobody can tell one code from another.
 * @param pattern - each `#` is drawn
 * @param round - counts up when a code is taken already
 */
export function promoCode(secret: string, pattern: string, errand: number, round = 0): string {
  const bytes = createHmac("sha256", secret).update(`promo ${errand} ${round}`).digest()
  let at = 0
  return pattern.toUpperCase().replaceAll("#", () => LETTERS[bytes[at++] & 31])
}
