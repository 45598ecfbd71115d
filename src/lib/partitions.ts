import { type Db, execute } from "./db"

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
