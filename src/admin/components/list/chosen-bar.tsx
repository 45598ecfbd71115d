import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

type ChosenBarProps = {
  /** How many rows are chosen, in words. */
  label: string
  onClear: () => void
  /** What can be done with them. */
  children: ReactNode
}

/** A bar above a table while rows of it are chosen. */
export function ChosenBar({ label, onClear, children }: ChosenBarProps) {
  const { t } = useTranslation("engage")
  return (
    <div
      role="region"
      aria-label={label}
      className="bg-ui-bg-subtle flex flex-wrap items-center gap-2 border-t px-6 py-2"
    >
      <Text size="small" weight="plus" leading="compact" className="mr-2" aria-live="polite">
        {label}
      </Text>
      {children}
      <Button size="small" variant="transparent" onClick={onClear}>
        {t("actions.clear")}
      </Button>
    </div>
  )
}
