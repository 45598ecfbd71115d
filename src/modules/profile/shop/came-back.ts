/** When money or goods of an order last came back, by the column that names it; null when neither did. */
export const CAME_BACK_AT = (order: string) => `(
  select max(back.at) from (
    select t.created_at as at from order_transaction t where t.order_id = ${order} and t.amount < 0 and t.deleted_at is null
    union all
    select r.received_at from "return" r where r.order_id = ${order} and r.deleted_at is null
  ) back
)`
