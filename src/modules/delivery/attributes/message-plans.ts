import type { Collection } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { skipReasonSql, STATE, stateNameSql } from "../ledger/states"
import { MESSAGE, RUN } from "../tables"
import { COUNT, daysSince, occasion } from "./occasion"

const REASONS = {
  no_address: "No address",
  invalid_address: "Invalid address",
  not_subscribed: "Not subscribed",
  topic_unsubscribed: "Topic not wanted",
  suppressed: "Address blocked",
  excluded: "Left out by an exclusion",
  removed: "Person removed",
  cancelled: "Sending cancelled",
  render_error: "Text could not be filled in",
}

/** Messages that were meant for the person, whatever became of them. */
export const MESSAGE_PLANS: Collection = {
  key: "message_plans",
  label: "Messages meant for them",
  group: "Messages",
  fact: "a message meant for them",
  from: `${MESSAGE} m join ${RUN} r on r.id = m.run_id and not r.is_test`,
  profile: "m.profile_id",
  at: "m.run_at",
  restless: true,
  attributes: [
    ...occasion("plan"),
    ...family("Message", [
      {
        key: "plan.outcome",
        label: "Outcome",
        type: "enum",
        sql: `(${stateNameSql("m.state")})`,
        folded: true,
        nullable: false,
        options: [
          { value: "accepted", label: "Sent" },
          { value: "skipped", label: "Not sent, on purpose" },
          { value: "failed", label: "Failed" },
          { value: "waiting", label: "Waiting" },
          { value: "uncertain", label: "Not known" },
        ],
      },
      {
        key: "plan.reason",
        label: "Why it was not sent",
        type: "enum",
        sql: `(case when m.state = ${STATE.skipped} then ${skipReasonSql("m.reason")} end)`,
        folded: true,
        options: Object.entries(REASONS).map(([value, label]) => ({ value, label })),
      },
    ]),
  ],
  measures: [
    COUNT("Number of messages meant for them"),
    {
      fn: "days_since",
      label: "Days since the latest one",
      type: "number",
      sql: daysSince("m.run_at"),
    },
  ],
}
