import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { WebhookInput } from "../../hooks/api/webhooks"
import { Field } from "../common/field"
import { EventPicker } from "./event-picker"

type WebhookFieldsProps = { value: WebhookInput; onChange: (value: WebhookInput) => void }

/** Whether something can be made of what was filled in. */
export const isComplete = ({ url, types }: WebhookInput) => Boolean(url.trim() && types.length)

/** Where a webhook goes and what it is told. */
export function WebhookFields({ value, onChange }: WebhookFieldsProps) {
  const { t } = useTranslation("engage")
  return (
    <>
      <Field label={t("webhooks.url")} id="webhook-url">
        <Input
          id="webhook-url"
          type="url"
          required
          maxLength={2_000}
          value={value.url}
          placeholder={t("webhooks.urlPlaceholder")}
          onChange={(event) => onChange({ ...value, url: event.target.value })}
        />
      </Field>
      <Field label={t("webhooks.note")} id="webhook-note" hint={t("webhooks.noteHint")}>
        <Input
          id="webhook-note"
          maxLength={200}
          value={value.description}
          placeholder={t("webhooks.notePlaceholder")}
          onChange={(event) => onChange({ ...value, description: event.target.value })}
        />
      </Field>
      <Field
        label={t("webhooks.told")}
        hint={value.types.length ? undefined : t("webhooks.choose")}
      >
        <EventPicker value={value.types} onChange={(types) => onChange({ ...value, types })} />
      </Field>
    </>
  )
}
