import { CONSENT, PROFILE } from "../../profile/tables"
import { SKIP } from "../ledger/states"
import { SUPPRESSION } from "../tables"
import { addressSql, unusableSql } from "./address"

/**
 * Why a person may not get a message, as a number of {@link SKIP} or null: the one rule behind the review, the freeze
 * and the look right before sending. Stands in a statement with `who.profile_id`, after {@link ELIGIBILITY_JOINS}, with
 * the parameters `channel`, `topic` (may be null) and `bit` (the channel's bit in `subscribed`).
 * @param excluded - SQL that says whether the occasion leaves the person out
 */
export function reasonSql(excluded = "false"): string {
  return `
    case
      when p.id is null or p.removed_at is not null then ${SKIP.removed}
      when ${excluded} then ${SKIP.excluded}
      when ${unusableSql(":channel")} then ${SKIP.invalid_address}
      when ${addressSql(":channel")} is null then ${SKIP.no_address}
      when s.address is not null then ${SKIP.suppressed}
      when ${refusedSql(":channel")} then ${SKIP.not_subscribed}
      when c.state = 'unsubscribed' then ${SKIP.topic_unsubscribed}
    end
  `
}

/**
 * Whether a person has not agreed to a channel. What waits in the shop's own pages disturbs nobody: there it is enough
 * not to have refused.
 */
function refusedSql(channel: string): string {
  return `case ${channel}
    when 'in_app' then exists (
      select 1 from ${CONSENT} a
      where a.profile_id = p.id and a.channel = 'in_app' and a.topic = '*' and a.state = 'unsubscribed'
    )
    else p.subscribed & :bit = 0
  end`
}

/** The tables {@link reasonSql} looks at. */
export const ELIGIBILITY_JOINS = `
  left join ${PROFILE} p on p.id = who.profile_id
  left join ${SUPPRESSION} s on s.channel = :channel and s.address = ${addressSql(":channel")}
  left join ${CONSENT} c on c.profile_id = who.profile_id and c.channel = :channel and c.topic = :topic
`
