import { ChevronLeftMini, ChevronRightMini } from "@medusajs/icons"
import { Badge, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TemplatePreview } from "../../../types/content"
import { useProfiles } from "../../hooks/api/profiles"
import { useFormat } from "../../hooks/use-format"
import { ProfilePicker, personName } from "../picker/profile-picker"

type PersonSwitchProps = { preview: TemplatePreview | undefined; onProfile: (id: string) => void }

/** Chooses as whom the message is shown; the arrows go through the shop's latest buyers. */
export function PersonSwitch({ preview, onProfile }: PersonSwitchProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { data } = useProfiles({ limit: 50 })
  const people = data?.profiles ?? []
  const at = people.findIndex((person) => person.id === preview?.profile?.id)
  const go = (step: number) => {
    if (people.length) onProfile(people[(at + step + people.length) % people.length].id)
  }

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2">
      <Text size="small" leading="compact" className="text-ui-fg-subtle whitespace-nowrap">
        {t("templates.preview.as")}
      </Text>
      <ProfilePicker
        label={t("templates.preview.person")}
        current={preview?.profile ? personName(preview.profile) : t("templates.preview.sample")}
        onPick={(person) => onProfile(person.id)}
        className="w-[220px]"
      />
      <IconButton
        size="small"
        type="button"
        variant="transparent"
        aria-label={t("templates.preview.previousPerson")}
        onClick={() => go(at < 0 ? 0 : -1)}
      >
        <ChevronLeftMini />
      </IconButton>
      <IconButton
        size="small"
        type="button"
        variant="transparent"
        aria-label={t("templates.preview.nextPerson")}
        onClick={() => go(1)}
      >
        <ChevronRightMini />
      </IconButton>
      {preview?.language && (
        <Badge size="2xsmall" className="whitespace-nowrap">
          <LanguageShown preview={preview} language={preview.language} />
        </Badge>
      )}
      {preview?.campaign && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle ml-auto">
          {preview.campaign.at
            ? t("templates.preview.campaign", {
                name: preview.campaign.name,
                time: format.dateTime(preview.campaign.at),
              })
            : t("templates.preview.campaignNever", { name: preview.campaign.name })}
        </Text>
      )}
    </div>
  )
}

type LanguageShownProps = {
  preview: TemplatePreview
  language: NonNullable<TemplatePreview["language"]>
}

function LanguageShown({ preview, language: { shown, reads } }: LanguageShownProps) {
  const { t } = useTranslation("engage")
  const { language: nameOf } = useFormat()
  if (!preview.profile)
    return shown ? t("languages.shown", { name: nameOf(shown) }) : t("languages.shownDefault")
  if (!reads) return t("languages.readsUnknown")
  const name = nameOf(reads)
  return shown ? t("languages.reads", { name }) : t("languages.readsOther", { name })
}
