import { XMarkMini } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { MessageStateBadge } from "../../../../../components/common/badges"
import { Crumb } from "../../../../../components/common/crumb"
import { PersonCell } from "../../../../../components/common/person"
import { EmptyState, ErrorState } from "../../../../../components/common/states"
import { Time } from "../../../../../components/common/values"
import { CursorFooter } from "../../../../../components/list/cursor-footer"
import { type Column, ListTable } from "../../../../../components/list/list-table"
import { MessageDrawer } from "../../../../../components/message/message-drawer"
import { useBroadcast, useBroadcastPeople } from "../../../../../hooks/api/broadcasts"
import { useFormat } from "../../../../../hooks/use-format"
import { useListParams } from "../../../../../hooks/use-list-params"
import {
  type BroadcastPerson,
  PEOPLE_KINDS,
  type PeopleKind,
} from "../../../../../../types/broadcast"

/** The people behind one number of a broadcast's report. */
const PeoplePage = () => {
  const { t } = useTranslation("engage")
  const { id = "" } = useParams()
  const params = useListParams()
  const { limit, cursor } = params
  const kind = PEOPLE_KINDS.find((known) => known === params.param("kind")) ?? "audience"
  const [reason, rule, link] = ["reason", "rule", "link"].map((name) => params.param(name))
  const [message, setMessage] = useState<string>()
  const { data: broadcast } = useBroadcast(id)
  const { data, error, refetch, isFetching } = useBroadcastPeople(id, {
    kind,
    reason,
    rule,
    link,
    limit,
    cursor,
  })
  const columns = usePeopleColumns(setMessage)

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex flex-col gap-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
        <div className="min-w-0">
          <Heading>{t("broadcasts.people.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle truncate">
            {broadcast?.name ?? "…"} · {t(`broadcasts.formula.${kind}`)}
          </Text>
        </div>
        <div className="flex items-center gap-x-2">
          {(reason || link) && (
            <Badge size="small" className="max-w-[320px] gap-x-1 pr-1">
              <span className="truncate">
                {link ?? t(`broadcasts.reason.${reason}`, { defaultValue: reason })}
              </span>
              <button
                type="button"
                aria-label={t("actions.clear")}
                onClick={() =>
                  params.change({ reason: undefined, rule: undefined, link: undefined })
                }
                className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
              >
                <XMarkMini />
              </button>
            </Badge>
          )}
          <div className="w-[200px]">
            <Select
              size="small"
              value={kind}
              onValueChange={(next) =>
                params.change({ kind: next, reason: undefined, rule: undefined, link: undefined })
              }
            >
              <Select.Trigger aria-label={t("broadcasts.people.kind")}>
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {PEOPLE_KINDS.map((option: PeopleKind) => (
                  <Select.Item key={option} value={option}>
                    {t(`broadcasts.kind.${option}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
        </div>
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.people.length ? (
        <EmptyState
          className="border-t"
          title={t("broadcasts.people.emptyTitle")}
          description={t("broadcasts.people.emptyDescription")}
          action={{ label: t("broadcasts.people.back"), to: `/engage/broadcasts/${id}` }}
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("broadcasts.people.title")}
              columns={columns}
              rows={data?.people}
              rowKey={(person) => person.message_id}
              href={(person) => `/engage/profiles/${person.id}`}
              isFetching={isFetching}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.people.length ?? 0}
          />
        </>
      )}
      <MessageDrawer id={message} onClose={() => setMessage(undefined)} />
    </Container>
  )
}

function usePeopleColumns(onMessage: (id: string) => void): Column<BroadcastPerson>[] {
  const { t } = useTranslation("engage")
  const format = useFormat()
  return [
    {
      id: "person",
      header: t("profiles.columns.person"),
      cell: (person) => <PersonCell person={person} />,
    },
    {
      id: "state",
      header: t("broadcasts.columns.status"),
      cell: (person) => <MessageStateBadge state={person.state} />,
    },
    {
      id: "reason",
      header: t("broadcasts.people.reason"),
      cell: (person) => (
        <span className="block max-w-[280px] truncate" title={person.reason ?? undefined}>
          {person.reason
            ? [
                t(`broadcasts.reason.${person.reason}`, { defaultValue: person.reason }),
                person.rule,
              ]
                .filter(Boolean)
                .join(": ")
            : "–"}
        </span>
      ),
    },
    { id: "at", header: t("messages.columns.at"), cell: (person) => <Time at={person.at} /> },
    {
      id: "revenue",
      header: t("profiles.ltv"),
      align: "right",
      cell: (person) => format.money(person.revenue, person.currency),
    },
    {
      id: "message",
      header: <span className="sr-only">{t("messages.message")}</span>,
      align: "right",
      cell: (person) => (
        <Button size="small" variant="transparent" onClick={() => onMessage(person.message_id)}>
          {t(person.state === "skipped" ? "broadcasts.people.why" : "broadcasts.people.open")}
        </Button>
      ),
    },
  ]
}

export const handle = { breadcrumb: () => <Crumb label="broadcasts.people.title" /> }

export default PeoplePage
