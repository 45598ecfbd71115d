import { FEED_MARK } from "../tables"

/** Nobody else reads a feed for the same follower meanwhile. */
export const TAKE_MARK = `
  select mark::float8 as mark, bound::float8 as bound, writers
  from ${FEED_MARK}
  where follower = :follower and feed = :feed
  for update skip locked
`

export const SAVE_MARK = `
  update ${FEED_MARK}
  set mark = :mark, bound = :bound, writers = :writers::text[]
  where follower = :follower and feed = :feed
`

/** Begins to read a feed behind what is there. */
export const begin = (table: string) => `
  insert into ${FEED_MARK} (follower, feed, mark)
  select :follower, :feed, coalesce(max(id), 0) from ${table}
  on conflict do nothing
`

export const FORGET_MARKS = `delete from ${FEED_MARK} where follower = :follower and feed <> all(:feeds::text[])`

export const highest = (table: string) => `select coalesce(max(id), 0)::float8 as id from ${table}`

/**
 * Transactions that are writing to a table. Whoever inserts holds this lock from before the row gets its number until the
 * transaction has ended.
 */
export const WRITERS = `
  select coalesce(array_agg(distinct virtualtransaction), '{}') as writers
  from pg_locks
  where locktype = 'relation' and relation = :table::regclass and mode = 'RowExclusiveLock' and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())
`
