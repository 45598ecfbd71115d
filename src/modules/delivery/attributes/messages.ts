import type { Collection } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { STATE } from "../ledger/states"
import { MESSAGE, RUN } from "../tables"
import { COUNT, daysSince, occasion } from "./occasion"

/** Messages that went out to the person. */
export const MESSAGES: Collection = {
  key: "messages",
  label: "Messages received",
  group: "Messages",
  fact: "a message received",
  from: `${MESSAGE} m join ${RUN} r on r.id = m.run_id and r.started_at = m.run_at and not r.is_test`,
  profile: "m.profile_id",
  at: "m.sent_at",
  // What ended long before sent nothing since; a message that is tried again may leave after its run has ended.
  since: (moment) => `(r.finished_at is null or r.finished_at >= ${moment} - interval '3 days')`,
  filter: `m.state = ${STATE.accepted}`,
  restless: true,
  attributes: [
    ...occasion("message"),
    ...family("Message", [
      {
        key: "message.delivered",
        label: "Was delivered",
        says: ["delivered", "not known to be delivered"],
        type: "boolean",
        sql: "(m.bounced_at is null and coalesce(m.delivered_at, m.opened_at, m.clicked_at) is not null)",
        formula: "The service said so, or it was opened or clicked; plain SMTP never says so",
      },
      {
        key: "message.opened",
        label: "Was opened by the person",
        says: ["opened by the person", "not opened by the person"],
        type: "boolean",
        sql: "(m.opened_at is not null)",
        formula: "Opens by mail privacy proxies and scanners do not count",
      },
      {
        key: "message.clicked",
        label: "Was clicked by the person",
        says: ["clicked by the person", "not clicked by the person"],
        type: "boolean",
        sql: "(m.clicked_at is not null)",
      },
      {
        key: "message.cost",
        label: "Cost",
        type: "money",
        sql: "(m.cost / 1000.0)",
        formula: "By the prices at the time of sending; empty where none was set",
      },
    ]),
  ],
  measures: [
    COUNT("Number of messages received"),
    {
      fn: "sum",
      label: "Cost of messages received",
      type: "money",
      sql: "(coalesce(sum(m.cost), 0) / 1000.0)",
      attribute: "message.cost",
    },
    {
      fn: "days_since",
      label: "Days since the latest message",
      type: "number",
      sql: daysSince("m.sent_at"),
    },
  ],
}
