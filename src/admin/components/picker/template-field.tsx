import { useState } from "react"
import { useTemplate, useTemplates } from "../../hooks/api/templates"
import type { SendingChannel } from "../../../types/common"
import { useDebounced } from "../../hooks/use-debounced"
import { FieldButton } from "./field-button"
import { Picker } from "./picker"

type TemplateFieldProps = {
  /** Only templates for this channel are offered. */
  channel?: SendingChannel
  label: string
  templateId: string | null
  /** What it says when none is chosen. */
  placeholder: string
  onPick: (id: string) => void
}

/** Finds a template by name. */
export function TemplateField({
  channel = "email",
  label,
  templateId,
  placeholder,
  onPick,
}: TemplateFieldProps) {
  const [text, setText] = useState("")
  const { data, isFetching } = useTemplates({ q: useDebounced(text), channel, limit: 50 })
  const { data: template } = useTemplate(templateId ?? undefined)
  const name = templateId ? (template?.name ?? "…") : placeholder

  return (
    <Picker
      label={label}
      options={(data?.templates ?? []).map(({ id, name, subject, excerpt }) => ({
        value: id,
        label: name,
        detail: subject || excerpt,
      }))}
      selected={templateId ? [templateId] : undefined}
      onPick={onPick}
      onSearch={setText}
      loading={isFetching}
      trigger={
        <FieldButton
          empty={!templateId}
          aria-label={`${label}: ${name}`}
          className="min-h-8 w-full"
        >
          {name}
        </FieldButton>
      }
    />
  )
}
