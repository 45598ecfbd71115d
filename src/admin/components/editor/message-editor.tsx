import { FocusModal, Tabs } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TemplateInput } from "../../hooks/api/templates"
import { PreviewPane } from "../templates/preview-pane"
import { CheckPanel } from "./check-panel"
import { DesignTab } from "./design-tab"
import { EditorFrame } from "./editor-frame"
import { HtmlTab } from "./html-tab"
import { MessageTab } from "./message-tab"
import { useTemplateDraft } from "./use-template-draft"

const TABS = ["design", "message", "preview", "check"] as const
type EditorTab = (typeof TABS)[number]

const KEYS: [what: string, keys: string[]][] = [
  ["choose", ["Enter"]],
  ["moveBlock", ["Alt", "↑", "↓"]],
  ["duplicateBlock", ["Ctrl", "D"]],
  ["removeBlock", ["Delete"]],
  ["undo", ["Ctrl", "Z"]],
  ["redo", ["Ctrl", "Y"]],
  ["help", ["?"]],
]

type MessageEditorProps = { id: string; initial: TemplateInput }

/** The whole editor of one template, over the full screen; every change is saved by itself. */
export function MessageEditor({ id, initial }: MessageEditorProps) {
  const { t } = useTranslation("engage")
  const [tab, setTab] = useState<EditorTab>("design")
  const template = useTemplateDraft(id, initial)
  const { written, content, language, setLanguage, profileId, setProfileId, preview, set } =
    template

  return (
    <Tabs value={tab} onValueChange={(next) => setTab(next as EditorTab)}>
      <EditorFrame
        id={id}
        template={template}
        keys={KEYS}
        actions={
          <Tabs.List>
            {TABS.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {t(`editor.tab.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        }
      >
        <FocusModal.Body className="flex min-h-0 flex-1 flex-col overflow-hidden">
          <Tabs.Content value="design" className="min-h-0 flex-1">
            {written.document ? (
              <DesignTab
                key={language}
                document={written.document}
                profileId={profileId}
                onChange={(edit, tag) =>
                  template.change(({ document }) => document && { document: edit(document) }, tag)
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
                template.history.set((before) => ({
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
      </EditorFrame>
    </Tabs>
  )
}
