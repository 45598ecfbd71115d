import { CONTACT_COLUMNS, CONTACT_JOINS } from "../../sql/contact"

const RUN = `
  id::float8 as id, kind, rules, state, total, checked, changed, created_at, finished_at
`

export const INSERT_RUN = `
  insert into engage_quality_run (kind, rules, actor, created_at) values (:kind, :rules::text[], :actor, :now)
  returning ${RUN}
`

export const GET_RUN = `select ${RUN} from engage_quality_run where id = :id`

export const LIST_RUNS = `
  select ${RUN} from engage_quality_run where id < coalesce(:before::bigint, 9223372036854775807) order by id desc limit :limit
`

/** The last finished check and repair of each rule. */
export const LAST_RUNS = `
  select distinct on (rule, kind) rule, ${RUN}
  from engage_quality_run cross join lateral unnest(rules) as rule
  where state = 'done'
  order by rule, kind, engage_quality_run.id desc
`

/** The run to work on. One at a time: two repairs side by side would each note what the other just changed. */
export const CLAIM_RUN = `
  select ${RUN}, position::float8 as position from engage_quality_run
  where id = (select min(id) from engage_quality_run where state in ('waiting', 'running', 'undoing'))
  for update skip locked
`

export const BEGIN_RUN = `
  update engage_quality_run
  set state = 'running', started_at = :now, total = (select count(*) from engage_profile where removed_at is null)
  where id = :id
`

/** People after a position with their values as given and as they stand. The rows as given are held, so that nobody reads them meanwhile. */
export const CHUNK = `
  select ${CONTACT_COLUMNS},
    jsonb_build_object('email', p.email, 'email_status', p.email_status, 'email_provider', p.email_provider, 'phone', p.phone,
      'phone_status', p.phone_status, 'phone_type', p.phone_type, 'phone_operator', p.phone_operator,
      'phone_operator_state', p.phone_operator_state, 'country', p.country, 'region', p.region, 'postal_code', p.postal_code,
      'city', p.city, 'time_zone', p.time_zone, 'time_zone_source', p.time_zone_source,
      'time_zone_confidence', p.time_zone_confidence) as stands
  from engage_profile p
  join engage_profile_raw r on r.profile_id = p.id
  ${CONTACT_JOINS}
  where p.id > :after and p.removed_at is null
  order by p.id limit :limit
  for no key update of r
`

/** The parameter `rows` is a JSON array. */
export const INSERT_CHANGES = `
  insert into engage_quality_change (run_id, profile_id, field, before, after)
  select :run, r.id, r.field, r.before, r.after
  from jsonb_to_recordset(:rows::jsonb) as r (id bigint, field text, before text, after text)
  on conflict do nothing
`

export const ADVANCE_RUN = `
  update engage_quality_run
  set position = :position, checked = checked + :checked, changed = changed + :changed,
    state = case when :more then state else 'done' end, finished_at = case when :more then null else :now::timestamptz end
  where id = :id
`

export const CANCEL_RUN = `
  update engage_quality_run set state = 'cancelled', finished_at = :now
  where id = :id and state in ('waiting', 'running')
  returning id
`

export const UNDO_RUN = `
  update engage_quality_run set state = 'undoing', position = 0
  where id = :id and kind = 'repair' and state in ('done', 'cancelled') and changed > 0
  returning id
`

export const PEOPLE_TO_UNDO = `
  select distinct profile_id::float8 as id from engage_quality_change
  where run_id = :run and profile_id > :after order by 1 limit :limit
`

/** Notes of people between two positions, with the person's reasons and times, for the values to be put back. */
export const CHANGES_TO_UNDO = `
  select profile_id::float8 as id, jsonb_object_agg(field, before) as before, jsonb_object_agg(field, after) as after
  from engage_quality_change
  where run_id = :run and profile_id = any(:people::bigint[])
  group by 1
`

export const STANDS = `
  select r.profile_id::float8 as id, r.email_reason, r.email_invalid_at, r.phone_reason, r.phone_invalid_at,
    p.email, p.email_status, p.email_provider, p.phone, p.phone_status, p.phone_type, p.phone_operator, p.phone_operator_state,
    p.country, p.region, p.postal_code, p.city, p.time_zone, p.time_zone_source, p.time_zone_confidence
  from engage_profile_raw r join engage_profile p on p.id = r.profile_id
  where r.profile_id = any(:people::bigint[])
  order by p.id
  for no key update of r
`

export const ADVANCE_UNDO = `
  update engage_quality_run
  set position = :position, state = case when :more then state else 'undone' end,
    finished_at = case when :more then finished_at else :now::timestamptz end
  where id = :id
`

export const LIST_CHANGES = `
  select c.profile_id::float8 as id, c.field, c.before, c.after, p.first_name, p.last_name, p.email
  from engage_quality_change c
  join engage_profile p on p.id = c.profile_id
  where c.run_id = :run and (c.profile_id, c.field) > (:after_id::bigint, :after_field)
    and (:field::text is null or c.field = :field)
  order by c.profile_id, c.field limit :limit
`

export const COUNT_CHANGES = `
  select field, count(*)::int as people from engage_quality_change where run_id = :run group by 1 order by 2 desc, 1
`

/** What old runs changed is not kept for ever. */
export const DROP_CHANGES = `
  delete from engage_quality_change c using engage_quality_run r
  where r.id = c.run_id and r.created_at < :before and r.state in ('done', 'cancelled', 'undone')
`
