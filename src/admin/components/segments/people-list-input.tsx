import { Button, Text, Textarea } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"

type PeopleListInputProps = { value: string; onChange: (text: string) => void }

/** A list of people, pasted or from a CSV file, whose first column counts. */
export function PeopleListInput({ value, onChange }: PeopleListInputProps) {
  const { t } = useTranslation("engage")
  const file = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-col gap-y-2">
      <Textarea
        rows={6}
        aria-label={t("audiences.list")}
        placeholder={t("audiences.listPlaceholder")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="flex items-center justify-between gap-x-4">
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("audiences.listHint")}
        </Text>
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="shrink-0"
          onClick={() => file.current?.click()}
        >
          {t("audiences.file")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          className="hidden"
          aria-label={t("audiences.file")}
          onChange={(event) => void event.target.files?.[0]?.text().then(onChange)}
        />
      </div>
    </div>
  )
}

/** Saves the lines that name nobody as a text file. */
export function downloadLines(lines: string[], name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([lines.join("\n")], { type: "text/plain" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
