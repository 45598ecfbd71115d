import { Link as LinkIcon } from "@medusajs/icons"
import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { InboundSource } from "../../../../types/event"
import { Crumb } from "../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../components/common/states"
import { Time } from "../../../components/common/values"
import { type Column, ListTable } from "../../../components/list/list-table"
import { CreateSource } from "../../../components/sources/create-source"
import { useSources } from "../../../hooks/api/sources"

const SourcesPage = () => {
  const { t } = useTranslation("engage")
  const { data: sources, error, refetch, isFetching } = useSources()
  const columns: Column<InboundSource>[] = [
    {
      id: "name",
      header: t("sources.name"),
      cell: (source) => (
        <Text as="span" size="small" leading="compact" weight="plus">
          {source.name}
        </Text>
      ),
    },
    {
      id: "state",
      header: t("sources.state"),
      cell: (source) => (
        <StatusBadge color={source.active ? "green" : "grey"}>
          {t(source.active ? "sources.on" : "sources.off")}
        </StatusBadge>
      ),
    },
    {
      id: "requests",
      header: t("sources.calls"),
      align: "right",
      cell: (source) => source.requests,
    },
    {
      id: "last",
      header: t("sources.lastCall"),
      cell: (source) => <Time at={source.last_request_at} style="relative" />,
    },
  ]
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading>{t("sources.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("sources.description")}
          </Text>
        </div>
        <CreateSource />
      </div>
      {error && !sources ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : sources && !sources.length ? (
        <EmptyState
          className="border-t"
          icon={<LinkIcon />}
          title={t("sources.emptyTitle")}
          description={t("sources.emptyDescription")}
        />
      ) : (
        <div className="border-t">
          <ListTable
            label={t("sources.title")}
            columns={columns}
            rows={sources}
            rowKey={(source) => source.id}
            href={(source) => `/engage/sources/${source.id}`}
            isFetching={isFetching && !sources}
          />
        </div>
      )}
    </Container>
  )
}

export const handle = { breadcrumb: () => <Crumb label="sources.title" /> }

export default SourcesPage
