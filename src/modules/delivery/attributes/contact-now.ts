import type { Db } from "../../../lib/db"
import { minutesOf } from "../../../lib/zoned-time"
import type { FamilyPart } from "../../../rules/definitions"
import { channelForm } from "../../../types/channel-form"
import { SENDING_CHANNELS, type Channel } from "../../../types/common"
import { family } from "../../profile/attributes/family"
import { channelBit } from "../../profile/consent/channel-bit"
import type { ControlGroup } from "../ledger/plan"
import { STATE } from "../ledger/states"
import { readControlGroup } from "../policy/control-group"
import { rulesFor } from "../policy/judge"
import { listRules, type RuleRow } from "../policy/rules"
import { addressSql, unusableSql } from "../sql/address"
import { bucket } from "../sql/freeze"
import { ruleMembers } from "../sql/rule-people"
import { MESSAGE, RUN, SUPPRESSION } from "../tables"

/** A run may take long: its messages stand under the time of its start. */
const LONGEST_RUN_HOURS = 31 * 24
/** What waits in the shop's own pages disturbs nobody, and needs no permission of the moment. */
const CHANNELS = SENDING_CHANNELS.filter((channel) => channel !== "in_app")
const FORMULA =
  "The person can be reached, is not in the control group, and no rule of the contact policy that holds for any topic speaks against a broadcast at this moment"

/** Whether profile `p` would get a broadcast that left now, by the shop's contact policy as it is. */
export async function contactNow(db: Db): Promise<FamilyPart> {
  const [rules, group] = [await listRules(db), await readControlGroup(db)]
  const entries = CHANNELS.map((channel) => {
    const { label } = channelForm(channel)
    const noun = channel === "email" ? "e-mail" : channel === "push" ? "push" : label
    return {
      key: `allowed_now.${channel}`,
      label: `${label} may be sent now`,
      says: [`who may be sent ${noun} now`, `who may not be sent ${noun} now`] as [string, string],
      type: "boolean" as const,
      sql: allowedSql(channel, rulesFor(rules, { channel, topic: null, kind: "broadcast" }), group),
      formula: FORMULA,
      restless: true,
    }
  })
  return { attributes: family("Contact and consent", entries) }
}

/** @param rules - those that speak of the channel */
export function allowedSql(channel: Channel, rules: RuleRow[], group: ControlGroup | null): string {
  const address = addressSql(`'${channel}'`)
  const against = [
    `${address} is null`,
    unusableSql(`'${channel}'`),
    `p.subscribed & ${channelBit(channel)} = 0`,
    `exists (select 1 from ${SUPPRESSION} s where s.channel = '${channel}' and s.address = ${address})`,
    ...(group
      ? [`${bucket("p.id", String(group.seed))} < ${Math.round(group.percent * 100)}`]
      : []),
    ...rules.map((rule) => {
      const held = rule.type === "quiet" ? quietSql(rule) : tooOftenSql(rule)
      if (rule.people === "all") return held
      return `${held} and p.id ${rule.people === "in" ? "in" : "not in"} (${ruleMembers(rule.no)})`
    }),
  ]
  return `not coalesce(${against.join(" or ")}, false)`
}

function quietSql({ quiet_from, quiet_to }: RuleRow): string {
  const [from, to] = [minutesOf(quiet_from!), minutesOf(quiet_to!)]
  const minute = `extract(epoch from (:now::timestamptz at time zone coalesce(p.time_zone, :zone))::time) / 60`
  if (from === to) return "false"
  return from < to
    ? `(${minute} >= ${from} and ${minute} < ${to})`
    : `(${minute} >= ${from} or ${minute} < ${to})`
}

/** Looked up in one list of those who have had enough: a look for each person would cost seconds at a million. */
function tooOftenSql({ channel, kind, per_hours, max_messages }: RuleRow): string {
  const ago = (hours: number) => `:now::timestamptz - interval '${hours} hours'`
  const kinds = kind ? `r.kind = '${kind}'` : `r.kind in ('broadcast', 'campaign')`
  return `p.id in (
    select m.profile_id from ${MESSAGE} m join ${RUN} r on r.id = m.run_id and not r.is_test and ${kinds}
    where m.run_at > ${ago(per_hours! + LONGEST_RUN_HOURS)} and m.sent_at > ${ago(per_hours!)}
      and m.state in (${STATE.accepted}, ${STATE.uncertain})${channel ? ` and r.channel = '${channel}'` : ""}
    group by m.profile_id having count(*) >= ${max_messages!}
  )`
}
