import { Checkbox, Input, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OwnDays } from "../../../types/calendar"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type OwnDaysDrawerProps = {
  /** Left out, new ones are made. */
  days?: OwnDays
  pending: boolean
  onClose: () => void
  onSave: (days: OwnDays) => void
}

/** Days on which the shop is closed, such as for stock-taking. */
export function OwnDaysDrawer({ days, pending, onClose, onSave }: OwnDaysDrawerProps) {
  const { t } = useTranslation("engage")
  const [name, setName] = useState(days?.name ?? "")
  const [from, setFrom] = useState(days?.from ?? "")
  const [to, setTo] = useState(days?.to ?? "")
  const [yearly, setYearly] = useState(days?.yearly ?? false)
  const last = to || from

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t(days ? "holidays.editOwn" : "holidays.addOwn")}
      onSubmit={() => {
        onSave({ name: name.trim(), from, to: last, yearly })
      }}
      ready={name.trim() !== "" && from !== "" && last >= from}
      pending={pending}
    >
      <Field label={t("holidays.name")} id="own-days-name">
        <Input
          id="own-days-name"
          size="small"
          maxLength={100}
          placeholder={t("holidays.namePlaceholder")}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <div className="grid grid-cols-2 gap-x-2">
        <Field label={t("holidays.from")} id="own-days-from">
          <Input
            id="own-days-from"
            size="small"
            type="date"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        </Field>
        <Field label={t("holidays.to")} id="own-days-to" hint={t("holidays.toHint")}>
          <Input
            id="own-days-to"
            size="small"
            type="date"
            min={from}
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </Field>
      </div>
      <div className="flex items-center gap-x-2">
        <Checkbox
          id="own-days-yearly"
          checked={yearly}
          onCheckedChange={(checked) => setYearly(checked === true)}
        />
        <Label size="small" htmlFor="own-days-yearly">
          {t("holidays.yearly")}
        </Label>
      </div>
    </FormDrawer>
  )
}
