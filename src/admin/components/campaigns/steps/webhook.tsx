import { Button, Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { WebhookStep } from "../../../../types/campaign-errand"
import { useWebhookSecret } from "../../../hooks/api/webhooks"
import { Field } from "../../common/field"
import { FieldInput } from "../inputs/field-input"
import { TextInput } from "../inputs/inputs"
import { WebhookTrial } from "./webhook-trial"
import type { StepFieldsProps, StepForm, StepOf } from "./step-form"

const MOST = 10

function Fields({ step, onChange }: StepFieldsProps<"webhook">) {
  const { t } = useTranslation("engage")
  const put = (answers: WebhookStep["answers"], tag?: string) => onChange({ ...step, answers }, tag)
  const change = (i: number, part: Partial<WebhookStep["answers"][number]>, tag?: string) =>
    put(
      step.answers.map((one, at) => (at === i ? { ...one, ...part } : one)),
      tag && `${i} ${tag}`
    )
  return (
    <>
      <TextInput
        type="url"
        label={t("campaignSteps.webhook.url")}
        hint={t("campaignSteps.webhook.urlHint")}
        placeholder="https://"
        value={step.url}
        onChange={(url) => onChange({ ...step, url }, "url")}
      />
      <Secret />
      {step.answers.map((one, i) => (
        <div key={i} className="flex flex-col gap-y-3 rounded-lg border p-3">
          <TextInput
            label={t("campaignSteps.webhook.path")}
            hint={t("campaignSteps.webhook.pathHint")}
            value={one.path}
            onChange={(path) => change(i, { path }, "path")}
          />
          <FieldInput value={one.field} onChange={(field) => change(i, { field })} />
          <Button
            size="small"
            variant="transparent"
            className="w-fit"
            onClick={() => put(step.answers.filter((_, at) => at !== i))}
          >
            {t("campaignSteps.remove")}
          </Button>
        </div>
      ))}
      {step.answers.length < MOST && (
        <Button
          size="small"
          variant="secondary"
          className="w-fit"
          onClick={() => put([...step.answers, { path: "", field: "" }])}
        >
          {t("campaignSteps.webhook.addAnswer")}
        </Button>
      )}
      <WebhookTrial step={step} />
    </>
  )
}

/** By what the other side knows that a call is the shop's. */
function Secret() {
  const { t } = useTranslation("engage")
  const { data: secret } = useWebhookSecret()
  return (
    <Field label={t("campaignSteps.webhook.secret")} hint={t("campaignSteps.webhook.secretHint")}>
      <div className="bg-ui-bg-component flex min-h-8 items-center gap-x-2 rounded-md border px-2">
        <Text size="small" className="min-w-0 flex-1 truncate font-mono">
          {secret ?? "…"}
        </Text>
        {secret && <Copy content={secret} />}
      </div>
    </Field>
  )
}

function Summary({ step: { url } }: { step: StepOf<"webhook"> }) {
  const { t } = useTranslation("engage")
  if (!URL.canParse(url)) return t("campaignSteps.webhook.none")
  return new URL(url).host
}

/** Telling another system. */
export const webhook: StepForm<"webhook"> = { Fields, Summary }
