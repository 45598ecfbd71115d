import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { channelForm } from "../../../types/channel-form"
import type { SendingChannel } from "../../../types/common"
import type { MailboxStat } from "../../../types/deliverability"
import { useFormat } from "../../hooks/use-format"
import { useMailboxName } from "../../hooks/use-mailbox-name"
import { EmptyState, Section } from "../common/states"
import { type Column, ListTable } from "../list/list-table"

/** Shares of complaints that Gmail and Yahoo ask senders to stay under, and from which on they refuse. */
const WARN = 0.001
const ALARM = 0.003

type MailboxSectionProps = { channel: SendingChannel; mailboxes: MailboxStat[] | undefined }

/** How messages arrived at each mailbox provider, in shares of what was sent there. */
export function MailboxSection({ channel, mailboxes }: MailboxSectionProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const name = useMailboxName()
  const isPhone = channelForm(channel).to === "phone"
  const share = (part: number, of: number) => (of ? format.share(part / of) : "–")

  const columns: Column<MailboxStat>[] = [
    {
      id: "mailbox",
      header: t(isPhone ? "short.operator" : "deliverability.mailboxes.provider"),
      cell: (row) => (!isPhone || row.mailbox === "other" ? name(row.mailbox) : row.mailbox),
    },
    {
      id: "accepted",
      header: t("deliverability.mailboxes.accepted"),
      align: "right",
      cell: (row) => format.number(row.accepted),
    },
    ...(channel === "email"
      ? (["delivered", "opened", "clicked"] as const)
      : (["delivered", "clicked"] as const)
    ).map((key): Column<MailboxStat> => ({
      id: key,
      header: t(`deliverability.mailboxes.${key}`),
      align: "right",
      cell: (row) => share(row[key], row.accepted),
    })),
    {
      id: "bounced",
      header: t("deliverability.mailboxes.bounced"),
      align: "right",
      cell: (row) => share(row.hard + row.soft + row.sender, row.accepted),
    },
    {
      id: "complained",
      header: t("deliverability.mailboxes.complained"),
      align: "right",
      cell: (row) => (
        <span className="inline-flex items-center justify-end gap-x-2">
          {row.complained > 0 && <ComplaintBadge rate={row.complained / row.accepted} />}
          {share(row.complained, row.accepted)}
        </span>
      ),
    },
  ]

  return (
    <Section
      title={t(isPhone ? "short.byOperator" : "deliverability.mailboxes.title")}
      description={channel === "email" && t("deliverability.mailboxes.description")}
    >
      {mailboxes && !mailboxes.length ? (
        <EmptyState
          title={t("deliverability.mailboxes.emptyTitle")}
          description={t(
            channel === "email" ? "deliverability.mailboxes.emptyDescription" : "short.nothingSent"
          )}
        />
      ) : (
        <ListTable
          label={t("deliverability.mailboxes.title")}
          columns={columns}
          rows={mailboxes}
          rowKey={(row) => row.mailbox}
          skeletonRows={4}
        />
      )}
    </Section>
  )
}

function ComplaintBadge({ rate }: { rate: number }) {
  const { t } = useTranslation("engage")
  const [color, key] =
    rate >= ALARM
      ? (["red", "alarm"] as const)
      : rate >= WARN
        ? (["orange", "warn"] as const)
        : (["green", "note"] as const)
  return <StatusBadge color={color}>{t(`deliverability.mailboxes.${key}`)}</StatusBadge>
}
