import { Button, Drawer, Hint, clx } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCreateWebhook, type WebhookInput } from "../../hooks/api/webhooks"
import { CALM } from "../common/calm"
import { SecretNote } from "../sources/secret-note"
import { isComplete, WebhookFields } from "./webhook-fields"

const EMPTY: WebhookInput = { url: "", description: "", types: [] }

/** Adds a webhook, shows its secret once, and leads on to its page. */
export function CreateWebhook() {
  const { t } = useTranslation("engage")
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState(EMPTY)
  const create = useCreateWebhook()
  const made = create.data

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    if (next) return
    create.reset()
    setValue(EMPTY)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ ...value, url: value.url.trim(), description: value.description.trim() })
  }

  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("webhooks.create")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={onSubmit} className={clx("flex min-h-0 flex-1 flex-col", CALM)}>
          <Drawer.Header>
            <Drawer.Title>{t("webhooks.create")}</Drawer.Title>
            <Drawer.Description>{t("webhooks.createHint")}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
            {made ? (
              <SecretNote secret={made.secret} />
            ) : (
              <WebhookFields value={value} onChange={setValue} />
            )}
          </Drawer.Body>
          <Drawer.Footer>
            {create.error && <Hint variant="error">{create.error.message}</Hint>}
            {made ? (
              <Button size="small" asChild>
                <Link to={`/settings/engage/webhooks/${made.webhook.id}`}>
                  {t("webhooks.open")}
                </Link>
              </Button>
            ) : (
              <Button
                size="small"
                type="submit"
                disabled={!isComplete(value)}
                isLoading={create.isPending}
              >
                {t("webhooks.create")}
              </Button>
            )}
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
