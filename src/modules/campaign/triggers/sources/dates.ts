import { z } from "@medusajs/framework/zod"
import { PROFILE } from "../../../profile/tables"
import { MEMBERSHIP, SEGMENT } from "../../../segment/tables"
import type { Known } from "../../flow/known-things"
import { MINUTE_MS, time, type TriggerSource } from "../source"

const segment_id = z.string().max(100)
const uses = (trigger: { segment_id: string }) => ({ segments: [trigger.segment_id] })
const problem = (trigger: { segment_id: string }, known: Known) =>
  known.segments.has(trigger.segment_id) ? undefined : "Choose the segment whose people come in"

/** Zones differ from the shop's by so much at most: on other days nobody has to be looked at. */
const ZONES = "interval '26 hours'"

/** Members of the segment `:segment`, each with the zone in which they live. */
const MEMBERS = `
  ${MEMBERSHIP} m
  join ${PROFILE} p on p.id = m.profile_id
`
const OF_SEGMENT = `m.segment_no = (select no from ${SEGMENT} where id = :segment)`
const IN_WINDOW = `at > :since::timestamptz and at <= :now::timestamptz and at >= :live_since::timestamptz`

/** A date has come, for the members of a segment. */
export const date: TriggerSource<"date"> = {
  schema: {
    at: z
      .string()
      .regex(/^(|\d{4}-\d\d-\d\dT\d\d:\d\d)$/, "must be a time such as 2026-11-24T10:00"),
    local: z.boolean(),
    segment_id,
  },
  uses,
  problem: (trigger, known) => (trigger.at ? problem(trigger, known) : "Choose the day and time"),
  find: (trigger) => ({
    sql: `
      select profile_id, key, at, context
      from (
        select m.profile_id, 'date ' || :wall as key, jsonb_build_object('date', :wall::text) as context,
          :wall::timestamp at time zone case when :local then coalesce(p.time_zone, :zone) else :zone end as at
        from ${MEMBERS}
        where ${OF_SEGMENT}
          and :wall::timestamp at time zone 'UTC' between :since::timestamptz - ${ZONES} and :now::timestamptz + ${ZONES}
      ) f
      where ${IN_WINDOW}
    `,
    params: { wall: trigger.at, local: trigger.local, segment: trigger.segment_id },
  }),
}

const IS_DAY = {
  day: "true",
  week: "extract(isodow from day) = :weekday",
  month: `extract(day from day) = least(:day, extract(day from date_trunc('month', day) + interval '1 month - 1 day'))`,
  year: `extract(month from day) = :month
    and extract(day from day) = least(:day, extract(day from date_trunc('month', day) + interval '1 month - 1 day'))`,
}

/** Every day, week, month or year, for the members of a segment, at a time of day where they live. */
export const repeat: TriggerSource<"repeat"> = {
  schema: {
    every: z.enum(["day", "week", "month", "year"]),
    weekday: z.number().int().min(1).max(7),
    day: z.number().int().min(1).max(31),
    month: z.number().int().min(1).max(12),
    time,
    segment_id,
  },
  every: 5 * MINUTE_MS,
  uses,
  problem,
  find: (trigger) => ({
    sql: `
      select profile_id, key, at, context
      from (
        select m.profile_id, 'day ' || d.day::date as key, jsonb_build_object('date', d.day::date) as context,
          (d.day::date + :time::time) at time zone coalesce(p.time_zone, :zone) as at
        from (
          select day
          from generate_series(:since::timestamptz::date - 1, :now::timestamptz::date + 1, interval '1 day') day
          where ${IS_DAY[trigger.every]}
        ) d
        cross join ${MEMBERS}
        where ${OF_SEGMENT}
      ) f
      where ${IN_WINDOW}
    `,
    params: {
      weekday: trigger.weekday,
      day: trigger.day,
      month: trigger.month,
      time: trigger.time,
      segment: trigger.segment_id,
    },
  }),
}
