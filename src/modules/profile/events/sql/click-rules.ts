/** Rules with how often events of their name came in from the storefront. */
const RULES = `
  select c.id, c.name, c.selector, c.page, c.keep_text, c.active, c.created_at, coalesce(d.seen, 0)::float8 as seen, d.last_at
  from engage_click_rule c
  left join lateral (
    select sum(events) as seen, max(last_at) as last_at from engage_event_day d where d.name = c.name and d.source = 'tracker'
  ) d on true
`

export const LIST_CLICK_RULES = `${RULES} order by c.created_at desc, c.id`
export const ONE_CLICK_RULE = `${RULES} where c.id = :id`

/** What the storefront has to know; the short names keep it small. */
export const ACTIVE_CLICK_RULES = `
  select name as n, selector as s, page as p, keep_text as t from engage_click_rule where active order by created_at, id
`

export const INSERT_CLICK_RULE = `
  insert into engage_click_rule (id, name, selector, page, keep_text)
  select :id, :name, :selector, :page, :keep_text
  where (select count(*) from engage_click_rule) < :most
`

export const UPDATE_CLICK_RULE = `
  update engage_click_rule
  set name = coalesce(:name, name), selector = coalesce(:selector, selector), page = coalesce(:page, page),
    keep_text = coalesce(:keep_text, keep_text), active = coalesce(:active, active)
  where id = :id
`

export const DELETE_CLICK_RULE = `delete from engage_click_rule where id = :id`
