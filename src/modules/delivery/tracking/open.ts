import type { Db } from "../../../lib/db"
import { publicIds } from "../../../lib/public-id"
import { openMessageToken } from "../message/token"
import { recordEvent } from "./record"
import { openVerdict } from "./verdict"

/** Records that the pixel of a message was fetched; a token of somebody else's making is ignored. */
export async function recordOpen(
  db: Db,
  token: string,
  userAgent: string | undefined,
  now: Date
): Promise<void> {
  const key = openMessageToken(await publicIds(db), token)
  if (key) await recordEvent(db, key, { kind: "opened", verdict: openVerdict(userAgent), now })
}
