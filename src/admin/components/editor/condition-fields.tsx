import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Label } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { type BlockOf, CONDITION_OPERATORS, type ConditionRule } from "../../../types/document"
import { useTemplateVariables } from "../../hooks/api/templates"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { useMessageEditor } from "./editor-context"
import { SelectField, TextField } from "./fields"
import { useBlockChange } from "./use-block-change"
import { useVariableLabel } from "./use-variable-label"

/** Who gets to see a section. */
export function ConditionFields({ block }: { block: BlockOf<"condition"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const { rules } = block
  const change = (at: number, part: Partial<ConditionRule>) =>
    set({ rules: rules.map((rule, no) => (no === at ? { ...rule, ...part } : rule)) })

  return (
    <>
      {rules.length > 1 && (
        <SelectField
          label={t("editor.field.match")}
          value={block.match}
          onChange={(match) => set({ match })}
          options={(["all", "any"] as const).map((value) => ({
            value,
            label: t(`editor.match.${value}`),
          }))}
        />
      )}
      {rules.map((rule, at) => (
        <div key={at} className="bg-ui-bg-subtle flex flex-col gap-y-3 rounded-lg p-3">
          <div className="flex items-end gap-x-2">
            <div className="flex min-w-0 flex-1 flex-col gap-y-1">
              <Label size="small" weight="plus">
                {t("editor.field.fact")}
              </Label>
              <FactPicker path={rule.path} onPick={(path) => change(at, { path })} />
            </div>
            {rules.length > 1 && (
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("editor.field.removeRule")}
                onClick={() => set({ rules: rules.filter((_, no) => no !== at) })}
              >
                <Trash />
              </IconButton>
            )}
          </div>
          <SelectField
            label={t("editor.field.operator")}
            value={rule.operator}
            onChange={(operator) => change(at, { operator })}
            options={CONDITION_OPERATORS.map((value) => ({
              value,
              label: t(`editor.operator.${value}`),
            }))}
          />
          {rule.operator !== "known" && rule.operator !== "unknown" && (
            <TextField
              label={t("editor.field.value")}
              value={rule.value}
              onChange={(value) => change(at, { value })}
            />
          )}
        </div>
      ))}
      <Button
        size="small"
        variant="secondary"
        onClick={() =>
          set({ rules: [...rules, { path: "profile.city", operator: "known", value: "" }] })
        }
      >
        <Plus />
        {t("editor.field.addRule")}
      </Button>
    </>
  )
}

function FactPicker({ path, onPick }: { path: string; onPick: (path: string) => void }) {
  const { t } = useTranslation("engage")
  const { profileId } = useMessageEditor()
  const { data: variables = [] } = useTemplateVariables(profileId)
  const labelOf = useVariableLabel()
  return (
    <Picker
      label={t("templates.variables")}
      options={variables
        .filter(({ group }) => group !== "message" && group !== "constants")
        .map((variable) => ({
          value: variable.path,
          label: variable.label,
          group: t(`templates.variableGroup.${variable.group}`),
          hint: variable.sample.slice(0, 18),
        }))}
      onPick={onPick}
      trigger={<FieldButton aria-label={t("editor.field.fact")}>{labelOf(path)}</FieldButton>}
    />
  )
}
