import { createHash } from "node:crypto"

/**
 * Which share of a split a person falls into: by a hash, so that the same person takes the same way whenever they come.
 * @param seed - what the split is known by
 * @param shares - percent, 100 in all
 * @returns `a` for the first share, `b` for the second, …
 */
export function shareOf(seed: string, profile: number, shares: number[]): string {
  const hash = createHash("sha256").update(`${seed} ${profile}`).digest().readUInt32BE()
  let place = (hash / 2 ** 32) * 100
  const index = shares.findIndex((share) => (place -= share) < 0)
  return String.fromCharCode(97 + (index < 0 ? shares.length - 1 : index))
}
