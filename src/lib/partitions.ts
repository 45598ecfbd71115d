import { type Db, execute, query } from "./db"

const MONTHS_AHEAD = 3

/**
 * SQL that creates the monthly partitions of a table ranged by a timestamptz, from the month of `from` to three months
 * after `until`. Months that exist are left alone, so it may run at any time; it has to run before rows of a new month
 * arrive, or they land in the default partition.
 */
export function monthPartitionsSql(
  table: string,
  from: Date,
  until: Date,
  fillfactor = 100
): string {
  return `
    do $$
    declare
      month timestamptz := date_trunc('month', timestamptz '${from.toISOString()}', 'UTC');
      last timestamptz := date_trunc('month', timestamptz '${until.toISOString()}', 'UTC') + interval '${MONTHS_AHEAD} months';
      name text;
    begin
      while month <= last loop
        name := '${table}_' || to_char(month at time zone 'UTC', 'YYYYMM');
        if to_regclass(name) is null then
          execute format(
            'create table %I partition of ${table} for values from (%L) to (%L) with (fillfactor = ${fillfactor})',
            name, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC'
          );
        end if;
        month := (month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
      end loop;
    end $$;
  `
}

/** Creates the partitions of `table` for this month and the next three. */
export async function ensureMonthPartitions(
  db: Db,
  table: string,
  now: Date,
  fillfactor?: number
): Promise<void> {
  await execute(db, monthPartitionsSql(table, now, now, fillfactor))
}

const OLD_MONTHS = (table: string) => `
  select c.relname as name
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  where i.inhparent = '${table}'::regclass and c.relname ~ '_\\d{6}$' and right(c.relname, 6) < :month
`

/**
 * Drops the months of `table` that ended before the month of `before`, and the rows of its default partition that are older.
 * A month goes at once, whatever is in it.
 * @param column - the timestamptz it is ranged by
 */
export async function dropMonthsBefore(
  db: Db,
  table: string,
  column: string,
  before: Date
): Promise<void> {
  const month = before.toISOString().slice(0, 7).replace("-", "")
  for (const { name } of await query<{ name: string }>(db, OLD_MONTHS(table), { month }))
    await execute(db, `drop table ${name}`)
  await execute(
    db,
    `delete from ${table}_default where ${column} < date_trunc('month', :before::timestamptz, 'UTC')`,
    {
      before,
    }
  )
}
