import { Text, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type RowShellProps = {
  disabled?: boolean
  problems: (string | undefined)[]
  actions: ReactNode
  children: ReactNode
  /** Rows of conditions inside of a row. */
  below?: ReactNode
}

/** The card of one condition: its sentence, its menu, and what is still missing, in red. */
export function RowShell({ disabled, problems, actions, children, below }: RowShellProps) {
  const { t } = useTranslation("engage")
  const messages = [...new Set(problems.filter(Boolean))]
  return (
    <div
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest flex flex-col gap-y-2 rounded-lg p-2 pl-3",
        messages.length > 0 && "!shadow-borders-error"
      )}
    >
      <div className="flex items-start gap-x-2">
        <div
          className={clx(
            "flex min-w-0 flex-1 flex-wrap items-center gap-2",
            disabled && "opacity-70"
          )}
        >
          {children}
        </div>
        {actions}
      </div>
      {below}
      {messages.length > 0 && (
        <Text size="xsmall" role="alert" className="text-ui-fg-error">
          {messages.join(" ")}
        </Text>
      )}
      {disabled && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("segments.builder.disabledHint")}
        </Text>
      )}
    </div>
  )
}
