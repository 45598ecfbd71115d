import type { SkipReason } from "../../../types/broadcast"
import type { MessageState } from "../../../types/profile"

/** `engage_message.state`. A waiting message that stands in its chunk's `open` list is being sent. */
export const STATE = { waiting: 0, accepted: 2, failed: 3, skipped: 4, uncertain: 5 } as const
export type StateNumber = (typeof STATE)[keyof typeof STATE]

/** `engage_message.reason` of a skipped message. */
export const SKIP: Record<SkipReason, number> = {
  no_address: 1,
  invalid_address: 2,
  not_subscribed: 3,
  topic_unsubscribed: 4,
  suppressed: 5,
  excluded: 6,
  removed: 7,
  cancelled: 8,
  render_error: 9,
  control_group: 10,
  expired: 11,
  sampled_out: 12,
  held_out: 13,
  policy: 14,
  reached: 15,
  capped: 16,
  frequency: 17,
}

/** From this number on, `reason` less it is the number of the contact rule that kept the message back. */
export const SKIP_RULE = 100

/** `engage_message.reason` of a failed message: a bad address is not tried again, a refused message may be. */
export const FAILURE = { hard: 20, rejected: 21 } as const

const STATE_NAMES = new Map<number, MessageState>(
  Object.entries(STATE).map(([name, number]) => [number, name as MessageState])
)
const SKIP_NAMES = new Map(
  Object.entries(SKIP).map(([name, number]) => [number, name as SkipReason])
)

/** The name of a state number of the ledger. */
export function stateName(state: number): MessageState {
  return STATE_NAMES.get(state) ?? "waiting"
}

/** The name of a skip reason's number, or `null` for none. */
export function skipReason(reason: number | null): SkipReason | null {
  if (reason === null) return null
  return reason > SKIP_RULE ? "policy" : (SKIP_NAMES.get(reason) ?? null)
}

/** A SQL `case` from a state number to its name. */
export function stateNameSql(column: string): string {
  const whens = Object.entries(STATE).map(([name, number]) => `when ${number} then '${name}'`)
  return `case ${column} ${whens.join(" ")} end`
}

/** A SQL `case` from a skip reason's number to its name. */
export function skipReasonSql(column: string): string {
  const whens = Object.entries(SKIP).map(
    ([name, number]) => `when ${column} = ${number} then '${name}'`
  )
  return `case when ${column} > ${SKIP_RULE} then 'policy' ${whens.join(" ")} end`
}
