import type { Attribute, Collection } from "../../../rules/definitions"
import { family } from "../../profile/attributes/family"
import { AUDIENCE, AUDIENCE_MEMBER, MEMBERSHIP, SEGMENT } from "../tables"

const named = (table: string, counted: string) => ({
  suggest: `
    select id as value, name as label, coalesce(${counted}, 0)::int as count
    from ${table}
    where deleted_at is null and archived_at is null and (:q::text is null or lower(name) like :q)
    order by 2 limit :limit
  `,
  names: `select id as value, name as label from ${table} where id = any(:values::text[])`,
})

const SEGMENT_VALUES = named(SEGMENT, "profiles")
const AUDIENCE_VALUES = named(AUDIENCE, "profiles")

/** Being in other segments and in audiences. */
export const MEMBERSHIPS: Attribute[] = family("Tags, segments and audiences", [
  {
    key: "segment",
    label: "Segment",
    noun: "segments",
    type: "list",
    sql: "p.id",
    anyOf: (values) =>
      `p.id in (select m.profile_id from ${SEGMENT} g join ${MEMBERSHIP} m on m.segment_no = g.no where g.deleted_at is null and g.id = any(${values}))`,
    ...SEGMENT_VALUES,
  },
  {
    key: "audience",
    label: "Audience",
    noun: "audiences",
    type: "list",
    sql: "p.id",
    anyOf: (values) =>
      `p.id in (select m.profile_id from ${AUDIENCE} g join ${AUDIENCE_MEMBER} m on m.audience_no = g.no where g.deleted_at is null and g.id = any(${values}))`,
    ...AUDIENCE_VALUES,
  },
])

const days = (at: string) =>
  `((:now::timestamptz at time zone :zone)::date - (max(${at}) at time zone :zone)::date)`

/** When people were added to audiences. */
export const AUDIENCE_ENTRIES: Collection = {
  key: "audience_entries",
  label: "Audiences joined",
  group: "Tags, segments and audiences",
  fact: "an audience joined",
  from: `${AUDIENCE_MEMBER} m join ${AUDIENCE} g on g.no = m.audience_no and g.deleted_at is null`,
  profile: "m.profile_id",
  at: "m.added_at",
  attributes: family("Audience", [
    {
      key: "entry.audience",
      label: "Audience",
      type: "string",
      sql: "g.id",
      operators: ["in", "not_in"],
      nullable: false,
      anyOf: (values) => `g.id = any(${values})`,
      ...AUDIENCE_VALUES,
    },
  ]),
  measures: [
    { fn: "count", label: "Number of audiences joined", type: "number", sql: "count(*)" },
    {
      fn: "days_since",
      label: "Days since added to one",
      type: "number",
      sql: days("m.added_at"),
    },
  ],
}

/** When people entered segments they are in now. */
export const SEGMENT_ENTRIES: Collection = {
  key: "segment_entries",
  label: "Segments entered",
  group: "Tags, segments and audiences",
  fact: "a segment entered",
  from: `${MEMBERSHIP} m join ${SEGMENT} g on g.no = m.segment_no and g.deleted_at is null`,
  profile: "m.profile_id",
  at: "m.entered_at",
  attributes: family("Segment", [
    {
      key: "entry.segment",
      label: "Segment",
      type: "string",
      sql: "g.id",
      operators: ["in", "not_in"],
      nullable: false,
      anyOf: (values) => `g.id = any(${values})`,
      ...SEGMENT_VALUES,
    },
  ]),
  measures: [
    { fn: "count", label: "Number of segments entered", type: "number", sql: "count(*)" },
    {
      fn: "days_since",
      label: "Days since entered",
      type: "number",
      sql: days("m.entered_at"),
    },
  ],
}
