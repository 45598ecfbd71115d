/**
 * Where a profile `p` is reached on a channel (given as SQL), as it stands in the list of those that get nothing; null
 * for nowhere.
 */
export function addressSql(channel: string): string {
  return `case ${channel} when 'email' then lower(p.email) when 'sms' then p.phone when 'in_app' then p.id::text end`
}

/** Whether what profile `p` has for a channel is known to take no message, such as a landline for text messages. */
export function unusableSql(channel: string): string {
  return `case ${channel}
    when 'email' then p.email_status = 'invalid'
    when 'sms' then p.phone_status = 'invalid' or p.phone_type = 'landline'
    else false
  end`
}
