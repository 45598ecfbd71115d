import type { PublicIds } from "../../../lib/public-id"

/** Which message of the ledger. */
export type MessageKey = { runId: number; profileId: number; pass: number }

// Two kinds, so that what stands in a link of a message opens nothing in the admin, and the other way round.
const LINK = "m"
const SHORT_LINK = "s"
const ADMIN = "msg"

/** The text that stands for a message in its links. */
export function messageToken(ids: PublicIds, { runId, profileId, pass }: MessageKey): string {
  return ids.seal(LINK, runId, profileId, pass)
}

/** As {@link messageToken}, for links in text messages, where each letter costs. */
export function shortMessageToken(ids: PublicIds, { runId, profileId, pass }: MessageKey): string {
  return ids.sealShort(SHORT_LINK, runId, profileId, pass)
}

/** The message a link belongs to, or `undefined` when the link was not made by this shop. */
export function openMessageToken(ids: PublicIds, token: string): MessageKey | undefined {
  return toKey(ids.open(LINK, token) ?? ids.openShort(SHORT_LINK, token))
}

/** The id of a message in the admin API. */
export function messageId(ids: PublicIds, { runId, profileId, pass }: MessageKey): string {
  return ids.seal(ADMIN, runId, profileId, pass)
}

/** The message with this id of the admin API, or `undefined`. */
export function openMessageId(ids: PublicIds, id: string): MessageKey | undefined {
  return toKey(ids.open(ADMIN, id))
}

function toKey(numbers: number[] | undefined): MessageKey | undefined {
  if (numbers?.length !== 3) return undefined
  const [runId, profileId, pass] = numbers
  return { runId, profileId, pass }
}
