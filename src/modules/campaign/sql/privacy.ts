import { ENROLLMENT, ERRAND, PROMO_CODE, STEP_DONE, STOCK_CHANGE } from "../tables"

export const FORGET_WAYS = `
  update ${ENROLLMENT}
  set context = '{}', facts = '{}', found = null, trigger_key = 'erased ' || id, step = null, due_at = null, ended_at = coalesce(ended_at, :now),
    reason = coalesce(reason, 'removed')
  where profile_id = any(:profiles::bigint[])
`

export const ERASE_STEPS_DONE = `delete from ${STEP_DONE} where profile_id = any(:profiles::bigint[])`
export const ERASE_ERRANDS = `delete from ${ERRAND} where profile_id = any(:profiles::bigint[])`
/** That a code was given stays, for the reports; to whom does not. */
export const FORGET_CODES = `update ${PROMO_CODE} set profile_id = null where profile_id = any(:profiles::bigint[])`

export const DROP_ERRANDS_DONE = `delete from ${ERRAND} where done_at < now() - make_interval(days => :days::int)`
export const DROP_STEPS_DONE = `delete from ${STEP_DONE} where at < now() - make_interval(days => :days::int)`
export const DROP_STOCK_CHANGES = `delete from ${STOCK_CHANGE} where at < now() - make_interval(days => :days::int)`
