/**
 * Pairs of living profiles that may be one person. At most `:most` share one value: a number that hundreds have is no
 * sign of one person (a shop's own, or "000000"). One statement a sign.
 */
const PAIRS = (reason: string, score: number, value: string, where: string) => `
  select least(x.id, y.id) as a, greatest(x.id, y.id) as b, '${reason}' as reason, ${score} as score
  from (
    select array_agg(p.id order by p.orders desc, p.id) as ids from engage_profile p
    where p.removed_at is null and ${where}
    group by ${value} having count(*) between 2 and :most
  ) g
  cross join lateral unnest(g.ids) with ordinality as x (id, n)
  cross join lateral unnest(g.ids) with ordinality as y (id, n)
  where x.n = 1 and y.n > 1
`

/** The e-mail without what mailbox providers ignore: dots and tags at Gmail, tags elsewhere. */
const MAILBOX = `
  case when p.email_provider = 'gmail'
    then replace(split_part(split_part(p.email, '@', 1), '+', 1), '.', '') || '@gmail.com'
    else split_part(split_part(p.email, '@', 1), '+', 1) || '@' || split_part(p.email, '@', 2) end
`
const NAME = `lower(btrim(p.first_name)), lower(btrim(p.last_name))`
const NAMED = `p.first_name <> '' and p.last_name <> ''`

export const SIGNS: Record<string, string> = {
  email: PAIRS("email", 95, "p.email", "p.email_status = 'valid'"),
  phone: PAIRS("phone", 60, "p.phone", "p.phone is not null and p.phone_status = 'valid'"),
  mailbox: PAIRS("mailbox", 80, MAILBOX, "p.email_status = 'valid'"),
  name_birthday: PAIRS(
    "name_birthday",
    50,
    `${NAME}, p.birthday`,
    `${NAMED} and p.birthday is not null`
  ),
  name_address: PAIRS(
    "name_address",
    40,
    `${NAME}, lower(p.postal_code), p.country`,
    `${NAMED} and p.postal_code <> ''`
  ),
}

/** Replaces the open pairs by those of the chosen signs; a pair that was dismissed stays so. */
export const FIND_DUPLICATES = (signs: string[]) => `
  with found as (
    select a, b, array_agg(reason order by score desc) as reasons, least(99, sum(score))::smallint as score
    from (${signs.map((sign) => SIGNS[sign]).join(" union all ")}) s
    join engage_profile x on x.id = s.a
    join engage_profile y on y.id = s.b
    where s.reason <> 'name_address' or (x.birthday = y.birthday) is not false
    group by a, b
  ), gone as (
    delete from engage_duplicate d
    where d.dismissed_at is null and not exists (select 1 from found f where f.a = d.a and f.b = d.b)
  )
  insert into engage_duplicate as d (a, b, reasons, score, found_at)
  select a, b, reasons, score, :now from found
  on conflict (a, b) do update set reasons = excluded.reasons, score = excluded.score
    where d.reasons <> excluded.reasons or d.score <> excluded.score
`

/** Pairs of somebody whose address was corrected with whoever has that address already; a pair that was dismissed stays so. */
export const NOTE_SAME_EMAIL = `
  insert into engage_duplicate as d (a, b, reasons, score, found_at)
  select distinct least(p.id, o.id), greatest(p.id, o.id), '{email}'::text[], 95, :now::timestamptz
  from engage_profile p
  join engage_profile_search s on s.email = p.email and s.profile_id <> p.id
  join engage_profile o on o.id = s.profile_id and o.removed_at is null
  where p.id = any(:profiles::bigint[]) and p.removed_at is null
  on conflict (a, b) do update set reasons = '{email}' || d.reasons, score = excluded.score
    where d.dismissed_at is null and not 'email' = any(d.reasons)
`

/**
 * Two accounts are two log-ins: whoever registers with somebody's mistyped address, or a phone number they share, must not
 * come to see that person's data, so staff decides there.
 */
const ONE_LOG_IN = `
  not exists (
    select 1 from engage_profile x join engage_profile y on y.id = d.b where x.id = d.a and x.has_account and y.has_account
  )
`

export const SAME_EMAIL_PAIRS = `
  select d.a::float8 as a, d.b::float8 as b, d.reasons from engage_duplicate d
  where d.dismissed_at is null and 'email' = any(d.reasons) and ${ONE_LOG_IN}
  order by d.a, d.b
  limit :limit
`

/** Two profiles whose merge was undone are two people, whatever they have in common. */
export const KEEP_APART = `
  insert into engage_duplicate (a, b, reasons, score, found_at, dismissed_at, dismissed_by)
  values (least(:kept::bigint, :gone::bigint), greatest(:kept::bigint, :gone::bigint), '{}', 0, :now, :now, :actor)
  on conflict (a, b) do update set dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by
`

/** Open pairs, the surest first. */
export const LIST_DUPLICATES = `
  select a::float8 as a, b::float8 as b, reasons, score::int as score, found_at
  from engage_duplicate
  where dismissed_at is null and (:score::int is null or (score, -a, -b) < (:score::int, -:a::bigint, -:b::bigint))
  order by score desc, a, b
  limit :limit
`

export const COUNT_DUPLICATES = `select count(*)::int as n from engage_duplicate where dismissed_at is null`

export const DISMISS = `
  update engage_duplicate set dismissed_at = :now, dismissed_by = :actor
  where a = :a and b = :b and dismissed_at is null
`

/** Pairs that a rule merges by itself: the one with more orders, then the older, is kept. */
export const PAIRS_TO_MERGE = `
  select d.a::float8 as a, d.b::float8 as b, d.reasons
  from engage_duplicate d
  where d.dismissed_at is null
    and d.reasons && :rules::text[] and ${ONE_LOG_IN}
  order by d.score desc, d.a, d.b
  limit :limit
`

/** Side by side. */
export const COMPARE = `
  select p.id::float8 as id, p.first_name, p.last_name, p.email, p.phone, to_char(p.birthday, 'YYYY-MM-DD') as birthday, p.gender,
    p.language, p.city, p.postal_code, p.country, p.has_account, p.orders, p.revenue::float8 as revenue, p.last_order_at, p.created_at
  from engage_profile p where p.id = any(:ids::bigint[]) and p.removed_at is null
`
