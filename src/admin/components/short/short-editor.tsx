import { ArrowUturnLeft, XMark } from "@medusajs/icons"
import { FocusModal, IconButton, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { SendingChannel } from "../../../types/common"
import { type TemplateInput, useTemplatePreview } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"
import { useForCampaign } from "../../hooks/use-for-campaign"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useUndo } from "../../hooks/use-undo"
import { changeIn, draftIn } from "../../lib/template-languages"
import { LanguageBar } from "../languages/language-bar"
import { SaveNote } from "../common/save-note"
import { useSavedTemplate } from "../editor/use-saved-template"
import { PersonSwitch } from "../templates/person-switch"
import { ShortFields } from "./short-fields"
import { ShortPreview } from "./short-preview"

type ShortEditorProps = { id: string; channel: SendingChannel; initial: TemplateInput }

/** The editor of a short message, such as a text message: its fields, and beside them how it will look. */
export function ShortEditor({ id, channel, initial }: ShortEditorProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const campaign = useForCampaign()
  const back = campaign ? `/engage/campaigns/${campaign}` : `/engage/templates/${id}`
  const history = useUndo(initial)
  const draft = history.value
  const save = useSavedTemplate(id, draft)
  const [profileId, setProfileId] = useState<string>()
  const { name: _, ...content } = useDebounced(draft, 250)
  const [chosen, setLanguage] = useState<string | null>(null)
  // What was undone may have been the language itself.
  const language = draft.languages?.some((one) => one.language === chosen) ? chosen : null
  const { data: preview } = useTemplatePreview({ ...content, channel }, profileId, language)
  useLeaveGuard(save.state !== "saved")

  const set = (change: Partial<TemplateInput>, tag?: string) =>
    history.set((before) => changeIn(before, language, change), tag && `${language} ${tag}`)

  return (
    <FocusModal open onOpenChange={(open) => !open && navigate(back)}>
      <FocusModal.Content>
        <div className="flex items-center gap-x-3 border-b px-4 py-2">
          <div className="sr-only">
            <FocusModal.Title>{t("editor.title")}</FocusModal.Title>
            <FocusModal.Description>{t("editor.description")}</FocusModal.Description>
          </div>
          <FocusModal.Close asChild>
            <IconButton
              size="small"
              variant="transparent"
              type="button"
              aria-label={t("actions.close")}
            >
              <XMark />
            </IconButton>
          </FocusModal.Close>
          <Input
            size="small"
            className="w-[240px]"
            aria-label={t("templates.name")}
            value={draft.name}
            aria-invalid={!draft.name.trim()}
            onChange={({ target }) =>
              history.set((before) => ({ ...before, name: target.value }), "name")
            }
          />
          <IconButton
            size="small"
            variant="transparent"
            type="button"
            aria-label={t("actions.undo")}
            disabled={!history.canUndo}
            onClick={history.undo}
          >
            <ArrowUturnLeft />
          </IconButton>
          <SaveNote save={save} />
        </div>
        <LanguageBar
          draft={draft}
          language={language}
          onLanguage={setLanguage}
          onChange={(next) => history.set(next)}
        />
        <FocusModal.Body className="bg-ui-bg-subtle min-h-0 flex-1 overflow-y-auto p-4">
          <div className="mx-auto grid max-w-[1040px] grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_400px]">
            <ShortFields
              channel={channel}
              draft={draftIn(draft, language)}
              language={language}
              preview={preview}
              profileId={profileId}
              onChange={set}
            />
            <div className="bg-ui-bg-base shadow-elevation-card-rest divide-y overflow-hidden rounded-lg">
              <PersonSwitch preview={preview} onProfile={setProfileId} />
              {preview?.rendered ? (
                <ShortPreview
                  channel={channel}
                  message={preview.rendered}
                  className="min-h-[320px] rounded-none"
                />
              ) : (
                <Text size="small" className="text-ui-fg-subtle px-4 py-10 text-center">
                  {t(preview ? "templates.preview.broken" : "picker.loading")}
                </Text>
              )}
            </div>
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
