import { CheckCircle, ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TemplatePreview, TemplateProblem } from "../../../types/content"
import { useFormat } from "../../hooks/use-format"

/** Gmail shows only the beginning of a message above this size. */
const CUT_OFF_BYTES = 102 * 1024

type ProblemListProps = {
  preview: TemplatePreview | undefined
  onGoTo: (problem: TemplateProblem) => void
}

/** Mistakes with their place, which clicking on them leads to, and the size of the message. */
export function ProblemList({ preview, onGoTo }: ProblemListProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  if (!preview) return null
  const { problems, bytes } = preview
  const tooLarge = bytes > CUT_OFF_BYTES

  return (
    <div className="flex flex-col gap-y-2" role="status">
      {problems.map((problem, index) => (
        <button
          key={index}
          type="button"
          onClick={() => onGoTo(problem)}
          className="txt-compact-small text-ui-fg-error focus-visible:shadow-borders-focus flex items-start gap-x-2 rounded-md text-left outline-none"
        >
          <ExclamationCircle className="mt-0.5 shrink-0" aria-hidden />
          <span>
            {problem.language && `${format.language(problem.language)}: `}
            {t(`templates.part.${problem.part}`)}
            {problem.line !== null &&
              ` ${t("templates.place", { line: problem.line, column: problem.column ?? 1 })}`}
            : {problem.message}
          </span>
        </button>
      ))}
      <Text
        as="div"
        size="small"
        leading="compact"
        className="flex items-center justify-between gap-x-4"
      >
        <span className="text-ui-fg-subtle flex items-center gap-x-2">
          {!problems.length && (
            <>
              <CheckCircle className="text-ui-tag-green-icon" aria-hidden />
              {t("templates.noProblems")}
            </>
          )}
        </span>
        <span className={tooLarge ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
          {t(tooLarge ? "templates.tooLarge" : "templates.size", {
            size: format.bytes(bytes),
            limit: format.bytes(CUT_OFF_BYTES),
          })}
        </span>
      </Text>
    </div>
  )
}
