import { channelForm } from "../../../types/channel-form"
import { SENDING_CHANNELS } from "../../../types/common"
import type { Attribute } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { RUN } from "../tables"

/** Days since the latest fact, in the shop's calendar. */
export const daysSince = (at: string) =>
  `((:now::timestamptz at time zone :zone)::date - (max(${at}) at time zone :zone)::date)`

const CHANNELS = SENDING_CHANNELS.map((value) => ({ value, label: channelForm(value).label }))

/** What a message was part of; over the alias `r` of its run. */
export function occasion(prefix: string): Attribute[] {
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

/** How many there are. */
export const COUNT = (label: string) => ({
  fn: "count" as const,
  label,
  type: "number" as const,
  sql: "count(*)",
})
