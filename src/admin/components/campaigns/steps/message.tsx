import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import {
  MESSAGE_OUTCOMES,
  type MessageOutcome,
  type MessageStep,
  messageWays,
} from "../../../../types/campaign-plan"
import type { SendingChannel } from "../../../../types/common"
import { SHOP_SENDER } from "../../../../types/sender"
import { useTemplate } from "../../../hooks/api/templates"
import { useForCampaign } from "../../../hooks/use-for-campaign"
import { CascadeFields } from "../../cascade/cascade-fields"
import { Field } from "../../common/field"
import { TestDrawer } from "../../message/test-drawer"
import { ChoiceInput, DelayInput, ToggleInput } from "../inputs/inputs"
import { SenderSelect } from "../../picker/sender-select"
import { TemplateField } from "../../picker/template-field"
import { MessagePreview } from "./message-preview"
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
        {id && campaign && (
          <TestDrawer
            channel={channel}
            templateId={id}
            path={`/campaigns/${campaign}`}
            message={{ template_id: id, sender: step.sender }}
            description={t("campaigns.test.description")}
            className="w-fit"
          />
        )}
      </Field>
      {id && <MessagePreview key={id} template={id} />}
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
      <OutcomeFields step={step} onChange={onChange} />
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

const NONE = "none"
/** Opens of these are told of. */
const SEEN: SendingChannel[] = ["in_app", "email", "push"]

/** What of the message is waited for before people go on. */
function OutcomeFields({ step, onChange }: FieldsProps) {
  const { t } = useTranslation("engage")
  const { outcome } = step
  const choices = MESSAGE_OUTCOMES.filter((one) => one !== "seen" || SEEN.includes(step.type))
  const choose = (until: string) => {
    const for_ = outcome?.for ?? { amount: 1, unit: "days" as const }
    const next = until === NONE ? undefined : { until: until as MessageOutcome, for: for_ }
    onChange(withOutcome(step, next))
  }
  return (
    <>
      <ChoiceInput
        label={t("campaigns.message.outcome")}
        hint={outcome && t(`campaigns.message.outcome_${outcome.until}Hint`)}
        value={outcome?.until ?? NONE}
        options={[NONE, ...choices].map((one) => [one, t(`campaigns.message.outcome_${one}`)])}
        onChange={choose}
      />
      {outcome && (
        <DelayInput
          label={t("campaigns.message.outcomeFor")}
          value={outcome.for}
          onChange={(time) => onChange({ ...step, outcome: { ...outcome, for: time } })}
        />
      )}
    </>
  )
}

/** The step with another outcome to wait for; each way leads where the one in its place led before. */
function withOutcome(step: MessageStep, outcome: MessageStep["outcome"]): MessageStep {
  const before = messageWays(step)
  const ways = messageWays({ outcome })
  const led = (way: string) => {
    if (way === "not_sent") return step.next.not_sent
    return step.next[before.length === ways.length ? before[ways.indexOf(way)] : before[0]]
  }
  const next = Object.fromEntries(ways.map((way) => [way, led(way) ?? null]))
  return { ...step, outcome, next }
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
