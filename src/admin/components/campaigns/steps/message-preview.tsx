import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Field } from "../../common/field"
import { personName, ProfilePicker } from "../../picker/profile-picker"
import { WalkMessage } from "../walk-message"

/** The message of a step as a person of choice would get it, or the sample person. */
export function MessagePreview({ template }: { template: string }) {
  const { t } = useTranslation("engage")
  const [person, setPerson] = useState<{ id: string; name: string }>()
  return (
    <Field label={t("campaigns.message.seenBy")}>
      <ProfilePicker
        label={t("campaigns.message.seenBy")}
        current={person?.name ?? t("templates.preview.sample")}
        onPick={(profile) => setPerson({ id: profile.id, name: personName(profile) })}
        className="min-h-8 w-full"
      />
      <WalkMessage template={template} person={person?.id} />
    </Field>
  )
}
