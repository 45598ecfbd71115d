import { defineRouteConfig } from "@medusajs/admin-sdk"
import { InboxSolid } from "@medusajs/icons"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { CursorFooter } from "../../../components/list/cursor-footer"
import { type Column, ListTable } from "../../../components/list/list-table"
import { MessageDrawer } from "../../../components/message/message-drawer"
import type { OutboxItem } from "../../../../types/message"
import { useOutbox } from "../../../hooks/api/messages"
import { useListParams } from "../../../hooks/use-list-params"

/** Everything the sandbox has captured; a message opens as the person would have got it. */
const OutboxPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { limit, cursor } = params
  const { data, error, refetch, isFetching } = useOutbox({ limit, cursor })
  const open = params.param("open")

  const columns: Column<OutboxItem>[] = [
    {
      id: "subject",
      header: t("messages.columns.subject"),
      cell: (message) => (
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className="block max-w-[420px] truncate"
        >
          {message.subject || t("messages.noSubject")}
        </Text>
      ),
    },
    {
      id: "channel",
      header: t("short.channel.title"),
      cell: (message) => <Badge size="2xsmall">{t(`channel.${message.channel}`)}</Badge>,
    },
    {
      id: "to",
      header: t("messages.columns.to"),
      cell: (message) => <span className="block max-w-[280px] truncate">{message.to ?? "–"}</span>,
    },
    {
      id: "source",
      header: t("messages.columns.source"),
      cell: (message) =>
        message.source ? (
          <span className="block max-w-[240px] truncate">{message.source.name}</span>
        ) : (
          <Badge size="2xsmall">{t("messages.test")}</Badge>
        ),
    },
    { id: "at", header: t("messages.columns.at"), cell: (message) => <Time at={message.at} /> },
  ]

  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading>{t("messages.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("messages.description")}
        </Text>
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.messages.length ? (
        <EmptyState
          className="border-t"
          icon={<InboxSolid />}
          title={t("messages.emptyTitle")}
          description={t("messages.emptyDescription")}
          action={{ label: t("messages.emptyAction"), to: "/engage/broadcasts" }}
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("messages.title")}
              columns={columns}
              rows={data?.messages}
              rowKey={(message) => message.id}
              onOpen={(message) => params.open("open", message.id)}
              isFetching={isFetching && !data}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.messages.length ?? 0}
          />
        </>
      )}
      <MessageDrawer id={open} live onClose={() => params.open("open", undefined)} />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "menu.outbox", translationNs: "engage", rank: 10 })

export const handle = { breadcrumb: () => <Crumb label="menu.outbox" /> }

export default OutboxPage
