import { PROFILE } from "../../profile/tables"
import { MEMBERSHIP, SEGMENT } from "../../segment/tables"

export const BY_RFM = `select id as profile_id, rfm_group as stratum from ${PROFILE}`

/** The place of the first of some segments that each person is in. */
export const BY_SEGMENTS = `
  select m.profile_id, min(w.place) as stratum
  from unnest(:ids::text[]) with ordinality as w (id, place)
  join ${SEGMENT} g on g.id = w.id and g.deleted_at is null
  join ${MEMBERSHIP} m on m.segment_no = g.no
  group by m.profile_id
`
