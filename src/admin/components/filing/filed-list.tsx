import type { UseQueryResult } from "@tanstack/react-query"
import { Container, Heading, Text } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { FiledKind } from "../../../types/common"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState } from "../common/states"
import { CursorFooter } from "../list/cursor-footer"
import { Search, Toolbar } from "../list/list-toolbar"
import type { Selection } from "../list/list-table"
import { filedBy } from "./filed-by"
import type { FiledRow } from "./filed-row"
import { FilingBar } from "./filing-bar"
import { FilingFilters } from "./filing-filters"
import { NothingFiled } from "./nothing-filed"
import { useChosen } from "./use-chosen"

type FiledListProps<Row> = {
  kind: FiledKind
  title: string
  description: string
  /** At the right of the title. */
  actions: ReactNode
  /** Between the title and the filters. */
  notice?: ReactNode
  search: string
  /** Filters beside search, folder and tag. */
  filters?: ReactNode
  /** At the end of the filters. */
  tools?: ReactNode
  params: ListParams
  query: UseQueryResult<{ next_cursor: string | null }>
  rows: Row[] | undefined
  /** What is said when there is nothing at all yet. */
  empty: ComponentProps<typeof EmptyState>
  table: (selection: Selection<Row>) => ReactNode
  /** Below the list. */
  children?: ReactNode
}

/** The page of a list of things that are filed: searched, filtered, chosen, tagged, moved and put away. */
export function FiledList<Row extends FiledRow>(props: FiledListProps<Row>) {
  const { kind, params, query, rows, table } = props
  const { data, error, refetch } = query
  const chosen = useChosen<Row>()

  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 pt-4">
        <div>
          <Heading>{props.title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {props.description}
          </Text>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">{props.actions}</div>
      </div>
      {props.notice && <div className="px-6 pt-4 empty:hidden">{props.notice}</div>}
      <Toolbar>
        <Search
          value={params.q}
          onChange={(text) => params.change({ q: text })}
          placeholder={props.search}
        />
        {props.filters}
        <FilingFilters kind={kind} params={params} />
        {props.tools && <div className="flex md:ml-auto">{props.tools}</div>}
      </Toolbar>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : rows && !rows.length ? (
        <Nothing params={params} empty={props.empty} />
      ) : (
        <>
          <FilingBar kind={kind} chosen={chosen.rows} onClear={chosen.clear} />
          <div className="border-t">{table(chosen.selection)}</div>
          <CursorFooter params={params} nextCursor={data?.next_cursor} rows={rows?.length ?? 0} />
        </>
      )}
      {props.children}
    </Container>
  )
}

type NothingProps = { params: ListParams; empty: ComponentProps<typeof EmptyState> }

/** Why the list is empty: the search, the filters, or because there is nothing yet. */
function Nothing({ params, empty }: NothingProps) {
  const { t } = useTranslation("engage")
  const filed = filedBy(params)
  const { q } = params
  if (q)
    return (
      <EmptyState
        className="border-t"
        title={t("list.noResults")}
        description={t("list.noResultsHint", { q })}
        action={{ label: t("list.clearSearch"), onClick: () => params.change({ q: undefined }) }}
      />
    )
  if (filed.narrowed) return <NothingFiled params={params} archived={filed.archived} />
  if (params.param("status"))
    return (
      <EmptyState
        className="border-t"
        title={t("list.noResults")}
        description={t("list.otherStatus")}
        action={{
          label: t("list.showAll"),
          onClick: () => params.change({ status: undefined }),
        }}
      />
    )
  return <EmptyState className="border-t" {...empty} />
}
