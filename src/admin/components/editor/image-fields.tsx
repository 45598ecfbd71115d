import { Button, Text, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { BlockOf } from "../../../types/document"
import { uploadPicture } from "../../lib/client"
import { AlignField, NumberField, TextField, VariableField } from "./fields"
import { useBlockChange } from "./use-block-change"

/** Which picture, what it says to people who do not see it, and where it leads. */
export function ImageFields({ block }: { block: BlockOf<"image"> }) {
  const { t } = useTranslation("engage")
  const set = useBlockChange(block)
  const input = useRef<HTMLInputElement>(null)
  const [loading, setLoading] = useState(false)

  const onFile = async (file: File | undefined) => {
    if (!file) return
    setLoading(true)
    try {
      set({ src: await uploadPicture(file) })
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setLoading(false)
    }
  }

  return (
    <>
      <div>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          className="hidden"
          aria-label={t("editor.field.upload")}
          onChange={(event) => {
            void onFile(event.target.files?.[0])
            event.target.value = ""
          }}
        />
        <Button
          size="small"
          variant="secondary"
          className="w-full"
          isLoading={loading}
          onClick={() => input.current?.click()}
        >
          {t("editor.field.upload")}
        </Button>
      </div>
      <VariableField
        label={t("editor.field.src")}
        value={block.src}
        onChange={(src) => set({ src })}
      />
      <TextField
        label={t("editor.field.alt")}
        hint={t("editor.field.altHint")}
        value={block.alt}
        onChange={(alt) => set({ alt })}
      />
      {block.src && !block.alt.trim() && (
        <Text size="xsmall" className="text-ui-tag-orange-text">
          {t("editor.field.altMissing")}
        </Text>
      )}
      <VariableField
        label={t("editor.field.imageHref")}
        value={block.href}
        onChange={(href) => set({ href })}
      />
      <NumberField
        label={t("editor.field.width")}
        min={5}
        max={100}
        value={block.width}
        onChange={(width) => set({ width })}
      />
      <AlignField value={block.align} onChange={(align) => set({ align })} />
    </>
  )
}
