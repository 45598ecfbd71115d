import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"

type ZonePickerProps = { value: string; onChange: (zone: string) => void }

const MOST = 60

// Every browser that the admin runs in has it; the compiler's library is older.
const { supportedValuesOf } = Intl as unknown as { supportedValuesOf(what: "timeZone"): string[] }

/** Finds a time zone by its city. */
export function ZonePicker({ value, onChange }: ZonePickerProps) {
  const { t } = useTranslation("engage")
  const [text, setText] = useState("")
  const zones = useMemo(() => ["UTC", ...supportedValuesOf("timeZone")], [])
  const wanted = text.toLowerCase().replaceAll(" ", "_")
  const found = zones.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, MOST)

  return (
    <Picker
      label={t("broadcastPlan.zone")}
      options={found.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      selected={[value]}
      onSearch={setText}
      onPick={onChange}
      trigger={
        <FieldButton
          aria-label={`${t("broadcastPlan.zone")}: ${value.replaceAll("_", " ")}`}
          className="min-h-8 w-full"
        >
          {value.replaceAll("_", " ")}
        </FieldButton>
      }
    />
  )
}
