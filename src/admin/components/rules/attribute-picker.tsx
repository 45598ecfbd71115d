import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { RuleNode } from "../../../rules/ast"
import type { Registry } from "../../../rules/describe"
import { conditionOn, hasOf, sequenceOf } from "../../lib/rules"
import { Picker } from "../picker/picker"
import type { PickerOption } from "../picker/picker-list"
import { useRules } from "./rule-context"

type AttributePickerProps = {
  trigger: ReactNode
  selected?: string
  onPick: (node: RuleNode) => void
}

/** Finds what a new condition is about: an attribute of the person, or a measure over their orders and other facts. */
export function AttributePicker({ trigger, selected, onPick }: AttributePickerProps) {
  const { t } = useTranslation("engage")
  const { registry } = useRules()
  const choices = [...choicesOf(registry), sequenceChoice(t)]

  return (
    <Picker
      label={t("segments.builder.pickAttribute")}
      trigger={trigger}
      options={choices.map(({ option }) => option)}
      selected={selected ? [selected] : undefined}
      onPick={(value) => {
        const choice = choices.find(({ option }) => option.value === value)
        if (choice) onPick(choice.make())
      }}
    />
  )
}

/** The key under which a measure stands in the picker. */
export const measureKey = (collection: string, fn: string, attribute = "") =>
  `has:${collection}:${fn}:${attribute}`

/** The one condition that is neither about an attribute nor a measure. */
const sequenceChoice = (t: (key: string) => string): Choice => ({
  option: {
    value: "sequence",
    label: t("segments.sequence.label"),
    group: t("segments.sequence.group"),
    detail: t("segments.sequence.detail"),
  },
  make: () => sequenceOf("purchases"),
})

type Choice = { option: PickerOption; make: () => RuleNode }

function choicesOf(registry: Registry): Choice[] {
  const attributes = registry.attributes.map((attribute) => ({
    option: {
      value: attribute.key,
      label: attribute.label,
      group: attribute.group,
      detail: attribute.formula,
    },
    make: () => conditionOn(attribute),
  }))
  const measures = registry.collections.flatMap((collection) =>
    collection.measures.map((measure) => ({
      option: {
        value: measureKey(collection.key, measure.fn, measure.attribute),
        label: `${collection.label}: ${measure.label}`,
        group: collection.group,
      },
      make: () => hasOf(collection, measure),
    }))
  )
  const all: Choice[] = [...attributes, ...measures]
  const groups = [...new Set(all.map(({ option }) => option.group))]
  return groups.flatMap((group) => all.filter(({ option }) => option.group === group))
}
