/**
 * Which rows of the shop changed. One statement a source table: the next `:limit` rows after the cursor in the order
 * (updated_at, id), naming the customer or order they belong to.
 */
export type Source = "customer" | "customer_address" | "order" | "order_summary" | "product"

/** What a source's rows belong to, and so what has to be read again. */
export const SUBJECT: Record<Source, "customer" | "order" | "product"> = {
  customer: "customer",
  customer_address: "customer",
  order: "order",
  order_summary: "order",
  product: "product",
}

/** Sources in the order they are passed over: people before their orders, products before the lines that name them. */
export const SOURCES = Object.keys(SUBJECT) as Source[]

/**
 * Sources whose rows all belong to rows of another source. Their history comes in with that other source, so their
 * first pass starts at the moment of the install.
 */
export const FOLLOWS: Partial<Record<Source, Source>> = {
  customer_address: "customer",
  order_summary: "order",
}

const changed = (table: string, subject: string) => `
  select id, updated_at::text as at, ${subject} as subject
  from ${table}
  where (updated_at, id) > (:cursor_at::timestamptz, :cursor_id)
  order by updated_at, id
  limit :limit
`

export const CHANGED: Record<Source, string> = {
  customer: changed(`customer`, `id`),
  customer_address: changed(`customer_address`, `customer_id`),
  order: changed(`"order"`, `id`),
  order_summary: changed(`order_summary`, `order_id`),
  product: changed(`product`, `id`),
}

/** Rows of a source, for the progress of a first pass. An estimate: exact counts of large tables cost a scan. */
export const ESTIMATED_ROWS = `
  select relname as source, greatest(reltuples, 0)::float8 as rows
  from pg_class
  where oid in ('customer'::regclass, '"order"'::regclass)
`

/**
 * Indexes that make "what changed since" cheap on large shops. Made concurrently, so that the shop goes on working; one
 * that an interrupted attempt left invalid is dropped first. Carts are not read over, only looked at for what lies idle.
 */
export const SYNC_INDEXES = [...SOURCES, "cart", "cart_line_item"].map((source) => ({
  name: `engage_sync_${source}`,
  create: `create index concurrently if not exists engage_sync_${source} on "${source}" (updated_at, id)`,
}))

export const INVALID_INDEX = `
  select c.relname as name
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relname like 'engage\\_sync\\_%' and not i.indisvalid
`
