import { CAMPAIGN, CAMPAIGN_VERSION, SPLIT_TEST, STEP_PASS } from "../tables"

/** Tests of the live version: those that are the same go on, with their winner; the others begin. */
export const BEGIN_TESTS = `
  insert into ${SPLIT_TEST} (campaign_id, step, began_at)
  select :id, t.step, :now
  from unnest(:steps::text[]) as t (step)
  on conflict (campaign_id, step) do update
    set began_at = excluded.began_at, looked_at = null, way = null, decided_at = null, decided_by = null
    where not excluded.step = any(:kept::text[])
`

export const END_TESTS = `
  delete from ${SPLIT_TEST} where campaign_id = :id and not step = any(:steps::text[])
`

export const WON = `select way from ${SPLIT_TEST} where campaign_id = :id and step = :step and way is not null`

/** One test of a live campaign with what its live version says of it. */
export const TEST_BY_KEY = `
  select t.campaign_id, t.step, t.began_at, t.way, t.decided_at, t.decided_by, v.plan #> array['graph', 'steps', t.step] as split
  from ${SPLIT_TEST} t
  join ${CAMPAIGN} c on c.id = t.campaign_id and c.deleted_at is null
  join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
  where t.campaign_id = :id and t.step = :step
`

export const DECIDE = `
  update ${SPLIT_TEST}
  set way = :way, decided_at = :now, decided_by = :actor
  where campaign_id = :id and step = :step
`

/** Lets everybody be split again, counting from now. */
export const BEGIN_AGAIN = `
  update ${SPLIT_TEST}
  set began_at = :now, looked_at = null, way = null, decided_at = null, decided_by = null
  where campaign_id = :id and step = :step
`

/**
 * The next test that has run for its days or had its people, is to be decided by itself, and was not looked at for some
 * minutes: as long as nobody has done anything, there is no winner.
 */
export const CLAIM_TEST = `
  select t.campaign_id, t.step
  from ${SPLIT_TEST} t
  join ${CAMPAIGN} c on c.id = t.campaign_id and c.status = 'live' and c.deleted_at is null
  join ${CAMPAIGN_VERSION} v on v.campaign_id = c.id and v.version = c.version
  cross join lateral (select v.plan #> array['graph', 'steps', t.step, 'winner'] as winner) w
  where t.way is null and (t.looked_at is null or t.looked_at < :now::timestamptz - interval '5 minutes')
    and w.winner ->> 'auto' = 'true'
    and case w.winner #>> '{after,unit}'
      when 'days' then t.began_at + make_interval(days => (w.winner #>> '{after,amount}')::int) <= :now
      else (
        select coalesce(sum(s.people), 0)
        from ${STEP_PASS} s
        where s.campaign_id = t.campaign_id and s.step = t.step and s.way = any(array['a', 'b', 'c', 'd', 'e']) and s.at >= t.began_at
      ) >= (w.winner #>> '{after,amount}')::int
    end
  limit 1
  for update of t skip locked
`

export const NOTE_LOOK = `
  update ${SPLIT_TEST} set looked_at = :now where campaign_id = :id and step = :step
`
