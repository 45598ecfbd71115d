import { FACET_LABEL } from "../../shop/facets"

/** Stronger than 30 days ago by a fifth or more is rising; weaker by a fifth or more is falling. */
export const TREND = `
  case when i.score >= 1.2 * i.before then 'rising' when i.score <= 0.8 * i.before then 'falling' else 'steady' end
`

/** The half-life in days as it is set. */
const HALF_LIFE = `
  coalesce((select (value ->> 'half_life_days')::float8 from engage_state where key = 'interest_settings'), 30)
`

/** The score of the row `i` as of `:now`: points fade between two computations too. */
export const SCORE_NOW = `
  (i.score * power(0.5, greatest(extract(epoch from :now::timestamptz - i.at)::float8, 0) / 86400 / ${HALF_LIFE}))
`

export const LEVEL = `
  case when i.share >= 0.3 and ${SCORE_NOW} >= 6 then 'high' when i.share >= 0.1 then 'medium' else 'low' end
`

/** The strongest interests of one person. */
export const INTERESTS_OF = `
  select i.kind, i.ref, coalesce(${FACET_LABEL}, i.ref) as label, ${SCORE_NOW} as score, i.share::float8 as share,
    i.rank::int as rank, ${TREND} as trend, ${LEVEL} as level, i.last_at, i.last_signal
  from engage_interest i
  where i.profile_id = :profile
  order by i.kind, i.rank
`

export const CLEAR_TOTALS = `delete from engage_interest_total`

export const COUNT_TOTALS = `
  insert into engage_interest_total (kind, ref, people, top, rising, falling, score, last_at)
  select i.kind, i.ref, count(*), count(*) filter (where i.rank = 1), count(*) filter (where ${TREND} = 'rising'),
    count(*) filter (where ${TREND} = 'falling'), sum(${SCORE_NOW}), max(i.last_at)
  from engage_interest i join engage_profile p on p.id = i.profile_id and p.removed_at is null
  group by i.kind, i.ref
`

/** The strongest interests of everybody, by kind. */
export const TOTALS = `
  select i.kind, i.ref, coalesce(${FACET_LABEL}, i.ref) as label, i.people, i.top, i.rising, i.falling, i.score, i.last_at
  from engage_interest_total i
  where i.kind = :kind
  order by i.score desc, i.ref
  limit :limit
`
