import { Button, Select, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { SUPPRESSION_REASONS, type Suppression } from "../../../types/deliverability"
import { useReleaseSuppression, useSuppressions } from "../../hooks/api/deliverability"
import type { ListParams } from "../../hooks/use-list-params"
import { EmptyState, ErrorState, Section } from "../common/states"
import { Time } from "../common/values"
import { CursorFooter } from "../list/cursor-footer"
import { type Column, ListTable } from "../list/list-table"
import { Search } from "../list/list-toolbar"
import { AddSuppression } from "./add-suppression"

const ANY = "any"

/** Who gets nothing and why; a person of the staff may add to it and take from it. */
export function SuppressionList({ params }: { params: ListParams }) {
  const { t } = useTranslation("engage")
  const reason = params.param("reason")
  const { data, error, refetch, isFetching } = useSuppressions({
    q: params.q,
    reason,
    limit: params.limit,
    cursor: params.cursor,
  })
  const columns: Column<Suppression>[] = [
    {
      id: "address",
      header: t("deliverability.suppressed.address"),
      cell: (row) => <span className="block max-w-[320px] truncate">{row.address}</span>,
    },
    {
      id: "reason",
      header: t("deliverability.suppressed.reason"),
      cell: (row) => t(`deliverability.suppressed.${row.reason}`),
    },
    {
      id: "detail",
      header: t("deliverability.suppressed.detail"),
      cell: (row) => (
        <span className="block max-w-[320px] truncate" title={row.detail ?? undefined}>
          {row.detail || "–"}
        </span>
      ),
    },
    {
      id: "since",
      header: t("deliverability.suppressed.since"),
      cell: (row) => <Time at={row.at} style="relative" />,
    },
    {
      id: "release",
      header: "",
      align: "right",
      cell: (row) => <Release channel={row.channel} address={row.address} />,
    },
  ]
  const filtered = Boolean(params.q || reason)

  return (
    <Section
      title={t("deliverability.suppressed.title")}
      description={t("deliverability.suppressed.description")}
      actions={<AddSuppression />}
    >
      <div className="flex flex-col gap-2 px-6 py-4 md:flex-row">
        <Search
          value={params.q}
          onChange={(q) => params.change({ q })}
          placeholder={t("deliverability.suppressed.search")}
        />
        <div className="w-full md:w-[220px]">
          <Select
            size="small"
            value={reason ?? ANY}
            onValueChange={(chosen) => params.change({ reason: chosen === ANY ? "" : chosen })}
          >
            <Select.Trigger aria-label={t("deliverability.suppressed.reason")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={ANY}>{t("deliverability.suppressed.anyReason")}</Select.Item>
              {SUPPRESSION_REASONS.map((key) => (
                <Select.Item key={key} value={key}>
                  {t(`deliverability.suppressed.${key}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
      </div>
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : data && !data.suppressions.length ? (
        <EmptyState
          title={t(`deliverability.suppressed.${filtered ? "noneMatch" : "emptyTitle"}`)}
          description={filtered ? "" : t("deliverability.suppressed.emptyDescription")}
        />
      ) : (
        <ListTable
          label={t("deliverability.suppressed.title")}
          columns={columns}
          rows={data?.suppressions}
          rowKey={(row) => `${row.channel} ${row.address}`}
          isFetching={isFetching && !data}
          skeletonRows={4}
        />
      )}
      <CursorFooter
        params={params}
        nextCursor={data?.next_cursor}
        rows={data?.suppressions.length ?? 0}
      />
    </Section>
  )
}

function Release({ channel, address }: Pick<Suppression, "channel" | "address">) {
  const { t } = useTranslation("engage")
  const prompt = usePrompt()
  const release = useReleaseSuppression()
  const onRelease = async () => {
    const sure = await prompt({
      title: t("deliverability.suppressed.releaseTitle", { address }),
      description: t("deliverability.suppressed.releaseText"),
      confirmText: t("deliverability.suppressed.release"),
      cancelText: t("actions.cancel"),
    })
    if (!sure) return
    // The row is gone by then, and with it what `mutate` would call.
    release.mutateAsync({ channel, address }).then(
      () => toast.success(t("deliverability.suppressed.released", { address })),
      (failure: Error) => toast.error(failure.message)
    )
  }
  return (
    <Button
      size="small"
      variant="transparent"
      aria-label={t("deliverability.suppressed.releaseLabel", { address })}
      isLoading={release.isPending}
      onClick={onRelease}
    >
      {t("deliverability.suppressed.release")}
    </Button>
  )
}
