import type { SqlFragment } from "../../../lib/db"
import { EVENT } from "../../profile/events/tables"

/** Events of some names; `when` says which of them a scan looks at. */
const select = (when: string, where: string) => `
  select e.profile_id, 'event ' || e.id as key, e.at, e.properties || jsonb_build_object('event', e.name) as context
  from ${EVENT} e
  where e.name = any(:event_names::text[]) and e.profile_id is not null and ${when}
    and e.at <= :now::timestamptz and e.at >= :live_since::timestamptz and (${where})
`

/**
 * What people did, by the names of the events, as a trigger's `find` wants it.
 * @param where - SQL over the event `e` that must hold besides
 */
export function happened(
  names: string[],
  where = "true",
  params: Record<string, unknown> = {}
): SqlFragment {
  return {
    sql: select("e.at > :since::timestamptz", where),
    params: { ...params, event_names: names },
  }
}

/** {@link happened} for what the shop reports: it may be read up to a day after it happened. */
export function happenedInShop(
  names: string[],
  where = "true",
  params: Record<string, unknown> = {}
): SqlFragment {
  return {
    sql: select(
      "e.at > :since::timestamptz - interval '1 day' and e.received_at > :since::timestamptz and e.source = 'shop'",
      where
    ),
    params: { ...params, event_names: names },
  }
}
