import { Label, Switch, Text, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type TextPartProps = {
  /** Written by hand; `null` while it is made from the HTML. */
  text: string | null
  automatic: string
  onChange: (text: string | null) => void
}

/** The plain text of a message: made from the HTML, or written by hand. */
export function TextPart({ text, automatic, onChange }: TextPartProps) {
  const { t } = useTranslation("engage")
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-center gap-x-3">
        <Switch
          id="template-own-text"
          size="small"
          checked={text !== null}
          onCheckedChange={(own) => onChange(own ? automatic : null)}
        />
        <div>
          <Label size="small" weight="plus" htmlFor="template-own-text">
            {t("templates.ownText")}
          </Label>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("templates.ownTextHint")}
          </Text>
        </div>
      </div>
      <Textarea
        aria-label={t("templates.part.text")}
        className="h-[420px] font-mono text-[12px] leading-5"
        value={text ?? automatic}
        readOnly={text === null}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
