import { Button, Drawer, Hint, Label, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Broadcast } from "../../../types/broadcast"
import { useReviseBroadcast } from "../../hooks/api/broadcasts"
import { useFormat } from "../../hooks/use-format"
import { TemplateField } from "../picker/template-field"

/** Gives those who have not got a paused broadcast yet another message. */
export function ReviseDialog({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [template, setTemplate] = useState(broadcast.template?.id ?? null)
  const revise = useReviseBroadcast(broadcast.id)
  const { accepted = 0, waiting = 0 } = broadcast.progress ?? {}

  const onSave = () => {
    if (!template) return
    revise.mutate(template, {
      onSuccess: () => {
        toast.success(t("broadcasts.revise.done"))
        setOpen(false)
      },
    })
  }

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("broadcasts.revise.button")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("broadcasts.revise.title")}</Drawer.Title>
          <Drawer.Description>{t("broadcasts.revise.description")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6">
          <Text size="small" className="text-ui-fg-subtle">
            {t("broadcasts.revise.counts", {
              sent: format.number(accepted),
              waiting: format.number(waiting),
            })}
          </Text>
          <div className="flex flex-col gap-y-2">
            <Label size="small" weight="plus">
              {t("broadcasts.template")}
            </Label>
            <TemplateField
              channel={broadcast.channel}
              label={t("broadcasts.template")}
              templateId={template}
              placeholder={t("broadcasts.noTemplate")}
              onPick={setTemplate}
            />
            <Hint className="text-ui-fg-subtle">{t("broadcasts.revise.hint")}</Hint>
          </div>
          {revise.error && <Hint variant="error">{revise.error.message}</Hint>}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" disabled={!template} isLoading={revise.isPending} onClick={onSave}>
            {t("broadcasts.revise.save")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
