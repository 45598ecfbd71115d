import { FocusModal, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SendingChannel } from "../../../types/common"
import type { TemplateInput } from "../../hooks/api/templates"
import { EditorFrame } from "../editor/editor-frame"
import { useTemplateDraft } from "../editor/use-template-draft"
import { PersonSwitch } from "../templates/person-switch"
import { ShortFields } from "./short-fields"
import { ShortPreview } from "./short-preview"

type ShortEditorProps = { id: string; channel: SendingChannel; initial: TemplateInput }

/** The editor of a short message, such as a text message: its fields, and beside them how it will look. */
export function ShortEditor({ id, channel, initial }: ShortEditorProps) {
  const { t } = useTranslation("engage")
  const template = useTemplateDraft(id, initial, channel)
  const { written, language, profileId, setProfileId, set } = template
  const preview = template.preview.data

  return (
    <EditorFrame id={id} template={template}>
      <FocusModal.Body className="bg-ui-bg-subtle min-h-0 flex-1 overflow-y-auto p-4">
        <div className="mx-auto grid max-w-[1040px] grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_400px]">
          <ShortFields
            channel={channel}
            draft={written}
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
    </EditorFrame>
  )
}
