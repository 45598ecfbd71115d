import { ArrowPath, Bolt, Pause, PencilSquare, Trash } from "@medusajs/icons"
import { Alert, Badge, Button, Copy, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Webhook } from "../../../types/webhook"
import {
  useDeleteWebhook,
  useNewWebhookSecret,
  useTestWebhook,
  useUpdateWebhook,
} from "../../hooks/api/webhooks"
import { useFormat } from "../../hooks/use-format"
import { MoreMenu } from "../common/more-menu"
import { PageHeader } from "../common/page-header"
import { Fact } from "../common/values"
import { SecretNote } from "../sources/secret-note"
import { EditWebhook } from "./edit-webhook"
import { useEventName } from "./event-name"
import { WebhookState } from "./webhook-state"

/** Where a webhook goes, how it is doing, and what can be done with it. */
export function WebhookHeader({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const name = useEventName()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const [editing, setEditing] = useState(false)
  const update = useUpdateWebhook(webhook.id)
  const renew = useNewWebhookSecret(webhook.id)
  const remove = useDeleteWebhook(webhook.id)
  const onError = (error: Error) => void toast.error(error.message)
  const active = webhook.status === "active"

  const sure = (key: "renew" | "delete") =>
    prompt({
      title: t(`webhooks.${key}.title`),
      description: t(`webhooks.${key}.description`),
      confirmText: t(`webhooks.${key}.confirm`),
      cancelText: t("actions.cancel"),
    })
  const onRenew = async () => {
    if (await sure("renew")) renew.mutate(undefined, { onError })
  }
  const onDelete = async () => {
    if (!(await sure("delete"))) return
    remove.mutate(undefined, { onSuccess: () => navigate("/settings/engage/webhooks"), onError })
  }
  const onSwitch = () => update.mutate({ status: active ? "paused" : "active" }, { onError })

  return (
    <PageHeader
      title={webhook.description || new URL(webhook.url).host}
      badge={<WebhookState webhook={webhook} />}
      actions={
        <>
          <TestButton webhook={webhook} />
          <MoreMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("webhooks.edit"),
                    onClick: () => setEditing(true),
                  },
                  {
                    icon: active ? <Pause /> : <Bolt />,
                    label: t(active ? "webhooks.pause" : "webhooks.resume"),
                    onClick: onSwitch,
                  },
                  { icon: <ArrowPath />, label: t("webhooks.renew.action"), onClick: onRenew },
                ],
              },
              { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: onDelete }] },
            ]}
          />
        </>
      }
    >
      <Trouble webhook={webhook} />
      <Fact label={t("webhooks.url")}>
        <span className="flex items-center gap-x-2">
          <code className="break-all">{webhook.url}</code>
          <Copy content={webhook.url} aria-label={t("webhooks.copyAddress")} />
        </span>
      </Fact>
      <Fact label={t("webhooks.proof")}>
        {t("webhooks.proofHint", { hint: webhook.secret_hint })}
      </Fact>
      <Fact label={t("webhooks.told")}>
        <span className="flex flex-wrap gap-1">
          {webhook.types.map((type) => (
            <Badge key={type} size="2xsmall">
              {name(type)}
            </Badge>
          ))}
        </span>
      </Fact>
      {renew.data && (
        <div className="px-6 py-4">
          <SecretNote secret={renew.data.secret} />
        </div>
      )}
      {editing && <EditWebhook webhook={webhook} open onOpenChange={setEditing} />}
    </PageHeader>
  )
}

function TestButton({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const test = useTestWebhook(webhook.id)
  const onTest = () =>
    test.mutate(undefined, {
      onSuccess: ({ delivery: { state, last_status, last_error } }) =>
        state === "done"
          ? toast.success(t("webhooks.test.worked", { status: last_status }))
          : toast.error(t("webhooks.test.failed", { error: last_error })),
      onError: (error) => void toast.error(error.message),
    })
  return (
    <Button size="small" variant="secondary" isLoading={test.isPending} onClick={onTest}>
      {t("webhooks.test.action")}
    </Button>
  )
}

function Trouble({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const { status, stopped_because, failing_since } = webhook
  const text =
    status === "stopped"
      ? t(`webhooks.stopped.${stopped_because ?? "failing"}`)
      : status === "paused"
        ? t("webhooks.pausedText")
        : failing_since && t("webhooks.failingSince", { at: format.dateTime(failing_since) })
  if (!text) return null
  const variant = status === "stopped" ? "error" : status === "paused" ? "info" : "warning"
  return (
    <div className="px-6 py-4">
      <Alert variant={variant}>{text}</Alert>
    </div>
  )
}
