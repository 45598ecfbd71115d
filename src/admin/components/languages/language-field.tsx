import { Hint, Label, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

const OF_PERSON = "person"
const DEFAULT = "default"

type LanguageFieldProps = {
  languages: string[]
  /** `null` for the message's own, nothing for that of the person. */
  value: string | null | undefined
  onChange: (language: string | null | undefined) => void
}

/** In which of a message's languages a test is sent. */
export function LanguageField({ languages, value, onChange }: LanguageFieldProps) {
  const { t } = useTranslation("engage")
  const { language: nameOf } = useFormat()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor="test-language">
        {t("languages.test")}
      </Label>
      <Select
        size="small"
        value={value === undefined ? OF_PERSON : (value ?? DEFAULT)}
        onValueChange={(next) =>
          onChange(next === OF_PERSON ? undefined : next === DEFAULT ? null : next)
        }
      >
        <Select.Trigger id="test-language">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={OF_PERSON}>{t("languages.testPerson")}</Select.Item>
          <Select.Item value={DEFAULT}>{t("languages.default")}</Select.Item>
          {languages.map((one) => (
            <Select.Item key={one} value={one}>
              {nameOf(one)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <Hint className="text-ui-fg-subtle">{t("languages.testHint")}</Hint>
    </div>
  )
}
