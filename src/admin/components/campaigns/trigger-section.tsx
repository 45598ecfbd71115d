import { useTranslation } from "react-i18next"
import { EMPTY_RULES } from "../../../rules/ast"
import type { CampaignPlan } from "../../../types/campaign-plan"
import { type CampaignTrigger, LOOKED_FOR_TRIGGERS } from "../../../types/campaign-trigger"
import { useOpenTopics } from "../../hooks/api/topics"
import { AttributionField } from "../attribution/attribution-field"
import { Field } from "../common/field"
import { Section } from "../common/states"
import { HoldoutField } from "./holdout-field"
import { ChoiceInput, ToggleInput } from "./inputs/inputs"
import { RuleField } from "./rule-field"
import { ReentryFields } from "./triggers/reentry-fields"
import { newTrigger } from "./triggers/kinds"
import { TriggerPicker } from "./triggers/trigger-picker"
import { TriggerPreview } from "./triggers/trigger-preview"

type TriggerSectionProps = {
  campaignId: string
  plan: CampaignPlan
  editable: boolean
  onChange: (change: Partial<CampaignPlan>, tag?: string) => void
}

/** What lets people in, who may come in and how often, and when they leave early. */
export function TriggerSection({ campaignId, plan, editable, onChange }: TriggerSectionProps) {
  const { t } = useTranslation("engage")
  return (
    <Section title={t("campaigns.entry.title")} description={t("campaigns.entry.description")}>
      <fieldset disabled={!editable} className="flex flex-col gap-y-4 px-6 py-4">
        <TriggerPicker
          label={t("campaigns.entry.trigger")}
          trigger={plan.trigger}
          onChange={(trigger, tag) =>
            onChange({ trigger, ...usualFor(trigger, plan) }, tag && `trigger ${tag}`)
          }
        />
        {plan.trigger && (
          <TriggerPreview
            key={plan.trigger.type}
            trigger={plan.trigger}
            entry_rules={plan.entry_rules}
            campaign_id={campaignId}
            reentry={plan.reentry}
          />
        )}
        <LookField plan={plan} onChange={onChange} />
        <ToggleInput
          label={t("campaigns.entry.rules")}
          value={plan.entry_rules !== null}
          onChange={(on) => onChange({ entry_rules: on ? EMPTY_RULES : null })}
        />
        {plan.entry_rules && (
          <RuleField
            rules={plan.entry_rules}
            onChange={(entry_rules, tag) => onChange({ entry_rules }, tag)}
          />
        )}
        <ReentryFields
          reentry={plan.reentry}
          onChange={(reentry, tag) => onChange({ reentry }, tag)}
        />
        <HoldoutField plan={plan} onChange={onChange} />
        <GoalFields plan={plan} onChange={onChange} />
        <TopicField topic={plan.topic} onChange={(topic) => onChange({ topic })} />
        <Field label={t("attribution.title")} hint={t("attribution.atOnce")}>
          <AttributionField
            value={{ days: plan.attribution_days, terms: plan.attribution_terms ?? {} }}
            id={campaignId}
            disabled={!editable}
            onSave={async ({ days, terms }) =>
              onChange({ attribution_days: days, attribution_terms: terms }, "attribution")
            }
          />
        </Field>
      </fieldset>
    </Section>
  )
}

/** Who leaves a cart behind may do so again: unless somebody has chosen otherwise, each cart counts. */
function usualFor(trigger: CampaignTrigger, plan: CampaignPlan): Partial<CampaignPlan> {
  const chosen = trigger.type === plan.trigger?.type || plan.reentry.mode !== "once"
  return chosen || trigger.type !== "cart_abandoned" ? {} : { reentry: { mode: "per_object" } }
}

const USUAL = "usual"
const LOOKS = [1, 5, 15, 60, 360, 1_440]

/** How often it is looked for people, where nothing that happens lets them in. */
function LookField({ plan, onChange }: Pick<TriggerSectionProps, "plan" | "onChange">) {
  const { t } = useTranslation("engage")
  const type = plan.trigger?.type
  if (!LOOKED_FOR_TRIGGERS.some((one) => one === type)) return null
  const chosen = plan.look_every
  const choices = [...new Set([...LOOKS, ...(chosen ? [chosen] : [])])].sort((a, b) => a - b)
  const said = (minutes: number) => {
    const [unit, count] = minutes % 60 ? ["minutes", minutes] : ["hours", minutes / 60]
    return t(`campaignTriggers.look.${unit}`, { count })
  }
  return (
    <ChoiceInput
      label={t("campaignTriggers.look.label")}
      hint={t("campaignTriggers.look.hint")}
      value={String(chosen ?? USUAL)}
      options={[
        [USUAL, t("campaignTriggers.look.usual")],
        ...choices.map((one): [string, string] => [String(one), said(one)]),
      ]}
      onChange={(value) => onChange({ look_every: value === USUAL ? undefined : Number(value) })}
    />
  )
}

function GoalFields({ plan, onChange }: Pick<TriggerSectionProps, "plan" | "onChange">) {
  const { t } = useTranslation("engage")
  return (
    <>
      <ToggleInput
        label={t("campaigns.entry.exitOnOrder")}
        value={plan.exit_on_order}
        onChange={(exit_on_order) => onChange({ exit_on_order })}
      />
      <ToggleInput
        label={t("campaignTriggers.goal.toggle")}
        value={Boolean(plan.goal)}
        onChange={(on) => onChange({ goal: on ? newTrigger("order_placed") : null })}
      />
      {plan.goal && (
        <TriggerPicker
          momentary
          label={t("campaignTriggers.goal.label")}
          trigger={plan.goal}
          onChange={(goal, tag) => onChange({ goal }, tag && `goal ${tag}`)}
        />
      )}
    </>
  )
}

function TopicField({ topic, onChange }: { topic: string; onChange: (topic: string) => void }) {
  const { t } = useTranslation("engage")
  const topics = useOpenTopics(topic)
  return (
    <ChoiceInput
      label={t("campaigns.entry.topic")}
      value={topic}
      options={topics.map(({ key, name }) => [key, name])}
      onChange={onChange}
    />
  )
}
