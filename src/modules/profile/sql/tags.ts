/** Makes known what is not a tag yet. */
export const ADD_TAGS = `
  insert into engage_tag (folded, name, created_at)
  select distinct on (lower(w.name)) lower(w.name), w.name, :at::timestamptz from unnest(:names::text[]) as w (name)
  on conflict do nothing
`

/** How known tags are written. */
export const TAGS_CALLED = `
  select folded, name from engage_tag where folded in (select lower(w.name) from unnest(:names::text[]) as w (name))
`

/** Everybody of a select of `profile_id` with every tag, as a select of `profile_id, tag`. */
export const EACH_TAG = (people: string) => `
  select m.profile_id, w.tag from (${people}) m cross join unnest(:tags::text[]) as w (tag)
`

/** Some people, each with a tag of their own, as a select of `profile_id, tag`. */
export const TAG_PAIRS = `select * from unnest(:profiles::bigint[], :tags::text[]) as w (profile_id, tag)`

/** Notes who got or lost what, for the history and for segments that ask for it. */
const noted = (changed: string, values: string) => `
  logged as (
    insert into engage_value_log (at, profile_id, kind, key, old, new, source, actor, reason)
    select :at, profile_id, 'attribute', 'tag', ${values}, :source, :actor, :reason from ${changed}
  ), dirty as (
    insert into engage_segment_dirty (profile_id) select distinct profile_id from ${changed} order by 1 on conflict do nothing
  )
`

const given = (pairs: string) => `
  given as (
    insert into engage_profile_tag (profile_id, tag, added_at, source, actor)
    select w.profile_id, w.tag, :at, :source, :actor
    from (${pairs}) w join engage_profile p on p.id = w.profile_id and p.removed_at is null
    on conflict do nothing
    returning profile_id, tag
  ), ${noted("given", "null, tag")}
`

const taken = (pairs: string) => `
  taken as (
    delete from engage_profile_tag t using (${pairs}) w
    where t.profile_id = w.profile_id and t.tag = w.tag
    returning t.profile_id, t.tag
  ), ${noted("taken", "tag, null")}
`

/** Gives tags by a select of `profile_id, tag`; answers how many were new. */
export const GIVE_TAGS = (pairs: string) =>
  `with ${given(pairs)} select count(*)::int as count from given`

/** Like {@link GIVE_TAGS}; answers who had not had which. */
export const GIVE_TAGS_EACH = `
  with ${given(TAG_PAIRS)} select profile_id::float8 as profile_id, tag from given
`

/** Takes tags away by a select of `profile_id, tag`; answers how many were there. */
export const TAKE_TAGS = (pairs: string) =>
  `with ${taken(pairs)} select count(*)::int as count from taken`

/** What one change gave and took, and forgets that it was. */
const CHANGE = `
  change as (
    delete from engage_value_log
    where at = :at and kind = 'attribute' and key = 'tag' and source = :source and actor is not distinct from :actor
      and reason is not distinct from :reason
    returning profile_id, old, new
  )
`

/** Takes one change of tags back; what it had taken away counts from now on. */
export const UNDO_TAGS = `
  with ${CHANGE}, lost as (
    delete from engage_profile_tag t using change c where t.profile_id = c.profile_id and t.tag = c.new
  ), back as (
    insert into engage_profile_tag (profile_id, tag, added_at, source, actor)
    select profile_id, old, now(), :source, :actor from change where old is not null
    on conflict do nothing
  )
  insert into engage_segment_dirty (profile_id) select distinct profile_id from change order by 1 on conflict do nothing
`

/** Tags that somebody has, by name, with how many do. */
export const LIST_TAGS = `
  select g.id, g.folded, g.name, c.profiles
  from engage_tag g
  join lateral (
    select count(*)::int as profiles
    from engage_profile_tag t join engage_profile p on p.id = t.profile_id and p.removed_at is null
    where t.tag = g.name
  ) c on c.profiles > 0
  where (:q::text is null or g.folded like :q) and (:after::text is null or g.folded > :after)
  order by g.folded
  limit :limit
`

/** Whether profile `p` has the tag `:tag`. */
export const HAS_TAG = `exists (select from engage_profile_tag t where t.profile_id = p.id and t.tag = :tag)`

/** The tags of some people by name. */
export const TAGS_OF_MANY = `
  select profile_id::float8 as profile_id, array_agg(tag order by lower(tag)) as tags
  from engage_profile_tag
  where profile_id = any(:profiles::bigint[])
  group by 1
`

/** One person's tags by name, with when and by what each was given. */
export const TAGS_OF = `
  select tag as name, added_at, source, actor from engage_profile_tag where profile_id = :profile order by lower(tag)
`
