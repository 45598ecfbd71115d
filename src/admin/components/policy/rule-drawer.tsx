import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type ContactPolicy, RULE_PEOPLE } from "../../../types/policy"
import { type RuleInput, useSaveRule } from "../../hooks/api/policy"
import { useOpenTopics } from "../../hooks/api/topics"
import { SENDING_CHANNELS } from "../../../types/common"
import { FormDrawer } from "../common/form-drawer"
import { toggled } from "../../lib/toggled"
import { Field } from "../common/field"
import { SegmentsField } from "../picker/segments-field"
import { Choice, NumberField } from "./rule-fields"
import { useRuleSentence } from "./use-rule-sentence"

type Rule = ContactPolicy["rules"][number]

const ANY = "any"
const NEW: RuleInput = {
  name: "",
  type: "limit",
  channel: null,
  topic: null,
  kind: null,
  people: "all",
  segment_ids: [],
  max_messages: 4,
  per_hours: 168,
  quiet_from: "21:00",
  quiet_to: "09:00",
  behaviour: "skip",
  max_delay_hours: 72,
  priority: 0,
  enabled: true,
}

/** Adds or changes one rule; says at the foot what it will mean. */
export function RuleDrawer({ rule, onClose }: { rule: Partial<Rule>; onClose: () => void }) {
  const { t } = useTranslation("engage")
  const topics = useOpenTopics(rule.topic ?? undefined)
  const sentence = useRuleSentence()
  const save = useSaveRule(rule.id)
  const [draft, setDraft] = useState<RuleInput>(() => inputOf(rule))
  const [known, setKnown] = useState(rule.segments ?? [])
  const set = (change: Partial<RuleInput>) => setDraft((before) => ({ ...before, ...change }))

  const chosen = known.filter(({ id }) => draft.segment_ids.includes(id))
  const onSubmit = () => {
    save.mutate(draft, {
      onSuccess: () => {
        toast.success(t("policy.saved"))
        onClose()
      },
      onError: (error) => void toast.error(error.message),
    })
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(rule.id ? "policy.edit" : "policy.add")}
      description={sentence({ id: "", updated_at: "", ...draft }, chosen)}
      onSubmit={onSubmit}
      pending={save.isPending}
    >
      <Field id="rule-name" label={t("policy.name")}>
        <Input
          id="rule-name"
          required
          value={draft.name}
          onChange={({ target }) => set({ name: target.value })}
        />
      </Field>
      <Choice
        id="rule-type"
        label={t("policy.type.label")}
        value={draft.type}
        options={["limit", "quiet"].map((value) => [value, t(`policy.type.${value}`)])}
        onChange={(type) => set({ type: type as RuleInput["type"] })}
      />
      {draft.type === "limit" ? (
        <div className="grid grid-cols-2 gap-4">
          <NumberField
            id="rule-max"
            label={t("policy.max")}
            value={draft.max_messages}
            onChange={(max_messages) => set({ max_messages })}
          />
          <NumberField
            id="rule-hours"
            label={t("policy.hours")}
            value={draft.per_hours}
            hint={t("policy.hoursHint")}
            onChange={(per_hours) => set({ per_hours })}
          />
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-4">
          {(["quiet_from", "quiet_to"] as const).map((key) => (
            <Field key={key} id={`rule-${key}`} label={t(`policy.${key}`)}>
              <Input
                id={`rule-${key}`}
                type="time"
                required
                value={draft[key] ?? ""}
                onChange={({ target }) => set({ [key]: target.value.slice(0, 5) || null })}
              />
            </Field>
          ))}
        </div>
      )}
      <Choice
        id="rule-channel"
        label={t("policy.channel")}
        value={draft.channel ?? ANY}
        options={[ANY, ...SENDING_CHANNELS].map((value) => [
          value,
          value === ANY ? t("policy.any") : t(`channel.${value}`),
        ])}
        onChange={(value) =>
          set({ channel: value === ANY ? null : (value as RuleInput["channel"]) })
        }
      />
      <Choice
        id="rule-topic"
        label={t("broadcasts.topic")}
        value={draft.topic ?? ANY}
        options={[[ANY, t("policy.any")], ...topics.map(({ key, name }) => [key, name])]}
        onChange={(value) => set({ topic: value === ANY ? null : value })}
      />
      <Choice
        id="rule-kind"
        label={t("policy.kind.label")}
        value={draft.kind ?? ANY}
        options={[ANY, "broadcast", "campaign"].map((value) => [
          value,
          value === ANY ? t("policy.any") : t(`policy.kind.${value}`),
        ])}
        onChange={(value) => set({ kind: value === ANY ? null : (value as RuleInput["kind"]) })}
      />
      <Choice
        id="rule-people"
        label={t("policy.people.label")}
        value={draft.people}
        options={RULE_PEOPLE.map((value) => [value, t(`policy.people.${value}`)])}
        onChange={(people) => set({ people: people as RuleInput["people"] })}
      />
      {draft.people !== "all" && (
        <SegmentsField
          label={t("policy.people.segments")}
          hint={t("policy.people.hint")}
          ids={draft.segment_ids}
          onToggle={(segment) => {
            setKnown([...known.filter(({ id }) => id !== segment.id), segment])
            set({ segment_ids: toggled(draft.segment_ids, segment.id) })
          }}
        />
      )}
      <Choice
        id="rule-behaviour"
        label={t("policy.behaviour.label")}
        value={draft.behaviour}
        options={["skip", "delay"].map((value) => [value, t(`policy.behaviour.${value}`)])}
        onChange={(value) => set({ behaviour: value as RuleInput["behaviour"] })}
      />
      {draft.behaviour === "delay" && (
        <NumberField
          id="rule-delay"
          label={t("policy.maxDelay")}
          value={draft.max_delay_hours}
          hint={t("policy.maxDelayHint")}
          onChange={(hours) => set({ max_delay_hours: hours ?? 72 })}
        />
      )}
      <NumberField
        id="rule-priority"
        label={t("policy.priority")}
        value={draft.priority}
        min={0}
        hint={t("policy.priorityHint")}
        onChange={(priority) => set({ priority: priority ?? 0 })}
      />
    </FormDrawer>
  )
}

function inputOf(rule: Partial<Rule>): RuleInput {
  const keys = Object.keys(NEW) as (keyof RuleInput)[]
  return Object.fromEntries(keys.map((key) => [key, rule[key] ?? NEW[key]])) as RuleInput
}
