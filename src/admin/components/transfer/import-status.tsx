import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ImportStatus } from "../../../types/transfer"

const tones = {
  mapping: "grey",
  checking: "blue",
  checked: "blue",
  running: "blue",
  done: "green",
  cancelled: "orange",
  undoing: "orange",
  undone: "grey",
  failed: "red",
} as const satisfies Record<ImportStatus, string>

/** Where an import stands. */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { t } = useTranslation("engage")
  return (
    <StatusBadge color={tones[status]} className="whitespace-nowrap">
      {t(`transfer.state.${status}`)}
    </StatusBadge>
  )
}
