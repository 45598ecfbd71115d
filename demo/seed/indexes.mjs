/** Rows go in faster when the indexes come after them. */
const LARGE_TABLES = [
  "customer",
  "customer_address",
  "order",
  "order_address",
  "order_line_item",
  "order_item",
  "order_summary",
  "order_transaction",
  "order_shipping",
  "order_shipping_method",
  "fulfillment_item",
  "cart_line_item",
]

/**
 * Drops the plain indexes of the large tables; unique ones stay, they guard the data.
 * @param {import("pg").Client} client inside the transaction that fills the tables
 * @returns {Promise<string[]>} the statements that make the indexes again
 */
export async function dropIndexes(client) {
  const { rows } = await client.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as statement
     from pg_index i
     join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any($1) and not i.indisunique`,
    [LARGE_TABLES]
  )
  for (const { name } of rows) {
    await client.query(`drop index ${name}`)
  }
  return rows.map(({ statement }) => statement)
}
