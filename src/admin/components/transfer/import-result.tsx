import { Button, Tabs, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Import, ImportOutcome } from "../../../types/transfer"
import { useImportRows } from "../../hooks/api/transfer"
import { useFormat } from "../../hooks/use-format"
import { fileUrl } from "../../lib/client"
import { EmptyState, RowsSkeleton, Section } from "../common/states"

const OUTCOMES: ImportOutcome[] = ["created", "updated", "unchanged", "refused"]

/** How many rows had which outcome, and what the rows were. */
export function ImportResult({ one }: { one: Import }) {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const counts = one.status === "checked" ? one.checked : one.counts
  const [shown, setShown] = useState<ImportOutcome>()
  const stage = one.status === "running" || one.status === "checking" ? "busy" : one.status
  const { data: rows } = useImportRows(one.id, shown, stage)
  const dealt = one.status !== "mapping" && counts

  return (
    <Section
      title={t(
        !dealt
          ? "transfer.rowsTitle"
          : one.status === "checked" || one.status === "checking"
            ? "transfer.wouldDo"
            : "transfer.happened"
      )}
      description={t("transfer.firstRows", { count: 25 })}
      actions={
        dealt && counts.refused > 0 ? (
          <Button size="small" variant="secondary" asChild>
            <a href={fileUrl(`/admin/engage/imports/${one.id}/refused`)}>
              {t("transfer.downloadRefused")}
            </a>
          </Button>
        ) : undefined
      }
    >
      {dealt && (
        <Tabs
          value={shown ?? "all"}
          onValueChange={(value) =>
            setShown(value === "all" ? undefined : (value as ImportOutcome))
          }
        >
          <Tabs.List className="flex-wrap px-6 py-4">
            <Tabs.Trigger value="all">{t("transfer.allRows")}</Tabs.Trigger>
            {OUTCOMES.map((outcome) => (
              <Tabs.Trigger
                key={outcome}
                value={outcome}
                title={t(`transfer.outcomeHint.${outcome}`)}
              >
                {t(`transfer.outcome.${outcome}`)}{" "}
                <span className="ml-1 tabular-nums">{format.number(counts[outcome])}</span>
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      {!rows ? (
        <RowsSkeleton />
      ) : rows.length ? (
        <div
          className="overflow-x-auto"
          tabIndex={0}
          role="region"
          aria-label={t("transfer.rowsTitle")}
        >
          <table className="txt-compact-small w-full border-t text-left">
            <thead className="text-ui-fg-subtle">
              <tr className="border-b">
                <Head>{t("transfer.row")}</Head>
                {dealt && <Head>{t("transfer.result")}</Head>}
                {dealt && <Head>{t("transfer.message")}</Head>}
                {one.columns.map((column) => (
                  <Head key={column}>{column}</Head>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {rows.map((row) => (
                <tr key={row.row}>
                  <Cell>{row.row}</Cell>
                  {dealt && <Cell>{row.outcome && t(`transfer.outcome.${row.outcome}`)}</Cell>}
                  {dealt && (
                    <Cell
                      className={clx(
                        "min-w-60 !whitespace-normal",
                        row.outcome === "refused" && "text-ui-fg-error"
                      )}
                    >
                      {row.message}
                    </Cell>
                  )}
                  {one.columns.map((column, index) => (
                    <Cell key={column}>{row.cells[index]}</Cell>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <EmptyState title={t("list.noResults")} description={t("transfer.noSuchRows")} />
      )}
    </Section>
  )
}

function Head({ children }: { children: React.ReactNode }) {
  return (
    <th scope="col" className="whitespace-nowrap px-6 py-2">
      <Text as="span" size="small" weight="plus">
        {children}
      </Text>
    </th>
  )
}

function Cell({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <td className={clx("max-w-80 truncate whitespace-nowrap px-6 py-2", className)}>{children}</td>
  )
}
