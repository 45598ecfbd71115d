import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CascadeResult } from "../../../types/cascade"
import { useFormat } from "../../hooks/use-format"
import { Section } from "../common/states"
import { type Column, ListTable } from "../list/list-table"
import { useAfter } from "./use-after"

const NUMBERS = [
  ["sent", "sent"],
  ["arrived", "arrived"],
  ["passed_on", "passedOn"],
  ["waiting", "waiting"],
] as const

type CascadeResultsProps = {
  channels: CascadeResult[]
  currency: string
  /** Shown beside the title. */
  actions?: ReactNode
}

/** What came of each channel of a cascade. */
export function CascadeResults({ channels, currency, actions }: CascadeResultsProps) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const after = useAfter()
  const columns: Column<CascadeResult>[] = [
    {
      id: "channel",
      header: t("cascade.results.channel"),
      cell: (row) => t(`channel.${row.channel}`),
    },
    {
      id: "after",
      header: t("cascade.results.after"),
      cell: ({ after_minutes: minutes }) =>
        minutes === null ? t("cascade.results.first") : after(minutes),
    },
    ...NUMBERS.map(([key, name]): Column<CascadeResult> => ({
      id: key,
      header: t(`cascade.results.${name}`),
      align: "right",
      cell: (row) => format.number(row[key]),
    })),
    {
      id: "cost",
      header: t("cost.cost"),
      align: "right",
      cell: ({ cost, sent, unpriced }) => (unpriced < sent ? format.money(cost, currency) : "–"),
    },
  ]
  return (
    <Section
      title={t("cascade.results.title")}
      description={t("cascade.results.description")}
      actions={actions}
    >
      <ListTable
        label={t("cascade.results.title")}
        columns={columns}
        rows={channels}
        rowKey={(row) => row.channel}
      />
    </Section>
  )
}
