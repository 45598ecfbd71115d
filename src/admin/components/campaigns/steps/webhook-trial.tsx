import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { WebhookStep, WebhookTrial as Trial } from "../../../../types/campaign-errand"
import { useFields } from "../../../hooks/api/fields"
import { useWebhookTrial } from "../../../hooks/api/webhooks"
import { useForCampaign } from "../../../hooks/use-for-campaign"
import { useFormat } from "../../../hooks/use-format"
import { FormDrawer } from "../../common/form-drawer"
import { Field } from "../../common/field"
import { personName, ProfilePicker } from "../../picker/profile-picker"
import { useFlow } from "../flow-context"

/** Calls the other system once with a person of one's choice, and shows what went out and what came back. */
export function WebhookTrial({ step: { url, answers } }: { step: WebhookStep }) {
  const { t } = useTranslation("engage")
  const { open: step = "" } = useFlow()
  const campaign = useForCampaign()
  const [open, setOpen] = useState(false)
  const [person, setPerson] = useState<{ id: string; name: string }>()
  const trial = useWebhookTrial()
  if (!campaign) return null

  const onSubmit = () => {
    if (person) trial.mutate({ campaign_id: campaign, step, profile_id: person.id, url, answers })
  }
  return (
    <FormDrawer
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        trial.reset()
      }}
      trigger={
        <Button size="small" variant="secondary" className="w-fit" disabled={!URL.canParse(url)}>
          {t("campaignSteps.webhook.try")}
        </Button>
      }
      title={t("campaignSteps.webhook.try")}
      description={t("campaignSteps.webhook.tryHint")}
      onSubmit={onSubmit}
      submit={t("campaignSteps.webhook.send")}
      cancel={t("actions.close")}
      ready={Boolean(person)}
      pending={trial.isPending}
    >
      <Field label={t("campaignSteps.webhook.person")}>
        <ProfilePicker
          label={t("campaignSteps.webhook.person")}
          current={person?.name ?? null}
          onPick={(profile) => setPerson({ id: profile.id, name: personName(profile) })}
        />
      </Field>
      <div aria-live="polite" className="flex flex-col gap-y-5">
        {trial.error && (
          <Text size="small" className="text-ui-fg-error">
            {trial.error.message}
          </Text>
        )}
        {trial.data && <Told trial={trial.data} />}
      </div>
    </FormDrawer>
  )
}

function Told({ trial: { request, answer, error, duration_ms, fields } }: { trial: Trial }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data: own } = useFields()
  const label = (key: string) =>
    own?.find(({ scope, key: one }) => scope === "profile" && one === key)?.label ?? key
  return (
    <>
      <div className="flex items-center gap-x-2">
        <Badge size="2xsmall" color={error ? "red" : "green"}>
          {error ?? t("campaignSteps.webhook.answered", { status: answer?.status })}
        </Badge>
        <Text size="small" className="text-ui-fg-subtle">
          {t("campaignSteps.webhook.took", { number: format.number(duration_ms) })}
        </Text>
      </div>
      {fields.length > 0 && (
        <dl className="txt-small grid grid-cols-2 gap-x-4 gap-y-1">
          {fields.map(({ path, field, value }, i) => (
            <div key={i} className="contents">
              <dt className="text-ui-fg-subtle truncate">
                {path} → {label(field)}
              </dt>
              <dd className="truncate">{value ?? t("campaignSteps.webhook.noValue")}</dd>
            </div>
          ))}
        </dl>
      )}
      <Source label={t("campaignSteps.webhook.answer")} text={answer && readable(answer.text)} />
      <Source label={t("campaignSteps.webhook.sent")} text={readable(request.body)} />
      <Source
        label={t("campaignSteps.webhook.headers")}
        text={Object.entries(request.headers)
          .map((pair) => pair.join(": "))
          .join("\n")}
      />
    </>
  )
}

function Source({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <Field label={label}>
      <pre
        tabIndex={0}
        aria-label={label}
        className="bg-ui-bg-subtle txt-compact-xsmall focus-visible:shadow-borders-focus max-h-60 overflow-auto rounded-lg border p-3 font-mono outline-none"
      >
        {text}
      </pre>
    </Field>
  )
}

/** JSON by lines; anything else as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
