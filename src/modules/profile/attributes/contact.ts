import type { Channel } from "../../../types/common"
import { channelBit } from "../consent/channel-bit"
import type { EndpointChannel } from "../endpoints/endpoints"
import { hasEndpoint } from "../sql/endpoints"
import { columnValues, family } from "./family"

const STATUS = [
  { value: "valid", label: "Valid" },
  { value: "invalid", label: "Invalid" },
  { value: "missing", label: "Missing" },
]

const subscribed = (channel: Channel) => `(p.subscribed & ${channelBit(channel)} > 0)`

/** Topics that the person gets on a channel: all while they are subscribed to it, less those they turned off. */
function topics(channel: Channel, label: string, noun: string) {
  return {
    key: `topics.${channel}`,
    label,
    noun,
    type: "list" as const,
    sql: "p.id",
    anyOf: (values: string) => `(${subscribed(channel)} and exists (
      select 1 from unnest(${values}) wanted
      where not exists (select 1 from engage_consent c where c.profile_id = p.id and c.channel = '${channel}'
        and c.topic = wanted and c.state = 'unsubscribed')))`,
    suggest: `
      select t.key as value, t.name as label,
        (select count(*)::int from engage_consent c where c.topic = t.key and c.state = 'subscribed') as count
      from engage_topic t where :q::text is null or lower(t.name) like :q order by 2 limit :limit
    `,
    names: `select t.key as value, t.name as label from engage_topic t where t.key = any(:values::text[])`,
  }
}

/** Consent and reach of a channel that people sign up a device or chat for. */
function signedUp(channel: EndpointChannel, name: string, formula: string) {
  const label = `${name[0].toUpperCase()}${name.slice(1)}`
  return [
    {
      key: `consent.${channel}`,
      says: [`subscribed to ${name}`, `not subscribed to ${name}`] as [string, string],
      label: `${label} subscription is active`,
      type: "boolean" as const,
      sql: subscribed(channel),
    },
    {
      key: `reachable.${channel}`,
      says: [`reachable by ${name}`, `not reachable by ${name}`] as [string, string],
      label: `Reachable by ${name}`,
      type: "boolean" as const,
      sql: `(${subscribed(channel)} and ${hasEndpoint(channel)})`,
      formula,
    },
  ]
}

/** Consent and reach of an app that finds people by their phone number. */
function byPhone(channel: Channel, name: string) {
  return [
    {
      key: `consent.${channel}`,
      says: [`subscribed to ${name}`, `not subscribed to ${name}`] as [string, string],
      label: `${name} subscription is active`,
      type: "boolean" as const,
      sql: subscribed(channel),
    },
    {
      key: `reachable.${channel}`,
      says: [`reachable by ${name}`, `not reachable by ${name}`] as [string, string],
      label: `Reachable by ${name}`,
      type: "boolean" as const,
      sql: `(${subscribed(channel)} and p.phone_status = 'valid' and p.phone_type is distinct from 'landline')`,
      formula: "The phone number is valid and no landline, and the subscription is active",
    },
  ]
}

/** How the person can be reached, and what they agreed to. */
export const CONTACT = family("Contact and consent", [
  {
    key: "consent.email",
    says: ["subscribed to e-mail", "not subscribed to e-mail"],
    label: "E-mail subscription is active",
    type: "boolean",
    sql: subscribed("email"),
  },
  {
    key: "consent.sms",
    says: ["subscribed to SMS", "not subscribed to SMS"],
    label: "SMS subscription is active",
    type: "boolean",
    sql: subscribed("sms"),
  },
  {
    key: "reachable.email",
    says: ["reachable by e-mail", "not reachable by e-mail"],
    label: "Reachable by e-mail",
    type: "boolean",
    sql: `(${subscribed("email")} and p.email_status = 'valid')`,
    formula: "The e-mail address is valid and the subscription is active",
  },
  {
    key: "reachable.sms",
    says: ["reachable by SMS", "not reachable by SMS"],
    label: "Reachable by SMS",
    type: "boolean",
    sql: `(${subscribed("sms")} and p.phone_status = 'valid' and p.phone_type is distinct from 'landline')`,
    formula: "The phone number is valid and no landline, and the subscription is active",
  },
  ...byPhone("viber", "Viber"),
  ...byPhone("whatsapp", "WhatsApp"),
  ...signedUp(
    "push",
    "push",
    "The person has allowed notifications in a browser or app, and agrees to them"
  ),
  ...signedUp(
    "telegram",
    "Telegram",
    "The person has joined the shop's bot, and agrees to messages"
  ),
  topics("email", "E-mail topics wanted", "e-mail topics wanted"),
  topics("sms", "SMS topics wanted", "SMS topics wanted"),
  topics("viber", "Viber topics wanted", "Viber topics wanted"),
  topics("whatsapp", "WhatsApp topics wanted", "WhatsApp topics wanted"),
  topics("push", "Push topics wanted", "push topics wanted"),
  topics("telegram", "Telegram topics wanted", "Telegram topics wanted"),
  {
    key: "email",
    label: "E-mail",
    type: "string",
    sql: "p.email",
    folded: true,
    suggestions: false,
  },
  {
    key: "email_provider",
    label: "E-mail provider",
    type: "string",
    sql: "p.email_provider",
    folded: true,
    suggest: columnValues("p.email_provider"),
  },
  {
    key: "email_status",
    label: "E-mail status",
    type: "enum",
    sql: "p.email_status",
    folded: true,
    nullable: false,
    options: STATUS,
  },
  {
    key: "phone",
    label: "Phone",
    type: "string",
    sql: "p.phone",
    folded: true,
    suggestions: false,
  },
  {
    key: "phone_status",
    label: "Phone status",
    type: "enum",
    sql: "p.phone_status",
    folded: true,
    nullable: false,
    options: STATUS,
  },
  {
    key: "phone_type",
    label: "Phone type",
    type: "enum",
    sql: "p.phone_type",
    folded: true,
    options: [
      { value: "mobile", label: "Mobile" },
      { value: "landline", label: "Landline" },
      { value: "unknown", label: "Not known" },
    ],
  },
  {
    key: "phone_operator",
    label: "Mobile operator",
    type: "string",
    sql: "p.phone_operator",
    suggest: columnValues("p.phone_operator"),
    formula:
      "The operator that was given the range of numbers; people may have taken the number to another since",
  },
  {
    key: "phone_operator_state",
    label: "Mobile operator is certain",
    type: "enum",
    sql: "p.phone_operator_state",
    folded: true,
    options: [
      { value: "given", label: "Certain: numbers stay with their operator there" },
      { value: "may_have_moved", label: "May have moved to another operator" },
      { value: "unknown", label: "Not known" },
    ],
  },
  reason("email", "Why the e-mail is invalid"),
  reason("phone", "Why the phone is invalid"),
])

function reason(of: "email" | "phone", label: string) {
  const sql = `(select r.${of}_reason from engage_profile_raw r where r.profile_id = p.id)`
  return {
    key: `${of}_problem`,
    label,
    type: "string" as const,
    sql,
    suggest: `
      select r.${of}_reason as value, r.${of}_reason as label, count(*)::int as count
      from engage_profile_raw r
      where r.${of}_reason is not null and (:q::text is null or lower(r.${of}_reason) like :q)
      group by 1 order by 3 desc, 1 limit :limit
    `,
  }
}
