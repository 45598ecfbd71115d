import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, Hint, IconButton, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ApprovedTemplate, MessageCard } from "../../../types/content"
import { Field } from "../common/field"
import { VariableInput } from "../templates/variable-input"

const MOST = 20
const NONE: ApprovedTemplate = { name: "", language: "en", parameters: [] }

type ApprovedFieldsProps = {
  card: MessageCard
  profileId: string | undefined
  onChange: (card: MessageCard, tag: string) => void
}

/** The template that the channel's owner approved, and what stands in its gaps. */
export function ApprovedFields({ card, profileId, onChange }: ApprovedFieldsProps) {
  const { t } = useTranslation("engage")
  const template = card.template ?? NONE
  const set = (change: Partial<ApprovedTemplate>, tag: string) =>
    onChange({ ...card, template: { ...template, ...change } }, tag)
  const { parameters } = template

  return (
    <fieldset className="flex flex-col gap-y-4">
      <legend className="txt-compact-small-plus text-ui-fg-base pb-1">
        {t("short.approved.title")}
      </legend>
      <Hint variant={template.name ? "info" : "error"}>
        {t(template.name ? "short.approved.hint" : "short.approved.missing")}
      </Hint>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-[1fr_120px]">
        <Field id="approved-name" label={t("short.approved.name")}>
          <Input
            id="approved-name"
            size="small"
            placeholder="spring_news"
            value={template.name}
            onChange={({ target }) => set({ name: target.value }, "approved-name")}
          />
        </Field>
        <Field id="approved-language" label={t("short.approved.language")}>
          <Input
            id="approved-language"
            size="small"
            placeholder="en-GB"
            value={template.language}
            onChange={({ target }) => set({ language: target.value }, "approved-language")}
          />
        </Field>
      </div>
      {parameters.map((value, at) => (
        <div key={at} className="flex items-end gap-x-2">
          <div className="min-w-0 flex-1">
            <VariableInput
              id={`approved-value-${at}`}
              label={t("short.approved.value", { number: at + 1 })}
              value={value}
              profileId={profileId}
              onChange={(next) =>
                set(
                  { parameters: parameters.map((one, i) => (i === at ? next : one)) },
                  `approved-value-${at}`
                )
              }
            />
          </div>
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("actions.remove", {
              name: t("short.approved.value", { number: at + 1 }),
            })}
            onClick={() =>
              set({ parameters: parameters.filter((_, i) => i !== at) }, "approved-values")
            }
          >
            <XMarkMini />
          </IconButton>
        </div>
      ))}
      {parameters.length < MOST && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="self-start"
          onClick={() => set({ parameters: [...parameters, ""] }, "approved-values")}
        >
          <Plus />
          {t("short.approved.add")}
        </Button>
      )}
    </fieldset>
  )
}
