import { XMarkMini } from "@medusajs/icons"
import { Badge, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { FieldButton } from "../picker/field-button"
import { Picker } from "../picker/picker"
import { TagPicker } from "./tag-picker"

type TagListFieldProps = {
  label: string
  tags: string[]
  onChange: (tags: string[]) => void
  addable?: boolean
  /** What there is to choose from; the tags of people when left out. */
  known?: string[]
}

/** Some tags, chosen from those that there are. */
export function TagListField({ label, tags, onChange, addable, known }: TagListFieldProps) {
  const { t } = useTranslation("engage")
  const id = useId()
  const toggle = (tag: string) =>
    onChange(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag])
  const picker = {
    label,
    several: true,
    selected: tags,
    onPick: toggle,
    addable,
    trigger: <FieldButton empty>{t("picker.choose")}</FieldButton>,
  }

  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-y-2">
      <Label size="small" id={id}>
        {label}
      </Label>
      <span className="flex flex-wrap items-center gap-1">
        {tags.map((tag) => (
          <Badge key={tag} size="small" className="max-w-[240px] gap-x-1 pr-1">
            <span className="truncate">{tag}</span>
            <button
              type="button"
              aria-label={t("actions.remove", { name: tag })}
              onClick={() => toggle(tag)}
              className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            >
              <XMarkMini />
            </button>
          </Badge>
        ))}
        {known ? (
          <Picker {...picker} options={known.map((name) => ({ value: name, label: name }))} />
        ) : (
          <TagPicker {...picker} />
        )}
      </span>
    </div>
  )
}
