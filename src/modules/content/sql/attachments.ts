import { FILE } from "../tables"

const COLUMNS = `id, name, type, size`

export const INSERT_ATTACHMENT = `
  insert into ${FILE} (id, file_id, name, type, size) values (:id, :file_id, :name, :type, :size)
  returning ${COLUMNS}
`

export const ATTACHMENTS_BY_ID = `select ${COLUMNS} from ${FILE} where id = any(:ids::text[]) and url is null`

export const ATTACHMENT_BY_ID = `
  select ${COLUMNS}, file_id, lost_at from ${FILE} where id = :id and url is null
`

export const PLACES_OF_ATTACHMENTS = `select id, file_id, lost_at from ${FILE} where id = any(:ids::text[])`

/** The first time counts; null when it can be read again. */
export const NOTE_LOST = `
  update ${FILE} set lost_at = case when :at::timestamptz is not null then coalesce(lost_at, :at) end
  where id = :id
  returning lost_at
`

export const MOVE_ATTACHMENT = `update ${FILE} set file_id = :file_id, lost_at = null where id = :id`
