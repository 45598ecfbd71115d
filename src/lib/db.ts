import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A connection pool or an open transaction on the shop's Postgres. */
export type Db = Knex

/** A piece of SQL with its `:name` parameters. */
export type SqlFragment = { sql: string; params: Record<string, unknown> }

/** The same fragment with its parameters renamed, so that it can stand in one statement with others. */
export function prefixed({ sql, params }: SqlFragment, prefix: string): SqlFragment {
  const renamed = Object.entries(params).map(([name, value]) => [`${prefix}_${name}`, value])
  return {
    sql: sql.replace(/(?<!:):(\w+)/g, (all, name: string) =>
      name in params ? `:${prefix}_${name}` : all
    ),
    params: Object.fromEntries(renamed),
  }
}

/**
 * Runs one statement written with `:name` parameters and returns its rows.
 * `bigint` and `numeric` columns arrive as strings unless the statement casts them (`::float8` is exact up to 2^53).
 */
export async function query<Row = Record<string, unknown>>(
  db: Db,
  sql: string,
  params: Record<string, unknown> = {}
): Promise<Row[]> {
  return (await run(db, sql, params)).rows as Row[]
}

/** Like {@link query}, for statements whose only interest is how many rows they wrote. */
export async function execute(
  db: Db,
  sql: string,
  params: Record<string, unknown> = {}
): Promise<number> {
  return (await run(db, sql, params)).rowCount ?? 0
}

/** The first row of {@link query}, or `undefined`. */
export async function queryOne<Row = Record<string, unknown>>(
  db: Db,
  sql: string,
  params: Record<string, unknown> = {}
): Promise<Row | undefined> {
  return (await query<Row>(db, sql, params))[0]
}

// knex's own named bindings read `:now::timestamptz` as an identifier, so names become positions here. A name that is
// not among the parameters is left alone: it is part of a literal.
const NAME = /(?<![:\w]):([a-z_][a-z0-9_]*)/gi

async function run(db: Db, sql: string, params: Record<string, unknown>) {
  const values: unknown[] = []
  const text = sql.replaceAll("?", "\\?").replace(NAME, (match, name: string) => {
    if (!(name in params)) return match
    values.push(params[name])
    return "?"
  })
  return (await db.raw(text, values as Knex.RawBinding[])) as {
    rows: unknown[]
    rowCount: number | null
  }
}
