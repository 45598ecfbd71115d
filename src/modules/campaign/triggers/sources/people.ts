import { z } from "@medusajs/framework/zod"
import { JOINED_AS } from "../../../../types/campaign-trigger"
import { SENDING_CHANNELS } from "../../../../types/common"
import { CONSENT_LOG, PROFILE, VALUE_LOG } from "../../../profile/tables"
import { inShop } from "../happened"
import { onDay as peopleOnDay } from "../on-day"
import { CALENDAR_MS, days, onDay, type TriggerSource } from "../source"

const field = z.string().max(100)

/** Somebody becomes known to the shop, in whatever way. */
export const joined: TriggerSource<"joined"> = {
  schema: {},
  mark: "profile",
  find: () => ({
    sql: `
      select p.id as profile_id, 'joined' as key, p.created_at as at, '{}'::jsonb as context
      from ${PROFILE} p
      where p.id > :mark::bigint and p.created_at >= :live_since::timestamptz
    `,
    params: {},
  }),
}

/** Somebody makes an account. */
export const registered: TriggerSource<"registered"> = {
  schema: {},
  ...inShop(() => ({ names: ["Registered"] })),
}

/** Since when whom has been with the shop. */
const JOINED = {
  accounts: ["p.registered_at", "p.has_account"],
  guests: ["p.created_at", "not p.has_account"],
  everybody: ["coalesce(p.registered_at, p.created_at)", "true"],
}

/** The account was made so many days ago, or the guest became known. */
export const daysSinceRegistration: TriggerSource<"days_since_registration"> = {
  schema: { days, who: z.enum(JOINED_AS).optional() },
  every: CALENDAR_MS,
  find: (trigger) => {
    const [at, those] = JOINED[trigger.who ?? "accounts"]
    return {
      sql: `
        select p.id as profile_id, 'since registration' as key, ${at} + make_interval(days => :days) as at,
          jsonb_build_object('registered_at', ${at}) as context
        from ${PROFILE} p
        where ${those} and p.removed_at is null
          and ${at} > :since::timestamptz - make_interval(days => :days)
          and ${at} <= :now::timestamptz - make_interval(days => :days)
          and ${at} >= :live_since::timestamptz - make_interval(days => :days)
      `,
      params: { days: trigger.days },
    }
  },
}

export const birthday: TriggerSource<"birthday"> = {
  schema: onDay,
  every: CALENDAR_MS,
  find: (trigger) => peopleOnDay("birthday", "p.birthday", trigger, true),
}

const BEGAN = { registered: "p.registered_at", first_order: "p.first_order_at" }

/** A year, or some years, since the account or the first order. */
export const anniversary: TriggerSource<"anniversary"> = {
  schema: { ...onDay, of: z.enum(["registered", "first_order"]) },
  every: CALENDAR_MS,
  find: (trigger) => {
    const day = `(${BEGAN[trigger.of]} at time zone coalesce(p.time_zone, :zone))::date`
    return peopleOnDay(trigger.of, day, trigger, true)
  },
}

/** A date in a field of the shop's own. */
export const fieldDate: TriggerSource<"field_date"> = {
  schema: { ...onDay, field, yearly: z.boolean() },
  every: CALENDAR_MS,
  problem: (trigger) => (trigger.field ? undefined : "Choose the field"),
  find: (trigger) =>
    peopleOnDay(
      `field ${trigger.field}`,
      `case when p.custom ->> :field ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then (p.custom ->> :field)::date end`,
      trigger,
      trigger.yearly,
      { field: trigger.field }
    ),
}

/** A field gets another value: any, or a certain one. */
export const fieldChanged: TriggerSource<"field_changed"> = {
  schema: { field, to: z.string().max(500) },
  mark: "value_log",
  problem: (trigger) => (trigger.field ? undefined : "Choose the field"),
  find: ({ field: key, to }) => ({
    sql: `
      select v.profile_id, 'value ' || v.id as key, v.at,
        jsonb_build_object('field', v.key, 'from', v.old, 'to', v.new) as context
      from ${VALUE_LOG} v
      where v.id > :mark::bigint and v.key = :key and (:to = '' or v.new = :to)
        and v.at >= :live_since::timestamptz
    `,
    params: { key, to },
  }),
}

/** Somebody says yes or no to messages. */
export const consentChanged: TriggerSource<"consent_changed"> = {
  schema: {
    state: z.enum(["subscribed", "unsubscribed"]),
    channel: z.enum(SENDING_CHANNELS).nullish(),
    topic: z.string().max(40).nullable(),
  },
  mark: "consent_log",
  find: ({ state, channel = "email", topic }) => ({
    sql: `
      select l.profile_id, 'consent ' || l.id as key, l.at,
        jsonb_build_object('channel', l.channel, 'topic', l.topic, 'state', l.state) as context
      from ${CONSENT_LOG} l
      where l.id > :mark::bigint and l.state = :state
        and (:channel::text is null or l.channel = :channel)
        and (:topic::text is null or l.topic = :topic) and l.at >= :live_since::timestamptz
    `,
    params: { state, channel, topic },
  }),
}
