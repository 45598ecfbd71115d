import { MagnifyingGlass, PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Button, StatusBadge, Text, toast, Tooltip, usePrompt } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import type { MailSender } from "../../../types/sender"
import { useCheckSender, useDeleteSender, useSenders } from "../../hooks/api/senders"
import { MoreMenu } from "../common/more-menu"
import { ErrorState, RowsSkeleton, Section } from "../common/states"
import { SenderDrawer } from "./sender-drawer"
import { SenderRules } from "./sender-rules"

const COLORS = {
  shop: "green",
  confirmed: "green",
  incomplete: "red",
  unchecked: "orange",
} as const

/** Whom messages can come from, and who writes to whom. */
export function SendersSection() {
  const { t } = useTranslation("engage")
  const { data, error, refetch } = useSenders()
  const [editing, setEditing] = useState<Partial<MailSender>>()

  return (
    <>
      <Section
        id="sender"
        title={t("senders.title")}
        description={t("senders.description")}
        actions={
          <Button size="small" variant="secondary" onClick={() => setEditing({})}>
            {t("senders.add")}
          </Button>
        }
      >
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        {!data && !error && <RowsSkeleton rows={2} />}
        {data && (
          <ul className="divide-y">
            <Row sender={data.shop} badge={<Badge size="2xsmall">{t("senders.default")}</Badge>} />
            {data.senders.map((sender) => (
              <Row
                key={sender.id}
                sender={sender}
                badge={<Confirmed sender={sender} />}
                menu={<Menu sender={sender} onEdit={() => setEditing(sender)} />}
              />
            ))}
          </ul>
        )}
        {editing && <SenderDrawer sender={editing} onClose={() => setEditing(undefined)} />}
      </Section>
      {data && data.senders.length > 0 && (
        <SenderRules key={JSON.stringify(data.rules)} senders={data.senders} rules={data.rules} />
      )}
    </>
  )
}

type RowProps = {
  sender: Pick<MailSender, "name" | "email" | "reply_to">
  badge: ReactNode
  menu?: ReactNode
}

function Row({ sender: { name, email, reply_to }, badge, menu }: RowProps) {
  const { t } = useTranslation("engage")
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus" as="div" className="break-words">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {reply_to ? t("senders.withReply", { email, reply_to }) : email}
        </Text>
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        {badge}
        {menu}
      </div>
    </li>
  )
}

/** In a word whether messages from an address will be believed, with what was found. */
function Confirmed({ sender: { state, records } }: { sender: MailSender }) {
  const { t } = useTranslation("engage")
  const found = (has: boolean | null) =>
    t(has === null ? "senders.records.unknown" : has ? "senders.records.yes" : "senders.records.no")
  const badge = <StatusBadge color={COLORS[state]}>{t(`senders.state.${state}`)}</StatusBadge>
  const content =
    records && state !== "shop"
      ? t("senders.records.all", {
          spf: found(records.spf),
          dkim: found(records.dkim),
          dmarc: found(records.dmarc),
        })
      : t(`senders.stateHint.${state}`)
  return (
    <Tooltip content={content}>
      <span tabIndex={0} className="focus-visible:shadow-borders-focus rounded-md outline-none">
        {badge}
        <span className="sr-only">{content}</span>
      </span>
    </Tooltip>
  )
}

function Menu({ sender, onEdit }: { sender: MailSender; onEdit: () => void }) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const check = useCheckSender()
  const remove = useDeleteSender()
  const onError = (error: Error) => void toast.error(error.message)

  const onDelete = async () => {
    const sure = await prompt({
      title: t("senders.deleteTitle"),
      description: t("senders.deleteHint", sender),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    remove.mutate(sender.id, { onSuccess: () => void toast.success(t("senders.deleted")), onError })
  }

  return (
    <MoreMenu
      groups={[
        {
          actions: [
            { icon: <PencilSquare />, label: t("actions.edit"), onClick: onEdit },
            {
              icon: <MagnifyingGlass />,
              label: t("senders.check"),
              onClick: () =>
                check.mutate(sender.id, {
                  onSuccess: () => void toast.success(t("senders.checked")),
                  onError,
                }),
            },
          ],
        },
        {
          actions: [
            { icon: <Trash />, label: t("actions.delete"), onClick: () => void onDelete() },
          ],
        },
      ]}
    />
  )
}
