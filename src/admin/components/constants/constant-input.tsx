import { Button, Input, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ConstantKind } from "../../../types/content"
import { uploadPicture } from "../../lib/client"

type ConstantInputProps = {
  kind: ConstantKind
  label: string
  value: string
  onChange: (value: string) => void
}

/** A field for the value of a detail, fit for its kind. */
export function ConstantInput({ kind, label, value, onChange }: ConstantInputProps) {
  const { t } = useTranslation("engage")
  const file = useRef<HTMLInputElement>(null)
  const [loading, setLoading] = useState(false)

  const onFile = async (chosen: File | undefined) => {
    if (!chosen) return
    setLoading(true)
    await uploadPicture(chosen)
      .then(onChange)
      .catch((error: Error) => void toast.error(error.message))
    setLoading(false)
  }

  if (kind === "color") {
    return (
      <input
        type="color"
        aria-label={label}
        value={value || "#18181b"}
        onChange={(event) => onChange(event.target.value)}
        className="border-ui-border-base bg-ui-bg-field h-8 w-16 cursor-pointer rounded-md border p-0.5"
      />
    )
  }
  return (
    <div className="flex items-center gap-x-2">
      {kind === "image" && value && (
        <img src={value} alt="" className="h-8 max-w-[80px] rounded object-contain" />
      )}
      <div className="min-w-0 flex-1">
        <Input
          size="small"
          aria-label={label}
          placeholder={kind === "text" ? undefined : "https://"}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {kind === "image" && (
        <>
          <input
            ref={file}
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            className="hidden"
            aria-label={t("editor.field.upload")}
            onChange={(event) => void onFile(event.target.files?.[0])}
          />
          <Button
            size="small"
            variant="secondary"
            type="button"
            isLoading={loading}
            onClick={() => file.current?.click()}
          >
            {t("editor.field.upload")}
          </Button>
        </>
      )}
    </div>
  )
}
