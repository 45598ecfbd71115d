import { Button, Drawer, Hint, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Webhook } from "../../../types/webhook"
import { useUpdateWebhook, type WebhookInput } from "../../hooks/api/webhooks"
import { isComplete, WebhookFields } from "./webhook-fields"

type EditWebhookProps = { webhook: Webhook; open: boolean; onOpenChange: (open: boolean) => void }

/** Changes where a webhook goes and what it is told. */
export function EditWebhook({ webhook, open, onOpenChange }: EditWebhookProps) {
  const { t } = useTranslation("engage")
  const { url, description, types } = webhook
  const [value, setValue] = useState<WebhookInput>({ url, description, types })
  const update = useUpdateWebhook(webhook.id)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate(value, {
      onSuccess: () => {
        toast.success(t("webhooks.saved"))
        onOpenChange(false)
      },
    })
  }
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <form onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
          <Drawer.Header>
            <Drawer.Title>{t("webhooks.edit")}</Drawer.Title>
            <Drawer.Description>{t("webhooks.editHint")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
            <WebhookFields value={value} onChange={setValue} />
          </Drawer.Body>
          <Drawer.Footer>
            {update.error && <Hint variant="error">{update.error.message}</Hint>}
            <Drawer.Close asChild>
              <Button size="small" variant="secondary">
                {t("actions.cancel")}
              </Button>
            </Drawer.Close>
            <Button
              size="small"
              type="submit"
              disabled={!isComplete(value)}
              isLoading={update.isPending}
            >
              {t("actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
