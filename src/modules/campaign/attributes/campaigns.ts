import type { Collection, FamilyPart } from "../../../rules/definitions"
import { MESSAGE_PLANS } from "../../delivery/attributes/message-plans"
import { MESSAGES } from "../../delivery/attributes/messages"
import { RESPONSES } from "../../delivery/attributes/responses"
import { family } from "../../profile/attributes/family"
import { HELD_OUT } from "../sql/holdout"
import { CAMPAIGN, ENROLLMENT } from "../tables"

/** Campaigns to choose from, with how many people have been in each. */
export const CAMPAIGN_VALUES = {
  suggest: `
    select c.id as value, c.name as label,
      (select count(distinct n.profile_id)::int from ${ENROLLMENT} n where n.campaign_id = c.id) as count
    from ${CAMPAIGN} c
    where c.status <> 'draft' and (:q::text is null or lower(c.name) like :q)
    order by 2 limit :limit
  `,
  names: `select id as value, name as label from ${CAMPAIGN} where id = any(:values::text[])`,
}

/** The campaign that a message was sent by, for the filters that speak of messages; over the alias `r` of its run. */
const campaignOf = (collection: Collection, prefix: string): Collection => ({
  ...collection,
  measures: [],
  attributes: family("Message", [
    {
      key: `${prefix}.campaign`,
      label: "Campaign",
      type: "string",
      sql: "r.ref",
      operators: ["in", "not_in"],
      nullable: false,
      anyOf: (values) => `(r.kind = 'campaign' and r.ref = any(${values}))`,
      ...CAMPAIGN_VALUES,
    },
  ]),
})

/** Campaigns that people went through, once for each time. */
const PASSES: Collection = {
  key: "campaign_passes",
  label: "Campaigns entered",
  group: "Messages",
  fact: "a campaign entered",
  from: `(select * from ${ENROLLMENT} where reason is distinct from '${HELD_OUT}') n`,
  profile: "n.profile_id",
  at: "n.entered_at",
  restless: true,
  attributes: family("Campaign", [
    {
      key: "pass.campaign",
      label: "Campaign",
      type: "string",
      sql: "n.campaign_id",
      operators: ["in", "not_in"],
      nullable: false,
      ...CAMPAIGN_VALUES,
    },
    {
      key: "pass.inside",
      label: "Is still in it",
      says: ["still in it", "no longer in it"],
      type: "boolean",
      sql: "(n.ended_at is null)",
    },
  ]),
  measures: [
    { fn: "count", label: "Number of times", type: "number", sql: "count(*)" },
    {
      fn: "days_since",
      label: "Days since the latest time",
      type: "number",
      sql: `((:now::timestamptz at time zone :zone)::date - (max(n.entered_at) at time zone :zone)::date)`,
    },
  ],
}

/** What rules can say about campaigns. */
export const CAMPAIGN_FAMILY: FamilyPart = {
  collections: [
    campaignOf(MESSAGES, "message"),
    campaignOf(MESSAGE_PLANS, "plan"),
    campaignOf(RESPONSES, "response"),
    PASSES,
  ],
}
