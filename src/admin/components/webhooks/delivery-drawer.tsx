import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { WebhookDeliveryDetail } from "../../../types/webhook"
import { useReplayDelivery, useWebhookDelivery } from "../../hooks/api/webhooks"
import { ErrorState, RowsSkeleton } from "../common/states"
import { Fact, Time } from "../common/values"
import { DeliveryState } from "./delivery-state"
import { useEventName } from "./event-name"

type DeliveryDrawerProps = { webhook: string; delivery: string; onClose: () => void }

/** One call: what is sent, each try with its answer, and the way to send it again. */
export function DeliveryDrawer({ webhook, delivery: id, onClose }: DeliveryDrawerProps) {
  const { t } = useTranslation("engage")
  const name = useEventName()
  const { data: delivery, error, refetch } = useWebhookDelivery(webhook, id)
  const replay = useReplayDelivery(webhook)
  const onReplay = () =>
    replay.mutate(id, {
      onSuccess: () => toast.success(t("webhooks.log.sentAgain")),
      onError: (problem) => void toast.error(problem.message),
    })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{delivery ? name(delivery.type) : t("webhooks.log.detail")}</Drawer.Title>
          <Drawer.Description>{delivery?.type ?? t("webhooks.log.detail")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex-1 divide-y overflow-auto p-0" tabIndex={0}>
          {error && !delivery ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : delivery ? (
            <Detail delivery={delivery} />
          ) : (
            <RowsSkeleton rows={6} />
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
          {delivery && delivery.state !== "waiting" && (
            <Button size="small" isLoading={replay.isPending} onClick={onReplay}>
              {t("webhooks.log.again")}
            </Button>
          )}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Detail({ delivery }: { delivery: WebhookDeliveryDetail }) {
  const { t } = useTranslation("engage")
  const body = JSON.stringify(JSON.parse(delivery.body), null, 2)
  return (
    <>
      <Fact label={t("webhooks.log.state")}>
        <DeliveryState delivery={delivery} />
      </Fact>
      <Fact label={t("webhooks.log.at")}>
        <Time at={delivery.at} />
      </Fact>
      {delivery.next_at && (
        <Fact label={t("webhooks.log.next")}>
          <Time at={delivery.next_at} />
        </Fact>
      )}
      <Fact label={t("webhooks.log.id")}>
        <code>{delivery.event_id}</code>
      </Fact>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" weight="plus">
          {t("webhooks.log.body")}
        </Text>
        <Code text={body} />
      </div>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Text size="small" weight="plus">
          {t("webhooks.log.triesTitle")}
        </Text>
        {!delivery.tries.length && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("webhooks.log.noTries")}
          </Text>
        )}
        <ol className="flex flex-col gap-y-3">
          {delivery.tries.map((one) => (
            <Try key={one.at} one={one} />
          ))}
        </ol>
      </div>
    </>
  )
}

function Try({ one }: { one: WebhookDeliveryDetail["tries"][number] }) {
  const { t } = useTranslation("engage")
  return (
    <li className="flex flex-col gap-y-1">
      <Text as="div" size="small" className="flex flex-wrap gap-x-2">
        <Time at={one.at} />
        <span className="text-ui-fg-subtle">{t("webhooks.log.took", { ms: one.ms })}</span>
        <span className={one.error ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
          {one.error ?? one.status}
        </span>
      </Text>
      {one.response && <Code text={one.response} />}
    </li>
  )
}

function Code({ text }: { text: string }) {
  return (
    <pre
      tabIndex={0}
      className="bg-ui-bg-subtle text-ui-fg-base txt-compact-xsmall focus-visible:shadow-borders-focus max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-md p-3 font-mono outline-none"
    >
      {text}
    </pre>
  )
}
