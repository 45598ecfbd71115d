import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ProfileListItem } from "../../../types/profile"
import { useProfiles } from "../../hooks/api/profiles"
import { useDebounced } from "../../hooks/use-debounced"
import { FieldButton } from "./field-button"
import { Picker } from "./picker"

/** A person as shown in a short list: the name, else the address. */
export const personName = (person: {
  name: string | null
  email: string | null
  phone?: string | null
}) => person.name ?? person.email ?? person.phone ?? "–"

type ProfilePickerProps = {
  label: string
  /** Name of the person who is chosen now. */
  current: string | null
  onPick: (profile: ProfileListItem) => void
  className?: string
}

/** Finds a person by name, e-mail or phone. */
export function ProfilePicker({ label, current, onPick, className }: ProfilePickerProps) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const settled = useDebounced(text)
  const { data, isFetching } = useProfiles({ q: open ? settled : "", limit: 20 })
  const people = data?.profiles ?? []

  return (
    <Picker
      label={label}
      options={people.map((person) => ({
        value: person.id,
        label: personName(person),
        detail: person.email ?? undefined,
      }))}
      onSearch={setText}
      onOpenChange={setOpen}
      loading={isFetching}
      onPick={(id) => {
        const person = people.find((candidate) => candidate.id === id)
        if (person) onPick(person)
      }}
      trigger={
        <FieldButton empty={!current} aria-label={label} className={className}>
          {current ?? t("picker.choose")}
        </FieldButton>
      }
    />
  )
}
