const PLACE = `part, bytes_from::float8 as bytes_from, bytes, next::float8 as next`
const OF_FILE = `export_id = :id and making = :making`

export const PART = `select ${PLACE}, content from engage_export_part where ${OF_FILE} and part = :part`

/** The last part that ends at a byte or before it. */
export const PART_BEFORE = `
  select ${PLACE} from engage_export_part
  where ${OF_FILE} and bytes_from + bytes <= :from
  order by part desc
  limit 1
`

export const LAST_PART = `
  select ${PLACE} from engage_export_part where ${OF_FILE} order by part desc limit 1
`

export const INSERT_PART = `
  insert into engage_export_part (export_id, making, part, bytes_from, bytes, next, content)
  values (:id, :making, :part, :bytes_from, :bytes, :next, :content)
  on conflict do nothing
`

/**
 * Files are personal data: their parts go after a while, or when somebody in them is erased (a null `:before` is all). Read
 * again, a file is made anew.
 */
export const DROP_PARTS = `
  with gone as (
    delete from engage_export_part where :before::timestamptz is null or made_at < :before::timestamptz
    returning export_id, making
  ), anew as (
    update engage_export e set making = g.making + 1
    from (select export_id, max(making) as making from gone group by export_id) g
    where e.id = g.export_id and e.making = g.making
  )
  select 1 from gone
`
