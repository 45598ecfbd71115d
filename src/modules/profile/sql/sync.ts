/** Everybody in the temporary table `affected` waits for metrics (purchases may have moved) and for segments. */
export const MARK_AFFECTED_DIRTY = `
  with metrics as (
    insert into engage_dirty (profile_id) select id from affected order by 1 on conflict do nothing
  )
  insert into engage_segment_dirty (profile_id) select id from affected order by 1 on conflict do nothing
`

export const TAKE_PENDING_CONSENTS = `select profile_id, channel, state, method, at from pending_consent`

/** Takes messages out of the inbox, oldest first, each subject once. */
export const CLAIM_INBOX = `
  with claimed as (
    delete from engage_inbox
    where id in (select id from engage_inbox order by id limit :limit for update skip locked)
    returning source, ref
  )
  select distinct source, ref from claimed
`

export const PUT_INBOX = `
  insert into engage_inbox (source, ref, name)
  select :source, unnest(:refs::text[]), :name
`
