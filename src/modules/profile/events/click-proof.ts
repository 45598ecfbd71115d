import type { PublicIds } from "../../../lib/public-id"

const PARAM = "eng_m"
const KIND = "click"
/** The proof stands in an address, which can be copied: it is worth something for so many minutes only. */
const MINUTES = 10
const MINUTE_MS = 60_000

/** The address of the shop with the proof that its reader has just clicked a link in a message to this profile. */
export function withClickProof(
  ids: PublicIds,
  target: string,
  profileId: number,
  now: Date
): string {
  const url = new URL(target)
  url.searchParams.set(PARAM, ids.seal(KIND, profileId, Math.floor(now.getTime() / MINUTE_MS)))
  return url.href
}

/** The profile that a fresh proof names. */
export function openClickProof(ids: PublicIds, proof: string, now: Date): number | undefined {
  const [profileId, minute] = ids.open(KIND, proof) ?? []
  if (profileId === undefined || minute === undefined) return undefined
  return now.getTime() / MINUTE_MS - minute <= MINUTES ? profileId : undefined
}
