import { ATTACHMENT } from "../tables"

const COLUMNS = `id, name, type, size`

export const INSERT_ATTACHMENT = `
  insert into ${ATTACHMENT} (id, file_id, name, type, size) values (:id, :file_id, :name, :type, :size)
  returning ${COLUMNS}
`

export const DELETE_ATTACHMENT = `delete from ${ATTACHMENT} where id = :id`

export const ATTACHMENTS_BY_ID = `select ${COLUMNS} from ${ATTACHMENT} where id = any(:ids::text[])`

export const ATTACHMENT_BY_ID = `select ${COLUMNS}, file_id from ${ATTACHMENT} where id = :id`

export const FILES_OF_ATTACHMENTS = `select id, file_id from ${ATTACHMENT} where id = any(:ids::text[])`
