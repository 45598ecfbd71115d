import { Input, Label, Select, Switch } from "@medusajs/ui"
import { type ReactNode, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { EMPTY_RULES } from "../../../rules/ast"
import type { CampaignPlan, CampaignTrigger, Reentry, TriggerType } from "../../../types/campaign"
import { useEventNames } from "../../hooks/api/events"
import { useSegment } from "../../hooks/api/segments"
import { useTopics } from "../../hooks/api/topics"
import { useDebounced } from "../../hooks/use-debounced"
import { Section } from "../common/states"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { SegmentPicker } from "../picker/segment-picker"
import { RuleField } from "./rule-field"
import { Field } from "../common/field"

type TriggerSectionProps = {
  plan: CampaignPlan
  editable: boolean
  onChange: (change: Partial<CampaignPlan>, tag?: string) => void
}

const TRIGGERS: Record<TriggerType, CampaignTrigger> = {
  order_placed: { type: "order_placed" },
  joined: { type: "joined" },
  event: { type: "event", name: "" },
  segment_entered: { type: "segment_entered", segment_id: "", members: false },
}
const REENTRY: Record<Reentry["mode"], Reentry> = {
  once: { mode: "once" },
  after_days: { mode: "after_days", days: 30 },
  always: { mode: "always" },
}

/** What lets people in, who may come in and how often, and when they leave early. */
export function TriggerSection({ plan, editable, onChange }: TriggerSectionProps) {
  const { t } = useTranslation("engage")
  const { trigger, reentry } = plan
  return (
    <Section title={t("campaigns.entry.title")} description={t("campaigns.entry.description")}>
      <fieldset disabled={!editable} className="flex flex-col gap-y-4 px-6 py-4">
        <Field label={t("campaigns.entry.trigger")}>
          <Choice
            label={t("campaigns.entry.trigger")}
            value={trigger?.type ?? ""}
            placeholder={t("campaigns.entry.chooseTrigger")}
            options={Object.keys(TRIGGERS).map((type) => [type, t(`campaigns.trigger.${type}`)])}
            onChange={(type) => onChange({ trigger: TRIGGERS[type as TriggerType] })}
          />
        </Field>
        {trigger?.type === "event" && (
          <EventField
            name={trigger.name}
            onChange={(name) => onChange({ trigger: { ...trigger, name } })}
          />
        )}
        {trigger?.type === "segment_entered" && (
          <SegmentFields trigger={trigger} onChange={(next) => onChange({ trigger: next })} />
        )}
        <Toggle
          label={t("campaigns.entry.rules")}
          checked={plan.entry_rules !== null}
          onChange={(on) => onChange({ entry_rules: on ? EMPTY_RULES : null })}
        />
        {plan.entry_rules && (
          <RuleField
            rules={plan.entry_rules}
            onChange={(entry_rules, tag) => onChange({ entry_rules }, tag)}
          />
        )}
        <Field label={t("campaigns.entry.reentry")}>
          <Choice
            label={t("campaigns.entry.reentry")}
            value={reentry.mode}
            options={Object.keys(REENTRY).map((mode) => [mode, t(`campaigns.reentry.${mode}`)])}
            onChange={(mode) => onChange({ reentry: REENTRY[mode as Reentry["mode"]] })}
          />
        </Field>
        {reentry.mode === "after_days" && (
          <Field label={t("campaigns.reentry.days")} id="reentry-days">
            <Input
              id="reentry-days"
              size="small"
              type="number"
              min={1}
              max={3_650}
              value={reentry.days}
              onChange={({ target }) =>
                onChange(
                  {
                    reentry: {
                      mode: "after_days",
                      days: Math.max(1, Math.round(Number(target.value))),
                    },
                  },
                  "days"
                )
              }
            />
          </Field>
        )}
        <Toggle
          label={t("campaigns.entry.exitOnOrder")}
          checked={plan.exit_on_order}
          onChange={(exit_on_order) => onChange({ exit_on_order })}
        />
        <TopicField topic={plan.topic} onChange={(topic) => onChange({ topic })} />
        <Field label={t("campaigns.entry.attribution")} id="attribution-days">
          <Input
            id="attribution-days"
            size="small"
            type="number"
            min={0}
            max={90}
            value={plan.attribution_days}
            onChange={({ target }) =>
              onChange(
                { attribution_days: Math.min(90, Math.max(0, Math.round(Number(target.value)))) },
                "attribution"
              )
            }
          />
        </Field>
      </fieldset>
    </Section>
  )
}

function EventField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const { data, isFetching } = useEventNames(useDebounced(text))
  return (
    <Field label={t("campaigns.entry.event")}>
      <Picker
        label={t("campaigns.entry.event")}
        options={(data ?? []).map((one) => ({ value: one.name, label: one.name }))}
        selected={name ? [name] : undefined}
        onPick={onChange}
        onSearch={setText}
        loading={isFetching}
        trigger={
          <FieldButton
            empty={!name}
            aria-label={t("campaigns.entry.event")}
            className="min-h-8 w-full"
          >
            {name || t("campaigns.entry.chooseEvent")}
          </FieldButton>
        }
      />
    </Field>
  )
}

type SegmentTrigger = Extract<CampaignTrigger, { type: "segment_entered" }>

function SegmentFields({
  trigger,
  onChange,
}: {
  trigger: SegmentTrigger
  onChange: (trigger: SegmentTrigger) => void
}) {
  const { t } = useTranslation("engage")
  const { data: segment } = useSegment(trigger.segment_id || undefined)
  return (
    <>
      <Field label={t("campaigns.entry.segment")}>
        <SegmentPicker
          label={t("campaigns.entry.segment")}
          selected={trigger.segment_id ? [trigger.segment_id] : []}
          onPick={({ id }) => onChange({ ...trigger, segment_id: id })}
          trigger={
            <FieldButton
              empty={!trigger.segment_id}
              aria-label={t("campaigns.entry.segment")}
              className="min-h-8 w-full"
            >
              {trigger.segment_id ? (segment?.name ?? "…") : t("campaigns.entry.chooseSegment")}
            </FieldButton>
          }
        />
      </Field>
      <Toggle
        label={t("campaigns.entry.members")}
        checked={trigger.members}
        onChange={(members) => onChange({ ...trigger, members })}
      />
    </>
  )
}

function TopicField({ topic, onChange }: { topic: string; onChange: (topic: string) => void }) {
  const { t } = useTranslation("engage")
  const { data: topics } = useTopics()
  return (
    <Field label={t("campaigns.entry.topic")}>
      <Choice
        label={t("campaigns.entry.topic")}
        value={topic}
        options={(topics ?? []).map(({ key, name }) => [key, name])}
        onChange={onChange}
      />
    </Field>
  )
}

type ChoiceProps = {
  label: string
  value: string
  placeholder?: string
  options: [value: string, label: string][]
  onChange: (value: string) => void
}

function Choice({ label, value, placeholder, options, onChange }: ChoiceProps) {
  return (
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label}>
        <Select.Value placeholder={placeholder} />
      </Select.Trigger>
      <Select.Content>
        {options.map(([key, name]) => (
          <Select.Item key={key} value={key}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

type ToggleProps = { label: ReactNode; checked: boolean; onChange: (on: boolean) => void }

function Toggle({ label, checked, onChange }: ToggleProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Switch id={id} size="small" checked={checked} onCheckedChange={onChange} />
      <Label size="small" htmlFor={id}>
        {label}
      </Label>
    </div>
  )
}
