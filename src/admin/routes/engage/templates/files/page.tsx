import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { StoredFile } from "../../../../../types/stored-file"
import { Crumb } from "../../../../components/common/crumb"
import { EmptyState, ErrorState } from "../../../../components/common/states"
import { Time } from "../../../../components/common/values"
import { CleanUp } from "../../../../components/files/clean-up"
import { FileName } from "../../../../components/files/file-name"
import { FileUse } from "../../../../components/files/file-use"
import { PutBack } from "../../../../components/files/put-back"
import { useChosen } from "../../../../components/filing/use-chosen"
import { CursorFooter } from "../../../../components/list/cursor-footer"
import { type Column, ListTable } from "../../../../components/list/list-table"
import { useFiles } from "../../../../hooks/api/files"
import { useListParams } from "../../../../hooks/use-list-params"

const FilesPage = () => {
  const { t } = useTranslation("engage")
  const params = useListParams()
  const { limit, cursor } = params
  const unused = params.param("unused") === "true" || undefined
  const { data, error, refetch, isFetching } = useFiles({ unused, limit, cursor })
  const chosen = useChosen<StoredFile>()

  const columns: Column<StoredFile>[] = [
    { id: "name", header: t("files.name"), cell: (file) => <FileName file={file} /> },
    { id: "added", header: t("files.added"), cell: (file) => <Time at={file.created_at} /> },
    { id: "used", header: t("filing.usedIn"), cell: (file) => <FileUse file={file} /> },
    {
      id: "lost",
      header: <span className="sr-only">{t("files.state")}</span>,
      align: "right",
      cell: (file) => file.lost_at && <PutBack file={file} />,
    },
  ]

  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading>{t("files.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("files.description")}
        </Text>
      </div>
      {data && (
        <CleanUp params={params} unused={data.unused} chosen={chosen.rows} onDone={chosen.clear} />
      )}
      {error && !data ? (
        <ErrorState error={error} onRetry={refetch} className="border-t" />
      ) : data && !data.files.length ? (
        <EmptyState
          className="border-t"
          title={t(unused ? "files.noneUnused" : "files.noneTitle")}
          description={t(unused ? "files.noneUnusedHint" : "files.noneDescription")}
        />
      ) : (
        <>
          <div className="border-t">
            <ListTable
              label={t("files.title")}
              columns={columns}
              rows={data?.files}
              rowKey={(file) => file.id}
              selection={unused && chosen.selection}
              isFetching={isFetching && !data}
            />
          </div>
          <CursorFooter
            params={params}
            nextCursor={data?.next_cursor}
            rows={data?.files.length ?? 0}
          />
        </>
      )}
    </Container>
  )
}

export const handle = { breadcrumb: () => <Crumb label="files.title" /> }

export default FilesPage
