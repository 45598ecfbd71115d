import { Button, Drawer, Input, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Audience } from "../../../types/audience"
import { useUpdateAudience } from "../../hooks/api/audiences"
import { Field } from "../common/field"
import { FolderInput } from "../filing/folder-input"

/** Renames an audience, describes it, and files it in a folder; its people stay. */
export function EditAudience({ audience }: { audience: Audience }) {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("actions.edit")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("audiences.edit")}</Drawer.Title>
          <Drawer.Description>{t("audiences.editHint")}</Drawer.Description>
        </Drawer.Header>
        {open && <EditForm audience={audience} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function EditForm({ audience, onDone }: { audience: Audience; onDone: () => void }) {
  const { t } = useTranslation("engage")
  const { name, description, folder } = audience
  const [draft, setDraft] = useState({ name, description, folder })
  const update = useUpdateAudience(audience.id)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate(draft, {
      onSuccess: () => {
        toast.success(t("audiences.saved"))
        onDone()
      },
      onError: (error) => void toast.error(error.message),
    })
  }
  const bind = (key: keyof typeof draft) => ({
    id: `audience-${key}`,
    value: draft[key],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [key]: event.target.value }),
  })

  return (
    <form onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        <Field id="audience-name" label={t("audiences.name")}>
          <Input required maxLength={200} {...bind("name")} />
        </Field>
        <Field id="audience-description" label={t("audiences.note")}>
          <Textarea maxLength={2000} {...bind("description")} />
        </Field>
        <Field id="audience-folder" label={t("filing.folder")}>
          <FolderInput
            id="audience-folder"
            kind="audiences"
            value={draft.folder}
            onChange={(folder) => setDraft({ ...draft, folder })}
          />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button
          size="small"
          type="submit"
          disabled={!draft.name.trim()}
          isLoading={update.isPending}
        >
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
