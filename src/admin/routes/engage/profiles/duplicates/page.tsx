import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Crumb } from "../../../../components/common/crumb"
import { EmptyState, ErrorState, RowsSkeleton } from "../../../../components/common/states"
import { Time } from "../../../../components/common/values"
import { DuplicateCard } from "../../../../components/identity/duplicate-card"
import { MergeLog } from "../../../../components/identity/merge-log"
import { RulesSection } from "../../../../components/identity/rules-section"
import { CursorFooter } from "../../../../components/list/cursor-footer"
import { useDuplicates, useSearchDuplicates } from "../../../../hooks/api/identity"
import { useFormat } from "../../../../hooks/use-format"
import { useListParams } from "../../../../hooks/use-list-params"

const DuplicatesPage = () => {
  const { t } = useTranslation("engage")
  const format = useFormat()
  const params = useListParams()
  const { data, error, refetch } = useDuplicates({ limit: params.limit, cursor: params.cursor })
  const search = useSearchDuplicates()

  const onSearch = () =>
    search.mutate(undefined, {
      onSuccess: ({ open, merged }) =>
        void toast.success(
          t("duplicates.searched", { open: format.number(open), merged: format.number(merged) })
        ),
      onError: (failure) => void toast.error(failure.message),
    })

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="overflow-hidden p-0">
        <div className="flex items-center justify-between gap-x-4 px-6 py-4">
          <div>
            <Heading>{t("duplicates.title")}</Heading>
            <Text as="div" size="small" className="text-ui-fg-subtle">
              {data?.searched_at ? (
                <>
                  {t("duplicates.open", { count: data.open, value: format.number(data.open) })} ·{" "}
                  {t("duplicates.searchedAt")} <Time at={data.searched_at} />
                </>
              ) : (
                t("duplicates.description")
              )}
            </Text>
          </div>
          <Button size="small" variant="secondary" isLoading={search.isPending} onClick={onSearch}>
            {t("duplicates.search")}
          </Button>
        </div>
        <div className="border-t">
          {error && !data ? (
            <ErrorState error={error} onRetry={refetch} />
          ) : !data ? (
            <RowsSkeleton rows={8} />
          ) : data.duplicates.length ? (
            <ul className="divide-y">
              {data.duplicates.map((duplicate) => (
                <DuplicateCard
                  key={duplicate.profiles.map((p) => p.id).join()}
                  duplicate={duplicate}
                />
              ))}
            </ul>
          ) : (
            <EmptyState
              title={t("duplicates.emptyTitle")}
              description={t("duplicates.emptyDescription")}
              action={{
                label: t("duplicates.search"),
                onClick: onSearch,
                isLoading: search.isPending,
              }}
            />
          )}
        </div>
        <CursorFooter
          params={params}
          nextCursor={data?.next_cursor}
          rows={data?.duplicates.length ?? 0}
        />
      </Container>
      <RulesSection />
      <MergeLog />
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb label="duplicates.title" /> }

export default DuplicatesPage
