import { Label, RadioGroup, Select, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ANY_TOPIC, FREQUENCIES, type Frequency } from "../../../types/common"
import type { ConsentEntry } from "../../../types/profile"
import { useChangeConsent } from "../../hooks/api/profiles"
import { FormDrawer } from "../common/form-drawer"

type ConsentDialogProps = { profileId: string; entry: ConsentEntry; onClose: () => void }

/** Records what a person told the staff about one channel and topic; a reason is needed, for the record. */
export function ConsentDialog({ profileId, entry, onClose }: ConsentDialogProps) {
  const { t } = useTranslation("engage")
  const [state, setState] = useState(
    entry.state === "subscribed" && entry.frequency === "every" ? "unsubscribed" : "subscribed"
  )
  const [frequency, setFrequency] = useState<Frequency>(entry.frequency)
  const [reason, setReason] = useState("")
  const often = entry.topic !== ANY_TOPIC && state === "subscribed"
  const change = useChangeConsent(profileId)

  const save = async () => {
    try {
      await change.mutateAsync({
        channel: entry.channel,
        topic: entry.topic,
        state: state as "subscribed" | "unsubscribed",
        ...(often && { frequency }),
        reason: reason.trim(),
      })
      toast.success(t("profiles.consent.saved"))
      onClose()
    } catch (error) {
      toast.error((error as Error).message)
    }
  }

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("profiles.consent.dialogTitle")}
      description={
        <>
          {t(`channel.${entry.channel}`)} ·{" "}
          {entry.topic === ANY_TOPIC ? t("profiles.consent.anyTopic") : entry.topic_name}
        </>
      }
      onSubmit={save}
      ready={reason.trim() !== ""}
      pending={change.isPending}
    >
      <RadioGroup
        value={state}
        onValueChange={setState}
        aria-label={t("profiles.consent.newState")}
      >
        {(["subscribed", "unsubscribed"] as const).map((value) => (
          <RadioGroup.ChoiceBox
            key={value}
            value={value}
            label={t(`consent.${value}`)}
            description={t(`profiles.consent.choice.${value}`)}
          />
        ))}
      </RadioGroup>
      {often && (
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor="consent-frequency">
            {t("profiles.consent.frequency.title")}
          </Label>
          <Select value={frequency} onValueChange={(next) => setFrequency(next as Frequency)}>
            <Select.Trigger id="consent-frequency">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {FREQUENCIES.map((value) => (
                <Select.Item key={value} value={value}>
                  {t(`profiles.consent.frequency.${value}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      )}
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor="consent-reason">
          {t("profiles.consent.reason")}
        </Label>
        <Textarea
          id="consent-reason"
          required
          rows={3}
          value={reason}
          placeholder={t("profiles.consent.reasonPlaceholder")}
          onChange={(event) => setReason(event.target.value)}
        />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("profiles.consent.reasonHint")}
        </Text>
      </div>
    </FormDrawer>
  )
}
