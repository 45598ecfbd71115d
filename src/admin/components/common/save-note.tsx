import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SaveState } from "../../hooks/use-autosave"

/** Whether the last change is saved, and why not. */
export function SaveNote({ save }: { save: SaveState }) {
  const { t } = useTranslation("engage")
  return (
    <Text
      size="small"
      role="status"
      title={save.error}
      className={
        save.state === "failed" ? "text-ui-fg-error min-w-0 truncate" : "text-ui-fg-subtle"
      }
    >
      {save.state === "failed"
        ? t("editor.save.failed", { error: save.error, interpolation: { escapeValue: false } })
        : t(`editor.save.${save.state}`)}
    </Text>
  )
}
