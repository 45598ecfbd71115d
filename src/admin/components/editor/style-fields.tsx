import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMessageEditor } from "./editor-context"
import { ColorField, NumberField, SelectField } from "./fields"

/** How the message looks as a whole, while no block is chosen. */
export function StyleFields() {
  const { t } = useTranslation("engage")
  const { document, setStyle } = useMessageEditor()
  const { style } = document
  return (
    <div className="flex flex-col gap-y-4">
      <div>
        <Heading level="h2">{t("editor.style.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("editor.style.hint")}
        </Text>
      </div>
      <ColorField
        label={t("editor.style.accent")}
        value={style.accent}
        none={t("editor.style.shopColor")}
        onChange={(accent) => setStyle({ accent })}
      />
      <ColorField
        label={t("editor.style.background")}
        value={style.background}
        onChange={(background) => background && setStyle({ background })}
      />
      <ColorField
        label={t("editor.style.surface")}
        value={style.surface}
        onChange={(surface) => surface && setStyle({ surface })}
      />
      <ColorField
        label={t("editor.style.text")}
        value={style.text}
        onChange={(text) => text && setStyle({ text })}
      />
      <SelectField
        label={t("editor.style.font")}
        value={style.font}
        onChange={(font) => setStyle({ font })}
        options={(["sans", "serif", "mono"] as const).map((value) => ({
          value,
          label: t(`editor.font.${value}`),
        }))}
      />
      <NumberField
        label={t("editor.style.radius")}
        min={0}
        max={32}
        value={style.radius}
        onChange={(radius) => setStyle({ radius })}
      />
    </div>
  )
}
