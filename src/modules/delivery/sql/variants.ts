import { CHUNK, MESSAGE, RUN, RUN_VARIANT, RUN_VERSION, SLOT } from "../tables"

export const INSERT_VARIANT = `
  insert into ${RUN_VARIANT} (run_id, variant, content_id, sender)
  values (:run, :variant, :content_id, :sender::jsonb)
`

/** Gives those who waited the chosen content, and lets them go. */
export const CHOOSE_VARIANT = `
  with chosen as (
    update ${SLOT}
    set variant = :variant, held = false, chosen = true
    where run_id = :run and held
    returning slot, due_at
  )
  update ${CHUNK} c
  set not_before = greatest(chosen.due_at, clock_timestamp())
  from chosen
  where c.run_id = :run and c.slot = chosen.slot and not c.done
`

/**
 * The content that a message `m` of a run `r` says or said: its variant's, else that of the version of the run at the
 * time it was sent, else the run's.
 */
export function contentOf(m: string, r: string): string {
  return `coalesce(
    (
      select v.content_id from ${SLOT} s join ${RUN_VARIANT} v on v.run_id = s.run_id and v.variant = s.variant
      where s.run_id = ${m}.run_id and s.slot = ${m}.slot
    ),
    (
      select v.content_id from ${RUN_VERSION} v
      where v.run_id = ${m}.run_id and v.at <= coalesce(${m}.sent_at, 'infinity')
      order by v.version desc limit 1
    ),
    ${r}.content_id
  )`
}

/** The content and sender of one message. */
export const CONTENT_OF_MESSAGE = `
  select ${contentOf("m", "r")}::float8 as content_id, coalesce(v.sender, r.sender) as sender
  from ${MESSAGE} m
  join ${RUN} r on r.id = m.run_id and r.started_at = m.run_at
  left join ${SLOT} s on s.run_id = m.run_id and s.slot = m.slot
  left join ${RUN_VARIANT} v on v.run_id = s.run_id and v.variant = s.variant
  where m.run_id = :run and m.profile_id = :profile and m.pass = :pass
`
