import type { SqlFragment } from "../../../lib/db"
import type { TriggerOf, TriggerType } from "../../../types/campaign-trigger"
import { EVENT, isLate } from "../../profile/events/tables"
import { type ShopEvent, shopHistory } from "../../profile/shop/events"
import type { TriggerSource } from "./source"

/** Events of some names; `when` says which of them a scan looks at. */
const select = (when: string, where: string) => `
  select e.profile_id, 'event ' || e.id as key, e.at, e.properties || jsonb_build_object('event', e.name) as context
  from ${EVENT} e
  where e.name = any(:event_names::text[]) and e.profile_id is not null and e.id > :mark::bigint and ${when}
    and e.at <= :now::timestamptz and e.at >= :live_since::timestamptz and (${where})
`

/** What a phone kept for so long before it could send it still counts. What is older is told of, and lets nobody in. */
const LATEST = "interval '1 day'"

/**
 * What people did, by the names of the events, as a trigger's `find` wants it: what happened since the last look, and what
 * happened before it and only came in since.
 * @param where - SQL over the event `e` that must hold besides
 */
export function happened(
  names: string[],
  where = "true",
  params: Record<string, unknown> = {}
): SqlFragment {
  const late = `${isLate("e")} and e.received_at > :since::timestamptz and e.at <= :since::timestamptz
    and e.at > :since::timestamptz - ${LATEST}`
  return {
    sql: `${select("e.at > :since::timestamptz", where)} union all ${select(late, where)}`,
    params: { ...params, event_names: names },
  }
}

type InShop = { names: ShopEvent[]; where?: string; params?: Record<string, unknown> }

/** What happens in the shop: it may be read up to a day after it happened. */
export function reported({
  names,
  where = "true",
  params,
}: Omit<InShop, "names"> & { names: string[] }): SqlFragment {
  return {
    sql: select(
      "e.at > :since::timestamptz - interval '1 day' and e.received_at > :since::timestamptz and e.source = 'shop'",
      where
    ),
    params: { ...params, event_names: names },
  }
}

/** {@link reported}, read from the shop's own rows: they know of the time before the plugin was there as well. */
function history({ names, where = "true", params }: InShop): SqlFragment {
  return {
    sql: `
      select e.profile_id::bigint as profile_id, e.message_id as key, e.at, e.properties || jsonb_build_object('event', e.name) as context
      from (${shopHistory(names)}) e
      where e.profile_id is not null and e.at <= :now::timestamptz and (${where})
    `,
    params: params ?? {},
  }
}

/**
 * A trigger's `find` and `past` for what the shop reports.
 * @param of - the events' names, and what must hold besides over the event `e`
 */
export function inShop<Type extends TriggerType>(
  of: (trigger: TriggerOf<Type>) => InShop
): Pick<TriggerSource<Type>, "find" | "past" | "mark"> {
  return {
    mark: "event",
    find: (trigger) => reported(of(trigger)),
    past: (trigger) => history(of(trigger)),
  }
}
