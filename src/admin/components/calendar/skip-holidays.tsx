import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

type SkipHolidaysProps = {
  checked: boolean
  /** What comes of it here. */
  hint: string
  onChange: (checked: boolean) => void
}

/** Whether holidays of the shop are left out, with the way to where they are set. */
export function SkipHolidays({ checked, hint, onChange }: SkipHolidaysProps) {
  const { t } = useTranslation("engage")
  const id = useId()
  return (
    <div className="flex items-start gap-x-2">
      <Checkbox
        id={id}
        className="mt-0.5 shrink-0"
        checked={checked}
        onCheckedChange={(value) => onChange(value === true)}
      />
      <div>
        <Label size="small" htmlFor={id}>
          {t("holidays.skip")}
        </Label>
        <Text size="small" className="text-ui-fg-subtle">
          {hint} {t("holidays.which")}{" "}
          <Link
            to="/settings/engage#holidays"
            className="text-ui-tag-blue-text focus-visible:shadow-borders-focus rounded-sm underline outline-none"
          >
            {t("holidays.settings")}
          </Link>
          .
        </Text>
      </div>
    </div>
  )
}
