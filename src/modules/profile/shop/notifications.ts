/** A row if one of Medusa's notification providers serves `:channel`. */
export const NOTIFICATION_SERVICE = `
  select 1
  from notification_provider
  where is_enabled and deleted_at is null and :channel = any(channels)
  limit 1
`
