import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { TemplatePreview } from "../../../types/content"
import { problemsIn } from "../../lib/template-languages"
import { CodeArea, type CodeAreaHandle } from "../templates/code-area"
import { ProblemList } from "../templates/problem-list"
import { VariablePicker } from "../templates/variable-picker"

type HtmlTabProps = {
  html: string
  /** The language that is being written; `null` for the message's own. */
  language: string | null
  profileId: string | undefined
  preview: TemplatePreview | undefined
  onLanguage: (language: string | null) => void
  onChange: (html: string) => void
}

/** The message as HTML, for those who write it by hand. */
export function HtmlTab(props: HtmlTabProps) {
  const { html, language, profileId, preview, onLanguage, onChange } = props
  const { t } = useTranslation("engage")
  const code = useRef<CodeAreaHandle>(null)
  const problems = problemsIn(preview, language)
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
        onGoTo={({ line, column, language: its = null }) => {
          if (its !== language) return onLanguage(its)
          code.current?.goTo(line ?? 1, column ?? 1)
        }}
      />
    </div>
  )
}
