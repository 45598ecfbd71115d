import { CITY_KEY } from "../sql/contact"

/**
 * How the shop's addresses spell their towns: of each town the most frequent spelling that has both capitals and small letters,
 * else the most frequent. Answers how many towns are new or have changed.
 */
export const COUNT_CITIES = `
  with spelt as (
    select lower(coalesce(country_code, '')) as country, btrim(regexp_replace(city, '\\s+', ' ', 'g')) as city, count(*) as n
    from (
      select country_code, city from customer_address where deleted_at is null
      union all
      select country_code, city from order_address where deleted_at is null
    ) a
    where btrim(city) <> ''
    group by 1, 2
  ), ranked as (
    select country, key, city, n,
      row_number() over (
        partition by country, key order by (city <> upper(city) and city <> lower(city)) desc, n desc, city
      ) as place
    from (select country, ${CITY_KEY("city")} as key, city, n from spelt) k
    where key <> ''
  ), towns as (
    select country, key, max(city) filter (where place = 1) as name, sum(n)::int as addresses, count(*)::int as spellings
    from ranked group by country, key
  ), written as (
    insert into engage_city as c (country, key, name, addresses, spellings)
    select country, key, name, addresses, spellings from towns
    on conflict (country, key) do update
      set name = excluded.name, addresses = excluded.addresses, spellings = excluded.spellings
      where (c.name, c.addresses, c.spellings) <> (excluded.name, excluded.addresses, excluded.spellings)
    returning country, key, name
  )
  select count(*)::int as n from written
`
