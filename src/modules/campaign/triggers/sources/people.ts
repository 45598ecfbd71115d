import { z } from "@medusajs/framework/zod"
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

/** The account was made so many days ago. */
export const daysSinceRegistration: TriggerSource<"days_since_registration"> = {
  schema: { days },
  every: CALENDAR_MS,
  find: (trigger) => ({
    sql: `
      select p.id as profile_id, 'since registration' as key, p.registered_at + make_interval(days => :days) as at,
        jsonb_build_object('registered_at', p.registered_at) as context
      from ${PROFILE} p
      where p.has_account and p.removed_at is null
        and p.registered_at > :since::timestamptz - make_interval(days => :days)
        and p.registered_at <= :now::timestamptz - make_interval(days => :days)
        and p.registered_at >= :live_since::timestamptz - make_interval(days => :days)
    `,
    params: { days: trigger.days },
  }),
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
    topic: z.string().max(40).nullable(),
  },
  mark: "consent_log",
  find: ({ state, topic }) => ({
    sql: `
      select l.profile_id, 'consent ' || l.id as key, l.at,
        jsonb_build_object('channel', l.channel, 'topic', l.topic, 'state', l.state) as context
      from ${CONSENT_LOG} l
      where l.id > :mark::bigint and l.channel = 'email' and l.state = :state
        and (:topic::text is null or l.topic = :topic) and l.at >= :live_since::timestamptz
    `,
    params: { state, topic },
  }),
}
