import { SENDING_ACCOUNT } from "../tables"

/** How often in a row an account has to refuse before it counts as down. */
const REFUSALS_TO_OPEN = 3
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** What an account may ask for at most: what it says may be a mistake. */
const LONGEST_ASKED_MS = 900_000

/**
 * Notes that an account takes nothing now. Refusals that come together are one: they count only after the pause. Each pause
 * is twice the last one, unless the account says how long it wants.
 */
export const REFUSE = `
  insert into ${SENDING_ACCOUNT} as a (account, refusals, closed_until, opened_at, last_error, last_error_at)
  select :account, 1, clock_timestamp() + pause, case when pause > interval '1 minute' then clock_timestamp() end,
    :error, clock_timestamp()
  from (
    select make_interval(secs => least(coalesce(:asked_ms::float8, ${FIRST_PAUSE_MS}), ${LONGEST_ASKED_MS}) / 1000) as pause
  ) p
  on conflict (account) do update set
    refusals = a.refusals + 1,
    closed_until = clock_timestamp() + make_interval(secs => least(
      coalesce(:asked_ms::float8, least(${FIRST_PAUSE_MS} * 2 ^ least(a.refusals, 10), ${LONGEST_PAUSE_MS})),
      ${LONGEST_ASKED_MS}
    ) / 1000),
    probe_until = null,
    opened_at = case
      when a.refusals + 1 >= ${REFUSALS_TO_OPEN} or :asked_ms::float8 > ${LONGEST_PAUSE_MS}
      then coalesce(a.opened_at, clock_timestamp())
      else a.opened_at
    end,
    last_error = excluded.last_error,
    last_error_at = excluded.last_error_at
  where a.closed_until is null or a.closed_until <= clock_timestamp()
`

/** The account answers again. A pause that it asked for meanwhile stands. */
export const RECOVERED = `
  update ${SENDING_ACCOUNT}
  set refusals = 0, closed_until = null, probe_until = null, opened_at = null
  where account = :account and refusals > 0 and closed_until <= clock_timestamp()
`

export const BREAKER = `
  select
    refusals, opened_at is not null as down,
    greatest(extract(epoch from closed_until - clock_timestamp()) * 1000, 0)::float8 as wait_ms
  from ${SENDING_ACCOUNT}
  where account = :account
`

/** After a pause one worker tries first; the others wait for what comes of it. */
export const TAKE_PROBE = `
  update ${SENDING_ACCOUNT}
  set probe_until = clock_timestamp() + interval '30 seconds'
  where account = :account and refusals > 0 and closed_until <= clock_timestamp()
    and (probe_until is null or probe_until <= clock_timestamp())
`

export const LEAVE_PROBE = `update ${SENDING_ACCOUNT} set probe_until = null where account = :account`

export const ACCOUNT_STATE = `
  select refusals, opened_at, closed_until, last_error, last_error_at
  from ${SENDING_ACCOUNT}
  where account = :account
`
