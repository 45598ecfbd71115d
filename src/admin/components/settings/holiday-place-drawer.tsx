import { Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { HolidayPlace, Holidays } from "../../../types/calendar"
import { useHolidayRegions } from "../../hooks/api/holidays"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"

type HolidayPlaceDrawerProps = {
  countries: Holidays["countries"]
  pending: boolean
  onClose: () => void
  onSave: (place: HolidayPlace) => void
}

const WHOLE = "-"

/** Chooses a country, and of some a part of it that has holidays of its own. */
export function HolidayPlaceDrawer({
  countries,
  pending,
  onClose,
  onSave,
}: HolidayPlaceDrawerProps) {
  const { t } = useTranslation("engage")
  const [country, setCountry] = useState("")
  const [region, setRegion] = useState(WHOLE)
  const [text, setText] = useState("")
  const { data: regions = [] } = useHolidayRegions(country)
  const chosen = countries.find(({ code }) => code === country)?.name
  const found = countries.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))

  return (
    <FormDrawer
      onOpenChange={(open) => !open && onClose()}
      title={t("holidays.addPlace")}
      onSubmit={() => {
        onSave({ country, region: region === WHOLE ? null : region })
      }}
      ready={country !== ""}
      pending={pending}
    >
      <Field label={t("holidays.country")}>
        <Picker
          label={t("holidays.country")}
          options={found.map(({ code, name }) => ({ value: code, label: name }))}
          selected={[country]}
          onSearch={setText}
          onPick={(code) => {
            setCountry(code)
            setRegion(WHOLE)
          }}
          trigger={
            <FieldButton
              aria-label={`${t("holidays.country")}: ${chosen ?? t("holidays.choose")}`}
              className="min-h-8 w-full"
            >
              {chosen ?? t("holidays.choose")}
            </FieldButton>
          }
        />
      </Field>
      {regions.length > 0 && (
        <Field label={t("holidays.region")} hint={t("holidays.regionHint")}>
          <Select size="small" value={region} onValueChange={setRegion}>
            <Select.Trigger aria-label={t("holidays.region")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={WHOLE}>{t("holidays.whole")}</Select.Item>
              {regions.map(({ code, name }) => (
                <Select.Item key={code} value={code}>
                  {name}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </Field>
      )}
    </FormDrawer>
  )
}
