import { Input, Select, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type Field,
  FIELD_SCOPES,
  FIELD_TYPES,
  type FieldScope,
  type FieldType,
  METRIC_FIELD_TYPES,
} from "../../../types/field"
import { type NewField, useSaveField } from "../../hooks/api/fields"
import { Field as LabelledField } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type FieldDrawerProps = { field?: Field; draft?: Partial<NewField>; onClose: () => void }

/** Registers a field, or changes how one is shown. Scope, key and type are for good. */
export function FieldDrawer({ field, draft, onClose }: FieldDrawerProps) {
  const { t } = useTranslation("engage")
  const [scope, setScope] = useState<FieldScope>(field?.scope ?? draft?.scope ?? "profile")
  const [type, setType] = useState<FieldType>(field?.type ?? draft?.type ?? "string")
  const [label, setLabel] = useState(field?.label ?? draft?.label ?? "")
  const [key, setKey] = useState(field?.key ?? draft?.key ?? "")
  const [description, setDescription] = useState(field?.description ?? "")
  const [choices, setChoices] = useState((field?.options ?? []).map(choiceLine).join("\n"))
  const save = useSaveField(field?.id)
  const types = scope === "metric" ? METRIC_FIELD_TYPES : FIELD_TYPES
  const shownKey = key || keyOf(label)

  const submit = async () => {
    const shown = {
      label: label.trim(),
      description: description.trim(),
      ...(type.endsWith("enum") && { options: readChoices(choices) }),
    }
    try {
      await save.mutateAsync(
        field ? shown : { ...shown, scope, type, key: shownKey, metadata_key: draft?.metadata_key }
      )
      toast.success(t("fields.saved"))
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(field ? "fields.edit" : "fields.create")}
      description={
        draft?.metadata_key
          ? t("fields.fromMetadata", { key: draft.metadata_key })
          : t("fields.drawerDescription")
      }
      onSubmit={submit}
      ready={label.trim() !== ""}
      pending={save.isPending}
    >
      <LabelledField id="field-label" label={t("fields.label")}>
        <Input
          id="field-label"
          required
          size="small"
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      </LabelledField>
      {!field && (
        <>
          <LabelledField id="field-scope" label={t("fields.scopeLabel")}>
            <Choice
              id="field-scope"
              disabled={Boolean(draft?.metadata_key)}
              value={scope}
              onChange={(next) => setScope(next as FieldScope)}
              options={FIELD_SCOPES.map((value) => [value, t(`fields.scope.${value}`)])}
            />
          </LabelledField>
          <LabelledField id="field-type" label={t("fields.typeLabel")}>
            <Choice
              id="field-type"
              value={type}
              onChange={(next) => setType(next as FieldType)}
              options={types.map((value) => [value, t(`fields.type.${value}`)])}
            />
          </LabelledField>
          <LabelledField id="field-key" label={t("fields.key")} hint={t("fields.keyHint")}>
            <Input
              id="field-key"
              size="small"
              pattern="[a-z][a-z0-9_]{0,39}"
              required
              value={shownKey}
              onChange={(event) => setKey(event.target.value)}
            />
          </LabelledField>
        </>
      )}
      {type.endsWith("enum") && (
        <LabelledField
          id="field-choices"
          label={t("fields.choices")}
          hint={t("fields.choicesHint")}
        >
          <Textarea
            id="field-choices"
            rows={5}
            value={choices}
            onChange={(event) => setChoices(event.target.value)}
          />
        </LabelledField>
      )}
      <LabelledField id="field-description" label={t("fields.description")}>
        <Textarea
          id="field-description"
          rows={2}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </LabelledField>
    </FormDrawer>
  )
}

type ChoiceProps = {
  id: string
  value: string
  options: [value: string, label: string][]
  onChange: (value: string) => void
  disabled?: boolean
}

function Choice({ id, value, options, onChange, disabled }: ChoiceProps) {
  return (
    <Select size="small" value={value} onValueChange={onChange} disabled={disabled}>
      <Select.Trigger id={id}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {options.map(([option, label]) => (
          <Select.Item key={option} value={option}>
            {label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

const choiceLine = ({ value, label }: Field["options"][number]) =>
  value === label ? value : `${value}: ${label}`

/** One choice a line, as `value: Label` or just a value. */
function readChoices(text: string): Field["options"] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [value, ...label] = line.split(":")
      return { value: value.trim(), label: label.join(":").trim() || value.trim() }
    })
}

function keyOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40)
}
