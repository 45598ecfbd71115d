const count = (where: string) => `count(*) filter (where ${where})`

/** Everybody's contact data, counted in one scan. */
export const COUNT_QUALITY = `
  select count(*)::int as people,
    jsonb_build_object(
      'valid', ${count("email_status = 'valid'")},
      'invalid', ${count("email_status = 'invalid'")},
      'missing', ${count("email_status = 'missing'")}
    ) as email,
    jsonb_build_object(
      'valid', ${count("phone_status = 'valid'")},
      'invalid', ${count("phone_status = 'invalid'")},
      'missing', ${count("phone_status = 'missing'")},
      'mobile', ${count("phone_status = 'valid' and phone_type = 'mobile'")},
      'landline', ${count("phone_status = 'valid' and phone_type = 'landline'")},
      'unknown', ${count("phone_status = 'valid' and phone_type = 'unknown'")}
    ) as phone,
    ${count(
      "email_status <> 'valid' and (phone_status <> 'valid' or phone_type = 'landline')"
    )}::int as unreachable,
    jsonb_build_object(
      'country', count(country), 'region', count(region), 'city', count(city), 'postal_code', count(postal_code)
    ) as address
  from engage_profile
  where removed_at is null
`

export const COUNT_TIME_ZONES = `
  select coalesce(time_zone_source, 'shop') as source,
    case when time_zone_confidence >= 90 then 'sure' when time_zone_confidence >= 60 then 'likely' else 'guess' end as confidence,
    count(*)::int as people
  from engage_profile
  where removed_at is null
  group by 1, 2
  order by array_position(array['explicit', 'address', 'phone', 'browser', 'shop'], coalesce(time_zone_source, 'shop')),
    min(time_zone_confidence) desc
`

export const COUNT_PROVIDERS = `
  select email_provider as provider, count(*)::int as people
  from engage_profile
  where removed_at is null and email_status = 'valid' and email_provider is not null
  group by 1 order by 2 desc, 1
  limit 15
`

/** Numbers that are no landlines, by operator. */
export const COUNT_OPERATORS = `
  select phone_operator as operator, count(*)::int as people,
    ${count("phone_operator_state = 'may_have_moved'")}::int as may_have_moved
  from engage_profile
  where removed_at is null and phone_status = 'valid' and phone_type is distinct from 'landline'
  group by 1 order by phone_operator is null, 2 desc, 1
  limit 15
`

export const COUNT_PROBLEMS = `
  select v.channel, v.reason, count(*)::int as people
  from engage_profile p
  join engage_profile_raw r on r.profile_id = p.id
  cross join lateral (
    values ('email', p.email_status, r.email_reason), ('phone', p.phone_status, r.phone_reason)
  ) v (channel, status, reason)
  where p.removed_at is null and v.status = 'invalid' and v.reason is not null
  group by 1, 2 order by 3 desc, 1, 2
  limit 50
`
