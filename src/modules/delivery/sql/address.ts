import { ENDPOINT } from "../../profile/tables"
import { CHANNEL_FORMS, type ChannelForm } from "../../../types/channel-form"

/** The channels of a kind of address, as a list of SQL. */
export function channelsTo(to: ChannelForm["to"]): string {
  const found = Object.entries(CHANNEL_FORMS).filter(([, form]) => form.to === to)
  return found.map(([channel]) => `'${channel}'`).join(", ")
}

/**
 * Where a profile `p` is reached on a channel (given as SQL), as it stands in the list of those that get nothing; null
 * for nowhere.
 */
export function addressSql(channel: string): string {
  return `case
    when ${channel} in (${channelsTo("email")}) then lower(p.email)
    when ${channel} in (${channelsTo("phone")}) then p.phone
    when ${channel} in (${channelsTo("shop")}) then p.id::text
    when ${channel} in (${channelsTo("endpoint")}) then (
      select p.id::text from ${ENDPOINT} e where e.profile_id = p.id and e.channel = ${channel} limit 1
    )
  end`
}

/** Whether what profile `p` has for a channel is known to take no message, such as a landline for text messages. */
export function unusableSql(channel: string): string {
  return `case
    when ${channel} in (${channelsTo("email")}) then p.email_status = 'invalid'
    when ${channel} in (${channelsTo("phone")}) then p.phone_status = 'invalid' or p.phone_type = 'landline'
    else false
  end`
}
