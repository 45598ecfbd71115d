import { Hint, Input, Switch, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ClickRule } from "../../../types/event"
import { useSaveClickRule } from "../../hooks/api/click-rules"
import { FormDrawer } from "../common/form-drawer"
import { Field } from "../common/field"

/** Makes a rule or changes one: the event's name, what is clicked on, and on which pages. */
export function ClickRuleDrawer({
  rule,
  onClose,
}: {
  rule: Partial<ClickRule>
  onClose: () => void
}) {
  const { t } = useTranslation("engage")
  const { id, name = "", selector = "", page = "", keep_text = false } = rule
  const [draft, setDraft] = useState({ name, selector, page, keep_text })
  const save = useSaveClickRule()
  const wrong = Boolean(draft.selector.trim()) && !isSelector(draft.selector)
  const onSubmit = () => {
    save.mutate(
      { id, ...draft },
      {
        onSuccess: () => {
          toast.success(t("clicks.saved", { name: draft.name }))
          onClose()
        },
      }
    )
  }
  const text = (key: "name" | "selector" | "page") => ({
    id: `click-${key}`,
    value: draft[key],
    placeholder: t(`clicks.${key}Placeholder`),
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [key]: event.target.value }),
  })

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(id ? "clicks.edit" : "clicks.add")}
      description={t("clicks.drawerHint")}
      onSubmit={onSubmit}
      ready={draft.name.trim() !== "" && isSelector(draft.selector)}
      pending={save.isPending}
    >
      <Field id="click-name" label={t("clicks.name")} hint={t("clicks.nameHint")}>
        <Input maxLength={100} {...text("name")} />
      </Field>
      <Field id="click-selector" label={t("clicks.selector")} hint={t("clicks.selectorHint")}>
        <Input
          maxLength={300}
          className="font-mono"
          spellCheck={false}
          aria-invalid={wrong}
          {...text("selector")}
        />
        {wrong && <Hint variant="error">{t("clicks.selectorWrong")}</Hint>}
      </Field>
      <Field id="click-page" label={t("clicks.page")} hint={t("clicks.pageHint")}>
        <Input maxLength={300} {...text("page")} />
      </Field>
      <div className="flex items-start gap-x-3">
        <Switch
          id="click-text"
          className="mt-0.5"
          checked={draft.keep_text}
          onCheckedChange={(keep) => setDraft({ ...draft, keep_text: keep })}
        />
        <div className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor="click-text">
            {t("clicks.keepText")}
          </Label>
          <Hint>{t("clicks.keepTextHint")}</Hint>
        </div>
      </div>
      {save.error && <Hint variant="error">{save.error.message}</Hint>}
    </FormDrawer>
  )
}

/** Whether the browser understands it. */
function isSelector(text: string): boolean {
  if (!text.trim()) return false
  try {
    document.createDocumentFragment().querySelector(text)
    return true
  } catch {
    return false
  }
}
