import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { TemplatePreview } from "../../../types/content"
import { CodeArea, type CodeAreaHandle } from "../templates/code-area"
import { ProblemList } from "../templates/problem-list"
import { VariablePicker } from "../templates/variable-picker"

type HtmlTabProps = {
  html: string
  profileId: string | undefined
  preview: TemplatePreview | undefined
  onChange: (html: string) => void
}

/** The message as HTML, for those who write it by hand. */
export function HtmlTab({ html, profileId, preview, onChange }: HtmlTabProps) {
  const { t } = useTranslation("engage")
  const code = useRef<CodeAreaHandle>(null)
  const problems = preview?.problems ?? []
  return (
    <div className="mx-auto flex h-full max-w-[1200px] flex-col gap-y-3 p-4">
      <div className="flex items-center justify-end">
        <VariablePicker profileId={profileId} onInsert={(text) => code.current?.insert(text)} />
      </div>
      <CodeArea
        ref={code}
        label={t("templates.part.html")}
        className="min-h-0 flex-1"
        value={html}
        marked={problems.flatMap(({ part, line }) => (part === "html" && line ? [line] : []))}
        onChange={onChange}
      />
      <ProblemList
        preview={preview}
        onGoTo={({ line, column }) => code.current?.goTo(line ?? 1, column ?? 1)}
      />
    </div>
  )
}
