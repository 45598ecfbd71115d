import { XMark } from "@medusajs/icons"
import { FocusModal, IconButton, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { type TemplateInput, useTemplatePreview } from "../../hooks/api/templates"
import { useDebounced } from "../../hooks/use-debounced"
import { useForCampaign } from "../../hooks/use-for-campaign"
import { useLeaveGuard } from "../../hooks/use-leave-guard"
import { useUndo } from "../../hooks/use-undo"
import { changeIn, draftIn } from "../../lib/template-languages"
import { LanguageBar } from "../languages/language-bar"
import { PreviewPane } from "../templates/preview-pane"
import { CheckPanel } from "./check-panel"
import { DesignTab } from "./design-tab"
import { EditorHeader, type EditorTab } from "./editor-header"
import { HtmlTab } from "./html-tab"
import { MessageTab } from "./message-tab"
import { useSavedTemplate } from "./use-saved-template"

type MessageEditorProps = { id: string; initial: TemplateInput }

/** The whole editor of one template, over the full screen; every change is saved by itself. */
export function MessageEditor({ id, initial }: MessageEditorProps) {
  const { t } = useTranslation("engage")
  const navigate = useNavigate()
  const campaign = useForCampaign()
  const back = campaign ? `/engage/campaigns/${campaign}` : `/engage/templates/${id}`
  const history = useUndo(initial)
  const draft = history.value
  const save = useSavedTemplate(id, draft)
  const [tab, setTab] = useState<EditorTab>("design")
  const [profileId, setProfileId] = useState<string>()
  const { name: _, ...content } = useDebounced(draft)
  const [chosen, setLanguage] = useState<string | null>(null)
  // What was undone may have been the language itself.
  const language = draft.languages?.some((one) => one.language === chosen) ? chosen : null
  const written = draftIn(draft, language)
  const preview = useTemplatePreview(content, profileId, language)
  useLeaveGuard(save.state !== "saved")

  const set = (change: Partial<TemplateInput>, tag?: string) =>
    history.set((before) => changeIn(before, language, change), tag && `${language} ${tag}`)

  return (
    <FocusModal open onOpenChange={(open) => !open && navigate(back)}>
      <FocusModal.Content>
        <Tabs
          value={tab}
          onValueChange={(next) => setTab(next as EditorTab)}
          className="flex h-full flex-col overflow-hidden"
        >
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
            <EditorHeader
              name={draft.name}
              onName={(name) => history.set((before) => ({ ...before, name }), "name")}
              save={save}
              {...history}
            />
          </div>
          <LanguageBar
            draft={draft}
            language={language}
            onLanguage={setLanguage}
            onChange={(next) => history.set(next)}
          />
          <FocusModal.Body className="flex min-h-0 flex-1 flex-col overflow-hidden">
            <Tabs.Content value="design" className="min-h-0 flex-1">
              {written.document ? (
                <DesignTab
                  key={language}
                  document={written.document}
                  profileId={profileId}
                  onChange={(edit, tag) =>
                    history.set(
                      (before) => {
                        const { document } = draftIn(before, language)
                        return document
                          ? changeIn(before, language, { document: edit(document) })
                          : before
                      },
                      tag && `${language} ${tag}`
                    )
                  }
                />
              ) : (
                <HtmlTab
                  html={written.html}
                  language={language}
                  profileId={profileId}
                  preview={preview.data}
                  onLanguage={setLanguage}
                  onChange={(html) => set({ html }, "html")}
                />
              )}
            </Tabs.Content>
            <Tabs.Content value="message" className="min-h-0 flex-1 overflow-y-auto">
              <MessageTab
                draft={written}
                language={language}
                preview={preview.data}
                profileId={profileId}
                onChange={set}
                onAttachments={(change) =>
                  history.set((before) => ({
                    ...before,
                    attachments: change(before.attachments ?? []),
                  }))
                }
              />
            </Tabs.Content>
            <Tabs.Content
              value="preview"
              className="bg-ui-bg-subtle min-h-0 flex-1 overflow-y-auto p-4"
            >
              <div className="mx-auto max-w-[1000px]">
                <PreviewPane
                  preview={preview.data}
                  error={preview.data ? null : preview.error}
                  onRetry={preview.refetch}
                  isFetching={preview.isFetching}
                  onProfile={setProfileId}
                />
              </div>
            </Tabs.Content>
            <Tabs.Content
              value="check"
              className="bg-ui-bg-subtle min-h-0 flex-1 overflow-y-auto p-4"
            >
              <CheckPanel content={content} />
            </Tabs.Content>
          </FocusModal.Body>
        </Tabs>
      </FocusModal.Content>
    </FocusModal>
  )
}
