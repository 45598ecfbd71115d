import { ArrowDownMini, ArrowUpMini } from "@medusajs/icons"
import { Checkbox, Skeleton, Table, clx } from "@medusajs/ui"
import type { MouseEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  align?: "right"
  /** Key of the API's `order`, when the list can be sorted by the column. */
  sort?: string
  className?: string
}

type ListTableProps<Row> = {
  label: string
  columns: Column<Row>[]
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  /** Where a row leads. Its first cell becomes the link that the keyboard reaches. */
  href?: (row: Row) => string
  /** What a row does instead of leading somewhere. */
  onOpen?: (row: Row) => void
  order?: string
  onOrder?: (order: string) => void
  isFetching?: boolean
  skeletonRows?: number
  /** Lets rows be chosen, for something to be done with all of them. */
  selection?: Selection<Row>
}

export type Selection<Row> = {
  /** By key; rows of other pages stay chosen. */
  chosen: ReadonlyMap<string, Row>
  onChange: (chosen: Map<string, Row>) => void
  /** What a row is called. */
  name: (row: Row) => string
}

const linkClass =
  "text-ui-fg-base focus-visible:shadow-borders-focus block w-full min-w-0 rounded-md py-1 text-left outline-none"

/** A table of a list page: sortable headings, rows that open, grey lines while loading. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { label, columns, rows, rowKey, href, onOpen, isFetching, skeletonRows = 10 } = props
  const { selection } = props
  const navigate = useNavigate()
  const opens = Boolean(href || onOpen)

  const open = (row: Row, event: MouseEvent) => {
    if ((event.target as HTMLElement).closest("a, button, [role=menuitem]")) return
    if (href && (event.metaKey || event.ctrlKey)) window.open(href(row), "_blank", "noreferrer")
    else if (href) navigate(href(row))
    else onOpen?.(row)
  }

  const first = (row: Row, content: ReactNode) => {
    if (href) {
      return (
        <Link to={href(row)} className={linkClass}>
          {content}
        </Link>
      )
    }
    if (!onOpen) return content
    return (
      <button type="button" className={linkClass} onClick={() => onOpen(row)}>
        {content}
      </button>
    )
  }

  return (
    <div
      className={clx(
        "w-full overflow-x-auto transition-opacity",
        isFetching && rows && "opacity-60"
      )}
    >
      <Table aria-label={label} aria-busy={isFetching}>
        <Table.Header className="border-t-0">
          <Table.Row>
            {selection && <ChooseAll rows={rows ?? []} rowKey={rowKey} selection={selection} />}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                order={props.order}
                onOrder={props.onOrder}
              />
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body className="border-b-0">
          {rows?.map((row) => (
            <Table.Row
              key={rowKey(row)}
              className={clx("last:border-b-0", opens && "cursor-pointer")}
              onClick={opens ? (event) => open(row, event) : undefined}
            >
              {selection && <ChooseCell row={row} rowKey={rowKey(row)} selection={selection} />}
              {columns.map((column, index) => (
                <Table.Cell
                  key={column.id}
                  className={clx(
                    "whitespace-nowrap",
                    column.align === "right" && "text-right tabular-nums",
                    column.className
                  )}
                >
                  {index === 0 ? first(row, column.cell(row)) : column.cell(row)}
                </Table.Cell>
              ))}
            </Table.Row>
          )) ?? <SkeletonRows rows={skeletonRows} columns={columns.length + (selection ? 1 : 0)} />}
        </Table.Body>
      </Table>
    </div>
  )
}

type ChooseAllProps<Row> = {
  rows: Row[]
  rowKey: (row: Row) => string
  selection: Selection<Row>
}

function ChooseAll<Row>({ rows, rowKey, selection: { chosen, onChange } }: ChooseAllProps<Row>) {
  const { t } = useTranslation("engage")
  const count = rows.filter((row) => chosen.has(rowKey(row))).length
  const all = rows.length > 0 && count === rows.length
  const toggle = () => {
    const next = new Map(chosen)
    for (const row of rows) {
      if (all) next.delete(rowKey(row))
      else next.set(rowKey(row), row)
    }
    onChange(next)
  }
  return (
    <Table.HeaderCell className="w-10">
      <Checkbox
        aria-label={t("list.chooseAll")}
        checked={all || (count > 0 ? "indeterminate" : false)}
        onCheckedChange={toggle}
      />
    </Table.HeaderCell>
  )
}

type ChooseCellProps<Row> = { row: Row; rowKey: string; selection: Selection<Row> }

function ChooseCell<Row>({ row, rowKey, selection }: ChooseCellProps<Row>) {
  const { t } = useTranslation("engage")
  const { chosen, onChange, name } = selection
  const toggle = () => {
    const next = new Map(chosen)
    if (!next.delete(rowKey)) next.set(rowKey, row)
    onChange(next)
  }
  return (
    <Table.Cell className="w-10">
      <Checkbox
        aria-label={t("list.choose", { name: name(row) })}
        checked={chosen.has(rowKey)}
        onCheckedChange={toggle}
      />
    </Table.Cell>
  )
}

type HeaderCellProps<Row> = {
  column: Column<Row>
  order?: string
  onOrder?: (order: string) => void
}

function HeaderCell<Row>({ column, order, onOrder }: HeaderCellProps<Row>) {
  const { t } = useTranslation("engage")
  const direction =
    order === column.sort ? "ascending" : order === `-${column.sort}` ? "descending" : undefined
  const className = clx("whitespace-nowrap", column.align === "right" && "text-right")

  if (!column.sort || !onOrder)
    return <Table.HeaderCell className={className}>{column.header}</Table.HeaderCell>

  return (
    <Table.HeaderCell className={className} aria-sort={direction ?? "none"}>
      <button
        type="button"
        title={t("list.sortBy")}
        className="focus-visible:shadow-borders-focus group inline-flex items-center gap-x-1 rounded-md outline-none"
        onClick={() => onOrder(direction === "descending" ? column.sort! : `-${column.sort}`)}
      >
        {column.header}
        {direction === "ascending" ? (
          <ArrowUpMini aria-hidden />
        ) : (
          <ArrowDownMini
            aria-hidden
            className={clx(!direction && "opacity-0 group-hover:opacity-60")}
          />
        )}
      </button>
    </Table.HeaderCell>
  )
}

function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <Table.Row key={row} className="last:border-b-0">
      {Array.from({ length: columns }, (_, column) => (
        <Table.Cell key={column}>
          <Skeleton className="h-4 w-full min-w-12 max-w-[160px]" />
        </Table.Cell>
      ))}
    </Table.Row>
  ))
}
