import { Brackets } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TemplateVariable } from "../../../types/content"
import { useTemplateVariables } from "../../hooks/api/templates"
import { Picker } from "../picker/picker"

type VariablePickerProps = { profileId?: string; onInsert: (text: string) => void }

/** Finds a variable and inserts it, with a fallback for people of whom the value is not known. */
export function VariablePicker({ profileId, onInsert }: VariablePickerProps) {
  const { t } = useTranslation("engage")
  const { data: variables = [], isFetching } = useTemplateVariables(profileId)

  return (
    <Picker
      label={t("templates.variables")}
      loading={isFetching}
      options={variables.map((variable) => ({
        value: variable.path,
        label: variable.label,
        group: t(`templates.variableGroup.${variable.group}`),
        detail: variable.path,
        hint: variable.sample.length > 18 ? `${variable.sample.slice(0, 17)}…` : variable.sample,
      }))}
      onPick={(path) => {
        const variable = variables.find((candidate) => candidate.path === path)
        if (variable) onInsert(insertion(variable, t("templates.fallback")))
      }}
      trigger={
        <IconButton
          size="small"
          type="button"
          title={t("templates.insertVariable")}
          aria-label={t("templates.insertVariable")}
        >
          <Brackets />
        </IconButton>
      }
    />
  )
}

/** The text that shows a variable. One that can be empty gets a fallback to be written over. */
export function insertion(variable: TemplateVariable, fallback: string): string {
  return variable.nullable
    ? `{{ ${variable.liquid} | default: "${fallback}" }}`
    : `{{ ${variable.liquid} }}`
}
