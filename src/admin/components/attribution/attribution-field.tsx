import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AttributionDrawer, type AttributionDrawerProps } from "./attribution-drawer"
import { useAttributionWords } from "./use-attribution-words"

type AttributionFieldProps = Omit<AttributionDrawerProps, "onClose"> & { disabled?: boolean }

/** Which orders are credited, in words, with the form that changes it. */
export function AttributionField({ value, id, disabled, onSave }: AttributionFieldProps) {
  const { t } = useTranslation("engage")
  const words = useAttributionWords()
  const [editing, setEditing] = useState(false)
  return (
    <span className="flex items-start justify-between gap-x-4">
      <span className="txt-compact-small text-ui-fg-base">{words(value)}</span>
      {!disabled && (
        <Button
          size="small"
          variant="secondary"
          type="button"
          className="shrink-0"
          onClick={() => setEditing(true)}
        >
          {t("attribution.change")}
        </Button>
      )}
      {editing && (
        <AttributionDrawer
          value={value}
          id={id}
          onSave={onSave}
          onClose={() => setEditing(false)}
        />
      )}
    </span>
  )
}
