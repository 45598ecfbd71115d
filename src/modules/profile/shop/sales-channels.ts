/** Which of some sales channels the shop has. */
export const SALES_CHANNELS_AMONG = `
  select id from sales_channel where id = any(:ids::text[]) and deleted_at is null
`
