import type { Db } from "../../../lib/db"
import { readEvents } from "../../profile/events/read"
import { csv } from "./stream"

const PAGE = 1_000

/** Which events: of a person, by name, source, period and text; see {@link readEvents}. */
type Filter = Omit<Parameters<typeof readEvents>[1], "limit" | "cursor">

/** Events newest first as CSV, read a page at a time. */
export async function* eventsText(db: Db, filter: Filter): AsyncGenerator<string> {
  yield "\uFEFF" + csv([["at", "name", "source", "profile_id", "person", "properties"]])
  for (let cursor: string | undefined; ;) {
    const { events, next_cursor } = await readEvents(db, { ...filter, limit: PAGE, cursor })
    yield csv(
      events.map(({ at, name, source, profile, properties }) => [
        at,
        name,
        source,
        profile?.id ?? "",
        profile?.name ?? "",
        JSON.stringify(properties),
      ])
    )
    if (!next_cursor) return
    cursor = next_cursor
  }
}
