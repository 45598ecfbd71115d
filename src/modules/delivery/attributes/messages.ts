import { channelForm } from "../../../types/channel-form"
import { SENDING_CHANNELS } from "../../../types/common"
import type { Attribute, Collection } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { CONTENT } from "../../content/tables"
import { skipReasonSql, STATE, stateNameSql } from "../ledger/states"
import { MESSAGE, MESSAGE_EVENT, RUN } from "../tables"
import { contentOf } from "../sql/variants"

/** Days since the latest fact, in the shop's calendar. */
const daysSince = (at: string) =>
  `((:now::timestamptz at time zone :zone)::date - (max(${at}) at time zone :zone)::date)`

const CHANNELS = SENDING_CHANNELS.map((value) => ({ value, label: channelForm(value).label }))

/** What a message was part of; over the alias `r` of its run. */
function occasion(prefix: string): Attribute[] {
  return family("Message", [
    {
      key: `${prefix}.channel`,
      label: "Channel",
      type: "enum",
      sql: "r.channel",
      folded: true,
      nullable: false,
      options: CHANNELS,
    },
    {
      key: `${prefix}.broadcast`,
      label: "Broadcast",
      type: "string",
      sql: "r.ref",
      operators: ["in", "not_in"],
      nullable: false,
      anyOf: (values) => `(r.kind = 'broadcast' and r.ref = any(${values}))`,
      suggest: `
        select r.ref as value, max(r.title) as label, coalesce(sum(r.frozen), 0)::int as count
        from ${RUN} r
        where r.kind = 'broadcast' and not r.is_test and (:q::text is null or lower(r.title) like :q)
        group by r.ref order by max(r.id) desc limit :limit
      `,
      names: `select r.ref as value, max(r.title) as label from ${RUN} r where r.ref = any(:values::text[]) group by r.ref`,
    },
    {
      key: `${prefix}.sent_as`,
      label: "Sent as",
      type: "enum",
      sql: "r.kind",
      folded: true,
      nullable: false,
      options: [
        { value: "broadcast", label: "Broadcast" },
        { value: "campaign", label: "Campaign" },
      ],
    },
    {
      key: `${prefix}.topic`,
      label: "Topic",
      type: "string",
      sql: "r.topic",
      folded: true,
      suggest: `
        select t.key as value, t.name as label, (select count(*)::int from ${RUN} r where r.topic = t.key) as count
        from engage_topic t
        where :q::text is null or lower(t.name) like :q
        order by 2 limit :limit
      `,
      names: `select t.key as value, t.name as label from engage_topic t where t.key = any(:values::text[])`,
    },
  ])
}

const COUNT = (label: string) => ({
  fn: "count" as const,
  label,
  type: "number" as const,
  sql: "count(*)",
})

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

/** What people, and machines in their name, did with messages. */
export const RESPONSES: Collection = {
  key: "responses",
  label: "Responses to messages",
  group: "Messages",
  fact: "a response to a message",
  from: `${MESSAGE_EVENT} e join ${RUN} r on r.id = e.run_id and not r.is_test`,
  profile: "e.profile_id",
  at: "e.at",
  restless: true,
  attributes: [
    ...family("Response", [
      {
        key: "response.kind",
        label: "Response",
        type: "enum",
        sql: "e.kind",
        folded: true,
        nullable: false,
        options: [
          { value: "opened", label: "Opened" },
          { value: "clicked", label: "Clicked" },
          { value: "unsubscribed", label: "Unsubscribed" },
          { value: "bounced", label: "Bounced" },
          { value: "complained", label: "Complained" },
        ],
      },
      {
        key: "response.by_person",
        label: "By the person, no machine",
        says: ["by the person and no machine", "by a machine"],
        type: "boolean",
        sql: "(coalesce(e.verdict, 'human') = 'human')",
        formula: "Leaves out opens by mail privacy proxies and clicks by link scanners",
      },
      {
        key: "response.link",
        label: "Link clicked",
        type: "string",
        sql: `(
          select c.links->>(e.link::int)
          from ${MESSAGE} m
          join ${CONTENT} c on c.id = ${contentOf("m", "r")}
          where m.run_id = r.id and m.run_at = r.started_at and m.profile_id = e.profile_id and m.pass = e.pass
        )`,
        suggestions: false,
      },
    ]),
    ...occasion("response"),
  ],
  measures: [
    COUNT("Number of responses"),
    {
      fn: "days_since",
      label: "Days since the latest response",
      type: "number",
      sql: daysSince("e.at"),
    },
  ],
}
