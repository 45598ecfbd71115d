import type { Attribute, Collection } from "../../../rules/definitions"
import { PROFILE_TAG, TAG } from "../tables"
import { family } from "./family"

const NAMES = {
  suggest: `
    select g.name as value, g.name as label, (select count(*)::int from ${PROFILE_TAG} t where t.tag = g.name) as count
    from ${TAG} g
    where :q::text is null or g.folded like :q
    order by 3 desc, 2 limit :limit
  `,
  names: `select name as value, name as label from ${TAG} where name = any(:values::text[])`,
}

/** Words that people were marked with. */
export const TAGS: Attribute[] = family("Tags, segments and audiences", [
  {
    key: "tag",
    label: "Tags",
    type: "list",
    sql: "p.id",
    anyOf: (values) =>
      `p.id in (select t.profile_id from ${PROFILE_TAG} t where t.tag = any(${values}))`,
    ...NAMES,
  },
])

const DAYS_SINCE =
  "((:now::timestamptz at time zone :zone)::date - (max(t.added_at) at time zone :zone)::date)"

/** When and by what people were given the tags that they have. */
export const TAGS_GIVEN: Collection = {
  key: "tags",
  label: "Tags given",
  group: "Tags, segments and audiences",
  fact: "a tag given",
  from: `${PROFILE_TAG} t`,
  profile: "t.profile_id",
  at: "t.added_at",
  attributes: family("Tag", [
    {
      key: "tag.name",
      label: "Tag",
      type: "string",
      sql: "t.tag",
      operators: ["in", "not_in"],
      nullable: false,
      anyOf: (values) => `t.tag = any(${values})`,
      ...NAMES,
    },
    {
      key: "tag.source",
      label: "Given by",
      type: "enum",
      sql: "t.source",
      folded: true,
      nullable: false,
      options: [
        { value: "staff", label: "Staff" },
        { value: "api", label: "The API" },
        { value: "import", label: "An import" },
      ],
    },
  ]),
  measures: [
    { fn: "count", label: "Number of tags given", type: "number", sql: "count(*)" },
    { fn: "days_since", label: "Days since a tag was given", type: "number", sql: DAYS_SINCE },
  ],
}
