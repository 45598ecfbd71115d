import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAttributeValues } from "../../hooks/api/attributes"
import { useFormat } from "../../hooks/use-format"
import { allLanguages, readTag } from "../../lib/languages"
import { Picker } from "../picker/picker"

const MOST = 60

type AddLanguageProps = { taken: string[]; onAdd: (language: string) => void }

/** Finds a language by name or code; those that the shop's people speak come first. */
export function AddLanguage({ taken, onAdd }: AddLanguageProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState("")
  const q = text.trim().toLowerCase()
  const { data, isFetching } = useAttributeValues("language", "", open)
  const known = useMemo(() => allLanguages(format.language), [format])

  const spoken = (data ?? []).flatMap(({ value, count }) => {
    const tag = readTag(value)
    return tag ? [{ tag, detail: t("languages.people", { count }) }] : []
  })
  const typed = readTag(q)
  const options = [...spoken, ...(typed ? [{ tag: typed }] : []), ...known.map((tag) => ({ tag }))]
    .filter(({ tag }, at, all) => all.findIndex((one) => one.tag === tag) === at)
    .filter(({ tag }) => !taken.includes(tag))
    .map(({ tag, ...rest }) => ({ value: tag, label: format.language(tag), ...rest }))
    .filter(({ value, label }) => label.toLowerCase().includes(q) || value.toLowerCase() === q)

  return (
    <Picker
      label={t("languages.add")}
      options={options.slice(0, MOST)}
      onSearch={setText}
      onOpenChange={setOpen}
      loading={isFetching}
      onPick={onAdd}
      trigger={
        <Button size="small" variant="transparent" type="button">
          <Plus />
          {t("languages.add")}
        </Button>
      }
    />
  )
}
