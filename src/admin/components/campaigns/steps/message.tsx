import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { MessageStep } from "../../../../types/campaign"
import type { SendingChannel } from "../../../../types/common"
import { SHOP_SENDER } from "../../../../types/sender"
import { useTemplate } from "../../../hooks/api/templates"
import { useForCampaign } from "../../../hooks/use-for-campaign"
import { CascadeFields } from "../../cascade/cascade-fields"
import { Field } from "../../common/field"
import { ToggleInput } from "../inputs/inputs"
import { SenderSelect } from "../../picker/sender-select"
import { TemplateField } from "../../picker/template-field"
import { MessageSays } from "./message-says"
import type { StepForm } from "./step-form"

type FieldsProps = { step: MessageStep; onChange: (step: MessageStep) => void }

/** Sending a message: which template of its channel it is made from, and the way to it. */
function Fields({ step, onChange }: FieldsProps) {
  const { t } = useTranslation("engage")
  const { type: channel, template_id: id } = step
  const campaign = useForCampaign()
  return (
    <>
      <Field label={t("campaigns.message.template")}>
        <TemplateField
          channel={channel}
          label={t("campaigns.message.template")}
          templateId={id}
          placeholder={t("campaigns.message.none")}
          onPick={(template_id) => onChange({ ...step, template_id })}
        />
        <Link
          to={id ? `/engage/templates/${id}/edit?campaign=${campaign}` : "/engage/templates/create"}
          className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base underline focus-visible:shadow-borders-focus w-fit rounded-sm outline-none"
        >
          {t(id ? "campaigns.message.edit" : "campaigns.message.create")}
        </Link>
      </Field>
      {channel === "email" && (
        <Field label={t("senders.label")} id="step-sender" hint={t("senders.hint")}>
          <SenderSelect
            id="step-sender"
            value={step.sender ?? SHOP_SENDER}
            onChange={(choice) =>
              onChange({ ...step, sender: choice && choice !== SHOP_SENDER ? choice : undefined })
            }
          />
        </Field>
      )}
      <Field label={t("cascade.title")} hint={t("cascade.hint")}>
        <CascadeFields
          first={channel}
          steps={step.cascade ?? []}
          onChange={(cascade) =>
            onChange({ ...step, cascade: cascade.length ? cascade : undefined })
          }
        />
      </Field>
      <MessageSays hint={t("campaigns.message.saysHint")} />
      <ToggleInput
        label={t("campaigns.message.recheck")}
        value={step.recheck ?? false}
        onChange={(recheck) => onChange({ ...step, recheck: recheck || undefined })}
      />
      <p className="txt-small text-ui-fg-subtle">{t("campaigns.message.recheckHint")}</p>
    </>
  )
}

function Summary({ step: { template_id: id } }: { step: MessageStep }) {
  const { t } = useTranslation("engage")
  const { data } = useTemplate(id ?? undefined)
  if (!id) return t("campaigns.message.none")
  return data?.name ?? "…"
}

/** The form of a step that sends by a channel: the same for all. */
export function messageForm<Channel extends SendingChannel>(): StepForm<Channel> {
  return { Fields, Summary } as unknown as StepForm<Channel>
}
