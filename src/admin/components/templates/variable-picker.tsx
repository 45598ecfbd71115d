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
        if (variable) onInsert(insertion(variable, fallbackOf(variable, t("templates.fallback"))))
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

/** What stands in for a variable that can be empty, to be written over: a person can be called something, other things not. */
export function fallbackOf({ group, nullable }: TemplateVariable, called: string): string {
  return nullable && group === "profile" ? called : ""
}

/** The text that shows a variable, with what stands in for it when it is empty. */
export function insertion(variable: TemplateVariable, fallback: string): string {
  return fallback ? `{{ ${variable.liquid} | default: "${fallback}" }}` : `{{ ${variable.liquid} }}`
}
