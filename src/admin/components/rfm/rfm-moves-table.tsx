import { useTranslation } from "react-i18next"
import type { RfmMove } from "../../../types/rfm"
import { useFormat } from "../../hooks/use-format"
import { RfmBadge } from "../common/badges"
import { type Column, ListTable } from "../list/list-table"

/** The moves between groups as rows, the largest first: what the flows show, in figures. */
export function RfmMovesTable({ moves }: { moves: RfmMove[] }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const columns: Column<RfmMove>[] = [
    { id: "from", header: t("rfmPage.moves.was"), cell: ({ from }) => <RfmBadge group={from} /> },
    { id: "to", header: t("rfmPage.moves.is"), cell: ({ to }) => <RfmBadge group={to} /> },
    {
      id: "people",
      header: t("rfmPage.moves.people"),
      align: "right",
      cell: ({ people }) => format.number(people),
    },
  ]
  return (
    <ListTable
      label={t("rfmPage.moves.title")}
      columns={columns}
      rows={[...moves].sort((a, b) => b.people - a.people)}
      rowKey={({ from, to }) => `${from} ${to}`}
    />
  )
}
